"""What the buttons on the secretary's page of one year do, each in an act of its own.

An act gives the answer to whoever pressed: the row or the page that tells what was done, or the form with what must
be mended. Raises AaretKanIkkeFylles, and Http404 for what is not there.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django_htmx.http import reselect, retarget

from ..flytting import AVBRYT, BEKREFTET, MaaBekreftes
from ..heltall import heltall
from ..models import Aktivitet, EndretAvAndre, FastAktivitet
from ..moenster.aarshjul import fyll_aar, knytt, lag_utkast, loesne, utelat
from ..moenster.aarsplan import les_aarsplan
from ..moenster.datoform import DatoForm
from ..publisering import lest_valgte, publiser_alle
from ..tid import tid_i_ord
from .fasteside import tilbake, vis_flytting, vis_gjort, vis_siden

DATO, PUBLISER_DEN, PUBLISER_MED_DATO = "dato", "publiser_den", "publiser_med_dato"
IMENS = "Noen andre lagret imens. Se på det, og prøv igjen."


def _lag_alle(request: HttpRequest, aar: int) -> HttpResponse:
    laget = fyll_aar(aar, request.user)  # type: ignore[arg-type]
    messages.success(
        request, f"{len(laget)} utkast er laget for {aar}." if laget else "Alle utkastene er laget fra før."
    )
    return tilbake(request)


def _lag(request: HttpRequest, aar: int) -> HttpResponse:
    fast = _linjen(request, aar)
    lag_utkast(fast, aar, request.user)  # type: ignore[arg-type]
    return vis_gjort(request, aar, f"fast-{fast.pk}", "Utkastet er laget.")


def _utelat(request: HttpRequest, aar: int) -> HttpResponse:
    fast = _linjen(request, aar)
    utelatt = utelat(fast, aar)
    return vis_gjort(request, aar, f"fast-{fast.pk}", f"Blir ikke laget for {aar}." if utelatt else IMENS)


def _knytt(request: HttpRequest, aar: int) -> HttpResponse:
    fast, (aktivitet, versjon) = _linjen(request, aar), _aktiviteten(request)
    try:
        knytt(aktivitet, fast, aar, versjon)
    except EndretAvAndre:
        messages.error(request, IMENS)
    else:
        messages.success(request, f"«{aktivitet}» er årets «{fast}».")
    return tilbake(request, f"fast-{fast.pk}")


def _loesne(request: HttpRequest, aar: int) -> HttpResponse:
    aktivitet, versjon = _aktiviteten(request)
    try:
        loesne(aktivitet, versjon)
    except EndretAvAndre:
        messages.error(request, IMENS)
    else:
        messages.success(request, f"«{aktivitet}» hører ikke lenger til mønsteret.")
    return tilbake(request, f"aktivitet-{aktivitet.pk}")


def _publiser(request: HttpRequest, aar: int) -> HttpResponse:
    """Publish those whose boxes are marked, or by the other button every dated draft of the pattern."""
    if AVBRYT in request.POST:
        messages.warning(request, "Ingenting er publisert.")
        return tilbake(request)
    felt = "med_dato" if request.POST.get("handling") == PUBLISER_MED_DATO else "valgt"
    valgte = lest_valgte(request.POST.getlist(felt))
    try:
        gjort = publiser_alle(valgte, request.POST.get(BEKREFTET, ""))
    except MaaBekreftes as foerst:
        return vis_flytting(request, foerst, f"Publiser {len(valgte)} og flytt", f"{len(valgte)} utkast")
    if gjort.publisert:
        messages.success(request, gjort.flyttinger.etter(f"{len(gjort.publisert)} er publisert."))
    elif not gjort.imens:
        messages.warning(request, "Ingenting er publisert. Merk først det som skal publiseres.")
    if gjort.imens:
        navnene = ", ".join(f"«{en}»" for en in gjort.imens)
        messages.warning(request, f"Ikke publisert, for noen andre lagret imens: {navnene}. Se på det, og prøv igjen.")
    return tilbake(request)


def _sett_dato(request: HttpRequest, aar: int) -> HttpResponse:
    """Set the day of one activity, in its row, and publish it if the button says so."""
    plan = les_aarsplan(aar)
    pk = heltall(request.POST.get("aktivitet", ""))
    rad = next(
        (rad for rad in plan.rader if rad.aktivitet and rad.aktivitet.pk == pk and not rad.aktivitet.avlyst), None
    )
    if rad is None or rad.aktivitet is None:
        raise Http404
    form = DatoForm(request.POST, aktivitet=rad.aktivitet, aar=aar)
    publiser = request.POST.get("handling") == PUBLISER_DEN and rad.er_utkast
    if AVBRYT in request.POST:
        form.add_error(None, "Ikke lagret. Det du skrev, står i feltene.")
    try:
        if not (form.is_valid() and form.lagre(publiser=publiser, bekreftet=request.POST.get(BEKREFTET, ""))):
            return vis_siden(request, plan, form)
    except MaaBekreftes as foerst:
        knapp = "Publiser og flytt" if publiser else "Lagre og flytt"
        hva = f"{rad.aktivitet}, {tid_i_ord(rad.aktivitet)}"
        return retarget(reselect(vis_flytting(request, foerst, knapp, hva), "#innhold"), "#innhold")
    tekst = f"{'Publisert' if publiser else 'Lagret'}: {tid_i_ord(rad.aktivitet)}."
    return vis_gjort(request, aar, rad.merke, rad.aktivitet.flyttinger.etter(tekst))


def ukjent(request: HttpRequest, aar: int) -> HttpResponse:
    """Say that nothing is done: no button here says what was sent."""
    messages.error(request, "Ingenting er gjort. Skjemaet er ikke helt.")
    return tilbake(request)


def _linjen(request: HttpRequest, aar: int) -> FastAktivitet:
    return get_object_or_404(FastAktivitet.objects.for_aaret(aar), pk=heltall(request.POST.get("fast", "")))


def _aktiviteten(request: HttpRequest) -> tuple[Aktivitet, int]:
    """The activity that a button is about, and the version that was seen."""
    for pk, versjon in lest_valgte(request.POST.getlist("aktivitet")):
        return get_object_or_404(Aktivitet.objects.fylkeslagets(), pk=pk), versjon
    raise Http404


HANDLINGER: dict[str, Callable[[HttpRequest, int], HttpResponse]] = {
    "lag_alle": _lag_alle,
    "lag": _lag,
    "utelat": _utelat,
    "knytt": _knytt,
    "loesne": _loesne,
    "publiser": _publiser,
    PUBLISER_MED_DATO: _publiser,
    DATO: _sett_dato,
    PUBLISER_DEN: _sett_dato,
}

"""The secretary's page of one year: the pattern beside what is planned, with drafts made, dated and published."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import reselect, retarget

from ..flytting import AVBRYT, BEKREFTET, MaaBekreftes
from ..heltall import heltall
from ..kalender import aaret_i_planlegging
from ..models import FOERSTE_DAG, SISTE_DAG, Aktivitet, EndretAvAndre, FastAktivitet
from ..moenster.aarshjul import AaretKanIkkeFylles, fyll_aar, knytt, lag_utkast, loesne, utelat
from ..moenster.aarsplan import IKKE_LAGET, MANGLER_DATO, UTKAST, Aarsplan, les_aarsplan
from ..moenster.datoform import DatoForm
from ..publisering import lest_valgte, publiser_alle
from ..tid import tid_i_ord

UTVALG = {"": "Hele året", MANGLER_DATO: "Mangler dato", IKKE_LAGET: "Ikke laget", UTKAST: "Ikke publisert"}
MERK_ALLE = "alle"
DATO, PUBLISER_DEN, PUBLISER_MED_DATO = "dato", "publiser_den", "publiser_med_dato"
IMENS = "Noen andre lagret imens. Se på det, og prøv igjen."


@require_safe
@permission_required("aktivitet.rediger_alle", raise_exception=True)
def i_planlegging(request: HttpRequest) -> HttpResponse:
    """Lead to the year that is being planned."""
    return redirect("aktivitet:faste", aaret_i_planlegging(timezone.localdate()))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("aktivitet.rediger_alle", raise_exception=True)
def faste(request: HttpRequest, aar: int) -> HttpResponse:
    """Show the year, or do what a button on it says."""
    if not FOERSTE_DAG.year <= aar <= SISTE_DAG.year:
        raise Http404
    if request.method != "POST":
        return _side(request, les_aarsplan(aar))
    try:
        return HANDLINGER.get(request.POST.get("handling", ""), _ukjent)(request, aar)
    except AaretKanIkkeFylles as grunn:
        messages.error(request, str(grunn))
        return _tilbake(request)


def _side(request: HttpRequest, plan: Aarsplan, skjema: DatoForm | None = None) -> HttpResponse:
    """The whole page. `skjema` is a form that was sent and has something to say: it stands in its own row."""
    for rad in plan.rader:
        if skjema and rad.aktivitet and rad.aktivitet.pk == skjema.instance.pk:
            rad.skjema = skjema
        elif rad.aktivitet and not rad.aktivitet.avlyst:
            rad.skjema = DatoForm(aktivitet=rad.aktivitet, aar=plan.aar, forslag=rad.forslag)
    utvalg = request.GET.get("vis", "")
    utvalg = utvalg if utvalg in UTVALG else ""
    kontekst = {
        "plan": plan,
        "utvalg": utvalg,
        "merk_alle": request.GET.get("merk") == MERK_ALLE,
        "maaneder": plan.viste(utvalg),
        "valgene": [(navn, tekst, plan.antall(navn) if navn else None) for navn, tekst in UTVALG.items()],
        "forrige": plan.aar - 1 if plan.aar > FOERSTE_DAG.year else None,
        "neste": plan.aar + 1 if plan.aar < SISTE_DAG.year else None,
    }
    return render(request, "aktivitet/faste/aaret.html", kontekst)


def _gjort(request: HttpRequest, aar: int, merke: str, tekst: str) -> HttpResponse:
    """Say what was done with a row: in the row itself where it is swapped on the page, else on the page anew."""
    if request.htmx:  # type: ignore[attr-defined]
        plan = les_aarsplan(aar)
        if rad := plan.raden(merke):
            rad.sagt = tekst
            return _side(request, plan)
    messages.success(request, tekst)
    return _tilbake(request, merke)


def _tilbake(request: HttpRequest, merke: str = "") -> HttpResponse:
    return redirect(f"{request.get_full_path()}#{merke}" if merke else request.get_full_path())


def _ukjent(request: HttpRequest, aar: int) -> HttpResponse:
    messages.error(request, "Ingenting er gjort. Skjemaet er ikke helt.")
    return _tilbake(request)


def _lag_alle(request: HttpRequest, aar: int) -> HttpResponse:
    laget = fyll_aar(aar, request.user)  # type: ignore[arg-type]
    messages.success(
        request, f"{len(laget)} utkast er laget for {aar}." if laget else "Alle utkastene er laget fra før."
    )
    return _tilbake(request)


def _lag(request: HttpRequest, aar: int) -> HttpResponse:
    fast = _linjen(request, aar)
    lag_utkast(fast, aar, request.user)  # type: ignore[arg-type]
    return _gjort(request, aar, f"fast-{fast.pk}", "Utkastet er laget.")


def _utelat(request: HttpRequest, aar: int) -> HttpResponse:
    fast = _linjen(request, aar)
    utelatt = utelat(fast, aar)
    return _gjort(request, aar, f"fast-{fast.pk}", f"Blir ikke laget for {aar}." if utelatt else IMENS)


def _knytt(request: HttpRequest, aar: int) -> HttpResponse:
    fast, (aktivitet, versjon) = _linjen(request, aar), _aktiviteten(request)
    try:
        knytt(aktivitet, fast, aar, versjon)
    except EndretAvAndre:
        messages.error(request, IMENS)
    else:
        messages.success(request, f"«{aktivitet}» er årets «{fast}».")
    return _tilbake(request, f"fast-{fast.pk}")


def _loesne(request: HttpRequest, aar: int) -> HttpResponse:
    aktivitet, versjon = _aktiviteten(request)
    try:
        loesne(aktivitet, versjon)
    except EndretAvAndre:
        messages.error(request, IMENS)
    else:
        messages.success(request, f"«{aktivitet}» hører ikke lenger til mønsteret.")
    return _tilbake(request, f"aktivitet-{aktivitet.pk}")


def _publiser(request: HttpRequest, aar: int) -> HttpResponse:
    """Publish those whose boxes are marked, or by the other button every dated draft of the pattern."""
    if AVBRYT in request.POST:
        messages.warning(request, "Ingenting er publisert.")
        return _tilbake(request)
    felt = "med_dato" if request.POST.get("handling") == PUBLISER_MED_DATO else "valgt"
    valgte = lest_valgte(request.POST.getlist(felt))
    try:
        gjort = publiser_alle(valgte, request.POST.get(BEKREFTET, ""))
    except MaaBekreftes as foerst:
        return _vis_flytting(request, foerst, f"Publiser {len(valgte)} og flytt", f"{len(valgte)} utkast")
    if gjort.publisert or not gjort.imens:
        antall = len(gjort.publisert)
        ingen = "Ingenting er publisert. Merk først det som skal publiseres."
        messages.success(request, gjort.flyttinger.etter(f"{antall} er publisert.") if antall else ingen)
    if gjort.imens:
        navnene = ", ".join(f"«{en}»" for en in gjort.imens)
        messages.warning(request, f"Ikke publisert, for noen andre lagret imens: {navnene}. Se på det, og prøv igjen.")
    return _tilbake(request)


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
            return _side(request, plan, form)
    except MaaBekreftes as foerst:
        knapp = "Publiser og flytt" if publiser else "Lagre og flytt"
        hva = f"{rad.aktivitet}, {tid_i_ord(rad.aktivitet)}"
        return retarget(reselect(_vis_flytting(request, foerst, knapp, hva), "#innhold"), "#innhold")
    tekst = f"{'Publisert' if publiser else 'Lagret'}: {tid_i_ord(rad.aktivitet)}."
    return _gjort(request, aar, rad.merke, rad.aktivitet.flyttinger.etter(tekst))


def _vis_flytting(request: HttpRequest, foerst: MaaBekreftes, knapp: str, hva: str) -> HttpResponse:
    """Show what would move along, with what was sent kept on the page: nothing is saved yet."""
    kontekst = {"hva": hva, **foerst.kontekst(request.POST, knapp)}
    return render(request, "aktivitet/faste/flytting.html", kontekst)


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

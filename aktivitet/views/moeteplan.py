"""A year's meeting plan: the days of others' meetings, what is proposed ahead of them, and its adoption.

Whoever may see internal things reads it; the secretary writes it. Each button has an act of its own below.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..flytting import AVBRYT, BEKREFTET, MaaBekreftes, vis_foerst
from ..forms import VersjonForm
from ..heltall import heltall
from ..kalender import aaret_i_planlegging
from ..models import FOERSTE_DAG, SISTE_DAG, EndretAvAndre, Lag, Moeteoppsett
from ..moeteplan.aaret import Moeteaar
from ..moeteplan.rader import PasserIkke, Rad
from ..moeteplan.skjemaer import DagerForm, OppsettForm, RadForm
from ..moeteplan.vedtak import Vedtak, behold, flytt, lag, legg_inn
from ..tid import dag_i_ord, periode_i_ord

FOERSTE_AAR, SISTE_AAR = FOERSTE_DAG.year + 1, SISTE_DAG.year  # what is ahead of January stands in December before
SE_PAA_NYTT = "Noe er endret siden du åpnet siden. Se over den på nytt, og prøv igjen."
UTEN_FYLKESLAG = "Det er ikke lagt inn noe fylkeslag. Legg inn laget med typen «Fylkeslag» først."


@require_safe
@permission_required("aktivitet.se_interne", raise_exception=True)
def moteplanen(request: HttpRequest) -> HttpResponse:
    """Go on to the year that is being planned."""
    return redirect("aktivitet:moteplan", aaret_i_planlegging(timezone.localdate()))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("aktivitet.se_interne", raise_exception=True)
def moteplan(request: HttpRequest, aar: int) -> HttpResponse:
    """The plan of one year: show it, or do what one of its buttons says."""
    if not FOERSTE_AAR <= aar <= SISTE_AAR:
        raise Http404
    aaret = Moeteaar(aar, request.user, timezone.localdate())  # type: ignore[arg-type]
    if request.method != "POST":
        return _side(request, aaret)
    if not request.user.has_perm("aktivitet.rediger_alle"):
        raise PermissionDenied
    handling = HANDLINGER.get(request.POST.get("handling", ""))
    if handling is None or aaret.fylkeslag is None:
        messages.error(request, SE_PAA_NYTT if aaret.fylkeslag else UTEN_FYLKESLAG)
        return _tilbake(aaret)
    if AVBRYT in request.POST:
        messages.warning(request, "Ingenting er endret.")
        return _tilbake(aaret)
    try:
        return handling(request, aaret, aaret.fylkeslag)
    except EndretAvAndre:
        messages.error(request, SE_PAA_NYTT)
        return _tilbake(aaret)


def _legg_inn(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    form = DagerForm(request.POST, aar=aaret.aar)
    if not form.is_valid():
        return _side(request, aaret, dagerform=form)
    synlighet = form.cleaned_data["synlighet"]
    laget, staar = legg_inn(form.moetene, synlighet, fylkeslag, request.user)  # type: ignore[arg-type]
    if laget:
        messages.success(request, f"{_moeter(len(laget))} er lagt inn i kalenderen.")
    if staar:
        dagene = ", ".join(periode_i_ord(en.foerste, en.siste, aar=False) for en in staar)
        messages.info(request, f"Sto i kalenderen fra før: {dagene}.")
    return _tilbake(aaret, "forslag" if laget else "")


def _sett_oppsett(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    with transaction.atomic():
        form = OppsettForm(request.POST, instance=Moeteoppsett.raden())
        if form.is_valid():
            form.save()
            messages.success(request, "Oppsettet er lagret. Forslagene er regnet ut på nytt.")
            return _tilbake(aaret)
    return _side(request, aaret, oppsettform=form)


def _lag_utkast(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    skjemaene = [RadForm(request.POST, rad=rad) for rad in aaret.forslag]
    laget = _lag(request, aaret, fylkeslag, skjemaene)
    if laget is None:
        return _side(request, aaret, radforms=skjemaene)
    messages.success(request, f"Laget {laget} utkast.") if laget else messages.warning(request, "Ingen var valgt.")
    return _tilbake(aaret, "planen")


def _lag_frister(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    skjemaene = [RadForm(request.POST, rad=rad) for rad in aaret.fristforslag]
    laget = _lag(request, aaret, fylkeslag, skjemaene, publiser=True)
    if laget is None:
        return _side(request, aaret, fristforms=skjemaene)
    fristene = f"{laget} {'frist' if laget == 1 else 'frister'} er lagt inn. Bare styret ser dem."
    messages.success(request, fristene) if laget else messages.warning(request, "Ingen var valgt.")
    return _tilbake(aaret, "frister")


def _vedta(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    vedtak = Vedtak(aaret.utkast)
    if request.POST.get("merke") != vedtak.merke or not vedtak.utkast:
        messages.error(request, SE_PAA_NYTT)
        return _tilbake(aaret)
    try:
        with vis_foerst(vedtak, request.POST.get(BEKREFTET, "")):
            vedtak.publiser()
    except MaaBekreftes as foerst:
        antall = len(vedtak.utkast)
        hva = f"Møteplanen for {aaret.aar}: {_moeter(antall)} publiseres"
        return _vis_flytting(request, aaret, foerst, hva, "Vedta møteplanen og flytt")
    gjort = f"Møteplanen er vedtatt. {_moeter(len(vedtak.utkast))} er publisert."
    messages.success(request, vedtak.flyttinger.etter(gjort))
    return _tilbake(aaret, "planen")


def _flytt(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    valgt, versjon = _valgt(request, aaret)
    if valgt is None or valgt.ny_dag is None or valgt.ny_dag.isoformat() != request.POST.get("dag"):
        messages.error(request, SE_PAA_NYTT)
        return _tilbake(aaret)
    aktivitet, dagen = valgt.aktivitet, dag_i_ord(valgt.ny_dag)
    try:
        with vis_foerst(aktivitet, request.POST.get(BEKREFTET, "")):
            flytt(aktivitet, valgt.ny_dag, versjon)
    except MaaBekreftes as foerst:
        return _vis_flytting(request, aaret, foerst, f"{aktivitet.tittel} flyttes til {dagen}", "Flytt møtet og")
    messages.success(request, aktivitet.flyttinger.etter(f"{aktivitet.tittel} er flyttet til {dagen}."))
    return _tilbake(aaret)


def _behold(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    valgt, versjon = _valgt(request, aaret)
    if valgt is None or not valgt.kan_bli:
        messages.error(request, SE_PAA_NYTT)
        return _tilbake(aaret)
    behold(valgt.aktivitet, versjon)
    messages.success(request, f"{valgt.aktivitet.tittel} blir stående {dag_i_ord(valgt.aktivitet.foerste_dag)}.")
    return _tilbake(aaret)


HANDLINGER: dict[str, Callable[[HttpRequest, Moeteaar, Lag], HttpResponse]] = {
    "legg_inn": _legg_inn,
    "oppsett": _sett_oppsett,
    "lag_utkast": _lag_utkast,
    "lag_frister": _lag_frister,
    "vedta": _vedta,
    "flytt": _flytt,
    "behold": _behold,
}


def _side(request: HttpRequest, aaret: Moeteaar, **skjemaer: Any) -> HttpResponse:
    """Show the page; to the secretary with its forms, of which those in `skjemaer` have been filled in."""
    kan_skrive = request.user.has_perm("aktivitet.rediger_alle")
    kontekst: dict[str, Any] = {
        "aaret": aaret,
        "kan_skrive": kan_skrive,
        "forrige": aaret.aar - 1 if aaret.aar > FOERSTE_AAR else None,
        "neste": aaret.aar + 1 if aaret.aar < SISTE_AAR else None,
        "har_feil": bool(skjemaer),
    }
    if kan_skrive:
        kontekst |= {
            "vedtak": Vedtak(aaret.utkast),
            "dagerform": DagerForm(aar=aaret.aar),
            "oppsettform": OppsettForm(instance=aaret.oppsett),
            "radforms": [RadForm(rad=rad) for rad in aaret.forslag],
            "fristforms": [RadForm(rad=rad) for rad in aaret.fristforslag],
        } | skjemaer
        kontekst["nye"] = [form for form in kontekst["radforms"] if form.rad.dekkes_av is None]
        kontekst["dekket"] = [form for form in kontekst["radforms"] if form.rad.dekkes_av]
    return render(request, "aktivitet/moteplan.html", kontekst)


def _vis_flytting(request: HttpRequest, aaret: Moeteaar, foerst: MaaBekreftes, hva: str, knapp: str) -> HttpResponse:
    """Show what would move along, with what was sent kept on the page: nothing is saved yet."""
    kontekst = {"aaret": aaret, "hva": hva, **foerst.kontekst(request.POST, knapp)}
    return render(request, "aktivitet/moteplan_flytting.html", kontekst)


def _lag(
    request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag, skjemaene: list[RadForm], *, publiser: bool = False
) -> int | None:
    """Make the ticked ones and give their number; None when one of them must be mended first: then none is made."""
    if not all(skjema.is_valid() for skjema in skjemaene):
        return None
    valgte: list[tuple[Rad, Any]] = [(skjema.rad, skjema.felter) for skjema in skjemaene if skjema.er_med]
    return len(lag(valgte, aaret.aar, fylkeslag, request.user, publiser=publiser))  # type: ignore[arg-type]


def _valgt(request: HttpRequest, aaret: Moeteaar) -> tuple[PasserIkke | None, int]:
    """The one that the button stood beside, and the version that the person had before them."""
    pk, form = heltall(request.POST.get("pk", "")), VersjonForm(request.POST)
    if not form.is_valid():
        return None, 0
    return next((en for en in aaret.passer_ikke if en.aktivitet.pk == pk), None), form.cleaned_data["versjon"]


def _tilbake(aaret: Moeteaar, del_: str = "") -> HttpResponse:
    """Back to the page, at the part that changed."""
    return redirect(reverse("aktivitet:moteplan", args=[aaret.aar]) + (f"#{del_}" if del_ else ""))


def _moeter(antall: int) -> str:
    return f"{antall} {'møte' if antall == 1 else 'møter'}"

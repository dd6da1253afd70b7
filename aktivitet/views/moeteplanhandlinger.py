"""What the buttons on the page of a year's meeting plan do, each in an act of its own.

An act gives the answer to whoever pressed: on to the page that tells what was done, or the page with what must be
mended. Raises EndretAvAndre when somebody else saved meanwhile.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from ..flytting import BEKREFTET, MaaBekreftes, vis_foerst
from ..forms import VersjonForm
from ..heltall import heltall
from ..models import Lag, Moeteoppsett
from ..moeteplan.aaret import Moeteaar
from ..moeteplan.avvik import PasserIkke
from ..moeteplan.rader import Rad
from ..moeteplan.skjemaer import DagerForm, OppsettForm, RadForm
from ..moeteplan.vedtak import Vedtak, behold, flytt, lag, legg_inn
from ..tid import dag_i_ord, periode_i_ord
from .moeteplanside import tilbake, vis_flytting, vis_siden

SE_PAA_NYTT = "Noe er endret siden du åpnet siden. Se over den på nytt, og prøv igjen."


def _legg_inn(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    form = DagerForm(request.POST, aar=aaret.aar)
    if not form.is_valid():
        return vis_siden(request, aaret, dagerform=form)
    synlighet = form.cleaned_data["synlighet"]
    laget, staar = legg_inn(form.moetene, synlighet, fylkeslag, request.user)  # type: ignore[arg-type]
    if laget:
        messages.success(request, f"{_moeter(len(laget))} er lagt inn i kalenderen.")
    if staar:
        dagene = ", ".join(periode_i_ord(en.foerste, en.siste, aar=False) for en in staar)
        messages.info(request, f"Sto i kalenderen fra før: {dagene}.")
    return tilbake(aaret, "forslag" if laget else "")


def _sett_oppsett(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    with transaction.atomic():
        form = OppsettForm(request.POST, instance=Moeteoppsett.raden())
        if form.is_valid():
            form.save()
            messages.success(request, "Oppsettet er lagret. Forslagene er regnet ut på nytt.")
            return tilbake(aaret)
    return vis_siden(request, aaret, oppsettform=form)


def _lag_utkast(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    skjemaene = [RadForm(request.POST, rad=rad) for rad in aaret.forslag]
    laget = _lag(request, aaret, fylkeslag, skjemaene)
    if laget is None:
        return vis_siden(request, aaret, radforms=skjemaene)
    messages.success(request, f"Laget {laget} utkast.") if laget else messages.warning(request, "Ingen var valgt.")
    return tilbake(aaret, "planen")


def _lag_frister(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    skjemaene = [RadForm(request.POST, rad=rad) for rad in aaret.fristforslag]
    laget = _lag(request, aaret, fylkeslag, skjemaene, publiser=True)
    if laget is None:
        return vis_siden(request, aaret, fristforms=skjemaene)
    fristene = f"{laget} {'frist' if laget == 1 else 'frister'} er lagt inn. Bare styret ser dem."
    messages.success(request, fristene) if laget else messages.warning(request, "Ingen var valgt.")
    return tilbake(aaret, "frister")


def _vedta(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    vedtak = Vedtak(aaret.utkast)
    if request.POST.get("merke") != vedtak.merke or not vedtak.utkast:
        messages.error(request, SE_PAA_NYTT)
        return tilbake(aaret)
    try:
        with vis_foerst(vedtak, request.POST.get(BEKREFTET, "")):
            vedtak.publiser()
    except MaaBekreftes as foerst:
        antall = len(vedtak.utkast)
        hva = f"Møteplanen for {aaret.aar}: {_moeter(antall)} publiseres"
        return vis_flytting(request, foerst, "Vedta møteplanen og flytt", hva)
    gjort = f"Møteplanen er vedtatt. {_moeter(len(vedtak.utkast))} er publisert."
    messages.success(request, vedtak.flyttinger.etter(gjort))
    return tilbake(aaret, "planen")


def _flytt(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    valgt, versjon = _valgt(request, aaret)
    if valgt is None or valgt.ny_dag is None or valgt.ny_dag.isoformat() != request.POST.get("dag"):
        messages.error(request, SE_PAA_NYTT)
        return tilbake(aaret)
    aktivitet, dagen = valgt.aktivitet, dag_i_ord(valgt.ny_dag)
    try:
        with vis_foerst(aktivitet, request.POST.get(BEKREFTET, "")):
            flytt(aktivitet, valgt.ny_dag, versjon)
    except MaaBekreftes as foerst:
        return vis_flytting(request, foerst, "Flytt møtet og", f"{aktivitet.tittel} flyttes til {dagen}")
    messages.success(request, aktivitet.flyttinger.etter(f"{aktivitet.tittel} er flyttet til {dagen}."))
    return tilbake(aaret)


def _behold(request: HttpRequest, aaret: Moeteaar, fylkeslag: Lag) -> HttpResponse:
    valgt, versjon = _valgt(request, aaret)
    if valgt is None or not valgt.kan_bli:
        messages.error(request, SE_PAA_NYTT)
        return tilbake(aaret)
    behold(valgt.aktivitet, versjon)
    messages.success(request, f"{valgt.aktivitet.tittel} blir stående {dag_i_ord(valgt.aktivitet.foerste_dag)}.")
    return tilbake(aaret)


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


def _moeter(antall: int) -> str:
    return f"{antall} {'møte' if antall == 1 else 'møter'}"


HANDLINGER: dict[str, Callable[[HttpRequest, Moeteaar, Lag], HttpResponse]] = {
    "legg_inn": _legg_inn,
    "oppsett": _sett_oppsett,
    "lag_utkast": _lag_utkast,
    "lag_frister": _lag_frister,
    "vedta": _vedta,
    "flytt": _flytt,
    "behold": _behold,
}

"""A series: the rule and what it is about, a look at its days, and then single activities; later, the rest of them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..flytting import sendt_igjen
from ..heltall import heltall
from ..knappetrykk import merket
from ..models import Aktivitet, EndretAvAndre, Lag
from ..serie.akter import (
    PUBLISER,
    SEND_INN,
    avlys_resten,
    endre_resten,
    gjoer_ferdig_resten,
    lag_serie,
    resten,
    uferdige,
)
from ..serie.skjemaer import Forslag, RestenForm, Serieskjema
from ..stell import kolliderer

UTKAST, ENDRE = "utkast", "endre"
AVLYS_RESTEN, PUBLISER_RESTEN, ENDRE_RESTEN = "avlys_resten", "publiser_resten", "endre_resten"
PAA_SIDEN = {"dag", "serie", "handling"}  # what the page with the days says by its own fields and buttons


@require_http_methods(["GET", "HEAD", "POST"])
def serie(request: HttpRequest) -> HttpResponse:
    """Write a series, see its days, and make it."""
    if not Lag.objects.valgbare_for(request.user).exists():
        raise PermissionDenied
    handling = request.POST.get("handling", "")
    skjema = Serieskjema(request.POST if request.method == "POST" else None, bruker=request.user)  # type: ignore[arg-type]
    if request.method != "POST" or not skjema.is_valid() or handling == ENDRE:
        return render(request, "aktivitet/serie.html", {"skjema": skjema})
    forslag = _med_kollisjoner(skjema.forslag, request)
    nummer = _uuid(request.POST.get("serie", "")) or uuid4()
    if handling not in (UTKAST, PUBLISER, SEND_INN):
        return _se(request, skjema, forslag, nummer, {en.dag.dag for en in forslag if en.velges})
    valgte = {en.dag.dag for en in forslag if en.dag.dag.isoformat() in request.POST.getlist("dag")}
    aktivitetene = [en.aktivitet for en in forslag if en.aktivitet and en.dag.dag in valgte]
    if not aktivitetene:
        messages.error(request, "Ingen dager er valgt. Velg minst én.")
        return _se(request, skjema, forslag, nummer, valgte)
    ny = lag_serie(aktivitetene, nummer, av=request.user, ferdig=handling)  # type: ignore[arg-type]
    messages.success(request, _ble(aktivitetene) if ny else "Serien er laget alt. Her er den.")
    return redirect("aktivitet:serien", nummer)


def _se(
    request: HttpRequest, skjema: Serieskjema, forslag: list[Forslag], nummer: UUID, valgte: set[date]
) -> HttpResponse:
    """Show the days in words: nothing is stored yet."""
    aktivitet = skjema.innhold.instance
    kontekst = {
        "skjema": skjema,
        "aktivitet": aktivitet,
        "forslag": [(en, en.dag.dag in valgte) for en in forslag],
        "antall": len(valgte),
        "nummer": nummer,
        "sendt": [par for par in sendt_igjen(request.POST) if par[0] not in PAA_SIDEN],
        "kan_publisere": aktivitet.kan_publiseres_av(request.user),
    }
    return render(request, "aktivitet/serie_se.html", kontekst)


def _med_kollisjoner(forslag: list[Forslag], request: HttpRequest) -> list[Forslag]:
    """Note on each what collides with it, of what this person may see."""
    dagene = [en.dag.dag for en in forslag]
    paa_dagen: dict[date, list[Aktivitet]] = defaultdict(list)
    synlige = Aktivitet.objects.synlige_for(request.user).filter(avlyst=False)
    for annen in synlige.i_perioden(dagene[0], dagene[-1]).select_related("lag").i_rekkefoelge():
        if annen.dag_er_kjent:
            for dag in dagene:
                if annen.foerste_dag <= dag <= annen.siste_dag:
                    paa_dagen[dag].append(annen)
    for en in forslag:
        for annen in paa_dagen[en.dag.dag] if en.aktivitet else ():
            if en.aktivitet and (hvorfor := kolliderer(en.aktivitet, annen)):
                en.kolliderer.append((annen, hvorfor))
    return forslag


@require_http_methods(["GET", "HEAD", "POST"])
def serien(request: HttpRequest, serie: UUID) -> HttpResponse:
    """One series, to those who may change it: all of it, and what can be done with the rest of it from `fra` on."""
    redigerbare = Aktivitet.objects.redigerbare_for(request.user).filter(serie=serie)
    alle = list(redigerbare.select_related("lag").i_rekkefoelge())
    if not alle:
        raise Http404
    valgt = heltall(request.GET.get("fra", ""))
    rest = resten(redigerbare, next((en for en in alle if en.pk == valgt), alle[0]))
    form = RestenForm(request.POST if _endrer(request) else None, mal=rest[0]) if rest else None
    if request.method == "POST" and rest and (svar := _gjoer(request, rest, form)):
        messages.success(request, svar)
        return redirect("aktivitet:serien", serie)
    kontekst = {
        "alle": alle,
        "rest": rest,
        "form": form,
        "sett": merket(rest),
        "publiserte": sum(not en.er_utkast for en in rest),
        "utkast": len(uferdige(rest, request.user)),  # type: ignore[arg-type]
        "kan_publisere": bool(rest) and rest[0].kan_publiseres_av(request.user),
        "flytter": bool(rest) and rest[0].er_fylkeslagets_moete,
        "i_dag": timezone.localdate(),
    }
    return render(request, "aktivitet/serien.html", kontekst)


def _endrer(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("handling") == ENDRE_RESTEN


def _gjoer(request: HttpRequest, rest: list[Aktivitet], form: Any) -> str:
    """Do with the rest what the button says, and say what was done; nothing when it was not."""
    sett = request.POST.get("sett", "")
    try:
        match request.POST.get("handling"):
            case "endre_resten" if form.is_valid():
                return _endret(*endre_resten(rest, rest[0], form.tekster, form.klokken, sett))
            case "avlys_resten":
                return f"{avlys_resten(rest, sett)} er avlyst."
            case "publiser_resten":
                antall = gjoer_ferdig_resten(rest, av=request.user, sett=sett)  # type: ignore[arg-type]
                return f"{antall} er {'publisert' if rest[0].kan_publiseres_av(request.user) else 'sendt inn'}."
    except EndretAvAndre:
        messages.error(request, "Noen andre lagret i mellomtiden. Se over serien, og prøv igjen.")
    return ""


def _endret(endret: int, beholdt: int) -> str:
    ble = f"{endret} er endret."
    return f"{ble} {beholdt} beholdt noe som er skrevet for hånd." if beholdt else ble


def _ble(aktivitetene: Iterable[Aktivitet]) -> str:
    alle = list(aktivitetene)
    antall = f"{len(alle)} {'aktivitet' if len(alle) == 1 else 'aktiviteter'}"
    if alle[0].venter:
        return f"{antall} er sendt til sekretæren, som ser på dem før de blir publisert."
    return f"{antall} er lagret som utkast." if alle[0].er_utkast else f"{antall} er publisert."


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None

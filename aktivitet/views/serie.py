"""A series: the rule and what it is about, a look at its days, and then single activities; later, the rest of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
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
    """Each with what collides with it, of what this person may see."""
    synlige = Aktivitet.objects.synlige_for(request.user).med_kjent_dag().filter(avlyst=False)
    i_tiden = synlige.i_perioden(forslag[0].dag.dag, forslag[-1].dag.dag)
    andre = list(i_tiden.select_related("lag").i_rekkefoelge())
    return [replace(en, kolliderer=_kollisjonene(en, andre)) for en in forslag]


def _kollisjonene(forslag: Forslag, andre: Iterable[Aktivitet]) -> list[tuple[Aktivitet, str]]:
    """What of `andre` collides with the proposal, and why."""
    aktivitet, dag = forslag.aktivitet, forslag.dag.dag
    if aktivitet is None:
        return []
    paa_dagen = (annen for annen in andre if annen.foerste_dag <= dag <= annen.siste_dag)
    return [(annen, hvorfor) for annen in paa_dagen if (hvorfor := kolliderer(aktivitet, annen))]


@require_http_methods(["GET", "HEAD", "POST"])
def serien(request: HttpRequest, serie: UUID) -> HttpResponse:
    """One series, to those who may change it: all of it, and what can be done with the rest of it from `fra` on."""
    redigerbare = Aktivitet.objects.redigerbare_for(request.user).filter(serie=serie)
    alle = list(redigerbare.select_related("lag").i_rekkefoelge())
    if not alle:
        raise Http404
    valgt = heltall(request.GET.get("fra", ""))
    rest = resten(redigerbare, next((en for en in alle if en.pk == valgt), alle[0]))
    endret = request.POST if request.POST.get("handling") == ENDRE_RESTEN else None
    form = RestenForm(endret, mal=rest[0]) if rest else None
    if request.method == "POST" and form and (svar := _gjoer(request, rest, form)):
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


def _gjoer(request: HttpRequest, rest: list[Aktivitet], form: RestenForm) -> str:
    """Do with the rest what the button says, and say what was done; nothing when it was not."""
    handling, sett = request.POST.get("handling"), request.POST.get("sett", "")
    try:
        if handling == ENDRE_RESTEN and form.is_valid():
            return _endret(*endre_resten(rest, rest[0], form.tekster, form.klokken, sett))
        if handling == AVLYS_RESTEN:
            return f"{avlys_resten(rest, sett)} er avlyst."
        if handling == PUBLISER_RESTEN:
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

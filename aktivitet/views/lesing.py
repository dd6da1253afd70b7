"""The calendar to read: the list, the month and the year."""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..kalender import maanedens_dager
from ..models import SISTE_DAG, Aktivitet, AktivitetQuerySet, Lag
from ..oppsett import aarsmaaneder, i_dagene, maanedslister, rutenett, sporene
from ..ut.abonnementslenker import webcal
from ..utvalg import LISTE, MAANED, Utvalg
from .aarene import aarene_ved, krev_aaret, krev_maaneden, maanedene_ved
from .uendret import standen, uendret

LENGSTE_LISTE = 200
FLEST_I_MAANEDEN = 10  # in the year's months: the rest is told by number, and stands in the month
PLASS_I_RUTA = 2  # in the grid beside the list
TRE_AAR = timedelta(days=3 * 365)
AAR = "aar"


@login_not_required
@require_safe
@uendret
def hva_skjer(request: HttpRequest) -> HttpResponse:
    """What happens from today on, as a list with this month's grid beside it; or this month alone."""
    i_dag = timezone.localdate()
    utvalg = Utvalg(request.GET, stand=standen(request), standardvisning=LISTE)
    foerste, siste = maanedens_dager(i_dag.year, i_dag.month)
    if utvalg.valgt_visning == MAANED:
        return _maanedsside(request, utvalg, foerste, i_dag)
    alle = _alle(request, utvalg)
    i_maaneden, spor_i_maaneden = i_dagene(alle.vist_i_perioden(foerste, siste), foerste, siste)
    pagaar = [aktivitet for aktivitet in i_maaneden if aktivitet.foerste_dag <= i_dag <= aktivitet.siste_dag]
    kommende = [*pagaar, *alle.begynner_etter(i_dag)[: LENGSTE_LISTE + 1]]
    viste, resten = kommende[:LENGSTE_LISTE], kommende[LENGSTE_LISTE:]
    siste_viste = viste[-1].foerste_dag if resten else SISTE_DAG
    spor = sporene(alle.flyttet_fra_og_med(i_dag).filter(flyttet_fra__lte=siste_viste)[:LENGSTE_LISTE])
    kontekst = _felles(request, utvalg, foerste, i_dag) | {
        "vises": LISTE,
        "lister": maanedslister(viste, i_dag, spor),
        "rutenett": rutenett(foerste, i_maaneden, i_dag, spor_i_maaneden, plass_til=PLASS_I_RUTA),
        "antall": len(viste),
        "fortsetter": siste_viste if resten else None,
        "forrige_aktivitet": None if viste else alle.begynte_foer(i_dag).first(),
    }
    return render(request, "aktivitet/hva_skjer.html", kontekst)


@login_not_required
@require_safe
@uendret
def maaned(request: HttpRequest, aar: int, maaned: int) -> HttpResponse:
    """One month, as a grid of weeks or as a list."""
    foerste = krev_maaneden(aar, maaned)
    utvalg = Utvalg(request.GET, stand=standen(request), standardvisning=MAANED)
    return _maanedsside(request, utvalg, foerste, timezone.localdate())


@login_not_required
@require_safe
@uendret
def aar(request: HttpRequest, aar: int) -> HttpResponse:
    """One year: twelve months with the first of what happens in each."""
    krev_aaret(aar)
    i_dag = timezone.localdate()
    foerste, siste = date(aar, 1, 1), date(aar, 12, 31)
    utvalg = Utvalg(request.GET, stand=standen(request))
    alle = _alle(request, utvalg)
    aktiviteter = list(alle.aarets_foerste(aar, FLEST_I_MAANEDEN))
    spor = sporene(alle.flyttet_ut_av(foerste, siste)[:LENGSTE_LISTE])
    antall = {max(ett.foerste_dag, foerste).month: ett.i_maaneden for ett in aktiviteter}  # type: ignore[attr-defined]
    forrige_aar, neste_aar = aarene_ved(aar)
    kontekst = _felles(request, utvalg, i_dag.replace(day=1) if i_dag.year == aar else foerste, i_dag) | {
        "vises": AAR,
        "aaret": aar,
        "forrige_aar": forrige_aar,
        "neste_aar": neste_aar,
        "maanedene": aarsmaaneder(aar, aktiviteter, antall, spor),
        "antall": sum(antall.values()),
        "neste_aktivitet": None if aktiviteter else _det_neste(alle, utvalg, siste),
    }
    return render(request, "aktivitet/aar.html", kontekst)


def _maanedsside(request: HttpRequest, utvalg: Utvalg, foerste: date, i_dag: date) -> HttpResponse:
    siste = maanedens_dager(foerste.year, foerste.month)[1]
    alle = _alle(request, utvalg)
    aktiviteter, spor = i_dagene(alle.vist_i_perioden(foerste, siste), foerste, siste)
    kontekst = _felles(request, utvalg, foerste, i_dag) | {
        "vises": utvalg.valgt_visning,
        "antall": len(aktiviteter),
        "neste_aktivitet": None if aktiviteter else _det_neste(alle, utvalg, siste),
    }
    if utvalg.valgt_visning == MAANED:
        kontekst["rutenett"] = rutenett(foerste, aktiviteter, i_dag, spor)
    else:
        kontekst["lister"] = maanedslister(aktiviteter, foerste, spor)
    return render(request, "aktivitet/maaned.html", kontekst)


def _alle(request: HttpRequest, utvalg: Utvalg) -> AktivitetQuerySet:
    return utvalg.av(Aktivitet.objects.synlige_for(request.user))


def _det_neste(alle: AktivitetQuerySet, utvalg: Utvalg, dag: date) -> Aktivitet | None:
    """The next thing after `dag`, in one look. Among what is chosen it is looked for three years ahead and no further:
    for words that stand nowhere, that would be to read all there is."""
    etter = alle.begynner_etter(dag)
    return (etter.filter(foerste_dag__lte=dag + TRE_AAR) if utvalg.innsnevret else etter).first()


def _felles(request: HttpRequest, utvalg: Utvalg, maaneden: date, i_dag: date) -> dict[str, Any]:
    """What every view of the calendar shows: the filter, the way to other months, when it was last changed, and "add"
    for those who may."""
    feed = request.build_absolute_uri(reverse("aktivitet:kalender_ics") + utvalg.i_adressen)
    kan_legge_inn = request.user.is_authenticated and Lag.objects.valgbare_for(request.user).exists()
    stand = standen(request)
    forrige, neste = maanedene_ved(maaneden)
    return {
        "utvalg": utvalg,
        "i_dag": i_dag,
        "maaneden": maaneden,
        "forrige": forrige,
        "neste": neste,
        "kan_legge_inn": kan_legge_inn,
        "oppdatert": stand.endret if stand.pk else None,
        "abonnement": webcal(feed),
    }

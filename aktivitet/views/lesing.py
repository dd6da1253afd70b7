"""The calendar to read: the list and the month."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..kalender import maanedens_dager, maaneder_fra
from ..models import FOERSTE_DAG, SISTE_DAG, Aktivitet, Lag
from ..oppsett import maanedslister, rutenett
from ..utvalg import LISTE, MAANED, Utvalg

LENGSTE_LISTE = 200


@login_not_required
@require_safe
def hva_skjer(request: HttpRequest) -> HttpResponse:
    """What happens from today on, as a list; or this month as a grid."""
    i_dag = timezone.localdate()
    utvalg = Utvalg(request.GET, standardvisning=LISTE)
    if utvalg.valgt_visning == MAANED:
        return _maanedsside(request, utvalg, i_dag.replace(day=1), i_dag)
    alle = utvalg.av(Aktivitet.objects.synlige_for(request.user))
    kommende = list(alle.fra_og_med(i_dag)[: LENGSTE_LISTE + 1])
    viste = kommende[:LENGSTE_LISTE]
    kontekst = _felles(request, utvalg, i_dag.replace(day=1), i_dag) | {
        "lister": maanedslister(viste, i_dag),
        "antall": len(viste),
        "fortsetter": viste[-1].foerste_dag if len(kommende) > LENGSTE_LISTE else None,
        "forrige_aktivitet": None if viste else alle.filter(siste_dag__lt=i_dag).last(),
    }
    return render(request, "aktivitet/hva_skjer.html", kontekst)


@login_not_required
@require_safe
def maaned(request: HttpRequest, aar: int, maaned: int) -> HttpResponse:
    """One month, as a grid of weeks or as a list."""
    if not (FOERSTE_DAG.year <= aar <= SISTE_DAG.year and 1 <= maaned <= 12):
        raise Http404
    utvalg = Utvalg(request.GET, standardvisning=MAANED)
    return _maanedsside(request, utvalg, date(aar, maaned, 1), timezone.localdate())


def _maanedsside(request: HttpRequest, utvalg: Utvalg, foerste: date, i_dag: date) -> HttpResponse:
    siste = maanedens_dager(foerste.year, foerste.month)[1]
    alle = utvalg.av(Aktivitet.objects.synlige_for(request.user))
    aktiviteter = list(alle.i_perioden(foerste, siste))
    kontekst = _felles(request, utvalg, foerste, i_dag) | {
        "antall": len(aktiviteter),
        "neste_aktivitet": None if aktiviteter else alle.filter(foerste_dag__gt=siste).first(),
    }
    if utvalg.valgt_visning == MAANED:
        kontekst["rutenett"] = rutenett(foerste.year, foerste.month, aktiviteter, i_dag)
    else:
        kontekst["lister"] = maanedslister(aktiviteter, foerste)
    return render(request, "aktivitet/maaned.html", kontekst)


def _felles(request: HttpRequest, utvalg: Utvalg, maaneden: date, i_dag: date) -> dict[str, Any]:
    """What every view of the calendar shows: the filter, the way to other months, and "add" for those who may."""
    feed = request.build_absolute_uri(reverse("aktivitet:kalender_ics") + utvalg.i_adressen)
    kan_legge_inn = request.user.is_authenticated and Lag.objects.valgbare_for(request.user).exists()
    return {
        "utvalg": utvalg,
        "i_dag": i_dag,
        "maaneden": maaneden,
        "forrige": maaneder_fra(maaneden, -1) if maaneden > FOERSTE_DAG else None,
        "neste": maaneder_fra(maaneden, 1) if maaneder_fra(maaneden, 1) <= SISTE_DAG else None,
        "kan_legge_inn": kan_legge_inn,
        # By this name for the address, phones and calendar programs ask at once whether to subscribe.
        "abonnement": feed.replace(request.scheme or "", "webcal", 1),
    }

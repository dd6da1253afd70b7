"""The list of the annual reports: how far each has come, and who may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...models import Plan, Rapport, Rapportutgave
from ...rapport.utgivelse import UTKAST, Utgivelse
from ...rapport.visning import Vist, vis_utgaven


@dataclass(frozen=True)
class Rad:
    """One report as this person sees it. `gjenaapnet`: a new edition is being written."""

    vist: Vist
    gjenaapnet: bool = False


@login_not_required
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """The reports that this person may read; for the secretary also the years that have none yet."""
    rader = _rader(request.user)
    uskrevne: list[int] = []
    if request.user.has_perm("tiltak.skriv_rapport"):
        i_dag = timezone.localdate()
        plan = Plan.objects.gjeldende(i_dag)
        skrevne = {rad.vist.rapport.aar for rad in rader}
        uskrevne = [aar for aar in plan.aar if aar <= i_dag.year and aar not in skrevne] if plan else []
    kontekst = {
        "rader": rader,
        "uskrevne": uskrevne,
        "ser_utkast": request.user.has_perm("tiltak.se_rapportutkast"),
    }
    return render(request, "tiltak/rapporter.html", kontekst)


def _rader(bruker: Any) -> list[Rad]:
    rapporter = list(Rapport.objects.synlige_for(bruker))
    alle = Rapportutgave.objects.uten_innhold().filter(rapport__in=rapporter).order_by("nr")
    siste = {utgave.rapport_id: utgave for utgave in alle}
    if bruker.has_perm("tiltak.se_rapportutkast"):
        return [_styrets_rad(rapport, siste.get(rapport.pk)) for rapport in rapporter]
    # What is written on while it is opened again may have got another title and other days. All others see the old.
    gjenaapnede = _lest(siste[rapport.pk] for rapport in rapporter if rapport.er_utkast and rapport.pk in siste)
    return [
        Rad(gjenaapnede.get(rapport.pk) or Vist(rapport, None, _utgivelse(siste.get(rapport.pk))))
        for rapport in rapporter
    ]


def _styrets_rad(rapport: Rapport, siste: Rapportutgave | None) -> Rad:
    if rapport.er_utkast:
        return Rad(Vist(rapport, None, UTKAST), gjenaapnet=siste is not None)
    return Rad(Vist(rapport, None, _utgivelse(siste)))


def _lest(utgaver: Iterable[Rapportutgave]) -> dict[int, Vist]:
    """What these say, by report, in one query; none where there are none."""
    noekler = [utgave.pk for utgave in utgaver]
    hele = Rapportutgave.objects.filter(pk__in=noekler).select_related("rapport") if noekler else []
    return {utgave.rapport_id: vis_utgaven(utgave) for utgave in hele}


def _utgivelse(siste: Rapportutgave | None) -> Utgivelse:
    return Utgivelse.av(siste) if siste else UTKAST

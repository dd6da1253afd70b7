"""The log of adopted wording as people read it: by edition, with what was changed in each part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet

from .dokument import Plandokument
from .dokument.planjson import fra_json
from .models import Ordlydsendring, Organ, Plan, Planutgave, Tiltak
from .ordforskjell import Bit, forskjell
from .utgave import plandokument

UTGAVER_PAA_SIDEN = 50


@dataclass(frozen=True)
class Linje:
    """One field that was changed, word by word."""

    felt: str
    biter: list[Bit]
    foer: str
    etter: str


@dataclass(frozen=True)
class Endretdel:
    """One part of the plan that was changed, with its fields."""

    hva: str
    linjer: list[Linje]


@dataclass(frozen=True)
class Innslag:
    """One decision and what it changed. `gjelder_fra` is None for what was changed before editions were kept."""

    organ: str
    vedtaksdag: date | None
    gjelder_fra: date | None
    grunn: str
    av: Any
    tid: datetime
    deler: list[Endretdel]


def utgavene(plan: Plan, side: str) -> Page[Planutgave]:
    """One page of the plan's editions, the newest first, with their changes. A page that is none is the nearest."""
    return Paginator(_med_endringer(plan), UTGAVER_PAA_SIDEN).get_page(side)


def foert_mellom(plan: Plan, fra: datetime, til: datetime | None) -> list[Innslag]:
    """What changed the wording by decisions that were written down after `fra` (until `til`, or now), the newest
    first. Two queries."""
    utgaver = _med_endringer(plan).filter(tid__gt=fra)
    if til:
        utgaver = utgaver.filter(tid__lte=til)
    return [ett for ett in innslag(utgaver) if ett.deler]


def innslag(utgaver: Iterable[Planutgave]) -> list[Innslag]:
    """The editions as they are read: a row of changes by one decision, written down in one go, is told as one."""
    grupper = [list(gruppe) for _, gruppe in groupby(utgaver, key=_beslutningen)]
    return [
        Innslag(
            organ="" if siste.organ == Organ.RETTING else Organ(siste.organ).label,
            vedtaksdag=siste.vedtaksdag,
            gjelder_fra=siste.gjelder_fra,
            grunn=siste.grunn,
            av=siste.av,
            tid=siste.tid,
            deler=_deler(endring for ett in reversed([siste, *eldre]) for endring in ett.endringer.all()),
        )
        for siste, *eldre in grupper
    ]


def foer_utgavene(plan: Plan) -> list[Innslag]:
    """What was changed before editions were kept: told by why and when, with no decision behind it."""
    rader = plan.ordlydsendringer.filter(utgave__isnull=True).select_related("av").order_by("-tid", "-pk")
    grupper = [list(gruppe) for _, gruppe in groupby(rader, key=lambda rad: (rad.tid.date(), rad.grunn, rad.av_id))]
    return [
        Innslag("", None, None, gruppe[0].grunn, gruppe[0].av, gruppe[0].tid, _deler(reversed(gruppe)))
        for gruppe in grupper
    ]


def tiltakets_innslag(tiltak: Tiltak) -> list[Innslag]:
    """The decisions that changed the wording of one measure, the newest first, with what they changed of it alone. One
    query."""
    rader = tiltak.ordlydsendringer.select_related("av", "utgave").defer("utgave__innhold")
    grupper = [list(gruppe) for _, gruppe in groupby(rader, key=lambda rad: (rad.utgave_id, rad.grunn, rad.av_id))]
    svar = []
    for gruppe in grupper:
        siste, utgave = gruppe[0], gruppe[0].utgave
        svar.append(
            Innslag(
                organ="" if utgave is None or utgave.organ == Organ.RETTING else Organ(utgave.organ).label,
                vedtaksdag=utgave.vedtaksdag if utgave else None,
                gjelder_fra=utgave.gjelder_fra if utgave else None,
                grunn=siste.grunn,
                av=siste.av,
                tid=siste.tid,
                deler=_deler(reversed(gruppe)),
            )
        )
    return svar


def planen_paa(plan: Plan, dag: date) -> tuple[Planutgave | None, Plandokument | None]:
    """The edition that held on `dag` and the plan as it stood in it.

    Both are None before the plan was adopted. The edition alone is None when nothing has been changed since editions
    were kept: then the plan stands as it does in its tables.
    """
    if not plan.er_vedtatt:
        return None, None
    if utgave := Planutgave.objects.paa_dagen(plan, dag):
        return utgave, fra_json(utgave.innhold)
    if dag < vedtatt_fra(plan) or plan.utgaver.exists():
        return None, None
    return None, plandokument(plan)


def vedtatt_fra(plan: Plan) -> date:
    """The first day on which the plan was adopted."""
    return plan.vedtatt_dag or plan.fra


def _med_endringer(plan: Plan) -> QuerySet[Planutgave]:
    endringer = Prefetch("endringer", Ordlydsendring.objects.order_by("pk"))
    return Planutgave.objects.uten_innhold().filter(plan=plan).select_related("av").prefetch_related(endringer)


def _beslutningen(utgave: Planutgave) -> tuple[Any, ...]:
    return utgave.gjelder_fra, utgave.organ, utgave.vedtaksdag, utgave.grunn, utgave.av_id


def _deler(endringer: Iterable[Ordlydsendring]) -> list[Endretdel]:
    return [
        Endretdel(hva, [Linje(rad.felt, forskjell(rad.foer, rad.etter), rad.foer, rad.etter) for rad in rader])
        for hva, rader in groupby(endringer, key=lambda rad: rad.hva)
    ]

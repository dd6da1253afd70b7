"""A plan laid out to be read: its chapters in order, the tree of goals in its place, wording as it is stored."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import F, FilteredRelation, Q

from .models import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan
from .sitering import ankere
from .utgave import avsnittene

FOERSTE_NIVAA = 2  # the heading of a goal without a dot in its number is one level below its chapter's
# What base.html and the page itself call their parts.
OPPTATT = ("innhold", "feil", "tiltak", "innholdsliste")


@dataclass(frozen=True)
class Tiltaksdel:
    """One measure as the plan has it."""

    kode: str
    tekst: str
    gjennomfoering: str
    ansvarlig: str
    anker: str


@dataclass(frozen=True)
class Maaldel:
    """One goal with its paragraphs and measures."""

    maal: Maal
    anker: str
    avsnitt: list[Avsnitt]
    tiltak: list[Tiltaksdel]

    @property
    def nivaa(self) -> int:
        """The heading's level."""
        return min(FOERSTE_NIVAA + self.maal.nivaa, 6)

    @property
    def har_ansvarlig(self) -> bool:
        return any(tiltak.ansvarlig for tiltak in self.tiltak)


@dataclass
class Kapitteldel:
    """One chapter with its paragraphs, and what else stands in it: the period's goals, the tree, the year's table."""

    kapittel: Kapittel
    anker: str
    avsnitt: list[Avsnitt] = field(default_factory=list)
    periodemaal: list[Periodemaal] = field(default_factory=list)
    maal: list[Maaldel] = field(default_factory=list)
    aktivitetsrader: list[Aktivitetsrad] = field(default_factory=list)


def plantekst(plan: Plan) -> list[Kapitteldel]:
    """Give everything in the plan, in its own order. Five queries for any size."""
    av_kapittel, av_maal = avsnittene(plan)
    deler = [
        Kapitteldel(kapittel, f"kapittel-{nr}", av_kapittel[kapittel.pk])
        for nr, kapittel in enumerate(plan.kapitler.all(), start=1)
    ]
    if periodemaal := list(plan.periodemaal.all()):
        _av_slag(deler, Kapittel.Slag.PERIODEMAAL)[0].periodemaal = periodemaal
    if maal := _maalene(plan, av_maal):
        _av_slag(deler, Kapittel.Slag.MAAL)[0].maal = maal
    if rader := list(plan.aktivitetsrader.all()):
        _av_slag(deler, Kapittel.Slag.AVSLUTNING)[-1].aktivitetsrader = rader
    return deler


def _av_slag(deler: list[Kapitteldel], slag: Kapittel.Slag) -> list[Kapitteldel]:
    """The chapters of one kind. A plan made by hand may lack it, and gets one: nothing is left out for that."""
    if not any(del_.kapittel.slag == slag for del_ in deler):
        deler.append(Kapitteldel(Kapittel(slag=slag, overskrift=slag.label), f"kapittel-{len(deler) + 1}"))
    return [del_ for del_ in deler if del_.kapittel.slag == slag]


def foerste_setning(tekst: str) -> str:
    """The first sentence of a paragraph, with its full stop."""
    return re.split(r"(?<=[.!?])\s", tekst, maxsplit=1)[0]


def _maalene(plan: Plan, avsnitt: dict[int, list[Avsnitt]]) -> list[Maaldel]:
    # One row for each measure, and one for a goal without any: goals and measures in one query.
    i_planen = FilteredRelation("tiltak", condition=Q(tiltak__utgaatt__isnull=True))
    rader = (
        plan.maal.gjeldende()
        .annotate(
            ett=i_planen,
            tiltakets_pk=F("ett__pk"),
            tiltakets_kode=F("ett__kode"),
            tiltakets_tekst=F("ett__tekst"),
            tiltakets_gjennomfoering=F("ett__gjennomfoering"),
            tiltakets_ansvarlig=F("ett__ansvarlig"),
        )
        .order_by("nr", "pk", "ett__nr", "ett__pk")
    )
    grupper = [list(gruppe) for _, gruppe in groupby(rader, key=lambda rad: rad.pk)]
    merker = [[gruppe[0].nummer, *(rad.tiltakets_kode for rad in gruppe if rad.tiltakets_pk)] for gruppe in grupper]
    navn = iter(ankere((merke for maalets in merker for merke in maalets), OPPTATT))
    return [
        Maaldel(
            maal=gruppe[0],
            anker=next(navn),
            avsnitt=avsnitt[gruppe[0].pk],
            tiltak=[
                Tiltaksdel(
                    kode=rad.tiltakets_kode,
                    tekst=rad.tiltakets_tekst,
                    gjennomfoering=rad.tiltakets_gjennomfoering,
                    ansvarlig=rad.tiltakets_ansvarlig,
                    anker=next(navn),
                )
                for rad in gruppe
                if rad.tiltakets_pk
            ],
        )
        for gruppe in grupper
    ]

"""The plan as one whole: read out of its tables as a document, and kept as an edition whenever adopted text changes.

Every act that changes an adopted plan's wording goes through `endre_planen`: it asks for whose decision it is, keeps
the log of what was changed, and the whole plan as it stands afterwards.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q

from . import dokument
from .dokument import Plandokument
from .dokument.planjson import til_json
from .models import Avsnitt, Maal, Ordlydsendring, Organ, Periodemaal, Plan, Planutgave, Tiltak
from .ordlyd import Endring, navnet_paa, som_tekst

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


@dataclass(frozen=True)
class Beslutning:
    """By whose decision adopted wording is changed, on which day, why, and who writes it down."""

    organ: str
    dag: date
    grunn: str
    av: "Bruker | None"


class ManglerBeslutning(Exception):
    """Adopted wording was to be changed, and nobody said by whose decision."""


@dataclass
class Endringslogg:
    """What one act changes in a plan. Nothing is kept of it for a plan that is not adopted."""

    plan: Plan
    linjer: list[tuple[models.Model, str, Endring]] = field(default_factory=list)

    def skriv(self, ting: models.Model, *endringer: Endring) -> None:
        """Add changes to a part of the plan; told now, by the name that it has now."""
        self.linjer += [(ting, navnet_paa(ting), endring) for endring in endringer]

    def skriv_felter(self, ting: models.Model, nye: dict[str, Any]) -> None:
        """Add what differs between the fields that `ting` has and the `nye` values, before they are set."""
        navn = {felt.name: str(felt.verbose_name) for felt in ting._meta.fields}
        alle = [Endring(navn[felt], som_tekst(getattr(ting, felt)), som_tekst(ny)) for felt, ny in nye.items()]
        self.skriv(ting, *(endring for endring in alle if endring.foer != endring.etter))


@contextmanager
def endre_planen(plan: Plan, beslutning: Beslutning | None) -> Iterator[Endringslogg]:
    """One change of a plan, in one transaction: what is written to the log inside it becomes one edition.

    Raises ManglerBeslutning, and nothing is saved, when the plan is adopted, something was changed, and no decision is
    given. A plan that is not adopted has no editions, and needs none. One change at a time: the plan's row is locked.
    """
    with transaction.atomic():
        laast = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
        if laast.er_vedtatt and not laast.utgaver.exists():
            foerste_utgave(laast)  # adopted before editions were kept
        logg = Endringslogg(laast)
        yield logg
        if laast.er_vedtatt and logg.linjer:
            if beslutning is None:
                raise ManglerBeslutning
            _ny_utgave(laast, beslutning, logg)


def foerste_utgave(plan: Plan, av: "Bruker | None" = None) -> Planutgave:
    """Keep a plan that has just been adopted as its first edition, from the day on which it was."""
    dag = plan.vedtatt_dag or plan.fra
    return Planutgave.objects.create(
        plan=plan,
        gjelder_fra=dag,
        innhold=til_json(plandokument(plan)),
        organ=Organ.AARSMOETET,
        vedtaksdag=dag,
        grunn="Planen ble vedtatt.",
        av=av,
    )


def _ny_utgave(plan: Plan, beslutning: Beslutning, logg: Endringslogg) -> None:
    siste = Planutgave.objects.uten_innhold().filter(plan=plan).order_by("gjelder_fra", "pk").last()
    utgave = Planutgave.objects.create(
        plan=plan,
        gjelder_fra=max(beslutning.dag, siste.gjelder_fra) if siste else beslutning.dag,
        innhold=til_json(plandokument(plan)),
        organ=beslutning.organ,
        vedtaksdag=beslutning.dag,
        grunn=beslutning.grunn,
        av=beslutning.av,
    )
    Ordlydsendring.objects.bulk_create(
        Ordlydsendring(
            plan=plan,
            utgave=utgave,
            tiltak=ting if isinstance(ting, Tiltak) and ting.pk else None,
            hva=hva,
            felt=endring.felt,
            foer=endring.foer,
            etter=endring.etter,
            grunn=beslutning.grunn,
            av=beslutning.av,
        )
        for ting, hva, endring in logg.linjer
    )


@dataclass(frozen=True)
class Planrader:
    """The plan as a document, and the rows that it was read from, in the document's own order."""

    dokument: Plandokument
    periodemaal: list[Periodemaal]
    maal: list[Maal]
    tiltak: list[Tiltak]


def plandokument(plan: Plan) -> Plandokument:
    """Give the plan as it stands in its tables now, without what has been taken out of it. Six queries for any size.

    `linje` is 0 but for the measures, which know theirs: the document is no file's.
    """
    return planrader(plan).dokument


def planrader(plan: Plan) -> Planrader:
    """Give the document that `plandokument` gives, and its rows, in the same six queries."""
    av_kapittel, av_maal = avsnittene(plan)
    av_tiltak: dict[int, list[Tiltak]] = defaultdict(list)
    for tiltak in Tiltak.objects.i_planen(plan).gjeldende().i_planens_rekkefoelge():
        av_tiltak[tiltak.maal_id].append(tiltak)
    maal = list(plan.maal.gjeldende())
    periodemaal = list(plan.periodemaal.all())
    nummer = {ett.pk: ett.nummer for ett in maal}
    dok = Plandokument(
        organisasjon=plan.organisasjon,
        tittel=plan.tittel,
        undertittel=plan.undertittel,
        fra=plan.fra,
        til=plan.til,
        innhold=(),
        kapitler=tuple(
            dokument.Kapittel(ett.slag, ett.overskrift, ett.linje, None, 0, _som_dokument(av_kapittel[ett.pk]))
            for ett in plan.kapitler.all()
        ),
        periodemaal=tuple(
            dokument.Periodemaal(
                tekst=ett.tekst,
                margin=ett.linje,
                margin_til=None,
                linje=0,
                antall=ett.antall,
                per_valgkrets=ett.per_valgkrets,
                valg=ett.valg or None,
                valgaar=ett.valgaar,
            )
            for ett in periodemaal
        ),
        maal=tuple(_maal(ett, nummer, av_maal[ett.pk], av_tiltak[ett.pk]) for ett in maal),
        aktivitetsplan=tuple(
            dokument.Aktivitetsrad(ett.maaned, ett.valgaar, ett.mellomaar, 0) for ett in plan.aktivitetsrader.all()
        ),
        tomme_linjer=(),
        merknader=(),
    )
    return Planrader(dok, periodemaal, maal, [tiltak for ett in maal for tiltak in av_tiltak[ett.pk]])


def avsnittene(plan: Plan) -> tuple[dict[int, list[Avsnitt]], dict[int, list[Avsnitt]]]:
    """Give the plan's paragraphs by the chapter's key, and by the goal's, in one query."""
    av_kapittel: dict[int, list[Avsnitt]] = defaultdict(list)
    av_maal: dict[int, list[Avsnitt]] = defaultdict(list)
    for avsnitt in Avsnitt.objects.filter(Q(kapittel__plan=plan) | Q(maal__plan=plan)).order_by("nr", "pk"):
        if avsnitt.kapittel_id:
            av_kapittel[avsnitt.kapittel_id].append(avsnitt)
        elif avsnitt.maal_id:
            av_maal[avsnitt.maal_id].append(avsnitt)
    return av_kapittel, av_maal


def _maal(maal: Maal, nummer: dict[int, str], avsnitt: list[Avsnitt], tiltak: list[Tiltak]) -> dokument.Maal:
    return dokument.Maal(
        nummer=maal.nummer,
        forelder=nummer.get(maal.forelder_id or 0),
        overskrift=maal.overskrift,
        margin=maal.linje,
        margin_til=None,
        linje=0,
        motto=maal.motto,
        motto_margin=maal.motto_linje,
        avsnitt=_som_dokument(avsnitt),
        tiltak=tuple(
            dokument.Tiltak(ett.kode, ett.tekst, ett.gjennomfoering, ett.ansvarlig, ett.linje or 0) for ett in tiltak
        ),
    )


def _som_dokument(avsnitt: list[Avsnitt]) -> tuple[dokument.Avsnitt, ...]:
    return tuple(dokument.Avsnitt(ett.tekst, ett.punkt, ett.linje_fra, ett.linje_til, 0) for ett in avsnitt)

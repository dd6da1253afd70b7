"""Pure: a plan document laid out to be read: its chapters in order, the tree of goals in its place, a name to link to
for every number. The plan as it stands now and the plan as it stood on any day are laid out alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tiltak.dokument.plandokument import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plandokument, Tiltak
from tiltak.sitering import ankere

FOERSTE_NIVAA = 2  # the heading of a goal without a dot in its number is one level below its chapter's
DYPESTE_NIVAA = 6
TEGN_PAA_LINJEN, LANGE_LINJER = 38, 25  # in a booklet's table
# What base.html and the plan's pages themselves call their parts.
OPPTATT = (
    "innhold", "feil", "tiltak", "innholdsliste", "innholdstittel", "planen", "planinnhold", "planlenker", "treff",
    "plansoek", "id_q", "utgave", "velg-dag", "id_dag",
)  # fmt: skip
# The chapters that hold more than paragraphs: a plan made by hand may lack them, and gets them under these names.
NAVN = {"periodemaal": "Mål for perioden", "maal": "Målene", "avslutning": "Avslutning"}


@dataclass
class Periodemaaltekst:
    """One goal for the period. `utfall` is what is known of its election, and `rad` its row, put there where they are
    to be shown."""

    periodemaal: Periodemaal
    utfall: Any = None
    rad: Any = None


@dataclass
class Tiltakstekst:
    """One measure as the plan has it. `rad` is its row, with the year's terminer, put there for the board."""

    tiltak: Tiltak
    anker: str
    rad: Any = None

    @property
    def er_lang(self) -> bool:
        """Whether it takes more than most of a booklet's page: such a row may be split, others are kept whole."""
        return sum(1 + len(linje) // TEGN_PAA_LINJEN for linje in self.tiltak.tekst.split("\n")) > LANGE_LINJER


@dataclass
class Maaltekst:
    """One goal with its paragraphs and measures. `tall` is the year's figures, put there for the board."""

    maal: Maal
    anker: str
    tiltak: list[Tiltakstekst]
    tall: Any = None

    @property
    def navn(self) -> str:
        return f"{self.maal.nummer} {self.maal.overskrift}".strip()

    @property
    def dybde(self) -> int:
        """Depth in the tree: 1 for "2", 3 for "2.1.3"."""
        return self.maal.nummer.count(".") + 1

    @property
    def nivaa(self) -> int:
        """The heading's level."""
        return min(FOERSTE_NIVAA + self.dybde, DYPESTE_NIVAA)

    @property
    def har_ansvarlig(self) -> bool:
        return any(ett.tiltak.ansvarlig for ett in self.tiltak)


@dataclass
class Kapitteltekst:
    """One chapter with its paragraphs, and what else stands in it: the period's goals, the tree, the year's table."""

    kapittel: Kapittel
    anker: str
    periodemaal: list[Periodemaaltekst] = field(default_factory=list)
    maal: list[Maaltekst] = field(default_factory=list)
    aktivitetsrader: Sequence[Aktivitetsrad] = ()

    @property
    def avsnitt(self) -> Sequence[Avsnitt]:
        return self.kapittel.avsnitt


@dataclass
class Plantekst:
    """The whole plan, laid out."""

    tittel: str
    organisasjon: str
    fra: date
    til: date
    kapitler: list[Kapitteltekst]

    @property
    def periodemaal(self) -> Iterator[Periodemaaltekst]:
        return (ett for kapittel in self.kapitler for ett in kapittel.periodemaal)

    @property
    def maal(self) -> Iterator[Maaltekst]:
        return (maal for kapittel in self.kapitler for maal in kapittel.maal)

    @property
    def tiltak(self) -> Iterator[Tiltakstekst]:
        return (tiltak for maal in self.maal for tiltak in maal.tiltak)


def plantekst(dok: Plandokument) -> Plantekst:
    """Give everything in the plan, in its own order. Goals and measures come in the document's order."""
    kapitler = [Kapitteltekst(ett, f"kapittel-{nr}") for nr, ett in enumerate(dok.kapitler, start=1)]
    if dok.periodemaal:
        _av_slag(kapitler, "periodemaal")[0].periodemaal = [Periodemaaltekst(ett) for ett in dok.periodemaal]
    if dok.maal:
        maalene = _av_slag(kapitler, "maal")[0]
        maalene.maal = _maalene(dok.maal, [ett.anker for ett in kapitler])
    if dok.aktivitetsplan:
        _av_slag(kapitler, "avslutning")[-1].aktivitetsrader = dok.aktivitetsplan
    return Plantekst(dok.tittel, dok.organisasjon, dok.fra, dok.til, kapitler)


def foerste_setning(tekst: str) -> str:
    """The first sentence of a paragraph, with its full stop."""
    return re.split(r"(?<=[.!?])\s", tekst, maxsplit=1)[0]


def _av_slag(kapitler: list[Kapitteltekst], slag: str) -> list[Kapitteltekst]:
    """The chapters of one kind. A plan made by hand may lack it, and gets one: nothing is left out for that."""
    if not any(ett.kapittel.slag == slag for ett in kapitler):
        ny = Kapittel(slag, NAVN[slag], margin=None, margin_til=None, linje=0)
        kapitler.append(Kapitteltekst(ny, f"kapittel-{len(kapitler) + 1}"))
    return [ett for ett in kapitler if ett.kapittel.slag == slag]


def _maalene(maalene: Sequence[Maal], kapittelankere: Sequence[str]) -> list[Maaltekst]:
    merker = [merke for maal in maalene for merke in (maal.nummer, *(ett.kode for ett in maal.tiltak))]
    navn = iter(ankere(merker, (*OPPTATT, *kapittelankere)))
    return [
        Maaltekst(maal, next(navn), [Tiltakstekst(tiltak, next(navn)) for tiltak in maal.tiltak]) for maal in maalene
    ]

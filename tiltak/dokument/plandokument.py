"""What a read plan document is made of: dataclasses that whatever reads a document gives out.

`linje` is always the place in the file, counted from 1: the line of a text file, the row of a sheet, in a Word file
the running number of the paragraph or table row, empty ones too, and in JSON only the order (`Plandokument.filslag`
says which, and how to say it to people). `margin` is the line number printed in the document's own margin, by which
amendments cite it; it is None where the document has none. Every text is the document's wording letter for letter,
without line number and bullet mark, its lines joined by one space.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Filslag(StrEnum):
    """Which kind of file a document was read from, and so what its `linje` counts."""

    TEKST = "tekst"
    WORD = "word"
    JSON = "json"
    REGNEARK = "regneark"

    @property
    def enhet(self) -> str:
        """What `linje` counts: "avsnitt 34" in place of "linje 34". "" in JSON, whose lines nobody reads."""
        return {Filslag.TEKST: "linje", Filslag.WORD: "avsnitt", Filslag.REGNEARK: "rad"}.get(self, "")

    @property
    def bestemt(self) -> str:
        return "Linja" if self is Filslag.TEKST else "Avsnittet"

    def sted(self, nr: int) -> str:
        """Where `nr` is, in a sentence: "i avsnitt 34", "på linje 34"."""
        if not (nr and self.enhet):
            return "lenger opp"
        return f"{'på' if self is Filslag.TEKST else 'i'} {self.enhet} {nr}"


@dataclass(frozen=True)
class Merknad:
    """One slip of the document, or one thing in it that found no place: pointed out, never mended.

    `hva` is a short name for the kind of slip that does not change, `tekst` a Norwegian sentence.
    """

    linje: int
    hva: str
    tekst: str


@dataclass(frozen=True)
class Innholdslinje:
    """One line of the contents page; `side` is 0 where Word's own contents page is set up without page numbers."""

    tekst: str
    side: int
    linje: int


@dataclass(frozen=True)
class Avsnitt:
    """One paragraph, or one bullet (`punkt`), from margin line to margin line."""

    tekst: str
    punkt: bool
    margin_fra: int | None
    margin_til: int | None
    linje: int


@dataclass(frozen=True)
class Kapittel:
    """A chapter outside the tree of goals; `slag` says which.

    - innledning: what stands before the vision; also without a heading of its own (`overskrift` is "" then)
    - visjon
    - periodemaal: the heading above the plan's overall goals, which are in `Plandokument.periodemaal`
    - maal: the heading right above the first numbered goal
    - avslutning: what stands after the last goal
    """

    slag: str
    overskrift: str
    margin: int | None
    margin_til: int | None
    linje: int
    avsnitt: tuple[Avsnitt, ...] = ()


@dataclass(frozen=True)
class Periodemaal:
    """One overall goal for the period, with its target where the wording states one."""

    tekst: str
    margin: int | None
    margin_til: int | None
    linje: int
    antall: int | None = None
    per_valgkrets: bool = False
    valg: str | None = None  # stortingsvalg, fylkestingsvalg or kommunestyrevalg
    valgaar: int | None = None


@dataclass(frozen=True)
class Tiltak:
    """One row of a table of measures, as written. The code is no key: it may stand twice, or be missing ("")."""

    kode: str
    tekst: str
    gjennomfoering: str
    ansvarlig: str
    linje: int


@dataclass(frozen=True)
class Maal:
    """One numbered goal: `nummer` has no dot at the end, `forelder` is the nearest goal above it, or None.

    `motto` is the un-numbered heading right under the numbered one, "" where there is none.
    """

    nummer: str
    forelder: str | None
    overskrift: str
    margin: int | None
    margin_til: int | None
    linje: int
    motto: str = ""
    motto_margin: int | None = None
    avsnitt: tuple[Avsnitt, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()


@dataclass(frozen=True)
class Aktivitetsrad:
    """One month of the fixed yearly pattern; an empty cell is ""."""

    maaned: str
    valgaar: str
    mellomaar: str
    linje: int


@dataclass(frozen=True)
class Plandokument:
    """A whole plan document, in the document's order."""

    organisasjon: str
    tittel: str
    undertittel: str
    fra: date
    til: date
    innhold: tuple[Innholdslinje, ...]
    kapitler: tuple[Kapittel, ...]
    periodemaal: tuple[Periodemaal, ...]
    maal: tuple[Maal, ...]
    aktivitetsplan: tuple[Aktivitetsrad, ...]
    tomme_linjer: tuple[int, ...]  # margin numbers of empty lines: layout, but the margin counts them
    merknader: tuple[Merknad, ...]  # by line
    filslag: Filslag = Filslag.TEKST

    @property
    def tiltak(self) -> tuple[Tiltak, ...]:
        """All the measures, in the document's order."""
        return tuple(tiltak for maal in self.maal for tiltak in maal.tiltak)

    def kapitler_av(self, *slag: str) -> tuple[Kapittel, ...]:
        """The chapters of these kinds, in the document's order."""
        return tuple(kapittel for kapittel in self.kapitler if kapittel.slag in slag)

    def overskrifter(self) -> Iterator[tuple[int, str]]:
        """Every heading of chapters and goals with its line in the file, in the document's order."""
        deler: list[Kapittel | Maal] = [*self.kapitler, *self.maal]
        yield from sorted((del_.linje, del_.overskrift) for del_ in deler if del_.overskrift)

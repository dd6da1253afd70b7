"""What a report says of its measures: each goal with its own, each measure with its due dates, how each stands."""

from dataclasses import dataclass
from datetime import date

from aktivitet.tid import dag_i_ord

from ...figurer import Figurer
from ...models.termin import Stilling
from ..tekst import Tekstblokk


def er_lang(*tekster: str) -> bool:
    """Whether texts below each other in a column of a table take more than a third of a page: such a row may be split
    between two pages, where others are kept together."""
    return sum(1 + len(linje) // 40 for tekst in tekster for linje in tekst.split("\n")) > 16


@dataclass(frozen=True)
class Linje:
    """How a measure stands at one of its due dates, or at several where it stands alike."""

    etikett: str
    stilling: str
    utfoert: date | None = None
    etter_siste_dag: bool = False  # done after the report's last day: told, since it is counted all the same
    utsatt_til: date | None = None
    merknad: str = ""
    anslag: date | None = None  # the due day, where it rests on a meeting that has no day yet
    satt: date | None = None  # the day its status was set, where that is after the report's last day
    frist: date | None = None  # the due day

    @property
    def status(self) -> str:
        """The stilling as a word; one that is no longer in use is its own word, in what was frozen while it was."""
        return str(Stilling(self.stilling).label) if self.stilling in Stilling.values else self.stilling

    @property
    def dag(self) -> str:
        """Say when it was done, to when it was put off, and when that was decided; empty where none is to be told."""
        deler = []
        if self.utsatt_til:
            deler.append(f"til {dag_i_ord(self.utsatt_til)}")
        if self.utfoert:
            deler.append(dag_i_ord(self.utfoert))
        if self.etter_siste_dag:
            deler.append("etter beretningens siste dag")
        if self.satt:
            deler.append(f"satt {dag_i_ord(self.satt)}")
        return ", ".join(deler)

    @property
    def naar(self) -> str:
        """Say which due date it is; a day that is only estimated says so."""
        return f"{self.etikett} (frist {dag_i_ord(self.anslag)}, anslag)" if self.anslag else self.etikett


@dataclass(frozen=True)
class Tiltaksdel:
    """One measure as the plan has it, and how it stands at its due dates in the period.

    sammendrag: stands in place of a line for each where there are many; the lines are then those that differ.
    alle: a line for each of its due dates, for those who count themselves.
    """

    kode: str
    tekst: str
    gjennomfoering: str
    ansvarlig: str
    sammendrag: str = ""
    linjer: tuple[Linje, ...] = ()
    alle: tuple[Linje, ...] = ()

    @property
    def har_frist(self) -> bool:
        return bool(self.sammendrag or self.linjer)

    @property
    def er_lang(self) -> bool:
        return er_lang(self.tekst) or er_lang(*(f"\n{linje.merknad}" for linje in self.linjer))


@dataclass(frozen=True)
class Maaldel:
    """One goal with its own measures. Goals under it are parts of their own, after it in the plan's order."""

    nummer: str
    overskrift: str
    motto: str
    nivaa: int  # 1, 2, 3, and never two more than the goal before: headings skip no level
    anker: str
    figurer: Figurer
    tiltak: tuple[Tiltaksdel, ...]
    tekst: tuple[Tekstblokk, ...] = ()  # what the secretary says of it

    @property
    def navn(self) -> str:
        return f"{self.nummer} {self.overskrift}"

    @property
    def overskriftsnivaa(self) -> int:
        """The level of its heading: under the report's title and the chapter's."""
        return min(self.nivaa + 2, 6)


@dataclass(frozen=True)
class Sak:
    """One measure told apart from its goal, with one line."""

    kode: str
    tekst: str
    linje: Linje

    @property
    def er_lang(self) -> bool:
        return er_lang(self.tekst) or er_lang(self.linje.merknad)

"""The parts of a year that are known to the day: weeks, a day, days in a row, and everything up to a day."""

from dataclasses import dataclass
from datetime import date

from aktivitet.kalender import MAANEDSNAVN, Dager

from .aarsdel import DAG, FOERSTE_AAR, SISTE_AAR, UKE, Del, Ramme, siste_i_maaneden

SISTE_UKE = 53
SKUDDAAR = 2000  # every day that exists in some year exists in a leap year


@dataclass(frozen=True)
class Uker(Del):
    """One ISO week or several in a row, Monday to Sunday; some years have no week 53."""

    fra: int
    til: int
    slag, presisjon = "uker", UKE

    def er_mulig(self) -> bool:
        return 1 <= self.fra <= self.til <= SISTE_UKE

    @property
    def _navn(self) -> str:
        return f"uke {self.fra}" if self.fra == self.til else f"uke {self.fra}–{self.til}"

    @property
    def tekst(self) -> str:
        return f"i {self._navn}"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-U{self.fra:02}" + (f"/{self.til:02}" if self.til != self.fra else "")

    def etikett(self, aar: int) -> str:
        return f"{self._navn} {aar}"

    def finnes_i(self, aar: int) -> bool:
        return self.til <= uker_i(aar)

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date.fromisocalendar(aar, self.fra, 1), date.fromisocalendar(aar, self.til, 7)


@dataclass(frozen=True)
class Dag(Del):
    """A single day."""

    maaned: int
    dag: int
    slag, presisjon = "dag", DAG

    def er_mulig(self) -> bool:
        return er_dag(SKUDDAAR, self.maaned, self.dag)

    @property
    def tekst(self) -> str:
        return dag_i_ord(self.maaned, self.dag)

    def noekkel(self, aar: int) -> str:
        return f"{aar}-{self.maaned:02}-{self.dag:02}"

    def etikett(self, aar: int) -> str:
        return f"{dag_i_ord(self.maaned, self.dag)} {aar}"

    def finnes_i(self, aar: int) -> bool:
        return er_dag(aar, self.maaned, self.dag)

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, self.maaned, self.dag), date(aar, self.maaned, self.dag)


@dataclass(frozen=True)
class Dagspenn(Del):
    """From one day to another; `over` is how many New Years lie between ("15. desember–15. januar": one).

    Also what the secretary sets by hand: from this day, due that day.
    """

    fra_maaned: int
    fra_dag: int
    til_maaned: int
    til_dag: int
    over: int = 0
    slag, presisjon = "dagspenn", DAG

    def er_mulig(self) -> bool:
        if not (er_dag(SKUDDAAR, self.fra_maaned, self.fra_dag) and er_dag(SKUDDAAR, self.til_maaned, self.til_dag)):
            return False
        if self.over == 0:
            return (self.fra_maaned, self.fra_dag) < (self.til_maaned, self.til_dag)
        return 0 < self.over <= SISTE_AAR - FOERSTE_AAR

    @property
    def krysser_nyttaar(self) -> bool:
        return self.over > 0

    @property
    def tekst(self) -> str:
        fra, til = dag_i_ord(self.fra_maaned, self.fra_dag), dag_i_ord(self.til_maaned, self.til_dag)
        return f"fra {fra} til {til}" + aar_etter(self.over)

    def noekkel(self, aar: int) -> str:
        fra, til = f"{aar}-{self.fra_maaned:02}-{self.fra_dag:02}", f"{self.til_maaned:02}-{self.til_dag:02}"
        return f"{fra}/{aar + self.over}-{til}" if self.over else f"{fra}/{til}"

    def etikett(self, aar: int) -> str:
        fra, til = dag_i_ord(self.fra_maaned, self.fra_dag), dag_i_ord(self.til_maaned, self.til_dag)
        if self.over:
            return f"{fra} {aar}–{til} {aar + self.over}"
        return f"{self.fra_dag}.–{til} {aar}" if self.fra_maaned == self.til_maaned else f"{fra}–{til} {aar}"

    def finnes_i(self, aar: int) -> bool:
        return er_dag(aar, self.fra_maaned, self.fra_dag) and er_dag(aar + self.over, self.til_maaned, self.til_dag)

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, self.fra_maaned, self.fra_dag), date(aar + self.over, self.til_maaned, self.til_dag)


@dataclass(frozen=True)
class Innen(Dag):
    """Due by a day of the year, from New Year on: "innen 1. juni 2026" is due that day."""

    slag = "innen"

    @property
    def tekst(self) -> str:
        return f"innen {super().tekst}"

    def noekkel(self, aar: int) -> str:
        return f"innen-{super().noekkel(aar)}"

    def etikett(self, aar: int) -> str:
        return f"innen {super().etikett(aar)}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, 1, 1), date(aar, self.maaned, self.dag)


@dataclass(frozen=True)
class InnenUtgangen(Del):
    """Due by the last day of a month, from New Year on."""

    maaned: int
    slag, presisjon = "innen_utgangen", DAG

    def er_mulig(self) -> bool:
        return 1 <= self.maaned <= 12

    @property
    def tekst(self) -> str:
        return f"innen utgangen av {MAANEDSNAVN[self.maaned - 1]}"

    def noekkel(self, aar: int) -> str:
        return f"innen-{aar}-{self.maaned:02}"

    def etikett(self, aar: int) -> str:
        return f"{self.tekst} {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, 1, 1), siste_i_maaneden(aar, self.maaned)


@dataclass(frozen=True)
class InnenUke(Del):
    """Due by the Sunday of an ISO week, from New Year on."""

    nr: int
    slag, presisjon = "innen_uke", UKE

    def er_mulig(self) -> bool:
        return 1 <= self.nr <= SISTE_UKE

    @property
    def tekst(self) -> str:
        return f"innen utgangen av uke {self.nr}"

    def noekkel(self, aar: int) -> str:
        return f"innen-{aar}-U{self.nr:02}"

    def etikett(self, aar: int) -> str:
        return f"{self.tekst} {aar}"

    def finnes_i(self, aar: int) -> bool:
        return self.nr <= uker_i(aar)

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, 1, 1), date.fromisocalendar(aar, self.nr, 7)


def uker_i(aar: int) -> int:
    """How many ISO weeks the year has: its 28 December always lies in the last of them."""
    return date(aar, 12, 28).isocalendar().week


def er_dag(aar: int, maaned: int, dag: int) -> bool:
    """Whether the year has such a day."""
    return 1 <= maaned <= 12 and 1 <= dag <= siste_i_maaneden(aar, maaned).day


def dag_i_ord(maaned: int, dag: int) -> str:
    return f"{dag}. {MAANEDSNAVN[maaned - 1]}"


def aar_etter(over: int) -> str:
    """What is said after a last day or month that lies `over` New Years after the first."""
    return "" if not over else " året etter" if over == 1 else f" {over} år etter"

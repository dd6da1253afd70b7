"""The parts of a year that are known to the day: weeks, a day, and everything up to a day."""

from dataclasses import dataclass
from datetime import date

from aktivitet.kalender import MAANEDSNAVN

from .aarsdel import DAG, UKE, Del, MoeterIAar, siste_i_maaneden


@dataclass(frozen=True)
class Uker(Del):
    """One ISO week or several in a row, Monday to Sunday; some years have no week 53."""

    fra: int
    til: int
    slag, presisjon = "uker", UKE

    def er_mulig(self) -> bool:
        return 1 <= self.fra <= self.til <= 53

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
        return self.til <= date(aar, 12, 28).isocalendar().week  # the 28th lies in the year's last ISO week

    def dager(self, aar: int, moeter: MoeterIAar) -> tuple[date, date]:
        return date.fromisocalendar(aar, self.fra, 1), date.fromisocalendar(aar, self.til, 7)


@dataclass(frozen=True)
class Dag(Del):
    """A single day."""

    maaned: int
    dag: int
    slag, presisjon = "dag", DAG

    def er_mulig(self) -> bool:
        # 2000 was a leap year: every day that exists in some year exists there
        return 1 <= self.maaned <= 12 and 1 <= self.dag <= siste_i_maaneden(2000, self.maaned).day

    @property
    def tekst(self) -> str:
        return f"{self.dag}. {MAANEDSNAVN[self.maaned - 1]}"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-{self.maaned:02}-{self.dag:02}"

    def etikett(self, aar: int) -> str:
        return f"{self.dag}. {MAANEDSNAVN[self.maaned - 1]} {aar}"

    def finnes_i(self, aar: int) -> bool:
        return self.dag <= siste_i_maaneden(aar, self.maaned).day

    def dager(self, aar: int, moeter: MoeterIAar) -> tuple[date, date]:
        return date(aar, self.maaned, self.dag), date(aar, self.maaned, self.dag)


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

    def dager(self, aar: int, moeter: MoeterIAar) -> tuple[date, date]:
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

    def dager(self, aar: int, moeter: MoeterIAar) -> tuple[date, date]:
        return date(aar, 1, 1), siste_i_maaneden(aar, self.maaned)

"""The parts of a year that are whole months: the year, a half, a third, a quarter, a month, several."""

from dataclasses import dataclass
from datetime import date

from aktivitet.kalender import MAANEDSNAVN, Dager

from .aarsdel import (
    AAR,
    FOERSTE_AAR,
    HALVAAR,
    KVARTAL,
    MAANED,
    MAANEDER,
    SISTE_AAR,
    Del,
    Ramme,
    siste_i_maaneden,
)
from .dager import aar_etter


@dataclass(frozen=True)
class Heleaar(Del):
    """The calendar year."""

    slag, presisjon = "heleaar", AAR
    tekst = ""

    def noekkel(self, aar: int) -> str:
        return f"{aar}"

    def etikett(self, aar: int) -> str:
        return f"{aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, 1, 1), date(aar, 12, 31)


@dataclass(frozen=True)
class Halvaar(Del):
    """The first or the second half of the year."""

    nr: int
    slag, presisjon = "halvaar", HALVAAR

    def er_mulig(self) -> bool:
        return 1 <= self.nr <= 2

    @property
    def tekst(self) -> str:
        return f"i {self.nr}. halvår"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-H{self.nr}"

    def etikett(self, aar: int) -> str:
        return f"{self.nr}. halvår {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, 6 * self.nr - 5, 1), siste_i_maaneden(aar, 6 * self.nr)


@dataclass(frozen=True)
class Tertial(Del):
    """One of the three parts of four months."""

    nr: int
    slag, presisjon = "tertial", MAANEDER

    def er_mulig(self) -> bool:
        return 1 <= self.nr <= 3

    @property
    def tekst(self) -> str:
        return f"i {self.nr}. tertial"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-T{self.nr}"

    def etikett(self, aar: int) -> str:
        return f"{self.nr}. tertial {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, 4 * self.nr - 3, 1), siste_i_maaneden(aar, 4 * self.nr)


@dataclass(frozen=True)
class Kvartal(Del):
    """One of the four quarters."""

    nr: int
    slag, presisjon = "kvartal", KVARTAL

    def er_mulig(self) -> bool:
        return 1 <= self.nr <= 4

    @property
    def tekst(self) -> str:
        return f"i {self.nr}. kvartal"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-K{self.nr}"

    def etikett(self, aar: int) -> str:
        return f"{self.nr}. kvartal {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, 3 * self.nr - 2, 1), siste_i_maaneden(aar, 3 * self.nr)


@dataclass(frozen=True)
class Maaned(Del):
    """One month."""

    nr: int
    slag, presisjon = "maaned", MAANED

    def er_mulig(self) -> bool:
        return 1 <= self.nr <= 12

    @property
    def tekst(self) -> str:
        return f"i {MAANEDSNAVN[self.nr - 1]}"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-{self.nr:02}"

    def etikett(self, aar: int) -> str:
        return f"{MAANEDSNAVN[self.nr - 1]} {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, self.nr, 1), siste_i_maaneden(aar, self.nr)


@dataclass(frozen=True)
class Maaneder(Del):
    """One window over several months; `over` is how many New Years it crosses ("desember–januar" crosses one)."""

    fra: int
    til: int
    over: int = 0
    slag, presisjon = "maaneder", MAANEDER

    def er_mulig(self) -> bool:
        maaneder = 1 <= self.fra <= 12 and 1 <= self.til <= 12
        return maaneder and (self.fra < self.til if self.over == 0 else 0 < self.over <= SISTE_AAR - FOERSTE_AAR)

    @property
    def krysser_nyttaar(self) -> bool:
        return self.over > 0

    @property
    def tekst(self) -> str:
        return f"fra {MAANEDSNAVN[self.fra - 1]} til {MAANEDSNAVN[self.til - 1]}" + aar_etter(self.over)

    def noekkel(self, aar: int) -> str:
        return f"{aar}-{self.fra:02}/" + (f"{aar + self.over}-{self.til:02}" if self.over else f"{self.til:02}")

    def etikett(self, aar: int) -> str:
        fra, til = MAANEDSNAVN[self.fra - 1], MAANEDSNAVN[self.til - 1]
        return f"{fra} {aar}–{til} {aar + self.over}" if self.over else f"{fra}–{til} {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return date(aar, self.fra, 1), siste_i_maaneden(aar + self.over, self.til)

"""The parts of a year that have names and no numbers: the seasons, and the parts of a month."""

from dataclasses import dataclass
from datetime import date

from aktivitet.kalender import MAANEDSNAVN, Dager

from .aarsdel import DAG, MAANEDER, Del, Ramme, siste_i_maaneden

# The three months of each season, as the dictionary has them. Winter lies in two years: of a single year it is most
# often the one that the year begins with, but the secretary has to say so. "Vinteren 2026/27" is whole.
AARSTIDER = {
    "vinter": ("vinteren", 1, 2),
    "vaar": ("våren", 3, 5),
    "sommer": ("sommeren", 6, 8),
    "hoest": ("høsten", 9, 11),
}
# The parts of a month, from day to day; None: to its last. Those in Latin are the thirds of it.
MAANEDSDELER: dict[str, tuple[str, int, int | None]] = {
    "primo": ("primo", 1, 10),
    "medio": ("medio", 11, 20),
    "ultimo": ("ultimo", 21, None),
    "foerste": ("første halvdel av", 1, 15),
    "andre": ("andre halvdel av", 16, None),
}


@dataclass(frozen=True)
class Aarstid(Del):
    """A season, named in `AARSTIDER`."""

    navn: str
    slag, presisjon = "aarstid", MAANEDER

    def er_mulig(self) -> bool:
        return self.navn in AARSTIDER

    @property
    def tekst(self) -> str:
        navn, fra, til = AARSTIDER[self.navn]
        return f"{navn} ({MAANEDSNAVN[fra - 1]}–{MAANEDSNAVN[til - 1]})"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-{self.navn}"

    def etikett(self, aar: int) -> str:
        return f"{AARSTIDER[self.navn][0]} {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        _, fra, til = AARSTIDER[self.navn]
        return date(aar, fra, 1), siste_i_maaneden(aar, til)


@dataclass(frozen=True)
class Maanedsdel(Del):
    """A part of a month, named in `MAANEDSDELER`."""

    navn: str
    maaned: int
    slag, presisjon = "maanedsdel", DAG

    def er_mulig(self) -> bool:
        return self.navn in MAANEDSDELER and 1 <= self.maaned <= 12

    @property
    def tekst(self) -> str:
        navn, fra, til = MAANEDSDELER[self.navn]
        maaned = MAANEDSNAVN[self.maaned - 1]
        return f"{navn} {maaned} ({f'fra {fra}.' if til is None else f'{fra}.–{til}.'})"

    def noekkel(self, aar: int) -> str:
        return f"{aar}-{self.maaned:02}-{self.navn}"

    def etikett(self, aar: int) -> str:
        return f"{MAANEDSDELER[self.navn][0]} {MAANEDSNAVN[self.maaned - 1]} {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        _, fra, til = MAANEDSDELER[self.navn]
        siste = date(aar, self.maaned, til) if til else siste_i_maaneden(aar, self.maaned)
        return date(aar, self.maaned, fra), siste

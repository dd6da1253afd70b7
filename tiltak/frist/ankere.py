"""The parts of a year that hang from a meeting or an election, and move with it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from aktivitet.kalender import Dager, er_lokalvalgaar, er_stortingsvalgaar, foerste_paaskedag
from aktivitet.moeter import Milepael, har_milepael

from .aarsdel import MOETE, Del, Ramme, dagen_foer, pluss_maaneder

# What a part may hang from: as it reads in a sentence, and what `Moeter` calls it. Easter hangs from the moon alone.
MILEPAELER = {
    "aarsmoete": ("årsmøtet", "aarsmoete"),
    "landsmoete": ("landsmøtet", "landsmoete"),
    "representantskap": ("representantskapet", "representantskap"),
    "nominasjonsmoete": ("nominasjonsmøtet", "nominasjonsmoete"),
    "valg": ("valget", "valg"),
    "stortingsvalg": ("stortingsvalget", "valg"),
    "lokalvalg": ("kommune- og fylkestingsvalget", "valg"),
    "paaske": ("påske", ""),
}
ENHETER = {"d": ("dag", "dager", 366), "u": ("uke", "uker", 53), "m": ("måned", "måneder", 12)}


@dataclass(frozen=True)
class Anker(Del):
    """Hangs from one milestone of the year, by its name in `MILEPAELER`."""

    moete: str
    presisjon = MOETE

    def er_mulig(self) -> bool:
        return self.moete in MILEPAELER

    @property
    def navn(self) -> str:
        return MILEPAELER[self.moete][0]

    def finnes_i(self, aar: int) -> bool:
        if self.moete == "stortingsvalg":
            return er_stortingsvalgaar(aar)
        if self.moete == "lokalvalg":
            return er_lokalvalgaar(aar)
        return har_milepael(MILEPAELER[self.moete][1], aar)

    @property
    def hver_gang(self) -> bool:
        return not all(map(self.finnes_i, range(2000, 2004)))

    def milepael(self, aar: int, ramme: Ramme) -> Milepael:
        """The milestone itself, in a year that has it. Easter is the days from Palm Sunday to Easter Monday."""
        if self.moete == "paaske":
            paaske = foerste_paaskedag(aar)
            return Milepael(paaske - timedelta(days=7), paaske + timedelta(days=1))
        milepael: Milepael | None = getattr(ramme.moeter(aar), MILEPAELER[self.moete][1])
        if milepael is None:
            raise LookupError(f"{aar} har ikke {self.navn}")
        return milepael

    def anslag(self, aar: int, ramme: Ramme) -> bool:
        return self.milepael(aar, ramme).anslag

    def etikett(self, aar: int) -> str:
        return f"{self.tekst} {aar}"


@dataclass(frozen=True)
class Foer(Anker):
    """Due the day before it begins, from New Year on ("før valget 2027")."""

    slag = "foer"

    @property
    def tekst(self) -> str:
        return f"før {self.navn}"

    def noekkel(self, aar: int) -> str:
        return f"foer-{self.moete}-{aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return _fra_nyttaar(dagen_foer(self.milepael(aar, ramme).foerste))


@dataclass(frozen=True)
class Etter(Anker):
    """From its last day to three months later: "etter landsmøtet" says no end, so the secretary has to confirm it."""

    slag = "etter"

    @property
    def tekst(self) -> str:
        return f"innen tre måneder etter {self.navn}"

    def noekkel(self, aar: int) -> str:
        return f"etter-{self.moete}-{aar}"

    def etikett(self, aar: int) -> str:
        return f"etter {self.navn} {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        siste = self.milepael(aar, ramme).siste
        return siste, pluss_maaneder(siste, 3)


@dataclass(frozen=True)
class Paa(Anker):
    """The days of the meeting itself ("på årsmøtet 2026")."""

    slag = "paa"

    @property
    def tekst(self) -> str:
        return f"{'i' if self.moete == 'paaske' else 'ved' if self.moete.endswith('valg') else 'på'} {self.navn}"

    def noekkel(self, aar: int) -> str:
        return f"paa-{self.moete}-{aar}"

    def etikett(self, aar: int) -> str:
        return f"{self.navn} {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        milepael = self.milepael(aar, ramme)
        return milepael.foerste, milepael.siste


@dataclass(frozen=True)
class Til(Anker):
    """Due the day it begins, from New Year on: ready when the meeting opens ("til årsmøtet", "innen årsmøtet")."""

    slag = "til"

    @property
    def tekst(self) -> str:
        return f"innen {self.navn}"

    def noekkel(self, aar: int) -> str:
        return f"til-{self.moete}-{aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return _fra_nyttaar(self.milepael(aar, ramme).foerste)


@dataclass(frozen=True)
class Valgkamp(Anker):
    """From 1 August to the election: the plan's own pattern has it in August."""

    slag = "valgkamp"

    def er_mulig(self) -> bool:
        return super().er_mulig() and self.moete.endswith("valg")

    @property
    def tekst(self) -> str:
        return f"i valgkampen før {self.navn}"

    def noekkel(self, aar: int) -> str:
        return f"valgkamp-{self.moete}-{aar}"

    def etikett(self, aar: int) -> str:
        return f"valgkampen {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        siste = self.milepael(aar, ramme).siste
        return min(date(siste.year, 8, 1), siste), siste


@dataclass(frozen=True)
class MedAvstand(Anker):
    """So many days ("d"), weeks ("u") or months ("m") from the milestone, at most a year."""

    antall: int
    enhet: str
    retning: ClassVar[str]

    def er_mulig(self) -> bool:
        return super().er_mulig() and self.enhet in ENHETER and 1 <= self.antall <= ENHETER[self.enhet][2]

    @property
    def avstand(self) -> str:
        en, flere, _ = ENHETER[self.enhet]
        return f"{self.antall} {en if self.antall == 1 else flere} {self.retning} {self.navn}"

    def noekkel(self, aar: int) -> str:
        return f"{self.antall}{self.enhet}-{self.slag.removeprefix('tid_')}-{self.moete}-{aar}"

    def etikett(self, aar: int) -> str:
        return f"{self.avstand} {aar}"

    def regn(self, dag: date, fortegn: int) -> date:
        """The day that lies as far from `dag`, after it or (-1) before it."""
        if self.enhet == "m":
            return pluss_maaneder(dag, fortegn * self.antall)
        return dag + timedelta(days=fortegn * self.antall * (7 if self.enhet == "u" else 1))


@dataclass(frozen=True)
class TidFoer(MedAvstand):
    """Due that long before the milestone begins, from New Year of that day's year on ("to uker før årsmøtet")."""

    slag, retning = "tid_foer", "før"

    @property
    def tekst(self) -> str:
        return f"senest {self.avstand}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return _fra_nyttaar(self.regn(self.milepael(aar, ramme).foerste, -1))


@dataclass(frozen=True)
class TidEtter(MedAvstand):
    """From the milestone's last day to that long after it ("en måned etter valget")."""

    slag, retning = "tid_etter", "etter"

    @property
    def tekst(self) -> str:
        return f"innen {self.avstand}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        siste = self.milepael(aar, ramme).siste
        return siste, self.regn(siste, 1)


def _fra_nyttaar(siste: date) -> Dager:
    return date(siste.year, 1, 1), siste

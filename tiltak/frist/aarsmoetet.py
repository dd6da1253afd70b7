"""The parts of a year that the plan's own phrases hang from the annual meeting, each with a label of its own."""

from dataclasses import dataclass
from typing import ClassVar

from aktivitet.kalender import Dager

from .aarsdel import MOETE, Del, Ramme, pluss_maaneder


@dataclass(frozen=True)
class EtterAarsmoetet(Del):
    """From the annual meeting's last day to so many months after it; known by the meeting."""

    presisjon = MOETE
    maaneder: ClassVar[int]

    def noekkel(self, aar: int) -> str:
        return f"aarsmoete-{aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        siste = ramme.moeter(aar).aarsmoete.siste
        return siste, pluss_maaneder(siste, self.maaneder)

    def anslag(self, aar: int, ramme: Ramme) -> bool:
        return ramme.moeter(aar).aarsmoete.anslag


@dataclass(frozen=True)
class HalvaarEtterAarsmoetet(EtterAarsmoetet):
    """Six months ("Første halvår etter årsmøtet")."""

    slag, maaneder = "halvaar_etter_aarsmoetet", 6
    tekst = "innen seks måneder etter årsmøtet"

    def etikett(self, aar: int) -> str:
        return f"Første halvår etter årsmøtet {aar}"


@dataclass(frozen=True)
class EtterAarsmoeteperioden(EtterAarsmoetet):
    """Three months: the meeting ends the branches' season of annual meetings."""

    slag, maaneder = "etter_aarsmoeteperioden", 3
    tekst = "innen tre måneder etter årsmøtet"

    def etikett(self, aar: int) -> str:
        return f"Etter årsmøteperioden {aar}"


@dataclass(frozen=True)
class FoersteFs(Del):
    """From the annual meeting to the first county-board meeting after it, which may be the same day."""

    slag, presisjon = "foerste_fs", MOETE
    tekst = "innen første FS-møte etter årsmøtet"

    def noekkel(self, aar: int) -> str:
        return f"fs-{aar}"

    def etikett(self, aar: int) -> str:
        return f"Første FS-møte etter årsmøtet {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        i_aar = ramme.moeter(aar)
        return i_aar.aarsmoete.siste, max(i_aar.aarsmoete.siste, i_aar.foerste_fs.foerste)

    def anslag(self, aar: int, ramme: Ramme) -> bool:
        return ramme.moeter(aar).foerste_fs.anslag

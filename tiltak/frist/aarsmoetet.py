"""The parts of a year that the plan's own phrases hang from the annual meeting, each with a label of its own."""

from dataclasses import dataclass

from aktivitet.kalender import Dager

from .aarsdel import MOETE, Del, Ramme, pluss_maaneder


@dataclass(frozen=True)
class HalvaarEtterAarsmoetet(Del):
    """From the annual meeting to six months after it ("Første halvår etter årsmøtet")."""

    slag, presisjon = "halvaar_etter_aarsmoetet", MOETE
    tekst = "innen seks måneder etter årsmøtet"

    def noekkel(self, aar: int) -> str:
        return f"aarsmoete-{aar}"

    def etikett(self, aar: int) -> str:
        return f"Første halvår etter årsmøtet {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return ramme.moeter(aar).aarsmoete.siste, pluss_maaneder(ramme.moeter(aar).aarsmoete.siste, 6)

    def anslag(self, aar: int, ramme: Ramme) -> bool:
        return ramme.moeter(aar).aarsmoete.anslag


@dataclass(frozen=True)
class EtterAarsmoeteperioden(Del):
    """From the annual meeting, which ends the branches' season of them, to three months after it."""

    slag, presisjon = "etter_aarsmoeteperioden", MOETE
    tekst = "innen tre måneder etter årsmøtet"

    def noekkel(self, aar: int) -> str:
        return f"aarsmoete-{aar}"

    def etikett(self, aar: int) -> str:
        return f"Etter årsmøteperioden {aar}"

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        return ramme.moeter(aar).aarsmoete.siste, pluss_maaneder(ramme.moeter(aar).aarsmoete.siste, 3)

    def anslag(self, aar: int, ramme: Ramme) -> bool:
        return ramme.moeter(aar).aarsmoete.anslag


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

"""The one part that is no part of a year: the plan's period, whole or cut in equal pieces."""

from dataclasses import dataclass
from datetime import date

from aktivitet.kalender import Dager

from .aarsdel import AAR, Del, Ramme, dagen_foer, pluss_maaneder


@dataclass(frozen=True)
class Periodedel(Del):
    """Part number `nr` of the plan's period, cut in `av` equal parts by whole months; 1 of 1 is all of it."""

    nr: int
    av: int
    slag, presisjon = "periodedel", AAR

    def er_mulig(self) -> bool:
        return 1 <= self.nr <= self.av <= 12

    @property
    def tekst(self) -> str:
        if self.av == 1:
            return "i løpet av perioden"
        if self.av == 2:
            return f"i {'første' if self.nr == 1 else 'andre'} halvdel av perioden"
        return f"i {self.nr}. av {self.av} deler av perioden"

    def noekkel(self, aar: int) -> str:
        return f"periode-{self.nr}/{self.av}"

    def etikett(self, aar: int) -> str:
        return self.tekst.removeprefix("i ") if self.av > 1 else self.tekst

    def dager(self, aar: int, ramme: Ramme) -> Dager:
        foerste = self._skille(self.nr - 1, ramme)
        if self.nr == self.av:
            return foerste, max(foerste, ramme.til)
        neste = self._skille(self.nr, ramme)
        return foerste, dagen_foer(neste) if foerste < neste else foerste  # a short period has few months to share out

    def _skille(self, nr: int, ramme: Ramme) -> date:
        """The first day after `nr` of the parts."""
        fra, til = ramme.fra, ramme.til
        maaneder = (til.year - fra.year) * 12 + til.month - fra.month + 1
        return pluss_maaneder(fra, max(maaneder, 0) * nr // self.av)

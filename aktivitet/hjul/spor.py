"""Where each row stands on the wheel: at the angle of its days, on one of the tracks that lie inside each other.

No two touch. Where a month holds more than there is room for, its rows are gathered in one mark for the month, so
that any number of them is drawn. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, ceil, degrees, floor

from .rader import Rad, maanedsvis
from .sirkel import RUNDT, Sirkel

BREDDE = 25.0  # of a track, and the room that a mark has
FAERREST = 3  # tracks: with fewer the wheel is a thread
LANG = 7.0  # degrees: what lasts longer is drawn as an arc, further in than the single days
FINHET = 8  # the circle is reckoned in eighths of a degree, each a bit of a number
_TRINN = int(RUNDT) * FINHET
_ALLE = (1 << _TRINN) - 1


@dataclass(frozen=True)
class Del:
    """What gets one mark: a row, or the rows of a month that has too many. From one angle to another."""

    rader: tuple[Rad, ...]
    fra: float
    til: float
    samlet: bool = False

    @property
    def midt(self) -> float:
        return (self.fra + self.til) / 2

    @property
    def er_lang(self) -> bool:
        return self.til - self.fra > LANG

    def opptar(self, radius: float) -> tuple[float, float]:
        """From where to where nothing else may stand on a track of this radius."""
        if self.samlet:
            return self.fra, self.til
        halv = degrees(asin(BREDDE / 2 / radius))
        return min(self.fra, self.midt - halv), max(self.til, self.midt + halv)


@dataclass(frozen=True)
class Plassert:
    """A part, and the radius of its track."""

    del_: Del
    radius: float


def legg_ut(rader: Sequence[Rad], sirkel: Sirkel, ytterst: float, spor: int) -> tuple[list[Plassert], int]:
    """Place every row, inside a circle of radius `ytterst`, on `spor` tracks or fewer. Gives the places in the order
    of time, and how many tracks they take."""
    samles: set[date] = set()
    deler = _deler(rader, sirkel, samles)
    while True:
        plassert, trang = _plasser(deler, radiene(ytterst, spor))
        if trang is None:
            break
        samles.add(trang.rader[0].maaned)
        deler = _deler(rader, sirkel, samles)
    for faerre in range(min(FAERREST, spor), spor):
        forsoek, trang = _plasser(deler, radiene(ytterst, faerre))
        if trang is None:
            return forsoek, faerre
    return plassert, spor


def radiene(ytterst: float, spor: int) -> list[float]:
    """The middle of each track, from the outermost in."""
    return [ytterst - BREDDE / 2 - BREDDE * nr for nr in range(spor)]


def _deler(rader: Iterable[Rad], sirkel: Sirkel, samles: set[date]) -> list[Del]:
    deler = []
    for maaned in maanedsvis(rader):
        if maaned.foerste in samles:
            fra = sirkel.vinkel(maaned.foerste)
            deler.append(Del(maaned.rader, fra, fra + sirkel.sektor, samlet=True))
        else:
            deler += [Del((rad,), *sirkel.bue(rad.foerste, rad.siste)) for rad in maaned.rader]
    return deler


def _plasser(deler: list[Del], radier: list[float]) -> tuple[list[Plassert], Del | None]:
    """Place the parts, or give the first that there is no room for: months gathered outermost, then what is long from
    the inside out, the longest first, and then single days from the outside in."""
    opptatt = dict.fromkeys(radier, 0)
    plass: dict[int, float] = {}

    def foerst(nr: int) -> tuple[bool, bool, float]:
        return not deler[nr].samlet, not deler[nr].er_lang, deler[nr].fra - deler[nr].til

    for nr in sorted(range(len(deler)), key=foerst):
        innenfra = deler[nr].er_lang and not deler[nr].samlet
        for radius in reversed(radier) if innenfra else radier:
            maske = _maske(*deler[nr].opptar(radius))
            if not opptatt[radius] & maske:
                opptatt[radius] |= maske
                plass[nr] = radius
                break
        else:
            return [], deler[nr]
    return [Plassert(del_, plass[nr]) for nr, del_ in enumerate(deler)], None


def _maske(fra: float, til: float) -> int:
    """The bits from one angle to another, clockwise over the top where it is passed."""
    foerste, antall = floor(round(fra * FINHET, 6)), ceil(round(til * FINHET, 6)) - floor(round(fra * FINHET, 6))
    biter = ((1 << min(antall, _TRINN)) - 1) << foerste % _TRINN
    return (biter | biter >> _TRINN) & _ALLE

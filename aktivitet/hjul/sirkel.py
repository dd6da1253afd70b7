"""Days as places on a circle: months are sectors of the same size, and time goes clockwise from the top.

Pure: days in, degrees and points out. The circle's middle is (0, 0), and y grows downwards as in SVG.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import cos, radians, sin

from ..kalender import maanedens_dager, maaneder_fra

RUNDT = 360.0
MAANEDER = 12  # the fewest sectors: a wheel of half a year is half a wheel
FLEST_MAANEDER = 15  # from one annual meeting to the next there may be more than twelve, but never so many


@dataclass(frozen=True)
class Sirkel:
    """A wheel's days: from the month of `fra`, which is the first sector, to that of `til`."""

    fra: date
    til: date

    @cached_property
    def maaneder(self) -> tuple[date, ...]:
        """The first day of each month that has a sector: those that the days touch, and never fewer than twelve."""
        antall = max(MAANEDER, self._nr(self.til) + 1)
        return tuple(maaneder_fra(self.fra, nr) for nr in range(antall))

    @property
    def sektor(self) -> float:
        """How many degrees a month has."""
        return RUNDT / len(self.maaneder)

    @property
    def kan_tegnes(self) -> bool:
        """Whether the months are few enough to be told apart."""
        return len(self.maaneder) <= FLEST_MAANEDER

    def vinkel(self, dag: date) -> float:
        """Where a day begins, in degrees from the top."""
        dager = maanedens_dager(dag.year, dag.month)[1].day
        return (self._nr(dag) + (dag.day - 1) / dager) * self.sektor

    def bue(self, foerste: date, siste: date) -> tuple[float, float]:
        """Where the days from `foerste` to `siste` begin and end."""
        dager = maanedens_dager(siste.year, siste.month)[1].day
        return self.vinkel(foerste), (self._nr(siste) + siste.day / dager) * self.sektor

    def _nr(self, dag: date) -> int:
        return (dag.year - self.fra.year) * 12 + dag.month - self.fra.month


def punkt(vinkel: float, radius: float) -> tuple[float, float]:
    """The point at this angle, so far from the middle."""
    return radius * sin(radians(vinkel)), -radius * cos(radians(vinkel))


def tall(verdi: float) -> str:
    """Write a number as SVG wants it, with one decimal at most: "12", "-3.5"."""
    return f"{round(verdi, 1) + 0:g}"


def sti_til(vinkel: float, radius: float) -> str:
    """Write a point as SVG wants it: "12.5 -30"."""
    return " ".join(map(tall, punkt(vinkel, radius)))


def ringstykke(fra: float, til: float, innerst: float, ytterst: float) -> str:
    """Draw a piece of a ring, from one angle to another, as an SVG path. All the way round it is the whole ring."""
    if til - fra >= RUNDT:
        midt = fra + RUNDT / 2
        return ringstykke(fra, midt, innerst, ytterst) + ringstykke(midt, fra + RUNDT, innerst, ytterst)
    stor = int(til - fra > RUNDT / 2)
    return (
        f"M{sti_til(fra, ytterst)}A{tall(ytterst)} {tall(ytterst)} 0 {stor} 1 {sti_til(til, ytterst)}"
        f"L{sti_til(til, innerst)}A{tall(innerst)} {tall(innerst)} 0 {stor} 0 {sti_til(fra, innerst)}z"
    )

"""The strips of a cell: one for each class that it has any of, with its number above it. Pure.

A class has its own shape, so that it is told without colour: filled, half filled, hollow, hatched, crossed out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aktivitet.tekstbredde import SIFFER

from .klasser import Celle, Klasse

HOEYDE = 10
TALLSKRIFT = 12
TALLHOEYDE = 14  # of the line of numbers above
MELLOM = 2  # between two strips
SOEYLELINJE = 14  # from one bar to the next
SKRAVUR = 5  # from one line of a hatch to the next


@dataclass(frozen=True)
class Stripe:
    """A strip: its class, its place, and the number that stands above it; 0 for one in the key."""

    klasse: Klasse
    x: int
    y: int
    bredde: int
    antall: int = 0
    ved_siden: int = 0  # how far before the strip its number has its middle; 0 where it stands above

    hoeyde = HOEYDE

    @property
    def midt(self) -> int:
        """Where the number has its middle."""
        return self.x - self.ved_siden if self.ved_siden else self.x + self.bredde // 2

    @property
    def grunnlinje(self) -> int:
        """Where the number stands."""
        return self.y + (HOEYDE - 1 if self.ved_siden else -3)

    @property
    def ramme(self) -> str:
        """The frame around it, as an SVG path like the two below."""
        return f"M{self.x} {self.y}h{self.bredde}v{HOEYDE}h-{self.bredde}z"

    @property
    def fyll(self) -> str:
        """What is filled of it: all of what is done, the lower half of what is partly done."""
        match self.klasse:
            case Klasse.GJORT:
                return self.ramme
            case Klasse.DELVIS:
                return f"M{self.x} {self.y + HOEYDE // 2}h{self.bredde}v{HOEYDE - HOEYDE // 2}h-{self.bredde}z"
        return ""

    @property
    def streker(self) -> str:
        """The strokes within the frame: a hatch for what is late, a cross for what was not done."""
        x, y, slutt, bunn = self.x, self.y, self.x + self.bredde, self.y + HOEYDE
        match self.klasse:
            case Klasse.FORFALT:
                return "".join(self._skraastreker())
            case Klasse.IKKE_GJORT:
                return f"M{x} {y}L{slutt} {bunn}M{x} {bunn}L{slutt} {y}"
        return ""

    def _skraastreker(self) -> Iterator[str]:
        """Lines that rise to the right, cut at the frame: nothing that draws it needs to know patterns or clipping."""
        for fra in range(SKRAVUR - HOEYDE, self.bredde, SKRAVUR):
            a, b = max(fra, 0), min(fra + HOEYDE, self.bredde)
            yield f"M{self.x + a} {self.y + HOEYDE + fra - a}L{self.x + b} {self.y + HOEYDE + fra - b}"


def trengs(celle: Celle) -> int:
    """How wide the strips of a cell must be for every number to have room above its own."""
    bredder = [_minst(antall) for _, antall in celle.deler]
    return sum(bredder) + MELLOM * max(0, len(bredder) - 1)


def striper(celle: Celle, x: int, y: int, bredde: int) -> Iterator[Stripe]:
    """Fill the width from `x` on with the cell's strips: each as wide as its number asks, and the rest shared out by
    how many there are of each. `bredde` is at least what `trengs` says."""
    rest, delt, foran = bredde - trengs(celle), 0, 0
    for klasse, antall in celle.deler:
        foran += antall
        til_denne = rest * foran // celle.sum - delt
        delt += til_denne
        denne = _minst(antall) + til_denne
        yield Stripe(klasse, x, y, denne, antall)
        x += denne + MELLOM


def soeyler(celler: Sequence[Celle], x: int, y: int, kolonne: int, luft: int) -> Iterator[Stripe]:
    """Draw a row of cells as bars below each other, one line for each class that the row has any of, and each bar as
    long as its number, by one measure for the whole row. They tell a quarter from another, where strips tell shares.

    Each column is `kolonne` wide; its number stands first in it.
    """
    stoerst = max((antall for celle in celler for antall in celle.antall), default=0)
    foran = _minst(stoerst) + MELLOM
    plass = max(1, kolonne - 2 * luft - foran)
    for linje, klasse in enumerate(klassene(celler)):
        for nr, celle in enumerate(celler):
            if antall := celle.av(klasse):
                start = x + kolonne * nr + luft + foran
                lengde = max(1, plass * antall // stoerst)
                yield Stripe(klasse, start, y + linje * SOEYLELINJE, lengde, antall, foran - _minst(antall) // 2)


def klassene(celler: Iterable[Celle]) -> list[Klasse]:
    """The classes that any of the cells holds."""
    i_bruk = {klasse for celle in celler for klasse, _ in celle.deler}
    return [klasse for klasse in Klasse if klasse in i_bruk]


def _minst(antall: int) -> int:
    return round(SIFFER * TALLSKRIFT * len(str(antall))) + 2

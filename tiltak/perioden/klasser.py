"""The five classes that the picture of the period tells apart. Each due date is in exactly one, so they add up."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

NULL = (0, 0, 0, 0, 0)


class Klasse(Enum):
    """A class: its name in marks, its word after a number, and what it holds. They are told in this order."""

    GJORT = "gjort", "gjort", "gjennomført"
    DELVIS = "delvis", "delvis", "delvis gjennomført"
    GJENSTAAR = "gjenstaar", "gjenstår", "ikke avgjort, og ikke forfalt"
    FORFALT = "forfalt", "forfalt", "ikke avgjort, og fristen er ute"
    IKKE_GJORT = "ikke-gjort", "ikke gjort", "ikke gjennomført, eller utgår"

    def __init__(self, merke: str, ord_: str, forklaring: str) -> None:
        self.merke, self.ord, self.forklaring = merke, ord_, forklaring


AVGJORT = {
    "gjennomfoert": Klasse.GJORT,
    "delvis": Klasse.DELVIS,
    "ikke_gjennomfoert": Klasse.IKKE_GJORT,
    "utgaar": Klasse.IKKE_GJORT,
}


def klassen(stilling: str, sen: bool) -> Klasse:
    """Give the class of what stands as `stilling` (see `Stilling`); `sen`: it is overdue.

    Under way, put off and not yet judged are one class: all of them are to be done, and the picture asks whether there
    is still time. What can never be overdue stays there after its day, until somebody has judged it.
    """
    return Klasse.FORFALT if sen else AVGJORT.get(stilling, Klasse.GJENSTAAR)


@dataclass(frozen=True)
class Celle:
    """How many due dates there are of each class, in the order of Klasse."""

    antall: tuple[int, ...] = NULL

    def __add__(self, andre: "Celle") -> "Celle":
        return Celle(tuple(a + b for a, b in zip(self.antall, andre.antall, strict=True)))

    def av(self, klasse: Klasse) -> int:
        """How many of this class."""
        return dict(zip(Klasse, self.antall, strict=True))[klasse]

    @cached_property
    def sum(self) -> int:
        return sum(self.antall)

    @property
    def deler(self) -> list[tuple[Klasse, int]]:
        """The classes that there are any of, each with its number."""
        return [(klasse, antall) for klasse, antall in zip(Klasse, self.antall, strict=True) if antall]

    @property
    def i_ord(self) -> str:
        """Say them: "3 gjort, 1 forfalt"; "0" where there are none. A number and its word stand on the same line."""
        return ", ".join(f"{antall}\u00a0{klasse.ord}" for klasse, antall in self.deler) or "0"

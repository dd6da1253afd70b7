"""A year as it is shown: its rows, laid out by month for the table, and drawn as a wheel for each place it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .bilde import Bilde
from .rader import HarAktivitet, Maaned, Rad, lag_rader, maanedsvis
from .sirkel import Sirkel
from .tegning import BRED, RUND, SMAL, aarets_navn, tegn


@dataclass(frozen=True)
class Aaret:
    """The rows of some months, often a calendar year. i_dag: marked on the wheel; None in a document to keep."""

    fra: date
    til: date
    i_dag: date | None
    rader: tuple[Rad, ...]

    @cached_property
    def sirkel(self) -> Sirkel:
        return Sirkel(self.fra, self.til)

    @property
    def navn(self) -> str:
        """Say which months: "Året 2026"."""
        return aarets_navn(self.sirkel)

    @property
    def kan_tegnes(self) -> bool:
        """Whether there is something to draw, and few enough months to tell apart."""
        return bool(self.rader) and self.sirkel.kan_tegnes

    @cached_property
    def maaneder(self) -> tuple[Maaned, ...]:
        """The rows by month, as the table has them."""
        return maanedsvis(self.rader)

    @property
    def antall_avlyst(self) -> int:
        return sum(rad.avlyst for rad in self.rader)

    @property
    def bredt(self) -> Bilde:
        """The wheel with words beside it, where they have room."""
        return tegn(self.rader, self.sirkel, BRED, self.i_dag, "hjul-bredt")

    @property
    def rundt(self) -> Bilde:
        """The wheel alone: the numbers lead to the table."""
        return tegn(self.rader, self.sirkel, RUND, self.i_dag, "hjul-rundt")

    @property
    def smalt(self) -> Bilde:
        """The wheel for a phone."""
        return tegn(self.rader, self.sirkel, SMAL, self.i_dag, "hjul-smalt")

    def alene(self, under: str) -> Bilde:
        """The wheel as a picture that stands alone, with `under` below its title."""
        return tegn(self.rader, self.sirkel, BRED, self.i_dag, "hjulet", (self.navn, under))


def lag_aaret(aktiviteter: Iterable[HarAktivitet], fra: date, til: date, i_dag: date | None = None) -> Aaret:
    """Lay out activities that are in the order of time and touch the days from `fra` to `til`."""
    return Aaret(fra, til, i_dag, lag_rader(aktiviteter, fra, til))

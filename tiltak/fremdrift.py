"""How far the plan has come: one query, and every figure that the app shows is a sum over its rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .figurer import Figurer
from .models import Plan, Termin
from .models.termin import Stilling


@dataclass(frozen=True)
class Tall:
    """Figures of some terminer: as the report has them, and how many of all these are overdue."""

    figurer: Figurer
    forfalt: int


@dataclass(frozen=True)
class Rad:
    """How many terminer of a goal, due in a quarter, stand alike. `sen`: they are overdue."""

    maal: int
    aar: int
    kvartal: int
    stilling: str
    sen: bool
    antall: int


@dataclass(frozen=True)
class Fremdrift:
    """The counts of a whole plan on one day."""

    rader: tuple[Rad, ...]

    def tall(self, *, aar: int | None = None, maal: int | None = None) -> Tall:
        """Give the figures of what is due in a year, under a goal (its key), both, or all of it."""
        forfalt = sum(rad.antall for rad in self._rader(aar, maal) if rad.sen)
        return Tall(Figurer.av(self.telling(aar=aar, maal=maal)), forfalt)

    def telling(self, *, aar: int | None = None, maal: int | None = None) -> dict[str, int]:
        """Count the same by stilling: every figure of Stilling with its number. Their sum is what is due."""
        telling = dict.fromkeys(Stilling.values, 0)
        for rad in self._rader(aar, maal):
            telling[rad.stilling] += rad.antall
        return telling

    def _rader(self, aar: int | None, maal: int | None) -> Iterator[Rad]:
        return (rad for rad in self.rader if aar in (None, rad.aar) and maal in (None, rad.maal))


def fremdrift(plan: Plan, i_dag: date) -> Fremdrift:
    """Count the plan's terminer as they stand today, in one query. What is outside the period is in no figure."""
    return Fremdrift(tuple(Rad(*rad) for rad in Termin.objects.i_planen(plan).i_figurene().fremdrift(i_dag)))

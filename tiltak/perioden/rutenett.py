"""The numbers behind the picture of the period: goals down, quarters or years along, five classes in each cell.

Pure: counts in, counts out. Every number is a sum over the rows of `tiltak/fremdrift.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, reduce
from operator import add
from typing import Protocol

from ..i_ord import aarene_i_ord
from .klasser import NULL, Celle, Klasse, klassen

RUNDT_AARET = 4  # quarters


class Telling(Protocol):
    """What is read of a count: so many due in a quarter, under a goal (its key), stand alike."""

    @property
    def maal(self) -> int: ...
    @property
    def aar(self) -> int: ...
    @property
    def kvartal(self) -> int: ...
    @property
    def stilling(self) -> str: ...
    @property
    def sen(self) -> bool: ...
    @property
    def antall(self) -> int: ...


@dataclass(frozen=True, order=True)
class Kolonne:
    """A quarter, or with `kvartal` 0 a whole year."""

    aar: int
    kvartal: int = 0

    @property
    def navn(self) -> str:
        """Say it in full: "2. kvartal 2026", "2026"."""
        return f"{self.kvartal}. kvartal {self.aar}" if self.kvartal else str(self.aar)

    @property
    def kort(self) -> str:
        """Say it under the year: "2. kv."; a year stands by itself."""
        return f"{self.kvartal}. kv." if self.kvartal else str(self.aar)

    @property
    def foerste(self) -> date:
        return date(self.aar, 3 * self.kvartal - 2 if self.kvartal else 1, 1)

    @property
    def neste(self) -> date:
        """The first day after it."""
        if self.kvartal in (0, RUNDT_AARET):
            return date(self.aar + 1, 1, 1)
        return date(self.aar, 3 * self.kvartal + 1, 1)

    def andel(self, dag: date) -> float | None:
        """How far into it the day is, from 0 to 1; None for a day outside."""
        if not self.foerste <= dag < self.neste:
            return None
        return (dag - self.foerste).days / (self.neste - self.foerste).days


@dataclass(frozen=True)
class Linje:
    """A goal as a row of the picture: its key, its number and heading, and how deep in the tree it is (from 1)."""

    pk: int
    navn: str
    nivaa: int = 1


@dataclass(frozen=True)
class Rad:
    """A row: a goal with its own measures, never with those of the goals under it; or the sum of all rows."""

    navn: str
    nivaa: int
    celler: tuple[Celle, ...]
    er_sum: bool = False

    @cached_property
    def sum(self) -> Celle:
        return reduce(add, self.celler, Celle())


@dataclass(frozen=True)
class Rutenett:
    """Rows of goals and one of their sum, in the order of the plan, and columns in the order of time."""

    kolonner: tuple[Kolonne, ...]
    rader: tuple[Rad, ...]

    @property
    def sum(self) -> Celle:
        """All that the grid holds; of one that holds the sum's row alone, that."""
        rader = [rad for rad in self.rader if not rad.er_sum] or self.rader
        return reduce(add, (rad.sum for rad in rader), Celle())

    @property
    def navn(self) -> str:
        """Say the years: "2025–2028", "2025"."""
        return aarene_i_ord(self.kolonner[0].aar, self.kolonner[-1].aar) if self.kolonner else ""

    @property
    def aarene(self) -> list[tuple[int, int]]:
        """Each year, and how many of the columns are its."""
        antall: dict[int, int] = defaultdict(int)
        for kolonne in self.kolonner:
            antall[kolonne.aar] += 1
        return list(antall.items())

    def per_aar(self) -> "Rutenett":
        """The same numbers with a column for each year."""
        aarene = [kolonne.aar for kolonne in self.kolonner]

        def celler(rad: Rad) -> tuple[Celle, ...]:
            samlet = dict.fromkeys(aarene, Celle())
            for aar, celle in zip(aarene, rad.celler, strict=True):
                samlet[aar] += celle
            return tuple(samlet.values())

        rader = tuple(replace(rad, celler=celler(rad)) for rad in self.rader)
        return Rutenett(tuple(Kolonne(aar) for aar in dict.fromkeys(aarene)), rader)

    def i_bredden(self, hoeyst: int) -> "list[Rutenett]":
        """Cut it into grids beside each other, of `hoeyst` columns or fewer. A year is cut only where it must be."""
        antall = len(self.kolonner)
        passe = -(-antall // max(1, -(-antall // hoeyst)))  # as even as the years allow
        per_aar = dict(self.aarene)
        snitt = [0]
        for nr, kolonne in enumerate(self.kolonner):
            bredde = nr - snitt[-1]
            nytt_aar = nr and self.kolonner[nr - 1].aar != kolonne.aar
            if bredde >= hoeyst or (nytt_aar and (bredde >= passe or bredde + per_aar[kolonne.aar] > hoeyst)):
                snitt.append(nr)
        deler = [slice(a, b) for a, b in zip(snitt, [*snitt[1:], antall], strict=True)]
        return [
            Rutenett(self.kolonner[del_], tuple(replace(rad, celler=rad.celler[del_]) for rad in self.rader))
            for del_ in deler
        ]

    def i_hoeyden(self, hoeyst: int) -> "list[Rutenett]":
        """Cut it into grids below each other, of `hoeyst` rows or fewer, as even as can be."""
        antall = len(self.rader)
        passe = -(-antall // max(1, -(-antall // hoeyst))) or 1
        return [replace(self, rader=self.rader[nr : nr + passe]) for nr in range(0, antall, passe)]


def rutenett(maal: Sequence[Linje], tellinger: Iterable[Telling], fra: date, til: date) -> Rutenett:
    """Lay the counts out by goal and quarter: every quarter that the period from `fra` to `til` has a day in, and
    any other that something is due in, so that nothing is left out of the sum."""
    antall: dict[tuple[int, Kolonne], list[int]] = defaultdict(lambda: list(NULL))
    plass = {klasse: nr for nr, klasse in enumerate(Klasse)}
    for en in tellinger:
        antall[en.maal, Kolonne(en.aar, en.kvartal)][plass[klassen(en.stilling, en.sen)]] += en.antall
    periodens = (Kolonne(aar, nr) for aar in range(fra.year, til.year + 1) for nr in range(1, RUNDT_AARET + 1))
    i_perioden = {ett for ett in periodens if ett.neste > fra and ett.foerste <= til}
    kolonner = tuple(sorted(i_perioden | {kolonne for _, kolonne in antall}))

    def celler(pk: int) -> tuple[Celle, ...]:
        return tuple(Celle(tuple(antall[pk, kolonne])) if (pk, kolonne) in antall else Celle() for kolonne in kolonner)

    rader = [Rad(ett.navn, ett.nivaa, celler(ett.pk)) for ett in maal]
    summer = tuple(reduce(add, kolonnen, Celle()) for kolonnen in zip(*(rad.celler for rad in rader), strict=True))
    return Rutenett(kolonner, (*rader, Rad("Hele planen", 1, summer or (Celle(),) * len(kolonner), er_sum=True)))

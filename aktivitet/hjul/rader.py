"""What the wheel and the table beside it both tell: one row for each activity, numbered in the order of time.

There is no other list behind either of them, so they never differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby
from typing import Protocol

from ..tekst import rens_linje
from ..tid import HarTid, maaneder_i_ord, tid_i_ord

FRISTER = frozenset({"frist"})
MOETER = frozenset(
    {
        *("arsmote", "ekstraordinert-arsmote", "fylkesstyremote", "representantskap", "landsmote", "landsstyremote"),
        *("fylkesting", "formote", "nominasjonsmote", "arsmoter-i-lokallag", "mote"),
    }
)


class Slag(Enum):
    """The kinds that the wheel tells apart, each with a shape of its own: its name in marks, and its word."""

    MOETE = "mote", "møte"
    FRIST = "frist", "frist"
    ANNET = "annet", "annet"

    def __init__(self, merke: str, ord_: str) -> None:
        self.merke, self.ord = merke, ord_

    @classmethod
    def av(cls, type_: str) -> "Slag":
        """Give the kind of a type of activity."""
        return cls.FRIST if type_ in FRISTER else cls.MOETE if type_ in MOETER else cls.ANNET


class HarLag(Protocol):
    """An organiser, by name."""

    navn: str


class HarAktivitet(HarTid, Protocol):
    """What is read of an activity."""

    tittel: str
    type: str
    synlighet: str
    avlyst: bool
    flyttet_fra: date | None

    @property
    def lag(self) -> HarLag: ...
    @property
    def hvor(self) -> str: ...
    @property
    def er_utkast(self) -> bool: ...
    @property
    def dag_er_kjent(self) -> bool: ...
    def get_absolute_url(self) -> str: ...


@dataclass(frozen=True)
class Rad:
    """One activity: its number, and what is told of it. `foerste` and `siste` lie within the wheel's own days."""

    nr: int
    foerste: date
    siste: date
    naar: str
    tittel: str
    arrangoer: str
    sted: str = ""
    slag: Slag = Slag.ANNET
    dag_er_kjent: bool = True
    avlyst: bool = False
    flyttet_fra: date | None = None
    utkast: bool = False
    intern: bool = False
    adresse: str = ""

    @property
    def maaned(self) -> date:
        """The month that it stands under: the first day of the one it begins in."""
        return self.foerste.replace(day=1)

    @property
    def merker(self) -> tuple[str, ...]:
        """The words that it must not be shown without."""
        ordene = (("Avlyst", self.avlyst), ("Utkast", self.utkast), ("Intern", self.intern))
        return tuple(ord_ for ord_, gjelder in ordene if gjelder)

    @property
    def i_ord(self) -> str:
        """Say all of it on one line, as beside the wheel: "3 Årsmøte, lør. 28. februar, avlyst"."""
        return ", ".join([f"{self.nr} {self.tittel}", self.naar, *map(str.lower, self.merker)])


@dataclass(frozen=True)
class Maaned:
    """The rows of one month, at least one."""

    foerste: date
    rader: tuple[Rad, ...]

    @property
    def navn(self) -> str:
        """Say it with its year: "mai 2026"."""
        return maaneder_i_ord(self.foerste, self.foerste)

    @property
    def anker(self) -> str:
        """Its name in the address of the page: "hjul-2026-05"."""
        return f"hjul-{self.foerste:%Y-%m}"


def lag_rader(aktiviteter: Iterable[HarAktivitet], fra: date, til: date) -> tuple[Rad, ...]:
    """Make the rows of activities that are in the order of time and touch the days from `fra` to `til`.

    What began before `fra`, or lasts longer than `til`, is told with its own days and drawn with those within.
    Texts are cleaned once more: one sign that XML does not know would leave the whole picture empty.
    """
    return tuple(
        Rad(
            nr=nr,
            foerste=max(ett.foerste_dag, fra),
            siste=min(ett.siste_dag, til),
            naar=tid_i_ord(ett, kort=True),
            tittel=rens_linje(ett.tittel),
            arrangoer=rens_linje(ett.lag.navn),
            sted=rens_linje(ett.hvor),
            slag=Slag.av(ett.type),
            dag_er_kjent=ett.dag_er_kjent,
            avlyst=ett.avlyst,
            flyttet_fra=ett.flyttet_fra,
            utkast=ett.er_utkast,
            intern=ett.synlighet == "intern",
            adresse=ett.get_absolute_url(),
        )
        for nr, ett in enumerate(aktiviteter, start=1)
    )


def maanedsvis(rader: Iterable[Rad]) -> tuple[Maaned, ...]:
    """Lay rows, in the order of time, out by month. The empty months are left out."""
    return tuple(Maaned(foerste, tuple(i_maaneden)) for foerste, i_maaneden in groupby(rader, lambda rad: rad.maaned))

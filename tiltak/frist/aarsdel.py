"""What every part of a year that a deadline can name has to say of itself."""

from abc import ABC, abstractmethod
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import ClassVar

from aktivitet.kalender import Dager
from aktivitet.moeter import Moeter

FOERSTE_AAR, SISTE_AAR = 1900, 2199

AAR, HALVAAR, KVARTAL, MAANED, MAANEDER, UKE, DAG, MOETE = (
    "aar",
    "halvaar",
    "kvartal",
    "maaned",
    "maaneder",
    "uke",
    "dag",
    "moete",
)

MoeterIAar = Callable[[int], Moeter]


@dataclass(frozen=True)
class Ramme:
    """What the days of a part may depend on besides the year: the period's first and last day, and the meetings."""

    fra: date
    til: date
    moeter: MoeterIAar


@dataclass(frozen=True)
class Del(ABC):
    """One part of a year. Says its days in a given year, and how the occurrence is known and shown.

    `slag` is its name in a stored rule and `presisjon` how exact it is. Raises ValueError when made of impossible
    numbers, so that a part that exists can always be laid out.
    """

    slag: ClassVar[str]
    presisjon: ClassVar[str]

    def __post_init__(self) -> None:
        hele_verdier = all(type(getattr(self, felt.name)) is felt.type for felt in fields(self))
        if not (hele_verdier and self.er_mulig()):
            raise ValueError(f"Finnes ikke i noen kalender: {self!r}")

    def er_mulig(self) -> bool:
        """Whether a calendar has such a part."""
        return True

    @property
    @abstractmethod
    def tekst(self) -> str:
        """As it reads in a sentence before a year: "i mars", "innen 1. juni"."""

    @abstractmethod
    def noekkel(self, aar: int) -> str:
        """The occurrence's identity within its measure; the same whatever its dates become."""

    @abstractmethod
    def etikett(self, aar: int) -> str:
        """The occurrence as people read it: "mars 2026"."""

    def finnes_i(self, aar: int) -> bool:
        """Whether the year has it: not all have a week 53, a 29 February or an election."""
        return True

    @property
    def hver_gang(self) -> bool:
        """Whether every time is not every year: an election."""
        return False

    @property
    def krysser_nyttaar(self) -> bool:
        """Whether it ends in a later year than it begins."""
        return False

    @abstractmethod
    def dager(self, aar: int, ramme: Ramme) -> Dager:
        """First and last day in the year `aar`, one in which it exists."""

    def anslag(self, aar: int, ramme: Ramme) -> bool:
        """Whether the days rest on an estimated meeting."""
        return False


def dagen_foer(dag: date) -> date:
    return dag - timedelta(days=1)


def siste_i_maaneden(aar: int, maaned: int) -> date:
    """The last day of the month."""
    return date(aar, maaned, monthrange(aar, maaned)[1])


def pluss_maaneder(dag: date, antall: int) -> date:
    """The same day of the month `antall` months later, or that month's last day where it is shorter."""
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 + antall, 12)
    return date(aar, maaned + 1, min(dag.day, monthrange(aar, maaned + 1)[1]))


def er_aar(aar: int) -> bool:
    """Whether it is a year that a plan may name; also keeps every sum of days within what `date` can hold."""
    return FOERSTE_AAR <= aar <= SISTE_AAR

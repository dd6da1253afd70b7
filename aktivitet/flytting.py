"""What moves along when a meeting is set, moved or taken away: shown first, and done when somebody has said yes.

Nothing is foretold: the act is done, the floors above say what it moved, and unless just that was seen and confirmed
it is all undone. So what is shown is what will happen, also when somebody else moved a meeting a moment ago.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Protocol

from django.db import transaction
from django.http import QueryDict

BEKREFTET, AVBRYT = "bekreftet", "avbryt"  # the names of the two buttons on the page that shows it
VISTE_GRUPPER, VISTE_I_GRUPPEN = 12, 8


@dataclass(frozen=True)
class Dager:
    """The days of something that hangs from a meeting: when it may be done, and by when it is due."""

    foerste: date
    siste: date
    anslag: bool = False
    utenfor: bool = False  # of the plan's period


@dataclass(frozen=True)
class Flytting:
    """One due date that moves along. Plain values, for the calendar knows nothing of plans.

    naar: which occurrence it is. foer: None for one that comes. etter: None for one that goes; with a status it stays
    in the log. status: the word, empty as long as nobody has set one.
    """

    plan: str
    kode: str
    tekst: str
    naar: str
    foer: Dager | None
    etter: Dager | None
    status: str = ""


@dataclass(frozen=True)
class Gruppe:
    """Those that move alike: the same occurrence, from the same days to the same days."""

    alle: tuple[Flytting, ...]

    @property
    def felles(self) -> Flytting:
        """One of them, for what they have in common."""
        return self.alle[0]

    @property
    def viste(self) -> tuple[Flytting, ...]:
        return self.alle[:VISTE_I_GRUPPEN]

    @property
    def resten(self) -> int:
        """How many are not shown."""
        return len(self.alle) - len(self.viste)


@dataclass(frozen=True)
class Flyttinger:
    """All that one act moves."""

    alle: tuple[Flytting, ...] = ()

    @property
    def antall(self) -> str:
        """Say how many they are: "1 frist", "12 frister"."""
        return f"{len(self.alle)} {'frist' if len(self.alle) == 1 else 'frister'}"

    def etter(self, gjort: str) -> str:
        """Say what was done, and how many moved along: "Lagret. 2 frister i planen er flyttet."."""
        return f"{gjort} {self.antall} i planen er flyttet." if self.alle else gjort

    @property
    def med_status(self) -> int:
        """How many somebody has set a status on."""
        return sum(bool(en.status) for en in self.alle)

    @property
    def flere_planer(self) -> bool:
        return len({en.plan for en in self.alle}) > 1

    @property
    def grupper(self) -> list[Gruppe]:
        """Group them by plan and by what they move between, in the order that they come."""
        grupper: dict[tuple[object, ...], list[Flytting]] = {}
        for en in self.alle:
            grupper.setdefault((en.plan, en.naar, en.foer, en.etter), []).append(en)
        return [Gruppe(tuple(alle)) for alle in grupper.values()]

    @property
    def viste(self) -> list[Gruppe]:
        return self.grupper[:VISTE_GRUPPER]

    @property
    def resten(self) -> int:
        """How many are in the groups that are not shown."""
        return sum(len(gruppe.alle) for gruppe in self.grupper[VISTE_GRUPPER:])

    @property
    def merke(self) -> str:
        """A mark of just these moves, to be sent back by whoever has seen them. A status is no part of it: what
        somebody reports meanwhile moves nothing."""
        rader = sorted(repr((en.plan, en.kode, en.naar, en.foer, en.etter)) for en in self.alle)
        return sha256("\n".join(rader).encode()).hexdigest()


class MaaBekreftes(Exception):
    """Nothing is done yet, since `flyttinger` would move along. `sett_foer` when other ones were confirmed."""

    def __init__(self, flyttinger: Flyttinger, *, sett_foer: bool):
        super().__init__(f"{flyttinger.antall} flytter seg")
        self.flyttinger, self.sett_foer = flyttinger, sett_foer

    def kontekst(self, data: QueryDict, knapp: str) -> dict[str, Any]:
        """What the page that shows them needs: with what was sent, and a button that says `knapp` and how many."""
        return {
            "flyttinger": self.flyttinger,
            "sett_foer": self.sett_foer,
            "knapp": f"{knapp} {self.flyttinger.antall}",
            "sendt": sendt_igjen(data),
        }


class KanFlytteFrister(Protocol):
    """Something whose saving may move a meeting: `signals.py` notes on it what moved along."""

    flyttinger: Flyttinger


@contextmanager
def vis_foerst(ting: KanFlytteFrister, bekreftet: str) -> Iterator[None]:
    """Save `ting` in this block, all or nothing.

    Raises MaaBekreftes with everything undone when the save moves other due dates than those that `bekreftet` is the
    mark of. What stands in memory is not undone: `ting` must not be saved after it.
    """
    with transaction.atomic():
        yield
        if ting.flyttinger.alle and ting.flyttinger.merke != bekreftet:
            raise MaaBekreftes(ting.flyttinger, sett_foer=bool(bekreftet))


def samlet(flyttingene: Iterable[Flyttinger]) -> Flyttinger:
    """What several acts in a row moved, as one: each due date from where it first stood to where it stands in the end.
    What is back where it was has not moved."""
    alle: dict[tuple[str, str, str], Flytting] = {}
    for en in (flytting for flyttinger in flyttingene for flytting in flyttinger.alle):
        noekkel = (en.plan, en.kode, en.naar)
        alle[noekkel] = replace(en, foer=alle[noekkel].foer) if noekkel in alle else en
    return Flyttinger(tuple(en for en in alle.values() if en.foer != en.etter))


def sendt_igjen(data: QueryDict) -> list[tuple[str, str]]:
    """What somebody sent, for the page to keep and send once more with the answer."""
    utenom = {"csrfmiddlewaretoken", BEKREFTET, AVBRYT}
    return [(navn, verdi) for navn, verdier in data.lists() if navn not in utenom for verdi in verdier]

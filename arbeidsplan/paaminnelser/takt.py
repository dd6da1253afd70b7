"""Pure: the kinds of reminder, and how often each may go to one person. Days in, answers out; no clock, no database.

A weekly list goes once in an ISO week, and no sooner than six days after the last: one that was late on Sunday is not
followed by the next on Monday. With a run every day it finds its way back to Mondays. The monthly letter goes once in
a calendar month, and no sooner than twenty days after the last.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

UKELISTE, MAANEDSBREV = "ukeliste", "maanedsbrev"
SLAG = {UKELISTE: "Ukelisten", MAANEDSBREV: "Månedsbrevet"}

PAABEGYNT, SENDT, FEILET, UVISST = "paabegynt", "sendt", "feilet", "uvisst"

HOEYST_FORSOEK = 5  # in one period: with a run a day, a bad address is tried for most of a week


class Tidligere(Protocol):
    """What is read of an earlier attempt."""

    periode: str
    tilstand: str
    forsoek: int

    @property
    def dag(self) -> date: ...


@dataclass(frozen=True)
class Takt:
    """How often: once in a period, which a day belongs to, and so many days after the last."""

    periode: Callable[[date], str]
    avstand: timedelta


def uke(dag: date) -> str:
    """Give the ISO week of the day: "2026-W53", also on 1 January 2027."""
    aar, nummer, _ = dag.isocalendar()
    return f"{aar}-W{nummer:02}"


def maaned(dag: date) -> str:
    """Give the month of the day: "2026-11"."""
    return f"{dag:%Y-%m}"


TAKT = {UKELISTE: Takt(uke, timedelta(days=6)), MAANEDSBREV: Takt(maaned, timedelta(days=20))}
LENGSTE_AVSTAND = timedelta(days=31)  # what lies longer back decides nothing


def kan_sendes(slag: str, dag: date, tidligere: Iterable[Tidligere]) -> bool:
    """Tell whether a person may be sent this kind on the day, when `tidligere` are the attempts to send it before.

    One that failed for certain is tried again, some times. One that nobody knows the fate of counts as sent: rather a
    list too few than the same one twice.
    """
    takt = TAKT[slag]
    for forsoek in tidligere:
        kan_ha_kommet_frem = forsoek.tilstand != FEILET
        if forsoek.periode == takt.periode(dag):
            if kan_ha_kommet_frem or forsoek.forsoek >= HOEYST_FORSOEK:
                return False
        elif kan_ha_kommet_frem and dag - forsoek.dag < takt.avstand:
            return False
    return True

"""Pure: a rule such as "every first Tuesday", laid out as days. No clock and no database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from ..kalender import helligdager, maanedens_dager, maaneder_fra, ukedag_nr

UKE, UKEDAG, DATO = "uke", "ukedag", "dato"  # every n weeks, a weekday of the month, a date of the month
SISTE = -1  # the last Tuesday, which is sometimes the fourth and sometimes the fifth
FLEST = 60  # days in a series
_SISTE_DAG = date(2099, 12, 31)  # the calendar's last one, which the models have too


@dataclass(frozen=True)
class Regel:
    """How often something recurs, from a day on, until a day or so many times; whichever comes first.

    hver: 1 for every week or month, 2 for every other. ukedag: Monday is 0; None: that of the first day. nr: which of
    the month's, or SISTE. dato: the day of the month; a month without it is passed over. With `hopp_over_helligdager`
    a public holiday is in the list as left out, and does not count.
    """

    gjentas: str
    fra: date
    til: date | None = None
    antall: int | None = None
    hver: int = 1
    ukedag: int | None = None
    nr: int = 1
    dato: int = 1
    hopp_over_helligdager: bool = True

    @property
    def paa_ukedag(self) -> int:
        """The weekday that it is on, said or not."""
        return self.fra.weekday() if self.ukedag is None else self.ukedag


@dataclass(frozen=True)
class Seriedag:
    """One day of a series, the holiday that it falls on, and whether it is meant."""

    dag: date
    helligdag: str = ""
    med: bool = True


def seriedager(regel: Regel) -> list[Seriedag]:
    """Lay the rule out. One day more than FLEST is given where there would be more: it is for the caller to refuse."""
    dager: list[Seriedag] = []
    igjen = regel.antall or FLEST + 1
    for dag in _dagene(regel):
        if igjen == 0 or (regel.til and dag > regel.til):
            break
        helligdag = helligdager(dag.year).get(dag, "")
        med = not (helligdag and regel.hopp_over_helligdager)
        dager.append(Seriedag(dag, helligdag, med))
        igjen -= med
    return dager


def _dagene(regel: Regel) -> Iterator[date]:
    """Every day of the rule from its first one on, as long as there is a calendar."""
    if regel.gjentas == UKE:
        return _ukevis(regel)
    finn = {UKEDAG: _ukedagen, DATO: _datoen}[regel.gjentas]
    maanedene = takewhile(lambda maaned: maaned <= _SISTE_DAG, _maanedene(regel))
    return (dag for maaned in maanedene if (dag := finn(regel, maaned)) and dag >= regel.fra)


def _ukevis(regel: Regel) -> Iterator[date]:
    dag = regel.fra + timedelta(days=(regel.paa_ukedag - regel.fra.weekday()) % 7)
    while dag <= _SISTE_DAG:
        yield dag
        dag += timedelta(weeks=regel.hver)


def _maanedene(regel: Regel) -> Iterator[date]:
    """The months from the first that has a day: "every other month" counts from there."""
    finn = {UKEDAG: _ukedagen, DATO: _datoen}[regel.gjentas]
    maaned = regel.fra.replace(day=1)
    while (finn(regel, maaned) or date.min) < regel.fra:
        maaned = maaneder_fra(maaned, 1)
    while True:
        yield maaned
        maaned = maaneder_fra(maaned, regel.hver)


def _ukedagen(regel: Regel, maaned: date) -> date:
    if regel.nr == SISTE:
        siste = maanedens_dager(maaned.year, maaned.month)[1]
        return siste - timedelta(days=(siste.weekday() - regel.paa_ukedag) % 7)
    return ukedag_nr(maaned.year, maaned.month, regel.paa_ukedag, regel.nr)


def _datoen(regel: Regel, maaned: date) -> date | None:
    har = regel.dato <= maanedens_dager(maaned.year, maaned.month)[1].day
    return maaned.replace(day=regel.dato) if har else None

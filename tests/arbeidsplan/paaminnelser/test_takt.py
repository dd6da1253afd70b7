"""How often a reminder may go: once in its period, with days between, and again only when it certainly failed."""

from dataclasses import dataclass
from datetime import date

import pytest

from arbeidsplan.paaminnelser.takt import (
    FEILET,
    HOEYST_FORSOEK,
    MAANEDSBREV,
    PAABEGYNT,
    SENDT,
    UKELISTE,
    UVISST,
    kan_sendes,
    maaned,
    uke,
)

MANDAG = date(2026, 11, 23)  # week 48


@dataclass
class Forsoek:
    """An attempt, as the rule reads it."""

    periode: str
    dag: date
    tilstand: str = SENDT
    forsoek: int = 1


@pytest.mark.parametrize(
    ("dag", "uken", "maaneden"),
    [
        (date(2026, 11, 23), "2026-W48", "2026-11"),
        (date(2027, 1, 1), "2026-W53", "2027-01"),
        (date(2027, 1, 4), "2027-W01", "2027-01"),
        (date(2029, 12, 31), "2030-W01", "2029-12"),
    ],
)
def test_a_day_belongs_to_an_iso_week_and_a_month(dag, uken, maaneden):
    assert (uke(dag), maaned(dag)) == (uken, maaneden)


@pytest.mark.parametrize(
    ("forsoek", "svar"),
    [
        ([], True),
        ([Forsoek("2026-W47", date(2026, 11, 16))], True),  # last Monday
        ([Forsoek("2026-W47", date(2026, 11, 17))], True),  # six days ago
        ([Forsoek("2026-W47", date(2026, 11, 18))], False),  # five: another week, but too soon
        ([Forsoek("2026-W47", date(2026, 11, 22))], False),  # yesterday
        ([Forsoek("2026-W48", MANDAG)], False),  # today
        ([Forsoek("2026-W47", date(2026, 11, 22), FEILET)], True),  # what failed was never there
        ([Forsoek("2026-W47", date(2026, 11, 22), UVISST)], False),  # may have been there yesterday
        ([Forsoek("2026-W47", date(2026, 11, 22), PAABEGYNT)], False),
        ([Forsoek("2026-W48", MANDAG, FEILET)], True),
        ([Forsoek("2026-W48", MANDAG, FEILET, HOEYST_FORSOEK - 1)], True),
        ([Forsoek("2026-W48", MANDAG, FEILET, HOEYST_FORSOEK)], False),
        ([Forsoek("2026-W48", MANDAG, UVISST)], False),
        ([Forsoek("2026-W48", MANDAG, PAABEGYNT)], False),
        ([Forsoek("2026-W47", date(2026, 11, 22)), Forsoek("2026-W48", MANDAG, FEILET)], False),
    ],
)
def test_a_weekly_list_goes_once_a_week_with_six_days_between(forsoek, svar):
    assert kan_sendes(UKELISTE, MANDAG, forsoek) is svar


@pytest.mark.parametrize(
    ("forsoek", "svar"),
    [
        ([Forsoek("2026-10", date(2026, 10, 1))], True),
        ([Forsoek("2026-10", date(2026, 10, 31))], True),
        ([Forsoek("2026-11", date(2026, 11, 1))], False),
        ([Forsoek("2026-11", date(2026, 11, 1), FEILET)], True),
    ],
)
def test_a_monthly_letter_goes_once_a_month(forsoek, svar):
    assert kan_sendes(MAANEDSBREV, MANDAG, forsoek) is svar


def test_a_monthly_letter_that_was_late_is_not_followed_by_the_next_at_once():
    den_26_november = [Forsoek("2026-11", date(2026, 11, 26))]

    svar = {dag: kan_sendes(MAANEDSBREV, date(2026, 12, dag), den_26_november) for dag in (1, 15, 16)}

    assert svar == {1: False, 15: False, 16: True}


def test_run_every_day_a_late_list_finds_its_way_back_to_mondays():
    sendt = [Forsoek("2026-W48", date(2026, 11, 29))]  # a Sunday
    dager = [date.fromordinal(date(2026, 11, 30).toordinal() + nr) for nr in range(60)]

    for dag in dager:
        if kan_sendes(UKELISTE, dag, sendt):
            sendt.append(Forsoek(uke(dag), dag))

    assert [en.dag.isoweekday() for en in sendt] == [7, 6, 5, 4, 3, 2, 1, 1, 1, 1]

"""A rule such as "every first Tuesday" becomes the days that people mean by it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.kalender import helligdager
from aktivitet.serie.regel import DATO, FLEST, SISTE, UKE, UKEDAG, Regel, Seriedag, seriedager

TIRSDAG, TORSDAG = 1, 3


@pytest.mark.parametrize(
    ("regel", "dager"),
    [
        # Every first Tuesday; the first one of May has been when the series begins.
        (
            Regel(UKEDAG, date(2026, 5, 6), date(2026, 8, 31), ukedag=TIRSDAG),
            ["2026-06-02", "2026-07-07", "2026-08-04"],
        ),
        # Every other Thursday, from a Monday on.
        (
            Regel(UKE, date(2026, 9, 7), antall=3, hver=2, ukedag=TORSDAG),
            ["2026-09-10", "2026-09-24", "2026-10-08"],
        ),
        # The weekday of the first day, where none is said.
        (Regel(UKE, date(2026, 9, 7), date(2026, 9, 21)), ["2026-09-07", "2026-09-14", "2026-09-21"]),
        (Regel(UKEDAG, date(2026, 9, 8), antall=2, nr=2), ["2026-09-08", "2026-10-13"]),
        # The last one of the month, the fourth or the fifth.
        (
            Regel(UKEDAG, date(2026, 9, 1), antall=3, nr=SISTE, ukedag=TORSDAG),
            ["2026-09-24", "2026-10-29", "2026-11-26"],
        ),
        # The 15th, and a date that not every month has.
        (Regel(DATO, date(2026, 8, 20), antall=2, dato=15), ["2026-09-15", "2026-10-15"]),
        (Regel(DATO, date(2027, 1, 30), antall=3, dato=31), ["2027-01-31", "2027-03-31", "2027-05-31"]),
        # Every other month counts from the first that there was.
        (Regel(DATO, date(2026, 8, 20), antall=3, dato=15, hver=2), ["2026-09-15", "2026-11-15", "2027-01-15"]),
        # Whichever comes first, the last day or the number.
        (Regel(UKE, date(2026, 9, 7), date(2026, 9, 15), antall=9), ["2026-09-07", "2026-09-14"]),
        (Regel(UKE, date(2026, 9, 7), date(2026, 9, 6)), []),
        # The calendar ends.
        (Regel(UKE, date(2099, 12, 28), antall=5), ["2099-12-28"]),
        (Regel(DATO, date(2099, 11, 1), antall=5, dato=20), ["2099-11-20", "2099-12-20"]),
    ],
)
def test_a_rule_gives_its_days(regel, dager):
    assert [en.dag.isoformat() for en in seriedager(regel)] == dager


def test_a_holiday_is_named_left_out_and_not_counted():
    regel = Regel(UKE, date(2026, 5, 7), antall=3)

    assert seriedager(regel) == [
        Seriedag(date(2026, 5, 7)),
        Seriedag(date(2026, 5, 14), "Kristi himmelfartsdag", med=False),
        Seriedag(date(2026, 5, 21)),
        Seriedag(date(2026, 5, 28)),
    ]


def test_a_holiday_that_is_wanted_is_named_and_counted():
    regel = Regel(UKE, date(2026, 5, 7), antall=2, hopp_over_helligdager=False)

    assert seriedager(regel) == [
        Seriedag(date(2026, 5, 7)),
        Seriedag(date(2026, 5, 14), "Kristi himmelfartsdag", med=True),
    ]


def test_more_than_there_may_be_is_cut_one_after_so_that_it_can_be_told():
    dager = seriedager(Regel(UKE, date(2026, 1, 5), date(2099, 1, 1), hopp_over_helligdager=False))

    assert len(dager) == FLEST + 1


DAGENE = st.dates(date(2000, 1, 1), date(2099, 12, 31))
REGLER = st.builds(
    Regel,
    gjentas=st.sampled_from([UKE, UKEDAG, DATO]),
    fra=DAGENE,
    til=st.none() | DAGENE,
    antall=st.none() | st.integers(1, FLEST),
    hver=st.integers(1, 4),
    ukedag=st.none() | st.integers(0, 6),
    nr=st.sampled_from([1, 2, 3, 4, SISTE]),
    dato=st.integers(1, 31),
    hopp_over_helligdager=st.booleans(),
)


@given(REGLER)
def test_whatever_the_rule_its_days_are_what_it_says(regel):
    dager = seriedager(regel)
    alle = [en.dag for en in dager]
    ukedag = regel.fra.weekday() if regel.ukedag is None else regel.ukedag

    assert alle == sorted(set(alle))
    assert all(regel.fra <= dag <= (regel.til or date.max) for dag in alle)
    assert sum(en.med for en in dager) <= (regel.antall or FLEST + 1)
    assert all(en.helligdag == helligdager(en.dag.year).get(en.dag, "") for en in dager)
    assert all(en.med is not (regel.hopp_over_helligdager and bool(en.helligdag)) for en in dager)
    if regel.gjentas == DATO:
        assert {dag.day for dag in alle} <= {regel.dato}
    else:
        assert {dag.weekday() for dag in alle} <= {ukedag}
    if regel.gjentas == UKE:
        assert {b - a for a, b in pairwise(alle)} <= {timedelta(weeks=regel.hver)}
    if regel.gjentas == UKEDAG:
        assert {_nummer(dag, regel.nr) for dag in alle} <= {regel.nr}
    if regel.gjentas != UKE:
        maanedene = [dag.year * 12 + dag.month for dag in alle]
        assert {(maaned - maanedene[0]) % regel.hver for maaned in maanedene} <= {0}


def _nummer(dag, spurt):
    """Which of its weekday in the month a day is; the last one, where that was asked for."""
    er_sist = (dag + timedelta(days=7)).month != dag.month
    return SISTE if spurt == SISTE and er_sist else (dag.day - 1) // 7 + 1

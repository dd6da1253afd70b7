"""Calendar arithmetic: weeks, months, election days and public holidays."""

from datetime import date

import pytest

from aktivitet.kalender import (
    aaret_i_planlegging,
    er_valgaar,
    foerste_paaskedag,
    helligdager,
    maanedens_dager,
    maanedens_uker,
    maaneder_fra,
    ukens_dager,
    valgdag,
)


@pytest.mark.parametrize(
    ("aar", "dag"),
    [
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),  # the earliest in our time
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),  # the latest
        (2049, date(2049, 4, 18)),
        (2076, date(2076, 4, 19)),
        (2099, date(2099, 4, 12)),
    ],
)
def test_easter_sunday_falls_where_the_almanac_has_it(aar, dag):
    assert foerste_paaskedag(aar) == dag


def test_the_public_holidays_of_a_year():
    assert helligdager(2026) == {
        date(2026, 1, 1): "Første nyttårsdag",
        date(2026, 4, 2): "Skjærtorsdag",
        date(2026, 4, 3): "Langfredag",
        date(2026, 4, 5): "Første påskedag",
        date(2026, 4, 6): "Andre påskedag",
        date(2026, 5, 1): "Arbeidernes dag",
        date(2026, 5, 14): "Kristi himmelfartsdag",
        date(2026, 5, 17): "Grunnlovsdag",
        date(2026, 5, 24): "Første pinsedag",
        date(2026, 5, 25): "Andre pinsedag",
        date(2026, 12, 25): "Første juledag",
        date(2026, 12, 26): "Andre juledag",
    }


def test_two_holidays_on_one_day_are_both_named():
    assert helligdager(2027)[date(2027, 5, 17)] == "Grunnlovsdag og andre pinsedag"


@pytest.mark.parametrize(
    ("aar", "dag"),
    [
        (2019, date(2019, 9, 9)),
        (2021, date(2021, 9, 13)),
        (2023, date(2023, 9, 11)),
        (2025, date(2025, 9, 8)),
        (2027, date(2027, 9, 13)),
        (2031, date(2031, 9, 8)),
    ],
)
def test_the_election_is_on_the_second_monday_of_september_in_odd_years(aar, dag):
    assert (er_valgaar(aar), er_valgaar(aar + 1), valgdag(aar)) == (True, False, dag)


def test_new_year_2027_stands_in_week_53_of_2026():
    uker = maanedens_uker(2027, 1)

    assert [uke.nummer for uke in uker] == [53, 1, 2, 3, 4]
    assert uker[0].dager[0] == date(2026, 12, 28)
    assert uker[0].dager[4] == date(2027, 1, 1)


def test_a_months_weeks_are_whole_and_in_order_for_a_hundred_years():
    for aar in range(2000, 2100):
        for maaned in range(1, 13):
            foerste, siste = maanedens_dager(aar, maaned)

            dager = [dag for uke in maanedens_uker(aar, maaned) for dag in uke.dager]

            assert dager == [date.fromordinal(dager[0].toordinal() + n) for n in range(len(dager))]
            assert (dager[0].weekday(), dager[-1].weekday()) == (0, 6)
            assert dager[0] <= foerste < dager[7]
            assert dager[-8] < siste <= dager[-1]


def test_a_week_is_monday_to_sunday_whatever_day_is_asked():
    uke = (date(2026, 12, 28), date(2027, 1, 3))

    assert [ukens_dager(dag) for dag in (date(2026, 12, 28), date(2027, 1, 1), date(2027, 1, 3))] == [uke] * 3


@pytest.mark.parametrize(
    ("antall", "dag"), [(0, date(2026, 1, 1)), (1, date(2026, 2, 1)), (-13, date(2024, 12, 1)), (24, date(2028, 1, 1))]
)
def test_months_are_counted_over_new_year(antall, dag):
    assert maaneder_fra(date(2026, 1, 31), antall) == dag


@pytest.mark.parametrize(
    ("dag", "aar"), [(date(2026, 1, 1), 2026), (date(2026, 6, 30), 2026), (date(2026, 7, 1), 2027)]
)
def test_from_summer_on_it_is_the_next_year_that_is_planned(dag, aar):
    assert aaret_i_planlegging(dag) == aar

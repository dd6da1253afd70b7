"""Days on the circle: clockwise from the top, a month for each sector."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.hjul.sirkel import Sirkel, punkt, ringstykke

from .eksempel import AARET, IGJEN


def test_known_days_stand_where_people_look_for_them():
    assert AARET.vinkel(date(2026, 1, 1)) == 0
    assert AARET.vinkel(date(2026, 4, 1)) == 90
    assert AARET.vinkel(date(2026, 7, 1)) == 180
    assert AARET.vinkel(date(2026, 10, 1)) == 270
    assert AARET.bue(date(2026, 12, 31), date(2026, 12, 31)) == (pytest.approx(360 - 30 / 31), 360)
    assert AARET.bue(date(2026, 1, 1), date(2026, 12, 31)) == (0, 360)
    assert AARET.bue(date(2026, 2, 1), date(2026, 3, 31)) == (30, 90)


def test_the_29th_of_february_has_a_place_of_its_own():
    skuddaar = Sirkel(date(2028, 1, 1), date(2028, 12, 31))

    assert skuddaar.vinkel(date(2028, 2, 29)) == pytest.approx(60 - 30 / 29)
    assert skuddaar.vinkel(date(2028, 3, 1)) == 60


def test_the_points_are_at_the_top_the_right_the_bottom_and_the_left():
    assert [punkt(vinkel, 10) for vinkel in (0, 90, 180, 270)] == [
        pytest.approx((0, -10)),
        pytest.approx((10, 0)),
        pytest.approx((0, 10)),
        pytest.approx((-10, 0)),
    ]


def test_from_one_annual_meeting_to_the_next_each_month_has_its_own_sector_from_the_first():
    assert (len(IGJEN.maaneder), IGJEN.maaneder[0], IGJEN.maaneder[-1]) == (14, date(2025, 2, 1), date(2026, 3, 1))
    assert IGJEN.vinkel(date(2025, 2, 1)) == 0
    assert IGJEN.vinkel(date(2026, 3, 1)) == pytest.approx(360 * 13 / 14)
    assert IGJEN.kan_tegnes


def test_a_short_period_has_a_whole_wheel_and_a_long_one_has_none():
    assert Sirkel(date(2026, 11, 5), date(2026, 11, 6)).maaneder == tuple(
        date(2026 + (nr > 12), (nr - 1) % 12 + 1, 1) for nr in range(11, 23)
    )
    assert not Sirkel(date(2025, 1, 1), date(2026, 4, 1)).kan_tegnes


@given(st.integers(0, 363))
def test_a_later_day_stands_further_on(nr):
    dag = date(2026, 1, 1) + timedelta(days=nr)

    assert 0 <= AARET.vinkel(dag) < AARET.vinkel(dag + timedelta(days=1)) < 360
    assert AARET.bue(dag, dag)[1] == pytest.approx(AARET.vinkel(dag + timedelta(days=1)))


def test_a_ring_all_the_way_round_is_drawn_in_two_halves_since_an_arc_cannot_end_where_it_begins():
    assert ringstykke(0, 360, 5, 10) == ringstykke(0, 180, 5, 10) + ringstykke(180, 360, 5, 10)
    assert ringstykke(0, 90, 5, 10) == "M0 -10A10 10 0 0 1 10 0L5 0A5 5 0 0 0 0 -5z"

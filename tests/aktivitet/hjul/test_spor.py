"""Places on the tracks: every row has one, and no two touch, whatever there is of them."""

from datetime import date
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aktivitet.hjul.sirkel import punkt
from aktivitet.hjul.spor import BREDDE, legg_ut

from .eksempel import AARET, IGJEN, rad, radene

HJUL = st.sampled_from([(280, 7), (158, 4)])


def steder(plassert):
    return [punkt(en.del_.midt, en.radius) for en in plassert]


@pytest.mark.parametrize("sirkel", [AARET, IGJEN], ids=["et år", "fra årsmøte til årsmøte"])
@settings(max_examples=60)
@given(data=st.data(), hjul=HJUL)
def test_every_row_has_one_place_within_the_wheel_and_no_two_marks_touch(sirkel, data, hjul):
    rader = data.draw(radene(sirkel))

    plassert, spor = legg_ut(rader, sirkel, *hjul)

    assert [rad for en in plassert for rad in en.del_.rader] == list(rader)
    innerst = hjul[0] - BREDDE * spor
    assert all(innerst < en.radius < hjul[0] for en in plassert)
    enkle = [en for en in plassert if not en.del_.samlet]
    for a, b in combinations(steder(enkle), 2):
        assert dist(a, b) >= BREDDE - 0.01
    for a, b in combinations(plassert, 2):
        if a.radius == b.radius:  # what lasts takes its whole arc
            assert a.del_.til <= b.del_.fra + 1e-9 or b.del_.til <= a.del_.fra + 1e-9


@settings(max_examples=20)
@given(data=st.data())
def test_a_mark_stands_in_the_middle_of_its_days(data):
    rader = data.draw(radene(AARET, flest=17))

    for en in legg_ut(rader, AARET, 280, 7)[0]:
        if not en.del_.samlet:
            [ett] = en.del_.rader
            assert (en.del_.fra, en.del_.til) == AARET.bue(ett.foerste, ett.siste)


def test_few_rows_take_few_tracks_and_stand_at_the_rim():
    plassert, spor = legg_ut([rad(nr, date(2026, nr, 10)) for nr in range(1, 13)], AARET, 280, 7)

    assert spor == 3
    assert {en.radius for en in plassert} == {280 - BREDDE / 2}


def test_a_month_that_holds_too_many_is_gathered_in_one_mark_and_the_others_are_not():
    mange = [rad(nr, date(2026, 5, 14)) for nr in range(2, 402)]

    plassert, _ = legg_ut([rad(1, date(2026, 4, 1)), *mange, rad(402, date(2026, 6, 20))], AARET, 280, 7)

    assert [(en.del_.samlet, len(en.del_.rader)) for en in plassert] == [(False, 1), (True, 400), (False, 1)]
    assert (plassert[1].del_.fra, plassert[1].del_.til) == (120, 150)


def test_what_lasts_all_year_takes_a_track_each_until_there_are_no_more():
    hele = [rad(nr, date(2026, 1, 1), date(2026, 12, 31)) for nr in range(1, 4)]

    assert sorted(en.radius for en in legg_ut(hele, AARET, 158, 4)[0]) == [95.5, 120.5, 145.5]
    for_mange = legg_ut([rad(nr, date(2026, 1, 1), date(2026, 12, 31)) for nr in range(1, 9)], AARET, 158, 4)[0]
    assert [(en.del_.samlet, len(en.del_.rader)) for en in for_mange] == [(True, 8)]


def test_new_years_eve_and_new_years_day_stand_beside_each_other_over_the_top():
    a, b = legg_ut([rad(1, date(2026, 1, 1)), rad(2, date(2026, 12, 31))], AARET, 158, 4)[0]

    assert dist(punkt(a.del_.midt, a.radius), punkt(b.del_.midt, b.radius)) >= BREDDE - 0.01

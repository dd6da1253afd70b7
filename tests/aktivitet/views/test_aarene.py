"""The years that our calendar is about: what lies outside them is no page, and the way on ends where they do."""

from datetime import date

import pytest
from django.http import Http404

from aktivitet.views.aarene import aarene_ved, krev_aaret, krev_maaneden, maanedene_ved


@pytest.mark.parametrize("aar", [-1, 0, 1999, 2100, 10**30])
def test_a_year_outside_our_time_is_no_page(aar):
    with pytest.raises(Http404):
        krev_aaret(aar)


@pytest.mark.parametrize("aar", [2000, 2001])
def test_a_page_may_begin_later_than_our_time_does(aar):
    with pytest.raises(Http404):
        krev_aaret(aar, fra=2002)


@pytest.mark.parametrize(("aar", "maaned"), [(1999, 12), (2100, 1), (2026, 0), (2026, 13), (10**30, 1)])
def test_a_month_outside_our_time_or_the_year_is_no_page(aar, maaned):
    with pytest.raises(Http404):
        krev_maaneden(aar, maaned)


@pytest.mark.parametrize(("aar", "maaned"), [(2000, 1), (2026, 5), (2099, 12)])
def test_a_month_within_our_time_is_given_by_its_first_day(aar, maaned):
    assert krev_maaneden(aar, maaned) == date(aar, maaned, 1)


@pytest.mark.parametrize(
    ("aar", "fra", "ved"),
    [
        (2000, 2000, (None, 2001)),
        (2026, 2000, (2025, 2027)),
        (2099, 2000, (2098, None)),
        (2001, 2001, (None, 2002)),
        (2002, 2001, (2001, 2003)),
    ],
)
def test_the_way_to_other_years_ends_where_there_are_none(aar, fra, ved):
    assert aarene_ved(aar, fra=fra) == ved


@pytest.mark.parametrize(
    ("foerste", "ved"),
    [
        (date(2000, 1, 1), (None, date(2000, 2, 1))),
        (date(2026, 12, 1), (date(2026, 11, 1), date(2027, 1, 1))),
        (date(2099, 12, 1), (date(2099, 11, 1), None)),
    ],
)
def test_the_way_to_other_months_goes_over_new_year_and_ends_where_there_are_none(foerste, ved):
    assert maanedene_ved(foerste) == ved

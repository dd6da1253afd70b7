"""Days counted back from another meeting: always before it, and never on a day that nobody meets on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.moeteplan.regning import Foreslaatt, Forslag, foreslaa, foreslaa_alle, hvorfor_fri, passer

DAGER = st.dates(date(2000, 6, 1), date(2099, 12, 31))
ANTALL = st.integers(0, 365)


@pytest.mark.parametrize(
    ("dag", "grunn"),
    [
        (date(2027, 6, 8), ""),
        (date(2027, 6, 5), "lørdag"),
        (date(2027, 6, 6), "søndag"),
        (date(2027, 5, 1), "arbeidernes dag"),
        (date(2027, 5, 17), "grunnlovsdag og andre pinsedag"),
        (date(2027, 3, 21), "søndag"),
        (date(2027, 3, 22), "påskeuken"),
        (date(2027, 3, 24), "påskeuken"),
        (date(2027, 3, 25), "skjærtorsdag"),
        (date(2027, 3, 27), "lørdag"),
        (date(2027, 3, 30), ""),
        (date(2026, 5, 15), "inneklemt"),  # the Friday after Ascension Day
        (date(2028, 5, 16), "dagen før 17. mai"),
        (date(2025, 6, 6), ""),  # the Friday before Whitsun is a day like others
        (date(2026, 6, 30), ""),
        (date(2026, 7, 1), "juli"),
        (date(2026, 7, 31), "juli"),
        (date(2025, 12, 19), ""),
        (date(2026, 12, 21), "jul og nyttår"),
        (date(2026, 12, 25), "første juledag"),
        (date(2029, 1, 3), "jul og nyttår"),
        (date(2029, 1, 4), ""),
    ],
    ids=str,
)
def test_some_days_are_left_alone_and_why(dag, grunn):
    assert hvorfor_fri(dag) == grunn


@pytest.mark.parametrize(
    ("moete", "dager", "foreslaatt"),
    [
        (date(2027, 6, 15), 7, Foreslaatt(date(2027, 6, 8), date(2027, 6, 8))),
        (date(2027, 6, 15), 10, Foreslaatt(date(2027, 6, 4), date(2027, 6, 5), "lørdag")),
        (date(2027, 3, 29), 4, Foreslaatt(date(2027, 3, 19), date(2027, 3, 25), "skjærtorsdag")),
        (date(2027, 8, 3), 7, Foreslaatt(date(2027, 6, 30), date(2027, 7, 27), "juli")),
        (date(2027, 2, 27), 56, Foreslaatt(date(2026, 12, 18), date(2027, 1, 2), "jul og nyttår")),
        (date(2027, 6, 15), 0, Foreslaatt(date(2027, 6, 14), date(2027, 6, 14))),
    ],
    ids=str,
)
def test_a_day_off_moves_it_earlier(moete, dager, foreslaatt):
    assert foreslaa(moete, dager) == foreslaatt


@given(DAGER, ANTALL)
def test_it_is_always_before_the_meeting_and_never_on_a_day_off(moete, dager):
    foreslaatt = foreslaa(moete, dager)

    assert foreslaatt.dag < moete
    assert foreslaatt.dag <= moete - timedelta(days=dager)
    assert hvorfor_fri(foreslaatt.dag) == ""
    assert foreslaatt.dag.weekday() < 5
    assert (foreslaatt.dag == foreslaatt.oensket) is (foreslaatt.grunn == "")


@given(DAGER, ANTALL)
def test_it_moves_no_further_than_it_must(moete, dager):
    foreslaatt = foreslaa(moete, dager)
    mellom = (foreslaatt.oensket - foreslaatt.dag).days

    assert all(hvorfor_fri(foreslaatt.oensket - timedelta(days=n)) for n in range(mellom))


@given(DAGER, ANTALL)
def test_what_is_proposed_fits(moete, dager):
    assert passer(foreslaa(moete, dager).dag, moete, dager)


def test_a_day_that_was_chosen_by_hand_fits_also_on_a_saturday_but_never_after_the_meeting():
    moete = date(2027, 6, 15)

    assert passer(date(2027, 6, 5), moete, 10)
    assert not passer(date(2027, 6, 3), moete, 10)
    assert not passer(moete, moete, 0)


def test_two_within_one_week_are_served_by_one_meeting():
    moetene = [(2, date(2027, 6, 17)), (1, date(2027, 6, 15)), (3, date(2027, 6, 22))]

    assert foreslaa_alle(moetene, 7) == [
        Forslag(1, Foreslaatt(date(2027, 6, 8), date(2027, 6, 8))),
        Forslag(2, Foreslaatt(date(2027, 6, 10), date(2027, 6, 10)), dekkes_av=date(2027, 6, 8)),
        Forslag(3, Foreslaatt(date(2027, 6, 15), date(2027, 6, 15))),
    ]


@pytest.mark.parametrize(
    ("staar", "dekkes_av"),
    [
        (date(2027, 6, 7), date(2027, 6, 7)),  # the Monday of that week
        (date(2027, 6, 14), date(2027, 6, 14)),  # the day before
        (date(2027, 6, 6), None),
        (date(2027, 6, 15), None),
    ],
)
def test_a_meeting_that_stands_in_the_calendar_serves_from_that_weeks_monday_until_the_day_before(staar, dekkes_av):
    (forslag,) = foreslaa_alle([(1, date(2027, 6, 15))], 7, har=[staar])

    assert forslag.dekkes_av == dekkes_av


@given(st.lists(st.tuples(st.integers(1, 99), DAGER), max_size=20), ANTALL, st.lists(DAGER, max_size=20))
def test_every_meeting_has_one_ahead_of_it(moetene, dager, har):
    dagene = {moete for _, moete in moetene}
    forslagene = foreslaa_alle(moetene, dager, har)

    nye = {forslag.foreslaatt.dag for forslag in forslagene if forslag.dekkes_av is None}
    assert len(forslagene) == len(moetene)
    for (_, moete), forslag in zip(sorted(moetene, key=lambda par: par[::-1]), forslagene, strict=True):
        assert (forslag.dekkes_av or forslag.foreslaatt.dag) < moete
        assert forslag.dekkes_av in {None, *nye, *har}
    assert len(dagene) >= len(nye)

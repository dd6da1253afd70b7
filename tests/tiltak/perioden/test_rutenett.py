"""The numbers behind the picture: they add up however the grid is cut, and whatever the period is."""

from datetime import date
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from tests.tiltak.perioden.eksempel import nett_og_tellinger
from tiltak.fremdrift import Rad
from tiltak.perioden.klasser import Celle, klassen
from tiltak.perioden.rutenett import Kolonne, Linje, rutenett

MAAL = [Linje(1, "1 Politisk mål"), Linje(2, "1.1 Stemme", 2)]


def kolonnene(fra, til):
    return [(ett.aar, ett.kvartal) for ett in rutenett(MAAL, [], fra, til).kolonner]


def test_counts_stand_by_goal_and_quarter_and_a_goal_has_only_its_own():
    tellinger = [
        Rad(2, 2025, 4, "gjennomfoert", False, 3),
        Rad(2, 2025, 4, "mangler_vurdering", True, 1),
        Rad(2, 2026, 1, "utsatt", False, 2),
        Rad(2, 2026, 1, "paagaar", False, 5),
    ]

    nett = rutenett(MAAL, tellinger, date(2025, 10, 1), date(2026, 3, 31))

    assert nett.kolonner == (Kolonne(2025, 4), Kolonne(2026, 1))
    assert [(rad.navn, rad.celler) for rad in nett.rader] == [
        ("1 Politisk mål", (Celle(), Celle())),
        ("1.1 Stemme", (Celle((3, 0, 0, 1, 0)), Celle((0, 0, 7, 0, 0)))),
        ("Hele planen", (Celle((3, 0, 0, 1, 0)), Celle((0, 0, 7, 0, 0)))),
    ]
    assert nett.sum == Celle((3, 0, 7, 1, 0))


def test_a_period_from_mid_year_has_the_quarters_that_it_has_a_day_in():
    assert kolonnene(date(2025, 6, 30), date(2026, 4, 1)) == [
        (2025, 2),
        (2025, 3),
        (2025, 4),
        (2026, 1),
        (2026, 2),
    ]


def test_what_is_due_outside_the_period_has_a_column_of_its_own_and_is_not_left_out():
    nett = rutenett(MAAL, [Rad(1, 2027, 2, "utgaar", False, 4)], date(2025, 10, 1), date(2025, 12, 31))

    assert nett.kolonner == (Kolonne(2025, 4), Kolonne(2027, 2))
    assert nett.sum == Celle((0, 0, 0, 0, 4))


def test_a_plan_without_goals_is_an_empty_grid():
    nett = rutenett([], [], date(2025, 1, 1), date(2025, 12, 31))

    assert [rad.celler for rad in nett.rader] == [(Celle(),) * 4]
    assert nett.sum == Celle()


def test_a_day_is_somewhere_in_its_own_quarter_and_in_no_other():
    assert Kolonne(2026, 2).andel(date(2026, 4, 1)) == 0
    assert Kolonne(2026).andel(date(2026, 7, 2)) == 182 / 365
    assert [Kolonne(2026, nr).andel(date(2026, 12, 31)) is not None for nr in (1, 2, 3, 4)] == [False] * 3 + [True]


def test_four_years_are_one_grid_and_eight_are_two_cut_between_years():
    fire, fem, aatte = (
        rutenett(MAAL, [], date(2025, 1, 1), date(2024 + aar, 12, 31)).i_bredden(16) for aar in (4, 5, 8)
    )

    assert [nett.navn for nett in fire] == ["2025–2028"]
    assert [nett.navn for nett in fem] == ["2025–2027", "2028–2029"]
    assert [nett.navn for nett in aatte] == ["2025–2028", "2029–2032"]


@given(nett_og_tellinger(), st.integers(1, 20), st.integers(1, 30))
def test_the_sum_of_all_cells_is_all_that_was_counted_however_it_is_cut(alt, i_bredden, i_hoeyden):
    nett, tellinger = alt

    etter_klasse = {}
    for en in tellinger:
        klasse = klassen(en.stilling, en.sen)
        etter_klasse[klasse] = etter_klasse.get(klasse, 0) + en.antall
    assert dict(nett.sum.deler) == etter_klasse
    assert dict(nett.per_aar().sum.deler) == etter_klasse
    assert nett.rader[-1].er_sum
    assert nett.rader[-1].sum == nett.sum

    deler = nett.i_bredden(i_bredden)
    assert list(chain.from_iterable(del_.kolonner for del_ in deler)) == list(nett.kolonner)
    assert all(0 < len(del_.kolonner) <= i_bredden for del_ in deler)
    for nr, rad in enumerate(nett.rader):
        assert tuple(chain.from_iterable(del_.rader[nr].celler for del_ in deler)) == rad.celler
    biter = nett.i_hoeyden(i_hoeyden)
    assert tuple(chain.from_iterable(bit.rader for bit in biter)) == nett.rader
    assert all(0 < len(bit.rader) <= i_hoeyden for bit in biter)

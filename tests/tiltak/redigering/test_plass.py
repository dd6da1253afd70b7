"""The order of the plan's parts: moved one step or anywhere, a goal with everything under it."""

import pytest

from tests.tiltak.conftest import lag_tiltak
from tiltak.models import Avsnitt, Kapittel, Maal, Tiltak
from tiltak.redigering.plass import NED, OPP, Sted, UmuligPlass, ett_hakk, flytt

from .conftest import endringene


@pytest.fixture
def treet(plan):
    """1, 1.1, 1.2, 2, 2.1."""
    maal = {}
    for nr, nummer in enumerate(("1", "1.1", "1.2", "2", "2.1"), start=1):
        forelder = maal.get(nummer.rpartition(".")[0])
        maal[nummer] = Maal.objects.create(plan=plan, nr=nr, nummer=nummer, overskrift="Mål", forelder=forelder)
    return maal


def numrene(plan):
    return [maal.nummer for maal in plan.maal.all()]


def hent(ting):
    return type(ting).objects.get(pk=ting.pk)


def test_a_goal_moves_past_its_neighbour_with_everything_under_both(plan, treet, beslutning):
    flytt(treet["2"], ett_hakk(treet["2"], OPP), beslutning, 1)

    assert numrene(plan) == ["2", "2.1", "1", "1.1", "1.2"]
    assert endringene() == [("2 Mål", "plass", "etter 1 Mål", "først")]


def test_a_goal_moves_under_another(plan, treet, beslutning):
    flytt(treet["1.1"], Sted(treet["2"], treet["2.1"]), beslutning, 1)

    assert numrene(plan) == ["1", "1.2", "2", "2.1", "1.1"]
    assert hent(treet["1.1"]).forelder == treet["2"]
    assert endringene() == [("1.1 Mål", "plass", "først i 1 Mål", "etter 2.1 Mål")]


@pytest.mark.parametrize(("eier", "etter"), [("1.1", None), ("1", None), (None, "1"), ("1", "1.1")])
def test_a_goal_is_never_under_or_after_itself(plan, treet, beslutning, eier, etter):
    with pytest.raises(UmuligPlass):
        flytt(treet["1"], Sted(treet.get(eier), treet.get(etter)), beslutning, 1)

    assert numrene(plan) == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_measure_moves_to_another_goal_with_its_log(treet, beslutning):
    ett, to = lag_tiltak(treet["1.1"], "1.1a"), lag_tiltak(treet["1.2"], "1.2a")

    flytt(hent(ett), Sted(treet["1.2"], to), beslutning, 1)

    assert list(treet["1.2"].tiltak.values_list("nr", "kode")) == [(1, "1.2a"), (2, "1.1a")]
    assert endringene() == [("Tiltak 1.1a", "plass", "først i 1.1 Mål", "etter Tiltak 1.2a")]


def test_a_measure_that_is_first_in_both_goals_is_logged_too(treet, beslutning):
    tiltak = lag_tiltak(treet["1.1"], "1.1a")

    flytt(hent(tiltak), Sted(treet["1.2"]), beslutning, 1)

    assert endringene() == [("Tiltak 1.1a", "plass", "først i 1.1 Mål", "først i 1.2 Mål")]


def test_a_move_past_one_of_two_with_the_same_code_is_logged_too(maal, beslutning):
    """2.3d stands twice in the real plan."""
    for kode, tekst in (("a", "Gjøre"), ("d", "Rydde"), ("d", "Male")):
        lag_tiltak(maal, kode, tekst)
    sist = lag_tiltak(maal, "e", "Feie")

    flytt(hent(sist), ett_hakk(hent(sist), OPP), beslutning, 1)

    assert endringene() == [("Tiltak e", "plass", "etter «d Male»", "etter «d Rydde»")]


def test_a_paragraph_moves_from_a_chapter_to_a_goal(plan, treet, beslutning):
    kapittel = Kapittel.objects.create(plan=plan, slag="visjon", nr=1, overskrift="Visjon")
    avsnitt = Avsnitt.objects.create(kapittel=kapittel, nr=1, tekst="Et sterkt lag.")

    flytt(avsnitt, Sted(treet["1"]), beslutning, 1)

    avsnitt.refresh_from_db()
    assert (avsnitt.maal, avsnitt.kapittel) == (treet["1"], None)


def test_places_are_numbered_from_one_whatever_they_were(maal, beslutning):
    koder = [lag_tiltak(maal, kode) for kode in "abc"]
    Tiltak.objects.update(nr=7)

    flytt(hent(koder[2]), ett_hakk(hent(koder[2]), OPP), beslutning, 1)

    assert list(maal.tiltak.values_list("nr", "kode")) == [(1, "a"), (2, "c"), (3, "b")]


def test_what_was_taken_out_is_no_neighbour(maal, beslutning):
    a, b, c = (lag_tiltak(maal, kode) for kode in "abc")
    Tiltak.objects.filter(pk=b.pk).update(utgaatt="2026-01-01")

    flytt(hent(c), ett_hakk(hent(c), OPP), beslutning, 1)

    assert list(maal.tiltak.gjeldende().values_list("kode", flat=True)) == ["c", "a"]
    assert (ett_hakk(hent(c), OPP), ett_hakk(hent(a), NED)) == (None, None)


def test_a_place_in_another_goal_than_it_says_is_none(treet, beslutning):
    ett, to = lag_tiltak(treet["1.1"], "1.1a"), lag_tiltak(treet["1.2"], "1.2a")

    with pytest.raises(UmuligPlass):
        flytt(hent(ett), Sted(treet["2"], to), beslutning, 1)

    assert hent(ett).maal == treet["1.1"]


@pytest.mark.parametrize("antall", [3, 30])
def test_moving_costs_the_same_for_any_number_of_neighbours(maal, beslutning, antall, django_assert_num_queries):
    alle = [lag_tiltak(maal, f"1.1{nr}") for nr in range(antall)]
    siste = hent(alle[-1])

    with django_assert_num_queries(28):
        flytt(siste, Sted(maal), beslutning, 1)

    assert maal.tiltak.first() == siste

"""The activities to choose among for a measure."""

from datetime import date

import pytest

from tests.tiltak.conftest import lag_maaneder, lag_termin
from tiltak import kandidater as rommet
from tiltak.kandidater import kandidater
from tiltak.models import Status, Tilknytning


def titler(*valg):
    return [ett.tittel for ett in kandidater(*valg)]


def test_without_words_it_is_those_near_the_days_by_which_something_is_still_to_be_done(
    tiltak, styremedlem, lag_aktivitet
):
    mars = {"foerste": date(2026, 3, 1), "siste": date(2026, 3, 31)}
    lag_termin(tiltak, "2026-03", **mars)
    lag_termin(tiltak, "2025-03", foerste=date(2025, 3, 1), siste=date(2025, 3, 31), status=Status.GJENNOMFOERT)
    for dag in ("2025-03-31", "2026-01-29", "2026-01-30", "2026-05-30", "2026-05-31"):
        lag_aktivitet(dag, date.fromisoformat(dag))

    assert titler(tiltak, styremedlem) == ["2026-01-30", "2026-05-30"]


def test_with_words_it_is_any_that_has_them_the_latest_first(tiltak, styremedlem, lag_aktivitet):
    for tittel, dag in (("Årsmøte", "2020-01-01"), ("ÅRSMØTET", "2030-01-01"), ("Kurs", "2026-06-01")):
        lag_aktivitet(tittel, date.fromisoformat(dag))

    assert titler(tiltak, styremedlem, "årsmøte hamar") == ["ÅRSMØTET", "Årsmøte"]


def test_what_is_chosen_or_cancelled_or_hidden_is_not_among_them(
    tiltak, termin, styremedlem, lag_aktivitet, fylkeslag
):
    dag = date(2026, 12, 1)
    valgt = lag_aktivitet("Valgt", dag)
    lag_aktivitet("Avlyst", dag, avlyst=True)
    lag_aktivitet("Andres utkast", dag, publisert=None)
    lag_aktivitet("Eget utkast", dag, lag=fylkeslag, publisert=None, opprettet_av=styremedlem)
    lag_aktivitet("Intern", dag, synlighet="intern")
    Tilknytning.objects.knytt(tiltak, valgt, styremedlem)

    assert titler(tiltak, styremedlem) == ["Eget utkast", "Intern"]


@pytest.mark.parametrize("aar", [1, 4])
def test_they_cost_the_same_for_any_size(tiltak, styremedlem, lag_aktivitet, aar, django_assert_num_queries):
    for nr in range(aar):
        lag_maaneder(tiltak, 2025 + nr)
        lag_aktivitet("Kurs", date(2025 + nr, 5, 1))

    with django_assert_num_queries(2):
        funnet = kandidater(tiltak, styremedlem)

    assert [ett.lag.navn for ett in funnet] == ["Hamar SV"] * aar


def test_there_are_never_more_than_fit_on_a_page(tiltak, termin, styremedlem, lag_aktivitet, monkeypatch):
    monkeypatch.setattr(rommet, "HOEYST", 2)
    for nr in range(1, 4):
        lag_aktivitet(f"Kurs {nr}", date(2026, 12, nr))

    assert titler(tiltak, styremedlem) == ["Kurs 1", "Kurs 2"]
    assert titler(tiltak, styremedlem, "kurs") == ["Kurs 3", "Kurs 2"]

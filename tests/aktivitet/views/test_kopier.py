"""The page that copies last year's."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from aktivitet.models import Aktivitet
from tests.aktivitet.views.skjemaet import meldinger

KOPIER = "/hva-skjer/faste/2027/kopier/"


@pytest.fixture
def inne(client, sekretaer):
    """The secretary, logged in."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def moete(fylkeslag, lag_aktivitet):
    return lag_aktivitet("Møte om <jernbane>", date(2026, 9, 8), lag=fylkeslag)


@pytest.mark.parametrize("aar", [0, 2000, 2100, 10**30])
def test_a_year_outside_the_calendar_is_not_there(inne, aar):
    assert inne.get(f"/hva-skjer/faste/{aar}/kopier/").status_code == 404


def test_last_years_are_chosen_looked_over_made_and_taken_back(inne, moete):
    valgt = f"{moete.pk}:1"
    liste = inne.get(KOPIER)
    assertContains(liste, "Møte om &lt;jernbane&gt;")
    assertContains(liste, "tirsdag 7. september 2027")
    assertNotContains(liste, "checked")
    assertContains(inne.get(KOPIER, {"velg": "nye"}), f'value="{valgt}" checked')

    se = inne.post(KOPIER, {"handling": "se", "valgt": [valgt]})
    assertTemplateUsed(se, "aktivitet/faste/kopier_se.html")
    assertContains(se, "Ingenting er lagret ennå.")
    assert Aktivitet.objects.count() == 1
    assertContains(inne.post(KOPIER, {"handling": "endre", "valgt": [valgt]}), f'value="{valgt}" checked')

    kopiert = inne.post(KOPIER, {"handling": "lag", "valgt": [valgt]})
    kopi = Aktivitet.objects.get(foerste_dag__year=2027)
    assertContains(kopiert, "1 utkast er laget")
    assertContains(inne.post(KOPIER, {"handling": "lag", "valgt": [valgt]}), "Ingenting nytt er laget")
    assertContains(inne.get(KOPIER), "Finnes i 2027")

    angret = inne.post(KOPIER, {"handling": "angre", "laget": [f"{kopi.pk}:1"]})
    assertRedirects(angret, KOPIER)
    assert meldinger(angret) == ["Angret: 1 utkast er slettet."]
    assert Aktivitet.objects.count() == 1


def test_what_was_published_meanwhile_is_not_taken_back(inne, fylkeslag, lag_aktivitet):
    kopi = lag_aktivitet("Møte", date(2027, 9, 7), lag=fylkeslag)

    svar = inne.post(KOPIER, {"handling": "angre", "laget": [f"{kopi.pk}:1"]})

    assert meldinger(svar) == ["1 utkast er ikke slettet, for noen har endret eller publisert dem siden."]
    assert Aktivitet.objects.count() == 1


@pytest.mark.parametrize("valgt", [[], ["tull"], ["999999:1"], [f"{10**30}:1"]])
def test_nothing_marked_asks_to_mark_something(inne, moete, valgt):
    svar = inne.post(KOPIER, {"handling": "se", "valgt": valgt})

    assertContains(svar, "Merk først det som skal med.")


def test_a_year_with_nothing_before_it_says_so(inne, fylkeslag):
    assertContains(inne.get(KOPIER), "Fylkeslaget har ingenting i 2026 å kopiere.")


def test_without_a_county_branch_it_says_what_to_do(inne):
    svar = inne.post(KOPIER, {"handling": "lag", "valgt": ["1:1"]})

    assert meldinger(svar) == ["Det er ikke lagt inn noe fylkeslag. Legg inn laget med typen «Fylkeslag» først."]


def test_the_page_asks_as_much_for_many_as_for_one(inne, moete, fylkeslag, lag_aktivitet):
    with CaptureQueriesContext(connection) as en:
        inne.get(KOPIER)
    for nr in range(1, 13):
        lag_aktivitet(f"Møte {nr}", date(2026, nr, 3), lag=fylkeslag)
    with CaptureQueriesContext(connection) as mange:
        inne.get(KOPIER)

    assert len(mange) == len(en)

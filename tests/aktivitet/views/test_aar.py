"""The year: twelve months, the first of what each has, and the way to the rest."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains

from aktivitet.models import Aktivitet
from tests.aktivitet.lest import ordene, titler

AARET = "/hva-skjer/2026/"

pytestmark = pytest.mark.usefixtures("i_dag")


def test_the_year_shows_what_begins_in_each_month_as_exactly_as_it_is_known(client, lag_aktivitet):
    lag_aktivitet("I fjor", date(2025, 12, 31))
    lag_aktivitet("Nyttårsleir", date(2025, 12, 28), date(2026, 1, 2), presisjon="dager")
    lag_aktivitet("Kampanje", date(2026, 5, 18), date(2026, 5, 24), presisjon="uke")
    lag_aktivitet("Møte", date(2026, 5, 18), avlyst=True)
    lag_aktivitet("Vår", date(2026, 4, 1), date(2026, 6, 30), presisjon="maaneder")
    lag_aktivitet("Neste år", date(2027, 1, 1))

    svar = client.get(AARET)

    tekst = ordene(svar)
    assert titler(svar) == ["Nyttårsleir", "Vår", "Møte", "Kampanje"]
    assert "januar 28. desember 2025–2. januar 2026 Nyttårsleir februar Ingenting lagt inn. mars Ing" in tekst
    assert "april april–juni Vår mai 18. mai Møte Avlyst uke 21 Kampanje juni Ingenting lagt inn." in tekst
    assert svar.cookies == {}


def test_a_full_month_shows_the_first_and_leads_to_the_rest(client, lag_aktivitet):
    for nr in range(22):
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 1) + timedelta(days=nr))
    lag_aktivitet("Juni", date(2026, 6, 1))

    svar = client.get(AARET, {"type": "mote"})

    assert titler(svar) == [*(f"Nr. {nr}" for nr in range(10)), "Juni"]
    assertContains(svar, '<a href="/hva-skjer/2026/5/?type=mote">og 12 til i mai</a>', html=True)
    assert "23 aktiviteter for Møte." in ordene(svar)


def test_from_year_to_year_and_back_to_months_the_choice_is_kept(client, lokallag):
    svar = client.get(AARET, {"lag": "hamar-sv"})

    assertContains(svar, 'rel="prev" href="/hva-skjer/2025/?lag=hamar-sv"')
    assertContains(svar, 'rel="next" href="/hva-skjer/2027/?lag=hamar-sv"')
    assertContains(svar, '<a href="/hva-skjer/?lag=hamar-sv">Liste</a>')
    assertContains(svar, '<a href="/hva-skjer/2026/5/?lag=hamar-sv">Måned</a>')
    assertContains(svar, '<a href="/hva-skjer/2026/?lag=hamar-sv" aria-current="true">År</a>')
    assertContains(svar, '<a href="/hva-skjer/2026/9/?lag=hamar-sv">september</a>')


@pytest.mark.parametrize("adresse", ["/hva-skjer/", "/hva-skjer/2026/5/", "/hva-skjer/2026/5/?visning=liste"])
def test_the_year_is_reached_from_the_list_and_the_month(client, db, adresse):
    assertContains(client.get(adresse), '<a href="/hva-skjer/2026/">År</a>', count=1)


@pytest.mark.parametrize(("aar", "forrige", "neste"), [(2000, False, True), (2050, True, True), (2099, True, False)])
def test_the_years_end_where_the_calendar_does(client, db, aar, forrige, neste):
    svar = client.get(f"/hva-skjer/{aar}/").content.decode()

    assert ('rel="prev"' in svar, 'rel="next"' in svar) == (forrige, neste)


def test_an_empty_year_says_so_and_points_to_the_next_thing(client, lag_aktivitet):
    lag_aktivitet("Landsmøte", date(2029, 3, 20))

    tekst = ordene(client.get("/hva-skjer/2027/"))

    assert "Ingenting er lagt inn i 2027. Det neste er Landsmøte , tirsdag 20. mars 2029." in tekst


def test_what_is_hidden_is_neither_shown_nor_counted(client, lag_aktivitet):
    for nr in range(11):
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 1))
    lag_aktivitet("Internt", date(2026, 5, 1), synlighet="intern")
    lag_aktivitet("Utkast", date(2026, 5, 1), publisert=None)

    assert "og 1 til i mai" in ordene(client.get(AARET))


def test_the_question_gives_the_first_of_each_month_with_the_month_s_number(lag_aktivitet):
    for maaned in (3, 5):
        for dag in range(1, 5):
            lag_aktivitet(f"{dag}.{maaned}.", date(2026, maaned, dag))

    funnet = Aktivitet.objects.aarets_foerste(2026, 2)

    assert [(a.tittel, a.i_maaneden) for a in funnet] == [("1.3.", 4), ("2.3.", 4), ("1.5.", 4), ("2.5.", 4)]

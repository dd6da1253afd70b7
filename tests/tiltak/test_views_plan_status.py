"""The plan as the board reads it: with status, from the same figures as the list of measures."""

import re
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import felter, lag_maaneder, lag_mange, lag_plan, lag_termin, lag_tiltak, uten_merker
from tiltak.models import Maal, Status


def tallene(svar):
    """The figures that a page shows, goal by goal."""
    return [uten_merker(tall) for tall in re.findall(r'<p class="tall".*?</p>', svar.content.decode(), re.DOTALL)]


def stillinger(svar):
    return [
        uten_merker(liste)
        for liste in re.findall(r'<ul class="stillinger">.*?</ul>', svar.content.decode(), re.DOTALL)
    ]


@pytest.fixture
def i_gang(maal, styremedlem, i_dag):
    """A plan under way: one measure done, one overdue, one every month, one without a date in the year."""
    andre = Maal.objects.create(plan=maal.plan, nr=2, nummer="1.2", overskrift="Vekst", forelder=maal)
    gjort = lag_termin(lag_tiltak(maal, "1.1a"), "2026")
    gjort.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1)
    lag_termin(lag_tiltak(maal, "1.1b"), "2026", etikett="mars 2026", siste=date(2026, 3, 31))
    lag_maaneder(lag_tiltak(andre, "1.2a"))
    lag_termin(lag_tiltak(andre, "1.2b"), "2027", anslag=True)
    return maal.plan


def test_the_board_sees_how_each_measure_stands_this_year(inne, i_gang):
    svar = inne.get("/plan/")

    viste = stillinger(svar)
    assert viste[:2] == ["1.1a, 2026 Gjennomført", "1.1b, mars 2026 Forfalt"]
    assert viste[2].startswith("1.2a, januar 2026 Forfalt 1.2a, februar 2026 Forfalt")
    assert viste[3] == "fristen er ikke forstått"


def test_the_board_chooses_the_year(inne, i_gang):
    svar = inne.get("/plan/?aar=2027")

    assert stillinger(svar)[3] == "1.2b, 2027 Ikke startet anslag"
    assertContains(svar, '<a href="?aar=2027" aria-current="page">2027</a>', html=True)


def test_the_chosen_year_stays_through_a_search_and_back(inne, client, i_gang):
    funn = inne.get("/plan/?aar=2027&q=noe")
    assertContains(funn, '<input type="hidden" name="aar" value="2027">', html=True)
    assertContains(funn, '<a href="/plan/?aar=2027">Vis hele planen</a>', html=True)
    assertContains(funn, 'href="/plan/?aar=2027#1.1a"')

    client.logout()
    assertNotContains(client.get("/plan/?aar=2027&q=noe"), "aar=")


@pytest.mark.parametrize("aar", [2025, 2026, 2027, 2028])
def test_the_figures_are_those_of_the_list(inne, i_gang, aar):
    listen, planen = inne.get(f"/tiltak/?aar={aar}"), inne.get(f"/plan/?aar={aar}")

    assert tallene(planen) == tallene(listen)[1:]  # the list has the whole year's first


def test_the_figures_are_of_something(inne, i_gang):
    assert tallene(inne.get("/plan/?aar=2026")) == [
        "2 frister: 1 gjennomført og 1 mangler vurdering 1 av dem forfalt",
        "12 frister: 12 mangler vurdering 5 av dem forfalt",
    ]


def test_the_status_is_set_from_the_plan_and_leads_back_to_it(inne, i_gang):
    termin = i_gang.maal.last().tiltak.last().terminer.get()

    assertContains(inne.get("/plan/?aar=2027"), f'<a href="/tiltak/termin/{termin.pk}/?fra=plan">', count=1)
    svar = inne.post(termin.get_absolute_url(), felter(termin, fra="plan"))

    assert svar.headers["Location"] == f"{i_gang.get_absolute_url()}?aar=2027#termin-{termin.pk}"


@pytest.mark.parametrize("hvem", [None, "redaktoer"])
def test_others_see_no_status_and_no_year(client, request, i_gang, hvem):
    if hvem:
        client.force_login(request.getfixturevalue(hvem))
    svar = client.get("/plan/?aar=2026")

    for ord_ in ("Gjennomført", "Forfalt", "stillinger", "tall-", 'class="aar"', "/tiltak/termin/"):
        assertNotContains(svar, ord_)


def test_the_page_of_anyone_is_the_same_whatever_year_is_asked_for(client, i_gang):
    assert client.get("/plan/?aar=2026").content == client.get("/plan/").content


@pytest.mark.parametrize("aar", ["", "0", "9999999999999999999999", "to", "2026.5"])
def test_a_year_that_is_none_is_this_year_or_the_nearest(inne, i_gang, aar):
    assert inne.get("/plan/", {"aar": aar}).status_code == 200


def test_a_superseded_plan_has_its_own_status(inne, i_gang, styremedlem):
    gammel = lag_plan("gammel", status="avloest", fra=date(2021, 1, 1), til=date(2024, 12, 31))
    termin = lag_termin(lag_tiltak(Maal.objects.create(plan=gammel, nr=1, nummer="1", overskrift="Mål"), "1a"), "2024")
    termin.sett_status(Status.DELVIS, av=styremedlem, versjon=1)

    assert stillinger(inne.get(gammel.get_absolute_url())) == ["1a, 2024 Delvis gjennomført"]


@pytest.mark.parametrize("antall", [1, 3])
def test_the_status_costs_the_same_for_any_size(inne, plan, antall, django_assert_num_queries):
    lag_mange(plan, antall)

    with django_assert_num_queries(15):
        svar = inne.get("/plan/?aar=2026")

    assertContains(svar, "Ikke startet", count=2 * antall)

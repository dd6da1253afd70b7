"""One choice from the menu sets the status alone: the words and the day that stand there stay."""

from datetime import date

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_mange, lag_termin, logg, uten_merker
from tests.tiltak.test_views_tiltak_termin import antall_spoerringer
from tiltak.models import Status, Termin

HTMX = {"HX-Request": "true"}


def valg(termin, status, **andre):
    """What the menu sends."""
    return {"status": status, "versjon": termin.versjon, "fra": "liste", "hurtig": "1"} | andre


@pytest.fixture
def satt(termin, styremedlem):
    """A termin that was done on a day, with words."""
    termin.sett_status(
        Status.DELVIS, av=styremedlem, versjon=1, utfoert=date(2026, 5, 3), merknad="Halve lista er ferdig"
    )
    return termin


@pytest.mark.parametrize(
    ("status", "linje"),
    [
        ("gjennomfoert", ("gjennomfoert", date(2026, 5, 3), None, "Halve lista er ferdig")),
        ("paagaar", ("paagaar", None, None, "Halve lista er ferdig")),
        ("ikke_startet", ("ikke_startet", None, None, "Halve lista er ferdig")),
    ],
)
def test_a_choice_keeps_the_words_and_the_day_that_stand_there(inne, satt, i_dag, status, linje):
    svar = inne.post(satt.get_absolute_url(), valg(satt, status, merknad="Ikke fra menyen"), headers=HTMX)

    assertContains(svar, f'data-si="Lagret: 2026, {Status(status).label}."')
    assert logg(satt)[1:] == [linje]


def test_what_is_done_and_has_no_day_was_done_today(inne, termin):
    inne.post(termin.get_absolute_url(), valg(termin, "gjennomfoert"), headers=HTMX)

    assert logg(termin) == [("gjennomfoert", timezone.localdate(), None, "")]


def test_after_a_choice_words_can_be_added_and_it_can_be_undone(inne, termin):
    svar = inne.post(termin.get_absolute_url(), valg(termin, "delvis", utvalg="aar=2026"), headers=HTMX)

    med_ord = f"{termin.get_absolute_url()}?fra=liste&amp;utvalg=aar%3D2026&amp;ord=1"
    assertContains(svar, f'href="{med_ord}"')
    assertContains(svar, f'action="/tiltak/termin/{termin.pk}/angre/"')
    skjema = inne.get(med_ord.replace("&amp;", "&"), headers=HTMX)
    assertContains(skjema, '<textarea name="merknad" cols="40" rows="3" data-fokus')


def test_a_save_from_the_form_offers_no_words_since_they_were_there(inne, termin):
    sendt = valg(termin, "delvis")
    del sendt["hurtig"]

    assertNotContains(inne.post(termin.get_absolute_url(), sendt, headers=HTMX), "Legg til ord")


@pytest.mark.parametrize("status", ["utsatt", "ikke_gjennomfoert", "utgaar"])
@pytest.mark.parametrize("metode", ["get", "post"])
def test_a_status_that_wants_a_day_or_a_reason_opens_the_form_with_it_chosen(inne, satt, status, metode):
    svar = getattr(inne, metode)(satt.get_absolute_url(), valg(satt, status), headers=HTMX)

    form = svar.context["form"]
    assert (form["status"].value(), form["merknad"].value(), form.errors) == (status, "Halve lista er ferdig", {})
    assert Termin.objects.get().versjon == 2


@pytest.mark.parametrize("status", ["ferdig", "forfalt", "", "\0"])
def test_a_status_that_there_is_none_of_is_told_in_the_form(inne, satt, status):
    svar = inne.post(satt.get_absolute_url(), valg(satt, status), headers=HTMX)

    assert svar.status_code == 200
    assert list(svar.context["form"].errors) == ["status"]
    assertContains(svar, "Halve lista er ferdig</textarea>")
    assert len(logg(satt)) == 1


def test_an_unknown_status_in_a_link_leaves_the_stored_one_chosen(inne, satt):
    svar = inne.get(satt.get_absolute_url(), {"status": "ferdig"}, headers=HTMX)

    assert svar.context["form"]["status"].value() == Status.DELVIS


def test_a_choice_on_top_of_a_newer_save_opens_the_form_with_both(inne, satt, sekretaer):
    satt.sett_status(Status.UTGAAR, av=sekretaer, versjon=2, merknad="Styret droppet det")

    svar = inne.post(satt.get_absolute_url(), valg(satt, "gjennomfoert", versjon=2), headers=HTMX)

    assert "Ola Sekretær lagret dette i mellomtiden." in uten_merker(svar.content.decode())
    assertContains(svar, "<blockquote>Styret droppet det</blockquote>")
    assert svar.context["form"]["status"].value() == "gjennomfoert"
    assertContains(svar, "Styret droppet det</textarea>")
    assertNotContains(svar, "Slå sammen ordene")  # no words were written: there are not two texts
    assert len(logg(satt)) == 2


def test_the_same_choice_by_two_is_no_conflict(inne, termin, sekretaer):
    termin.sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=1, merknad="Holdt på Hamar")

    svar = inne.post(termin.get_absolute_url(), valg(termin, "gjennomfoert", versjon=1), headers=HTMX)

    assertContains(svar, "Lagret.")
    assertContains(svar, "Holdt på Hamar")
    assert len(logg(termin)) == 1


@pytest.mark.parametrize(("status", "sagt_av"), [("delvis", "Ola Sekretær"), ("paagaar", "Kari Styremedlem")])
def test_what_is_done_is_not_said_anew_by_whoever_chooses_the_same(inne, termin, sekretaer, status, sagt_av):
    termin.sett_status(status, av=sekretaer, versjon=1, merknad="Halve lista")

    svar = inne.post(termin.get_absolute_url(), valg(termin, status), headers=HTMX)

    assertContains(svar, "Lagret.")
    assert str(Termin.objects.get().endret_av) == sagt_av
    assert len(logg(termin)) == (1 if status == "delvis" else 2)


def test_the_menu_stands_once_on_each_page_and_for_those_who_may_set(inne, termin, client):
    for sti in ("/", "/tiltak/", f"/tiltak/{termin.tiltak_id}/"):
        assertContains(inne.get(sti), 'id="statusmeny"', count=1)
    client.logout()
    assertNotContains(client.get("/"), "statusmeny")


@pytest.mark.parametrize("fra", ["liste", "forside", "tiltak", ""])
@pytest.mark.parametrize("antall", [1, 10])
def test_a_choice_costs_at_most_eight_queries(inne, plan, termin, fra, antall, django_assert_max_num_queries):
    lag_mange(plan, antall)

    with django_assert_max_num_queries(100) as capture:
        svar = inne.post(termin.get_absolute_url(), valg(termin, "gjennomfoert", fra=fra), headers=HTMX)

    assert svar.context["lagret"]
    assert antall_spoerringer(capture) <= 8


@pytest.mark.parametrize(
    ("verdier", "utvalg", "vist"),
    [
        ({"presisjon": "maaned", "etikett": "januar 2026"}, "", "jan"),
        ({"presisjon": "maaned", "etikett": "januar 2026"}, "?aar=2026", "jan"),
        ({"presisjon": "halvaar", "etikett": "1. halvår 2026"}, "", "1. halvår"),
        ({"presisjon": "kvartal", "etikett": "1. kvartal 2026"}, "", "1. kvartal"),
    ],
)
def test_a_month_is_short_to_see_and_whole_to_hear(inne, tiltak, i_dag, verdier, utvalg, vist):
    lag_termin(tiltak, **verdier)

    svar = inne.get(f"/tiltak/{utvalg}")

    assertContains(svar, f'<span class="kort" aria-hidden="true">{vist}</span>')
    assertContains(svar, f'<span class="helt">{verdier["etikett"]}</span>')


def test_a_row_from_the_whole_period_says_its_year(inne, tiltak, i_dag):
    januar = lag_termin(tiltak, "2026-01", presisjon="maaned", etikett="januar 2026")

    svar = inne.get(januar.get_absolute_url(), {"vis": "rad", "fra": "liste", "utvalg": "aar=alle"}, headers=HTMX)

    assertContains(svar, '<span class="kort" aria-hidden="true">jan 2026</span>')

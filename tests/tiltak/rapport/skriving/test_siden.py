"""Tests of the page where the report is written: who sees what, what is missing, and that a bad year is none."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from tests.tiltak.conftest import lag_mange, lag_plan, lag_termin, lag_tiltak, uten_merker
from tiltak.models import Rapporttekst

from .siden import ADRESSE, HODET, SOM_SKREVET, TEKST, legg_fram, sendt, tekstene

# --- Who sees what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hvem", [None, "redaktoer"])
def test_a_draft_is_not_there_for_those_who_may_not_see_drafts(hvem, client, request, tiltak, innledning):
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    utkast, ingen = client.get(ADRESSE), client.get(ADRESSE.replace("2025", "2026"))

    for svar in (utkast, ingen):
        assertTemplateUsed(svar, "404.html")
        assert svar.status_code == 404
        assertNotContains(svar, "Et utkast", status_code=404)


def test_the_board_reads_the_draft_and_writes_nothing(client, styremedlem, tiltak, innledning):
    client.force_login(styremedlem)

    side = client.get(ADRESSE)

    assertContains(side, "Et utkast")
    assertContains(side, "<strong>Utkast.</strong>")
    assertNotContains(side, 'name="tekst-innledning"')
    assertNotContains(client.get("/rapport/"), "Skriv en beretning")
    assert client.post(ADRESSE, HODET).status_code == 403
    assert client.post(TEKST, sendt("innledning", "Mitt", versjon=1, foer="Et utkast")).status_code == 403
    assert tekstene() == {"innledning": "Et utkast"}


def test_a_report_that_is_laid_before_the_meeting_is_read_by_the_secretary_too(skriver, sekretaer, tiltak, rapport):
    legg_fram(rapport, sekretaer)

    assertTemplateUsed(skriver.get(ADRESSE), "tiltak/rapport.html")


@pytest.mark.parametrize(("adresse", "felter"), [(ADRESSE, HODET), (TEKST, sendt("innledning", "Takk til alle."))])
def test_who_was_logged_out_while_writing_is_sent_to_log_in_and_sends_it_again(
    adresse, felter, client, sekretaer, tiltak, rapport
):
    svar = client.post(adresse, felter)
    assertRedirects(svar, "/logg-inn/?next=/fortsett/")

    client.force_login(sekretaer)
    side = client.get("/fortsett/")

    assertContains(side, "Hamar" if adresse == ADRESSE else "Takk til alle.")
    assert tekstene() == {}


def test_what_the_page_saves_by_itself_is_kept_there_and_nowhere_else(client, sekretaer, tiltak, rapport):
    svar = client.post(TEKST, sendt("innledning", "Takk til alle."), headers=SOM_SKREVET)

    assert svar.status_code == 302
    client.force_login(sekretaer)
    assertNotContains(client.get("/fortsett/"), "Takk til alle.")


def test_the_secretary_sees_the_years_of_the_plan_that_have_no_report_yet(skriver, plan, rapport):
    svar = skriver.get("/rapport/")

    assert 2025 not in svar.context["uskrevne"]
    assert set(svar.context["uskrevne"]) <= set(plan.aar)
    assert svar.context["uskrevne"][:1] == [2026]


def test_the_list_leads_those_who_write_to_the_draft_by_what_they_do_there(client, skriver, styremedlem, rapport):
    lenke = '<a href="/rapport/2025/">Skriv videre<span class="skjult"> på Beretning 2025</span></a>'

    assertContains(skriver.get("/rapport/"), lenke, html=True)
    client.force_login(styremedlem)
    assertNotContains(client.get("/rapport/"), "Skriv videre")


# --- What is missing ------------------------------------------------------------------------------------------------


def test_what_is_missing_is_told_and_settled_from_the_page(skriver, tiltak):
    termin = tiltak.terminer.get()
    side = skriver.get(ADRESSE)
    assert side.context["mangler"].antall == 4  # the judgement, the introduction, the meeting's day and place
    assertContains(side, f'id="termin-{termin.pk}"')

    svar = skriver.post(
        termin.get_absolute_url(),
        {"status": "gjennomfoert", "merknad": "Holdt", "versjon": 1, "fra": "rapport", "utvalg": "aar=2025"},
    )

    assertRedirects(svar, f"{ADRESSE}#termin-{termin.pk}")
    side = skriver.get(ADRESSE)
    assert (side.context["mangler"].antall, side.context["mangler"].nettopp) == (3, (termin,))
    assertContains(side, f'action="/tiltak/termin/{termin.pk}/angre/"')
    skriver.post(f"/tiltak/termin/{termin.pk}/angre/", {"versjon": 2, "fra": "rapport", "utvalg": "aar=2025"})
    assert skriver.get("/rapport/2025/mangler/").context["mangler"].antall == 4


@pytest.mark.parametrize("utvalg", ["", "aar=alle", "aar=-5", "aar=99999", "aar=x", "q=y"])
def test_a_way_back_that_names_no_year_leads_to_the_termins_own(utvalg, skriver, tiltak):
    termin = tiltak.terminer.get()

    svar = skriver.post(
        termin.get_absolute_url(), {"status": "paagaar", "versjon": 1, "fra": "rapport", "utvalg": utvalg}
    )

    assertRedirects(svar, f"{ADRESSE}#termin-{termin.pk}")


def test_what_is_missing_and_the_goals_figures_are_the_same(skriver, tiltak, maal):
    lag_termin(lag_tiltak(maal, "1.1b"), "2025", loepende=True, status="paagaar", kan_forfalle=False)

    side = skriver.get(ADRESSE)

    ordene = uten_merker(side.content.decode())
    assert "2 frister: 2 mangler vurdering" in ordene
    assert "Løpende tiltak uten vurdering for året 1" in ordene
    assert "Ikke vurdert 1" in ordene


# --- Years that are none --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aar", [0, 1999, 2100, 99999, 2**64])
def test_a_year_outside_our_time_is_not_there(aar, skriver):
    assert {skriver.get(f"/rapport/{aar}/{hale}").status_code for hale in ("", "mangler/")} == {404}
    assert skriver.post(f"/rapport/{aar}/tekst/", sendt("innledning", "x")).status_code == 404


@pytest.mark.parametrize("hvem", ["sekretaer", "styremedlem"])
def test_a_year_outside_every_plan_says_so(hvem, client, request, plan):
    client.force_login(request.getfixturevalue(hvem))

    assertContains(client.get("/rapport/2031/"), "Ingen vedtatt plan gjelder for 1. januar–31. desember 2031")


@pytest.mark.parametrize("hvem", ["sekretaer", "styremedlem"])
def test_a_year_with_nothing_to_tell_of_says_so(hvem, client, request, plan):
    client.force_login(request.getfixturevalue(hvem))

    assertContains(client.get(ADRESSE), "Ingen tiltak hadde frist")


# --- Queries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antall", [1, 10])
def test_ten_times_the_plan_costs_no_more_queries_to_write_about(
    antall, skriver, sekretaer, rapport, django_assert_num_queries
):
    plan = lag_plan()
    lag_mange(plan, antall)
    for maal in plan.maal.all():
        tekst = Rapporttekst(rapport=rapport, sted="mal", maal=maal)
        tekst.skriv("Et mål", av=sekretaer, versjon=0)
        tekst.tidligere.create(tekst="Før", av=sekretaer, tid=timezone.now())
    lag_termin(plan.maal.first().tiltak.first(), "2025-x").sett_status("delvis", av=sekretaer, versjon=1)

    # The session and the person; the report and its texts; the plan as it was adopted, in five; the terminer.
    with django_assert_num_queries(10):
        skriver.get(ADRESSE)
    with django_assert_num_queries(10):
        skriver.get("/rapport/2025/mangler/")
    with django_assert_num_queries(6):
        skriver.get(f"{TEKST}{rapport.tekster.first().pk}/tidligere/")


def test_a_list_of_reports_costs_the_same_whoever_reads_it(client, rapport, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(reverse("tiltak:rapporter"))

"""Tests of the report to read: who sees which version of it, what it gives away, and what it costs."""

from datetime import date

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from tiltak.models import Dokumentfil, Rapport, Rapporttekst, Status
from tiltak.rapport.deler import Linje
from tiltak.rapport.frys import frys
from tiltak.rapport.visning import utkastet

from .conftest import lag_mange, lag_termin, lag_tiltak, uten_merker

I_DAG = date(2026, 3, 2)
ADRESSE, LES = "/rapport/2025/", "/rapport/2025/les/"


@pytest.fixture
def tiltak(maal):
    tiltak = lag_tiltak(maal, "1.1a", "Delta på <script> & kampanjer")
    lag_termin(tiltak, "2025")
    return tiltak


@pytest.fixture
def rapport(db):
    rapport = Rapport.for_aaret(2025)
    rapport.moetedag, rapport.moetested = date(2026, 2, 28), "Hamar"
    rapport.lagre(0)
    return rapport


@pytest.fixture
def publisert(rapport, tiltak):
    """Laid before the meeting, and published."""
    skriv(rapport, "Et godt år.")
    legg_fram(rapport)
    rapport.publiser(rapport.versjon, av=None)
    return rapport


def skriv(rapport, tekst, sted=Rapporttekst.Sted.INNLEDNING, maal=None):
    ett = rapport.tekster.filter(sted=sted, maal=maal).first() or Rapporttekst(rapport=rapport, sted=sted, maal=maal)
    ett.skriv(tekst, av=None, versjon=ett.versjon if ett.pk else 0)


def legg_fram(rapport):
    innhold = frys(utkastet(rapport, I_DAG).innhold)
    rapport.legg_fram(innhold, date(2026, 2, 3), av=None, versjon=rapport.versjon)


def logg_inn(client, request, hvem):
    if hvem:
        client.force_login(request.getfixturevalue(hvem))


# --- Who sees what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("adresse", [ADRESSE, LES])
@pytest.mark.parametrize("hvem", [None, "redaktoer"])
def test_a_draft_is_not_there_for_those_who_may_not_see_drafts(adresse, hvem, client, request, tiltak, rapport):
    skriv(rapport, "Et utkast")
    logg_inn(client, request, hvem)

    utkast, ingen = client.get(adresse), client.get(adresse.replace("2025", "2026"))

    for svar in (utkast, ingen):
        assertTemplateUsed(svar, "404.html")
        assertNotContains(svar, "Et utkast", status_code=404)


@pytest.mark.parametrize(
    ("hvem", "adresse", "ordne"),
    [
        ("styremedlem", "/tiltak/?aar=2025", "Gå til tiltakene i 2025"),
        ("sekretaer", "/rapport/2025/#mangler", "Ordne det som mangler"),
    ],
)
def test_the_board_and_the_secretary_read_the_draft_and_what_it_lacks(
    hvem, adresse, ordne, client, request, tiltak, rapport
):
    skriv(rapport, "Et utkast")
    logg_inn(client, request, hvem)

    svar = client.get(LES)

    ordene = uten_merker(svar.content.decode())
    assert "Utkast. Den er ikke lagt fram for årsmøtet, og kan bli endret." in ordene
    assert f"Mangler ennå: 1 frist mangler vurdering. {ordne}" in ordene
    assertContains(svar, f'<a href="{adresse}">{ordne}</a>', html=True)
    assertContains(svar, "Et utkast")


@pytest.mark.parametrize("hvem", [None, "redaktoer", "styremedlem", "sekretaer"])
def test_laid_before_the_meeting_all_read_the_same_and_what_comes_later_is_not_in_it(
    hvem, client, request, publisert, tiltak, styremedlem
):
    termin = tiltak.terminer.get()
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, merknad="Gjort i mars")
    logg_inn(client, request, hvem)

    for adresse in (ADRESSE, LES):
        svar = client.get(adresse)

        ordene = uten_merker(svar.content.decode())
        assert "Lagt fram av fylkesstyret 3. februar 2026" in ordene
        assert "Fra fylkesstyret til årsmøtet 28. februar 2026, Hamar" in ordene
        assert "0 av 1 frist er gjennomført" in ordene
        assertNotContains(svar, "Gjort i mars")
        assertNotContains(svar, "Mangler ennå")


def test_opened_again_it_stands_for_the_public_as_it_was_issued_while_the_board_reads_the_draft(
    client, publisert, styremedlem
):
    publisert.aapne_igjen("En feil", av=None, versjon=publisert.versjon)
    skriv(publisert, "Rettet innledning.")
    publisert.refresh_from_db()
    publisert.tittel, publisert.moetested = "Ny tittel", "Gjøvik"
    publisert.lagre(publisert.versjon)

    alle = client.get(LES)
    client.force_login(styremedlem)
    styret = client.get(LES)

    assertContains(alle, "Et godt år.")
    assertContains(alle, "Lagt fram av fylkesstyret 3. februar 2026")
    for nytt in ("Rettet innledning.", "Ny tittel", "Gjøvik", "Utkast"):
        assertNotContains(alle, nytt)
        assertContains(styret, nytt)


def test_nobody_is_named_who_follows_up_or_wrote(client, publisert, tiltak, styremedlem, sekretaer):
    publisert.aapne_igjen("Mer er gjort", av=sekretaer, versjon=publisert.versjon)
    tiltak.foelg_opp(styremedlem, fra=None)
    tiltak.terminer.get().sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, merknad="Holdt på Hamar")
    legg_fram(publisert)

    svar = client.get(LES)

    assertContains(svar, "Holdt på Hamar")
    for hvem in (styremedlem, sekretaer):
        assertNotContains(svar, hvem.navn)
        assertNotContains(svar, hvem.email)


# --- What it says ---------------------------------------------------------------------------------------------------


def test_what_the_secretary_wrote_is_paragraphs_bullets_bold_words_and_links_and_nothing_else(
    client, rapport, tiltak, maal
):
    skriv(rapport, "Takk til **alle** <b>lag</b>.\n\n- Ett\n- [To](https://example.org/to)")
    skriv(rapport, "Om [målet](javascript:alert(1))", Rapporttekst.Sted.MAAL, maal)
    skriv(rapport, "<img src=http://example.org/x.png>", Rapporttekst.Sted.AVSLUTNING)
    legg_fram(rapport)
    rapport.publiser(rapport.versjon, av=None)

    svar = client.get(LES)

    assertContains(svar, "<p>Takk til <strong>alle</strong> &lt;b&gt;lag&lt;/b&gt;.</p>", html=True)
    assertContains(svar, '<ul><li>Ett</li><li><a href="https://example.org/to">To</a></li></ul>', html=True)
    assertContains(svar, "Delta på &lt;script&gt; &amp; kampanjer")
    assertNotContains(svar, "href=javascript")
    assertNotContains(svar, 'href="javascript')
    assertNotContains(svar, "<img")


def test_the_contents_lead_to_each_part_and_the_files_are_there(client, publisert):
    html = client.get(LES).content.decode()

    for anker in ("innledning", "tallene", "tiltakene", "mal-1.1", "ikke-gjort", "venter", "aktiviteter"):
        assert (html.count(f'href="#{anker}"'), html.count(f'id="{anker}"')) == (2, 1)
    assert f'href="{reverse("tiltak:rapport_pdf", args=[2025])}"' in html


def test_a_document_that_is_made_already_says_how_large_it_is(client, publisert):
    verdier = {"utgave": publisert.siste_utgave(), "innhold": b"x" * 20_480}
    Dokumentfil.objects.create(merke="a", form="hel", ferdig=timezone.now(), **verdier)
    Dokumentfil.objects.create(merke="b", form="kort", **verdier)

    ordene = uten_merker(client.get(LES).content.decode())

    assert "Hele beretningen som PDF 20,0 KB" in ordene
    assert ordene.count("KB") == 1


@pytest.mark.parametrize("aar", [2000, 2024, 2099])
def test_a_year_outside_every_plan_says_so_and_leads_on(aar, client, styremedlem, plan):
    client.force_login(styremedlem)

    svar = client.get(reverse("tiltak:rapport_les", args=[aar]))

    assertContains(svar, f"Ingen vedtatt plan gjelder for 1. januar–31. desember {aar}")
    for sti in ("/rapport/", "/plan/"):
        assertContains(svar, f'href="{sti}"')
    assertNotContains(svar, "arsrapport")


def test_a_year_with_nothing_to_tell_of_says_so_and_leads_on(client, styremedlem, plan):
    client.force_login(styremedlem)

    svar = client.get(LES)

    assertContains(svar, "Ingen tiltak hadde frist 1. januar–31. desember 2025, og kalenderen er tom.")
    assertContains(svar, '<a href="/rapport/">Til beretningene</a>', html=True)
    assertNotContains(svar, "Mangler ennå")


def test_a_year_outside_our_time_is_not_there(client, styremedlem):
    client.force_login(styremedlem)

    assert client.get("/rapport/1999/les/").status_code == 404


def test_no_line_ends_within_a_day_or_begins_with_the_full_stop_after_it():
    linje = Linje("april 2025", "gjennomfoert", utfoert=date(2025, 4, 28), merknad="Hovedsak: 1. mai")

    vist = render_to_string("tiltak/_rapport_linje.html", {"linje": linje, "tett": "11 av 12 gjennomført"})

    assert "</span> 28.\u00a0april\u00a02025. <span" in vist


# --- What it costs --------------------------------------------------------------------------------------------------


def test_whoever_has_it_already_is_told_so_until_something_is_done_to_it(client, publisert, django_assert_num_queries):
    foerst = client.get(LES)
    with django_assert_num_queries(1):
        igjen = client.get(LES, headers={"If-None-Match": foerst["ETag"]})
    publisert.vedta(Rapport.Tilstand.GODKJENT, date(2026, 2, 28), av=None, versjon=publisert.versjon)
    etter = client.get(LES, headers={"If-None-Match": foerst["ETag"]})

    assert (foerst.status_code, igjen.status_code, etter.status_code) == (200, 304, 200)
    assert (foerst["Cache-Control"], igjen["Cache-Control"], foerst["Vary"]) == (
        *("no-cache", "no-cache"),
        "Cookie, Accept-Encoding",
    )
    assertContains(etter, "Godkjent av årsmøtet 28. februar 2026")
    assert dict(client.cookies) == {}


def test_a_version_that_is_given_again_after_a_copy_was_put_back_is_another_one(client, publisert):
    foerst = client.get(LES)
    Rapport.objects.filter(pk=publisert.pk).update(endret=timezone.now())  # the same number, by another act

    assert client.get(LES, headers={"If-None-Match": foerst["ETag"]}).status_code == 200


def test_what_a_board_member_reads_is_made_anew_each_time(client, publisert, styremedlem):
    client.force_login(styremedlem)

    assert "ETag" not in client.get(LES).headers


def test_ten_times_the_plan_costs_no_more_queries(client, rapport, plan, styremedlem, django_assert_num_queries):
    def sporringer():
        with CaptureQueriesContext(connection) as fanget:
            assert client.get(LES).status_code == 200
        return len(fanget)

    client.force_login(styremedlem)
    lag_mange(plan, 1)
    lite = sporringer()
    plan.maal.all().delete()
    lag_mange(plan, 10)
    assert sporringer() == lite <= 16

    legg_fram(rapport)
    rapport.publiser(rapport.versjon, av=None)
    client.logout()
    with django_assert_num_queries(3):
        assert client.get(LES).status_code == 200


def test_a_report_from_before_there_were_editions_is_read_as_it_stands(client, rapport, tiltak):
    skriv(rapport, "Fra før")
    Rapport.objects.update(publisert=timezone.now())

    svar = client.get(LES)

    assertContains(svar, "Fra før")
    assert "ETag" not in svar.headers

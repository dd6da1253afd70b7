"""Tests of the report's pages: who sees what, writing, publishing, two at once, and that a bad year is no error."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from tests.pdfsjekk import feil
from tiltak.models import Rapport

from .conftest import lag_mange, lag_plan, lag_termin, lag_tiltak

ADRESSE = "/rapport/2025/"
PDF = "/rapport/2025/arsrapport.pdf"
SKREVET = {
    "innledning": "Et godt år & <b>vel</b> så det.\r\n\r\nTakk til alle.",
    "tittel": "",
    "fra": "2025-01-01",
    "til": "31.12.2025",
    "moetedag": "2026-02-28",
    "moetested": "Hamar",
    "versjon": "0",
}


@pytest.fixture
def tiltak(maal):
    tiltak = lag_tiltak(maal, "1.1a", "Delta på <script> & kampanjer")
    lag_termin(tiltak, "2025")
    return tiltak


@pytest.fixture
def rapport(db):
    rapport = Rapport.for_aaret(2025)
    rapport.innledning = "Et utkast"
    rapport.lagre(0)
    return rapport


def paa_nytt():
    return Rapport.objects.get(aar=2025)


# --- Who sees what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("adresse", [ADRESSE, PDF])
@pytest.mark.parametrize("hvem", [None, "redaktoer"])
def test_a_draft_is_not_there_for_those_who_may_not_see_drafts(adresse, hvem, client, request, tiltak, rapport):
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    utkast, ingen = client.get(adresse), client.get(adresse.replace("2025", "2026"))

    for svar in (utkast, ingen):
        assertTemplateUsed(svar, "404.html")
        assert svar.status_code == 404
        assertNotContains(svar, "Et utkast", status_code=404)


def test_a_published_report_is_read_by_anyone_without_a_cookie(client, tiltak, rapport):
    rapport.publiser(rapport.versjon)

    for adresse in ("/rapport/", ADRESSE, PDF):
        svar = client.get(adresse)
        assert (svar.status_code, dict(svar.cookies)) == (200, {}), adresse
    assertContains(client.get("/rapport/"), "Beretning 2025")
    assertContains(client.get(ADRESSE), "Delta på &lt;script&gt; &amp; kampanjer")
    assertNotContains(client.get(ADRESSE), "<form")


def test_the_board_reads_the_draft_and_writes_nothing(client, styremedlem, tiltak, rapport):
    client.force_login(styremedlem)

    side = client.get(ADRESSE)

    assertContains(side, "Et utkast")
    assertContains(side, '<span class="merke">Utkast</span>', html=True)
    assertNotContains(side, 'name="innledning"')
    assertNotContains(client.get("/rapport/"), "Skriv en beretning")
    assert client.post(ADRESSE, SKREVET | {"handling": "publiser"}).status_code == 403
    assert (paa_nytt().innledning, paa_nytt().publisert) == ("Et utkast", None)


def test_who_was_logged_out_while_writing_is_sent_to_log_in(client, tiltak, rapport):
    assertRedirects(client.post(ADRESSE, SKREVET), "/logg-inn/?next=/fortsett/")
    rapport.publiser(rapport.versjon)
    assertRedirects(client.post(ADRESSE, SKREVET), "/logg-inn/?next=/fortsett/")
    assert paa_nytt().innledning == "Et utkast"


def test_the_secretary_sees_the_years_of_the_plan_that_have_no_report_yet(client, sekretaer, plan, rapport):
    client.force_login(sekretaer)

    svar = client.get("/rapport/")

    assert 2025 not in svar.context["uskrevne"]
    assert set(svar.context["uskrevne"]) <= set(plan.aar)
    assert svar.context["uskrevne"][:1] == [2026]


# --- Writing --------------------------------------------------------------------------------------------------------


def test_the_secretary_writes_the_report(client, sekretaer, tiltak):
    client.force_login(sekretaer)

    svar = client.post(ADRESSE, SKREVET)

    assert (svar.status_code, svar.url) == (302, ADRESSE)
    lagret = paa_nytt()
    assert (lagret.innledning, lagret.fra, lagret.til, lagret.moetedag, lagret.moetested, lagret.publisert) == (
        "Et godt år & <b>vel</b> så det.\n\nTakk til alle.",
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(2026, 2, 28),
        "Hamar",
        None,
    )
    assertContains(client.get(ADRESSE), "<p>Et godt år &amp; &lt;b&gt;vel&lt;/b&gt; så det.</p>", html=True)


def test_publishing_saves_what_was_written_and_can_be_taken_back(client, sekretaer, tiltak, rapport):
    client.force_login(sekretaer)

    svar = client.post(ADRESSE, SKREVET | {"versjon": rapport.versjon, "handling": "publiser"}, follow=True)
    assertContains(svar, "Nå kan alle lese den.")
    publisert = paa_nytt()
    assert (publisert.innledning[:9], publisert.publisert is None) == ("Et godt å", False)

    client.post(ADRESSE, SKREVET | {"versjon": publisert.versjon, "handling": "trekk_tilbake"})
    assert paa_nytt().publisert is None


def test_a_published_report_holds_on_to_its_plan_when_another_takes_over(client, tiltak, rapport):
    rapport.publiser(rapport.versjon)
    foer = client.get(ADRESSE).content
    lag_plan(slug="ny", tittel="Ny arbeidsplan").bekreft()

    assert "Ny arbeidsplan" in client.get("/plan/").content.decode()
    assert client.get(ADRESSE).content == foer


@pytest.mark.parametrize(
    ("felt", "verdi", "melding"),
    [
        ("fra", "", "Skriv en dag."),
        ("fra", "i fjor", "Skriv dagen slik: 31.12.2026."),
        ("til", "9999-12-31", "Skriv en dag mellom 2000 og 2099."),
        ("til", "2024-12-31", "Siste dag er før første dag."),
        ("moetedag", "2026-02-30", "Skriv dagen slik: 31.12.2026."),
        ("tittel", "x" * 201, "Teksten er på 201 tegn. Kort den ned til 200."),
        ("innledning", "x" * 100_000, "Teksten er på 100000 tegn. Kort den ned til 20000."),
        ("versjon", "tull", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
        ("versjon", str(2**64), "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ],
)
def test_what_cannot_be_saved_is_said_by_the_field_and_what_was_typed_stands(
    felt, verdi, melding, client, sekretaer, tiltak, rapport
):
    client.force_login(sekretaer)

    svar = client.post(ADRESSE, SKREVET | {"versjon": rapport.versjon, felt: verdi})

    assert svar.status_code == 200
    assert svar.context["form"].errors == {felt: [melding]}
    assertContains(svar, melding)
    assert svar.context["form"][felt].value() == verdi
    assertContains(svar, "Takk til alle." if felt != "innledning" else verdi)
    assert paa_nytt().innledning == "Et utkast"
    assertContains(svar, "<p>Et utkast</p>", html=True)  # the report below is what is stored


def test_control_characters_are_cleaned_away_and_never_an_error(client, sekretaer, tiltak):
    client.force_login(sekretaer)

    svar = client.post(ADRESSE, SKREVET | {"tittel": "Bere\x07tning\x00 \u202eno", "innledning": "a\x00b\x0b\x07c"})

    assert svar.status_code == 302
    assert (paa_nytt().tittel, paa_nytt().innledning) == ("Beretning no", "ab\nc")


def test_the_second_of_two_is_not_saved_and_sees_both_texts(client, sekretaer, tiltak, rapport):
    client.force_login(sekretaer)
    lest = rapport.versjon
    rapport.innledning = "Den første skrev dette."
    rapport.lagre(lest)

    svar = client.post(ADRESSE, SKREVET | {"versjon": lest, "handling": "publiser"})

    assert svar.status_code == 200
    assertContains(svar, "Noen andre har lagret mens du skrev.")
    assertContains(svar, "<blockquote><p>Den første skrev dette.</p></blockquote>", html=True)
    assert "Takk til alle." in svar.context["form"]["innledning"].value()
    assert (paa_nytt().innledning, paa_nytt().publisert) == ("Den første skrev dette.", None)
    # Sent once more from that page it is saved on top, knowingly.
    versjon = svar.context["form"]["versjon"].value()
    assert client.post(ADRESSE, SKREVET | {"versjon": versjon}).status_code == 302
    assert paa_nytt().innledning.endswith("Takk til alle.")


def test_two_who_begin_on_the_same_year_do_not_overwrite_each_other(client, sekretaer, tiltak):
    client.force_login(sekretaer)
    client.get(ADRESSE)
    Rapport(aar=2025, fra=date(2025, 1, 1), til=date(2025, 12, 31), innledning="Først").lagre(0)

    svar = client.post(ADRESSE, SKREVET)

    assertContains(svar, "<blockquote><p>Først</p></blockquote>", html=True)
    assert paa_nytt().innledning == "Først"


# --- Years that are none --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aar", [0, 1999, 2100, 99999, 2**64])
def test_a_year_outside_our_time_is_not_there(aar, client, sekretaer):
    client.force_login(sekretaer)

    assert {client.get(f"/rapport/{aar}/{hale}").status_code for hale in ("", "arsrapport.pdf")} == {404}


def test_a_year_outside_every_plan_says_so(client, sekretaer, plan):
    client.force_login(sekretaer)

    assertContains(client.get("/rapport/2031/"), "Ingen vedtatt plan gjelder for 1. januar–31. desember 2031")
    assert client.get("/rapport/2031/arsrapport.pdf").status_code == 404


def test_a_year_with_nothing_to_tell_of_says_so(client, sekretaer, plan):
    client.force_login(sekretaer)

    assertContains(client.get(ADRESSE), "Ingen tiltak hadde frist")
    assert client.get(PDF).status_code == 404


# --- The document ---------------------------------------------------------------------------------------------------


def test_the_pdf_is_the_report_and_is_not_sent_twice(client, tiltak, rapport):
    rapport.publiser(rapport.versjon)

    svar = client.get(PDF)

    assert (svar["Content-Type"], svar["Content-Disposition"], svar["Cache-Control"]) == (
        "application/pdf",
        'inline; filename="beretning-2025.pdf"',
        "no-cache",
    )
    assert feil(svar.content) == []
    igjen = client.get(PDF, headers={"If-None-Match": svar["ETag"]})
    assert (igjen.status_code, igjen.content) == (304, b"")
    rapport.moetested = "Gjøvik"
    rapport.lagre(rapport.versjon)
    assert client.get(PDF, headers={"If-None-Match": svar["ETag"]}).status_code == 200


# --- Queries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antall", [1, 10])
@pytest.mark.parametrize(("hvem", "hoeyst"), [(None, 6), ("styremedlem", 8), ("sekretaer", 8)])
def test_ten_times_the_plan_costs_no_more_queries(
    antall, hvem, hoeyst, client, request, rapport, django_assert_max_num_queries
):
    lag_mange(lag_plan(), antall)
    rapport.publiser(rapport.versjon)
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    for adresse in (ADRESSE, PDF):
        with django_assert_max_num_queries(hoeyst):
            client.get(adresse)
    with django_assert_max_num_queries(4):
        client.get(reverse("tiltak:rapporter"))

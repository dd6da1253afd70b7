"""Tests of the report's pages: who sees what, what the secretary writes, when two do, and that a bad year is none."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from tiltak.models import Rapport, Rapporttekst
from tiltak.rapport import framlegging
from tiltak.rapport.skrivesteder import lest
from tiltak.views.rapport import skriving

from .conftest import begynn_rapport, lag_mange, lag_meldt, lag_plan, lag_termin, lag_tiltak, uten_merker

ADRESSE = "/rapport/2025/"
TEKST = "/rapport/2025/tekst/"
HODET = {
    "tittel": "",
    "fra": "2025-01-01",
    "til": "31.12.2025",
    "moetedag": "2026-02-28",
    "moetested": "Hamar",
    "versjon": "0",
}
SOM_SKREVET = {"Accept": "application/json", "X-Staar-Paa-Siden": "1"}


@pytest.fixture
def tiltak(maal):
    return lag_meldt(maal, "Delta på <script> & kampanjer")


@pytest.fixture
def rapport(db):
    return begynn_rapport()


@pytest.fixture
def innledning(rapport, styremedlem):
    tekst = Rapporttekst(rapport=rapport, sted="innledning")
    tekst.skriv("Et utkast", av=styremedlem, versjon=0)
    return tekst


def sendt(felt, tekst, *, versjon=0, foer=""):
    """What the page sends of one text that was read as `foer`."""
    return {f"tekst-{felt}": tekst, f"versjon-{felt}": str(versjon), f"lest-{felt}": lest(foer)}


def tekstene():
    return {ett.felt: ett.tekst for ett in Rapporttekst.objects.all()}


def legg_fram(rapport, av):
    dag = date(2026, 2, 3)
    framlegging.legg_fram(rapport, dag, av=av, versjon=rapport.versjon, i_dag=dag)


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


# --- Title, days and meeting ----------------------------------------------------------------------------------------


def test_the_title_the_days_and_the_meeting_are_saved_by_themselves(skriver, tiltak):
    svar = skriver.post(ADRESSE, HODET)

    assert (svar.status_code, svar.url) == (302, ADRESSE)
    lagret = Rapport.objects.get(aar=2025)
    assert (lagret.fra, lagret.til, lagret.moetedag, lagret.moetested, lagret.publisert) == (
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(2026, 2, 28),
        "Hamar",
        None,
    )


@pytest.mark.parametrize(
    ("felt", "verdi", "melding"),
    [
        ("fra", "", "Skriv en dag."),
        ("fra", "i fjor", "Skriv dagen slik: 31.12.2026."),
        ("til", "9999-12-31", "Skriv en dag mellom 2000 og 2099."),
        ("til", "2024-12-31", "Siste dag er før første dag."),
        ("moetedag", "2026-02-30", "Skriv dagen slik: 31.12.2026."),
        ("tittel", "x" * 201, "Teksten er på 201 tegn. Kort den ned til 200."),
        ("versjon", "tull", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
        ("versjon", str(2**64), "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ],
)
def test_what_cannot_be_saved_is_said_by_the_field_and_what_was_typed_stands(
    felt, verdi, melding, skriver, tiltak, innledning
):
    svar = skriver.post(ADRESSE, HODET | {"versjon": innledning.rapport.versjon, felt: verdi})

    assert svar.status_code == 200
    assert svar.context["form"].errors == {felt: [melding]}
    assertContains(svar, melding)
    assert svar.context["form"][felt].value() == verdi
    assert Rapport.objects.get().moetested == ""
    assertContains(svar, "Et utkast")  # the texts below are as they are stored


def test_the_second_of_two_sees_both_places_and_saves_on_top_knowingly(skriver, tiltak, rapport):
    foerst = Rapport.objects.get()
    foerst.moetested = "Gjøvik"
    foerst.lagre(rapport.versjon)

    svar = skriver.post(ADRESSE, HODET | {"versjon": rapport.versjon})

    assert svar.status_code == 200
    assertContains(svar, "Noen andre har lagret mens du skrev.")
    assertContains(svar, "<blockquote><p>Gjøvik</p></blockquote>", html=True)
    assert (svar.context["form"]["moetested"].value(), Rapport.objects.get().moetested) == ("Hamar", "Gjøvik")
    versjon = svar.context["form"]["versjon"].value()
    assert skriver.post(ADRESSE, HODET | {"versjon": versjon}).status_code == 302
    assert Rapport.objects.get().moetested == "Hamar"


def test_the_days_of_a_report_that_was_laid_before_the_meeting_meanwhile_are_not_saved(
    skriver, sekretaer, tiltak, rapport
):
    lest_versjon = rapport.versjon
    legg_fram(rapport, sekretaer)

    svar = skriver.post(ADRESSE, HODET | {"versjon": lest_versjon})

    assertContains(svar, "Beretningen er lagt fram mens du skrev, og kan ikke endres.")
    assert svar.context["form"]["moetested"].value() == "Hamar"
    assert Rapport.objects.get().moetested == ""


# --- The texts ------------------------------------------------------------------------------------------------------


def test_there_is_a_place_for_an_introduction_each_goal_and_a_closing(skriver, tiltak, maal):
    side = skriver.get(ADRESSE)

    assert [(skjema.sted.navn, skjema.sted.figurer) for skjema in side.context["skjemaene"]] == [
        ("Innledning", ""),
        ("1.1 Tydelig politisk stemme", "1 frist: 1 mangler vurdering"),
        ("Avslutning", ""),
    ]
    assertContains(side, f'name="tekst-mal-{maal.pk}"')
    assertContains(side, 'data-maal="mal-1.1"')  # where it stands in the document
    assert not Rapport.objects.exists()  # to look at it makes nothing


def test_all_texts_are_saved_by_the_button_and_the_report_is_made(skriver, sekretaer, tiltak, maal):
    felter = sendt("innledning", "Et godt år & <b>vel</b> så det.\r\n\r\nTakk.") | sendt(f"mal-{maal.pk}", "- Punkt")

    svar = skriver.post(TEKST, felter | sendt("avslutning", ""))

    assertRedirects(svar, ADRESSE)
    assert tekstene() == {"innledning": "Et godt år & <b>vel</b> så det.\n\nTakk.", f"mal-{maal.pk}": "- Punkt"}
    assert {ett.av for ett in Rapporttekst.objects.all()} == {sekretaer}
    assert Rapport.objects.get().aar == 2025
    assertContains(skriver.get(ADRESSE), "Et godt år &amp; &lt;b&gt;vel&lt;/b&gt; så det.")


def test_one_text_is_saved_as_it_is_written_and_the_answer_carries_the_next_version(skriver, tiltak, maal):
    felt = f"mal-{maal.pk}"

    foerste = skriver.post(TEKST, sendt(felt, "Vi begynte"), headers=SOM_SKREVET)
    svar = foerste.json()["tekster"][felt]
    andre = skriver.post(TEKST, {f"tekst-{felt}": "Vi begynte bra"} | _neste(felt, svar), headers=SOM_SKREVET)

    assert svar == {"versjon": 1, "lest": lest("Vi begynte")}
    assert andre.json()["tekster"] == {felt: {"versjon": 2, "lest": lest("Vi begynte bra")}}
    assert (foerste.headers["HX-Trigger"], andre.json()["kl"]) == (
        "beretning:lagret",
        f"{timezone.localtime():%H.%M}",
    )
    assert tekstene() == {felt: "Vi begynte bra"}


def _neste(felt, svar):
    return {f"{navn}-{felt}": verdi for navn, verdi in svar.items()}


def test_the_same_sent_twice_is_saved_once(skriver, tiltak, rapport):
    for _ in range(2):
        svar = skriver.post(TEKST, sendt("innledning", "Sendt to ganger"), headers=SOM_SKREVET)

    assert svar.json()["tekster"] == {"innledning": {"versjon": 1, "lest": lest("Sendt to ganger")}}
    assert tekstene() == {"innledning": "Sendt to ganger"}


def test_what_nobody_has_touched_is_not_written_back_over_what_another_has_saved(skriver, tiltak, innledning, maal):
    felter = sendt("innledning", "Et utkast", versjon=1, foer="Et utkast") | sendt(f"mal-{maal.pk}", "Nytt")
    innledning.skriv("Skrevet av en annen", av=None, versjon=1)

    svar = skriver.post(TEKST, felter)

    assertRedirects(svar, ADRESSE)
    assert tekstene() == {"innledning": "Skrevet av en annen", f"mal-{maal.pk}": "Nytt"}


def test_an_untouched_text_goes_on_from_what_was_read_and_not_from_what_another_saved(skriver, tiltak, innledning):
    innledning.skriv("Skrevet av en annen", av=None, versjon=1)

    svar = skriver.post(
        TEKST, sendt("innledning", "Et utkast", versjon=1, foer="Et utkast"), headers=SOM_SKREVET
    ).json()["tekster"]["innledning"]

    assert svar == {"versjon": 1, "lest": lest("Et utkast")}


def test_on_the_same_text_both_are_shown_and_the_others_are_saved_all_the_same(skriver, tiltak, innledning, maal):
    innledning.skriv("Den andre sitt", av=innledning.av, versjon=1)
    felter = sendt("innledning", "Mitt", versjon=1, foer="Et utkast") | sendt(f"mal-{maal.pk}", "Om målet")

    svar = skriver.post(TEKST, felter)

    assert svar.status_code == 200
    assertContains(svar, "Ikke lagret: Kari Styremedlem lagret denne teksten")
    assertContains(svar, "<blockquote><p>Den andre sitt</p></blockquote>", html=True)
    skjema = svar.context["skjemaene"][0]
    assert (skjema["tekst"].value(), tekstene()) == (
        "Mitt",
        {"innledning": "Den andre sitt", f"mal-{maal.pk}": "Om målet"},
    )
    assert [ett["versjon"].value() for ett in svar.context["skjemaene"]] == ["2", 1, 0]
    # Sent once more from that page it is saved on top, knowingly, and what stood is kept.
    igjen = {f"{navn}-innledning": skjema[navn].value() for navn in ("tekst", "versjon", "lest")}
    assertRedirects(skriver.post(TEKST, igjen), ADRESSE)
    assert tekstene()["innledning"] == "Mitt"
    assert "Den andre sitt" in innledning.tidligere.values_list("tekst", flat=True)


def test_a_conflict_as_somebody_writes_gives_both_and_saves_neither_over_the_other(skriver, tiltak, innledning):
    innledning.skriv("<b>Den andre</b>", av=innledning.av, versjon=1)

    svar = skriver.post(TEKST, sendt("innledning", "Mitt", versjon=1, foer="Et utkast"), headers=SOM_SKREVET)

    ett = svar.json()["tekster"]["innledning"]
    assert (ett["versjon"], ett["lest"]) == (2, lest("<b>Den andre</b>"))
    assert "<blockquote><p>&lt;b&gt;Den andre&lt;/b&gt;</p></blockquote>" in ett["konflikt"]
    assert tekstene() == {"innledning": "<b>Den andre</b>"}


def test_two_who_begin_on_the_same_year_do_not_overwrite_each_other(skriver, tiltak):
    skriver.get(ADRESSE)
    foerst = Rapporttekst(rapport=Rapport.for_aaret(2025), sted="innledning")
    foerst.rapport.lagre(0)
    foerst.rapport = foerst.rapport
    foerst.skriv("Først", av=None, versjon=0)

    svar = skriver.post(TEKST, sendt("innledning", "Sist"))

    assertContains(svar, "<blockquote><p>Først</p></blockquote>", html=True)
    assert tekstene() == {"innledning": "Først"}


def test_two_who_make_the_report_at_once_both_have_their_text_in_it(skriver, tiltak, maal, monkeypatch):
    # Each has asked for the report before the other made it.
    monkeypatch.setattr(
        skriving, "finn_rapport", lambda bruker, aar: Rapport(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31))
    )

    svar = [skriver.post(TEKST, sendt(felt, f"Om {felt}")).status_code for felt in ("innledning", f"mal-{maal.pk}")]

    assert (svar, Rapport.objects.count()) == ([302, 302], 1)
    assert tekstene() == {"innledning": "Om innledning", f"mal-{maal.pk}": f"Om mal-{maal.pk}"}


def test_a_text_that_is_too_long_says_so_by_its_field_and_the_others_are_saved(skriver, tiltak):
    felter = sendt("innledning", "x" * 20_001) | sendt("avslutning", "Takk")

    svar = skriver.post(TEKST, felter)

    melding = "Teksten er på 20001 tegn. Kort den ned til 20000."
    assert [dict(ett.errors) for ett in svar.context["skjemaene"] if ett.errors] == [{"tekst": [melding]}]
    assertContains(svar, melding)
    assert svar.context["skjemaene"][0]["tekst"].value() == "x" * 20_001
    assert tekstene() == {"avslutning": "Takk"}
    som_skrevet = skriver.post(TEKST, sendt("innledning", "x" * 20_001), headers=SOM_SKREVET)
    assert som_skrevet.json()["tekster"] == {"innledning": {"feil": melding, "laast": False}}


@pytest.mark.parametrize(
    ("adresse", "felter"), [(ADRESSE, HODET | {"fra": "tull"}), (TEKST, sendt("innledning", "x" * 20_001))]
)
def test_the_title_of_the_page_says_that_something_is_to_be_mended(adresse, felter, skriver, tiltak):
    assertContains(skriver.get(ADRESSE), "<title>Beretning 2025, utkast")
    assertContains(skriver.post(adresse, felter), "<title>Rett skjemaet: Beretning 2025, utkast")


@pytest.mark.parametrize("versjon", ["", "tull", "-1", str(2**64)])
def test_a_version_that_is_none_is_refused_and_nothing_is_lost(versjon, skriver, tiltak, innledning):
    svar = skriver.post(TEKST, sendt("innledning", "Mitt", versjon=versjon, foer="Et utkast"))

    assertContains(svar, "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt.")
    assertContains(svar, "Mitt")
    assert tekstene() == {"innledning": "Et utkast"}


def test_control_characters_are_cleaned_away_and_never_an_error(skriver, tiltak):
    svar = skriver.post(TEKST, sendt("innledning", "a\x00b\x0b\x07c \u202eno"))

    assert svar.status_code == 302
    assert tekstene() == {"innledning": "ab\nc no"}


def test_a_text_of_a_goal_that_is_none_is_left_out(skriver, tiltak):
    svar = skriver.post(TEKST, sendt("mal-999", "Mitt") | sendt("tull", "x"), headers=SOM_SKREVET)

    assert (svar.json()["tekster"], tekstene()) == ({}, {})


@pytest.mark.parametrize("som_skrevet", [True, False])
def test_a_report_laid_before_the_meeting_meanwhile_says_so_and_what_was_typed_stands(
    som_skrevet, skriver, sekretaer, tiltak, innledning
):
    legg_fram(innledning.rapport, sekretaer)

    svar = skriver.post(
        TEKST,
        sendt("innledning", "Mitt", versjon=1, foer="Et utkast"),
        headers=SOM_SKREVET if som_skrevet else {},
    )

    assert svar.status_code == 200
    if som_skrevet:
        ett = svar.json()["tekster"]["innledning"]
        assert (ett["feil"][:39], ett["laast"]) == ("Beretningen er lagt fram mens du skrev,", True)
    else:
        assertContains(svar, "Beretningen er lagt fram mens du skrev, og kan ikke endres.")
        assert svar.context["skjemaene"][0]["tekst"].value() == "Mitt"
    assert tekstene() == {"innledning": "Et utkast"}


# --- Earlier texts --------------------------------------------------------------------------------------------------


def test_what_stood_before_is_read_and_taken_back_and_nothing_is_lost(skriver, sekretaer, tiltak, innledning):
    innledning.skriv("Skrevet om & <b>om</b>", av=sekretaer, versjon=1)
    adresse = f"{TEKST}{innledning.pk}/tidligere/"
    assertContains(skriver.get(ADRESSE), f'href="{adresse}"')

    side = skriver.get(adresse)
    [gammel] = side.context["tidligere"]
    svar = skriver.post(adresse, {"tidligere": gammel.pk, "versjon": 2})

    assertContains(side, "<blockquote><p>Et utkast</p></blockquote>", html=True)
    assertContains(side, "Kari Styremedlem")
    assertRedirects(svar, f"{ADRESSE}#sted-innledning")
    assert tekstene() == {"innledning": "Et utkast"}
    assert set(innledning.tidligere.values_list("tekst", flat=True)) == {"Et utkast", "Skrevet om & <b>om</b>"}


def test_a_text_is_not_taken_back_over_what_another_has_written(skriver, sekretaer, tiltak, innledning):
    innledning.skriv("Skrevet om", av=sekretaer, versjon=1)
    adresse, gammel = f"{TEKST}{innledning.pk}/tidligere/", innledning.tidligere.get()
    innledning.skriv("Og om igjen", av=sekretaer, versjon=2)

    svar = skriver.post(adresse, {"tidligere": gammel.pk, "versjon": 2}, follow=True)

    assertContains(svar, "Ikke tatt tilbake: noen har skrevet her i mellomtiden.")
    assert tekstene() == {"innledning": "Og om igjen"}


@pytest.mark.parametrize("tidligere", ["", "0", "999", "tull", str(2**70)])
def test_an_earlier_text_that_is_none_changes_nothing(tidligere, skriver, tiltak, innledning):
    svar = skriver.post(f"{TEKST}{innledning.pk}/tidligere/", {"tidligere": tidligere, "versjon": 1}, follow=True)

    assertContains(svar, "Ingen tekst er valgt.")
    assert tekstene() == {"innledning": "Et utkast"}


def test_earlier_texts_of_another_year_are_not_there(skriver, tiltak, innledning):
    assert skriver.get(f"/rapport/2026/tekst/{innledning.pk}/tidligere/").status_code == 404


def test_nothing_is_taken_back_in_a_report_that_is_laid_before_the_meeting(skriver, sekretaer, tiltak, innledning):
    innledning.skriv("Skrevet om", av=sekretaer, versjon=1)
    legg_fram(innledning.rapport, sekretaer)
    gammel = innledning.tidligere.get()

    svar = skriver.post(f"{TEKST}{innledning.pk}/tidligere/", {"tidligere": gammel.pk, "versjon": 2}, follow=True)

    assertContains(svar, "Ikke tatt tilbake: beretningen er lagt fram, og kan ikke endres.")
    assert tekstene() == {"innledning": "Skrevet om"}


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

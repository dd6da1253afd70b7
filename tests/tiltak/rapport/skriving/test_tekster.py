"""Tests of the report's texts as they are written: by the button and by itself, also by two at once."""

from datetime import date

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tiltak.models import Rapport, Rapporttekst
from tiltak.rapport.skrivesteder import lest
from tiltak.views.rapport import skriving

from .siden import ADRESSE, HODET, SOM_SKREVET, TEKST, legg_fram, sendt, tekstene


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

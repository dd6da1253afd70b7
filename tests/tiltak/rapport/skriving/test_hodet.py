"""Tests of the report's title, days and meeting as they are written, also by two at once."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains

from tiltak.models import Rapport

from .siden import ADRESSE, HODET, legg_fram


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

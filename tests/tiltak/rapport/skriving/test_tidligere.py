"""Tests of what stood in a report's text before: it is read, taken back, and never lost."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from .siden import ADRESSE, TEKST, legg_fram, tekstene


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

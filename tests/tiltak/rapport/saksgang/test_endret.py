"""Tests of the page of what has changed since the report was laid before the meeting."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import uten_merker
from tiltak.models import Rapporttekst
from tiltak.rapport.framlegging import legg_fram

from .siden import ENDRET, SAKSGANG, SIDEN, STYRET


def test_the_board_sees_what_has_changed_since_it_was_laid_before_the_meeting(client, styremedlem, lagt_fram, tiltak):
    client.force_login(styremedlem)
    assertContains(client.get(ENDRET), "Ingenting er endret fra utgave 1")
    assertContains(client.get(SAKSGANG), "Ingenting er endret siden utgave 1.")
    tiltak.terminer.get().sett_status("ikke_gjennomfoert", av=None, versjon=1, merknad="Ingen kunne")

    side = uten_merker(client.get(ENDRET).content.decode())

    assert "Én ting er endret fra utgave 1 (Lagt fram av fylkesstyret 3. februar 2026) til slik det står nå." in side
    assert "Mangler vurdering 1 → er nå 0" in side
    assert "1.1a Delta på kampanjer 2025 Mangler vurdering → er nå Ikke gjennomført" in side
    for adresse in (SAKSGANG, SIDEN, "/rapport/2025/utgave/1/"):
        assertContains(client.get(adresse), "Én ting er endret siden utgave 1.")
    lagt_fram.publiser(lagt_fram.versjon, av=None)
    client.logout()
    assertNotContains(client.get(SIDEN), "endret siden")


def test_two_editions_are_compared(skriver, lagt_fram, sekretaer, i_dag):
    lagt_fram.aapne_igjen("En feil", av=None, versjon=lagt_fram.versjon)
    tekst = Rapporttekst.objects.get()
    tekst.skriv("Et <svært> godt år.", av=sekretaer, versjon=tekst.versjon)
    legg_fram(lagt_fram, STYRET, av=sekretaer, versjon=lagt_fram.versjon, i_dag=i_dag)

    side = skriver.get(ENDRET, {"fra": "1", "til": "2"})

    assertContains(side, "Én ting er endret fra utgave 1")
    assertContains(side, "&lt;svært&gt;")
    assertContains(skriver.get(ENDRET), "Ingenting er endret fra utgave 2")


@pytest.mark.parametrize(("fra", "til"), [("3", ""), ("1", "x"), ("", "1"), (str(2**64), "")])
def test_a_version_that_is_not_in_the_list_is_said_by_the_field(skriver, lagt_fram, fra, til):
    svar = skriver.get(ENDRET, {"fra": fra, "til": til})

    assertContains(svar, "Velg en av utgavene i listen.")
    assert "endret" not in svar.context


def test_before_it_is_laid_before_the_meeting_there_is_nothing_to_compare_with(skriver, utkast):
    for aar in (2025, 2026):
        assertContains(skriver.get(f"/rapport/{aar}/endret/"), "ikke lagt fram ennå")

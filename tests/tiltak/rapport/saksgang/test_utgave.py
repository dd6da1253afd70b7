"""Tests of an issued edition: what is frozen stays frozen, and the edition says and proves which it is."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Plan, Rapporttekst, Rapportutgave, Tiltak
from tiltak.rapport.dokument import Form, rapport_html
from tiltak.rapport.framlegging import legg_fram
from tiltak.rapport.frys import tin
from tiltak.rapport.sammenlikning.endret import endret_siden
from tiltak.rapport.utgivelse import Utgivelse
from tiltak.redigering.deling import del_opp
from tiltak.utgave import Beslutning

from .siden import LISTE, SIDEN, STYRET

# --- What is frozen -------------------------------------------------------------------------------------------------


def test_what_is_frozen_stays_byte_for_byte_whatever_changes_afterwards(
    client, lagt_fram, maal, tiltak, sekretaer, lag_aktivitet, i_dag
):
    """Statuses, wording, calendar, texts, the plan, its measures, the report's own head: none of them touches it."""
    lagt_fram.publiser(lagt_fram.versjon, av=None)

    def alt():
        utgave = Rapportutgave.objects.get(nr=1)
        return {
            "siden": client.get(SIDEN).content,
            "utgaven": client.get("/rapport/2025/utgave/1/").content,
            "data": client.get("/rapport/2025/utgave/1/data.json").content,
            "innhold": tin(utgave.innhold),
            "dokumentene": [rapport_html(tin(utgave.innhold), Utgivelse.av(utgave), form) for form in Form],
        }

    foer = alt()
    naa = datetime(2026, 6, 1, 12, tzinfo=UTC)
    termin = tiltak.terminer.get()
    termin.sett_status("gjennomfoert", av=None, versjon=1, utfoert=date(2025, 5, 1), merknad="På torget", tid=naa)
    lag_termin(lag_tiltak(maal, "1.1b", "Noe helt nytt"), "2025")
    Tiltak.objects.filter(pk=tiltak.pk).update(tekst="Delta på mange kampanjer")
    lag_aktivitet("Vårslepp", date(2025, 5, 10))
    tiltak.refresh_from_db()
    vedtak = Beslutning("arsmotet", date(2026, 2, 28), "Delt i to", sekretaer)
    ny = {"kode": "1.1c", "tekst": "Delta på torget", "gjennomfoering": "Årlig", "ansvarlig": ""}
    del_opp(tiltak, {"tekst": "Delta i byene"}, [ny], vedtak, tiltak.versjon)
    lag_plan(slug="ny", tittel="Ny arbeidsplan").bekreft()
    lagt_fram.aapne_igjen("Ny tittel", av=None, versjon=lagt_fram.versjon)
    innledning = Rapporttekst.objects.get()
    innledning.skriv("Et helt annet år.", av=sekretaer, versjon=innledning.versjon)
    lagt_fram.tittel, lagt_fram.moetested = "Årsmelding", "Gjøvik"
    lagt_fram.lagre(lagt_fram.versjon)

    naa_sier_den = endret_siden(Rapportutgave.objects.select_related("rapport").get(nr=1), i_dag)
    assert [len(avdeling.ting) for avdeling in naa_sier_den.avdelinger] == [2, 1]  # measures, activities
    assert (len(naa_sier_den.hode), len(naa_sier_den.tekster)) == (2, 1)
    assert alt() == foer
    assert (Plan.objects.get(slug="ny").er_vedtatt, Tiltak.objects.count()) == (True, 3)


def test_the_public_reads_the_next_edition_when_it_is_laid_before_the_meeting_again(
    client, lagt_fram, sekretaer, i_dag
):
    lagt_fram.publiser(lagt_fram.versjon, av=None)
    lagt_fram.aapne_igjen("Ny tittel", av=None, versjon=lagt_fram.versjon)
    lagt_fram.tittel = "Årsmelding"
    lagt_fram.lagre(lagt_fram.versjon)
    assertContains(client.get(SIDEN), "Beretning 2025")
    assertNotContains(client.get(LISTE), "Årsmelding")

    legg_fram(lagt_fram, STYRET, av=sekretaer, versjon=lagt_fram.versjon, i_dag=i_dag)

    assertContains(client.get(SIDEN), "Årsmelding")
    assertContains(client.get(LISTE), "Årsmelding")
    assert (client.get("/rapport/2025/utgave/1/").status_code, client.get("/rapport/2025/utgave/2/").status_code) == (
        404,
        200,
    )


# --- An edition -----------------------------------------------------------------------------------------------------


def test_the_data_of_an_edition_has_the_checksum_that_is_shown(client, godkjent):
    godkjent.publiser(godkjent.versjon, av=None)
    utgave = godkjent.siste_utgave()

    svar = client.get("/rapport/2025/utgave/2/data.json")

    assert sha256(svar.content).hexdigest() == utgave.sjekksum
    assert svar.content.decode() == utgave.innhold
    assert (svar["Content-Type"], svar["Cache-Control"], dict(svar.cookies)) == ("application/json", "no-cache", {})
    assertContains(client.get("/rapport/2025/utgave/2/"), utgave.sjekksum)
    igjen = client.get("/rapport/2025/utgave/2/data.json", headers={"If-None-Match": svar["ETag"]})
    assert (igjen.status_code, igjen.content) == (304, b"")


def test_an_edition_is_read_as_it_was_issued_and_says_which_it_is(client, styremedlem, godkjent):
    client.force_login(styremedlem)

    for nr, hva in ((1, "Lagt fram av fylkesstyret 3. februar 2026"), (2, "Godkjent av årsmøtet 28. februar 2026")):
        side = client.get(f"/rapport/2025/utgave/{nr}/")
        assertContains(side, f"Utgave {nr}: {hva}.")
        assertContains(side, "Delta på kampanjer")
        assertContains(side, "Den står slik den ble gitt ut.")


def test_an_edition_that_was_changed_behind_its_back_says_so(client, styremedlem, lagt_fram):
    client.force_login(styremedlem)
    utgave = lagt_fram.siste_utgave()
    Rapportutgave.objects.update(innhold=utgave.innhold.replace("kampanjer", "kampanje"))

    assertContains(client.get("/rapport/2025/utgave/1/"), "Dataene har ikke sjekksummen")


@pytest.mark.parametrize("nr", [0, 3, 2**15, 2**64])
def test_an_edition_that_is_not_there_is_not_found(skriver, godkjent, nr):
    assert skriver.get(f"/rapport/2025/utgave/{nr}/").status_code == 404

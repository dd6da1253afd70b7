"""Tests of the report's PDFs: which version each person gets, that an issued one is kept, and what that costs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tiltak.models import Dokumentfil, Rapport, Rapportutgave, Status
from tiltak.pdf import egenprosess, lager
from tiltak.rapport.dokument import Form
from tiltak.rapport.frys import frys
from tiltak.rapport.utgavefil import begynn_utgaven, finn
from tiltak.rapport.visning import utkastet

from .conftest import lag_termin

HEL, KAPITTEL, KORT = (f"/rapport/2025/{navn}.pdf" for navn in ("arsrapport", "kapittel", "kortversjon"))
UTGAVE = "/rapport/2025/utgave/{}/arsrapport.pdf"
FEBRUAR = date(2026, 2, 3)


@pytest.fixture
def laget(monkeypatch):
    """Each document that is made, in place of laying it out: a text that says which it is."""
    rekken = []

    def lag(bestilling, puls):
        rekken.append(bestilling)
        return f"%PDF- nr. {len(rekken)} {bestilling.merke}".encode()

    monkeypatch.setattr(egenprosess, "lag", lag)
    return rekken


@pytest.fixture
def rapport(tiltak):
    lag_termin(tiltak, "2025").sett_status(Status.GJENNOMFOERT, av=None, versjon=1)
    rapport = Rapport.for_aaret(2025)
    rapport.lagre(0)
    return rapport


@pytest.fixture
def lagt_fram(rapport):
    """The report as it is laid before the meeting, and published."""
    rapport.legg_fram(frys(utkastet(rapport, FEBRUAR).innhold), FEBRUAR, av=None, versjon=rapport.versjon)
    rapport.publiser(rapport.versjon, av=None)
    return rapport


def godkjenn(rapport):
    return rapport.vedta("godkjent", date(2026, 2, 28), av=None, versjon=rapport.versjon)


@pytest.mark.parametrize(
    ("adresse", "filnavn"),
    [(HEL, "beretning-2025"), (KAPITTEL, "beretning-2025-kapittel"), (KORT, "beretning-2025-kort")],
)
def test_an_issued_document_that_is_made_costs_the_public_two_queries(client, lagt_fram, laget, adresse, filnavn):
    foerste = client.get(adresse)

    for hoder in ({}, {"If-None-Match": foerste["ETag"]}):
        with CaptureQueriesContext(connection) as spurt:
            svar = client.get(adresse, headers=hoder)
        assert len(spurt) == 2
        assert (svar.status_code, svar.content) == ((304, b"") if hoder else (200, foerste.content))
        assert svar["Cache-Control"] == "no-cache"
    assert foerste["Content-Disposition"] == f'inline; filename="{filnavn}.pdf"'
    assert len(laget) == 1


def test_the_checksum_of_the_stored_file_is_its_mark(client, lagt_fram, laget):
    svar = client.get(HEL)

    assert svar["ETag"] == f'"{finn(lagt_fram.siste_utgave(), Form.HEL).sjekksum}"'


def test_once_made_it_is_kept_also_when_it_would_be_laid_out_otherwise(client, lagt_fram, laget, monkeypatch):
    foerste = client.get(HEL).content
    monkeypatch.setattr("tiltak.pdf.bestilling.version", lambda pakke: "99")

    assert (client.get(HEL).content, len(laget)) == (foerste, 1)


def test_an_unpublished_edition_is_for_the_board_alone_and_in_no_shared_cache(client, lagt_fram, laget, styremedlem):
    lagt_fram.trekk_tilbake(lagt_fram.versjon, av=None)

    assert [client.get(adresse).status_code for adresse in (HEL, KAPITTEL, KORT, UTGAVE.format(1))] == [404] * 4
    client.force_login(styremedlem)
    for adresse in (HEL, UTGAVE.format(1)):
        svar = client.get(adresse)
        assert (svar.status_code, svar["Cache-Control"]) == (200, "private, no-store")


def test_the_public_reads_the_last_edition_alone_and_the_board_each(client, lagt_fram, laget, styremedlem):
    godkjenn(lagt_fram)

    assert [client.get(UTGAVE.format(nr)).status_code for nr in (1, 2, 3)] == [404, 200, 404]
    assert client.get(HEL).content == client.get(UTGAVE.format(2)).content
    client.force_login(styremedlem)
    assert [client.get(UTGAVE.format(nr)).status_code for nr in (0, 1, 2, 3)] == [404, 200, 200, 404]
    assert client.get(UTGAVE.format(1)).content != client.get(UTGAVE.format(2)).content


def test_opened_again_the_public_reads_the_edition_and_the_board_the_draft(client, lagt_fram, laget, styremedlem):
    utgitt = client.get(HEL).content
    lagt_fram.aapne_igjen("Feil tall.", av=None, versjon=lagt_fram.versjon)

    assert client.get(HEL).content == utgitt
    client.force_login(styremedlem)
    utkast = client.get(HEL)
    assert (utkast.content == utgitt, "Utkast" in laget[-1].html) == (False, True)


def test_what_the_board_alone_reads_of_a_published_report_is_in_no_shared_cache(client, lagt_fram, laget, styremedlem):
    lagt_fram.aapne_igjen("Feil tall.", av=None, versjon=lagt_fram.versjon)
    lagt_fram.legg_fram(frys(utkastet(lagt_fram, FEBRUAR).innhold), FEBRUAR, av=None, versjon=lagt_fram.versjon)
    lagt_fram.aapne_igjen("Feil tall til.", av=None, versjon=lagt_fram.versjon)
    filene = [HEL, KAPITTEL, KORT, "/rapport/2025/tiltak.csv", UTGAVE.format(1), "/rapport/2025/utgave/1/data.json"]
    client.force_login(styremedlem)

    svarene = [client.get(adresse) for adresse in filene]

    assert [(svar.status_code, svar["Cache-Control"]) for svar in svarene] == [(200, "private, no-store")] * 6


def test_a_draft_that_changes_is_made_anew_and_one_that_does_not_is_not(client, rapport, laget, styremedlem):
    client.force_login(styremedlem)
    foerste = client.get(HEL)

    assert (client.get(HEL).content, len(laget)) == (foerste.content, 1)
    rapport.moetested = "Gjøvik"
    rapport.lagre(rapport.versjon)
    annen = client.get(HEL, headers={"If-None-Match": foerste["ETag"]})
    assert (annen.status_code, annen.content == foerste.content, len(laget)) == (200, False, 2)
    assert annen["Cache-Control"] == "private, no-store"


def test_a_report_that_was_published_before_editions_were_is_shown_as_it_stands(client, rapport, laget):
    Rapport.objects.update(publisert="2026-02-03T12:00Z")

    assert client.get(HEL).status_code == 200
    assert Dokumentfil.objects.get().utgave is None


def test_there_is_no_document_of_nothing(client, plan, styremedlem):
    tomt = Rapport.for_aaret(2026)
    tomt.lagre(0)
    client.force_login(styremedlem)

    for aar in (2026, 2031, 1999):
        assert [client.get(adr.replace("2025", str(aar))).status_code for adr in (HEL, KAPITTEL, KORT)] == [404] * 3


@pytest.mark.django_db(transaction=True)
def test_begun_when_it_is_laid_before_the_meeting_all_its_documents_are_ready_a_little_later(client, lagt_fram, laget):
    utgave = Rapportutgave.objects.get()

    begynn_utgaven(utgave)
    while lager._i_gang:
        pass

    assert {fil.form for fil in utgave.filer.ferdige()} == {"hel", "kapittel", "kort"}
    assert [client.get(adresse).status_code for adresse in (HEL, KAPITTEL, KORT)] == [200] * 3
    assert len(laget) == 3

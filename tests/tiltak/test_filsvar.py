"""Tests of how a PDF is answered: from the store, made while one waits, or with a page that says it is on its way."""

from threading import Event

import pytest
from django.urls import Resolver404, resolve
from django.utils.html import escape
from pytest_django.asserts import assertContains, assertTemplateUsed

from tiltak.models import Dokumentfil
from tiltak.pdf import egenprosess, lager
from tiltak.pdf.egenprosess import KunneIkkeLages
from tiltak.urls import urlpatterns
from tiltak.views import filsvar

from .conftest import lag_plan

PDF = "/plan/arbeidsplan-2025-2028/plan.pdf"
NETTLESER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
BYTES = b"%PDF-1.7 heftet %%EOF\n"


@pytest.fixture
def verksted(monkeypatch):
    """Documents are made when the test lets them be, and no earlier. What it gives is what was made."""
    monkeypatch.setattr(filsvar, "STRAKS", 0)
    slipp, laget = Event(), []

    def lag(bestilling, puls):
        slipp.wait(30)
        laget.append(bestilling)
        return BYTES

    monkeypatch.setattr(egenprosess, "lag", lag)
    slipp.laget = laget
    yield slipp
    slipp.set()
    while lager._i_gang:
        pass


@pytest.mark.django_db(transaction=True)
def test_a_browser_is_shown_a_page_that_says_so_and_then_the_pdf_at_the_same_address(client, verksted):
    lag_plan()

    for _ in range(3):
        svar = client.get(PDF, headers=NETTLESER)
        assertContains(svar, 'role="status"', status_code=202)
        assertContains(svar, '<meta http-equiv="refresh"', status_code=202)
        assert (svar["Cache-Control"], svar.cookies, svar.get("ETag")) == ("no-store", {}, None)
        assert client.head(PDF, headers=NETTLESER).status_code == 202
    verksted.set()
    while lager._i_gang:
        pass
    svar = client.get(PDF, headers=NETTLESER)

    assert (svar.status_code, svar["Content-Type"], svar.content) == (200, "application/pdf", BYTES)
    assert len(verksted.laget) == 1
    hode = client.head(PDF, headers=NETTLESER)
    assert (hode.status_code, hode["ETag"], hode.content) == (200, svar["ETag"], b"")


@pytest.mark.django_db(transaction=True)
def test_the_page_that_waits_leads_back_to_the_page_that_the_pdf_is_of(client, verksted):
    lag_plan()

    svar = client.get(PDF, headers=NETTLESER)

    assertContains(svar, '<a class="hjelpelenke" href=".">Tilbake</a>', status_code=202, html=True)


def test_every_pdf_lies_under_the_page_that_it_is_of():
    """It is where "." leads from the pages that wait, and that say it could not be made."""
    stier = [str(en.pattern) for en in urlpatterns if str(en.pattern).endswith(".pdf")]
    eksempler = [sti.replace("<slug:slug>", "en-plan").replace("<int:aar>", "2025") for sti in stier]
    eksempler = [f"/{sti.replace('<int:nr>', '1')}" for sti in eksempler]

    uten_side = [sti for sti in eksempler if not _finnes(sti.rpartition("/")[0] + "/")]

    assert (len(stier), uten_side) == (8, [])


def _finnes(sti):
    try:
        return resolve(sti)
    except Resolver404:
        return None


@pytest.mark.django_db(transaction=True)
def test_what_is_made_in_a_moment_is_shown_at_once(client, verksted, monkeypatch):
    lag_plan()
    monkeypatch.setattr(filsvar, "STRAKS", 20)
    verksted.set()

    assert client.get(PDF, headers=NETTLESER).content == BYTES


@pytest.mark.parametrize("accept", [{}, {"Accept": "*/*"}, {"Accept": "application/pdf"}])
def test_whatever_is_no_person_waits_for_the_pdf(client, db, verksted, accept):
    lag_plan()
    verksted.set()

    svar = client.get(PDF, headers=accept)

    assert (svar.status_code, svar.content, svar["Cache-Control"]) == (200, BYTES, "no-cache")


@pytest.mark.parametrize("accept", [{}, NETTLESER])
def test_what_the_reader_has_already_is_not_even_looked_for(client, db, verksted, accept):
    lag_plan()
    verksted.set()
    etag = client.get(PDF)["ETag"]
    Dokumentfil.objects.all().delete()

    svar = client.get(PDF, headers=accept | {"If-None-Match": etag})

    assert (svar.status_code, svar.content, svar["ETag"], svar["Cache-Control"]) == (304, b"", etag, "no-cache")
    assert Dokumentfil.objects.count() == 0


def test_what_could_not_be_made_is_told_with_what_to_do(client, db, monkeypatch):
    setning = "Det tok mer enn 120 sekunder å lage PDF-en, og den ble stanset."
    lag_plan()

    def lag(bestilling, puls):
        raise KunneIkkeLages(setning)

    monkeypatch.setattr(egenprosess, "lag", lag)
    for accept in ({}, NETTLESER):
        svar = client.get(PDF, headers=accept)
        assertTemplateUsed(svar, "tiltak/pdf_feilet.html")
        assertContains(svar, escape(setning), status_code=503)
        assertContains(svar, "Prøv igjen", status_code=503)
        assertContains(svar, '<a class="hjelpelenke" href=".">Tilbake</a>', status_code=503, html=True)
        assert (svar["Cache-Control"], svar["Retry-After"], svar.cookies) == ("no-store", "30", {})


def test_what_is_not_for_all_stays_out_of_shared_caches(client, styremedlem, verksted):
    lag_plan(status="utkast")
    styremedlem.roller = {"sekretaer": None}
    styremedlem.save()
    client.force_login(styremedlem)
    verksted.set()

    assert client.get(PDF)["Cache-Control"] == "private, no-store"

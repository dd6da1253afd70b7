"""Tests of the draft's pages beside the writing: who sees them, waiting, what could not be made, and the pictures."""

from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from tiltak.models import Dokumentfil, Rapport
from tiltak.pdf import lager

from .conftest import lag_mange, lag_plan, lag_termin, lag_tiltak
from .pdf.papir import A4, tomme_ark

ADRESSE = "/rapport/2025/forhandsvisning/"
MERKE = sha256(b"en pdf").hexdigest()


@pytest.fixture
def tiltak(maal):
    tiltak = lag_tiltak(maal, "1.1a", "Delta på kampanjer")
    lag_termin(tiltak, "2025")
    return tiltak


@pytest.fixture
def begynt(monkeypatch):
    """Let nothing be laid out: give the documents that were asked for, in order."""
    bestilt = []

    def begynn(bestilling, *, form):
        if not Dokumentfil.objects.filter(merke=bestilling.merke).exists():
            Dokumentfil.objects.create(merke=bestilling.merke, form=form)
            bestilt.append(bestilling)

    monkeypatch.setattr(lager, "begynn", begynn)
    return bestilt


def bli_ferdig(bestilling, antall=2):
    Dokumentfil.objects.filter(merke=bestilling.merke).update(
        innhold=tomme_ark(*[A4] * antall), ferdig=timezone.now(), feil=""
    )


def lag_fil(merke=MERKE, form="utkast-2025", innhold=None, **felter):
    innhold = tomme_ark(A4, A4) if innhold is None else innhold
    return Dokumentfil.objects.create(merke=merke, form=form, innhold=innhold, ferdig=timezone.now(), **felter)


def bilde(merke=MERKE, side=1, aar=2025):
    return f"/rapport/{aar}/forhandsvisning/{merke}/{side}.png"


# --- Who sees it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("adresse", [ADRESSE, bilde()])
def test_it_is_for_those_who_may_see_drafts_also_when_the_report_is_published(client, redaktoer, tiltak, adresse):
    lag_fil()
    Rapport.objects.create(aar=2025, fra="2025-01-01", til="2025-12-31", publisert=timezone.now())

    ute = client.get(adresse)
    client.force_login(redaktoer)
    inne = client.get(adresse)

    assertRedirects(ute, f"/logg-inn/?next={adresse}", fetch_redirect_response=False)
    assert (inne.status_code, dict(ute.cookies)) == (403, {})


# --- The pages ------------------------------------------------------------------------------------------------------


def test_the_draft_is_made_and_the_page_says_so_until_it_is_there(inne, tiltak, begynt):
    svar = inne.get(ADRESSE)

    assertTemplateUsed(svar, "tiltak/rapport_forhaandsvisning.html")
    assertContains(svar, '<p class="stand" role="status">Forhåndsvisningen lages …</p>', html=True)
    assertContains(svar, f'data-venter="{begynt[0].merke}"')
    assertContains(svar, '<noscript><meta http-equiv="refresh" content="2"></noscript>', html=True)
    assert "Delta på kampanjer" in begynt[0].html


def test_all_pages_are_pictures_with_a_size_and_a_name(inne, tiltak, begynt):
    inne.get(ADRESSE)
    bli_ferdig(begynt[0])

    svar = inne.get(ADRESSE)

    for nr in (1, 2):
        assertContains(
            svar,
            f'<img src="{bilde(begynt[0].merke, nr)}" width="900" height="1274" alt="Side {nr} av 2" loading="lazy"'
            ' decoding="async">',
            html=True,
        )
        assert inne.get(bilde(begynt[0].merke, nr)).status_code == 200
    assertContains(svar, '<p class="stand">2 sider</p>', html=True)
    assertNotContains(svar, "data-venter")
    assertNotContains(svar, "http-equiv")


def test_what_is_saved_is_seen_and_the_pages_before_it_stay_meanwhile(inne, tiltak, begynt):
    inne.get(ADRESSE)
    bli_ferdig(begynt[0])
    rapport = Rapport.for_aaret(2025)
    rapport.lagre(0)

    rapport.tekster.create(sted="innledning", tekst="Et godt år")
    svar = inne.get(ADRESSE)

    assert ("Et godt år" in begynt[1].html, len(begynt)) == (True, 2)
    assertContains(svar, "Forhåndsvisningen lages … Så lenge ser du den forrige.")
    assertContains(svar, f'src="{bilde(begynt[0].merke)}"')
    assertContains(svar, f'data-venter="{begynt[1].merke}"')


def test_who_waits_is_told_cheaply_that_it_is_not_there_yet(inne, tiltak, begynt, django_assert_num_queries):
    inne.get(ADRESSE)
    venter = f"{ADRESSE}?venter={begynt[0].merke}"

    with django_assert_num_queries(3):  # the session, the person with what they may, and the document
        underveis = inne.get(venter)
    bli_ferdig(begynt[0])
    ferdig = inne.get(venter)

    assert (underveis.status_code, underveis.content) == (204, b"")
    assertContains(ferdig, "Side 1 av 2")


@pytest.mark.parametrize("venter", ["x", "\0", "%F0%9F%8E%89", "a" * 5000, "A" * 64, "' OR 1=1 --", MERKE])
def test_to_wait_for_what_is_not_there_is_to_ask_for_the_draft(inne, tiltak, begynt, venter):
    svar = inne.get(ADRESSE, {"venter": venter})

    assertContains(svar, f'data-venter="{begynt[0].merke}"')


def test_what_could_not_be_made_is_said_so_and_is_tried_again_by_a_button(inne, tiltak, begynt):
    inne.get(ADRESSE)
    Dokumentfil.objects.update(feil="Det tok for lang tid.")

    svar = inne.get(ADRESSE)
    assertContains(svar, "Forhåndsvisningen kunne ikke lages. Det tok for lang tid. Det du har skrevet, er lagret.")
    assertContains(svar, '<button class="lys">Prøv igjen</button>', html=True)
    assertNotContains(svar, "data-venter")
    assert len(begynt) == 1

    assertRedirects(inne.post(ADRESSE), ADRESSE)
    assert (len(begynt), begynt[0] == begynt[1]) == (2, True)


# --- What is no draft, and has no pages -----------------------------------------------------------------------------


def test_a_report_that_is_laid_before_the_meeting_is_read_elsewhere(inne, tiltak, begynt):
    rapport = Rapport.for_aaret(2025)
    rapport.lagre(0)
    Rapport.objects.update(tilstand=Rapport.Tilstand.LAGT_FRAM, plan=tiltak.maal.plan)

    svar = inne.get(ADRESSE)

    assertContains(svar, "Beretningen er lagt fram av fylkesstyret, og er ikke lenger et utkast.")
    assertRedirects(inne.post(ADRESSE), ADRESSE)
    assert begynt == []


@pytest.mark.parametrize("aar", [2025, 2031])
def test_a_year_without_a_plan_or_without_anything_in_it_says_so(inne, begynt, aar):
    if aar == 2025:
        lag_plan()

    svar = inne.get(f"/rapport/{aar}/forhandsvisning/")

    assertContains(svar, "Det er ingenting å vise ennå.")
    assert begynt == []


@pytest.mark.parametrize("aar", [0, 1999, 2100, 10**30])
def test_a_year_that_no_report_is_about_is_not_there(inne, begynt, aar):
    assert inne.get(f"/rapport/{aar}/forhandsvisning/").status_code == 404
    assert inne.get(bilde(aar=aar)).status_code == 404


# --- The pictures ---------------------------------------------------------------------------------------------------


def test_a_picture_is_kept_by_the_reader_alone_who_asks_each_time_and_gets_nothing_when_logged_out(inne):
    lag_fil()

    svar = inne.get(bilde(side=2))
    igjen = inne.get(bilde(side=2), headers={"If-None-Match": svar.headers["ETag"]})
    inne.logout()
    ute = inne.get(bilde(side=2), headers={"If-None-Match": svar.headers["ETag"]})

    hoder = {navn: svar.headers[navn] for navn in ("Content-Type", "Cache-Control", "ETag")}
    assert hoder == {
        "Content-Type": "image/png",
        "Cache-Control": "private, no-store",
        "ETag": f'"{MERKE}-2"',
    }
    assert svar.content.startswith(b"\x89PNG")
    assert (igjen.status_code, igjen.content, igjen.headers["Cache-Control"]) == (304, b"", "private, no-store")
    assert (dict(svar.cookies), dict(igjen.cookies)) == ({}, {})
    assertRedirects(ute, f"/logg-inn/?next={bilde(side=2)}", fetch_redirect_response=False)


def test_whoever_has_the_picture_costs_no_document_from_the_store(inne):
    lag_fil()
    etag = inne.get(bilde()).headers["ETag"]

    with CaptureQueriesContext(connection) as spurt:
        svar = inne.get(bilde(), headers={"If-None-Match": etag})

    assert svar.status_code == 304
    assert [en["sql"] for en in spurt if '"innhold"' in en["sql"]] == []


@pytest.mark.parametrize("side", [0, 3, 10**30])
def test_a_page_that_is_not_there_is_a_404(inne, side):
    lag_fil()

    assert inne.get(bilde(side=side)).status_code == 404


def test_only_the_drafts_own_documents_are_read_by_their_mark(inne):
    rapport = Rapport.for_aaret(2025)
    rapport.lagre(0)
    utgave = rapport.utgaver.create(nr=1, tilstand="lagt_fram", dag="2026-02-01", innhold="{}")
    merker = {navn: sha256(navn.encode()).hexdigest() for navn in ("annet år", "annet", "utgitt", "lages", "ødelagt")}
    lag_fil(merker["annet år"], "utkast-2024")
    lag_fil(merker["annet"], "")
    lag_fil(merker["utgitt"], "utkast-2025", utgave=utgave)
    Dokumentfil.objects.create(merke=merker["lages"], form="utkast-2025")
    lag_fil(merker["ødelagt"], innhold=b"%PDF-ikke")

    svar = {navn: inne.get(bilde(merke)).status_code for navn, merke in merker.items()}

    assert svar == dict.fromkeys(merker, 404)


@pytest.mark.parametrize("merke", ["x", "../../etc/passwd", "a" * 63, "A" * 64, "%00" * 64, "æ" * 64, f"{MERKE}%0A"])
def test_what_is_no_mark_is_no_address(inne, merke):
    lag_fil()

    assert inne.get(bilde(merke)).status_code == 404


# --- What it costs --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antall", [1, 6])
def test_the_queries_are_as_many_for_a_large_report_as_for_a_small(
    antall, inne, plan, begynt, django_assert_max_num_queries
):
    lag_mange(plan, antall)
    inne.get(ADRESSE)
    bli_ferdig(begynt[0], antall=antall)

    with django_assert_max_num_queries(16):
        svar = inne.get(ADRESSE)
    assertContains(svar, f"Side {antall} av {antall}")
    with django_assert_max_num_queries(4):
        inne.get(bilde(begynt[0].merke, antall))

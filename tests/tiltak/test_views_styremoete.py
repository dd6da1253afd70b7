"""Tests of the board's meeting: what the page shows and to whom, how a row on it is set, and its sheet as files."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from arbeidsplan.models import Bruker
from tests.pdfsjekk import feil
from tiltak.models import Plan, Planutgave, Status, Termin
from tiltak.styremoete.ark import ark_tekst
from tiltak.styremoete.innhold import styremoete

from .conftest import felter, lag_mange, lag_termin, lag_tiltak, uten_merker
from .styremoete.conftest import kl, moete, sett

ADRESSE = "/tiltak/styremote/"
PDF = f"{ADRESSE}ark.pdf"
TXT = f"{ADRESSE}ark.txt"


@pytest.fixture
def moetet(fylkeslag, i_dag):
    """A meeting today. Asked for first: one that is put in the calendar lays out every termin anew."""
    return moete(fylkeslag, i_dag)


@pytest.fixture
def holdt(fylkeslag):
    return moete(fylkeslag, date(2026, 4, 28), tittel="Styreseminar")


@pytest.fixture
def sen(tiltak):
    return lag_termin(tiltak, "2025")


def test_the_page_says_the_meeting_the_figures_and_what_waits(inne, i_dag, moetet, plan, tiltak, sen, termin):
    sett(termin, Status.GJENNOMFOERT, kl(2026, 6, 1), utfoert=date(2026, 5, 30))

    svar = inne.get(ADRESSE)

    ordene = uten_merker(svar.content.decode())
    assert "<h1>Arbeidsplanen i fylkesstyret 15. juni 2026</h1>" in svar.content.decode()
    assert "Slik det står 15. juni 2026. 2026 har 1 frist: 1 gjennomført." in ordene
    assert "Endret siden sist 1 Forfalt 1 Frist før neste møte 0 Løpende å vurdere 0" in ordene
    assert "Sto som Ikke startet 1.1a, 2026 Gjennomført" in ordene
    assertContains(svar, f'href="/tiltak/termin/{sen.pk}/?fra=styremote"')
    assertContains(svar, "Ingen åpne frister.")


def test_each_row_stands_once_and_each_point_says_its_place(inne, i_dag, plan, tiltak, sen, termin):
    sett(sen, Status.PAAGAAR, kl(2026, 6, 1), merknad="I gang.")
    sett(termin, Status.PAAGAAR, kl(2026, 6, 1))

    side = inne.get(ADRESSE).content.decode()

    steder = re.findall(r'id="([^"]+)"', side)
    assert len(steder) == len(set(steder))
    assert re.findall(r'class="plass"[^>]*>([^<]+)<', side) == ["1 av 2", "2 av 2"]
    # What waits is set where it waits, and the change leads there.
    assert side.count(f'<a class="videre" href="#termin-{sen.pk}">') == 1
    assert (
        "2025 Fra ikke startet (forfalt) til pågår (forfalt). tidligere bruker, 1. juni 2026 I gang."
        in uten_merker(side)
    )


def test_what_comes_says_its_day_once(inne, i_dag, plan, tiltak):
    lag_termin(tiltak, "2026-a", etikett="juni", siste=date(2026, 6, 30))
    lag_termin(tiltak, "2026-b", etikett="etter årsmøtet", siste=date(2026, 7, 10), anslag=True)

    ordene = uten_merker(inne.get(ADRESSE).content.decode())

    assert [ordene.count(f"Frist {dag}") for dag in ("30. juni 2026", "10. juli 2026 (anslag)")] == [1, 1]


def test_who_follows_a_measure_up_is_on_the_screen_and_not_in_the_sheet(inne, i_dag, plan, maal, sekretaer):
    lag_termin(lag_tiltak(maal, "1.1b", foelges_opp_av=sekretaer), "2025")

    assertContains(inne.get(ADRESSE), "følges opp av Ola Sekretær")
    assertNotContains(inne.get(TXT), "Ola")


def test_the_sheet_on_the_page_is_the_one_that_is_downloaded(inne, i_dag, holdt, plan, sen):
    side = inne.get(f"{ADRESSE}?moete={holdt.pk}")

    fil = inne.get(f"{TXT}?moete={holdt.pk}")
    assert fil.content.decode() == side.context["tekst"] == ark_tekst(styremoete(plan, i_dag, holdt.pk))
    assertContains(side, f'href="{TXT}?moete={holdt.pk}"')
    assertContains(side, f'href="{PDF}?moete={holdt.pk}"')
    assert [fil.headers[navn] for navn in ("Content-Type", "Content-Disposition", "Cache-Control")] == [
        "text/plain; charset=utf-8",
        'inline; filename="styremote-2026-04-28.txt"',
        "private, no-store",
    ]


def test_the_pdf_is_made_once_for_the_same_content(inne, i_dag, plan, sen):
    svar = inne.get(PDF)

    assert (svar.headers["Content-Type"], svar.headers["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="styremote-2026-06-15.pdf"',
    )
    assert feil(svar.content) == []
    assert inne.get(PDF, headers={"If-None-Match": svar.headers["ETag"]}).status_code == 304
    sett(sen, Status.PAAGAAR, kl(2026, 6, 1))
    assert inne.get(PDF, headers={"If-None-Match": svar.headers["ETag"]}).status_code == 200


@pytest.mark.parametrize("moete_", ["", "0", "-1", "99", "abc", "1e9", "9" * 40, "1&moete=x"])
def test_a_meeting_that_is_none_gives_todays(inne, i_dag, plan, sen, moete_):
    for adresse in (ADRESSE, TXT):
        svar = inne.get(f"{adresse}?moete={moete_}")
        assertContains(svar, "Arbeidsplanen, 15. juni 2026")


def test_another_meeting_is_chosen_from_those_that_count(inne, i_dag, holdt, plan, fylkeslag):
    utkast = moete(fylkeslag, date(2026, 5, 5), publisert=None)

    side = inne.get(f"{ADRESSE}?moete={holdt.pk}")

    assertContains(side, f'<option value="{holdt.pk}" selected>28. april 2026: Styreseminar</option>', html=True)
    assertNotContains(side, f'<option value="{utkast.pk}"')
    assertContains(side, "<h1>Arbeidsplanen i fylkesstyret 28. april 2026</h1>", html=True)


def test_without_a_plan_the_page_says_so_and_there_is_no_sheet(inne, db):
    assertTemplateUsed(inne.get(ADRESSE), "tiltak/uten_plan.html")
    assert [inne.get(adresse).status_code for adresse in (PDF, TXT)] == [404, 404]


def test_it_is_about_the_plan_in_force(inne, i_dag, plan, sen):
    Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.UTKAST)

    assertTemplateUsed(inne.get(ADRESSE), "tiltak/uten_plan.html")


def test_who_may_only_look_sees_the_rows_and_no_way_to_set_them(inne, i_dag, plan, sen, monkeypatch):
    monkeypatch.setattr(Bruker, "rettigheter", {"tiltak.se_status"})

    side = inne.get(ADRESSE)

    assertContains(side, f'id="termin-{sen.pk}"')
    assertNotContains(side, "sett </span>Status")
    assert inne.post(f"/tiltak/termin/{sen.pk}/", felter(sen) | {"fra": "styremote"}).status_code == 403


# --- A row, set from here -------------------------------------------------------------------------------------------


def test_without_javascript_a_save_leads_back_to_the_row(inne, i_dag, plan, sen):
    svar = inne.post(f"/tiltak/termin/{sen.pk}/", felter(sen) | {"fra": "styremote"})

    assertRedirects(svar, f"{ADRESSE}#termin-{sen.pk}")
    assert Termin.objects.get(pk=sen.pk).status == Status.PAAGAAR


def test_what_was_just_set_stands_among_what_changed_and_can_be_undone_there(inne, plan, tiltak):
    i_fjor = timezone.localdate() - timedelta(days=200)
    sen = lag_termin(tiltak, "2025-a", siste=i_fjor, foerste=i_fjor, etikett="i fjor")

    inne.post(f"/tiltak/termin/{sen.pk}/", felter(sen, status=Status.GJENNOMFOERT) | {"fra": "styremote"})
    side = inne.get(ADRESSE)

    endret, forfalt = side.context["innhold"].deler[:2]
    assert (endret.terminer, forfalt.terminer) == (1, 0)
    assertContains(side, f'action="/tiltak/termin/{sen.pk}/angre/"')
    inne.post(f"/tiltak/termin/{sen.pk}/angre/", {"versjon": sen.versjon + 1, "fra": "styremote"})
    endret, forfalt = inne.get(ADRESSE).context["innhold"].deler[:2]
    assert (endret.terminer, forfalt.terminer) == (0, 1)


def test_the_list_of_measures_leads_to_the_meeting(inne, i_dag, plan, sen):
    assertContains(inne.get("/tiltak/"), f'<a class="hjelpelenke" href="{ADRESSE}">Styremøte</a>', html=True)


def test_the_page_asks_the_database_the_same_number_of_times_however_much_there_is(
    inne, i_dag, plan, tiltak, fylkeslag, styremedlem, django_assert_num_queries
):
    Planutgave.objects.create(plan=plan, gjelder_fra=i_dag, innhold={}, organ="arsmotet", vedtaksdag=i_dag)

    def fyll(antall):
        moete(fylkeslag, date(2027, 1, antall))
        lag_mange(plan, antall)
        for termin in Termin.objects.filter(noekkel="2026", endret=None):
            termin.tiltak.foelg_opp(styremedlem, fra=None)
            sett(termin, Status.PAAGAAR, kl(2026, 6, 12), styremedlem)

    for antall in (1, 9):
        fyll(antall)
        inne.get(PDF)  # made: from now on it costs one more, to fetch it
        for adresse, antallet in ((ADRESSE, 10), (TXT, 11), (PDF, 12)):  # files with their line in the trail
            with django_assert_num_queries(antallet):
                inne.get(adresse)

"""The report as files: who gets them, which version, under which name, and that an unchanged one is not made anew."""

import csv
import io
from datetime import date

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from pytest_django.asserts import assertTemplateUsed

from tiltak.models import Rapport, Rapporttekst
from tiltak.rapport.frys import frys
from tiltak.rapport.visning import utkastet
from tiltak.views.rapport import filer

from .conftest import begynn_rapport, lag_mange, lag_meldt

FILER = {
    "beretning.docx": (
        "beretning-2025.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "kapittel.docx": (
        "beretning-2025-kapittel.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "tiltak.xlsx": (
        "beretning-2025-tiltak.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "tiltak.csv": ("beretning-2025-tiltak.csv", "text/csv; charset=utf-8"),
}
ADRESSER = [f"/rapport/2025/{fil}" for fil in FILER]


@pytest.fixture
def tiltak(maal):
    return lag_meldt(maal)


@pytest.fixture
def rapport(tiltak):
    return begynn_rapport()


@pytest.fixture
def utgitt(rapport):
    """Laid before the meeting and published."""
    innhold = utkastet(rapport, date(2026, 2, 1)).innhold
    rapport.legg_fram(frys(innhold), date(2026, 2, 3), av=None, versjon=rapport.versjon)
    rapport.publiser(rapport.versjon, av=None)
    return rapport


def ordlyden(client):
    """The measures' wording in the CSV."""
    tekst = client.get("/rapport/2025/tiltak.csv").content.decode("utf-8-sig")
    return [rad["Tiltak"] for rad in csv.DictReader(io.StringIO(tekst, newline=""), delimiter=";")]


@pytest.mark.parametrize(("adresse", "fil"), [*zip(ADRESSER, FILER.values(), strict=True)])
def test_each_file_has_its_name_and_type_and_is_to_be_saved(adresse, fil, client, utgitt):
    svar = client.get(adresse)

    navn, slag = fil
    assert (svar.status_code, svar.headers["Content-Type"]) == (200, slag)
    assert svar.headers["Content-Disposition"] == f'attachment; filename="{navn}"'
    assert dict(svar.cookies) == {}


def test_the_files_can_be_opened_and_say_the_same(client, utgitt):
    hel, kapittel, regneark, data = (client.get(adresse).content for adresse in ADRESSER)

    for word in (hel, kapittel):
        tekst = "\n".join(c.text for t in docx.Document(io.BytesIO(word)).tables for r in t.rows for c in r.cells)
        assert "Delta på kampanjer" in tekst
    assert load_workbook(io.BytesIO(regneark))["Tiltak"]["E2"].value == "Delta på kampanjer"
    assert "Delta på kampanjer" in data.decode()


@pytest.mark.parametrize("adresse", ADRESSER)
def test_an_unchanged_file_is_not_sent_again_and_not_made(adresse, client, utgitt, monkeypatch):
    foerste = client.get(adresse)
    for form in ("HEL", "KAPITTEL", "REGNEARK", "DATA"):
        monkeypatch.setattr(filer, form, getattr(filer, form)._replace(skriv=None))
    igjen = client.get(adresse, headers={"If-None-Match": foerste.headers["ETag"]})

    assert (igjen.status_code, igjen.content) == (304, b"")
    assert foerste.headers["Cache-Control"] == "no-cache"


def test_each_file_has_a_mark_of_its_own_and_a_new_edition_a_new_one(client, utgitt):
    foer = [client.get(adresse).headers["ETag"] for adresse in ADRESSER]
    utgitt.refresh_from_db()
    utgitt.vedta(Rapport.Tilstand.GODKJENT, date(2026, 2, 28), av=None, versjon=utgitt.versjon)
    etter = [client.get(adresse).headers["ETag"] for adresse in ADRESSER]

    assert len({*foer, *etter}) == 2 * len(ADRESSER)


@pytest.mark.parametrize("adresse", ADRESSER)
@pytest.mark.parametrize("hvem", [None, "redaktoer"])
def test_a_draft_is_not_there_for_those_who_may_not_see_drafts(adresse, hvem, client, request, rapport):
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    svar = client.get(adresse)

    assert svar.status_code == 404
    assertTemplateUsed(svar, "404.html")


@pytest.mark.parametrize("adresse", ADRESSER)
def test_the_board_has_the_draft_which_no_cache_keeps_for_others(adresse, inne, rapport):
    svar = inne.get(adresse)

    assert (svar.status_code, svar.headers["Cache-Control"]) == (200, "private, no-store")


def test_all_read_the_edition_while_the_board_writes_on(client, styremedlem, utgitt, tiltak):
    utgitt.refresh_from_db()
    utgitt.aapne_igjen("Et tall var feil", av=None, versjon=utgitt.versjon)
    type(tiltak).objects.filter(pk=tiltak.pk).update(tekst="Skrevet om")

    assert ordlyden(client) == ["Delta på kampanjer"]
    client.force_login(styremedlem)
    assert ordlyden(client) == ["Skrevet om"]
    assert client.get(ADRESSER[0]).headers["Cache-Control"] == "private, no-store"
    word = docx.Document(io.BytesIO(client.get(ADRESSER[0]).content))
    assert word.sections[0].header.paragraphs[0].text == "UTKAST"


@pytest.mark.parametrize("fil", FILER)
@pytest.mark.parametrize("aar", ["2024", "2031", "1999", "20250"])
def test_a_year_without_anything_to_tell_has_no_files(fil, aar, inne, rapport):
    assert inne.get(f"/rapport/{aar}/{fil}").status_code == 404


@pytest.mark.parametrize("adresse", ADRESSER)
def test_nothing_is_sent_to_them(adresse, inne, rapport):
    assert inne.post(adresse).status_code == 405


@pytest.mark.parametrize("adresse", ADRESSER)
def test_the_number_of_queries_does_not_grow(adresse, inne, plan, rapport):
    with CaptureQueriesContext(connection) as faa:
        inne.get(adresse)
    lag_mange(plan, 3)
    for maal in plan.maal.all():
        Rapporttekst.objects.create(rapport=rapport, sted=Rapporttekst.Sted.MAAL, maal=maal, tekst="Godt i gang")

    with CaptureQueriesContext(connection) as mange:
        assert inne.get(adresse).status_code == 200
    assert len(mange) == len(faa)


@pytest.mark.parametrize("adresse", ADRESSER)
def test_an_edition_costs_two_queries_for_all(adresse, client, utgitt, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert client.get(adresse).status_code == 200


def test_a_text_that_tries_to_break_out_is_text_in_every_file(inne, rapport, tiltak):
    stygt = "=cmd|' /C calc'!A0 <script>alert(1)</script> \u202e🙈"
    type(tiltak).objects.filter(pk=tiltak.pk).update(tekst=stygt)
    Rapporttekst.objects.create(rapport=rapport, sted=Rapporttekst.Sted.INNLEDNING, tekst=stygt)

    assert [inne.get(adresse).status_code for adresse in ADRESSER] == [200] * 4
    assert ordlyden(inne) == ["\\=cmd|' /C calc'!A0 <script>alert(1)</script> 🙈"]

"""The table to take along: what stands in the files, that it is what is chosen, and that none of it can run."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook
from pytest_django.asserts import assertRedirects

from tests.tiltak.conftest import lag_mange, lag_termin, lag_tiltak
from tiltak.models import Maal, Status
from tiltak.uttak.statusark import KOLONNER

CSV, XLSX = "/tiltak/tiltak.csv", "/tiltak/tiltak.xlsx"
hver_fil = pytest.mark.parametrize("adresse", [CSV, XLSX])


@pytest.fixture
def inne(inne, i_dag):
    return inne


@pytest.fixture
def tabellen(plan, maal, styremedlem):
    """One that is done, one that is overdue, one that is put off, and one outside the period."""
    tiltak = lag_tiltak(maal, "1.1a", "Revidere strategi", "Årlig", ansvarlig="AU", foelges_opp_av=styremedlem)
    gjort = lag_termin(tiltak)
    satt = datetime(2026, 6, 2, 12, 30, tzinfo=UTC)
    gjort.sett_status("gjennomfoert", av=styremedlem, versjon=1, utfoert=date(2026, 6, 1), merknad="=1+1", tid=satt)
    lag_termin(tiltak, "2026-b", etikett="mai 2026", siste=date(2026, 5, 31), anslag=True)
    annet = Maal.objects.create(plan=plan, nr=2, nummer="2", overskrift="Organisasjon")
    pride = lag_tiltak(annet, "2a", "Delta på\nPride", "")
    lag_termin(pride, "2026", status=Status.UTSATT, utsatt_til=date(2027, 2, 1), kan_forfalle=False)
    lag_termin(pride, "2024", utenfor=True)
    return plan


def rader_i_csv(svar):
    return list(csv.reader(io.StringIO(svar.content.decode("utf-8-sig"), newline=""), delimiter=";"))


def bok(svar):
    return load_workbook(io.BytesIO(svar.content))


def test_the_csv_has_a_row_for_each_termin_that_is_shown(inne, tabellen):
    hode, *rader = rader_i_csv(inne.get(f"{CSV}?aar=2026"))

    assert hode == [*KOLONNER]
    felles = ["1.1", "1.1a", "Revidere strategi", "Årlig", "AU", "Kari Styremedlem"]
    pride = ["2", "2a", "Delta på\nPride", "", "", "", "2026", "31.12.2026", "kan ikke forfalle"]
    assert sorted(rader) == [
        [
            *(*felles, "2026", "31.12.2026", "", "Gjennomført", "01.06.2026", "", "\\=1+1"),
            *("Kari Styremedlem", "02.06.2026 14:30"),
        ],
        [*felles, "mai 2026", "31.05.2026", "anslag", "Forfalt", "", "", "", "", ""],
        [*pride, "Utsatt", "", "01.02.2027", "", "", ""],
    ]


def test_the_workbook_has_the_same_rows_with_real_days(inne, tabellen):
    ark = bok(inne.get(f"{XLSX}?aar=2026"))["Status"]

    hode, *rader = ark.iter_rows(values_only=True)
    assert hode == tuple(KOLONNER)
    [gjort] = [dict(zip(hode, rad, strict=True)) for rad in rader if rad[9] == "Gjennomført"]
    assert [gjort[navn].isoformat(" ", "minutes") for navn in ("Frist", "Gjort", "Satt")] == [
        "2026-12-31 00:00",
        "2026-06-01 00:00",
        "2026-06-02 14:30",
    ]
    assert (gjort["Utsatt til"], gjort["Ord"]) == (None, "=1+1")
    assert {celle.data_type for celle in ark["M"][1:] if celle.value} == {"s"}
    assert ark["H2"].number_format == "dd.mm.yyyy"
    assert (ark.freeze_panes, ark.auto_filter.ref) == ("A2", "A1:O4")


def test_the_second_sheet_says_what_was_chosen_and_the_plans_own_figures(inne, tabellen, i_dag):
    om = bok(inne.get(f"{XLSX}?aar=2026&status=forfalt&q=strategi"))["Om uttaket"]

    assert om["B3"].value.date() == i_dag
    om["B3"].value = "en dag"
    assert [tuple(verdi for verdi in rad if verdi is not None) for rad in om.iter_rows(values_only=True)] == [
        ("Plan", "Arbeidsplan 2025-2028"),
        ("Organisasjon",),
        ("Slik det sto", "en dag"),
        ("År", "2026"),
        ("Utvalg", "Forfalt, «strategi»"),
        ("Frister i arket", 1),
        ("Ikke med", "Frister utenfor planens periode."),
        ("Tallene under", "De gjelder hele planen i 2026, ikke bare utvalget."),
        (),
        (
            *("Mål", "Frister", "Gjennomført", "Delvis gjennomført", "Pågår", "Utsatt", "Ikke gjennomført", "Utgår"),
            *("Mangler vurdering", "Av dem forfalt"),
        ),
        ("Hele planen", 3, 1, 0, 0, 1, 0, 0, 1, 1),
        ("1.1 Tydelig politisk stemme", 2, 1, 0, 0, 0, 0, 0, 1, 1),
        ("2 Organisasjon", 1, 0, 0, 0, 1, 0, 0, 0, 0),
    ]


@hver_fil
def test_the_file_is_for_the_reader_alone_and_named_for_what_it_is(inne, tabellen, adresse):
    svar = inne.get(f"{adresse}?aar=alle&mal=2")

    ending = adresse.rpartition(".")[2]
    assert svar.headers["Cache-Control"] == "private, no-store"
    assert svar.headers["Content-Disposition"] == (
        f'attachment; filename="arbeidsplan-2025-2028-status-alle-2026-06-15.{ending}"'
    )


@hver_fil
def test_asked_again_for_the_same_it_is_not_sent_again(inne, tabellen, adresse):
    foerst, igjen = inne.get(adresse), inne.get(adresse)
    etag = {"If-None-Match": foerst.headers["ETag"]}

    assert foerst.content == igjen.content
    assert inne.get(adresse, headers=etag).status_code == 304
    assert inne.get(f"{adresse}?q=pride", headers=etag).status_code == 200


@hver_fil
def test_an_address_with_what_is_not_known_leads_to_the_page_that_says_so(inne, tabellen, adresse):
    svar = inne.get(f"{adresse}?aar=2026&mal=9.9")

    assertRedirects(svar, "/tiltak/?aar=2026&mal=9.9")


@hver_fil
def test_without_a_plan_it_leads_to_the_page_that_says_so(inne, db, adresse):
    assertRedirects(inne.get(adresse), "/tiltak/")


def test_the_page_links_to_the_files_of_what_is_chosen(inne, tabellen):
    svar = inne.get("/tiltak/?aar=2026&q=Pride").content.decode()

    assert 'href="/tiltak/tiltak.xlsx?aar=2026&amp;q=Pride"' in svar
    assert 'href="/tiltak/tiltak.csv?aar=2026&amp;q=Pride"' in svar


@hver_fil
@pytest.mark.parametrize("antall", [1, 10])
def test_a_file_costs_the_same_for_any_size(inne, plan, adresse, antall, django_assert_num_queries):
    lag_mange(plan, antall)

    with django_assert_num_queries(8):  # with the line in the trail
        inne.get(f"{adresse}?aar=alle")


def test_what_a_sheet_cannot_hold_is_taken_out(inne, tabellen, maal):
    lag_termin(lag_tiltak(maal, "1.1b", "Ring\x07e \u202eopp"), "2026", merknad="@SUM(A1)\x1b")

    ark = bok(inne.get(f"{XLSX}?q=1.1b"))["Status"]

    assert [ark["C2"].value, ark["M2"].value] == ["Ringe opp", "@SUM(A1)"]

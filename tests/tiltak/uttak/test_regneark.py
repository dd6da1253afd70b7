"""The sheets as they are written: what stands in the cells, and that none of it can run."""

import csv
import io
from datetime import date

from openpyxl import load_workbook

from tests.tiltak.uttak.planer import NYNORSK, STYGG, STYGGE, maal, plan, tiltak
from tiltak.uttak.regneark import lag_csv, lag_xlsx
from tiltak.uttak.tiltaksark import KOLONNER, rader_av

DAG = date(2025, 3, 1)


def bok(dok, **valg):
    return load_workbook(io.BytesIO(lag_xlsx(dok, dag=DAG, **valg)))


def test_the_csv_is_what_norwegian_excel_opens():
    innhold = lag_csv(plan(maal("1", "Mål", tiltak("1a", 'En; to\n"tre"', "Årlig", "AU"))))

    assert innhold.decode("utf-8") == (
        "\ufeffMålnummer;Mål;Kode;Siteres som;Tiltak;Gjennomføring;Ansvarlig;Fristen er lest som\r\n"
        '1;Mål;1a;1a;"En; to\n""tre""";Årlig;AU;Hvert år.\r\n'
    )


def test_no_cell_of_the_csv_begins_as_a_formula():
    rader = list(csv.reader(io.StringIO(lag_csv(STYGG).decode("utf-8-sig"), newline=""), delimiter=";"))

    assert [celle for rad in rader for celle in rad if celle[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
    assert [rad[4] for rad in rader[1:7]] == ["\\=1+1", "\\+47", "\\-5 %", "\\@SUM(A1)", "{=1}", "'=1"]


def test_every_cell_of_the_workbook_is_text_and_stays_so():
    ark = bok(STYGG)["Tiltak"]

    celler = [celle for rad in ark.iter_rows() for celle in rad if celle.value is not None]
    assert {(celle.data_type, celle.number_format, celle.quotePrefix) for celle in celler} == {("s", "@", True)}
    assert [celle.value for celle in ark["E"][1:]] == [
        tekst.replace("_x0041_ og _x005F_", "_x005F_x0041_ og _x005F_x005F_") for tekst in STYGGE
    ]


def test_the_workbook_has_the_same_rows():
    ark = bok(NYNORSK)["Tiltak"]

    assert [tuple(verdi or "" for verdi in rad) for rad in ark.iter_rows(values_only=True)] == rader_av(NYNORSK)


def test_the_head_is_frozen_and_filtered_and_the_cells_are_wrapped():
    ark = bok(NYNORSK)["Tiltak"]

    assert (ark.freeze_panes, ark.auto_filter.ref, ark.print_title_rows) == ("A2", "A1:H3", "$1:$1")
    assert all(celle.font.bold for celle in ark[1])
    assert all(celle.alignment.wrap_text for celle in ark[2])
    assert ark.column_dimensions["E"].width > ark.column_dimensions["C"].width


def test_the_second_sheet_says_which_plan_it_is_with_dates_as_dates():
    rader = dict(bok(NYNORSK, tilstand="Vedtatt 1. mars 2025.")["Om planen"].iter_rows(values_only=True))

    assert rader.pop("Slik endrer du").startswith("Endre i arket «Tiltak»")
    assert {hva: str(verdi) for hva, verdi in rader.items()} == {
        "Plan": "Arbeidsplan 2026–2029",
        "Organisasjon": "Innlandet SV",
        "Tilstand": "Vedtatt 1. mars 2025.",
        "Første dag": "2026-01-01 00:00:00",
        "Siste dag": "2029-12-31 00:00:00",
        "Antall mål": "2",
        "Antall tiltak": "2",
    }


def test_the_workbook_says_what_it_is():
    om = bok(NYNORSK).properties

    assert (om.title, om.creator, om.language) == ("Arbeidsplan 2026–2029", "Innlandet SV", "nb-NO")
    assert [str(om.created), str(om.modified)] == ["2025-03-01 12:00:00"] * 2


def test_the_same_plan_gives_the_same_bytes():
    assert lag_xlsx(NYNORSK, dag=DAG) == lag_xlsx(NYNORSK, dag=DAG)
    assert lag_xlsx(NYNORSK, dag=DAG) != lag_xlsx(NYNORSK, dag=date(2025, 3, 2))


def test_whatever_is_stored_the_sheets_can_be_opened():
    stygt = "A\0\x07\ud800\uffffB" + "x" * 10_000
    dok = plan(maal(stygt, stygt, tiltak(stygt, stygt, stygt, stygt)), tittel=stygt, organisasjon=stygt)

    ark = bok(dok)["Tiltak"]

    assert ark["E2"].value == "AB" + "x" * 10_000
    assert lag_csv(dok).decode("utf-8-sig").splitlines()[1].startswith("ABxxx")


def test_a_plan_without_measures_has_the_head_alone():
    assert [*bok(plan())["Tiltak"].iter_rows(values_only=True)] == [KOLONNER]

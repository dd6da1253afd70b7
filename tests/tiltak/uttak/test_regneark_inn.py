"""Sheets that come in: worked on in Excel, saved in other encodings, broken, hostile, or made into something else."""

import io
import zipfile
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.tiltak.uttak.planer import NYNORSK, maal, plan, tiltak
from tiltak.dokument import UlesbartDokument
from tiltak.uttak.celler import vern
from tiltak.uttak.regneark import lag_csv, lag_xlsx
from tiltak.uttak.regneark_inn import er_tiltaksark, les_tiltaksark, uten_vern
from tiltak.uttak.tiltaksark import PLANENS_EGNE

PLANEN = plan(
    maal("1", "Politikk", tiltak("1a")),
    maal("1.1", "Stemme", tiltak("1.1a", "Være åpne", "Første halvår 2025", "Fylkesstyret")),
    maal("2.1", "Bygge", tiltak("2.1a")),
    maal("2.10", "Mer", tiltak("2.10a")),
)
OEDELAGT = "Regnearket er ødelagt eller låst. Åpne det i Excel, lagre det på nytt som .xlsx og prøv igjen."
FOR_STORT = "Regnearket er mye større enn en plan kan være. Last ned tiltakene på nytt, og endre i den filen."
KAN_VAERE_ANNET = "og det kan ha stått noe annet der."
OM_TIL_TEKST = "Gjør cellen om til tekst, skriv det på nytt og prøv igjen."


def lagret(bok):
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def en_bok(*rader, hode=PLANENS_EGNE):
    bok = Workbook()
    bok.active.append(hode)
    for rad in rader:
        bok.active.append(rad)
    return bok


def med_rad(**endret):
    """A workbook with one measure under goal 1, some of its cells as given."""
    celler = {"Målnummer": "1", "Kode": "1a", "Tiltak": "Noe", "Gjennomføring": "Årlig", "Ansvarlig": "AU"} | endret
    return lagret(en_bok([*celler.values()]))


def med_del(innhold, navn, data):
    """The zip with one part more, or with another content in it."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(innhold)) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as ny:
        for post in inn.namelist():
            if post != navn:
                ny.writestr(post, inn.read(post))
        ny.writestr(navn, data)
    return ut.getvalue()


def arket(innhold):
    with zipfile.ZipFile(io.BytesIO(innhold)) as fil:
        return fil.read("xl/worksheets/sheet1.xml").decode()


def feilen(innhold, dok=PLANEN):
    with pytest.raises(UlesbartDokument) as feil:
        les_tiltaksark(innhold, dok)
    return feil.value.setning


def tiltakene(innhold, dok=PLANEN):
    lest = les_tiltaksark(innhold, dok).tiltak
    return [(ett.kode, ett.tekst, ett.gjennomfoering, ett.ansvarlig, ett.linje) for ett in lest]


def test_what_was_changed_in_excel_is_changed_in_the_plan():
    bok = load_workbook(io.BytesIO(lag_xlsx(PLANEN, dag=date(2025, 3, 1))))
    ark = bok["Tiltak"]
    ark["E2"] = "Gjøre noe annet"
    ark.append(["2.10", "", "2.10b", "", "Helt nytt", "Månedlig"])
    ark.delete_rows(4)

    assert tiltakene(lagret(bok)) == [
        ("1a", "Gjøre noe annet", "Årlig", "", 2),
        ("1.1a", "Være åpne", "Første halvår 2025", "Fylkesstyret", 3),
        ("2.10a", "Gjøre noe sammen", "Årlig", "", 4),
        ("2.10b", "Helt nytt", "Månedlig", "", 5),
    ]


def test_the_columns_may_stand_in_another_order_and_one_of_others_is_pointed_out():
    bok = en_bok(["Hemmelig", "AU", "Årlig", "Noe", "1a", "1"], hode=["Ola", *reversed(PLANENS_EGNE)])

    nytt = les_tiltaksark(lagret(bok), PLANEN)

    assert tiltakene(lagret(bok)) == [("1a", "Noe", "Årlig", "AU", 2)]
    assert [(ett.linje, ett.tekst) for ett in nytt.merknader if ett.hva == "uten-plass"] == [
        (1, "Kolonnen «Ola» er ikke en av planens, og er ikke tatt med.")
    ]


def test_empty_rows_and_rows_above_the_head_are_passed_over():
    bok = Workbook()
    for rad in ([], PLANENS_EGNE, [], [None, "", " "], ["1", "1a", "Noe", "", ""], []):
        bok.active.append(rad)

    assert tiltakene(lagret(bok)) == [("1a", "Noe", "", "", 5)]


@pytest.mark.parametrize(
    ("nummer", "skal"),
    [(1, "1a"), (1.0, "1a"), (1.1, "1a")],
)
def test_a_number_that_only_one_goal_can_have_is_that_goals(nummer, skal):
    assert [ett[0] for ett in tiltakene(med_rad(Målnummer=nummer))] == [skal]


def test_whole_numbers_are_text():
    assert tiltakene(med_rad(Kode=7, Gjennomføring=2025)) == [("7", "Noe", "2025", "AU", 2)]


@pytest.mark.parametrize(
    ("felt", "verdi", "setning"),
    [
        (
            "Målnummer",
            2.1,
            f"Rad 2, kolonnen «Målnummer» er tallet 2,1, {KAN_VAERE_ANNET} {OM_TIL_TEKST}",
        ),
        ("Kode", 1.1, f"Rad 2, kolonnen «Kode» er tallet 1,1, {KAN_VAERE_ANNET} {OM_TIL_TEKST}"),
        (
            "Målnummer",
            date(2026, 1, 1),
            "Rad 2, kolonnen «Målnummer»: Regnearket har gjort det som sto der, om til en dato. " + OM_TIL_TEKST,
        ),
        (
            "Gjennomføring",
            time(12),
            "Rad 2, kolonnen «Gjennomføring»: Regnearket har gjort det som sto der, om til en dato. " + OM_TIL_TEKST,
        ),
        ("Tiltak", True, f"Rad 2, kolonnen «Tiltak» er ikke tekst. {OM_TIL_TEKST}"),
        ("Tiltak", "#N/A", f"Rad 2, kolonnen «Tiltak» er ikke tekst. {OM_TIL_TEKST}"),
        ("Tiltak", "=1+1", "Rad 2, kolonnen «Tiltak» er en formel. Skriv verdien som tekst, og prøv igjen."),
    ],
)
def test_a_cell_that_the_sheet_made_into_something_else_is_refused(felt, verdi, setning):
    assert feilen(med_rad(**{felt: verdi})) == setning


def test_what_stands_beside_the_plans_columns_may_be_anything():
    bok = en_bok(["1", "1a", "Noe", "Årlig", "AU", "=1+1", date(2026, 1, 1), "#N/A", "=A1"])
    for kol, hode in enumerate(["Fristen er lest som", "Sist sett på", "=TODAY()"], start=6):
        bok.active.cell(1, kol).value = hode

    assert tiltakene(lagret(bok)) == [("1a", "Noe", "Årlig", "AU", 2)]


def test_merged_cells_are_refused():
    bok = en_bok(["1", "1a", "Noe", "", ""])
    bok.active.merge_cells("A2:A3")

    assert feilen(lagret(bok)).startswith("Regnearket har flettede celler.")


@pytest.mark.parametrize("mangler", PLANENS_EGNE)
def test_a_sheet_without_one_of_the_plans_columns_is_refused(mangler):
    hode = [navn for navn in PLANENS_EGNE if navn != mangler]

    assert feilen(lagret(en_bok(["1"], hode=hode))) == (
        f"Fant ikke kolonnen «{mangler}» i første rad. Last ned tiltakene på nytt, og endre i den filen."
    )


def test_a_column_that_stands_twice_is_refused():
    assert feilen(lagret(en_bok(hode=[*PLANENS_EGNE, "Kode"]))) == (
        "Kolonnen «Kode» står to ganger. Slett den ene, og prøv igjen."
    )


def test_an_empty_workbook_is_refused():
    assert feilen(lagret(Workbook())).startswith("Fant ikke kolonnen «Målnummer»")


@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16"])
@pytest.mark.parametrize("skilletegn", [";", ",", "\t"])
def test_a_csv_is_read_in_whatever_encoding_excel_has_saved_it(koding, skilletegn):
    rader = [PLANENS_EGNE, ("1", "1a", "Ærlig og åpen", "Årlig", "")]
    tekst = "\r\n".join(skilletegn.join(rad) for rad in rader)

    assert tiltakene(tekst.encode(koding)) == [("1a", "Ærlig og åpen", "Årlig", "", 2)]


def test_a_csv_with_a_quotation_mark_missing_is_refused():
    assert feilen(lag_csv(PLANEN) + b'1;;1b;;"Uten slutt').startswith("CSV-filen er ikke hel")


@pytest.mark.parametrize("innhold", [b"", b"%PDF-1.7", b"Plan;A;B\n1;2;3", b"\0\xff", "Målnummer,Tiltak".encode()])
def test_what_is_no_sheet_of_measures_is_refused(innhold):
    assert not er_tiltaksark(innhold)
    assert feilen(innhold).startswith("Filen er ikke et regneark med tiltak.")


def test_our_own_sheets_are_known_by_their_content():
    assert er_tiltaksark(lag_csv(PLANEN))
    assert er_tiltaksark(lag_xlsx(PLANEN, dag=date(2025, 3, 1)))
    assert not er_tiltaksark(b"PK\x03\x04")


@given(st.text())
def test_the_guard_of_a_cell_comes_off_again(tekst):
    assert uten_vern(vern(tekst)) == tekst
    assert not vern(tekst).startswith(("=", "+", "-", "@", "\t", "\r"))


# --- Hostile and broken ones -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kutt", [10, 200, 2000])
def test_half_a_workbook_is_refused(kutt):
    assert feilen(med_rad()[:kutt]) == OEDELAGT


@pytest.mark.parametrize("xml", ["<worksheet", "", "<a/>", "<worksheet xmlns='x'><sheetData/></worksheet>"])
def test_a_workbook_with_a_broken_sheet_is_refused(xml):
    assert feilen(med_del(med_rad(), "xl/worksheets/sheet1.xml", xml)) in (
        OEDELAGT,
        "Fant ikke kolonnen «Målnummer» i første rad. Last ned tiltakene på nytt, og endre i den filen.",
    )


@pytest.mark.parametrize("koding", ["utf-8", "utf-16"])
def test_entities_are_refused(koding):
    bombe = '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    xml = arket(med_rad()).replace("<worksheet", f"{bombe}<worksheet").encode(koding)

    assert feilen(med_del(med_rad(), "xl/worksheets/sheet1.xml", xml)) == OEDELAGT


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bombe = med_del(med_rad(), "xl/sharedStrings.xml", b" " * 25_000_000)

    assert len(bombe) < 100_000
    assert feilen(bombe) == FOR_STORT


def test_a_workbook_of_very_many_parts_or_bytes_is_refused():
    mange = io.BytesIO()
    with zipfile.ZipFile(mange, "w") as fil:
        for nr in range(600):
            fil.writestr(f"xl/{nr}.xml", b"")

    assert feilen(mange.getvalue()) == FOR_STORT
    assert feilen(b"PK\x03\x04" + b"0" * 10_000_001) == FOR_STORT


def test_a_row_far_down_the_sheet_is_reached_and_one_beyond_the_last_is_not():
    def med_radnummer(nr):
        xml = arket(med_rad()).replace('r="2"', f'r="{nr}"').replace('2" t', f'{nr}" t')
        return med_del(med_rad(), "xl/worksheets/sheet1.xml", xml)

    assert tiltakene(med_radnummer(1_048_576)) == [("1a", "Noe", "Årlig", "AU", 1_048_576)]
    assert feilen(med_radnummer(999_999_999)) == (
        "Regnearket har ingen tiltak. Last ned tiltakene på nytt, og endre i den filen."
    )


def test_a_size_that_the_sheet_claims_to_have_is_not_believed():
    xml = arket(med_rad()).replace('<dimension ref="A1:E2"', '<dimension ref="A1:XFD1048576"')

    assert tiltakene(med_del(med_rad(), "xl/worksheets/sheet1.xml", xml)) == [("1a", "Noe", "Årlig", "AU", 2)]


def test_twenty_thousand_rows_are_the_most():
    rad = "1;1a;Noe;;\r\n"
    assert feilen(f"{';'.join(PLANENS_EGNE)}\r\n{rad * 20_001}".encode()) == FOR_STORT


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_make_it_raise_anything_else(innhold, som_bok):
    with suppress(UlesbartDokument):
        les_tiltaksark(b"PK\x03\x04" * som_bok + innhold, NYNORSK)


@pytest.mark.parametrize(
    ("del_", "innhold"),
    [
        ("xl/styles.xml", "<a>" + "<xf/>" * 100_000 + "</a>"),
        ("xl/worksheets/sheet1.xml", "<a>" + "<c/>" * 1_000_000 + "</a>"),
    ],
)
def test_a_part_of_many_small_tags_is_refused_before_an_object_is_made_of_each(del_, innhold):
    assert feilen(med_del(med_rad(), del_, innhold.encode())) == FOR_STORT


def test_a_directory_that_is_too_long_is_no_sheet_and_is_never_read():
    bok = io.BytesIO(med_rad())
    with zipfile.ZipFile(bok, "a") as zip_:
        for nr in range(10_000):
            zip_.writestr(f"xl/{nr:060}", b"")

    assert er_tiltaksark(med_rad())
    assert not er_tiltaksark(bok.getvalue())
    assert feilen(bok.getvalue()) == OEDELAGT

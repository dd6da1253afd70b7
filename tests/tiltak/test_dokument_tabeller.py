"""Rows of measures and months: what fits a column is read, what does not is pointed out with its text."""

import pytest

from tiltak.dokument import Aktivitetsrad, Tiltak, les_dokument


def plan(kropp):
    """A plan with one goal and one measure, and `kropp` from line 8 on."""
    return f"Arbeidsplan 2025-2028\n\n1. Politikk\n\n\tTiltak\tGjennomføring\n1a\tGjøre noe\t2025\n\n{kropp}".encode()


@pytest.mark.parametrize(
    ("tabell", "tiltak", "merknader"),
    [
        ("1b\tGjøre mer\t2026", [Tiltak("1b", "Gjøre mer", "2026", "", 7)], []),
        (
            "1b\tGjøre mer",
            [Tiltak("1b", "Gjøre mer", "", "", 7)],
            [("antall-felt", "Raden har 2 felt, ikke 3. De siste er lest som tomme."),
             ("uten-gjennomfoering", "1b har tom «Gjennomføring».")],
        ),
        (
            "1b\tGjøre mer\t2026\tAU\tHamar",
            [Tiltak("1b", "Gjøre mer", "2026", "", 7)],
            [("antall-felt", "Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «AU | Hamar».")],
        ),
        (
            "\tTiltak\tGjennomføring\tBudsjett\n1b\tGjøre mer\t2026\t5000",
            [Tiltak("1b", "Gjøre mer", "2026", "", 8)],
            [("antall-felt", "Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «Budsjett: 5000».")],
        ),
        ("Tiltak\tFrist\n1b\tGjøre mer\t2026", [Tiltak("1b", "Gjøre mer", "2026", "", 8)], []),
        ("Tiltak\tFrist\n1b Gjøre mer\t2026", [Tiltak("1b", "Gjøre mer", "2026", "", 8)], []),
        (
            "Ansvarlig\tTiltak\tGjennomføring\nAU\tGjøre mer\t2026",
            [Tiltak("", "Gjøre mer", "2026", "AU", 8)],
            [("uten-kode", "Tiltaket under mål 1 mangler kode.")],
        ),
        ("\t\t", [], []),
    ],
)  # fmt: skip
def test_rows_of_measures(tabell, tiltak, merknader):
    tekst = f"Arbeidsplan 2025-2028\n\n1. Politikk\n\n\tTiltak\tGjennomføring\n1a\tGjøre noe\t2025\n{tabell}\n"

    dok = les_dokument(tekst.encode())

    assert dok.tiltak == (Tiltak("1a", "Gjøre noe", "2025", "", 6), *tiltak)
    assert [(m.hva, m.tekst) for m in dok.merknader] == merknader


def test_a_table_that_fits_nowhere_is_pointed_out_once_with_all_its_rows():
    dok = les_dokument(plan("Økonomi\n\nPost\tSum\nLeie\t5000\n"))

    rader = "«Post | Sum», «Leie | 5000»"
    assert [(m.linje, m.hva, m.tekst) for m in dok.merknader] == [
        (10, "uten-plass", f"Appen kjenner ikke tabellen, så de 2 radene er ikke tatt med: {rader}."),
    ]


def test_months_whose_empty_cells_were_cut_off_are_still_months():
    dok = les_dokument(plan("Aktivitetsplan\n\nMåned\tValgår\tMellomår\nJuni\tFest\nJuli\nVår\tX\tY\n"))

    assert dok.aktivitetsplan == (
        Aktivitetsrad("Juni", "Fest", "", 11),
        Aktivitetsrad("Juli", "", "", 12),
        Aktivitetsrad("Vår", "X", "Y", 13),
    )
    assert [(m.linje, m.hva) for m in dok.merknader] == [
        (11, "antall-felt"),
        (12, "antall-felt"),
        (13, "ukjent-maaned"),
    ]


def test_a_table_of_something_else_below_the_measures_gives_no_measures():
    dok = les_dokument(plan("Disse svarer:\n\nNavn\tTelefon\nKari\t900\n\n1b\tGjøre mer\t2026\n"))

    assert [(t.kode, t.tekst) for t in dok.tiltak][-1] == ("1b", "Gjøre mer")
    assert [t.tekst for t in dok.tiltak if t.tekst in ("Telefon", "900")] == []
    assert [m.hva for m in dok.merknader] == ["uten-plass"]

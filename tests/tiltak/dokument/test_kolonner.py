"""The columns of other plans: well-known names are read, doubtful ones are told, and unknown ones never guessed."""

import pytest

from tiltak.dokument import Tiltak, UlesbartDokument, les_dokument


def les(*rader, foran="1. Politikk\n\n"):
    return les_dokument(f"Arbeidsplan 2025-2028\n\n{foran}{chr(10).join(rader)}\n".encode())


def merknader(dok):
    return [(m.linje, m.hva, m.tekst) for m in dok.merknader]


@pytest.mark.parametrize(
    "hode",
    [
        "Kode\tTiltak\tFrist\tAnsvarlig",
        "Nr.\tTiltak:\tTidsfrist\tAnsvar",
        "\tTiltak\tNår?\tHvem?",
        "Nr\tTiltak\tNår\tKven",
        "Pkt.\tTILTAK\tTidspunkt\tAnsvarleg",
        "#\tTiltak\tFrist/gjennomføring\tAnsvarlige",
    ],
)
def test_well_known_names_are_read(hode):
    dok = les(hode, "1a\tGjøre noe\t2025\tAU")

    assert dok.tiltak == (Tiltak("1a", "Gjøre noe", "2025", "AU", 6),)
    assert dok.merknader == ()


def test_doubtful_names_are_read_where_no_table_says_tiltak_and_that_is_told_once():
    dok = les("Hva\tNår\tHvem", "1a Gjøre noe\t2025\tAU", "Hva\tNår\tHvem", "1b Gjøre mer\t2026\tAU")

    assert [(t.kode, t.tekst, t.gjennomfoering, t.ansvarlig) for t in dok.tiltak] == [
        ("1a", "Gjøre noe", "2025", "AU"),
        ("1b", "Gjøre mer", "2026", "AU"),
    ]
    assert merknader(dok) == [
        (5, "kolonner-tolket", "Kolonnene «Hva | Når | Hvem» er lest som «Tiltak | Gjennomføring | Ansvarlig».")
    ]


def test_doubtful_names_beside_tables_of_measures_are_no_measures():
    dok = les("\tTiltak\tFrist", "1a\tGjøre noe\t2025", "", "Møteplan", "", "Hva\tNår", "Årsmøte\tFebruar")

    assert len(dok.tiltak) == 1
    rader = "«Hva | Når», «Årsmøte | Februar»"
    assert merknader(dok) == [
        (10, "uten-plass", f"Appen kjenner ikke tabellen, så de 2 radene er ikke tatt med: {rader}."),
    ]


def test_unknown_names_are_not_guessed():
    with pytest.raises(UlesbartDokument):
        les("Grep\tTidslinje", "Gjøre noe\t2025")


def test_a_second_column_of_the_same_kind_keeps_its_name_and_is_pointed_out():
    dok = les("\tTiltak\tFrist\tNår", "1a\tGjøre noe\t2025\tMars")

    assert [t.gjennomfoering for t in dok.tiltak] == ["2025"]
    assert merknader(dok) == [
        (6, "antall-felt", "Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «Når: Mars».")
    ]


def test_measures_without_a_column_for_deadlines_are_read_and_it_is_said_once():
    dok = les("Kode\tTiltak\tAnsvarlig", *(f"1{tegn}\tGjøre noe\tAU" for tegn in "abcde"))

    assert [(t.kode, t.gjennomfoering, t.ansvarlig) for t in dok.tiltak] == [(f"1{t}", "", "AU") for t in "abcde"]
    assert merknader(dok) == [
        (6, "uten-gjennomfoering", "5 av 5 tiltak har tom «Gjennomføring». Det første står her.")
    ]


def test_a_column_of_goals_is_read_as_headings():
    dok = les(
        "Mål\tKode\tTiltak\tFrist",
        "1. Politikk\t1a\tGjøre noe\t2025",
        "\t1b\tGjøre mer\t2026",
        "1.1 Stemme\t1.1a\tRope\t2025",
        "1.1 Stemme\t1.1b\tSynge\t2026",
        foran="",
    )

    assert [(m.nummer, m.overskrift, m.linje, [t.kode for t in m.tiltak]) for m in dok.maal] == [
        ("1", "Politikk", 4, ["1a", "1b"]),
        ("1.1", "Stemme", 6, ["1.1a", "1.1b"]),
    ]
    assert dok.merknader == ()


def test_a_column_of_goals_that_names_the_goal_we_are_in_opens_no_new_one():
    dok = les("Mål\tKode\tTiltak\tFrist", "1. Politikk\t1a\tGjøre noe\t2025", "1\t1b\tGjøre mer\t2026")

    assert [(m.nummer, [t.kode for t in m.tiltak]) for m in dok.maal] == [("1", ["1a", "1b"])]
    assert dok.merknader == ()


def test_a_column_that_calls_the_goal_we_are_in_something_else_is_pointed_out():
    dok = les("Mål\tKode\tTiltak\tFrist", "1. Samfunn\t1a\tGjøre noe\t2025", "1. Politikk\t1b\tGjøre mer\t2026")

    assert [(m.nummer, m.overskrift, [t.kode for t in m.tiltak]) for m in dok.maal] == [
        ("1", "Politikk", ["1a", "1b"])
    ]
    sagt = "Mål 1 heter «Politikk» ovenfor, og «Samfunn» i tabellen. Det siste er ikke tatt med."
    assert merknader(dok) == [(6, "uten-plass", sagt)]


def test_a_column_of_goals_without_numbers_is_pointed_out():
    dok = les("Mål\tKode\tTiltak\tFrist", "Bli hørt\t1a\tGjøre noe\t2025")

    assert [m.nummer for m in dok.maal] == ["1"]
    assert merknader(dok) == [
        (6, "antall-felt", "Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «Mål: Bli hørt».")
    ]

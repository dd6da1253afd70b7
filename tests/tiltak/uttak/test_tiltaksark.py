"""The rows of the measures: what each column says, and how rows become measures of the plan again."""

from dataclasses import replace

import pytest

from tests.tiltak.uttak.planer import DOBLE_KODER, NYNORSK, innholdet, maal, plan, tiltak
from tiltak.dokument import Filslag, UlesbartDokument
from tiltak.uttak.tiltaksark import KOLONNER, PLANENS_EGNE, Rad, flett_inn, radene, rader_av

PLANEN = plan(maal("1", "Politikk", tiltak("1a"), tiltak("1b")), maal("1.1", "Stemme", tiltak("1.1a")))
UTEN_MAAL = (
    "Rad 4: planen har ikke noe mål «01.jan». Skriv nummeret til et av planens mål. "
    "Har regnearket gjort det om til en dato eller et annet tall, last ned .xlsx-filen på nytt."
)


def rad(nr, *celler):
    return Rad(nr, dict(zip(PLANENS_EGNE, celler, strict=True)))


def test_each_measure_is_a_row_under_the_head():
    assert rader_av(NYNORSK) == [
        KOLONNER,
        ("1", "Politisk mål", "1a", "1a", "Halde kurs", "Kvart år", "fylkesstyret", "Hvert år."),
        (
            *("1.1", "Ei tydeleg røyst", "1.1a", "1.1a", "Skrive lesarbrev", "heile perioden", "AU"),
            "Løpende, hvert år. Vurderes én gang i året. Kan ikke forfalle.",
        ),
    ]


def test_a_code_or_a_number_that_stands_twice_is_told_apart():
    assert [(rad[0], rad[2], rad[3]) for rad in rader_av(DOBLE_KODER)[1:]] == [
        ("1", "1a", "1a (1)"),
        ("1", "1a", "1a (2)"),
        ("1", "1b", "1b"),
        ("1.1 (1)", "1.1a", "1.1a (1)"),
        ("1.1 (2)", "1.1a", "1.1a (2)"),
    ]


def test_a_phrase_is_read_as_others_say_where_they_know_better():
    dok = plan(maal("1", "Mål", tiltak("1a", "A", "når som helst"), tiltak("1b", "B", "Årlig")))

    assert [rad[-1] for rad in rader_av(dok)[1:]] == ["Ikke forstått", "Hvert år."]
    assert [rad[-1] for rad in rader_av(dok, ["Hver mandag.", "Aldri."])[1:]] == ["Hver mandag.", "Aldri."]


def test_a_row_becomes_a_measure_under_the_goal_that_it_names():
    rader = [
        rad(2, "1.1", "1.1a", "Flyttet hit", "2026", "AU"),
        rad(3, "1", "1b", "Gjøre noe sammen", "Årlig", ""),
        rad(4, "1", "1c", "Nytt", "Månedlig", ""),
    ]

    assert innholdet(flett_inn(rader, PLANEN)) == innholdet(
        plan(
            maal("1", "Politikk", tiltak("1b"), tiltak("1c", "Nytt", "Månedlig")),
            maal("1.1", "Stemme", tiltak("1.1a", "Flyttet hit", "2026", "AU")),
        )
    )


def test_everything_but_the_measures_is_as_it_was():
    nytt = flett_inn([rad(2, "1", "1a", "Ny ordlyd", "Årlig", "")], NYNORSK)

    uten_tiltak = [replace(ett, tiltak=()) for ett in NYNORSK.maal]
    assert [replace(ett, tiltak=()) for ett in nytt.maal] == uten_tiltak
    assert replace(nytt, maal=(), merknader=()) == replace(NYNORSK, maal=(), filslag=Filslag.REGNEARK)


def test_the_slips_are_found_anew_by_the_sheets_rows():
    nytt = flett_inn([rad(7, "1", "1.1x", "Ny ordlyd", "når som helst", "")], PLANEN, lambda frase: False)

    assert [(ett.linje, ett.hva) for ett in nytt.merknader] == [(7, "kode-under-annet-maal"), (7, "ikke-forstaatt")]


def test_texts_are_cleaned_on_their_way_in():
    nytt = flett_inn([rad(2, " 1 ", "1a\u202e", "Gjøre\x07\r\nnoe ", "Årlig\nnå", "A\tU")], PLANEN)

    assert nytt.tiltak == (replace(tiltak("1a", "Gjøre\nnoe", "Årlig nå", "A U"), linje=2),)


@pytest.mark.parametrize(
    ("raden", "setning"),
    [
        (
            rad(4, "", "1a", "Noe", "", ""),
            "Rad 4 mangler målnummer. Skriv nummeret til målet som tiltaket hører til.",
        ),
        (
            rad(4, "01.jan", "1a", "Noe", "", ""),
            UTEN_MAAL,
        ),
        (
            rad(4, "1", "", "", "", ""),
            "Rad 4 har et målnummer, men ikke noe tiltak. Skriv tiltaket, eller slett raden.",
        ),
    ],
)
def test_a_row_that_finds_no_place_is_refused(raden, setning):
    with pytest.raises(UlesbartDokument) as feil:
        flett_inn([raden], PLANEN)

    assert feil.value.setning == setning


def test_a_sheet_without_measures_is_refused():
    with pytest.raises(UlesbartDokument, match="Regnearket har ingen tiltak"):
        flett_inn([], PLANEN)


def test_the_rows_are_kept_as_they_were_read():
    nytt = flett_inn([rad(3, "1", "1a", "Gjøre noe", "Årlig", ""), rad(5, "1", "", "Mer", "", "AU")], PLANEN)

    langt_nede = flett_inn([rad(1_000_000, "1", "1a", "Gjøre noe", "Årlig", "")], PLANEN)

    assert radene(nytt) == ["", "", "1a\tGjøre noe\tÅrlig", "", "\tMer\t\tAU"]
    assert radene(langt_nede) == []

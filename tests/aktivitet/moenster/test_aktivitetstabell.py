"""The plan's table of activities read as a fixed pattern."""

import pytest

from aktivitet.moenster.aktivitetstabell import FastLinje, faste_fra_tabell, gjett_type
from tests.conftest import PLANFIL


def tabellen():
    """The rows of the table at the end of the real plan."""
    linjer = PLANFIL.read_text("utf-8").split("Måned\tValgår\tMellomår\n")[1].splitlines()[:12]
    return [tuple((linje + "\t\t").split("\t")[:3]) for linje in linjer]


def test_the_plans_own_table_gives_fifteen_lines_for_its_sixteen_cells():
    rader = tabellen()

    assert sum(bool(rute) for _, *ruter in rader for rute in ruter) == 16
    assert [(linje.maaned, linje.aarstype, linje.tittel, linje.type) for linje in faste_fra_tabell(rader)] == [
        (1, "valgaar", "Nominasjons- og årsmøter lokallag", "arsmoter-i-lokallag"),
        (1, "mellomaar", "Årsmøter i lokallag", "arsmoter-i-lokallag"),
        (2, "begge", "Årsmøte", "arsmote"),
        (3, "valgaar", "Landsmøte", "landsmote"),
        (4, "mellomaar", "Regionale arrangementer", "samling"),
        (5, "begge", "Vårslepp", "samling"),
        (5, "valgaar", "Valgkampstart", "valgkamp"),
        (6, "mellomaar", "Regionale arrangementer", "samling"),
        (8, "valgaar", "Valgkamp", "valgkamp"),
        (8, "mellomaar", "Vervekampanje", "verving"),
        (9, "valgaar", "Valg", "valg"),
        (9, "mellomaar", "Regionale arrangementer", "samling"),
        (10, "begge", "Repskap", "representantskap"),
        (10, "begge", "Orgsem", "skolering"),
        (11, "mellomaar", "Nominasjonsmøte fylket", "nominasjonsmote"),
    ]


def test_a_line_keeps_the_words_of_its_cell():
    assert faste_fra_tabell([("Oktober", "", "Repskap og orgsem")]) == [
        FastLinje(10, "mellomaar", "Repskap", "representantskap", "Repskap og orgsem"),
        FastLinje(10, "mellomaar", "Orgsem", "skolering", "Repskap og orgsem"),
    ]


@pytest.mark.parametrize("rad", [("Våren", "Leir", ""), ("", "Leir", ""), ("Mai", "", " "), ("Mai", "–", "-")])
def test_a_row_without_a_month_or_without_words_gives_no_line(rad):
    assert faste_fra_tabell([rad]) == []


def test_month_and_title_are_matched_whatever_their_case():
    linjer = faste_fra_tabell([(" MAI ", "vårslepp", "Vårslepp")])

    assert linjer == [FastLinje(5, "begge", "Vårslepp", "samling", "vårslepp")]


def test_a_cell_that_is_far_too_long_still_fits_in_its_field():
    (linje,) = faste_fra_tabell([("Mai", "x" * 100_000, "")])

    assert (len(linje.tittel), len(linje.fra_tekst)) == (200, 200)


@pytest.mark.parametrize(
    ("tittel", "type_"),
    [
        ("Ekstraordinært årsmøte", "ekstraordinert-arsmote"),
        ("Fylkesstyremøte", "fylkesstyremote"),
        ("Forberedende møte til landsstyret", "formote"),
        ("Formøte før landsstyremøtet", "formote"),
        ("Landsstyremøte", "landsstyremote"),
        ("Fylkesting", "fylkesting"),
        ("Møte i fylkestinget", "fylkesting"),
        ("Fylkestingsvalg", "valg"),
        ("Frist for forslag til årsmøtet", "frist"),
        ("Stortingsvalg", "valg"),
        ("Valg av delegater", "annet"),
        ("8. mars", "markering"),
        ("Medlemsmøte", "mote"),
        ("Sommerfest", "annet"),
    ],
)
def test_the_type_is_guessed_from_words(tittel, type_):
    assert gjett_type(tittel) == type_

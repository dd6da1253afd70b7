"""The plan laid out to be read: chapters, the tree of goals, and a name to link to for every number."""

from dataclasses import replace
from datetime import date

import pytest

from tiltak.dokument import Aktivitetsrad, Kapittel, Maal, Periodemaal, Plandokument, Tiltak
from tiltak.plantekst import foerste_setning, plantekst


def kapittel(slag, overskrift=""):
    return Kapittel(slag, overskrift, margin=None, margin_til=None, linje=0)


def maal(nummer, *koder, forelder=None):
    tiltak = tuple(Tiltak(kode, f"Gjøre {kode}", "Årlig", "", 0) for kode in koder)
    return Maal(nummer, forelder, f"Mål {nummer}", margin=None, margin_til=None, linje=0, tiltak=tiltak)


PERIODEMAAL = Periodemaal("Flere medlemmer", margin=None, margin_til=None, linje=0)
MAI = Aktivitetsrad("Mai", "Valgkamp", "", 0)
DOKUMENT = Plandokument(
    organisasjon="Innlandet SV",
    tittel="Arbeidsplan",
    undertittel="",
    fra=date(2025, 1, 1),
    til=date(2028, 12, 31),
    innhold=(),
    kapitler=(kapittel("visjon", "Visjon"), kapittel("periodemaal", "Mål"), kapittel("maal"), kapittel("avslutning")),
    periodemaal=(PERIODEMAAL,),
    maal=(maal("1", "1a"), maal("1.1"), maal("2.3", "2.3d", "2.3d", "")),
    aktivitetsplan=(MAI,),
    tomme_linjer=(),
    merknader=(),
)


def oppsett(tekst):
    """Which parts stand in which chapter."""
    return [
        (
            del_.kapittel.slag,
            del_.kapittel.overskrift,
            [ett.periodemaal.tekst for ett in del_.periodemaal],
            [ett.navn for ett in del_.maal],
            [rad.maaned for rad in del_.aktivitetsrader],
        )
        for del_ in tekst.kapitler
    ]


def test_each_part_stands_in_the_chapter_of_its_kind():
    assert oppsett(plantekst(DOKUMENT)) == [
        ("visjon", "Visjon", [], [], []),
        ("periodemaal", "Mål", ["Flere medlemmer"], [], []),
        ("maal", "", [], ["1 Mål 1", "1.1 Mål 1.1", "2.3 Mål 2.3"], []),
        ("avslutning", "", [], [], ["Mai"]),
    ]


def test_a_plan_without_the_usual_chapters_gets_them_where_something_stands_in_them():
    assert oppsett(plantekst(replace(DOKUMENT, kapitler=(), aktivitetsplan=()))) == [
        ("periodemaal", "Mål for perioden", ["Flere medlemmer"], [], []),
        ("maal", "Målene", [], ["1 Mål 1", "1.1 Mål 1.1", "2.3 Mål 2.3"], []),
    ]


def test_every_number_has_a_name_to_link_to_and_no_two_the_same():
    tekst = plantekst(DOKUMENT)

    assert [(ett.anker, [tiltak.anker for tiltak in ett.tiltak]) for ett in tekst.maal] == [
        ("1", ["1a"]),
        ("1.1", []),
        ("2.3", ["2.3d", "2.3d-2", "tiltak-2"]),
    ]
    assert [del_.anker for del_ in tekst.kapitler] == ["kapittel-1", "kapittel-2", "kapittel-3", "kapittel-4"]


def test_goals_and_measures_come_in_the_order_of_the_document():
    tekst = plantekst(DOKUMENT)

    assert tuple(ett.maal for ett in tekst.maal) == DOKUMENT.maal
    assert tuple(ett.tiltak for ett in tekst.tiltak) == DOKUMENT.tiltak
    assert tuple(ett.periodemaal for ett in tekst.periodemaal) == DOKUMENT.periodemaal


def test_a_heading_is_as_deep_as_its_number_but_never_deeper_than_html_has():
    tekst = plantekst(replace(DOKUMENT, maal=tuple(maal(nr) for nr in ("1", "1.2", "1.2.3", "1.2.3.4", "1.2.3.4.5"))))

    assert [ett.nivaa for ett in tekst.maal] == [3, 4, 5, 6, 6]


@pytest.mark.parametrize(
    ("tekst", "setning"),
    [
        ("Et sterkt fylkeslag. Sammen.", "Et sterkt fylkeslag."),
        ("Et sterkt fylkeslag.", "Et sterkt fylkeslag."),
        ("Uten punktum", "Uten punktum"),
        ("", ""),
    ],
)
def test_the_first_sentence_keeps_its_full_stop(tekst, setning):
    assert foerste_setning(tekst) == setning

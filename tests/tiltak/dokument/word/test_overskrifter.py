"""Which paragraph is a heading, which a point of a list, and which plain text: by style, by number, by shape."""

import pytest

from tests.tiltak.dokument.word.bygg import MAAL, TILTAK, nummerert_definisjon, p, tabell
from tests.tiltak.dokument.word.stilark import STILER, les, maal


@pytest.mark.parametrize(
    ("avsnitt", "lest"),
    [
        (p("1.1 Hvordan skal vi vinne?", "Overskrift2"), ("1.1", "Hvordan skal vi vinne?")),
        (p("1.1 kommunikasjon", "Overskrift2"), ("1.1", "kommunikasjon")),
        (p("1.1\tStemme", "Delml"), ("1.1", "Stemme")),
        (p("1.1. Stemme", "P5"), ("1.1", "Stemme")),
        (p("1.1.1 stemme", "Disposisjon"), ("1.1.1", "stemme")),
        (p("Mål 1.1: Stemme", "Overskrift2"), ("1.1", "Stemme")),
        (p("Delmål 1.1 – Stemme", "Overskrift2"), ("1.1", "Stemme")),
        (p("1.1 " + "Vi vil mye " * 15 + "i år", "Overskrift2"), ("1.1", "Vi vil mye " * 15 + "i år")),
        (p("1.1 stemme").replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="1"/>'), ("1.1", "stemme")),
        (p("1.1 Stemme"), ("1.1", "Stemme")),
        (p("Mål 2: Stemme"), ("2", "Stemme")),
        (p("Delmål 1.1 – Stemme"), ("1.1", "Stemme")),
        (p("Hovudmål 2. Stemme"), ("2", "Stemme")),
    ],
)
def test_a_goal_is_told_by_the_style_whatever_its_shape_and_by_the_shape_without_a_style(avsnitt, lest):
    dok = les(MAAL + avsnitt)

    assert [(ett.nummer, ett.overskrift) for ett in dok.maal] == [("1", "Politikk"), lest]


@pytest.mark.parametrize(
    "avsnitt",
    [
        p("1.1 stemme", "Brd"),
        p("1.1 stemme", "Runde"),
        p("1.1 stemme", "Finnes ikke"),
        p("1.1 " + "Vi vil mye " * 20, "Overskrift2"),
        p("Mål 1 og 2 henger sammen"),
        p("Mål 2: Stemme mer."),
    ],
)
def test_what_no_style_makes_a_heading_is_text(avsnitt):
    assert [ett.nummer for ett in les(MAAL + avsnitt + p("Vi vil.")).maal] == ["1"]


def test_a_list_in_the_text_is_no_goal_where_the_goals_have_a_style():
    dok = les(
        p("1. Politikk", "Overskrift1") + TILTAK + p("Dette er viktig:") + p("1. Klima") + p("Vi vil.") + p("2. Miljø")
    )

    assert maal(dok) == [("1", "Politikk", ["Dette er viktig:", "1. Klima", "Vi vil.", "2. Miljø"], 1)]


def test_a_goal_whose_style_was_forgotten_is_still_one():
    dok = les(p("1. Politikk", "Overskrift1") + TILTAK + p("1.1 Stemme") + p("Vi vil."))

    assert maal(dok) == [("1", "Politikk", [], 1), ("1.1", "Stemme", ["Vi vil."], 0)]


def test_numbers_that_word_makes_are_the_goals_numbers_and_chapters_may_have_them_too():
    mal, liste = nummerert_definisjon([("decimal", "%1"), ("decimal", "%1.%2")], stiler=["Overskrift1", "Overskrift2"])
    stiler = [ett.replace("<w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>') for ett in STILER[1:3]]
    dok = les(
        p("Innledning", "Overskrift1")
        + p("Vi vil mye.")
        + p("Visjon", "Overskrift1")
        + p("Vi er mange.")
        + p("Politikk", "Overskrift1")
        + p("Stemme", "Overskrift2")
        + tabell(("", "Tiltak", "Frist"), ("3.1a", "Rope", "2025"))
        + p("Natur", "Overskrift2")
        + p("Avslutning", "Overskrift1")
        + p("Lykke til!"),
        deler={
            "styles": "<w:styles>" + "".join([STILER[0], *stiler]) + "</w:styles>",
            "numbering": f"<w:numbering>{mal}{liste}</w:numbering>",
        },
    )

    assert [(k.slag, k.overskrift, [a.tekst for a in k.avsnitt]) for k in dok.kapitler] == [
        ("innledning", "1 Innledning", ["Vi vil mye."]),
        ("visjon", "2 Visjon", ["Vi er mange."]),
        ("avslutning", "4 Avslutning", ["Lykke til!"]),
    ]
    assert maal(dok) == [("3", "Politikk", [], 0), ("3.1", "Stemme", [], 1), ("3.2", "Natur", [], 0)]
    assert dok.merknader == ()


def test_a_numbered_list_in_the_text_has_its_numbers_as_on_paper():
    mal, liste = nummerert_definisjon([("decimal", "%1."), ("lowerLetter", "%2)")])
    punkter = p("Klima", liste=1) + p("vern", liste=1, nivaa=1) + p("Miljø", liste=1)

    dok = les(
        p("1.1 Stemme") + TILTAK + p("Vi vil:") + punkter,
        deler={"numbering": f"<w:numbering>{mal}{liste}</w:numbering>"},
    )

    assert [(a.tekst, a.punkt) for a in dok.maal[0].avsnitt] == [
        ("Vi vil:", False),
        ("1. Klima", False),
        ("a) vern", False),
        ("2. Miljø", False),
    ]


def test_a_list_in_which_every_paragraph_has_its_number_has_goals_among_them():
    mal, liste = nummerert_definisjon([("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")])
    avsnitt = [("Politikk", 0), ("Stemme", 1), ("Vi vil mye.", 2), ("Vi vil mer.", 2), ("Natur", 1), ("Vi kan.", 2)]

    dok = les(
        "".join(p(tekst, liste=1, nivaa=nivaa) for tekst, nivaa in avsnitt) + TILTAK,
        deler={"numbering": f"<w:numbering>{mal}{liste}</w:numbering>"},
    )

    assert maal(dok) == [
        ("1", "Politikk", [], 0),
        ("1.1", "Stemme", ["1.1.1 Vi vil mye.", "1.1.2 Vi vil mer."], 0),
        ("1.2", "Natur", ["1.2.1 Vi kan."], 1),
    ]


def test_bullets_by_style_by_list_and_typed():
    mal, liste = nummerert_definisjon([("bullet", "o")])
    dok = les(
        MAAL
        + p("Vi vil:")
        + p("en", "Punktliste")
        + p("to", liste=1)
        + p("•\ttre")
        + p("- fire")
        + p("– fem")
        + p("", "Punktliste"),
        deler={"numbering": f"<w:numbering>{mal}{liste}</w:numbering>"},
    )

    assert [(a.tekst, a.punkt) for a in dok.maal[0].avsnitt] == [
        ("Vi vil:", False), ("en", True), ("to", True), ("tre", True), ("fire", True), ("fem", True),
    ]  # fmt: skip
    assert dok.merknader == ()


def test_a_heading_without_a_number_among_the_goals_is_text_and_pointed_out():
    dok = les(
        p("1. Politikk", "Overskrift1") + p("Samling og lederskap", "Overskrift2") + TILTAK
        + p("1.1 Skole", "Overskrift2") + p("Organisasjon", "Overskrift1") + TILTAK.replace("1a", "1.1a")
        + p("Økonomi", "Overskrift1") + TILTAK.replace("1a", "1.1b")
    )  # fmt: skip

    assert [(ett.nummer, ett.motto, [a.tekst for a in ett.avsnitt]) for ett in dok.maal] == [
        ("1", "Samling og lederskap", []),
        ("1.1", "Organisasjon", ["Økonomi"]),
    ]
    assert [(m.hva, m.tekst) for m in dok.merknader] == [
        ("uten-nummer", "Overskriften «Organisasjon» har ikke noe nummer, og er lest som tekst under mål 1.1."),
        ("uten-nummer", "Overskriften «Økonomi» har ikke noe nummer, og er lest som tekst under mål 1.1."),
    ]

"""The numbers that Word makes itself, counted as Word counts them."""

import pytest

from tests.tiltak.dokument.word.bygg import nummerert_definisjon, xml
from tiltak.dokument.word.nummerering import Merke, Nummerering
from tiltak.dokument.word.stiler import Stiler

FLERE = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%1.%2%3"), ("bullet", "\uf0b7")]


def nummerering(*deler, stiler=""):
    stilene = Stiler(xml(f"<w:styles>{stiler}</w:styles>"))
    maler = "".join(mal for mal, _ in deler)
    lister = "".join(liste for _, liste in deler)
    return Nummerering(xml(f"<w:numbering>{maler}{lister}</w:numbering>"), stilene)


def numre(lister, *avsnitt):
    """The marks of paragraphs in turn, each (list, level)."""
    merker = [lister.merke(str(liste), nivaa, "") for liste, nivaa in avsnitt]
    return [merke.tekst if merke else None for merke in merker]


def test_levels_count_and_begin_anew_below():
    lister = nummerering(nummerert_definisjon(FLERE))

    rekke = [0, 1, 1, 2, 2, 1, 2, 0, 1, 2]
    assert numre(lister, *((1, nivaa) for nivaa in rekke)) == [
        "1.", "1.1", "1.2", "1.2a", "1.2b", "1.3", "1.3a", "2.", "2.1", "2.1a",
    ]  # fmt: skip
    assert lister.merke("1", 3, "") == Merke("•", kule=True, liste="1")


@pytest.mark.parametrize(
    ("format_", "tall", "skrevet"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 3, "c"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("lowerRoman", 999_999, "999999"),
        ("lowerLetter", 999_999, "999999"),
        ("cardinalText", 3, "3"),
        ("none", 3, ""),
    ],
)
def test_the_formats_of_a_number(format_, tall, skrevet):
    mal, liste = nummerert_definisjon([(format_, "<%1)".replace("<", "("))])
    lister = nummerering((mal.replace('w:start w:val="1"', f'w:start w:val="{tall}"'), liste))

    assert numre(lister, (1, 0)) == [f"({skrevet})"]


def test_two_lists_of_one_definition_go_on_where_the_other_stopped_unless_one_says_where_it_begins():
    mal, liste = nummerert_definisjon(FLERE)
    annen = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    ny = (
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    lister = nummerering((mal, liste + annen + ny))

    svar = numre(lister, (1, 0), (1, 0), (2, 0), (3, 0), (3, 1), (3, 0), (1, 0))

    assert svar == ["1.", "2.", "3.", "5.", "5.1", "6.", "7."]


def test_a_list_may_write_a_level_its_own_way():
    mal, liste = nummerert_definisjon(FLERE)
    egen = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )

    assert numre(nummerering((mal, liste + egen)), (2, 0), (2, 0), (2, 1)) == ["I)", "II)", "II.1"]


def test_a_level_may_go_on_counting_and_write_figures_alone():
    nivaaer = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:isLgl/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    liste = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    lister = nummerering((f'<w:abstractNum w:abstractNumId="1">{nivaaer}</w:abstractNum>', liste))

    assert numre(lister, *((1, nivaa) for nivaa in (0, 1, 0, 1, 1))) == ["I", "1.1", "II", "2.2", "2.3"]


def test_a_list_finds_its_levels_by_the_style_that_stands_on_them():
    lister = nummerering(nummerert_definisjon(FLERE, stiler=["Overskrift1", "Overskrift2"]))

    merker = [lister.merke("1", None, stil) for stil in ("Overskrift1", "Overskrift2", "Overskrift2", "Annen")]

    assert [merke.tekst for merke in merker] == ["1.", "1.1", "1.2", "2."]


def test_a_definition_may_stand_with_the_list_that_a_style_names():
    stil = (
        '<w:style w:type="numbering" w:styleId="Planliste"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    lenke = (
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Planliste"/></w:abstractNum>',
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
    )
    lister = nummerering(nummerert_definisjon(FLERE), lenke, stiler=stil)

    assert numre(lister, (2, 0), (2, 1)) == ["1.", "1.1"]


def test_a_list_that_is_not_there_gives_no_number():
    assert numre(nummerering(nummerert_definisjon(FLERE)), (9, 0)) == [None]
    assert Nummerering(None, Stiler(None)).merke("1", 0, "") is None

"""The room that words take: never reckoned as less than it is, in the fonts that the documents carry."""

import pytest
from fontTools.ttLib import TTFont

from tiltak.pdf.skrift import MANGLER, del_lange_ord, skriftfiler
from tiltak.rapport.kort.plass import FET, LANGT_ORD, PUNKT, STYKKE, TITTEL, VANLIG, antall_linjer, avkortet, bredde

VEKTER = {"400": VANLIG, "700": FET, "600": TITTEL}
LANGT = "Sette ned valgkampgrupper rett i etterkant av nominasjonsmøtene og følge dem opp"


def vekten(fil):
    return next(vekt for navn, vekt in VEKTER.items() if f"-{navn}-" in fil.name)


@pytest.mark.parametrize("fil", skriftfiler(), ids=lambda fil: fil.stem)
def test_no_letter_is_wider_than_it_is_reckoned(fil):
    with TTFont(fil) as skrift:
        enhet, bredder = skrift["head"].unitsPerEm, skrift["hmtx"]
        smale = [
            chr(kode)
            for kode, navn in skrift.getBestCmap().items()
            if bredder[navn][0] / enhet > bredde(chr(kode), 1 / PUNKT, vekt=vekten(fil)) + 1e-9
        ]

    assert smale == []


def test_texts_are_reckoned_as_they_are_printed():
    assert bredde("🙈", 10) == bredde(MANGLER, 10)
    assert (del_lange_ord("x" * LANGT_ORD), del_lange_ord("x" * (LANGT_ORD - 1))) == (
        f"{'x' * STYKKE}\u200b{'x' * (LANGT_ORD - STYKKE)}",
        "x" * (LANGT_ORD - 1),
    )


@pytest.mark.parametrize(
    ("tekst", "linjer"),
    [("", 1), ("Kort", 1), (LANGT, 2), ("W" * 100, 5), (f"Et {'W' * 100} ord", 6), (" ".join(["Ord"] * 100), 6)],
)
def test_lines_are_filled_word_by_word(tekst, linjer):
    assert antall_linjer(tekst, 10, 120) == linjer


@pytest.mark.parametrize("tekst", [LANGT * 5, "W" * 5_000, "1" * 5_000, "🙈" * 300, "å " * 900, "i" * 900])
@pytest.mark.parametrize("linjer", [1, 3])
def test_what_is_cut_fits_and_says_that_it_is_cut(tekst, linjer):
    kort = avkortet(tekst, 9, 60, linjer)

    assert kort.endswith("…")
    assert tekst.startswith(kort.removesuffix("…"))
    assert antall_linjer(kort, 9, 60) <= linjer
    assert len(kort) > 5 * linjer


@pytest.mark.parametrize("tekst", ["", "Kort", LANGT])
def test_what_fits_is_not_cut(tekst):
    assert avkortet(tekst, 9, 120, 2) == tekst


def test_it_is_cut_at_a_word_and_becomes_one_line_of_text():
    assert avkortet("Sette ned valgkampgrupper\nrett i etterkant", 9, 50) == "Sette ned valgkampgrupper…"

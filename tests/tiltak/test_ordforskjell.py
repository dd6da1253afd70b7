"""What was changed in a text, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.ordforskjell import INN, LIKT, UT, forskjell


@pytest.mark.parametrize(
    ("foer", "etter", "biter"),
    [
        ("", "", []),
        ("Møte folk", "Møte folk", [(LIKT, "Møte folk")]),
        ("", "Møte folk", [(INN, "Møte folk")]),
        ("Møte folk", "", [(UT, "Møte folk")]),
        ("Møte folk", "Møte mange folk", [(LIKT, "Møte "), (INN, "mange "), (LIKT, "folk")]),
        ("Møte folk.", "Møte folk og lag.", [(LIKT, "Møte folk "), (INN, "og lag"), (LIKT, ".")]),
        ("Halvårlig", "Årlig", [(UT, "Halvårlig"), (INN, "Årlig")]),
    ],
)
def test_the_words_that_changed_stand_out(foer, etter, biter):
    assert forskjell(foer, etter) == biter


@given(st.text(), st.text())
def test_the_pieces_are_the_two_texts(foer, etter):
    biter = forskjell(foer, etter)

    assert "".join(tekst for slag, tekst in biter if slag != UT) == etter
    assert "".join("".join(tekst for slag, tekst in biter if slag != INN).split()) == "".join(foer.split())


def test_two_very_long_texts_are_shown_whole():
    foer, etter = "ja " * 2000, "nei " * 2000

    assert forskjell(foer, etter) == [(UT, foer), (INN, etter)]

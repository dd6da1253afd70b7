"""What is taken out of a text on its way in, and what is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.tekst import rens_linje, rens_tekst

# Any character at all, and often the ones that this is about.
VANSKELIGE = st.sampled_from(
    "\u0301\u0344\u0958\ufe0f\u200d\u2764\U0001f468\u2ac0\u2adc\u2329\u2194\u0338\u1100\u1161\u11a8e\t\r\n \xa0"
)
TEKSTER = st.text(st.one_of(st.characters(exclude_categories=()), VANSKELIGE))


@pytest.mark.parametrize(
    "tekst",
    [
        "Møte på Hamar – «Ny i SV»",
        "to  mellomrom  blir  stående",
        "første linje\n\nandre linje",
        "25\u00a0000 kr, 25\u202f000 kr",
        "sam\u00adarbeid",
        "🌹 👩‍👩‍👧 ❤️‍🔥 👍🏽 🇳🇴 \U0001fae9",
        "<script>alert('&')</script>",
        "ǿ x\u0323\u0302",
    ],
)
def test_what_can_be_seen_is_left_alone(tekst):
    assert rens_tekst(tekst) == tekst


@pytest.mark.parametrize(
    ("tekst", "renset"),
    [
        ("a\x00\x07\x1b\x7f\x9fb", "ab"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a b"),
        ("\n a \n b \n", "a \n b"),
        ("a\ud800b\udfffc", "abc"),
        ("a\u202ab\u202ec\u2066d\u2069e\u200ef", "abcdef"),
        ("\ufeffa\u200bb\u200cc\u2060d", "abcd"),
        ("a\u200db", "ab"),
        ("❤\u200d", "❤"),
        ("a\ufffe\uffff\ufdd0\U0010ffffb", "ab"),
        ("a\ue000\uf0b7\U00100000b", "ab"),
        ("a\u030a", "å"),
        ("x" + "\u0323" * 20 + "y", "x" + "\u0323" * 8 + "y"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_taken_out(tekst, renset):
    assert rens_tekst(tekst) == renset


@pytest.mark.parametrize(
    ("tekst", "linje"),
    [
        ("  Møte \n på\t\tHamar  ", "Møte på Hamar"),
        ("25\u00a0000 kr", "25\u00a0000 kr"),
        ("a\u2003\u2009b", "a b"),
        ("\u200b", ""),
    ],
)
def test_a_field_of_one_line_has_single_spaces(tekst, linje):
    assert rens_linje(tekst) == linje


@given(TEKSTER)
def test_cleaning_twice_is_cleaning_once(tekst):
    renset = rens_tekst(tekst)
    linje = rens_linje(tekst)

    assert rens_tekst(renset) == renset
    assert rens_linje(linje) == linje
    assert rens_linje(renset) == linje


@given(TEKSTER)
def test_what_comes_out_can_be_stored_and_printed(tekst):
    renset = rens_tekst(tekst)

    renset.encode()  # no lone surrogates
    assert unicodedata.is_normalized("NFC", renset)
    assert {unicodedata.category(t) for t in renset if t not in "\n\u00ad\u200d"}.isdisjoint({"Cc", "Cf", "Cs", "Co"})


def test_a_million_marks_on_one_letter_take_no_time():
    assert rens_tekst("e" + "\u0301\u0323" * 500_000) == unicodedata.normalize("NFC", "e" + "\u0301\u0323" * 4)


def test_a_text_of_plain_letters_is_given_back_as_the_whole_cleaning_would_give_it():
    usynlig = "\u200b"  # taken out, and so the text is cleaned in full

    tegn = [chr(kode) for kode in range(0x3000)]

    assert [ett for ett in tegn if rens_tekst(f"a{ett}b") != rens_tekst(f"a{ett}b{usynlig}")] == []

"""Tests of what the secretary writes in the report: how it is read, and that nothing in it can be lost or break."""

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aktivitet.tekst import rens_tekst
from tiltak.rapport.tekst import Bit, Tekstblokk, les_tekst

SV = "https://sv.no"


def avsnitt(*linjer):
    """A paragraph, of lines that are text or tuples of pieces."""
    return Tekstblokk(tuple((Bit(ett),) if isinstance(ett, str) else ett for ett in linjer))


def punkter(*linjer):
    return Tekstblokk(avsnitt(*linjer).linjer, er_punkter=True)


@pytest.mark.parametrize(
    ("tekst", "blokker"),
    [
        ("", ()),
        (" \n \n", ()),
        ("Ett", (avsnitt("Ett"),)),
        ("Ett\nmed linje\n\n \n\nTo", (avsnitt("Ett", "med linje"), avsnitt("To"))),
        ("- En\n* To\n•  Tre", (punkter("En", "To", "Tre"),)),
        ("Vi gjorde:\n- En\n- To\nog mer", (avsnitt("Vi gjorde:"), punkter("En", "To"), avsnitt("og mer"))),
        ("- En\n\n- To", (punkter("En"), punkter("To"))),
        ("-5 grader\n-\n*\n–  Sa hun", (avsnitt("-5 grader", "-", "*", "–  Sa hun"),)),
        ("  - - En  ", (punkter("- En"),)),
    ],
)
def test_paragraphs_and_bullets(tekst, blokker):
    assert les_tekst(tekst) == blokker


@pytest.mark.parametrize(
    ("linje", "bitene"),
    [
        ("**Alt**", (Bit("Alt", True),)),
        ("Et **godt** år", (Bit("Et "), Bit("godt", True), Bit(" år"))),
        ("**To** og **tre**", (Bit("To", True), Bit(" og "), Bit("tre", True))),
        # Stars that have no other to go with are text.
        ("Et **godt år", (Bit("Et **godt år"),)),
        ("2 ** 3 ** 4", (Bit("2 ** 3 ** 4"),)),
        ("**a ** b**", (Bit("a ** b", True),)),
        ("**** og **", (Bit("**** og **"),)),
        ("*a*", (Bit("*a*"),)),
        ("***a***", (Bit("*a", True), Bit("*"))),
        # Links, and bold in and around them.
        (f"[Planen]({SV}/a_(b)) her", (Bit("Planen", lenke=f"{SV}/a_(b)"), Bit(" her"))),
        (f"**Se [planen]({SV})!**", (Bit("Se ", True), Bit("planen", True, SV), Bit("!", True))),
        (f"[**Se** planen]({SV})", (Bit("Se", True, SV), Bit(" planen", False, SV))),
        (f"**[Se]({SV})", (Bit("**"), Bit("Se", lenke=SV))),
        (f"*[*Se**]({SV})", (Bit("Se", True, SV),)),
        (f"([Se]({SV}))", (Bit("("), Bit("Se", lenke=SV), Bit(")"))),
        (f"**{SV}**.", (Bit(SV, True, SV), Bit("."))),
        ("Se www.sv.no.", (Bit("Se "), Bit("www.sv.no", lenke="https://www.sv.no"), Bit("."))),
        (f"({SV}/a_(b))", (Bit("("), Bit(f"{SV}/a_(b)", lenke=f"{SV}/a_(b)"), Bit(")"))),
        (f"{SV}/{'a' * 90}?b#c", (Bit(f"{SV}/{'a' * 90}?b#c", lenke=f"{SV}/{'a' * 90}?b#c"),)),
        # What may not be followed, or is no link, is text.
        ("[Se](javascript:alert(1))", (Bit("[Se](javascript:alert(1))"),)),
        ("[Se](data:text/html,x)", (Bit("[Se](data:text/html,x)"),)),
        ("[Se](file:///etc/passwd)", (Bit("[Se](file:///etc/passwd)"),)),
        ("[Se](/rapport/)", (Bit("[Se](/rapport/)"),)),
        ("[](https)", (Bit("[](https)"),)),
        (f"[ ]({SV})", (Bit("[ ]("), Bit(SV, lenke=SV), Bit(")"))),
        ("[1] og (2)", (Bit("[1] og (2)"),)),
        # No markup of any other kind.
        ("<b>a</b> &amp; # b _c_ `d`", (Bit("<b>a</b> &amp; # b _c_ `d`"),)),
        ("<img src=x>", (Bit("<img src=x>"),)),
        # What is long, goes the other way, or cannot be seen.
        ("x" * 5000, (Bit("x" * 5000),)),
        ("**" + "x" * 5000 + "**", (Bit("x" * 5000, True),)),
        ("שלום **עולם** 👩‍👩‍👧", (Bit("שלום "), Bit("עולם", True), Bit(" 👩‍👩‍👧"))),
        ("a\x00b\x1bc\ud800", (Bit("a\x00b\x1bc\ud800"),)),
    ],
)
def test_bold_and_links(linje, bitene):
    assert les_tekst(linje) == (Tekstblokk((bitene,)),)


BITER = st.lists(
    st.sampled_from(
        [
            "**",
            "*",
            "- ",
            "• ",
            "\n",
            "\n\n",
            " ",
            "[",
            "]",
            "(",
            ")",
            "](",
            "ord",
            "æ",
            SV,
            "www.a.no/",
            "javascript:",
        ]
    )
    | st.text(max_size=4),
    max_size=25,
).map("".join)


@given(BITER)
@example("*[*a**](https://sv.no)")
def test_no_text_breaks_the_reading_and_none_gives_an_empty_part(tekst):
    blokker = les_tekst(tekst)

    for blokk in blokker:
        assert blokk.linjer
        for linje in blokk.linjer:
            assert linje
            for bit in linje:
                assert bit.tekst
                assert "\n" not in bit.tekst
                assert not bit.lenke or bit.lenke.lower().startswith(("http://", "https://"))
    assert les_tekst(rens_tekst(tekst)) == les_tekst(rens_tekst(rens_tekst(tekst)))


@given(BITER.filter(lambda tekst: "](" not in tekst))
def test_no_sign_is_lost_but_those_that_were_read(tekst):
    sagt = "".join(blokk.som_tekst for blokk in les_tekst(tekst))

    borte = Counter(re.sub(r"\s", "", tekst)) - Counter(re.sub(r"\s", "", sagt))
    assert set(borte) <= set("*-•")
    assert not Counter(re.sub(r"\s", "", sagt)) - Counter(re.sub(r"\s", "", tekst))


@given(BITER)
def test_no_word_is_lost_but_the_address_of_a_link_that_has_words(tekst):
    bitene = [bit for blokk in les_tekst(tekst) for linje in blokk.linjer for bit in linje]

    lest = "".join(f"{bit.tekst} {bit.lenke} " for bit in bitene)
    assert not Counter(re.findall(r"\w", tekst)) - Counter(re.findall(r"\w", lest))


@pytest.mark.parametrize("bit", ["**a ", "[", "[a](", "[a](https://a.no/(", "\n \n", "- ", "https://a.no)", "**"])
def test_a_text_of_the_greatest_length_is_read_whatever_it_is_made_of(bit):
    tekst = bit * (20_000 // len(bit))

    lest = "".join(b.tekst + b.lenke for blokk in les_tekst(tekst) for linje in blokk.linjer for b in linje)

    assert lest.count("a") >= tekst.count("a")

"""Papers, one on each line: what is read, what is refused, and that a stored list always can be shown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aktivitet.lenker import Lenke
from aktivitet.papirer import HOEYST, Papir, UgyldigePapirer, papirene, rett


@pytest.mark.parametrize(
    ("skrevet", "lagret"),
    [
        ("Innkalling https://sv.no/a.pdf", "Innkalling https://sv.no/a.pdf"),
        ("Innkalling og saksliste: HTTP://sv.no/a", "Innkalling og saksliste HTTP://sv.no/a"),
        ("https://sv.no/a – Innkalling", "Innkalling https://sv.no/a"),
        ("Sak 1.2/3, vedtekter www.sv.no", "Sak 1.2/3, vedtekter https://www.sv.no"),
        ("Budsjett sv.no/budsjett", "Budsjett https://sv.no/budsjett"),
        ("Én https://sv.no/1\n\n  To   https://sv.no/2  ", "Én https://sv.no/1\nTo https://sv.no/2"),
        ("", ""),
    ],
)
def test_a_name_and_an_address_are_read_as_people_write_them(skrevet, lagret):
    assert rett(skrevet) == lagret


@pytest.mark.parametrize(
    ("skrevet", "setninger"),
    [
        ("Innkalling https://sv.no/a\nSaksliste", ["Linje 2 mangler adresse."]),
        ("Innkalling årsmøte.pdf", ["Linje 1 mangler adresse."]),
        ("Innkalling javascript:alert(1)", ["Linje 1 mangler adresse."]),
        ("Innkalling https://[", ["Linje 1 mangler adresse."]),
        ("https://sv.no/a", ["Linje 1 mangler navn. Skriv hva papiret heter, foran adressen."]),
        ("A https://sv.no/a\n: sv.no/b", ["Linje 2 mangler navn. Skriv hva papiret heter, foran adressen."]),
        ("A https://sv.no/a B https://sv.no/b", ["Linje 1 har 2 adresser. Skriv ett papir på hver linje."]),
        ("x\n" * 7, [f"Linje {nr} mangler adresse." for nr in range(1, 6)]),
        ("x\n" * 21, [f"Det er 21 papirer. Skriv høyst {HOEYST}, eller lenk til en mappe."]),
    ],
)
def test_what_is_no_paper_is_told_line_by_line(skrevet, setninger):
    with pytest.raises(UgyldigePapirer) as ugyldige:
        rett(skrevet)

    assert ugyldige.value.setninger == setninger


def test_what_is_stored_is_shown_whatever_it_is():
    lagret = "Innkalling https://sv.no/a.pdf\nBare ord\njavascript:alert(1)\n\nhttps://sv.no/b"
    lagret += "\nTo https://sv.no/1 https://sv.no/2"

    assert papirene(lagret) == [
        Papir("Innkalling", Lenke("https://sv.no/a.pdf", "sv.no/a.pdf")),
        Papir("Bare ord", None),
        Papir("javascript:alert(1)", None),
        Papir("sv.no/b", Lenke("https://sv.no/b", "sv.no/b")),
        Papir("To", Lenke("https://sv.no/1", "sv.no/1")),
        Papir("To", Lenke("https://sv.no/2", "sv.no/2")),
    ]


BITER = [
    "Innkalling",
    "https://sv.no/a",
    "sv.no/b",
    "www.sv.no",
    "https://[",
    "1.2/3",
    ":",
    "–",
    " ",
    "\n",
    "\u2028",
    "\x00",
]


@example(":https://sv.no/a https://sv.no/a")
@example(":www.- https://sv.no/a")
@example("https://sv.no:| https://sv.no/a")
@given(st.lists(st.sampled_from(BITER) | st.text(max_size=3), max_size=12).map("".join))
def test_any_text_can_be_read_and_what_is_put_right_stays_right(tekst):
    papirene(tekst)
    try:
        rettet = rett(tekst)
    except UgyldigePapirer:
        return
    assert rett(rettet) == rettet
    assert all(papir.navn and papir.lenke for papir in papirene(rettet))

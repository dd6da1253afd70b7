"""Dates set by hand: one occurrence a line, read as people write days."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.moeter import moeter_fra_dager
from tiltak.frist import vinduer
from tiltak.frist.bygging import Byggefeil
from tiltak.frist.datoer import les_datoer


def dagene(tekst):
    funnet = vinduer(les_datoer(tekst), date(2025, 1, 1), date(2028, 12, 31), partial(moeter_fra_dager))
    return [(vindu.etikett, vindu.foerste, vindu.siste) for vindu in funnet]


@pytest.mark.parametrize(
    "linje",
    [
        "1.3.2026–15.4.2026",
        "1. mars 2026 til 15. april 2026",
        "2026-03-01 - 2026-04-15",
        "fra 01.03.2026, frist 15.04.2026",
    ],
)
def test_a_span_is_read_in_any_way_of_writing_it(linje):
    assert dagene(linje) == [("1. mars–15. april 2026", date(2026, 3, 1), date(2026, 4, 15))]


def test_each_line_is_an_occurrence_of_its_own():
    assert dagene("15.4.2027\n\n1.12.2025–15.1.2026\r\n17.5.2026–17.5.2026") == [
        ("1. desember 2025–15. januar 2026", date(2025, 12, 1), date(2026, 1, 15)),
        ("17. mai 2026", date(2026, 5, 17), date(2026, 5, 17)),
        ("innen 15. april 2027", date(2027, 1, 1), date(2027, 4, 15)),
    ]


@pytest.mark.parametrize(
    ("tekst", "feil"),
    [
        ("", "Skriv minst én dato, for eksempel 1.3.2026–15.4.2026."),
        ("1.3.2026\nsnarest", "Linje 2 er ikke forstått: «snarest». Skriv slik: 1.3.2026–15.4.2026."),
        ("30.2.2026", "Linje 1 er ikke forstått: «30.2.2026». Skriv slik: 1.3.2026–15.4.2026."),
        ("1.1.2026 2.1.2026 3.1.2026", None),
        ("1.3.0026", None),
        ("1.3.2026 kanskje", None),
        (
            "15.4.2026–1.3.2026",
            "Linje 1 slutter før den begynner: «15.4.2026–1.3.2026». Skriv den første dagen først.",
        ),
        ("\n".join(["1.3.2026"] * 201), "Det er 201 linjer. Skriv høyst 200."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number(tekst, feil):
    with pytest.raises(Byggefeil) as unntak:
        les_datoer(tekst)

    assert unntak.value.feil.keys() == {"datoer"}
    assert feil is None or unntak.value.feil == {"datoer": feil}


@given(st.text(alphabet=st.sampled_from("0123456789.-– \nfrati mars") | st.characters(), max_size=60))
def test_no_text_of_any_kind_raises_anything_else(tekst):
    try:
        regel = les_datoer(tekst)
    except Byggefeil:
        return
    assert all(ledd.aar.aar for ledd in regel.ledd)

"""Every word that one can see in a Word file stands in a field of the plan or in a Merknad, wherever it stood."""

import re
from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiltak.dokument.word.bygg import MAAL, celle, med_kropp, p, rad, tabell
from tests.tiltak.dokument.word.stilark import STILER
from tiltak.dokument import UlesbartDokument, les_dokument

# What a text may look like; "%" is the word that we look for afterwards, another one each time.
TEKSTER = st.sampled_from(
    [
        "%", "Kort %", "Et helt avsnitt om %.", "1. Mål om %", "1.1 Mål om %", "2 Mål om %", "1a %", "a) %", "• %",
        "- %", "Innhold %\t3", "%\t12", "1a\tGjøre %\tÅrlig", "Innledning om %", "Visjon: %",
        "Aktivitet %", "Arbeidsplan 2025-2028 %", "(%?)", "2025 %", "% 7", "Mål: %", "Del 2 – %", "1) %", "1.1.1 %",
    ]
)  # fmt: skip
FASTE = st.sampled_from(
    [p(), p("Innhold"), p("Innledning"), p("Mål for perioden"), p("Visjon"), p("1.1 Mer"), p("Aktivitet"), MAAL]
)
STILIDER = st.sampled_from([None, None, None, "Overskrift1", "Overskrift2", "Delml", "Punktliste", "Tittel", "INNH1"])
HODER = st.sampled_from(
    [
        ("", "Tiltak", "Gjennomføring"), ("Tiltak", "Frist"), ("Hva", "Når", "Hvem"), ("Mål", "Tiltak", "Frist"),
        ("Måned", "Valgår", "Mellomår"), ("Navn", "Telefon"), ("Tiltak", "Ansvarlig", "Frist", "Status"),
    ]
)  # fmt: skip
RUTER = st.builds(
    lambda tekst, bredde, flettet, stil: celle(p(tekst, stil), bredde, flettet),
    st.one_of(TEKSTER, TEKSTER, st.just(""), st.just("1a")),
    st.sampled_from([1, 1, 1, 1, 2, 3]),
    st.sampled_from([None, None, None, None, "restart", "continue"]),
    st.sampled_from([None, None, None, "Punktliste", "Overskrift2"]),
)
RADER = st.lists(RUTER, min_size=1, max_size=5).map(lambda ruter: rad(*ruter))
TABELLER = st.builds(
    lambda hode, rader: tabell(*([rad(*hode)] if hode else []), *rader),
    st.one_of(st.none(), HODER),
    st.lists(RADER, max_size=4),
)
AVSNITT = st.builds(p, TEKSTER, STILIDER)
I_RUTE = st.builds(lambda ytre, indre: tabell(rad(celle(ytre + indre), "x")), AVSNITT, TABELLER)
STYKKER = st.one_of(AVSNITT, AVSNITT, FASTE, TABELLER, I_RUTE)


@settings(max_examples=150)
@given(st.lists(STYKKER, max_size=8), st.lists(STYKKER, max_size=8))
def test_every_word_is_in_a_field_or_pointed_out(foer, etter):
    kropp, ordene = med_egne_ord("".join(foer) + MAAL + "".join(etter))

    try:
        dok = les_dokument(med_kropp(kropp, deler={"styles": f"<w:styles>{''.join(STILER)}</w:styles>"}))
    except UlesbartDokument:
        return  # two plans in one file, say: refused, with a sentence

    alt = str(asdict(dok))
    assert [ord_ for ord_ in ordene if ord_ not in alt] == []


def med_egne_ord(xml):
    """Put a word of its own in each place that has a "%". Gives the XML and the words."""
    ordene = [f"ord{nr:03}x" for nr in range(xml.count("%"))]
    neste = iter(ordene)
    return re.sub("%", lambda treff: next(neste), xml), ordene

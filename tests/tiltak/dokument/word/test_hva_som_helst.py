"""Word files of anything at all are read or refused with a sentence, in bounded time, and nothing else happens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiltak.dokument.word.bygg import MAAL, TILTAK, celle, dokument, kropp, med_kropp, p, rad, tabell
from tiltak.dokument import Plandokument, UlesbartDokument, les_dokument

PLAN = med_kropp(MAAL)


@settings(max_examples=150)
@given(st.data())
def test_a_word_file_with_any_bytes_changed_is_read_or_refused(data):
    innhold = bytearray(PLAN)
    for _ in range(data.draw(st.integers(1, 5))):
        innhold[data.draw(st.integers(0, len(innhold) - 1))] = data.draw(st.integers(0, 255))

    les_eller_avvis(bytes(innhold))


STYKKER = st.sampled_from(
    [
        "<w:p/>", "<w:t>1.1 Noe</w:t>", "<w:t>1b</w:t>", "<w:t>Tiltak</w:t>", "<w:t>Frist</w:t>", "<w:br/>",
        '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>", "<w:tr/>", "<w:tc/>", "<w:tbl/>",
        '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>',
        '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', "<w:sdt/>", "<w:sym/>",
        '<w:fldChar w:fldCharType="end"/>', "<w:instrText>TOC</w:instrText>", "<w:drawing/>", "<w:footnoteReference/>",
        p("2. Mål"), p("Innhold"), p("Visjon\t3"), p("• punkt"), p("Noe", stil="Heading2"), TILTAK,
        '<w:trPr><w:gridBefore w:val="999999999"/></w:trPr>', "<w:rPr><w:vanish/></w:rPr>",
    ]
)  # fmt: skip
OMSLAG = st.sampled_from(["p", "r", "tbl", "tr", "tc", "hyperlink", "sdt", "sdtContent", "pPr", "txbxContent"])


def pakk_inn(stykker):
    return st.builds(lambda tag, deler: f"<w:{tag}>{''.join(deler)}</w:{tag}>", OMSLAG, st.lists(stykker, max_size=4))


@settings(max_examples=300)
@given(st.lists(st.recursive(STYKKER, pakk_inn, max_leaves=12), max_size=12))
def test_pieces_of_word_in_any_order_are_read_or_refused(stykker):
    les_eller_avvis(dokument(kropp(p("Arbeidsplan 2025-2028") + MAAL + "".join(stykker))))


LOEP = "<w:r><w:t>a</w:t></w:r>"


@pytest.mark.parametrize(
    "innhold",
    [
        p("\t" * 10_000_000 + "x"),
        p(" " * 10_000_000 + "x"),
        p("Innhold") + p("a \t." * 3_000_000 + "x"),
        "<w:p>" + "<w:r><w:br/></w:r>" * 500_000 + LOEP + "</w:p>",
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 200_000 + LOEP * 100_000 + "</w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/>'
        + "<w:instrText>TOC </w:instrText>" * 200_000
        + f'<w:fldChar w:fldCharType="separate"/></w:r>{LOEP * 100_000}</w:p>',
        tabell("<w:tr>" + "<w:tc><w:p/></w:tc>" * 250_000 + "</w:tr>"),
        tabell(rad("", "Tiltak", "Frist"), rad(*["x"] * 63), *[rad(celle("x", 5), *["x"] * 50)] * 1000),
        tabell(*[rad(celle("1.1 Mål", 3)) + rad("1a", "Gjøre noe", "2025")] * 8000),
        p("Mål", stil="Heading1") * 45_000,
        p("1. Innledning", stil="Heading1") * 45_000,
        "<w:hyperlink>" * 200 + LOEP + "</w:hyperlink>" * 200,
        tabell(("a", "b"))
        .replace("<w:p>", "<w:tbl><w:tr>" * 20 + "<w:p>")
        .replace("</w:p>", "</w:p>" + "</w:tr></w:tbl>" * 20),
    ],
    ids=range(13),
)
def test_a_large_document_of_anything_takes_bounded_time(innhold):
    les_eller_avvis(dokument(kropp(p("Arbeidsplan 2025-2028") + MAAL + innhold)))


def les_eller_avvis(innhold):
    try:
        dok = les_dokument(innhold, forstaatt=lambda frist: False)
    except UlesbartDokument:
        return
    assert isinstance(dok, Plandokument)
    assert dok.tiltak

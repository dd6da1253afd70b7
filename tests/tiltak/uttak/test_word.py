"""The Word file: what is in it, in which style, and what it says of itself. Read back with python-docx."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from tests.tiltak.uttak.planer import (
    BAKVENDT,
    DOBLE_KODER,
    NYNORSK,
    SEKS_TRINN,
    STYGG,
    avsnitt,
    innholdet,
    kapittel,
    maal,
    plan,
)
from tests.tiltak.uttak.planer import tiltak as et_tiltak
from tiltak.dokument import les_dokument
from tiltak.uttak.word import lag_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def skriv(dok, dag=date(2025, 3, 1), topptekst="Arbeidsplan"):
    return lag_word(dok, dag=dag, topptekst=topptekst)


def lest(dok):
    return docx.Document(BytesIO(skriv(dok)))


def avsnittene(word):
    return [(p.style.name, p.text) for p in word.paragraphs if p.text]


def innholdsfortegnelsen(word):
    """The paragraphs of Word's own contents page: they stand inside a content control."""
    return [
        ("".join(t.text for t in p.iter(f"{W}t")), p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
        for p in word.element.body.find(f"{W}sdt").iter(f"{W}p")
    ]


def test_everything_stands_in_the_plans_order_in_words_own_styles():
    assert avsnittene(lest(NYNORSK)) == [
        ("Plan utgiver", "Innlandet SV"),
        ("Title", "Arbeidsplan 2026–2029"),
        ("Heading 1", "Innleiing"),
        ("Body Text", "Planen gjeld for heile fylket."),
        ("List Bullet", "Han kan endrast"),
        ("Heading 1", "Visjon"),
        ("Body Text", "Eit sterkt fylkeslag."),
        ("Heading 2", "1. Politisk mål"),
        ("Plan motto", "Samling på venstresida"),
        ("Heading 3", "1.1 Ei tydeleg røyst"),
        ("Heading 1", "Aktivitetar"),
        ("Body Text", "Kalenderen ligg på nettsida."),
    ]


def test_a_goals_heading_is_as_deep_as_its_number():
    overskrifter = [(stil, tekst) for stil, tekst in avsnittene(lest(SEKS_TRINN)) if stil.startswith("Heading")]

    assert overskrifter == [
        ("Heading 2", "1. Trinn 1"),
        ("Heading 3", "1.2 Trinn 2"),
        ("Heading 4", "1.2.3 Trinn 3"),
        ("Heading 5", "1.2.3.4 Trinn 4"),
        ("Heading 6", "1.2.3.4.5 Trinn 5"),
        ("Heading 7", "1.2.3.4.5.6 Trinn 6"),
    ]


def test_the_period_stands_on_the_cover_where_the_title_does_not_say_it():
    assert avsnittene(lest(BAKVENDT))[:3] == [
        ("Title", "Plan for resten av året"),
        ("Subtitle", "Vedtatt på årsmøtet"),
        ("Plan periode", "Gjelder fra 7. mars 2026 til 30. desember 2026"),
    ]


def test_the_contents_are_a_field_with_a_link_to_each_heading():
    word = lest(NYNORSK)
    innhold = word.element.body.find(f"{W}sdt")
    bokmerker = {merke.get(f"{W}name") for merke in word.element.body.iter(f"{W}bookmarkStart")}

    assert innholdsfortegnelsen(word) == [
        ("Innhold", "TOCHeading"),
        ("Innleiing", "TOC1"),
        ("Visjon", "TOC1"),
        ("1. Politisk mål", "TOC2"),
        ("1.1 Ei tydeleg røyst", "TOC3"),
        ("Aktivitetar", "TOC1"),
        ("", "TOC1"),
    ]
    assert [kode.text for kode in innhold.iter(f"{W}instrText")] == [' TOC \\o "1-4" \\h \\z \\u ']
    assert [merke.get(f"{W}fldCharType") for merke in innhold.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    lenker = [lenke.get(f"{W}anchor") for lenke in innhold.iter(f"{W}hyperlink")]
    assert len(lenker) == 5
    assert set(lenker) <= bokmerker


def test_the_columns_of_a_table_are_those_that_are_used():
    tabeller = lest(plan(maal("1", "Mål", et_tiltak("1a")), maal("2", "Mål", et_tiltak("", "B", "", "AU")))).tables

    assert [[celle.text for celle in rad.cells] for tabell in tabeller for rad in tabell.rows] == [
        ["Kode", "Tiltak", "Gjennomføring"],
        ["1a", "Gjøre noe sammen", "Årlig"],
        ["Tiltak", "Gjennomføring", "Ansvarlig"],
        ["B", "", "AU"],
    ]


def test_a_tables_head_is_repeated_and_no_row_is_divided():
    for tabell in lest(DOBLE_KODER).tables:
        rader = [rad._tr.trPr for rad in tabell.rows]
        assert [bool(rad.findall(qn("w:tblHeader"))) for rad in rader] == [True] + [False] * (len(rader) - 1)
        assert all(rad.findall(qn("w:cantSplit")) for rad in rader)
        assert tabell.style.name == "Plan tabell"


def test_lines_are_numbered_in_the_text_and_not_on_the_cover():
    word = lest(NYNORSK)
    forside, tekst = word.sections
    numre = tekst._sectPr.find(qn("w:lnNumType"))

    assert forside._sectPr.find(qn("w:lnNumType")) is None
    assert (numre.get(qn("w:countBy")), numre.get(qn("w:restart"))) == ("1", "continuous")
    uten = {
        stil.name
        for stil in word.styles
        if stil.element.find(f"{qn('w:pPr')}/{qn('w:suppressLineNumbers')}") is not None
    }
    assert uten == {
        *(
            "Title",
            "Subtitle",
            "Plan utgiver",
            "Plan periode",
            "Plan tilstand",
            "TOC Heading",
            "toc 1",
            "toc 2",
            "toc 3",
            "toc 4",
        ),
        *("Tabelltekst", "Header", "Footer"),
    }


def test_the_pages_are_a4_with_their_number_in_the_footer_but_for_the_cover():
    word = lest(NYNORSK)
    forside, tekst = word.sections

    assert [(round(del_.page_width.mm), round(del_.page_height.mm)) for del_ in word.sections] == [(210, 297)] * 2
    assert [kode.text for kode in tekst.footer._element.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]
    assert tekst.footer.paragraphs[0].text == "Side 1 av 1"
    assert tekst.header.paragraphs[0].text == "Arbeidsplan"
    assert (forside.different_first_page_header_footer, tekst.different_first_page_header_footer) == (True, False)
    assert forside.first_page_footer.paragraphs[0].text == ""


def test_the_file_says_what_it_is_and_in_which_language():
    word = lest(NYNORSK)
    om = word.core_properties
    spraak = word.styles.element.find(f".//{W}lang").get(f"{W}val")

    assert (om.title, om.author, om.language, spraak) == ("Arbeidsplan 2026–2029", "Innlandet SV", "nb-NO", "nb-NO")
    assert (om.created, om.modified, om.comments) == (datetime(2025, 3, 1, 12, tzinfo=UTC),) * 2 + ("",)


def test_the_same_plan_gives_the_same_bytes():
    assert skriv(NYNORSK) == skriv(NYNORSK)
    assert skriv(NYNORSK) != skriv(NYNORSK, dag=date(2025, 3, 2))


def test_nothing_of_the_template_is_left():
    deler = {del_.partname for del_ in lest(NYNORSK).part.package.iter_parts()}

    assert not {navn for navn in deler if "thumbnail" in navn or "customXml" in navn or "Effects" in navn}


@pytest.mark.parametrize(
    "tekst", ["\0\x07\x0b", "\ud800\udfff", "\ufffe\uffff", "\u202e\u200b", "x" * 10_000, "\t\r\n"]
)
def test_whatever_is_stored_the_file_can_be_opened(tekst):
    stygt = f"A{tekst}B"
    dok = plan(
        maal(stygt, stygt, et_tiltak(stygt, stygt, stygt, stygt), motto=stygt, avsnittene=[avsnitt(stygt)]),
        tittel=stygt,
        organisasjon=stygt,
        undertittel=stygt,
        kapitler=(kapittel("visjon", stygt, avsnitt(stygt, True)),),
    )

    assert len(lest(dok).tables) == 1


def test_an_empty_plan_has_a_cover_and_no_contents():
    word = docx.Document(BytesIO(skriv(plan(), topptekst="")))

    assert avsnittene(word) == [("Plan utgiver", "Innlandet SV"), ("Title", "Arbeidsplan 2025-2028")]
    assert word.element.body.find(f"{W}sdt") is None


def test_a_line_break_in_the_wording_is_one_in_word():
    word = lest(plan(maal("1", "Mål", et_tiltak("1a", "En\nto\u00adtre"))))
    celle = word.tables[0].rows[1].cells[1]

    assert [barn.tag.removeprefix(W) for barn in celle.paragraphs[0].runs[0]._r] == ["t", "br", "t", "softHyphen", "t"]


def test_formulas_and_markup_are_text():
    celler = [rad.cells[1].text for tabell in lest(STYGG).tables for rad in tabell.rows[1:]]

    assert {"=1+1", "<b>&amp;</b>", "@SUM(A1)"} <= set(celler)


def test_how_far_the_plan_has_come_stands_on_the_cover_and_is_no_part_of_the_plan():
    dok = plan(maal("1", "Mål", et_tiltak("1a")), undertittel="Forslag til årsmøtet")

    vedtatt = lag_word(dok, dag=date(2025, 3, 1), topptekst="", tilstand="Vedtatt 1. mars 2025.")
    forslag = lag_word(dok, dag=date(2025, 3, 1), topptekst="", tilstand="Forslag til årsmøtet.")

    assert avsnittene(docx.Document(BytesIO(vedtatt)))[2] == ("Plan tilstand", "Vedtatt 1. mars 2025.")
    assert avsnittene(docx.Document(BytesIO(forslag)))[2] == ("Subtitle", "Forslag til årsmøtet")
    assert "Subtitle" not in dict(avsnittene(docx.Document(BytesIO(vedtatt))))
    assert "Plan tilstand" not in dict(avsnittene(docx.Document(BytesIO(forslag))))
    assert innholdet(les_dokument(vedtatt)) == innholdet(les_dokument(forslag)) == innholdet(dok)


def test_a_subtitle_that_is_no_earlier_state_stands_on_the_cover_of_an_adopted_plan():
    dok = plan(maal("1", "Mål", et_tiltak("1a")), undertittel="Sammen for Innlandet")

    word = docx.Document(BytesIO(lag_word(dok, dag=date(2025, 3, 1), topptekst="", tilstand="Vedtatt.")))

    assert avsnittene(word)[2:4] == [("Subtitle", "Sammen for Innlandet"), ("Plan tilstand", "Vedtatt.")]
    assert word.core_properties.subject == ""


def test_the_subtitle_of_an_adopted_plan_comes_in_again_from_libreoffice_too(konverter):
    dok = plan(maal("1", "Mål", et_tiltak("1a")), undertittel="Forslag til årsmøtet")

    lagret = konverter("vedtatt.docx", lag_word(dok, dag=date(2025, 3, 1), topptekst="", tilstand="Vedtatt."), "docx")

    assert les_dokument(lagret).undertittel == "Forslag til årsmøtet"

"""The document as a whole: title, contents page, where each thing stands, and what is no single plan."""

from datetime import date

import pytest

from tests.tiltak.dokument.word.bygg import MAAL, TILTAK, p, tabell
from tests.tiltak.dokument.word.stilark import les
from tiltak.dokument import Filslag, Innholdslinje, UlesbartDokument


def test_the_front_page_and_the_contents_page_that_word_makes():
    felt = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    innhold = (
        f"<w:sdt><w:sdtContent>{p('Innhold')}<w:p>{felt.format('begin')}"
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>'
        f'{felt.format("separate")}<w:hyperlink w:anchor="a"><w:r><w:t>1</w:t><w:tab/>'
        f"<w:t>Politikk</w:t><w:tab/></w:r>"
        f"{felt.format('begin')}<w:r><w:instrText>PAGEREF a</w:instrText></w:r>{felt.format('separate')}"
        f"<w:r><w:t>2</w:t></w:r>{felt.format('end')}</w:hyperlink></w:p>"
        f"{p('Avslutning', 'INNH2')}<w:p>{felt.format('end')}</w:p></w:sdtContent></w:sdt>"
    )

    dok = les(
        p("Telemark SV") + p("Med hjartet for fylket 2026–2027", "Tittel") + p("Vedteke") + innhold
        + p("Forord", "Overskrift1") + p("Vi vil mye.") + p("1 Politikk", "Overskrift1") + TILTAK,
        tittel="",
    )  # fmt: skip

    assert (dok.organisasjon, dok.tittel, dok.undertittel) == (
        "Telemark SV",
        "Med hjartet for fylket 2026–2027",
        "Vedteke",
    )
    assert (dok.fra, dok.til) == (date(2026, 1, 1), date(2027, 12, 31))
    assert dok.innhold == (Innholdslinje("1 Politikk", 2, 5), Innholdslinje("Avslutning", 0, 6))
    assert [(k.overskrift, k.linje) for k in dok.kapitler] == [("Forord", 8)]
    assert [(m.linje, m.hva) for m in dok.merknader] == [(6, "innhold-avviker"), (12, "foer-perioden")]


def test_hidden_text_by_style_is_pointed_out():
    dok = les(MAAL + p("Husk å ringe", "Notat"))

    assert dok.maal[0].avsnitt == ()
    assert [(m.linje, m.tekst) for m in dok.merknader] == [(5, "Skjult tekst er ikke tatt med: «Husk å ringe».")]


def test_paragraphs_and_rows_are_counted_empty_ones_too():
    dok = les(p() + p("Innledning") + p() + p("Vi vil.") + MAAL + p() + p("1.1 Stemme"))

    assert dok.filslag is Filslag.WORD
    assert [k.linje for k in dok.kapitler] + [k.avsnitt[0].linje for k in dok.kapitler] == [3, 5]
    assert [(m.linje, [t.linje for t in m.tiltak]) for m in dok.maal] == [(6, [8]), (10, [])]


def test_words_numbering_of_lines_is_layout():
    som_layout = '<w:p><w:pPr><w:sectPr><w:lnNumType w:countBy="1"/></w:sectPr></w:pPr></w:p>'

    assert les(MAAL + som_layout) == les(MAAL)


TO_PLANER = "Filen inneholder to planer: «Arbeidsplan 2025-2028» og «{}» (avsnitt 5). Del den i to filer."


@pytest.mark.parametrize(
    ("kropp", "setning"),
    [
        (MAAL + p("Handlingsprogram 2029-2032", "Tittel") + TILTAK, TO_PLANER.format("Handlingsprogram 2029-2032")),
        (MAAL + p("Arbeidsplan 2025-2028") + MAAL, TO_PLANER.format("Arbeidsplan 2025-2028")),
        (
            p("Vi vil mye."),
            "Fant ingen nummererte mål i dokumentet. Sjekk at det er planen, og at målene har nummer («1.1 …»).",
        ),
        (
            p("1. Politikk") + tabell(("Noe", "Annet"), ("1", "2")),
            "Fant ingen tiltak i dokumentet. De skal stå i tabeller med kolonnene «Tiltak» og «Gjennomføring».",
        ),
    ],
)
def test_what_is_no_single_plan_is_refused(kropp, setning):
    with pytest.raises(UlesbartDokument) as feil:
        les(kropp)

    assert feil.value.setning == setning


@pytest.mark.parametrize(
    ("foerst", "setning"),
    [
        ("", "Fant ingen tittel med periode. Skriv den øverst i dokumentet, for eksempel «Arbeidsplan 2025-2028»."),
        (
            p("Arbeidsplan"),
            "Fant ingen tittel med periode. Skriv den øverst i dokumentet, for eksempel «Arbeidsplan 2025-2028».",
        ),
        (
            f"<w:p><w:r><w:pict><w:txbxContent>{p('Arbeidsplan 2025–2028')}</w:txbxContent></w:pict></w:r></w:p>",
            "Tittelen «Arbeidsplan 2025–2028» står i en tekstboks. Skriv den som vanlig tekst øverst i dokumentet.",
        ),
    ],
)
def test_a_plan_without_a_period_is_refused(foerst, setning):
    with pytest.raises(UlesbartDokument) as feil:
        les(foerst + MAAL, tittel="")

    assert feil.value.setning == setning

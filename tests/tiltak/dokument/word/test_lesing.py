"""Which paragraph is what: headings, chapters, title, contents page, bullets; and where each stands."""

from datetime import date

import pytest

from tests.tiltak.dokument.word.bygg import MAAL, TILTAK, med_deler, med_kropp, nummerert_definisjon, p, tabell
from tiltak.dokument import Filslag, Innholdslinje, UlesbartDokument, les_dokument


def stil(id_, navn, paa="", egenskaper=""):
    basert = f'<w:basedOn w:val="{paa}"/>' if paa else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{navn}"/>{basert}'
        f"<w:pPr>{egenskaper}</w:pPr></w:style>"
    )


STILER = [
    stil("Normal", "Normal"),
    stil("Overskrift1", "heading 1"),  # Word's own in Norwegian: the name is English, the id is not
    stil("Overskrift2", "heading 2", egenskaper='<w:outlineLvl w:val="1"/>'),
    stil("Delml", "Delmål", paa="Overskrift2"),
    stil("P5", "Overskrift 2"),  # as other programs name it
    stil("Disposisjon", "Planpunkt", egenskaper='<w:outlineLvl w:val="2"/>'),
    stil("Brd", "Ikke overskrift", paa="Overskrift1", egenskaper='<w:outlineLvl w:val="9"/>'),
    stil("Tittel", "Title"),
    stil("INNH1", "toc 1"),
    stil("INNH2", "toc 2", paa="INNH1"),
    stil("Punktliste", "List Bullet"),
    stil("Runde", "Runde", paa="Runde"),
    '<w:style w:type="paragraph" w:styleId="Notat"><w:name w:val="Notat"/><w:rPr><w:vanish/></w:rPr></w:style>',
]


def les(kropp, tittel="Arbeidsplan 2025-2028", deler=None):
    stiler = "<w:styles>" + "".join(STILER) + "</w:styles>"
    return les_dokument(med_kropp(kropp, tittel, {"styles": stiler} | (deler or {})))


def maal(dok):
    return [(ett.nummer, ett.overskrift, [a.tekst for a in ett.avsnitt], len(ett.tiltak)) for ett in dok.maal]


@pytest.mark.parametrize(
    ("avsnitt", "lest"),
    [
        (p("1.1 Hvordan skal vi vinne?", "Overskrift2"), ("1.1", "Hvordan skal vi vinne?")),
        (p("1.1 kommunikasjon", "Overskrift2"), ("1.1", "kommunikasjon")),
        (p("1.1\tStemme", "Delml"), ("1.1", "Stemme")),
        (p("1.1. Stemme", "P5"), ("1.1", "Stemme")),
        (p("1.1.1 stemme", "Disposisjon"), ("1.1.1", "stemme")),
        (p("Mål 1.1: Stemme", "Overskrift2"), ("1.1", "Stemme")),
        (p("Delmål 1.1 – Stemme", "Overskrift2"), ("1.1", "Stemme")),
        (p("1.1 " + "Vi vil mye " * 15 + "i år", "Overskrift2"), ("1.1", "Vi vil mye " * 15 + "i år")),
        (p("1.1 stemme").replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="1"/>'), ("1.1", "stemme")),
        (p("1.1 Stemme"), ("1.1", "Stemme")),
    ],
)
def test_a_goal_is_told_by_the_style_whatever_its_shape_and_by_the_shape_without_a_style(avsnitt, lest):
    dok = les(MAAL + avsnitt)

    assert [(ett.nummer, ett.overskrift) for ett in dok.maal] == [("1", "Politikk"), lest]


@pytest.mark.parametrize(
    "avsnitt",
    [
        p("1.1 stemme", "Brd"),
        p("1.1 stemme", "Runde"),
        p("1.1 stemme", "Finnes ikke"),
        p("1.1 " + "Vi vil mye " * 20, "Overskrift2"),
    ],
)
def test_what_no_style_makes_a_heading_is_text(avsnitt):
    assert [ett.nummer for ett in les(MAAL + avsnitt + p("Vi vil.")).maal] == ["1"]


def test_a_list_in_the_text_is_no_goal_where_the_goals_have_a_style():
    dok = les(
        p("1. Politikk", "Overskrift1") + TILTAK + p("Dette er viktig:") + p("1. Klima") + p("Vi vil.") + p("2. Miljø")
    )

    assert maal(dok) == [("1", "Politikk", ["Dette er viktig:", "1. Klima", "Vi vil.", "2. Miljø"], 1)]


def test_a_goal_whose_style_was_forgotten_is_still_one():
    dok = les(p("1. Politikk", "Overskrift1") + TILTAK + p("1.1 Stemme") + p("Vi vil."))

    assert maal(dok) == [("1", "Politikk", [], 1), ("1.1", "Stemme", ["Vi vil."], 0)]


def test_numbers_that_word_makes_are_the_goals_numbers_and_chapters_may_have_them_too():
    mal, liste = nummerert_definisjon([("decimal", "%1"), ("decimal", "%1.%2")], stiler=["Overskrift1", "Overskrift2"])
    stiler = [ett.replace("<w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>') for ett in STILER[1:3]]
    dok = les(
        p("Innledning", "Overskrift1")
        + p("Vi vil mye.")
        + p("Visjon", "Overskrift1")
        + p("Vi er mange.")
        + p("Politikk", "Overskrift1")
        + p("Stemme", "Overskrift2")
        + tabell(("", "Tiltak", "Frist"), ("3.1a", "Rope", "2025"))
        + p("Natur", "Overskrift2")
        + p("Avslutning", "Overskrift1")
        + p("Lykke til!"),
        deler={
            "styles": "<w:styles>" + "".join([STILER[0], *stiler]) + "</w:styles>",
            "numbering": f"<w:numbering>{mal}{liste}</w:numbering>",
        },
    )

    assert [(k.slag, k.overskrift, [a.tekst for a in k.avsnitt]) for k in dok.kapitler] == [
        ("innledning", "1 Innledning", ["Vi vil mye."]),
        ("visjon", "2 Visjon", ["Vi er mange."]),
        ("avslutning", "4 Avslutning", ["Lykke til!"]),
    ]
    assert maal(dok) == [("3", "Politikk", [], 0), ("3.1", "Stemme", [], 1), ("3.2", "Natur", [], 0)]
    assert dok.merknader == ()


def test_a_numbered_list_in_the_text_has_its_numbers_as_on_paper():
    mal, liste = nummerert_definisjon([("decimal", "%1."), ("lowerLetter", "%2)")])
    punkter = p("Klima", liste=1) + p("vern", liste=1, nivaa=1) + p("Miljø", liste=1)

    dok = les(
        p("1.1 Stemme") + TILTAK + p("Vi vil:") + punkter,
        deler={"numbering": f"<w:numbering>{mal}{liste}</w:numbering>"},
    )

    assert [(a.tekst, a.punkt) for a in dok.maal[0].avsnitt] == [
        ("Vi vil:", False),
        ("1. Klima", False),
        ("a) vern", False),
        ("2. Miljø", False),
    ]


def test_a_list_in_which_every_paragraph_has_its_number_has_goals_among_them():
    mal, liste = nummerert_definisjon([("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")])
    avsnitt = [("Politikk", 0), ("Stemme", 1), ("Vi vil mye.", 2), ("Vi vil mer.", 2), ("Natur", 1), ("Vi kan.", 2)]

    dok = les(
        "".join(p(tekst, liste=1, nivaa=nivaa) for tekst, nivaa in avsnitt) + TILTAK,
        deler={"numbering": f"<w:numbering>{mal}{liste}</w:numbering>"},
    )

    assert maal(dok) == [
        ("1", "Politikk", [], 0),
        ("1.1", "Stemme", ["1.1.1 Vi vil mye.", "1.1.2 Vi vil mer."], 0),
        ("1.2", "Natur", ["1.2.1 Vi kan."], 1),
    ]


def test_bullets_by_style_by_list_and_typed():
    mal, liste = nummerert_definisjon([("bullet", "o")])
    dok = les(
        MAAL
        + p("Vi vil:")
        + p("en", "Punktliste")
        + p("to", liste=1)
        + p("•\ttre")
        + p("- fire")
        + p("– fem")
        + p("", "Punktliste"),
        deler={"numbering": f"<w:numbering>{mal}{liste}</w:numbering>"},
    )

    assert [(a.tekst, a.punkt) for a in dok.maal[0].avsnitt] == [
        ("Vi vil:", False), ("en", True), ("to", True), ("tre", True), ("fire", True), ("fem", True),
    ]  # fmt: skip
    assert dok.merknader == ()


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
    innhold = med_kropp(MAAL)
    med_linjenumre = med_deler(innhold, {})

    assert les_dokument(med_linjenumre) == les_dokument(innhold)


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

"""The report's Word file: that it says all that the report says, in Word's own styles, and is whole whatever is
stored. Read back with python-docx."""

import re
import zipfile
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree

import docx
import pytest

from aktivitet.tekst import rens_tekst
from tiltak.figurer import Figurer
from tiltak.rapport.tekst import les_tekst
from tiltak.rapport.utgivelse import UTKAST
from tiltak.rapport.word import lag_word

from .eksempel import GODKJENT
from .former import FULLT, STYGGE, med_tekst, stort

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
IKKE_TIL_AA_LESE = {"stilling", "anker", "lenke", "slag", "adresse", "alle"}  # `alle` is what `linjer` are made of


def lest(innhold, utgivelse=GODKJENT, **valg):
    return docx.Document(BytesIO(lag_word(innhold, utgivelse, **valg)))


def all_tekst(word):
    """All that stands in the file's text, without white space, soft hyphens and capitals."""
    deler = {f"{W}t": lambda t: t.text or "", f"{W}p": lambda _: "\n"}
    return _tett("".join(deler[e.tag](e) for e in word.element.body.iter() if e.tag in deler))


def _tett(tekst):
    return re.sub(r"[\s\u00ad]", "", rens_tekst(tekst)).casefold()


def tekstene(verdi):
    """Every text in a content, however deep."""
    if isinstance(verdi, str):
        yield verdi
    elif isinstance(verdi, tuple):
        for ett in verdi:
            yield from tekstene(ett)
    elif is_dataclass(verdi):
        for felt in fields(verdi):
            if felt.name not in IKKE_TIL_AA_LESE:
                yield from tekstene(getattr(verdi, felt.name))


def overskriftene(word):
    return [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]


def feil_i(data):
    """What Word would refuse the file for, or mend: one line for each thing."""
    with zipfile.ZipFile(BytesIO(data)) as arkiv:
        deler = {navn: arkiv.read(navn) for navn in arkiv.namelist()}
    rot = {navn: ElementTree.fromstring(del_) for navn, del_ in deler.items() if navn.endswith((".xml", ".rels"))}
    kropp, stiler = rot["word/document.xml"], rot["word/styles.xml"]
    lenker = {ett.get("Id"): ett.get("Target") for ett in rot["word/_rels/document.xml.rels"]}
    kjente = {stil.get(f"{W}styleId") for stil in stiler.iter(f"{W}style")}
    merker = [merke.get(f"{W}name") for merke in kropp.iter(f"{W}bookmarkStart")]
    numre = [merke.get(f"{W}id") for merke in kropp.iter(f"{W}bookmarkStart")]
    for navn, del_ in rot.items():
        for slag in ("pStyle", "rStyle", "tblStyle"):
            for ett in del_.iter(f"{W}{slag}"):
                if ett.get(f"{W}val") not in kjente:
                    yield f"{navn}: stilen {ett.get(f'{W}val')} finnes ikke"
    for celle in kropp.iter(f"{W}tc"):
        if celle[-1].tag != f"{W}p":
            yield "en celle slutter ikke med et avsnitt"
    for tabell in kropp.iter(f"{W}tbl"):
        bredde = len(tabell.findall(f"{W}tblGrid/{W}gridCol"))
        if {len(rad.findall(f"{W}tc")) for rad in tabell.iter(f"{W}tr")} != {bredde}:
            yield "en rad har ikke like mange celler som tabellen"
    for lenke in kropp.iter(f"{W}hyperlink"):
        anker, nummer = lenke.get(f"{W}anchor"), lenke.get(f"{R}id")
        if (anker not in merker) if anker else not re.fullmatch(r"https?://[!-~]{1,1990}", lenker.get(nummer, "")):
            yield f"en lenke leder ingen steder: {anker or lenker.get(nummer)}"
    if any(antall > 1 for antall in (Counter(merker) + Counter(numre)).values()):
        yield "to bokmerker heter det samme"
    yield from (f"bokmerket {merke}" for merke in merker if not re.fullmatch(r"[a-z]\w{,39}", merke))
    if [ett.tag for ett in kropp[0]][-2:] != [f"{W}p", f"{W}sectPr"] and kropp[0][-2].tag == f"{W}tbl":
        yield "teksten slutter med en tabell"
    felt = Counter(ett.get(f"{W}fldCharType") for ett in kropp.iter(f"{W}fldChar"))
    if len(set(felt.values())) > 1:
        yield "et felt er ikke lukket"


@pytest.mark.parametrize("kapittel", [False, True])
def test_every_text_of_the_report_is_there(kapittel):
    tekst = all_tekst(lest(FULLT, kapittel=kapittel))

    mangler = [ett for ett in tekstene(FULLT) if _tett(ett) not in tekst]
    assert mangler == []
    for ett in (FULLT.periode, FULLT.moete, GODKJENT.i_ord, FULLT.figurer.i_ord, "til 1. mai 2026", "9. januar 2026"):
        assert _tett(ett) in tekst, ett


def test_the_whole_report_has_a_cover_contents_and_chapters_in_order():
    word = lest(FULLT)

    foerste = [(p.style.name, p.text) for p in word.paragraphs][:4]
    assert foerste == [
        ("Beretning utgiver", "Innlandet SV"),
        ("Title", "Beretning 2025"),
        ("Beretning periode", "1. januar–31. desember 2025"),
        ("Beretning tilstand", "Godkjent av årsmøtet 28. februar 2026"),
    ]
    assert overskriftene(word) == [
        ("Heading 1", "Innledning"),
        ("Heading 1", "Tallene"),
        ("Heading 1", "Mål og tiltak"),
        ("Heading 2", "1 Politisk mål"),
        ("Heading 3", "1.1 Sterke allianser"),
        ("Heading 1", "Ikke gjennomført, utsatt og utgått"),
        ("Heading 1", "Gjort i perioden, med frist før den"),
        ("Heading 1", "Gjenstår fra før perioden"),
        ("Heading 1", "Mangler vurdering"),
        ("Heading 1", "Perioden så langt"),
        ("Heading 1", "Aktiviteter"),
        ("Heading 1", "Avslutning"),
    ]


def test_the_contents_are_a_field_with_a_link_to_each_heading():
    word = lest(FULLT)
    innhold = word.element.body.find(f"{W}sdt")

    assert [kode.text for kode in innhold.iter(f"{W}instrText")] == [' TOC \\o "1-4" \\h \\z \\u ']
    linjer = ["".join(t.text for t in lenke.iter(f"{W}t")) for lenke in innhold.iter(f"{W}hyperlink")]
    assert linjer == [tekst for _, tekst in overskriftene(word)]


def test_a_chapter_has_no_cover_and_its_headings_are_one_level_down():
    word = lest(FULLT, kapittel=True)

    assert word.element.body.find(f"{W}sdt") is None
    assert overskriftene(word)[:6] == [
        ("Heading 1", "Beretning 2025"),
        ("Heading 2", "Innledning"),
        ("Heading 2", "Tallene"),
        ("Heading 2", "Mål og tiltak"),
        ("Heading 3", "1 Politisk mål"),
        ("Heading 4", "1.1 Sterke allianser"),
    ]
    assert "Title" not in {p.style.name for p in word.paragraphs}


def test_bold_words_bullets_and_links_are_words_own():
    word = lest(FULLT)
    foerste = next(p for p in word.paragraphs if p.text.startswith("Et godt år"))

    assert [(run.text, run.style and run.style.name) for run in foerste.runs if run.text.strip()] == [
        ("Et", None),
        ("godt", "Strong"),
        ("år, se", None),
        (".", None),
    ]
    assert foerste.text == "Et godt år, se https://sv.no/innlandet."
    assert [(lenke.text, lenke.address) for lenke in foerste.hyperlinks] == [
        ("https://sv.no/innlandet", "https://sv.no/innlandet")
    ]
    punkter = [p for p in word.paragraphs if p.style.name == "List Bullet"]
    assert [p.text for p in punkter] == ["Vi vant", "Planen"]
    assert punkter[1].hyperlinks[0].address == "https://sv.no/plan"


def test_tables_have_a_title_a_head_that_is_repeated_and_heads_of_rows():
    word = lest(stort(40))

    assert len(word.tables) > 6
    titler = [p.text for p in word.paragraphs if p.style.name == "Caption"]
    assert [tabell._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") for tabell in word.tables] == titler
    for tabell in word.tables:
        hoder = [bool(rad._tr.trPr.findall(f"{W}tblHeader")) for rad in tabell.rows]
        assert hoder == [True] + [False] * (len(hoder) - 1)
        assert tabell.style.name == "Beretning tabell"
        assert tabell._tbl.tblPr.find(f"{W}tblLook").get(f"{W}firstRow") == "1"


def test_the_figures_stand_beside_those_of_the_year_before():
    tallene, per_maal = lest(FULLT).tables[:2]

    assert [[celle.text for celle in rad.cells] for rad in tallene.rows] == [
        ["Status", "2025", "Andel", "2024", "Andel"],
        ["Gjennomført", "2", "40\u00a0%", "3", "75\u00a0%"],
        ["Delvis gjennomført", "0", "0\u00a0%", "0", "0\u00a0%"],
        ["Pågår", "0", "0\u00a0%", "0", "0\u00a0%"],
        ["Utsatt", "1", "20\u00a0%", "1", "25\u00a0%"],
        ["Ikke gjennomført", "1", "20\u00a0%", "0", "0\u00a0%"],
        ["Utgår", "0", "0\u00a0%", "0", "0\u00a0%"],
        ["Mangler vurdering", "1", "20\u00a0%", "0", "0\u00a0%"],
        ["Frister i alt", "5", "100\u00a0%", "4", "100\u00a0%"],
    ]
    assert [[celle.text for celle in rad.cells] for rad in per_maal.rows[1:]] == [
        ["1 Politisk mål", "3", "2", "0", "0", "0", "1", "0", "0"],
        ["1.1 Sterke allianser", "2", "0", "0", "0", "1", "0", "0", "1"],
        ["I alt", "5", "2", "0", "0", "1", "1", "0", "1"],
    ]


@pytest.mark.parametrize("kapittel", [False, True])
def test_a_draft_says_so_at_the_top_of_every_page(kapittel):
    utkast, godkjent = lest(FULLT, UTKAST, kapittel=kapittel), lest(FULLT, kapittel=kapittel)

    del_ = utkast.sections[0]
    hoder = [del_.header] if kapittel else [del_.header, del_.first_page_header]
    assert [(hode.paragraphs[0].text, hode.paragraphs[0].style.name) for hode in hoder] == [
        ("UTKAST", "Beretning utkast")
    ] * len(hoder)
    assert del_.different_first_page_header_footer is not kapittel
    assert "UTKAST" not in "".join(p.text for p in godkjent.sections[0].header.paragraphs)


def test_the_pages_have_their_number_and_say_what_they_are_of():
    del_ = lest(FULLT).sections[0]

    assert del_.header.paragraphs[0].text == "Innlandet SV – Beretning 2025 – Godkjent av årsmøtet 28. februar 2026"
    assert del_.footer.paragraphs[0].text == "Side 1 av 1"
    assert [kode.text for kode in del_.footer._element.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]
    assert (round(del_.page_width.mm), round(del_.page_height.mm)) == (210, 297)


def test_the_file_says_what_it_is_in_which_language_and_repeats():
    word = lest(FULLT)
    om = word.core_properties

    assert (om.title, om.author, om.subject, om.language) == (
        *("Beretning 2025", "Innlandet SV", "Godkjent av årsmøtet 28. februar 2026", "nb-NO"),
    )
    assert om.created == om.modified == datetime(2026, 2, 3, 12, tzinfo=UTC)
    assert word.styles.element.find(f".//{W}lang").get(f"{W}val") == "nb-NO"
    assert lag_word(FULLT, GODKJENT) == lag_word(FULLT, GODKJENT)
    assert lag_word(FULLT, GODKJENT) != lag_word(FULLT, UTKAST)


def test_a_long_row_may_be_divided_between_two_pages():
    lang = replace(FULLT.maal[0].tiltak[0], tekst="\n".join(f"Linje {nr}" for nr in range(200)))
    innhold = replace(FULLT, maal=(replace(FULLT.maal[0], tiltak=(lang, FULLT.maal[0].tiltak[1])),))
    tabell = next(ett for ett in lest(innhold).tables if "Linje 199" in ett.rows[1].cells[1].text)

    assert [rad._tr.trPr.find(f"{W}cantSplit") is not None for rad in tabell.rows] == [True, False, True]


@pytest.mark.parametrize("kapittel", [False, True])
def test_an_empty_report_is_a_whole_document(kapittel):
    tomt = replace(
        FULLT, maal=(), figurer=Figurer.av({}), ikke_gjort=(), gjort_senere=(), glidd=(), venter=(), innledning=(),
        avslutning=(), aaret_foer=None, perioden=None, oppdatert=None, moetedag=None, moetested="",
        aktivitetene=replace(FULLT.aktivitetene, rader=()),
    )  # fmt: skip
    data = lag_word(tomt, UTKAST, kapittel=kapittel)

    assert [*feil_i(data)] == []
    assert "Kalenderen har ingen publiserte aktiviteter i perioden." in {
        p.text for p in docx.Document(BytesIO(data)).paragraphs
    }


@pytest.mark.parametrize("kapittel", [False, True])
@pytest.mark.parametrize("tekst", STYGGE, ids=range(len(STYGGE)))
def test_no_text_breaks_it(tekst, kapittel):
    innhold = med_tekst(tekst)
    data = lag_word(innhold, GODKJENT, kapittel=kapittel)

    assert [*feil_i(data)] == []
    skrevet = all_tekst(docx.Document(BytesIO(data)))
    assert _tett(innhold.maal[0].tiltak[0].linjer[0].merknad) in skrevet


@pytest.mark.parametrize(
    "adresse",
    ["https://sv.no/å?q=«x»", "https://ås.no/", f"https://sv.no/{'a' * 3000}", 'https://sv.no/"%zz', "https://[::1]/"],
)
def test_whatever_address_stands_in_a_text_the_file_is_whole(adresse):
    innhold = replace(FULLT, innledning=les_tekst(f"Se [her]({adresse}) og {adresse}"))
    data = lag_word(innhold, GODKJENT)

    assert [*feil_i(data)] == []
    assert _tett("Se her og") in all_tekst(docx.Document(BytesIO(data)))


def test_the_checks_see_what_word_refuses():
    data = lag_word(FULLT, GODKJENT)

    assert [*feil_i(data)] == []
    brutt = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as inn, zipfile.ZipFile(brutt, "w") as ut:
        for post in inn.infolist():
            innhold = inn.read(post)
            if post.filename == "word/document.xml":
                innhold = innhold.replace(b'w:anchor="beretning_1"', b'w:anchor="borte"').replace(
                    b'w:val="Strong"', b'w:val="Sterk"', 1
                )
            ut.writestr(post, innhold)
    assert [*feil_i(brutt.getvalue())] == [
        "word/document.xml: stilen Sterk finnes ikke",
        "en lenke leder ingen steder: borte",
    ]


def test_libreoffice_opens_it(konverter):
    tekst = docx.Document(BytesIO(konverter("beretning.docx", lag_word(FULLT, UTKAST), "docx")))

    assert {"Innledning", "1 Politisk mål", "Avslutning"} <= {p.text for p in tekst.paragraphs}
    assert len(tekst.tables) == len(lest(FULLT).tables)

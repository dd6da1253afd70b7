"""Tests of all that the report's document says and holds, in each of its forms, and of what no text can do to it."""

import re
import subprocess
from ctypes import c_uint
from dataclasses import replace
from html import unescape
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pypdfium2.raw import (
    FPDF_PAGEOBJ_PATH,
    FPDF_SEGMENT_MOVETO,
    FPDFPageObj_GetFillColor,
    FPDFPath_CountSegments,
    FPDFPath_GetPathSegment,
    FPDFPathSegment_GetType,
)

from tests.pdfminne import lag_pdf
from tests.pdfsjekk import feil
from tests.pdfstruktur import bokmerker, struktur, type_
from tiltak.pdf.bestilling import Filvedlegg
from tiltak.pdf.merking import fullfoer
from tiltak.pdf.skriving import skriv_pdf
from tiltak.rapport.csvdata import rapport_csv
from tiltak.rapport.dokument import Form, beretningen
from tiltak.rapport.utgivelse import UTKAST

from ..rapport.eksempel import (
    FULLT,
    GJORT,
    GODKJENT,
    INNHOLD,
    LANG_CELLE,
    LANGT_ORD,
    STYGT,
    bare_tegn,
    med_tekst,
    sidetekster,
    ytterst_til_hoeyre,
)

CSV = "beretning-2025-tiltak.csv"
MERKEFARGE = [0xF4, 0xEF, 0xEA]
BEGGE = [Form.HEL, Form.KAPITTEL]


@pytest.fixture(scope="module")
def dokumentene():
    """The report with everything in it, in both forms, as what was asked for and as what it became."""
    bestilt = {form: beretningen(FULLT, GODKJENT, form) for form in BEGGE}
    return {form: (bestilling, lag_pdf(bestilling)) for form, bestilling in bestilt.items()}


def overskrifter(html):
    return [
        (int(nivaa), " ".join(unescape(re.sub("<[^>]+>", "", tekst)).split()))
        for nivaa, tekst in re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", html, re.DOTALL)
    ]


def merker(data, *slag):
    with pikepdf.open(BytesIO(data)) as pdf:
        return [type_(element) for element, _ in struktur(pdf) if type_(element) in slag]


@pytest.mark.parametrize("form", BEGGE)
def test_each_form_is_well_formed_and_its_bookmarks_are_its_headings(form, dokumentene, caplog):
    bestilling, data = dokumentene[form]

    assert (feil(data, vedlegg=(CSV,)), caplog.messages) == ([], [])
    nivaaer, titler = zip(*overskrifter(bestilling.html), strict=True)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [tittel for _, tittel in bokmerker(pdf)] == [*titler]
    assert merker(data, "H1", "H2", "H3", "H4", "H5", "H6") == [f"H{nivaa}" for nivaa in nivaaer]


def test_the_chapter_says_the_same_one_level_down_without_cover_and_contents(dokumentene):
    hel, kapittel = (overskrifter(dokumentene[form][0].html) for form in BEGGE)

    assert kapittel == [
        (1, "Innlandet SV"),
        *[(nivaa + 1, tekst) for nivaa, tekst in hel if tekst != "Innhold"],
    ]
    assert merker(dokumentene[Form.KAPITTEL][1], "TOC") == []
    foerste = sidetekster(dokumentene[Form.KAPITTEL][1])[0]
    assert [ord_ in foerste for ord_ in ("Beretning 2025", "Et godt år", "Godkjent av årsmøtet", "Side 1 av")] == [
        True
    ] * 4


@pytest.mark.parametrize("form", BEGGE)
def test_each_form_says_all_that_the_report_says(form, dokumentene):
    alt = bare_tegn("".join(sidetekster(dokumentene[form][1])))

    for tekst in (
        "Planen (sv.no/plan)",  # an address that the words do not say is printed
        "2 av 3 frister er gjennomført. I 2024 var det 1 av 5.",
        "Gjennomført 2 67 % 1 20 % 1 flere",
        "Delvis gjennomført 0 0 % 1 20 % 1 færre",
        "Utgår 0 0 % 0 0 % Like mange",
        "Gjenstår fra før perioden",
        "Planen gjelder 2025–2028. 3 frister: 2 gjennomført og 1 ikke gjennomført.",
        "Flere folkevalgte 12 av 20 Være synlige Ikke tallfestet",
        "Takk til alle.",
    ):
        assert bare_tegn(tekst) in alt, tekst
    assert alt.count("sv.no/innlandet") == 1  # and one that they say is not


def test_the_charts_say_their_numbers_to_those_who_do_not_see_them_and_to_those_who_see_no_colours(dokumentene):
    data = dokumentene[Form.HEL][1]

    with pikepdf.open(BytesIO(data)) as pdf:
        bilder = [str(element.Alt) for element, _ in struktur(pdf) if type_(element) == "Figure"]
    i_aar = "2025: 3 frister: 2 gjennomført og 1 ikke gjennomført."
    i_fjor = "2024: 5 frister: 1 gjennomført, 1 delvis gjennomført og 3 ikke gjennomført."
    assert bilder == [
        f"Søylediagram. {i_aar} {i_fjor}",
        "Søylediagram. 0 av 0 gjennomført i 2024 og 2 av 3 gjennomført i 2025.",
        "Året 2025 som hjul. 1 aktivitet.",
    ]
    alt = bare_tegn("".join(sidetekster(data)))
    assert [ord_ in alt for ord_ in ("3i2024", "2av3", "Fristerialt")] == [True] * 3


def test_a_link_says_its_words_and_where_it_leads(dokumentene):
    with pikepdf.open(BytesIO(dokumentene[Form.HEL][1])) as pdf:
        ut = [
            (str(ett.Contents), str(ett.A.URI)) for s in pdf.pages for ett in s.obj.get("/Annots", []) if "/A" in ett
        ]

    assert ut == [
        ("https://sv.no/innlandet", "https://sv.no/innlandet"),
        ("Planen, https://sv.no/plan", "https://sv.no/plan"),
    ]


def test_the_data_lie_inside_dated_as_the_document_is(dokumentene):
    with pikepdf.open(BytesIO(dokumentene[Form.HEL][1])) as pdf:
        assert list(pdf.attachments) == [CSV]
        fil = pdf.attachments[CSV].get_file()
        assert fil.read_bytes() == rapport_csv(FULLT)
        assert (fil.mime_type, str(fil.obj.Params.ModDate)) == ("text/csv", "D:20260203110000Z")
        assert str(pdf.Root.AF[0].AFRelationship) == "/Data"


def test_a_file_in_a_document_without_a_date_is_refused():
    bestilling = beretningen(INNHOLD, GODKJENT)
    uten = re.sub(r'<meta name="dcterms[^>]*>', "", bestilling.html)

    with pytest.raises(ValueError, match="må ha en dato"):
        skriv_pdf(replace(bestilling, html=uten))


def test_the_mark_of_a_draft_is_drawn_on_every_page_and_is_no_text():
    utkast, utgitt = lag_pdf(beretningen(FULLT, UTKAST)), lag_pdf(beretningen(FULLT, GODKJENT))

    assert feil(utkast, vedlegg=(CSV,)) == []
    assert ["UTKAST" in side for side in sidetekster(utkast)] == [False] * len(sidetekster(utkast))
    for data, streker in ((utkast, 7), (utgitt, 0)):  # six letters, and the hole of the A
        with pypdfium2.PdfDocument(BytesIO(data)) as pdf:
            funnet = [merkets_streker(side) for side in pdf]
        assert funnet == [streker] * len(funnet)


def merkets_streker(side):
    """How many closed lines make up the big letters of the mark on a page, told by their own pale colour."""
    antall = 0
    for kurve in side.get_objects(filter=[FPDF_PAGEOBJ_PATH]):
        _, bunn, _, topp = kurve.get_bounds()
        farge = [c_uint() for _ in "rgba"]
        FPDFPageObj_GetFillColor(kurve, *farge)
        if topp - bunn > 120 and [del_.value for del_ in farge[:3]] == MERKEFARGE:
            deler = (FPDFPath_GetPathSegment(kurve, nr) for nr in range(FPDFPath_CountSegments(kurve)))
            antall += sum(FPDFPathSegment_GetType(del_) == FPDF_SEGMENT_MOVETO for del_ in deler)
    return antall


def test_a_table_over_several_pages_is_one_table_whose_repeated_head_is_an_artifact():
    tiltak = tuple(replace(GJORT, kode=f"1.{nr}") for nr in range(60))
    lang = replace(INNHOLD, maal=(replace(INNHOLD.maal[0], tiltak=tiltak),))
    bestilling = beretningen(lang, GODKJENT)

    data = lag_pdf(bestilling)

    assert feil(data, vedlegg=(CSV,)) == []
    hoder = [bare_tegn(side).count("Nr.TiltakStatus") for side in sidetekster(data)]
    antall = bestilling.html.count("<table")
    assert sum(hoder) > bestilling.html.count('<th scope="col">Tiltak</th>')  # it is seen anew on each page
    assert merker(data, "Table", "THead") == ["Table", "THead"] * antall
    assert merker(skriv_pdf(bestilling), "Table", "THead") != ["Table", "THead"] * antall


def test_a_month_is_told_with_each_of_its_activities():
    data = lag_pdf(beretningen(INNHOLD, GODKJENT))

    with pikepdf.open(BytesIO(data)) as pdf:
        maaned = next(e for e, _ in struktur(pdf) if type_(e) == "TH" and e.A.get("/ColSpan") == 4)
        med = [e for e, _ in struktur(pdf) if type_(e) == "TD" and bytes(maaned.ID) in map(bytes, e.A.Headers)]
        assert (str(maaned.A.Scope), len(med)) == ("/Column", 3)


@pytest.mark.parametrize("tekst", [STYGT, LANGT_ORD, LANG_CELLE], ids=["stygt", "langt ord", "lang celle"])
def test_no_text_in_any_place_breaks_the_document_or_fetches_or_attaches(tekst, caplog):
    # As long as tells whether it breaks; at its full length it stands in one place, in `test_skriving.py`.
    bestilling = beretningen(med_tekst(tekst[:1200]), GODKJENT)

    data = lag_pdf(bestilling)

    assert (feil(data, vedlegg=(CSV,)), caplog.messages) == ([], [])
    with pikepdf.open(BytesIO(data)) as pdf:
        assert ytterst_til_hoeyre(data) < float(pdf.pages[0].MediaBox[2]) - 50
    synlig = bare_tegn(
        unescape(re.sub("<[^>]+>", "", re.sub("(?s)<head>.*?</head>|<svg.*?</svg>", "", bestilling.html)))
    )
    alt = bare_tegn("".join(sidetekster(data)))
    proever = {
        STYGT: ["<linkrel=attachmenthref=file:///etc/passwd>", "<script>alert(1)</script>"],
        LANGT_ORD: [],
        LANG_CELLE: ["Linje", "nummer", "mange."],  # by the word: a page may end within a line
    }[tekst]
    assert [bit for bit in proever if alt.count(bit) < synlig.count(bit)] == []


def test_a_year_of_many_measures_is_well_formed_and_leaves_no_row_alone(caplog):
    tiltak = tuple(
        replace(GJORT, kode=f"1.{nr}", tekst="Arbeide for rettferdig fordeling. " * 12) for nr in range(200)
    )
    stort = replace(FULLT, maal=(replace(FULLT.maal[0], tiltak=tiltak), FULLT.maal[1]))

    data = lag_pdf(beretningen(stort, GODKJENT))

    assert (feil(data, vedlegg=(CSV,)), caplog.messages) == ([], [])
    sider = [re.findall(r"\b1\.(\d+)\s+Arbeide", side) for side in sidetekster(data) if "rettferdig" in side]
    assert min(map(len, sider)) > 1
    assert [int(nr) for side in sider for nr in side] == list(range(200))


@pytest.mark.parametrize("form", BEGGE)
def test_qpdf_and_pdffonts_find_nothing_wrong(form, dokumentene, tmp_path):
    fil = tmp_path / "beretning.pdf"
    fil.write_bytes(dokumentene[form][1])

    kontroll = subprocess.run(["qpdf", "--check", fil], capture_output=True, text=True, check=True)
    skriftene = subprocess.run(["pdffonts", fil], capture_output=True, text=True, check=True).stdout

    assert kontroll.stderr == ""
    rader = [linje.split() for linje in skriftene.splitlines()[2:]]
    assert {rad[0].partition("+")[2].split("-")[0] for rad in rader} == {"Rapport"}
    assert [rad[-5:-2] for rad in rader] == [["yes", "yes", "yes"]] * len(
        rader
    )  # embedded, as a subset, with their text


def test_the_own_checks_find_each_fault_in_a_file_that_lies_inside(dokumentene):
    """The checks can fail: each fault made on purpose is found."""
    bestilling, data = dokumentene[Form.HEL]
    to = replace(bestilling, vedlegg=(*bestilling.vedlegg, Filvedlegg("a.bin", "", b"x")))
    funn = [
        *feil(data),
        *feil(skriv_pdf(bestilling), vedlegg=(CSV,)),
        *feil(skriv_pdf(to, finisher=fullfoer), vedlegg=(CSV,)),
    ]
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.Root.Outlines
        fil = pdf.Root.AF[0]
        del fil.AFRelationship, fil.EF.F.Params.ModDate
        fil.F = "noe annet"
        fil.EF.F.Params.CheckSum, fil.EF.F.Params.Size = pikepdf.String("x"), 1
        ut = BytesIO()
        pdf.save(ut)
    funn += feil(ut.getvalue(), vedlegg=(CSV,))

    for ord_ in (
        *("skulle være []", "(AF)", "a.bin er ikke beskrevet", "av slaget", "hva det er for dokumentet", "ingen dag"),
        *("samme navn", "sjekksummen", "størrelsen", "Bokmerkene"),
    ):
        assert any(ord_ in ett for ett in funn), ord_

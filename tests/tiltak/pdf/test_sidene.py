"""Tests of how the report's document fills its pages: what belongs together stands together, and no page is empty."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from aktivitet.tid import maaneder_i_ord
from tests.pdfminne import lag_pdf
from tiltak.rapport.deler import Linje, Maaldel, Tiltaksdel
from tiltak.rapport.dokument import beretningen
from tiltak.rapport.tekst import les_tekst

from ..rapport.eksempel import FIGURER, FULLT, GJORT, GODKJENT, INNHOLD, sidetekster

ANTALL = 24
TOPP, BUNN = 70, 75  # what stands above and below is the same on each page
MAALETS = (r"^1\.(\d+) Samling", r"^Om nummer (\d+)\.", r"Det\svar\s(\d+)\.", r"^(\d+)\.0 ")


def maanedlig(kode):
    """A measure of every month, each with a word."""
    linjer = tuple(
        Linje(maaneder_i_ord(dag, dag), "gjennomfoert", utfoert=dag, merknad="Sendt: vedtakene fra årsmøtet.")
        for dag in (date(2025, nr, 27) for nr in range(1, 13))
    )
    return Tiltaksdel(kode, "Sende nyhetsbrev", "Månedlig", "", "12 av 12 gjennomført", linjer, linjer)


def maalet(nr, *tiltak):
    tekst = les_tekst(f"Om nummer {nr}. " + "Fylkesstyret begynte med en samling. " * (1 + nr % 9) + f"Det var {nr}.")
    return Maaldel(f"1.{nr}", "Samling og lederskap", "", 2, f"mal-1.{nr}", FIGURER, tiltak, tekst)


def dokumentet(*maal):
    return BytesIO(lag_pdf(beretningen(replace(INNHOLD, maal=maal), GODKJENT)))


def sider(*maal):
    """The text of each page of the chapter on the goals, cell by cell, and how far down the page the last of it
    stands."""
    alle = []
    with pypdfium2.PdfDocument(dokumentet(*maal)) as pdf:
        for side in pdf:
            bredde, hoeyde = side.get_size()
            tekst = side.get_textpage()
            bunnen = [tekst.get_rect(nr)[1] for nr in range(tekst.count_rects())]
            dypt = max((hoeyde - bunn for bunn in bunnen if bunn > BUNN), default=0)
            alle.append((tekst.get_text_bounded(0, BUNN, bredde, hoeyde - TOPP).replace("\r\n", "\n"), dypt))
    return kapittelet(alle)


def linjer(*maal):
    """The lines of the same chapter as they are seen across the page, with each hyphen at the end of one."""
    with pdfplumber.open(dokumentet(*maal)) as pdf:
        tekster = [side.crop((0, TOPP, side.width, side.height - BUNN)).extract_text() for side in pdf.pages]
    return [linje for tekst, _ in kapittelet([(tekst, 0) for tekst in tekster]) for linje in tekst.splitlines()]


def kapittelet(alle):
    foerste = next(i for i, (tekst, _) in enumerate(alle) if "planens egen ordlyd" in tekst)
    siste = next(i for i, (tekst, _) in enumerate(alle) if "Det som ikke ble gjennomført" in tekst)
    begynnelsen, bunn = alle[foerste]
    return [(begynnelsen.partition("Mål og tiltak")[2], bunn), *alle[foerste + 1 : siste + 1]]


@pytest.fixture(scope="module")
def mange():
    """Many goals, each with a text and a few measures, so that pages end at all places in them."""
    return sider(
        *(maalet(nr, *(replace(GJORT, kode=f"{nr}.{i}") for i in range(1 + nr % 4))) for nr in range(1, ANTALL + 1))
    )


def test_a_goal_stands_with_its_text_and_that_with_its_caption_and_first_measure(mange):
    paa = [[[int(nr) for nr in re.findall(bit, tekst, re.MULTILINE)] for bit in MAALETS] for tekst, _ in mange]

    assert [(navn, tekst) for navn, tekst, _, _ in paa if navn != tekst] == []
    assert [(slutt, foerste) for _, _, slutt, foerste in paa if slutt != foerste] == []
    assert [nr for *_, foerste in paa for nr in foerste] == [*range(1, ANTALL + 1)]
    assert [tekst for tekst, _ in mange if tekst.splitlines()[-1].startswith(("3 frister", "Nr."))] == []


def test_measures_of_twelve_months_leave_no_page_half_empty(mange):
    maanedlige = sider(*(maalet(nr, maanedlig(f"{nr}.0"), GJORT) for nr in range(8)))

    assert [
        round(bunn) for _, bunn in (*mange[:-1], *maanedlige[:-1]) if bunn < 500
    ] == []  # of 767 that text may fill


def test_no_day_is_parted_by_the_end_of_a_line():
    linjene = linjer(maalet(1, maanedlig("1a"), maanedlig("1b")))

    assert [
        linje for linje in linjene if re.search(r" 27\.$|(septem|okto|novem|desem|januar|februar)-?$", linje)
    ] == []
    assert sum(bool(re.search(r"27\. [a-z]+ 2025", linje)) for linje in linjene) == 24


def test_the_words_of_one_of_many_lines_follow_its_day():
    tekst = "\n".join(linjer(maalet(1, maanedlig("1a"))))

    assert len(re.findall(r"\w+ 2025:\s?Gjennomført\s?27\.\s\w+\s2025\.\sSendt:", tekst)) == 12


def test_a_year_of_nothing_has_no_chapter_on_a_page_of_its_own():
    uten = replace(INNHOLD.aktivitetene, rader=())
    tomt = replace(INNHOLD, maal=(), ikke_gjort=(), gjort_senere=(), venter=(), aktivitetene=uten)

    *_, siste = sidetekster(lag_pdf(beretningen(tomt, GODKJENT)))

    assert [tittel in siste for tittel in ("Mål og tiltak", "Ikke gjennomført", "Aktiviteter")] == [True] * 3


def test_what_is_linked_to_is_a_heading_and_no_part_that_holds_much():
    """WeasyPrint keeps the whole layout of what is linked to: of a part, that is all that stands in it."""
    html = beretningen(FULLT, GODKJENT).html

    lenket = set(re.findall(r'href="#([^"]+)"', html))
    assert {merke for merke, id_ in re.findall(r'<(\w+)[^>]*? id="([^"]+)"', html) if id_ in lenket} == {
        "h2",
        "h3",
        "h4",
    }
    assert re.findall(r"<(?:section|div)[^>]*? id=", html) == []

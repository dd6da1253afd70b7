"""Tests of a PDF's pages as pictures: sizes, places, what is no page and no PDF, and two who ask at once."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image

from tests.pdfminne import lag_pdf
from tiltak.pdf.bestilling import Bestilling
from tiltak.pdf.bilder import BREDDE, Pdfside, les_sider, sidebilde

from .papir import A4, tomme_ark

HTML = """<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>To sider</title></head><body>
<h1 id="innledning">Innledning</h1><p>Se <a href="#mal-1.1">målet</a> og <a href="#blåbær">bærene</a>.</p>
<h2 id="mal-1.1" style="break-before: page">1.1 Mål</h2><p>Noe.</p><h2 id="blåbær">Blåbær</h2></body></html>"""


def lest(png):
    return Image.open(BytesIO(png))


def test_each_page_has_a_number_and_the_size_of_its_picture():
    pdf = tomme_ark(A4, (842, 595))

    sider = les_sider(pdf)

    assert sider == (Pdfside(1, 900, 1274), Pdfside(2, 900, 636))
    assert [lest(sidebilde(pdf, side.nr)).size for side in sider] == [(900, 1274), (900, 636)]


def test_a_page_of_any_shape_is_drawn_no_larger_than_the_bounds():
    pdf = tomme_ark((100, 14_000), (14_000, 100), (1, 1))

    sider = les_sider(pdf)

    assert [(side.bredde, side.hoeyde) for side in sider] == [(20, 3 * BREDDE), (BREDDE, 7), (BREDDE, BREDDE)]
    assert [lest(sidebilde(pdf, side.nr)).size for side in sider] == [(side.bredde, side.hoeyde) for side in sider]


def test_the_places_of_a_page_are_told_from_the_top_down():
    foerste, andre = les_sider(lag_pdf(Bestilling(HTML)))

    assert [sted.navn for sted in foerste.steder] == ["innledning"]
    assert [sted.navn for sted in andre.steder] == ["mal-1.1", "blåbær"]
    hoeyder = [sted.promille for sted in andre.steder]
    assert hoeyder == sorted(set(hoeyder))
    assert all(0 < promille < 500 for promille in hoeyder)


def test_the_headings_of_a_page_are_told_with_their_level():
    sider = les_sider(lag_pdf(Bestilling(HTML)))

    assert [[(ett.nivaa, ett.tekst) for ett in side.overskrifter] for side in sider] == [
        [(0, "Innledning")],
        [(1, "1.1 Mål"), (1, "Blåbær")],
    ]


def test_a_picture_is_small_and_shows_the_page():
    pdf = lag_pdf(Bestilling(HTML))

    png = sidebilde(pdf, 1)

    bilde = lest(png)
    assert (bilde.format, bilde.mode, len(png) < 60_000) == ("PNG", "P", True)
    moerkest, lysest = bilde.convert("L").getextrema()
    assert (moerkest < 80, lysest > 250) == (True, True)


def test_the_same_page_is_the_same_picture():
    pdf = lag_pdf(Bestilling(HTML))

    assert sidebilde(pdf, 2) == sidebilde(pdf, 2)
    assert sidebilde(pdf, 1) != sidebilde(pdf, 2)


@pytest.mark.parametrize("nr", [0, -1, 3, 10**30])
def test_a_page_that_is_not_there_is_said_so(nr):
    with pytest.raises(IndexError):
        sidebilde(tomme_ark(A4, A4), nr)


@pytest.mark.parametrize("tull", [b"", b"%PDF-", b"\x89PNG\r\n", b"%PDF-1.7\n" + b"\0" * 5000])
def test_what_is_no_pdf_is_said_so(tull):
    with pytest.raises(ValueError, match="ikke en PDF"):
        les_sider(tull)
    with pytest.raises(ValueError, match="ikke en PDF"):
        sidebilde(tull, 1)


def test_many_may_ask_at_once():
    pdf = lag_pdf(Bestilling(HTML))
    alene = [sidebilde(pdf, 1), sidebilde(pdf, 2)]

    with ThreadPoolExecutor(8) as traader:
        sammen = list(traader.map(lambda i: sidebilde(pdf, i % 2 + 1), range(24)))

    assert sammen == alene * 12

"""Files known by their content: each kind is itself, no other, and whatever comes there is an answer."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiltak.filer import FILER, PDF, odf, ooxml, pakke
from tiltak.filslag import FILSLAG, endelsen

TEKSTER = {"txt", "csv"}


def test_every_kind_is_itself_and_no_other():
    passer = {ende: {slag for slag, ett in FILSLAG.items() if ett.passer(fil)} for ende, fil in FILER.items()}

    assert passer == {ende: TEKSTER if ende in TEKSTER else {ende} for ende in FILSLAG}


@pytest.mark.parametrize(
    ("ende", "innhold"),
    [
        ("docx", ooxml("word", "word/vbaProject.bin")),
        ("docx", pakke(**{"word/document.xml": ""})),
        ("docx", FILER["docx"][:40]),
        ("docx", b"PK\x03\x04" + b"\xff" * 100 + b"PK\x05\x06" + b"\0" * 18),
        ("xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("odt", odf("text-master")),
        ("odt", pakke(mimetype="x" * 1_000_000)),
        ("txt", "UTF-16".encode("utf-16")),
        ("txt", b"MZ\x90\0"),
        ("txt", b"\x1b[2J"),
        ("txt", PDF),
        ("pdf", b"<html><script>alert(1)</script>"),
        ("png", b"<svg onload='alert(1)'>"),
    ],
    ids=lambda verdi: verdi if isinstance(verdi, str) else "",  # a packed file says the time that it was packed
)
def test_what_only_calls_itself_so_is_refused(ende, innhold):
    assert not FILSLAG[ende].passer(innhold)


@pytest.mark.parametrize("pakking", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_a_package_whose_content_is_torn_is_refused(pakking):
    strimlet = BytesIO()
    with ZipFile(strimlet, "w", pakking) as ny:
        ny.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 5)
    innhold = bytearray(strimlet.getvalue())
    begynner = 30 + len("mimetype")
    for slutt in range(begynner + 1, begynner + 40):
        for plass in range(begynner, min(slutt, len(innhold))):
            innhold[plass] ^= 0xFF
        assert not FILSLAG["odt"].passer(bytes(innhold))


def test_none_of_them_is_served_as_something_that_a_browser_runs():
    farlige = ("html", "svg", "xhtml", "script", "text/xml", "application/xml")

    assert [ett.innholdstype for ett in FILSLAG.values() if any(ord_ in ett.innholdstype for ord_ in farlige)] == []


@pytest.mark.parametrize(
    ("filnavn", "ende"),
    [
        ("Referat.PDF", "pdf"),
        ("bilde.jpeg", "jpg"),
        ("to.punktum.docx", "docx"),
        ("uten", ""),
        (".htaccess", ""),
        ("a. ", ""),
        ("", ""),
    ],
)
def test_the_end_of_a_name(filnavn, ende):
    assert endelsen(filnavn) == ende


@given(st.binary(max_size=300), st.sampled_from(sorted(FILER)))
def test_whatever_comes_there_is_an_answer(stoey, ende):
    hel = FILER[ende]
    for innhold in (stoey, hel[: len(stoey)] + stoey, stoey + hel[len(stoey) :], hel[: len(hel) // 2] + stoey):
        assert {ett.passer(innhold) for ett in FILSLAG.values()} <= {True, False}

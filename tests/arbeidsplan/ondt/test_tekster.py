"""Words that try to break what they are written in, in every field of words there is: through every form, and as they
may have been stored before or by another way. Never a fault, never markup, never a broken file.

Each file's own room tries more of them and looks closer: the feeds in `tests/aktivitet/ut/`, the report's files in
`tests/tiltak/rapport/`, the plan's in `tests/tiltak/uttak/`, letters in `tests/arbeidsplan/paaminnelser/`.
"""

import csv
from functools import partial
from io import BytesIO, StringIO

import docx
import icalendar
import openpyxl
import pytest
from django.urls import reverse
from lxml import etree, html

from aktivitet.tekst import rens_tekst

from ..rettigheter.skjemaer import alle_skjemaer
from ..rettigheter.skriving import skrevet_i
from ..test_rettigheter import sakene
from .tekster import BOMBE, INGENTING, MERKER, alle_tekster, skriv_overalt

REDIGERING = [
    "/admin/aktivitet/aktivitet/add/",
    "/admin/aktivitet/lag/add/",
    "/admin/aktivitet/fastaktivitet/add/",
    "/admin/arbeidsplan/bruker/add/",
]


def les_side(innhold):
    """No element of theirs, no handler, no script but our own files and data."""
    dokument = html.fromstring(innhold)
    assert not dokument.xpath("//*[@onload] | //b[contains(., ']]>')]")
    skript = dokument.xpath("//script[not(@src)]")
    assert {ett.get("type") for ett in skript} <= {"application/ld+json", "application/json"}  # data for one of ours
    assert b"{{" in innhold or b"49%s" not in innhold  # nothing was worked out as a template


def les_kalender(innhold):
    kalender = icalendar.Calendar.from_ical(innhold)
    assert all(len(linje) <= 75 for linje in innhold.split(b"\r\n"))
    assert not [navn for en in kalender.walk() for navn in en if navn == "X-OND"]
    assert b"\x07" not in innhold


def les_regneark(innhold):
    for ark in openpyxl.load_workbook(BytesIO(innhold)):
        assert not [celle for rad in ark.iter_rows() for celle in rad if celle.data_type == "f"]


def les_word(innhold):
    assert docx.Document(BytesIO(innhold)).element.body is not None


def les_tabell(innhold):
    rader = list(csv.reader(StringIO(innhold.decode("utf-8-sig")), delimiter=";"))
    assert len({len(rad) for rad in rader}) == 1
    assert not [celle for rad in rader for celle in rad if celle[:1] in ("=", "+", "@")]


def les_xml(innhold):
    rot = etree.fromstring(innhold)
    assert not rot.xpath("//*[local-name()='script']")


LESERE = {
    "text/html": les_side,
    "text/calendar": les_kalender,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": les_regneark,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": les_word,
    "text/csv": les_tabell,
    "application/atom+xml": les_xml,
    "image/svg+xml": les_xml,
}


@pytest.mark.parametrize("tekst", [BOMBE, MERKER], ids=["markup, formula, control", "marks"])
def test_what_is_stored_breaks_no_page_and_no_file(nettlesere, verden, tekst):
    skriv_overalt(tekst)
    feil, sett, viser = {}, set(), 0
    for navn, ting, get, _ in sakene():
        if get[-1] != "200" or (navn in sett and get[0] != "200"):
            continue
        sett.add(navn)
        svar = nettlesere["administrator"].get(reverse(navn, kwargs=verden[ting]))
        slag = svar.headers["Content-Type"].partition(";")[0]
        if svar.status_code != 200:
            feil[navn, ting] = svar.status_code
        elif slag in LESERE:
            sett.add(slag)
            innhold = b"".join(svar) if svar.streaming else svar.content
            viser += any(ett in innhold for ett in (b"&lt;script&gt;alert(1)", b"e\xcc\x81\xcc\xa3"))
            try:
                LESERE[slag](innhold)
            except (AssertionError, ValueError, etree.LxmlError) as galt:
                feil[navn, ting] = repr(galt)[:300]

    assert feil == {}
    assert set(LESERE) <= sett
    assert viser > 20  # the words are there to be read, as words


TEKSTENE = (BOMBE, f"{INGENTING}Møte{INGENTING}", MERKER)
# Login stores no words.
LAGRER_INGEN_ORD = {
    *("account_login", "account_logout", "account_signup", "account_reauthenticate", "account_reset_password"),
    *("account_request_login_code", "account_change_password", "account_set_password"),
}


def test_what_a_form_stores_is_clean(nettlesere, verden):
    """Sent in every field of words of every form: stored clean, or told by the field. First with an address that can
    be one, where there is such a field, so that the words beside it are stored."""
    nettleser = nettlesere["administrator"]
    foer = set(alle_tekster())
    urent, feil, lagret, spurt = {}, {}, 0, set()
    for skjema in alle_skjemaer(nettleser, verden, REDIGERING):
        if not skjema.skrives or skjema.visning in LAGRER_INGEN_ORD:
            continue
        spurt.add(skjema.visning)
        sendt = skjema.sendt(skjema.knapper[0] if skjema.knapper else None)
        ordfelt = {felt for felt in skjema.skrives & skjema.felter.keys() if not felt.endswith("email")}
        alle = skjema.skrives & skjema.felter.keys()
        med_adressen = [(BOMBE, alle)] if alle != ordfelt else []
        for tekst, felter in [*((ett, ordfelt) for ett in TEKSTENE), *med_adressen]:
            with skrevet_i() as tabellene:
                nettleser.se = partial(_urene, foer, tabellene)
                svar = nettleser.post(skjema.adresse, sendt | dict.fromkeys(felter, tekst))
            lagret += svar.status_code == 302
            if svar.status_code >= 500:
                feil[skjema.adresse, tekst[:9]] = svar.exc_info[1]
            if nettleser.sett:
                urent[skjema.adresse, tekst[:9]] = nettleser.sett

    assert (feil, urent) == ({}, {})
    assert lagret > 10
    assert {"mine_data", "inviter", "overlevering"} <= spurt


def _urene(foer, tabellene):
    """What is stored now, in the tables that were written to, and should have been cleaned first."""
    return {(hvor, tekst) for hvor, tekst in set(alle_tekster(tabellene)) - foer if rens_tekst(tekst) != tekst}

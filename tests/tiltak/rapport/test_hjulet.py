"""The wheel in the annual report: the same activities as its table, whatever months the report is about."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests.pdfsjekk import feil
from tests.tiltak.conftest import lag_plan
from tests.tiltak.rapport.eksempel import bare_tegn, sidetekster
from tiltak.models import Rapport

ADRESSE, PDF = "/rapport/2025/", "/rapport/2025/arsrapport.pdf"
I_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def rapport(db, lag_aktivitet):
    lag_plan()
    for nr in range(20):
        dag = date(2025, 1, 10) + timedelta(days=23 * nr)
        lag_aktivitet(f"Samling {nr}", dag, avlyst=nr == 3)
    lag_aktivitet("Internt", date(2025, 6, 1), synlighet="intern")
    # Read by anyone while it is still a draft, as those are that were published before there were editions.
    return Rapport.objects.create(aar=2025, fra=date(2025, 1, 1), til=date(2025, 12, 31), publisert=timezone.now())


def hjulene(html):
    """The wheels of the page, each as its name, its words and the numbers in its marks."""
    for svg in re.findall(r'<svg id="hjul.*?</svg>', html, re.DOTALL):
        hjulet = ElementTree.fromstring(svg)
        tall = [tekst.text for tekst in hjulet.iter(f"{I_SVG}text") if tekst.get("class") == "nr"]
        yield hjulet.find(f"{I_SVG}title").text, [tekst.text for tekst in hjulet.iter(f"{I_SVG}text")], tall


def tabellen(html):
    return re.findall(r'<th scope="row">(\d+)</th>.*?class="tittel">(.*?)<', html, re.DOTALL)


def test_the_wheel_and_the_table_hold_the_same_activities_with_the_same_numbers(client, rapport):
    html = client.get(ADRESSE).content.decode()

    i_tabellen = tabellen(html)
    assert [tittel for _, tittel in i_tabellen] == [f"Samling {nr}" for nr in range(16)]
    for navn, _, tall in hjulene(html):
        assert navn == "Året 2025 som hjul. 16 aktiviteter."
        assert tall == [nr for nr, _ in i_tabellen]
    assert len(list(hjulene(html))) == 2  # one for a screen and one for a phone
    assert "16 i kalenderen" in html
    assert "Internt" not in html


def test_the_document_has_one_wheel_and_the_same_table(client, rapport):
    svar = client.get(PDF)

    assert feil(svar.content, vedlegg=("beretning-2025-tiltak.csv",)) == []
    aktivitetene = bare_tegn("".join(sidetekster(svar.content)).rpartition("16 i kalenderen")[2])
    assert (aktivitetene.count("Møte"), aktivitetene.count("møte")) == (16, 1)  # each row's kind, and one wheel's key
    assert all(f"Samling{nr}" in aktivitetene for nr in range(16))


def test_from_one_annual_meeting_to_the_next_the_wheel_begins_with_the_first_month(client, rapport):
    rapport.fra, rapport.til = date(2025, 2, 22), date(2026, 3, 7)
    rapport.lagre(rapport.versjon)

    html = client.get(ADRESSE).content.decode()

    i_tabellen = tabellen(html)
    assert [tittel for _, tittel in i_tabellen] == [f"Samling {nr}" for nr in range(2, 19)]
    (navn, ordene, tall), smalt = hjulene(html)
    assert navn == smalt[0] == "Februar 2025–mars 2026 som hjul. 17 aktiviteter."
    assert {"feb. 2025", "jan. 2026"} <= set(ordene)
    assert tall == smalt[2] == [nr for nr, _ in i_tabellen]
    assert feil(client.get(PDF).content, vedlegg=("beretning-2025-tiltak.csv",)) == []


def test_of_more_months_than_can_be_told_apart_the_table_stands_alone(client, rapport):
    rapport.til = date(2026, 4, 30)
    rapport.lagre(rapport.versjon)

    html = client.get(ADRESSE).content.decode()

    assert list(hjulene(html)) == []
    assert len(tabellen(html)) == 20
    assert feil(client.get(PDF).content, vedlegg=("beretning-2025-tiltak.csv",)) == []


def test_without_activities_there_is_neither(client, rapport):
    rapport.fra = rapport.til = date(2025, 12, 31)
    rapport.lagre(rapport.versjon)

    assert list(hjulene(client.get(ADRESSE).content.decode())) == []


def test_the_wheel_does_not_mark_today_so_that_the_document_is_the_same_tomorrow(client, rapport):
    assert "i dag" not in client.get(ADRESSE).content.decode()

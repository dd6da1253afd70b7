"""The page with a button for each calendar program."""

import html
import re

import pytest

SIDEN = "/hva-skjer/abonner/"

pytestmark = pytest.mark.usefixtures("i_dag")


def test_each_button_leads_to_the_choice_that_was_made(client, lokallag):
    svar = client.get(SIDEN, {"lag": "hamar-sv"}).content.decode()

    feed = "testserver%2Fhva-skjer%2Fkalender.ics%3Flag%3Dhamar-sv"
    navn = "Innlandet%20SV%20%E2%80%93%20hva%20skjer%3A%20Hamar%20SV"
    knapper = re.findall(r'<a class="knapp[^"]*" href="([^"]*)"[^>]*>(.*?)</a>', svar)
    assert [(tekst, html.unescape(adresse)) for adresse, tekst in knapper] == [
        ("Legg til på iPhone, iPad eller Mac", "webcal://testserver/hva-skjer/kalender.ics?lag=hamar-sv"),
        (
            "Legg til i Google Kalender",
            f"https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F{feed}",
        ),
        (
            "Legg til i Outlook hjemme",
            f"https://outlook.live.com/calendar/0/addfromweb?url=http%3A%2F%2F{feed}&name={navn}",
        ),
        (
            "Legg til i Outlook på jobb",
            f"https://outlook.office.com/calendar/0/addfromweb?url=http%3A%2F%2F{feed}&name={navn}",
        ),
        ("Last ned som fil", "http://testserver/hva-skjer/kalender.ics?lag=hamar-sv"),
    ]
    assert 'readonly value="http://testserver/hva-skjer/kalender.ics?lag=hamar-sv"' in svar
    assert "Du får: <strong>Hamar SV</strong>." in svar


def test_without_a_choice_one_gets_all(client, db):
    assert "Du får: <strong>alt som skjer</strong>." in client.get(SIDEN).content.decode()


def test_a_choice_that_is_not_known_offers_no_button(client, db):
    svar = client.get(SIDEN, {"lag": "borte-sv"})

    assert svar.status_code == 200
    assert "Vi kjenner ikke laget i adressen. Velg fra listen." in svar.content.decode()
    assert "webcal:" not in svar.content.decode()


def test_what_somebody_searched_for_stays_text(client, db):
    svar = client.get(SIDEN, {"q": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in svar


def test_an_unchanged_page_is_answered_from_one_question(client, db, django_assert_num_queries):
    foerst = client.get(SIDEN)

    with django_assert_num_queries(1):
        igjen = client.get(SIDEN, headers={"If-None-Match": foerst.headers["ETag"]})

    assert (foerst.cookies, igjen.status_code, igjen.content) == ({}, 304, b"")

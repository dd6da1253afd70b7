"""The calendar in a frame: what it shows, to whom, and the code to paste."""

import html
import re
from datetime import date, time, timedelta

import pytest

from aktivitet.models import Lag

RAMMEN, KODEN = "/hva-skjer/innbygging/", "/hva-skjer/innbygging/kode/"

pytestmark = pytest.mark.usefixtures("i_dag")


def titler(svar):
    lenken = r'<p class="hva"><a href="/hva-skjer/aktivitet/\d+/" target="_top">(.*?)</a>'
    return re.findall(lenken, svar.content.decode())


def test_it_shows_what_goes_on_today_and_what_comes(client, lag_aktivitet):
    lag_aktivitet("I går", date(2026, 5, 13))
    lag_aktivitet("Leir", date(2026, 5, 10), date(2026, 5, 14), presisjon="dager")
    lag_aktivitet("Fest", date(2026, 5, 16), presisjon="klokkeslett", fra_kl=time(19), sted="Parken", avlyst=True)
    lag_aktivitet("Tur", date(2026, 5, 1), date(2026, 5, 31), presisjon="maaned", flyttet_fra=date(2026, 4, 9))

    svar = client.get(RAMMEN)

    assert titler(svar) == ["Leir", "Fest", "Tur"]
    side = " ".join(svar.content.decode().split())
    assert '<time datetime="2026-05-16T19:00">lør. 16. mai kl. 19.00</time>' in side
    assert '<span class="status" data-status="avlyst">Avlyst</span>' in side
    assert '<span class="merke">Flyttet fra 9. april</span>' in side
    assert "Parken · Hamar SV" in side


@pytest.mark.parametrize("hvem", [None, "redaktoer", "sekretaer"])
def test_drafts_and_internal_ones_are_never_in_it_whoever_asks(client, request, lag_aktivitet, hvem):
    lag_aktivitet("Åpent", date(2026, 5, 20))
    lag_aktivitet("Utkast", date(2026, 5, 20), publisert=None)
    lag_aktivitet("Internt", date(2026, 5, 20), synlighet="intern")
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    assert titler(client.get(RAMMEN)) == ["Åpent"]


def test_the_address_says_how_many_and_of_whose(client, lag_aktivitet):
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv", kommune="Øyer")
    for nr in range(12):
        lag_aktivitet(f"Møte {nr}", date(2026, 5, 20) + timedelta(days=nr))
    lag_aktivitet("Skolering", date(2026, 7, 1), lag=oeyer, type="skolering")

    assert len(titler(client.get(RAMMEN))) == 10
    assert titler(client.get(RAMMEN, {"antall": "2"})) == ["Møte 0", "Møte 1"]
    for valg in ({"lag": "oyer-sv"}, {"type": "skolering"}, {"kommune": "Øyer"}):
        assert titler(client.get(RAMMEN, valg)) == ["Skolering"]


@pytest.mark.parametrize(
    "valg", [{"antall": "0"}, {"antall": "51"}, {"antall": "9" * 10_000}, {"antall": "\x00"}, {"lag": "borte-sv"}]
)
def test_what_is_not_known_shows_nothing_and_the_way_to_the_calendar(client, lag_aktivitet, valg):
    lag_aktivitet("Møte", date(2026, 5, 20))

    svar = client.get(RAMMEN, valg)

    assert (svar.status_code, titler(svar)) == (200, [])
    assert "Vi kan ikke vise det som er valgt." in svar.content.decode()
    assert '<a href="/hva-skjer/" target="_top">Se hele kalenderen</a>' in svar.content.decode()


def test_an_empty_calendar_says_so(client, db):
    assert "Ingenting er lagt inn fra i dag og framover." in client.get(RAMMEN).content.decode()


def test_it_sets_no_cookie_and_runs_no_script(client, lag_aktivitet):
    lag_aktivitet("<script>alert(1)</script>", date(2026, 5, 20))

    svar = client.get(RAMMEN)

    assert (svar.cookies, "<script" in svar.content.decode(), "<form" in svar.content.decode()) == ({}, False, False)
    assert titler(svar) == ["&lt;script&gt;alert(1)&lt;/script&gt;"]


def test_nobody_may_frame_it_until_a_website_is_set(client, db):
    svar = client.get(RAMMEN)

    assert svar.headers["X-Frame-Options"] == "DENY"
    assert svar.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")


def test_an_unchanged_frame_is_answered_from_one_question_and_may_still_be_framed(
    client, lag_aktivitet, settings, django_assert_num_queries
):
    settings.INNBYGGING = ["https://innlandet.sv.no"]
    lag_aktivitet("Møte", date(2026, 5, 20))
    foerst = client.get(RAMMEN)

    with django_assert_num_queries(1):
        igjen = client.get(RAMMEN, headers={"If-None-Match": foerst.headers["ETag"]})

    assert (igjen.status_code, igjen.content) == (304, b"")
    # The browser puts the headers of a 304 in the place of those that it kept.
    assert igjen.headers["Content-Security-Policy"] == foerst.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in igjen.headers


def test_many_cost_as_few_questions_as_one(
    client, lag_aktivitet, django_assert_max_num_queries, django_assert_num_queries
):
    lag_aktivitet("Møte", date(2026, 5, 20))
    with django_assert_max_num_queries(4) as ett:
        client.get(RAMMEN)
    for nr in range(3):
        lag_aktivitet(str(nr), date(2026, 5, 20))

    with django_assert_num_queries(len(ett)):
        assert len(titler(client.get(RAMMEN))) == 4


# --- The code to paste -----------------------------------------------------------------------------------------------


@pytest.fixture
def koden(client, sekretaer):
    """Ask for the code as the secretary, and give it as a browser reads it out of its field."""
    client.force_login(sekretaer)

    def hent(**valg):
        side = client.get(KODEN, valg).content.decode()
        return html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", side, re.DOTALL).group(1))

    return hent


def test_the_code_is_one_frame_with_the_choice_in_its_address(koden, lokallag):
    assert koden(lag="hamar-sv", type="skolering", antall="5") == (
        '<iframe src="http://testserver/hva-skjer/innbygging/?lag=hamar-sv&amp;type=skolering&amp;antall=5" '
        'title="Hva skjer i Innlandet SV" width="100%" height="600" loading="lazy" style="border: 0"></iframe>'
    )


def test_a_name_cannot_get_out_of_the_code(koden, settings):
    settings.ORGANISASJON = '"><script>alert(1)</script>'

    assert 'title="Hva skjer i &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in koden()


def test_the_page_shows_what_the_frame_will_show(client, sekretaer, lag_aktivitet):
    lag_aktivitet("Møte", date(2026, 5, 20))
    lag_aktivitet("Internt", date(2026, 5, 20), synlighet="intern")
    client.force_login(sekretaer)

    assert titler(client.get(KODEN)) == ["Møte"]


def test_the_page_says_who_may_frame_it_and_what_to_set_when_nobody_may(client, sekretaer, settings):
    client.force_login(sekretaer)
    ingen = client.get(KODEN).content.decode()
    settings.INNBYGGING = ["https://innlandet.sv.no"]
    noen = client.get(KODEN).content.decode()

    assert "<code>INNBYGGING=https://innlandet.sv.no</code>" in ingen
    assert "<li>https://innlandet.sv.no</li>" in noen
    assert "Ingen ennå" not in noen


def test_a_number_that_is_too_large_is_told_by_the_field_and_stays_there(client, sekretaer):
    client.force_login(sekretaer)

    svar = client.get(KODEN, {"antall": "99"}).content.decode()

    assert "Skriv et tall fra 1 til 50." in svar
    assert 'name="antall" value="99"' in svar
    assert "<textarea" not in svar

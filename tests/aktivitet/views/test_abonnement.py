"""The feed: what it holds, who sees what in it, and that an unchanged one is not sent again."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from aktivitet.models import Aktivitet, Lag

FEED = "/hva-skjer/kalender.ics"

pytestmark = pytest.mark.usefixtures("i_dag")


def titler(svar):
    return [str(ut["SUMMARY"]) for ut in Calendar.from_ical(svar.content).walk("VEVENT")]


@pytest.fixture
def klokka(monkeypatch):
    """A clock that a test can set forward."""

    def frem(**tid):
        naa = timezone.now() + timedelta(**tid)
        monkeypatch.setattr(timezone, "now", lambda: naa)

    return frem


def test_the_feed_is_a_calendar_that_programs_may_fetch(client, lag_aktivitet):
    aktivitet = lag_aktivitet("Møte", date(2026, 5, 20), presisjon="klokkeslett", fra_kl=time(18))

    svar = client.get(FEED)

    assert svar.status_code == 200
    assert svar.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert svar.headers["Content-Disposition"] == 'inline; filename="kalender.ics"'
    assert svar.cookies == {}
    (ut,) = Calendar.from_ical(svar.content).walk("VEVENT")
    assert str(ut["URL"]) == f"http://testserver/hva-skjer/aktivitet/{aktivitet.pk}/"
    assert b"X-WR-CALNAME:Innlandet SV" in svar.content


def test_it_holds_thirteen_months_back_and_twenty_four_ahead(client, lag_aktivitet):
    for dag in (date(2025, 3, 31), date(2025, 4, 1), date(2028, 5, 31), date(2028, 6, 1)):
        lag_aktivitet(dag.isoformat(), dag)

    assert titler(client.get(FEED)) == ["2025-04-01", "2028-05-31"]


def test_it_takes_the_filter_of_the_page_and_tells_it_in_its_name(client, lag_aktivitet):
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv")
    lag_aktivitet("Møte", date(2026, 5, 20))
    lag_aktivitet("Skolering", date(2026, 5, 21), lag=oeyer, type="skolering")

    svar = client.get(FEED, {"lag": "oyer-sv", "type": "skolering", "visning": "maaned"})

    assert titler(svar) == ["Skolering"]
    navn = Calendar.from_ical(svar.content)["X-WR-CALNAME"]
    assert str(navn) == "Innlandet SV – hva skjer: Øyer SV\\, Skolering"  # as it is written: icalendar leaves it so


def test_a_filter_that_is_not_known_is_refused_in_words(client, db):
    svar = client.get(FEED, {"lag": "borte-sv", "type": "fest"})

    assert (svar.status_code, svar.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert svar.content.decode() == (
        "Vi kjenner ikke laget i adressen. Velg fra listen. Vi kjenner ikke typen i adressen. Velg fra listen."
    )


def test_a_year_is_given_on_request_and_told_in_the_name(client, lag_aktivitet):
    for dag in (date(2018, 12, 31), date(2019, 1, 1), date(2019, 12, 31), date(2020, 1, 1)):
        lag_aktivitet(dag.isoformat(), dag)

    svar = client.get(FEED, {"aar": "2019", "lag": "hamar-sv"})

    assert titler(svar) == ["2019-01-01", "2019-12-31"]
    assert str(Calendar.from_ical(svar.content)["X-WR-CALNAME"]) == "Innlandet SV – hva skjer 2019: Hamar SV"


@pytest.mark.parametrize("aar", ["1999", "2100", "0", "-2019", "i fjor", "20190", "9" * 10_000, "2019\x00", "²"])
def test_a_year_that_is_none_of_ours_is_refused_in_words(client, db, aar):
    svar = client.get(FEED, {"aar": aar})

    assert (svar.status_code, svar.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert svar.content.decode() == "Vi kjenner ikke året i adressen. Skriv et år fra 2000 til 2099."


@pytest.mark.parametrize("felt", ["q", "lag", "type", "kommune", "visning"])
@pytest.mark.parametrize("verdi", ["x" * 10_000, "a\r\nSet-Cookie: b=c\x00\x07"])
def test_a_filter_that_cannot_be_is_refused_or_finds_nothing(client, lag_aktivitet, felt, verdi):
    lag_aktivitet("Møte", date(2026, 5, 20))

    svar = client.get(FEED, {felt: verdi})

    if svar.status_code == 200:
        assert titler(svar) == []
    else:
        assert (svar.status_code, svar.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert "Set-Cookie" not in svar.headers


def test_the_head_of_the_feed_says_what_the_whole_says(client, lag_aktivitet, klokka):
    lag_aktivitet("Møte", date(2026, 5, 20))
    klokka(minutes=1)

    hele, hodet = client.get(FEED), client.head(FEED)

    assert (hodet.status_code, hodet.content) == (200, b"")
    assert dict(hodet.headers) == dict(hele.headers)


@pytest.mark.parametrize("hvem", [None, "redaktoer", "sekretaer", "administrator"])
def test_drafts_and_internal_ones_are_never_in_it_whoever_asks(client, request, lag_aktivitet, hvem):
    lag_aktivitet("Åpent", date(2026, 5, 20))
    lag_aktivitet("Avlyst", date(2026, 5, 21), avlyst=True)
    lag_aktivitet("Utkast", date(2026, 5, 22), publisert=None)
    lag_aktivitet("Internt", date(2026, 5, 23), synlighet="intern")
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    assert titler(client.get(FEED)) == ["Åpent", "Avlyst: Avlyst"]


def test_an_unchanged_feed_is_not_sent_again(client, lag_aktivitet, klokka):
    lag_aktivitet("Møte", date(2026, 5, 20))
    klokka(minutes=1)
    foerst = client.get(FEED)
    klokka(hours=1)

    for hode in ({"If-None-Match": foerst.headers["ETag"]}, {"If-Modified-Since": foerst.headers["Last-Modified"]}):
        igjen = client.get(FEED, headers=hode)
        assert (igjen.status_code, igjen.content) == (304, b"")
    assert client.get(FEED).content == foerst.content


def endre_tittel(aktivitet):
    aktivitet.tittel = "Nytt møte"
    aktivitet.lagre(aktivitet.versjon)


def gjoer_intern(aktivitet):
    aktivitet.synlighet = "intern"
    aktivitet.lagre(aktivitet.versjon)


@pytest.mark.parametrize("endring", [endre_tittel, gjoer_intern, lambda aktivitet: aktivitet.avlys(aktivitet.versjon)])
def test_a_changed_feed_is_sent_again(client, lag_aktivitet, klokka, endring):
    aktivitet = lag_aktivitet("Møte", date(2026, 5, 20))
    lag_aktivitet("Et annet", date(2026, 5, 21))
    klokka(minutes=1)
    foerst = client.get(FEED)
    klokka(minutes=1)
    endring(Aktivitet.objects.get(pk=aktivitet.pk))

    for hode in ({"If-None-Match": foerst.headers["ETag"]}, {"If-Modified-Since": foerst.headers["Last-Modified"]}):
        igjen = client.get(FEED, headers=hode)
        assert igjen.status_code == 200
        assert igjen.content != foerst.content


def test_a_new_name_of_an_organiser_is_sent_too(client, lag_aktivitet, lokallag):
    lag_aktivitet("Møte", date(2026, 5, 20))
    foerst = client.get(FEED)
    lokallag.navn = "Hamar og omegn SV"
    lokallag.save()

    assert client.get(FEED, headers={"If-None-Match": foerst.headers["ETag"]}).status_code == 200


def test_one_activity_keeps_its_identity_when_it_is_sharpened(client, lag_aktivitet, klokka):
    aktivitet = lag_aktivitet("Leir", date(2026, 6, 1), date(2026, 6, 30), presisjon="maaned")
    adresse = f"/hva-skjer/aktivitet/{aktivitet.pk}.ics"
    foerst = client.get(adresse)
    assert client.get(adresse, headers={"If-None-Match": foerst.headers["ETag"]}).status_code == 304
    klokka(days=1)
    aktivitet.presisjon, aktivitet.foerste_dag, aktivitet.siste_dag = "dager", date(2026, 6, 12), date(2026, 6, 14)
    aktivitet.lagre(aktivitet.versjon)

    igjen = client.get(adresse, headers={"If-None-Match": foerst.headers["ETag"]})

    (foer,), (etter,) = (Calendar.from_ical(svar.content).walk("VEVENT") for svar in (foerst, igjen))
    assert (etter["UID"], etter["SEQUENCE"], etter.decoded("DTSTART")) == (foer["UID"], 1, date(2026, 6, 12))
    assert (str(foer["SUMMARY"]), str(etter["SUMMARY"])) == ("Leir (juni)", "Leir")
    assert etter.decoded("LAST-MODIFIED") > foer.decoded("LAST-MODIFIED")
    assert igjen.headers["Content-Disposition"] == f'inline; filename="aktivitet-{aktivitet.pk}.ics"'

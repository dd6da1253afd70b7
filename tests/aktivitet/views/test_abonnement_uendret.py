"""The feed is made once and then kept, and "unchanged" costs one query. What has changed is sent at once."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aktivitet.models import Aktivitet, Kalenderstand
from aktivitet.ut import ics

FEED = "/hva-skjer/kalender.ics"

pytestmark = pytest.mark.usefixtures("i_dag")


@pytest.fixture(autouse=True)
def tomt_lager():
    """Keep nothing from other tests, and nothing for them."""
    caches["kalender"].clear()
    yield
    caches["kalender"].clear()


@pytest.fixture
def skrevet(monkeypatch):
    """The name of each calendar that is written anew."""
    navnene = []
    virkelig = ics.kalender

    def skriv(aktiviteter, lenke, navn):
        navnene.append(navn)
        return virkelig(aktiviteter, lenke, navn)

    monkeypatch.setattr(ics, "kalender", skriv)
    return navnene


@pytest.fixture
def moetet(lag_aktivitet):
    lag_aktivitet("Et annet", date(2026, 5, 21))
    return lag_aktivitet("Møte", date(2026, 5, 20))


# Whoever is logged in is looked up by their session, before any page is: a calendar program never is.
@pytest.mark.parametrize(("hvem", "antall"), [(None, 1), ("sekretaer", 1 + 2)])
@pytest.mark.parametrize("adresse", [FEED, f"{FEED}?lag=hamar-sv&q=m%C3%B8te", f"{FEED}?aar=2026", "en"])
def test_unchanged_costs_one_query_whoever_asks(
    client, request, moetet, django_assert_num_queries, hvem, antall, adresse
):
    adresse = f"/hva-skjer/aktivitet/{moetet.pk}.ics" if adresse == "en" else adresse
    if hvem:
        client.force_login(request.getfixturevalue(hvem))
    etag = client.get(adresse).headers["ETag"]

    with django_assert_num_queries(antall):
        svar = client.get(adresse, headers={"If-None-Match": etag})

    assert (svar.status_code, svar.content, svar.headers["ETag"]) == (304, b"", etag)
    assert (svar.headers["Cache-Control"], svar.cookies) == ("private, no-store" if hvem else "no-cache", {})


def test_it_is_the_same_file_whoever_asks(client, moetet, sekretaer):
    aapen = client.get(FEED)
    client.force_login(sekretaer)
    innlogget = client.get(FEED)

    assert (innlogget.content, innlogget.headers["ETag"]) == (aapen.content, aapen.headers["ETag"])


def test_the_feed_costs_as_many_queries_with_many_as_with_one(client, lag_aktivitet):
    def spoerringer_og_aktiviteter():
        with CaptureQueriesContext(connection) as spoerringer:
            return client.get(FEED).content.count(b"BEGIN:VEVENT"), spoerringer

    lag_aktivitet("Møte", date(2026, 5, 20))
    en, med_en = spoerringer_og_aktiviteter()
    for dag in range(1, 10):
        lag_aktivitet("Møte", date(2026, 6, dag))
    ti, med_ti = spoerringer_og_aktiviteter()

    assert (en, ti) == (1, 10)
    assert len(med_ti) == len(med_en)


def test_it_is_written_once_until_something_changes(client, moetet, skrevet):
    for _ in range(3):
        client.get(FEED)
    assert len(skrevet) == 1

    moetet.avlys(moetet.versjon)

    assert b"SUMMARY:Avlyst: M" in client.get(FEED).content
    assert len(skrevet) == 2


def test_a_change_by_another_process_is_seen_at_once(client, moetet):
    client.get(FEED)
    vaart = caches["kalender"]._cache.copy()

    # All that another process does to us is what it leaves in the database.
    Aktivitet.objects.filter(pk=moetet.pk).update(tittel="Skrevet av en annen")
    Kalenderstand.forny()

    assert caches["kalender"]._cache == vaart
    assert b"SUMMARY:Skrevet av en annen" in client.get(FEED).content


def test_each_choice_is_kept_once_however_its_address_is_written(client, moetet, skrevet):
    for adresse in ("?lag=hamar-sv", "?lag=hamar-sv&visning=maaned", "?x=1&lag=hamar-sv", "?lag=hamar-sv&q=&type="):
        client.get(FEED + adresse)
    for aar in ("2026", "02026"):
        client.get(FEED, {"aar": aar})

    assert skrevet == ["Innlandet SV – hva skjer: Hamar SV", "Innlandet SV – hva skjer 2026"]
    assert len(caches["kalender"]._cache) == 2


def test_what_has_no_end_of_choices_is_never_kept(client, moetet):
    for adresse in ("?q=kake", "?lag=hamar-sv&type=mote", "?lag=hamar-sv&lag=hamar-sv", "?aar=2026&kommune=Hamar"):
        assert client.get(FEED + adresse).status_code == 200

    assert len(caches["kalender"]._cache) == 0


def test_another_address_of_the_site_has_links_of_its_own(client, moetet):
    client.get(FEED)

    assert b"URL:http://localhost/hva-skjer/" in client.get(FEED, headers={"Host": "localhost"}).content


def test_a_new_month_is_a_new_feed(client, lag_aktivitet, monkeypatch):
    lag_aktivitet("For lenge siden", date(2025, 4, 3))
    lag_aktivitet("Om to år", date(2028, 6, 1))
    foer = client.get(FEED)
    i_juni = timezone.now() + timedelta(days=18)
    monkeypatch.setattr(timezone, "now", lambda: i_juni)

    hode = {"If-None-Match": foer.headers["ETag"]}
    etter = client.get(FEED, headers=hode)

    assert (b"For lenge siden" in foer.content, "Om to år".encode() in foer.content) == (True, False)
    assert (b"For lenge siden" in etter.content, "Om to år".encode() in etter.content) == (False, True)
    assert etter.headers["Last-Modified"] == "Sun, 31 May 2026 22:00:00 GMT"


def test_two_changes_in_one_second_are_told_apart(client, moetet):
    """Last-Modified counts in seconds: until the second is over, it could stand for either."""
    assert "Last-Modified" not in client.get(FEED).headers


def gjoer_intern(moetet):
    moetet.synlighet = "intern"
    moetet.lagre(moetet.versjon)


def slett(moetet):
    moetet.delete()


def slett_alle(moetet):
    Aktivitet.objects.filter(pk=moetet.pk).delete()


@pytest.mark.parametrize("borte", [gjoer_intern, slett, slett_alle])
def test_what_is_hidden_or_deleted_is_gone_at_once(client, moetet, borte):
    foer = client.get(FEED)

    borte(moetet)

    etter = client.get(FEED, headers={"If-None-Match": foer.headers["ETag"]})
    assert (foer.content.count(b"BEGIN:VEVENT"), etter.content.count(b"BEGIN:VEVENT")) == (2, 1)
    en = f"/hva-skjer/aktivitet/{moetet.pk or 0}.ics"
    assert client.get(en).status_code == 404


def test_what_nobody_sees_changes_nothing(client, lag_aktivitet, moetet):
    internt = lag_aktivitet("Internt", date(2026, 5, 22), synlighet="intern")
    utkast = lag_aktivitet("Utkast", date(2026, 5, 23), publisert=None)
    etag = client.get(FEED).headers["ETag"]

    for en in (internt, utkast):
        en.tittel = "Noe annet"
        en.lagre(en.versjon)
    utkast.slett_utkast(utkast.versjon)

    assert client.get(FEED, headers={"If-None-Match": etag}).status_code == 304


def test_a_calendar_that_nothing_was_ever_put_into_is_an_empty_one(client, db):
    svar = client.get(FEED)

    assert (svar.status_code, svar.content.count(b"BEGIN:VEVENT")) == (200, 0)
    assert client.get(FEED, headers={"If-None-Match": svar.headers["ETag"]}).status_code == 304

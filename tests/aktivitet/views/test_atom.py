"""The Atom feed: what it holds, that it is valid by RFC 4287 whatever is stored, and that an unchanged one is not sent
again."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet, Kalenderstand, Lag

FEED = "/hva-skjer/nytt.atom"
NS = "{http://www.w3.org/2005/Atom}"
DAGEN = date(2026, 5, 20)
ONDT = "\x00\x07\x0b\x1b\u202e\ufeff\ufffe]]>&amp;<b>\r\n"

pytestmark = pytest.mark.usefixtures("i_dag")


def lest(svar):
    """The feed, held to what RFC 4287 asks of every feed and every entry."""
    assert (svar.status_code, svar.headers["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = ET.fromstring(svar.content.decode())
    assert feed.tag == f"{NS}feed"
    for ett in (feed, *feed.findall(f"{NS}entry")):
        # 4.1.1 and 4.1.2: exactly one of each, and one link of the kind "alternate".
        assert [len(ett.findall(NS + navn)) for navn in ("id", "title", "updated")] == [1, 1, 1]
        assert [lenke.get("rel") for lenke in ett.findall(f"{NS}link")].count("alternate") == 1
        assert UUID(ett.findtext(f"{NS}id").removeprefix("urn:uuid:"))
        for navn in ("updated", "published"):  # 3.3: with a time zone
            assert all(datetime.fromisoformat(tid.text).tzinfo for tid in ett.findall(NS + navn))
    assert feed.find(f"{NS}author/{NS}name").text  # 4.1.1: at the feed when no entry has one
    assert feed.findall(f".//{NS}entry/{NS}author") == []
    idene = [ett.text for ett in feed.iter(f"{NS}id")]
    assert len(set(idene)) == len(idene)
    return feed


def titler(svar):
    return [post.findtext(f"{NS}title") for post in lest(svar).findall(f"{NS}entry")]


@pytest.fixture
def endret(lag_aktivitet):
    """Make an activity that was last changed so many minutes ago."""

    def lag(tittel, minutter=0, **felter):
        aktivitet = lag_aktivitet(tittel, DAGEN, **felter)
        Aktivitet.objects.filter(pk=aktivitet.pk).update(endret=timezone.now() - timedelta(minutes=minutter))
        return aktivitet

    return lag


def test_one_entry_says_what_when_where_and_by_whom(client, lag_aktivitet):
    moete = lag_aktivitet(
        "Møte & mat", DAGEN, presisjon="klokkeslett", fra_kl=time(18), sted="Folkets hus", kommune="Hamar"
    )

    feed = lest(client.get(FEED))

    (post,) = feed.findall(f"{NS}entry")
    assert {del_.tag.removeprefix(NS): del_.text or dict(del_.attrib) for del_ in post} == {
        "title": "Møte & mat",
        "link": {"href": f"http://testserver/hva-skjer/aktivitet/{moete.pk}/", "rel": "alternate"},
        "published": "2026-05-14T10:00:00+00:00",
        "updated": "2026-05-14T10:00:00+00:00",
        "id": f"urn:uuid:{moete.uid}",
        "summary": "Onsdag 20. mai 2026 kl. 18.00. Folkets hus, Hamar. Arrangør: Hamar SV.",
        "category": {"term": "Møte"},
    }
    assert feed.findtext(f"{NS}title") == "Innlandet SV – hva skjer – nytt og endret"
    assert feed.findtext(f"{NS}author/{NS}name") == "Innlandet SV"
    assert [(lenke.get("rel"), lenke.get("href")) for lenke in feed.findall(f"{NS}link")] == [
        ("alternate", "http://testserver/hva-skjer/"),
        ("self", "http://testserver/hva-skjer/nytt.atom"),
    ]


def test_the_last_change_comes_first_and_only_the_last_fifty_of_a_year(client, endret):
    endret("I fjor", minutter=367 * 24 * 60)
    for nr in range(52):
        endret(str(nr), minutter=nr)

    assert titler(client.get(FEED)) == [str(nr) for nr in range(50)]


def test_what_is_older_than_a_year_is_no_news(client, endret):
    endret("I fjor", minutter=367 * 24 * 60)

    assert titler(client.get(FEED)) == []


def test_the_title_tells_what_is_cancelled_and_what_is_moved(client, endret):
    endret("Leir", avlyst=True)
    flyttet = endret("Møte", minutter=1, flyttet_fra=date(2025, 12, 31))
    endret("Tur", minutter=2, presisjon="uke", flyttet_fra=date(2026, 5, 4))

    feed = lest(client.get(FEED))

    assert titler(client.get(FEED)) == ["Avlyst: Leir", "Flyttet: Møte", "Flyttet: Tur"]
    assert [post.findtext(f"{NS}summary") for post in feed.findall(f"{NS}entry")][1:] == [
        "Onsdag 20. mai 2026. Flyttet fra 31. desember 2025. Arrangør: Hamar SV.",
        "Uke 21 2026 (20. mai), dagen er ikke satt ennå. Flyttet fra 4. mai. Arrangør: Hamar SV.",
    ]
    assert f"urn:uuid:{flyttet.uid}" in [post.findtext(f"{NS}id") for post in feed.findall(f"{NS}entry")]


@pytest.mark.parametrize("hvem", [None, "redaktoer", "sekretaer"])
def test_drafts_and_internal_ones_are_never_in_it_whoever_asks(client, request, endret, hvem):
    endret("Åpent")
    endret("Utkast", publisert=None)
    endret("Internt", synlighet="intern")
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    assert titler(client.get(FEED)) == ["Åpent"]


def test_no_person_stands_in_it(client, endret, redaktoer):
    endret("Møte", opprettet_av=redaktoer)

    assert "Nils" not in client.get(FEED).content.decode()


def test_it_takes_the_filter_of_the_page_and_has_an_id_of_its_own_then(client, endret):
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv")
    endret("Møte")
    endret("Skolering", lag=oeyer, type="skolering")

    utvalg = client.get(FEED, {"lag": "oyer-sv", "type": "skolering", "tull": "1"})

    feed = lest(utvalg)
    assert titler(utvalg) == ["Skolering"]
    assert feed.findtext(f"{NS}title") == "Innlandet SV – hva skjer: Øyer SV, Skolering – nytt og endret"
    assert feed.findall(f"{NS}link")[1].get("href") == (
        "http://testserver/hva-skjer/nytt.atom?lag=oyer-sv&type=skolering"
    )
    assert len({lest(client.get(FEED, valg)).findtext(f"{NS}id") for valg in ({}, {"lag": "oyer-sv"})}) == 2


def test_the_order_of_the_choices_makes_no_other_feed(client, lokallag):
    Lag.objects.create(navn="Øyer SV", slug="oyer-sv")

    en, to = (lest(client.get(f"{FEED}?{valg}")) for valg in ("lag=hamar-sv&lag=oyer-sv", "lag=oyer-sv&lag=hamar-sv"))

    assert en.findtext(f"{NS}id") == to.findtext(f"{NS}id")


@pytest.mark.parametrize("valg", [{"lag": "borte-sv"}, {"q": "x" * 10_000}])
def test_a_filter_that_is_not_known_is_refused_in_words(client, db, valg):
    svar = client.get(FEED, valg)

    assert (svar.status_code, svar.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert svar.content.decode() in (
        "Vi kjenner ikke laget i adressen. Velg fra listen.",
        "Søk med færre ord: høyst 100 tegn.",
    )


def test_whatever_is_stored_it_is_still_xml(client, endret, settings):
    moete = endret("Møte")
    ondt = ONDT.replace("\x00", "")  # PostgreSQL keeps none
    Aktivitet.objects.filter(pk=moete.pk).update(tittel=f"Møte{ondt}", sted=f"Sal{ondt}", type="ukjent\x07")
    Lag.objects.filter(pk=moete.lag_id).update(navn=f"Hamar{ondt}SV")
    settings.ORGANISASJON = f"Innlandet{ondt}SV"

    feed = lest(client.get(FEED))

    (post,) = feed.findall(f"{NS}entry")
    assert post.findtext(f"{NS}title") == "Møte ]]>&amp;<b>"
    # The summary is HTML: what looks like an element in the text is none.
    assert post.findtext(f"{NS}summary") == (
        "Onsdag 20. mai 2026. Sal ]]&gt;&amp;amp;&lt;b&gt;. Arrangør: Hamar ]]&gt;&amp;amp;&lt;b&gt; SV."
    )


def test_control_characters_in_the_address_do_no_harm(client, endret):
    endret("Møte")

    assert titler(client.get(f"{FEED}?q=%00%0d%0am%C3%B8te%FF%1b")) == []
    assert titler(client.get(f"{FEED}?q=%00m%C3%B8te%1b")) == ["Møte"]


def test_an_unchanged_feed_is_answered_from_one_question(client, endret, django_assert_num_queries):
    moete = endret("Møte")
    foerst = client.get(FEED)

    with django_assert_num_queries(1):
        igjen = client.get(FEED, headers={"If-None-Match": foerst.headers["ETag"]})
    moete.tittel = "Nytt"
    moete.save()
    endret_svar = client.get(FEED, headers={"If-None-Match": foerst.headers["ETag"]})

    assert (igjen.status_code, igjen.content) == (304, b"")
    assert titler(endret_svar) == ["Nytt"]


def test_a_feed_without_entries_says_the_same_time_every_time(client, db, monkeypatch):
    Kalenderstand.forny()
    foerst = client.get(FEED)
    senere = timezone.now() + timedelta(hours=3)
    monkeypatch.setattr(timezone, "now", lambda: senere)

    assert client.get(FEED).content == foerst.content
    assert lest(foerst).findtext(f"{NS}updated") == "2026-05-14T10:00:00+00:00"


def test_many_cost_as_few_questions_as_one(client, endret, django_assert_max_num_queries, django_assert_num_queries):
    endret("Møte")
    with django_assert_max_num_queries(3) as ett:
        client.get(FEED)
    for nr in range(3):
        endret(str(nr))

    with django_assert_num_queries(len(ett)):
        assert len(titler(client.get(FEED))) == 4


@pytest.mark.parametrize("adresse", ["/hva-skjer/", "/hva-skjer/2026/5/"])
def test_the_pages_of_the_calendar_tell_where_it_is(client, lokallag, adresse):
    svar = client.get(adresse, {"lag": "hamar-sv"}).content.decode()

    assert (
        '<link rel="alternate" type="application/atom+xml" title="Nytt og endret" '
        'href="/hva-skjer/nytt.atom?lag=hamar-sv">'
    ) in svar

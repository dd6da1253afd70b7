"""Whatever is stored, the feed is read by others, and everything is in it."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from aktivitet.models import Aktivitet, Kalenderstand, Presisjon
from aktivitet.tekst import rens_linje
from tests.aktivitet.hendelser import aktivitet, fil

# What breaks files: line ends of all kinds, what the standard gives a meaning, what no reader may be sent.
FARLIG = "\r\n\t\x00\x07\x0b\x1c\x85\u2028\u202e\u200b\ud800\udfff\ufffe\ufeff\\;,:\"'^=<&🎈ÅåNn"
tekster = st.one_of(st.text(max_size=200), st.text(FARLIG, max_size=200), st.text("x🎈æ\\,", min_size=60, max_size=90))
adresser = st.one_of(tekster, tekster.map(lambda tekst: f"https://{tekst}"))
dager = st.dates(date(2000, 1, 1), date(2099, 1, 1))


@st.composite
def aktiviteter(draw):
    """An activity with anything in every field."""
    foerste, presisjon = draw(dager), draw(st.sampled_from(Presisjon.values))
    klokke = presisjon == Presisjon.KLOKKESLETT
    return aktivitet(
        draw(tekster),
        presisjon,
        foerste,
        foerste + timedelta(days=draw(st.integers(0, 365))),
        fra_kl=draw(st.times()).replace(microsecond=0) if klokke else None,
        til_kl=draw(st.none() | st.just(time(4))) if klokke else None,
        versjon=draw(st.integers(1, 10_000)),
        avlyst=draw(st.booleans()),
        nettlenke=draw(adresser),
        nettlenke_for=draw(st.sampled_from(["alle", "innloggede", "noe annet"])),
        paamelding=draw(adresser),
        paamelding_innen=draw(st.none() | dager),
        flyttet_fra=draw(st.none() | dager),
        **{
            felt: draw(tekster)
            for felt in (
                "type",
                "sted",
                "kommune",
                "beskrivelse",
                "maalgruppe",
                "tilgjengelighet",
                "papirer",
                "kontakt",
                "kontakt_epost",
            )
        },
    )


def lest(innhold):
    """UID and title of every entry, and no line that a strict reader would refuse."""
    *linjer, sist = innhold.split(b"\r\n")
    assert sist == b""
    assert [linje for linje in linjer if len(linje) > 75 or b"\n" in linje or b"\r" in linje] == []
    hendelser = Calendar.from_ical(innhold).walk("VEVENT")
    assert [ut.errors for ut in hendelser if ut.errors] == []
    return [(str(ut["UID"]), str(ut["SUMMARY"])) for ut in hendelser]


@settings(max_examples=80)
@given(st.lists(aktiviteter(), max_size=3))
def test_anything_stored_is_a_calendar_with_every_entry(alle):
    assert [uid for uid, _ in lest(fil(*alle))] == [f"{en.uid}@arbeidsplan" for en in alle]


@settings(max_examples=80)
@given(tekster)
def test_a_title_is_read_back_as_it_reads_on_the_page(tittel):
    assert [lest_tittel for _, lest_tittel in lest(fil(aktivitet(tittel)))] == [rens_linje(tittel)]


def kan_lagres(tekst):
    """Whether the database takes it at all: half characters none, and PostgreSQL no NUL."""
    try:
        tekst.encode()
    except UnicodeEncodeError:
        return False
    return connection.vendor == "sqlite" or "\x00" not in tekst


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titler=st.lists(tekster, min_size=1, max_size=4))
@pytest.mark.usefixtures("i_dag")
def test_what_slipped_past_the_cleaning_breaks_the_feed_for_nobody(client, lokallag, titler):
    titler = [tittel for tittel in titler if kan_lagres(tittel)]
    Aktivitet.objects.all().delete()
    laget = Aktivitet.objects.bulk_create(
        Aktivitet(
            tittel=tittel[:200],
            beskrivelse=tittel,
            kommune=tittel[:60],
            lag=lokallag,
            presisjon=Presisjon.DAG,
            foerste_dag=date(2026, 5, 20),
            siste_dag=date(2026, 5, 20),
            publisert="2026-05-01T12:00Z",
        )
        for tittel in titler
    )
    Kalenderstand.forny()

    svar = client.get("/hva-skjer/kalender.ics")

    assert svar.status_code == 200
    assert sorted(uid for uid, _ in lest(svar.content)) == sorted(f"{en.uid}@arbeidsplan" for en in laget)

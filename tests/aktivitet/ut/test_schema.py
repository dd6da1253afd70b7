"""An activity as schema.org/Event, held against the rules that it is written after."""

import json
import re
from datetime import date, time

import pytest

from aktivitet.models import Aktivitet, Lag
from aktivitet.ut.schema import hendelsen, som_json

SIDEN = "https://plan.example.org/hva-skjer/aktivitet/7/"
LAGETS = "https://plan.example.org/hva-skjer/?lag=hamar-sv"
LAG = Lag(navn="Hamar SV", kommune="Hamar")
DAG = date(2026, 6, 5)
# The properties that schema.org gives an Event, of those that are written here.
EGENSKAPER = {"name", "url", "description", "startDate", "endDate", "previousStartDate", "eventStatus"}
EGENSKAPER |= {"eventAttendanceMode", "location", "organizer", "inLanguage"}
STATUSER = {"EventScheduled", "EventCancelled", "EventRescheduled"}
TID = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")  # with the offset, or the day alone


def en(presisjon="dag", siste=None, **felter):
    vanlig = {
        "tittel": "Åpent møte",
        "lag": LAG,
        "presisjon": presisjon,
        "foerste_dag": DAG,
        "siste_dag": siste or DAG,
    }
    return Aktivitet(**(vanlig | felter))


def som_event(aktivitet):
    """Give what is written, read back, when it keeps the rules."""
    event = json.loads(som_json(hendelsen(aktivitet, SIDEN, LAGETS)))
    assert (event["@context"], event["@type"]) == ("https://schema.org", "Event")
    assert event.keys() - {"@context", "@type"} <= EGENSKAPER
    assert event["name"]
    assert all(TID.fullmatch(event[felt]) for felt in ("startDate", "endDate", "previousStartDate") if felt in event)
    status = event["eventStatus"].removeprefix("https://schema.org/")
    assert status in STATUSER
    # Google: the old date only with this status, and always with it.
    assert ("previousStartDate" in event) == (status == "EventRescheduled")
    steder = event.get("location", [])
    for sted in steder if isinstance(steder, list) else [steder]:
        # Google: a place has an address, a virtual one a link.
        assert sted["address"] if sted["@type"] == "Place" else sted["url"].startswith("https://")
    return event


def test_the_whole_of_an_evening():
    kveld = en("klokkeslett", fra_kl=time(18), til_kl=time(20), sted="Biblioteket", beskrivelse="Velkommen!")

    assert som_event(kveld) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Åpent møte",
        "startDate": "2026-06-05T18:00:00+02:00",
        "endDate": "2026-06-05T20:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Biblioteket",
            "address": {"@type": "PostalAddress", "addressLocality": "Hamar", "addressCountry": "NO"},
        },
        "organizer": {"@type": "Organization", "name": "Hamar SV", "url": LAGETS},
        "url": SIDEN,
        "description": "Velkommen!",
        "inLanguage": "nb",
    }


@pytest.mark.parametrize(
    ("aktivitet", "tider"),
    [
        (en(), ("2026-06-05", None)),
        (en("dager", date(2026, 6, 7)), ("2026-06-05", "2026-06-07")),
        (en("klokkeslett", fra_kl=time(18)), ("2026-06-05T18:00:00+02:00", None)),
        (en("klokkeslett", date(2026, 6, 6), fra_kl=time(18)), ("2026-06-05T18:00:00+02:00", "2026-06-06")),
        (
            en("klokkeslett", date(2026, 10, 25), foerste_dag=date(2026, 10, 24), fra_kl=time(23), til_kl=time(4)),
            ("2026-10-24T23:00:00+02:00", "2026-10-25T04:00:00+01:00"),
        ),
    ],
)
def test_times_have_their_offset_and_days_have_none(aktivitet, tider):
    event = som_event(aktivitet)

    assert (event["startDate"], event.get("endDate")) == tider


@pytest.mark.parametrize(
    ("felter", "status", "foer"),
    [
        ({}, "EventScheduled", None),
        ({"avlyst": True}, "EventCancelled", None),
        ({"flyttet_fra": date(2026, 5, 3)}, "EventRescheduled", "2026-05-03"),
        ({"flyttet_fra": date(2026, 5, 3), "avlyst": True}, "EventCancelled", None),
    ],
)
def test_cancelled_and_moved_are_told(felter, status, foer):
    event = som_event(en(**felter))

    assert (event["eventStatus"], event.get("previousStartDate")) == (f"https://schema.org/{status}", foer)


STEDET = {
    "@type": "Place",
    "name": "Hamar",
    "address": {"@type": "PostalAddress", "addressLocality": "Hamar", "addressCountry": "NO"},
}
NETTET = {"@type": "VirtualLocation", "url": "https://moete.example.org/1"}
LENKEN = {"nettlenke": NETTET["url"]}


@pytest.mark.parametrize(
    ("felter", "maate", "sted"),
    [
        ({"kommune": "Hamar"}, "Offline", STEDET),
        ({"kommune": "Hamar", "nettlenke_for": "alle", **LENKEN}, "Mixed", [STEDET, NETTET]),
        ({"nettlenke_for": "alle", **LENKEN}, "Online", NETTET),
        # For those who are logged in: that it is on the net may be told, but not where.
        ({"kommune": "Hamar", **LENKEN}, "Mixed", STEDET),
        (LENKEN, "Online", None),
        ({"nettlenke": "javascript:alert(1)", "nettlenke_for": "alle"}, None, None),
        (
            {"sted": "På nett", "lag": Lag(navn="Nettverket")},
            "Offline",
            {"@type": "Place", "name": "På nett", "address": "På nett"},
        ),
        ({}, None, None),
    ],
)
def test_where_it_is_held_is_told_as_far_as_anyone_may_know(felter, maate, sted):
    event = som_event(en(**felter))

    ventet = maate and f"https://schema.org/{maate}EventAttendanceMode"
    assert (event.get("eventAttendanceMode"), event.get("location")) == (ventet, sted)


def test_no_words_can_end_the_block_that_it_stands_in():
    tittel = "</script><!-- & \u2028 \u2029 ]]> Møte"

    skrevet = som_json(hendelsen(en(tittel=tittel), SIDEN, LAGETS))

    assert not set("<>&\u2028\u2029") & set(skrevet)
    assert json.loads(skrevet)["name"] == tittel

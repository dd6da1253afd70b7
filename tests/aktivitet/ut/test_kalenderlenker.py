"""The addresses that open a new entry at Google's and Outlook's: the right time for every precision, nothing else."""

from datetime import date, time
from urllib.parse import parse_qsl, urlsplit

import pytest

from aktivitet.models import Aktivitet
from aktivitet.ut.kalenderlenker import google, outlook

SIDEN = "https://plan.example.org/hva-skjer/aktivitet/7/"
DAG = date(2026, 6, 5)


def en(presisjon, foerste=DAG, siste=None, **felter):
    return Aktivitet(tittel="Møte", presisjon=presisjon, foerste_dag=foerste, siste_dag=siste or foerste, **felter)


def deler(adresse):
    return dict(parse_qsl(urlsplit(adresse).query, strict_parsing=True))


TIDER = [
    (en("dag"), "20260605/20260606", ("2026-06-05", "2026-06-06", "true")),
    (en("dager", siste=date(2026, 6, 7)), "20260605/20260608", ("2026-06-05", "2026-06-08", "true")),
    (en("uke", date(2026, 12, 28), date(2027, 1, 3)), "20261228/20270104", ("2026-12-28", "2027-01-04", "true")),
    (en("maaned", date(2026, 6, 1), date(2026, 6, 30)), "20260601/20260701", ("2026-06-01", "2026-07-01", "true")),
    (
        en("klokkeslett", fra_kl=time(18), til_kl=time(20)),
        "20260605T160000Z/20260605T180000Z",
        ("2026-06-05T16:00:00Z", "2026-06-05T18:00:00Z", None),
    ),
    (
        en("klokkeslett", fra_kl=time(18)),
        "20260605T160000Z/20260605T160000Z",
        ("2026-06-05T16:00:00Z", "2026-06-05T16:00:00Z", None),
    ),
    (
        en("klokkeslett", siste=date(2026, 6, 6), fra_kl=time(18)),
        "20260605T160000Z/20260606T220000Z",
        ("2026-06-05T16:00:00Z", "2026-06-06T22:00:00Z", None),
    ),
    (
        en("klokkeslett", date(2026, 10, 24), date(2026, 10, 25), fra_kl=time(23), til_kl=time(4)),
        "20261024T210000Z/20261025T030000Z",
        ("2026-10-24T21:00:00Z", "2026-10-25T03:00:00Z", None),
    ),
]


@pytest.mark.parametrize(("aktivitet", "dates", "_"), TIDER)
def test_google_is_told_the_time(aktivitet, dates, _):
    assert deler(google(aktivitet, SIDEN))["dates"] == dates


@pytest.mark.parametrize(("aktivitet", "_", "ventet"), TIDER)
def test_outlook_is_told_the_time(aktivitet, _, ventet):
    fikk = deler(outlook(aktivitet, SIDEN))

    assert (fikk["startdt"], fikk["enddt"], fikk.get("allday")) == ventet


@pytest.fixture
def full():
    """One with everything that could be told on."""
    return en(
        "klokkeslett",
        fra_kl=time(18),
        sted="Biblioteket & kaféen",
        kommune="Hamar",
        beskrivelse="Lang tekst",
        nettlenke="https://moete.example.org/hemmelig",
        kontakt_epost="leder@example.org",
        papirer="Saker https://example.org/saker",
    )


def test_the_whole_address_for_google(full):
    assert google(full, SIDEN) == (
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text=M%C3%B8te"
        "&dates=20260605T160000Z%2F20260605T160000Z&ctz=Europe%2FOslo"
        "&details=https%3A%2F%2Fplan.example.org%2Fhva-skjer%2Faktivitet%2F7%2F"
        "&location=Biblioteket%20%26%20kaf%C3%A9en%2C%20Hamar&crm=BUSY"
    )


def test_the_whole_address_for_outlook(full):
    assert outlook(full, SIDEN) == (
        "https://outlook.live.com/calendar/0/action/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
        "&subject=M%C3%B8te&startdt=2026-06-05T16%3A00%3A00Z&enddt=2026-06-05T16%3A00%3A00Z"
        "&body=https%3A%2F%2Fplan.example.org%2Fhva-skjer%2Faktivitet%2F7%2F"
        "&location=Biblioteket%20%26%20kaf%C3%A9en%2C%20Hamar&freebusy=busy"
    )


def test_what_has_no_day_yet_says_so_and_makes_nobody_busy():
    uken = en("uke", date(2026, 10, 12), date(2026, 10, 18))
    tekst = f"Dato er ikke satt. Foreløpig: uke 42 2026 (12.–18. oktober).\n\n{SIDEN}"

    hos_google, hos_outlook = deler(google(uken, SIDEN)), deler(outlook(uken, SIDEN))

    assert (hos_google["details"], hos_google["crm"]) == (tekst, "AVAILABLE")
    assert (hos_outlook["body"], hos_outlook["freebusy"]) == (tekst, "free")

"""A calendar with three board meetings, and a hand to set statuses with. Today is 15 June 2026."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet, Aktivitetstype

OSLO = ZoneInfo("Europe/Oslo")
I_DAG = date(2026, 6, 15)


def kl(aar, maaned, dag, time_=0, minutt=0):
    return datetime(aar, maaned, dag, time_, minutt, tzinfo=OSLO)


def moete(lag, dag, **felter):
    """Put a board meeting in the calendar: an evening, published for the board."""
    verdier = {
        "tittel": "Fylkesstyremøte",
        "type": Aktivitetstype.FYLKESSTYREMOETE,
        "presisjon": "klokkeslett",
        "fra_kl": time(18),
        "til_kl": time(20, 30),
        "synlighet": "intern",
        "publisert": timezone.now(),
    }
    return Aktivitet.objects.create(lag=lag, foerste_dag=dag, siste_dag=dag, **verdier | felter)


def sett(termin, status, tid, av=None, **felter):
    """Set the status at `tid`, through the verb that the pages use."""
    return termin.sett_status(status, av=av, versjon=termin.versjon, tid=tid, **felter)


@pytest.fixture
def april(fylkeslag):
    return moete(fylkeslag, date(2026, 4, 28))


@pytest.fixture
def juni(fylkeslag):
    return moete(fylkeslag, date(2026, 6, 9))


@pytest.fixture
def august(fylkeslag):
    return moete(fylkeslag, date(2026, 8, 25))

"""A decision, a draft, and the secretary on the plan's own pages."""

from datetime import date

import pytest

from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Maal, Ordlydsendring, Organ, Plan
from tiltak.tolkning import les_paa_nytt
from tiltak.utgave import Beslutning

AARSMOETET = date(2026, 2, 28)


def lag_lest_tiltak(maal, kode, tekst="Gjøre noe sammen", gjennomfoering="Årlig", **felter):
    """A measure with its phrase read, and its terminer laid out."""
    tiltak = lag_tiltak(maal, kode, tekst, gjennomfoering, **felter)
    les_paa_nytt(tiltak)
    tiltak.refresh_from_db()
    return tiltak


def terminene(tiltak):
    return list(tiltak.terminer.order_by("noekkel").values_list("noekkel", "status"))


def endringene():
    return list(Ordlydsendring.objects.order_by("pk").values_list("hva", "felt", "foer", "etter"))


@pytest.fixture
def beslutning(sekretaer):
    """The annual meeting's, in 2026."""
    return Beslutning(Organ.AARSMOETET, AARSMOETET, "Vedtak i sak 7", sekretaer)


@pytest.fixture
def retting(sekretaer):
    return Beslutning(Organ.RETTING, AARSMOETET, "Rettet skrivefeil", sekretaer)


@pytest.fixture
def lest(maal):
    """A yearly measure of the adopted plan."""
    return lag_lest_tiltak(maal, "1.1a", "Revidere strategien")


@pytest.fixture
def utkast(db):
    return lag_plan("utkast", tittel="Utkast", status=Plan.Status.UTKAST)


@pytest.fixture
def utkasttiltak(utkast):
    maal = Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Politisk mål")
    return lag_lest_tiltak(maal, "1a", "Møte folk")

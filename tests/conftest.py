"""What every test may ask for: one person per role, an organiser, activities, the real plan."""

import gc
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import settings

from aktivitet.models import Aktivitet, Lag
from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle
from tests.pdfminne import lag_pdf

# How long an example takes depends on what else the machine does.
settings.register_profile("uten klokke", deadline=None)
settings.load_profile("uten klokke")

PLANFIL = Path(__file__).parent.parent / "fixtures" / "arbeidsplan-2025-2028.txt"


def pytest_collection_modifyitems(config, items):
    """Mark whatever asks a database: the rest need not be run for one after the other. What asks PostgreSQL alone is
    no test on SQLite, rather than one that is skipped."""
    for item in items:
        if {"db", "transactional_db"} & set(item.fixturenames) or item.get_closest_marker("django_db"):
            item.add_marker("database")
    if connection.vendor != "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("postgresql")])
        items[:] = [item for item in items if not item.get_closest_marker("postgresql")]


def pytest_collection_finish():
    """Let the collector of garbage pass by all that has been read by now: it stays to the end, and looking it through
    again and again took a seventh of the time. And let it look less often for what is new."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture
def fylkeslag(db):
    return Lag.objects.create(navn="Innlandet SV", slug="innlandet-sv", type=Lag.Type.FYLKESLAG)


@pytest.fixture
def lokallag(db):
    return Lag.objects.create(navn="Hamar SV", slug="hamar-sv", type=Lag.Type.LOKALLAG, kommune="Hamar")


@pytest.fixture
def styremedlem(db):
    return Bruker.objects.create_user("kari@example.org", navn="Kari Styremedlem", roller={Rolle.STYREMEDLEM: None})


@pytest.fixture
def sekretaer(db):
    return Bruker.objects.create_user("ola@example.org", navn="Ola Sekretær", roller={Rolle.SEKRETAER: None})


@pytest.fixture
def administrator(db):
    return Bruker.objects.create_user("ada@example.org", navn="Ada Administrator", roller={Rolle.ADMINISTRATOR: None})


@pytest.fixture
def redaktoer(db, lokallag):
    """A branch editor, of Hamar SV."""
    bruker = Bruker.objects.create_user("nils@example.org", navn="Nils Redaktør", roller={Rolle.REDAKTOER: None})
    lokallag.redaktoerer.add(bruker)
    return bruker


@pytest.fixture
def lag_aktivitet(lokallag):
    """Make a published, public activity of Hamar SV on one day, unless told otherwise."""

    def lag(tittel, foerste_dag, siste_dag=None, **felter):
        vanlig = {"presisjon": "dag", "lag": lokallag, "publisert": timezone.now()}
        return Aktivitet.objects.create(
            tittel=tittel, foerste_dag=foerste_dag, siste_dag=siste_dag or foerste_dag, **(vanlig | felter)
        )

    return lag


@pytest.fixture(autouse=True)
def pdf_i_testens_prosess(request, monkeypatch):
    """Lay documents out in the test's own process, which has read fonts and WeasyPrint already and remembers the last
    few. In a browser, and where a test says `egen_prosess`, they are made as the app makes them."""
    if request.node.get_closest_marker("nettleser") or request.node.get_closest_marker("egen_prosess"):
        return

    def lag(bestilling, puls=None):
        return lag_pdf(bestilling)

    monkeypatch.setattr("tiltak.pdf.egenprosess.lag", lag)

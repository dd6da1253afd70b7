"""The secretary, logged in, and a draft to write in."""

import pytest

from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Maal, Plan


@pytest.fixture
def rediger(client, sekretaer, i_dag):
    """The secretary, logged in on 15 June 2026."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def utkast(db):
    return lag_plan("utkast", tittel="Utkast", status=Plan.Status.UTKAST)


@pytest.fixture
def utkasttiltak(utkast):
    maal = Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Politisk mål")
    return lag_tiltak(maal, "1a", "Møte folk")

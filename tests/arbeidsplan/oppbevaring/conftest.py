"""Two people with a password, a termin to write about, and a browser whose forms are checked."""

import pytest
from django.core.cache import cache
from django.test import Client

from tests.tiltak.conftest import maal, plan, termin, tiltak  # noqa: F401  the same termin to write about as there

from .nettleser import PASSORD


@pytest.fixture(autouse=True)
def tomt_mellomlager(db):
    """The counts of what is kept, and of attempts to log in, begin at nothing."""
    cache.clear()


@pytest.fixture
def kari(styremedlem):
    styremedlem.set_password(PASSORD)
    styremedlem.save()
    return styremedlem


@pytest.fixture
def ola(sekretaer):
    sekretaer.set_password(PASSORD)
    sekretaer.save()
    return sekretaer


@pytest.fixture
def vakt():
    """A browser whose forms are checked."""
    return Client(enforce_csrf_checks=True)

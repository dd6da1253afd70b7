"""A report of 2025 that somebody has begun to write."""

import pytest

from tests.tiltak.conftest import begynn_rapport, lag_meldt
from tiltak.models import Rapporttekst


@pytest.fixture
def tiltak(maal):
    return lag_meldt(maal, "Delta på <script> & kampanjer")


@pytest.fixture
def rapport(db):
    return begynn_rapport()


@pytest.fixture
def innledning(rapport, styremedlem):
    tekst = Rapporttekst(rapport=rapport, sted="innledning")
    tekst.skriv("Et utkast", av=styremedlem, versjon=0)
    return tekst

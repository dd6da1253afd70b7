"""A report of 2025 on its way through the annual meeting."""

import pytest

from tests.tiltak.conftest import begynn_rapport, lag_meldt
from tiltak.models import Rapporttekst
from tiltak.rapport.framlegging import legg_fram

from .siden import GODKJENT, MOETET, STYRET


@pytest.fixture
def tiltak(maal, i_dag):
    return lag_meldt(maal)


@pytest.fixture
def utkast(tiltak, sekretaer):
    rapport = begynn_rapport(moetedag=MOETET)
    Rapporttekst(rapport=rapport, sted="innledning").skriv("Et godt år.", av=sekretaer, versjon=0)
    return rapport


@pytest.fixture
def lagt_fram(utkast, sekretaer, i_dag):
    legg_fram(utkast, STYRET, av=sekretaer, versjon=utkast.versjon, i_dag=i_dag)
    return utkast


@pytest.fixture
def godkjent(lagt_fram, sekretaer):
    lagt_fram.vedta(GODKJENT, MOETET, av=sekretaer, versjon=lagt_fram.versjon)
    return lagt_fram

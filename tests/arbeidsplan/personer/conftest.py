"""A clock that the tests set, and an invitation with its key."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from arbeidsplan.models import Invitasjon
from arbeidsplan.roller import Rolle
from tests.arbeidsplan.paaminnelser.conftest import Klokke

NORA = "nora@example.org"


@pytest.fixture
def klokke(monkeypatch):
    """It is Monday 23 November 2026 at seven in the morning."""
    klokke = Klokke(datetime(2026, 11, 23, 7, 0, tzinfo=ZoneInfo("Europe/Oslo")))
    monkeypatch.setattr(timezone, "now", lambda: klokke.naa)
    return klokke


@pytest.fixture
def inviter(sekretaer):
    """Give a function that invites Nora to the board until 27 February 2027, unless told otherwise."""

    def _inviter(email=NORA, **felter):
        verdier = {"roller": {Rolle.STYREMEDLEM: "2027-02-27"}, "av": sekretaer, "navn": "Nora Ny"}
        return Invitasjon.objects.inviter(email, **verdier | felter)

    return _inviter

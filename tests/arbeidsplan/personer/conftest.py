"""The secretary's browser, and an invitation with its key."""

import pytest

from arbeidsplan.models import Invitasjon
from arbeidsplan.roller import Rolle

NORA = "nora@example.org"


@pytest.fixture
def inne(client, sekretaer):
    """A browser where the secretary is logged in."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def inviter(sekretaer):
    """Give a function that invites Nora to the board until 27 February 2027, unless told otherwise."""

    def _inviter(email=NORA, **felter):
        verdier = {"roller": {Rolle.STYREMEDLEM: "2027-02-27"}, "av": sekretaer, "navn": "Nora Ny"}
        return Invitasjon.objects.inviter(email, **verdier | felter)

    return _inviter

"""What the table costs on the real plan with a year of statuses: queries, and bytes on the wire."""

import gzip

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from arbeidsplan.models import Bruker
from tiltak.models import Termin

HOEYST = 60_000  # bytes


@pytest.fixture
def inne(db):
    """The demo's board member, with a browser that takes gzip."""
    call_command("lag_demo", "--i-dag", "2026-11-01", verbosity=0)
    client = Client(headers={"Accept-Encoding": "gzip"})
    client.force_login(Bruker.objects.get(email="styre@example.org"))
    return client


def test_a_year_and_the_whole_period_are_eight_queries_and_small_on_the_wire(inne):
    maalt = {}
    for spoersmaal in ("aar=2026", "aar=alle", "aar=alle&mal=2&folger=meg&q=å"):
        with CaptureQueriesContext(connection) as fangst:
            svar = inne.get(f"/tiltak/?{spoersmaal}")
        assert b"</html>" in gzip.decompress(svar.content)
        maalt[spoersmaal] = (len(fangst), len(svar.content) < HOEYST)
    hele = inne.get("/tiltak/?aar=alle").context["oversikt"]

    assert maalt == dict.fromkeys(maalt, (8, True))
    assert hele.antall_terminer == Termin.objects.i_figurene().count() == 226

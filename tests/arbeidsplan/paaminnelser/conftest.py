"""A small plan with what waits in it, and a mail server of one's own."""

from datetime import date
from threading import Thread

import pytest

from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal, Status

from .smtptjener import SmtpTjener


@pytest.fixture(autouse=True)
def adresse(settings):
    """The site's own address."""
    settings.ADRESSE = "https://plan.example.org"
    return settings.ADRESSE


@pytest.fixture
def maal(db):
    return Maal.objects.create(plan=lag_plan(), nr=1, nummer="1.1", overskrift="Tydelig politisk stemme")


@pytest.fixture
def karis(maal, styremedlem):
    """What waits for Kari on that Monday: one of each kind. Their terminer, in the letter's order."""
    sen = lag_tiltak(maal, "1.1a", "Revidere kommunikasjonsstrategien", foelges_opp_av=styremedlem)
    kommer = lag_tiltak(maal, "1.1b", "Holde medlemsmøte", foelges_opp_av=styremedlem)
    loepende = lag_tiltak(maal, "1.1c", "Svare på innspill", foelges_opp_av=styremedlem)
    halvaar = {"etikett": "1. halvår 2026", "siste": date(2026, 6, 30)}
    return [
        lag_termin(sen, "2026-H1", **halvaar),
        lag_termin(kommer),
        lag_termin(loepende, loepende=True, kan_forfalle=False, status=Status.PAAGAAR),
    ]


@pytest.fixture
def smtp(settings):
    """A real mail server on this machine, that keeps what it gets."""
    with SmtpTjener() as tjener:
        traad = Thread(target=tjener.serve_forever)
        traad.start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = tjener.server_address
        yield tjener
        tjener.slipp.set()
        tjener.shutdown()
        traad.join()

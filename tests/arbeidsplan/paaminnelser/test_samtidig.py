"""Two runs at once, and one that is killed: real processes on the test's own database, and a real mail server."""

import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from arbeidsplan.models import Utsending
from tests import basen
from tests.samtidig import samtidig, vent
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal

ROT = Path(__file__).parent.parent.parent.parent
INGENTING = "Ingenting å sende.\n"


@pytest.fixture
def karis_liste(transactional_db, styremedlem):
    """Something that is overdue, today."""
    i_dag = timezone.localdate()
    plan = lag_plan(fra=date(i_dag.year - 1, 1, 1), til=date(i_dag.year + 1, 12, 31))
    maal = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Mål")
    tiltak = lag_tiltak(maal, "1a", foelges_opp_av=styremedlem)
    lag_termin(tiltak, str(i_dag.year - 1), siste=i_dag - timedelta(days=30))


@pytest.fixture
def start(karis_liste, smtp):
    """Give a function that starts `manage.py send_paaminnelser`, and one that waits for it and tells how it went."""
    miljoe = os.environ | {
        "DATABASE_URL": basen.adressen(),
        "SECRET_KEY": settings.SECRET_KEY,
        "ADRESSE": "https://plan.example.org",
        "EMAIL_URL": "smtp://{}:{}".format(*smtp.server_address),
        "DJANGO_SETTINGS_MODULE": "arbeidsplan.settings",
    }
    prosesser = []

    def _start():
        kommando = [sys.executable, "manage.py", "send_paaminnelser"]
        prosess = subprocess.Popen(
            kommando, cwd=ROT, env=miljoe, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        prosesser.append(prosess)
        return prosess

    yield _start
    for prosess in prosesser:
        prosess.kill()
        prosess.communicate()


def ferdig(prosess):
    ut, feil = prosess.communicate(timeout=120)
    return prosess.returncode, ut, feil


def send(**innstillinger):
    """Run the command in this process, and give what it said."""
    ut = StringIO()
    with override_settings(**innstillinger):
        call_command("send_paaminnelser", stdout=ut)
    return ut.getvalue()


def send_med_de_andre(innstillinger):
    """The same, in the same moment as the others."""
    vent()
    return send(**innstillinger)


def test_two_runs_at_once_send_one_letter(start, smtp):
    smtp.slipp.clear()
    foerste = start()
    assert smtp.fikk.wait(timeout=120)

    andre = send(EMAIL_TIMEOUT=20)
    smtp.slipp.set()

    assert andre == INGENTING
    assert ferdig(foerste) == (0, "1 ukeliste er sendt.\n", "")
    assert send() == INGENTING
    assert len(smtp.brev) == 1


def test_three_that_start_in_the_same_moment_send_one_letter(karis_liste, smtp):
    navn = ("ADRESSE", "EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT")
    innstillinger = {ett: getattr(settings, ett) for ett in navn}

    svar = samtidig(send_med_de_andre, [innstillinger] * 3)

    assert sorted(svar) == ["1 ukeliste er sendt.\n"] + [INGENTING] * 2
    assert len(smtp.brev) == 1


def test_a_run_that_is_killed_while_the_server_has_the_letter_is_not_repeated(start, smtp):
    smtp.slipp.clear()
    drept = start()
    assert smtp.fikk.wait(timeout=120)
    drept.send_signal(signal.SIGKILL)
    drept.communicate()
    smtp.slipp.set()

    assert send() == INGENTING
    assert len(smtp.brev) == 1


def test_what_was_refused_is_told_in_the_exit_code(start, smtp, styremedlem):
    smtp.avviser = {styremedlem.email}

    kode, ut, feil = ferdig(start())

    assert (kode, ut, "ble avvist (550)" in feil, "@" in feil) == (1, "", True, False)


def test_a_claim_is_stored_before_it_is_given(karis_liste, styremedlem):
    utsending = Utsending.ta(styremedlem, "ukeliste", timezone.now())

    assert not connection.in_atomic_block
    assert Utsending.objects.get() == utsending

"""Several who press at once: real processes on the test's own database, each a whole request."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import reverse

from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Spor
from arbeidsplan.roller import Rolle
from tests import basen

from .conftest import NORA

ROT = Path(__file__).parent.parent.parent.parent
# Ready first, and then all at once: the address, who is logged in if anybody, and what is sent. Says the status, how
# many letters went, and where it leads.
FORESPOERSEL = """
import sys, json, django
django.setup()
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment
from arbeidsplan.models import Bruker
setup_test_environment()
sti, hvem, data = json.loads(sys.argv[1])
klient = Client()
if hvem:
    klient.force_login(Bruker.objects.get(email=hvem))
connection.ensure_connection()
print("klar", flush=True)
sys.stdin.readline()
svar = klient.post(sti, data)
print(svar.status_code, len(mail.outbox), svar.headers.get("Location", "-"))
"""


@pytest.fixture
def samtidig(transactional_db):
    """Give a function that sends the requests in the same moment, and gives what each was answered, sorted."""
    prosesser = []

    def _samtidig(*forespoersler):
        miljoe = os.environ | {"DATABASE_URL": basen.adressen(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
        for en in forespoersler:
            kommando = [sys.executable, "-c", FORESPOERSEL, json.dumps(en)]
            roer = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
            prosesser.append(subprocess.Popen(kommando, cwd=ROT, env=miljoe, text=True, **roer))
        for prosess in prosesser:
            assert prosess.stdout.readline() == "klar\n", prosess.stderr.read()
        for prosess in prosesser:
            prosess.stdin.write("\n")
            prosess.stdin.flush()
        return sorted(prosess.communicate(timeout=120)[0].strip() for prosess in prosesser)

    yield _samtidig
    for prosess in prosesser:
        prosess.kill()
        prosess.communicate()


def test_of_three_who_take_the_same_invitation_one_comes_in(samtidig, inviter):
    _, noekkel = inviter()

    svar = samtidig(*[(reverse("invitasjon", args=[noekkel]), None, {"navn": f"Nora {nr}"}) for nr in range(3)])

    assert svar == ["302 0 /", "410 0 -", "410 0 -"]
    assert Bruker.objects.filter(email=NORA).count() == 1
    assert Spor.objects.filter(hendelse=Hendelse.INVITASJON_BRUKT).count() == 1


def test_a_button_pressed_three_times_in_one_moment_sends_one_letter(samtidig, sekretaer):
    skjema = {"email": NORA, "navn": "Nora", "rolle_styremedlem": "on", "siste_dag_styremedlem": ""}

    svar = samtidig(*[("/personer/inviter/", sekretaer.email, skjema)] * 3)

    assert svar == ["302 0 /personer/", "302 0 /personer/", "302 1 /personer/"]
    assert [en.email for en in Invitasjon.objects.all()] == [NORA]


def test_two_who_invite_the_same_address_in_one_moment_get_no_error_page(samtidig, sekretaer, administrator):
    skjema = {"email": NORA, "navn": "Nora", "rolle_styremedlem": "on", "siste_dag_styremedlem": ""}

    svar = samtidig(*[("/personer/inviter/", bruker.email, skjema) for bruker in (sekretaer, administrator)])

    assert {en.split()[0] for en in svar} == {"302"}
    assert Invitasjon.objects.ubesvarte().count() == 1


def test_send_once_more_pressed_twice_in_one_moment_sends_one_letter(samtidig, inviter, sekretaer):
    invitasjon, _ = inviter()
    sti = reverse("invitasjon_send", args=[invitasjon.pk])

    svar = samtidig(*[(sti, sekretaer.email, {"brevet": invitasjon.brevet})] * 2)

    assert svar == ["302 0 /personer/", "302 1 /personer/"]


def test_taken_and_taken_back_in_one_moment_is_one_of_the_two(samtidig, inviter, sekretaer):
    invitasjon, noekkel = inviter(roller={Rolle.STYREMEDLEM: None})

    svar = samtidig(
        (reverse("invitasjon", args=[noekkel]), None, {"navn": "Nora"}),
        (reverse("invitasjon_trekk", args=[invitasjon.pk]), sekretaer.email, {}),
    )

    assert svar in (["302 0 /", "302 0 /personer/"], ["302 0 /personer/", "410 0 -"])
    invitasjon.refresh_from_db()
    assert (invitasjon.brukt is None) != (invitasjon.trukket is None)

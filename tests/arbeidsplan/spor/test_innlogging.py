"""Tests of the lines that logging in leaves: that one came in, and how; nothing of who did not."""

import re

import pytest
from django.core import mail

from arbeidsplan.models import Bruker, Hendelse, Spor
from arbeidsplan.roller import Rolle
from arbeidsplan.spor.innlogging import maaten

from .linjene import linjene

PASSORD = "roser-i-mai-2026"
INN = "/logg-inn/"


@pytest.fixture
def kari(db):
    return Bruker.objects.create_user("kari@example.org", PASSORD, navn="Kari", roller={Rolle.STYREMEDLEM: None})


@pytest.mark.parametrize(
    ("trinn", "ord_"),
    [
        ([], ""),
        ([{"method": "password", "email": "kari@example.org"}], "Passord"),
        ([{"method": "code", "email": "kari@example.org"}], "Kode på e-post"),
        ([{"method": "invitasjon"}], "Invitasjon"),
        ([{"method": "password"}, {"method": "mfa", "type": "totp"}], "Passord og kode fra app"),
        ([{"method": "password"}, {"method": "mfa", "type": "recovery_codes"}], "Passord og reservekode"),
        ([{"method": "password"}, {"method": "mfa", "type": "webauthn"}], "Passord og passnøkkel"),
        ([{"method": "mfa", "type": "webauthn", "passwordless": True}], "Passnøkkel"),
        # Begun one way, and given up for another.
        ([{"method": "password"}, {"method": "code"}], "Kode på e-post"),
        ([{"method": "password"}, {"method": "mfa", "type": "webauthn", "passwordless": True}], "Passnøkkel"),
        ([{"method": "password"}, {"method": "password"}], "Passord"),
        ([{"method": "password"}, {"method": "mfa", "type": "totp", "reauthenticated": True}], "Passord"),
        ([{"method": "noe nytt", "email": "kari@example.org"}], ""),
        ([{}], ""),
    ],
)
def test_the_way_in_is_said_in_words(trinn, ord_):
    assert maaten(trinn) == ord_


def test_a_login_by_password_leaves_a_line(client, kari):
    client.post(INN, {"login": kari.email, "password": PASSORD})

    assert linjene() == [(Hendelse.INNLOGGING, kari, None, "Passord")]


def test_a_login_by_a_code_says_so(client, kari):
    client.post("/logg-inn/kode/", {"email": kari.email})
    kode = re.search(r"^[A-Z0-9-]{6,}$", mail.outbox[-1].body, re.MULTILINE).group()

    client.post("/logg-inn/kode/bekreft/", {"code": kode})

    assert linjene() == [(Hendelse.INNLOGGING, kari, None, "Kode på e-post")]


@pytest.mark.parametrize("adresse", ["kari@example.org", "ukjent@example.org"])
def test_a_try_that_fails_leaves_none(client, kari, adresse):
    client.post(INN, {"login": adresse, "password": "galt-passord"})

    assert linjene() == []


def test_nobody_comes_in_whose_line_cannot_be_written(client, kari, monkeypatch):
    monkeypatch.setattr(Spor, "save", _gaar_ikke)
    client.raise_request_exception = False

    svar = client.post(INN, {"login": kari.email, "password": PASSORD})

    assert svar.status_code == 500
    assert client.get("/konto/paaminnelser/").status_code == 302  # to the login page


def _gaar_ikke(*args, **kwargs):
    raise RuntimeError

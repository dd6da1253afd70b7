"""Passkeys, as far as a test without a browser goes: what is made up is refused in words. The browser's own tests show
one being made and used."""

import json

import pytest
from allauth.mfa.models import Authenticator

from .conftest import innlogget, nettopp_inne

INN = "/logg-inn/passnokkel/"
NY = "/konto/passnokler/ny/"
TULL = [
    "",
    "x",
    "null",
    "[]",
    "1",
    '"tekst"',
    "{}",
    '{"id": 1}',
    '{"response": []}',
    '{"id": "", "rawId": "", "type": "public-key", "response": {"userHandle": "%"}}',
    json.dumps(
        {
            "id": "AAAA",
            "rawId": "AAAA",
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": "AAAA",
                "authenticatorData": "AAAA",
                "attestationObject": "AAAA",
                "signature": "AAAA",
                "userHandle": "MTg0NDY3NDQwNzM3MDk1NTE2MTY",  # 2^64
            },
        }
    ),
    "[" * 5000,
    '{"id": "\\ud800"}',
]


@pytest.mark.parametrize("tull", TULL)
def test_a_passkey_that_is_none_lets_nobody_in_and_says_so(client, kari, tull):
    client.get(INN, headers={"Accept": "application/json"})

    svar = client.post(INN, {"credential": tull, "next": "/tiltak/"})

    assert svar.headers["Location"] == "/logg-inn/?next=%2Ftiltak%2F"
    assert "Passnøkkelen ble ikke godtatt." in client.get("/logg-inn/").content.decode()
    assert innlogget(client) is None


@pytest.mark.parametrize("tull", TULL)
def test_and_none_is_added(client, kari, tull):
    nettopp_inne(client, kari)
    client.get(NY)

    svar = client.post(NY, {"credential": tull, "name": "Min"})

    assert svar.status_code == 200
    assert '<p class="errorlist">' in svar.content.decode()
    assert not Authenticator.objects.exists()


def test_the_login_page_forgets_a_next_that_is_elsewhere(client, db):
    for neste in ("//example.com/", "https://example.com/", "javascript:alert(1)"):
        svar = client.post(INN, {"credential": "x", "next": neste})

        assert svar.headers["Location"] == "/logg-inn/"


def test_the_browser_is_asked_for_a_passkey_that_names_nobody(client, kari):
    valg = client.get(INN, headers={"Accept": "application/json"}).json()["request_options"]["publicKey"]

    assert (valg.get("allowCredentials", [])) == []
    assert valg["userVerification"] == "required"
    assert valg["rpId"] == "testserver"


def test_a_new_passkey_is_asked_for_that_works_by_itself(client, kari):
    nettopp_inne(client, kari)

    valg = client.get(NY).context["js_data"]["creation_options"]["publicKey"]

    assert (valg["authenticatorSelection"]["residentKey"], valg["authenticatorSelection"]["userVerification"]) == (
        "required",
        "required",
    )
    assert valg["user"]["name"] == kari.email


def test_a_passkey_gets_another_name_cleaned(client, kari):
    en = Authenticator.objects.create(user=kari, type="webauthn", data={"name": "Gammel", "credential": {}})
    nettopp_inne(client, kari)
    navn = f"/konto/passnokler/{en.pk}/navn/"

    tomt = client.post(navn, {"name": "\u202e\x07 "})
    langt = client.post(navn, {"name": "a" * 61})
    client.post(navn, {"name": " Jobb\u202emaskinen\r\n<b> "})
    en.refresh_from_db()

    assert tomt.context["form"].errors == {"name": ["Skriv et navn."]}
    assert langt.context["form"].errors == {"name": ["Navnet kan ha høyst 60 tegn."]}
    assert en.data["name"] == "Jobbmaskinen <b>"
    assert "Jobbmaskinen &lt;b&gt;" in client.get("/konto/totrinn/").content.decode()

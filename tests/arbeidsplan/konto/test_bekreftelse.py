"""Proof that it is still the same person: asked of those too who have no password, and before one is made."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from arbeidsplan.models import Bruker

from .conftest import PASSORD, appens_kode, koden, nettopp_inne
from .test_andres_veier import Noekkel

BEKREFT = "/konto/bekreft/"
NOEKKELEN = "/konto/passnokler/ny/"
SLETT = "/konto/slett/"
SLETTES = "Du har bedt om å bli slettet for godt. Det skjer med en gang du har bekreftet at det er deg."


def for_lenge_siden(client):
    """The session has stood since before the time that a login counts for proof."""
    oekt = client.session
    oekt["account_authentication_methods"] = [{"method": "code", "at": time.time() - 901}]
    oekt.save()


@pytest.fixture
def ola_inne(client, sekretaer):
    """Ola, who logs in with codes and has no password, as most have none. He left his machine a while ago."""
    nettopp_inne(client, sekretaer)
    for_lenge_siden(client)
    return client


@pytest.mark.parametrize("adresse", ["/konto/e-post/", NOEKKELEN, "/konto/totrinn/app/", "/konto/passord/nytt/"])
def test_whoever_has_no_password_is_asked_for_a_code_from_their_letters(ola_inne, sekretaer, adresse):
    svar = ola_inne.get(adresse)
    assert (svar.status_code, svar.headers.get("Location", "").split("?")[0]) == (302, BEKREFT)

    siden = ola_inne.get(svar.headers["Location"])
    assert "Send koden" in siden.content.decode()
    assert mail.outbox == []
    svar = ola_inne.post(BEKREFT, {"next": adresse})
    assert [brev.to for brev in mail.outbox] == [[sekretaer.email]]
    svar = ola_inne.post(BEKREFT, {"code": koden().lower(), "next": adresse})

    assert svar.headers["Location"] == adresse
    assert ola_inne.get(adresse).status_code == 200


def test_a_wrong_code_is_told_by_the_field_and_the_third_ends_it(ola_inne):
    ola_inne.post(BEKREFT)
    svar = ola_inne.post(BEKREFT, {"code": "FEIL"})
    assert "Koden er feil." in svar.content.decode()
    ola_inne.post(BEKREFT, {"code": "FEIL"})
    ola_inne.post(BEKREFT, {"code": "FEIL"})

    ola_inne.post(BEKREFT, {"code": koden()})

    assert ola_inne.get(NOEKKELEN).status_code == 302


def test_a_code_is_good_for_ten_minutes_and_only_where_it_was_asked_for(ola_inne, sekretaer, monkeypatch):
    ola_inne.post(BEKREFT)
    annen = Client()
    nettopp_inne(annen, sekretaer)
    for_lenge_siden(annen)
    annen.post(BEKREFT, {"code": koden()})
    assert annen.get(NOEKKELEN).status_code == 302

    naa = time.time()
    monkeypatch.setattr(time, "time", lambda: naa + 601)
    ola_inne.post(BEKREFT, {"code": koden()})

    assert ola_inne.get(NOEKKELEN).status_code == 302


def test_nobody_has_many_codes_sent(ola_inne):
    for _ in range(5):
        ola_inne.post(BEKREFT)

    assert ola_inne.post(BEKREFT).status_code == 429
    assert len(mail.outbox) == 5


def test_the_next_page_is_one_of_ours(ola_inne):
    ola_inne.post(BEKREFT)

    svar = ola_inne.post(BEKREFT, {"code": koden(), "next": "//elsewhere.example/"})

    assert svar.headers["Location"] == "/"


def test_a_password_made_in_somebodys_open_session_does_not_lead_around_their_app(client, kari_med_app):
    """Made without proof, the password would be the proof that takes the app away."""
    kari_med_app.set_unusable_password()
    kari_med_app.save()
    nettopp_inne(client, kari_med_app)
    for_lenge_siden(client)

    client.post("/konto/passord/nytt/", {"password1": "bare-angriperens", "password2": "bare-angriperens"})
    client.post(BEKREFT, {"password": "bare-angriperens", "next": "/konto/totrinn/app/fjern/"})
    client.post("/konto/totrinn/app/fjern/")
    kari_med_app.refresh_from_db()

    assert not kari_med_app.has_usable_password()
    assert Authenticator.objects.filter(user=kari_med_app, type="totp").exists()


def test_whoever_has_an_app_is_asked_for_its_code_and_not_for_one_from_a_letter(client, kari_med_app):
    kari_med_app.set_unusable_password()
    kari_med_app.save()
    nettopp_inne(client, kari_med_app)
    for_lenge_siden(client)

    assert client.get(BEKREFT).headers["Location"] == "/konto/bekreft/kode/"
    client.post(BEKREFT)
    client.post("/konto/bekreft/kode/", {"code": appens_kode()})

    assert mail.outbox == []
    assert client.get(NOEKKELEN).status_code == 200
    assert re.search("passnøkkel", client.get(NOEKKELEN).content.decode())


def test_whoever_erases_themselves_is_told_that_the_code_does_it(ola_inne, sekretaer):
    spurt = ola_inne.post(SLETT, {"bekreft": "on"}, follow=True)
    sendt = ola_inne.post(BEKREFT, {"next": SLETT})
    assert [SLETTES in svar.content.decode() for svar in (spurt, sendt)] == [True, True]

    ola_inne.post(BEKREFT, {"code": koden(), "next": SLETT})

    assert not Bruker.objects.filter(pk=sekretaer.pk).exists()


def test_whoever_erases_themselves_is_told_that_the_password_does_it_and_others_are_not(client, kari):
    nettopp_inne(client, kari)
    for_lenge_siden(client)
    assert SLETTES not in client.get("/konto/e-post/", follow=True).content.decode()
    assert SLETTES in client.post(SLETT, {"bekreft": "on"}, follow=True).content.decode()

    client.post(BEKREFT, {"password": PASSORD, "next": SLETT})

    assert not Bruker.objects.filter(pk=kari.pk).exists()


@pytest.mark.parametrize("sti", ["kode/", "passnokkel/"])
def test_so_it_is_by_the_second_factor(client, kari_med_app, sti):
    Noekkel(kari_med_app)
    nettopp_inne(client, kari_med_app)

    assert SLETTES in client.get(f"{BEKREFT}{sti}", {"next": SLETT}).content.decode()

"""What the pages of the account say when something is done or is wrong: what happened, and what to do."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.messages import get_messages
from django.core import mail

from .conftest import INN, PASSORD, koden, nettopp_inne

KODE, BEKREFT = "/logg-inn/kode/", "/logg-inn/kode/bekreft/"
NYTT = "en-annen-setning-2026"


def beskjedene(svar):
    return [str(en) for en in get_messages(svar.wsgi_request)]


def felt(svar, navn):
    return re.search(rf'<input [^>]*name="{navn}"[^>]*>', svar.content.decode()).group()


def test_whoever_asks_for_a_new_code_is_told_that_it_is_sent_known_or_not(client, kari):
    for adresse in (kari.email, "ukjent@example.org"):
        client.post(KODE, {"email": adresse})
        svar = client.post(BEKREFT, {"action": "resend"})

        assert svar.headers["Location"] == BEKREFT
        assert beskjedene(svar) == ["Er adressen registrert, er en ny kode på vei. Den forrige virker ikke lenger."]
        client.get(BEKREFT)
        client.post("/logg-ut/")


def test_after_three_wrong_codes_one_is_asked_to_get_a_new_one_and_not_to_wait(client, kari):
    client.post(KODE, {"email": kari.email})
    for _ in range(3):
        svar = client.post(BEKREFT, {"code": "FEIL-KODE"})

    assert svar.headers["Location"] == KODE
    assert beskjedene(svar) == ["Koden var feil tre ganger, og virker ikke lenger. Be om en ny."]


def test_a_changed_password_leads_back_to_the_account_and_says_what_else_it_did(client, kari):
    nettopp_inne(client, kari)

    svar = client.post("/konto/passord/", {"oldpassword": PASSORD, "password1": NYTT, "password2": NYTT})

    assert svar.headers["Location"] == "/konto/"
    assert beskjedene(svar) == ["Passordet er byttet. Du er logget ut alle andre steder."]


def test_a_first_password_leads_back_to_the_account_too(client, kari):
    kari.set_unusable_password()
    kari.save()
    nettopp_inne(client, kari)

    svar = client.post("/konto/passord/nytt/", {"password1": NYTT, "password2": NYTT})

    assert svar.headers["Location"] == "/konto/"


def test_a_password_by_letter_says_it_once(client, kari):
    client.post("/konto/passord/glemt/", {"email": kari.email})
    lenke = re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body).group(1)
    siden = client.get(lenke).headers["Location"]

    svar = client.post(siden, {"password1": NYTT, "password2": NYTT}, follow=True)

    side = svar.content.decode()
    assert "<h1>Passordet er byttet</h1>" in side
    assert "Du er logget ut alle steder. Logg inn med det nye passordet." in side
    assert 'class="meldinger"' not in side


def test_a_renamed_passkey_says_so(client, kari):
    en = Authenticator.objects.create(user=kari, type="webauthn", data={"name": "Telefonen", "credential": {}})
    nettopp_inne(client, kari)

    svar = client.post(f"/konto/passnokler/{en.pk}/navn/", {"name": "Mobilen"})

    assert beskjedene(svar) == ["Navnet er lagret."]


@pytest.mark.parametrize("sti", ["passord/", "passord/nytt/", "e-post/", "totrinn/", "innlogginger/", "bekreft/"])
def test_every_page_leads_back_to_the_account(client, kari, sti):
    if sti == "passord/nytt/":
        kari.set_unusable_password()
        kari.save()
    nettopp_inne(client, kari)

    assert '<a href="/konto/">Til Min konto</a>' in client.get(f"/konto/{sti}").content.decode()


def test_what_a_new_password_must_be_is_one_sentence(client, kari):
    nettopp_inne(client, kari)

    side = client.get("/konto/passord/").content.decode()

    assert "Minst 10 tegn. Ikke bare tall, ikke et vanlig passord, og ikke likt navnet eller e-posten din." in side
    assert "personopplysninger" not in side


def test_the_way_to_a_new_password_comes_after_the_field_and_the_button(client, kari):
    side = client.get(INN).content.decode()

    passord, knapp, glemt = (side.index(en) for en in ('name="password"', ">Logg inn</button>", "Glemt passordet?"))
    assert passord < knapp < glemt


def test_the_error_stands_by_the_field_that_has_the_focus_and_in_the_title(client, kari):
    svar = client.post(INN, {"login": kari.email, "password": "galt-passord"})

    assert "autofocus" in felt(svar, "password")
    assert 'aria-invalid="true"' in felt(svar, "password")
    assert "autofocus" not in felt(svar, "login")
    assert "<title>Rett skjemaet: Logg inn – " in svar.content.decode()


def test_of_several_errors_the_first_has_the_focus(client, kari):
    nettopp_inne(client, kari)

    svar = client.post("/konto/passord/", {"oldpassword": "feil", "password1": "kort", "password2": "annet"})

    assert "autofocus" in felt(svar, "oldpassword")
    assert "autofocus" not in felt(svar, "password1") + felt(svar, "password2")


def test_a_page_without_errors_moves_nobody(client, kari):
    assert "autofocus" not in client.get(INN).content.decode()
    client.post(KODE, {"email": kari.email})
    assert koden()
    assert "autofocus" not in client.get(BEKREFT).content.decode()


def test_the_name_in_the_head_leads_to_the_account(client, kari):
    client.force_login(kari)

    assert (
        f'<a class="hvem" href="/konto/" aria-label="{kari}, min konto">{kari}</a>' in client.get("/").content.decode()
    )


def test_the_editing_site_leads_to_it_too(client, sekretaer):
    client.force_login(sekretaer)

    assert '<a href="/konto/">Min konto</a>' in client.get("/admin/").content.decode()


def test_whoever_logs_in_by_code_the_first_time_is_told_nothing_of_an_address_they_confirmed(client, kari):
    EmailAddress.objects.create(user=kari, email=kari.email, primary=True, verified=False)
    client.post(KODE, {"email": kari.email})

    svar = client.post(BEKREFT, {"code": koden()})

    assert (svar.headers["Location"], beskjedene(svar)) == ("/", [])

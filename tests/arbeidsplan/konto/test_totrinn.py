"""The second factor: asked for after every way in, counted once, and given back by a recovery code."""

import re
from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client

from arbeidsplan.models import Hendelse, Spor

from .conftest import PASSORD, appens_kode, innlogget, koden, med_passord, nettopp_inne, reservekodene

TRINN_TO = "/logg-inn/totrinn/"


@pytest.fixture
def client_to():
    return Client()


def test_the_password_alone_lets_nobody_in_who_has_an_app(client, kari_med_app):
    svar = med_passord(client, kari_med_app, next="/tiltak/")
    assert (svar.headers["Location"], innlogget(client)) == (TRINN_TO, None)

    svar = client.post(TRINN_TO, {"code": appens_kode()})

    assert svar.headers["Location"] == "/tiltak/"
    assert innlogget(client) == str(kari_med_app.pk)


def test_a_code_by_e_mail_does_not_pass_by_the_second_factor(client, kari_med_app):
    client.post("/logg-inn/kode/", {"email": kari_med_app.email})

    svar = client.post("/logg-inn/kode/bekreft/", {"code": koden()})

    assert (svar.headers["Location"], innlogget(client)) == (TRINN_TO, None)


def test_a_new_password_by_letter_does_not_pass_by_it_either(client, kari_med_app):
    client.post("/konto/passord/glemt/", {"email": kari_med_app.email})
    lenke = re.search(r"http://testserver(/konto/\S+)", mail.outbox[-1].body).group(1)
    adresse = client.get(lenke).headers["Location"]

    client.post(adresse, {"password1": "nytt-passord-her", "password2": "nytt-passord-her"})
    assert innlogget(client) is None
    svar = med_passord(client, kari_med_app, "nytt-passord-her")

    assert (svar.headers["Location"], innlogget(client)) == (TRINN_TO, None)


def test_between_the_two_steps_no_closed_page_opens(client, kari_med_app):
    med_passord(client, kari_med_app)

    assert client.get("/tiltak/").headers["Location"] == "/logg-inn/?next=/tiltak/"
    assert client.get("/konto/totrinn/app/").headers["Location"].startswith("/logg-inn/")


def test_a_code_from_the_app_counts_once(client, kari_med_app, client_to):
    kode = appens_kode(steg=1)  # within the tolerance, and still good after the half minute that allauth remembers
    for en in (client, client_to):
        med_passord(en, kari_med_app)
    client.post(TRINN_TO, {"code": kode})
    # That half minute is over.
    cache.delete(f"allauth.mfa.totp.used?user={kari_med_app.pk}&code={kode}")

    svar = client_to.post(TRINN_TO, {"code": kode})

    assert svar.context["form"].errors == {"code": ["Koden er brukt. Vent til appen viser en ny."]}
    assert (innlogget(client), innlogget(client_to)) == (str(kari_med_app.pk), None)


def test_a_recovery_code_lets_in_once_with_or_without_its_space(client, kari_med_app, client_to):
    kode = reservekodene(kari_med_app)[0]
    med_passord(client, kari_med_app)
    client.post(TRINN_TO, {"code": f"{kode[:4]} {kode[4:]}"})

    med_passord(client_to, kari_med_app)
    svar = client_to.post(TRINN_TO, {"code": kode})

    assert innlogget(client) == str(kari_med_app.pk)
    assert innlogget(client_to) is None
    assert "Koden er feil." in svar.context["form"].errors["code"][0]
    assert len(reservekodene(kari_med_app)) == 9


def test_guessing_at_the_second_step_is_stopped_also_for_the_right_code(client, kari_med_app):
    med_passord(client, kari_med_app)
    for _ in range(5):
        client.post(TRINN_TO, {"code": "000000"})

    svar = client.post(TRINN_TO, {"code": appens_kode()})

    assert "For mange forsøk" in svar.context["form"].errors["code"][0]
    assert innlogget(client) is None


@pytest.mark.django_db(transaction=True)
def test_an_app_is_set_up_by_the_key_that_the_page_shows_and_recovery_codes_follow(client, kari):
    med_passord(client, kari)
    side = client.get("/konto/totrinn/app/").content.decode()
    noekkel = re.search(r'<code class="nokkel">(\w+)</code>', side).group(1)

    svar = client.post("/konto/totrinn/app/", {"code": appens_kode(noekkel)})
    koder = client.get(svar.headers["Location"]).content.decode()
    igjen = client.get(svar.headers["Location"]).content.decode()
    kari.refresh_from_db()

    assert kari.har_totrinn
    assert f"secret={noekkel}" in side
    assert "<svg" in side
    assert "style=" not in side
    assert re.findall(r"<code>(\d{4}) (\d{4})</code>", koder) == [(k[:4], k[4:]) for k in reservekodene(kari)]
    assert "De vises bare denne ene gangen." in koder
    assert "<code>" not in igjen
    assert "data:text" not in igjen
    assert [brev.subject for brev in mail.outbox] == ["Totrinn er slått på"]


def test_the_file_with_the_codes_holds_what_the_page_shows(client, kari_med_app):
    nettopp_inne(client, kari_med_app)

    side = client.get("/konto/totrinn/reservekoder/").content.decode()
    fil = unquote(
        re.search(r'href="data:text/plain;charset=utf-8,([^"]+)" download="reservekoder.txt"', side).group(1)
    )

    assert fil.split("\r\n") == [*(f"{k[:4]} {k[4:]}" for k in reservekodene(kari_med_app)), ""]


def test_a_wrong_first_code_changes_nothing_and_keeps_the_key(client, kari):
    med_passord(client, kari)
    foer = re.search(r'nokkel">(\w+)', client.get("/konto/totrinn/app/").content.decode()).group(1)

    side = client.post("/konto/totrinn/app/", {"code": "12345x"}).content.decode()

    assert "Koden er feil. Se hva appen viser nå, og skriv det." in side
    assert re.search(r'nokkel">(\w+)', side).group(1) == foer
    assert not Authenticator.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_comes_and_goes_leaves_a_trail_and_a_letter(client, kari):
    med_passord(client, kari)
    noekkel = re.search(r'nokkel">(\w+)', client.get("/konto/totrinn/app/").content.decode()).group(1)
    client.post("/konto/totrinn/app/", {"code": appens_kode(noekkel)})
    client.post("/konto/totrinn/reservekoder/nye/")
    client.post("/konto/totrinn/app/fjern/")
    kari.refresh_from_db()

    spor = [(en.hendelse, en.av, en.hva) for en in Spor.objects.order_by("pk") if en.hendelse != Hendelse.INNLOGGING]
    assert not kari.har_totrinn
    assert sorted(spor[:2], key=str) == sorted(
        [(Hendelse.TOTRINN_PAA, kari, "Reservekoder"), (Hendelse.TOTRINN_PAA, kari, "Kode fra app")], key=str
    )
    assert spor[2:] == [
        (Hendelse.TOTRINN_PAA, kari, "Reservekoder"),
        (Hendelse.TOTRINN_AV, kari, "Kode fra app"),
        (Hendelse.TOTRINN_AV, kari, "Reservekoder"),
    ]
    assert [brev.subject for brev in mail.outbox] == ["Totrinn er slått på", "Nye reservekoder", "Appen er koblet fra"]
    assert not any("127.0.0.1" in brev.body for brev in mail.outbox)


def test_a_session_that_has_stood_for_long_is_asked_again_before_it_adds_a_factor(client, kari, monkeypatch):
    med_passord(client, kari)
    oekt = client.session
    oekt["account_authentication_methods"] = [
        en | {"at": en["at"] - 901} for en in oekt["account_authentication_methods"]
    ]
    oekt.save()

    svar = client.get("/konto/passnokler/ny/")
    assert svar.headers["Location"] == "/konto/bekreft/?next=%2Fkonto%2Fpassnokler%2Fny%2F"
    svar = client.post("/konto/bekreft/", {"password": PASSORD, "next": "/konto/passnokler/ny/"})

    assert svar.headers["Location"] == "/konto/passnokler/ny/"
    assert client.get("/konto/passnokler/ny/").status_code == 200

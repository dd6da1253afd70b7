"""Change of one's own address: proven by a code, told to the old one, and telling nobody who else is known."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from arbeidsplan.models import Bruker, Hendelse, Spor

from .conftest import innlogget, koden, med_passord

BYTT, BEKREFT = "/konto/e-post/", "/konto/e-post/bekreft/"


@pytest.fixture
def inne(client, kari):
    med_passord(client, kari)
    return client


def test_the_address_changes_when_the_code_from_the_new_one_is_written(inne, kari):
    EmailAddress.objects.create(user=kari, email="eldgammel@example.org", verified=True)

    svar = inne.post(BYTT, {"email": " Kari.Ny@Example.org "})
    assert (svar.headers["Location"], mail.outbox[-1].to) == (BEKREFT, ["kari.ny@example.org"])
    kari.refresh_from_db()
    assert kari.email == "kari@example.org"
    svar = inne.post(BEKREFT, {"code": koden().lower()})
    kari.refresh_from_db()

    assert (svar.headers["Location"], kari.email) == ("/konto/", "kari.ny@example.org")
    assert innlogget(inne) == str(kari.pk)
    assert (mail.outbox[-1].to, mail.outbox[-1].subject) == (["kari@example.org"], "E-posten din er byttet")
    assert not EmailAddress.objects.filter(user=kari).exists()
    assert [(en.av, en.om, en.hva) for en in Spor.objects.filter(hendelse=Hendelse.EPOST)] == [(kari, kari, "")]


def test_afterwards_the_new_address_logs_in_and_the_old_one_does_not(inne, client, kari):
    inne.post(BYTT, {"email": "ny@example.org"})
    inne.post(BEKREFT, {"code": koden()})
    client.logout()

    med_passord(client, kari)
    gammel = innlogget(client)
    kari.refresh_from_db()
    med_passord(client, kari)

    assert (gammel, innlogget(client)) == (None, str(kari.pk))


def test_an_address_that_somebody_has_gets_the_same_page_and_no_code(inne, kari, sekretaer):
    tatt = inne.post(BYTT, {"email": sekretaer.email.upper()}, follow=True)
    brev = mail.outbox[-1]
    ledig = inne.post(BYTT, {"email": "ny@example.org"}, follow=True)

    def uten_adressen(svar, adresse):
        side = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", svar.content.decode())
        return side.replace(adresse, "X")

    assert uten_adressen(tatt, sekretaer.email) == uten_adressen(ledig, "ny@example.org")
    assert (brev.to, brev.subject) == ([sekretaer.email], "Adressen er i bruk")
    assert "Koden din" not in brev.body


@pytest.mark.parametrize("kode", ["", "BCDF-GHJK", "\x00", "🎈", "A" * 1000])
def test_for_a_taken_address_no_code_fits_and_the_third_ends_it(inne, kari, sekretaer, kode):
    inne.post(BYTT, {"email": sekretaer.email})

    for _ in range(3):
        inne.post(BEKREFT, {"code": kode or " "})
    kari.refresh_from_db()

    assert kari.email == "kari@example.org"


def test_the_third_wrong_code_ends_it_for_the_right_one_too(inne, kari):
    inne.post(BYTT, {"email": "ny@example.org"})
    svar = inne.post(BEKREFT, {"code": "FEIL-FEIL"})
    assert svar.context["form"].errors == {"code": ["Koden er feil. Se etter i e-posten, og skriv den på nytt."]}
    for _ in range(2):
        inne.post(BEKREFT, {"code": "FEIL-FEIL"})

    svar = inne.post(BEKREFT, {"code": koden()})
    kari.refresh_from_db()

    assert (svar.headers["Location"], kari.email) == (BYTT, "kari@example.org")


def test_an_address_that_somebody_got_in_the_meantime_is_not_taken_from_them(inne, kari):
    inne.post(BYTT, {"email": "ny@example.org"})
    Bruker.objects.create_user("ny@example.org")

    svar = inne.post(BEKREFT, {"code": koden()}, follow=True)
    kari.refresh_from_db()

    assert kari.email == "kari@example.org"
    assert "Begynn på nytt." in svar.content.decode()
    assert not Spor.objects.filter(hendelse=Hendelse.EPOST).exists()


def test_a_code_is_good_for_a_quarter_of_an_hour(inne, kari, monkeypatch):
    inne.post(BYTT, {"email": "ny@example.org"})
    oekt = inne.session
    oekt["epostbytte"] = oekt["epostbytte"] | {"naar": oekt["epostbytte"]["naar"] - 901}
    oekt.save()

    assert inne.post(BEKREFT, {"code": koden()}).headers["Location"] == BYTT


def test_the_code_counts_only_in_the_session_that_asked(inne, kari, sekretaer):
    inne.post(BYTT, {"email": "ny@example.org"})
    annen = Client()
    annen.force_login(sekretaer)

    assert annen.post(BEKREFT, {"code": koden()}).headers["Location"] == BYTT


@pytest.mark.parametrize(
    ("adresse", "feil"),
    [
        ("kari@example.org", "Dette er adressen du har nå."),
        ("ikke en adresse", None),
        ("a@example.org\r\nBcc: b@example.org", None),
        ("a" * 300 + "@example.org", None),
        ("a\x00@example.org", None),
    ],
)
def test_what_is_no_new_address_is_told_by_the_field_and_stands(inne, adresse, feil):
    svar = inne.post(BYTT, {"email": adresse})

    assert svar.status_code == 200
    assert svar.context["form"].errors["email"]
    assert feil is None or svar.context["form"].errors["email"] == [feil]
    assert mail.outbox == []


def test_nobody_has_letters_sent_to_many_addresses(inne):
    for nr in range(5):
        inne.post(BYTT, {"email": f"ny{nr}@example.org"})

    assert inne.post(BYTT, {"email": "en-til@example.org"}).status_code == 429
    assert len(mail.outbox) == 5


def test_a_session_that_has_stood_for_long_is_asked_for_the_password_first(inne):
    oekt = inne.session
    oekt["account_authentication_methods"] = []
    oekt.save()

    assert inne.get(BYTT).headers["Location"] == "/konto/bekreft/?next=%2Fkonto%2Fe-post%2F"

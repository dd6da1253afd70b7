"""Nothing that a person wrote or is stands in the log: marked words are sent in by every way, and things go wrong."""

import io
import logging
from smtplib import SMTPRecipientsRefused

import pytest
from django.conf import settings as innstillinger
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client, override_settings
from django.utils.log import AdminEmailHandler

from aktivitet.logg import UtenPersoner
from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle

MERKER = ("MERKESTI", "MERKESPOR", "MERKESKJEMA", "MERKEKAKE", "MERKENAVN", "MERKEVERT", "MERKELESER", "203.0.113.77")
PERSONEN = "MERKENAVN@example.org"


class Avviser(BaseEmailBackend):
    """A mail server that names in its refusal whom it refuses, as they do."""

    def send_messages(self, meldinger):
        [melding] = meldinger
        raise SMTPRecipientsRefused({til: (550, melding.subject.encode()) for til in melding.to})


@pytest.fixture
def loggen():
    """All that the app's own handlers write, by its own settings."""
    ut = io.StringIO()
    alle = [handler for navn in ("", "django") for handler in logging.getLogger(navn).handlers]
    egne = {handler for handler in alle if isinstance(handler.formatter, UtenPersoner)}
    foer = [(handler, handler.setStream(ut)) for handler in egne]
    yield ut
    for handler, stroem in foer:
        handler.setStream(stroem)


@pytest.fixture
def klient(db):
    client = Client(
        raise_request_exception=False,
        headers={
            "User-Agent": "MERKELESER",
            "Referer": "http://testserver/?q=MERKESPOR",
            "X-Forwarded-For": "203.0.113.77",
        },
        REMOTE_ADDR="203.0.113.77",
    )
    client.force_login(Bruker.objects.create_user(PERSONEN, navn="MERKENAVN", roller={Rolle.STYREMEDLEM: None}))
    client.cookies["valg"] = "MERKEKAKE"
    return client


def ingen_av_merkene(loggen):
    sagt = loggen.getvalue()
    assert [merke for merke in MERKER if merke.lower() in sagt.lower()] == []
    return sagt


SKJEMA = {"tekst": "MERKESKJEMA", "epost": "MERKESKJEMA@example.org"}


@override_settings(
    ROOT_URLCONF="tests.arbeidsplan.vegger.adresser", EMAIL_BACKEND="tests.arbeidsplan.vegger.test_logger.Avviser"
)
@pytest.mark.parametrize(
    ("hva", "slag"),
    [
        ("unntak", "builtins.ValueError"),
        ("base", "django.db.utils.IntegrityError"),
        ("mal", "django.template.exceptions.TemplateDoesNotExist"),
        ("epost", "smtplib.SMTPRecipientsRefused"),
    ],
)
def test_what_breaks_down_is_logged_by_its_kind_and_the_name_of_the_address(klient, loggen, hva, slag):
    svar = klient.post(f"/feil/{hva}/MERKESTI/?q=MERKESPOR", SKJEMA)

    linjene = ingen_av_merkene(loggen).splitlines()
    assert (svar.status_code, linjene[0].split(" ERROR ")[1]) == (500, "django.request 500 POST feil")
    assert linjene[-1] == slag
    assert any(linje.startswith("  tests/arbeidsplan/vegger/adresser.py:") for linje in linjene)
    assert not any(merke in svar.content.decode() for merke in MERKER[:4])


def test_a_form_that_was_forged_says_nothing_of_who_or_where(klient, loggen):
    sikker = Client(enforce_csrf_checks=True)
    sikker.cookies = klient.cookies
    svar = sikker.post("/logg-inn/?q=MERKESPOR", SKJEMA, headers={"Origin": "https://MERKEVERT.example"})

    assert (svar.status_code, ingen_av_merkene(loggen).split(" WARNING ")[1]) == (
        403,
        "django.security.csrf 403 POST account_login\n",
    )


def test_a_host_that_is_not_ours_is_not_named(klient, loggen):
    svar = klient.get("/?q=MERKESPOR", headers={"Host": "MERKEVERT.example"})

    assert svar.status_code == 400
    assert "django.security.DisallowedHost 400 GET ingen av adressene" in ingen_av_merkene(loggen)


def test_too_much_in_one_form_is_logged_without_it(klient, loggen):
    svar = klient.post("/logg-inn/?q=MERKESPOR", {"login": "MERKESKJEMA" * 600_000})

    assert (svar.status_code, "RequestDataTooBig" in ingen_av_merkene(loggen)) == (400, True)


def test_a_login_that_fails_and_is_refused_says_nothing_of_whom(db, loggen):
    klient = Client(REMOTE_ADDR="203.0.113.77")
    Bruker.objects.create_user(PERSONEN, navn="MERKENAVN")
    for _ in range(12):
        svar = klient.post("/logg-inn/", {"login": PERSONEN, "password": "MERKESKJEMA"})
    glemt = klient.post("/konto/passord/glemt/", {"email": PERSONEN})

    assert (svar.status_code in (200, 429), glemt.status_code) == (True, 302)
    ingen_av_merkene(loggen)


@override_settings(EMAIL_BACKEND="arbeidsplan.epost.ingen.EmailBackend")
def test_a_letter_without_a_mail_server_is_not_printed(klient, loggen, capfd):
    from django.core.mail import send_mail

    assert send_mail("MERKESKJEMA", "kode 123456 MERKESKJEMA", None, [PERSONEN]) == 0
    assert ingen_av_merkene(loggen).endswith("arbeidsplan.epost.ingen EMAIL_URL mangler: 1 brev ble ikke sendt.\n")
    assert capfd.readouterr() == ("", "")


def test_nobody_gets_the_faults_by_mail():
    alle = [logging.getLogger(navn) for navn in ("", *logging.root.manager.loggerDict)]
    handlerne = {type(handler) for logger in alle for handler in logger.handlers}

    assert AdminEmailHandler not in handlerne
    assert innstillinger.ADMINS == []


@override_settings(ROOT_URLCONF="tests.arbeidsplan.vegger.adresser", DEBUG=True)
def test_the_page_for_developers_is_what_these_tests_would_see_if_it_came(klient):
    assert "MERKESTI" in klient.get("/feil/unntak/MERKESTI/").content.decode()

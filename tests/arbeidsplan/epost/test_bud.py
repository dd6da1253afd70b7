"""Letters that go over a network do not keep the answer waiting: the clock must not tell who is known."""

import logging
from threading import Thread

import pytest
from django.core.mail import EmailMessage

from arbeidsplan.epost import bud
from tests.arbeidsplan.paaminnelser.smtptjener import SmtpTjener


@pytest.fixture
def tjener(settings):
    tjener = SmtpTjener()
    Thread(target=tjener.serve_forever, daemon=True).start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = tjener.server_address
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    yield tjener
    tjener.slipp.set()
    tjener.shutdown()
    tjener.server_close()


def test_the_page_comes_while_the_mail_server_still_thinks(client, styremedlem, tjener):
    tjener.slipp.clear()

    svar = client.post("/logg-inn/kode/", {"email": styremedlem.email})

    assert svar.headers["Location"] == "/logg-inn/kode/bekreft/"
    assert tjener.fikk.wait(10)
    assert b"To: kari@example.org" in tjener.brev[0]


def test_a_letter_that_does_not_get_out_is_noted_without_its_address(tjener, caplog):
    tjener.avviser.add("kari@example.org")

    with caplog.at_level(logging.ERROR):
        bud._send(EmailMessage("Emne", "Tekst", to=["kari@example.org"]))

    assert [linje.getMessage() for linje in caplog.records] == [
        "Et brev fra innloggingen kom ikke av gårde: SMTPRecipientsRefused"
    ]

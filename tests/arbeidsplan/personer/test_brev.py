"""The letter that invites, and a mail server that says no."""

import logging
import smtplib

import pytest
from django.core import mail

from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.personer.brev import epost, send
from arbeidsplan.roller import Rolle
from tests.arbeidsplan.paaminnelser.conftest import smtp  # noqa: F401

from .conftest import NORA

VAAR = "https://plan.example.org"

BREVET = """\
Hei!

Du er invitert til arbeidsplanen til Innlandet SV. Det gjelder:
lokallagsredaktør, styremedlem til 27. februar 2027. Du legger inn
aktivitetene til Hamar SV.

SLIK KOMMER DU INN

Lenken virker én gang, til og med 7. desember 2026. Du ser hva som lagres om
deg, før du sier ja.

* Se invitasjonen, og ta imot
  https://plan.example.org/invitasjon/{}/

Hilsen Ola Sekretær, Innlandet SV

--------------------
Du får brevet fordi adressen din ble skrevet inn da du ble invitert. Vil du
ikke være med, trenger du ikke å gjøre noe. Gi ikke lenken til andre.

Hva som lagres, og hvorfor:
https://plan.example.org/personvern/
"""


def test_the_letter_says_to_what_and_how_long_and_where(klokke, inviter, lokallag):
    invitasjon, noekkel = inviter(roller={Rolle.REDAKTOER: None, Rolle.STYREMEDLEM: "2027-02-27"}, lag=[lokallag])

    brev = epost(invitasjon, noekkel, VAAR)

    assert brev.body == BREVET.format(noekkel)
    assert (brev.subject, brev.to, brev.reply_to) == ("Arbeidsplanen: du er invitert", [NORA], ["ola@example.org"])
    [(html, slag)] = brev.alternatives
    assert (slag, html.count(f'href="{VAAR}/invitasjon/{noekkel}/"')) == ("text/html", 1)
    assert "Nora" not in brev.body + html
    assert [linje for linje in brev.body.splitlines() if len(linje) > 76 and "://" not in linje] == []


def test_names_cannot_write_headers_or_markup(klokke, inviter, sekretaer, lokallag):
    ondt = "X\r\nBcc: alle@example.org\r\n\r\n<script>"
    Bruker.objects.filter(pk=sekretaer.pk).update(navn=ondt)
    lokallag.navn = ondt
    lokallag.save()
    sekretaer.refresh_from_db()
    invitasjon, noekkel = inviter(roller={Rolle.REDAKTOER: None}, lag=[lokallag], navn=ondt)

    assert send(invitasjon, noekkel, VAAR)

    [brev] = mail.outbox
    hoder = dict(brev.message().items())
    assert hoder.keys() == {
        "Content-Type",
        "MIME-Version",
        "Subject",
        "From",
        "To",
        "Reply-To",
        "Date",
        "Message-ID",
    }
    assert brev.recipients() == [NORA]
    assert "Hilsen X Bcc: alle@example.org <script>, Innlandet SV" in brev.body
    assert "<script>" not in brev.alternatives[0].content


def test_a_real_mail_server_gets_it(klokke, inviter, smtp):  # noqa: F811
    invitasjon, noekkel = inviter()

    assert send(invitasjon, noekkel, VAAR)

    [brev] = smtp.brev
    assert f"/invitasjon/{noekkel}/".encode() in brev.replace(b"=\n", b"")
    assert Invitasjon.objects.get().sendt == klokke.naa


def test_one_that_the_server_refuses_stands_unsent_and_the_log_names_nobody(klokke, inviter, smtp, caplog):  # noqa: F811
    smtp.avviser = {NORA}
    invitasjon, noekkel = inviter()

    with caplog.at_level(logging.DEBUG):
        sendt = send(invitasjon, noekkel, VAAR)

    assert (sendt, Invitasjon.objects.get().sendt) == (False, None)
    assert Invitasjon.objects.get().er_gyldig
    assert caplog.messages == [f"Invitasjon {invitasjon.pk}: brevet ble ikke sendt (SMTPRecipientsRefused)"]


@pytest.mark.parametrize(
    "feil", [ConnectionRefusedError(), TimeoutError(), smtplib.SMTPServerDisconnected("x"), ValueError("x")], ids=repr
)
def test_no_trouble_on_the_line_is_an_error_page(klokke, inviter, monkeypatch, feil):
    def brast(*_):
        raise feil

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", brast)
    invitasjon, noekkel = inviter()

    assert (send(invitasjon, noekkel, VAAR), Invitasjon.objects.get().sendt) == (False, None)


def test_a_server_that_took_nothing_has_sent_nothing(klokke, inviter, monkeypatch):
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", lambda *_: 0)
    invitasjon, noekkel = inviter()

    assert (send(invitasjon, noekkel, VAAR), Invitasjon.objects.get().sendt) == (False, None)


def test_a_letter_that_came_late_does_not_make_a_newer_one_sent(klokke, inviter, sekretaer):
    invitasjon, gammel = inviter()
    Invitasjon.objects.get().forny(av=sekretaer, brevet=invitasjon.brevet)

    invitasjon.ble_sendt(gammel)

    assert Invitasjon.objects.get().sendt is None

"""Words that try to break the letter they are written in: each kind of letter that the app sends, with all of what
people write hostile at once. The headers are ours alone, and the words are words."""

from datetime import timedelta
from email import message_from_bytes, policy
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from lxml import html

from arbeidsplan.konto.nullstilling import ta_bort_totrinn
from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.paaminnelser.epost import epost
from arbeidsplan.paaminnelser.maanedsbrev import maanedsbrev
from arbeidsplan.paaminnelser.ukeliste import ukelister
from arbeidsplan.personer.brev import epost as invitasjonsbrev
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal

from .tekster import BOMBE, MERKER, skriv_overalt

pytestmark = pytest.mark.svarene

HODENE = {
    *("Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID"),
    *("Reply-To", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Transfer-Encoding"),
}


@pytest.fixture
def brevene(client, settings, styremedlem, sekretaer, lokallag, lag_aktivitet, django_capture_on_commit_callbacks):
    """Give what sends one letter of each kind, when all that people write is this text."""
    settings.ADRESSE = "https://plan.example.org"
    i_dag = timezone.localdate()
    plan = lag_plan(fra=i_dag - timedelta(days=400), til=i_dag + timedelta(days=400))
    maal = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Mål")
    for hvem in (styremedlem, None):
        tiltak = lag_tiltak(maal, "1a", foelges_opp_av=hvem)
        lag_termin(tiltak, siste=i_dag - timedelta(days=1), foerste=i_dag - timedelta(days=9))
    lag_aktivitet("Møte", i_dag, i_dag + timedelta(days=6), presisjon="uke")
    invitasjon, noekkel = Invitasjon.objects.inviter(
        "ny@example.org", navn="Ny", roller={Rolle.REDAKTOER: None}, av=sekretaer, lag=[lokallag]
    )
    Authenticator.objects.create(user=styremedlem, type=Authenticator.Type.WEBAUTHN, data={"name": "x"})

    def send(tekst):
        skriv_overalt(tekst)
        invitasjonsbrev(Invitasjon.objects.get(pk=invitasjon.pk), noekkel, settings.ADRESSE).send()
        [(bruker, ukelisten)] = ukelister([Bruker.objects.get(pk=styremedlem.pk)], i_dag)
        epost(bruker, "ukeliste", ukelisten).send()
        epost(sekretaer, "maanedsbrev", maanedsbrev(i_dag)).send()
        hode = {"User-Agent": BOMBE.replace("\r\n", " ")}
        client.post(reverse("account_request_login_code"), {"email": styremedlem.email}, headers=hode)
        client.post(reverse("account_reset_password"), {"email": sekretaer.email}, headers=hode)
        with django_capture_on_commit_callbacks(execute=True):
            ta_bort_totrinn(styremedlem, av=Bruker.objects.get(pk=sekretaer.pk))
        return [message_from_bytes(brev.message().as_bytes(), policy=policy.default) for brev in mail.outbox]

    return send


@pytest.mark.parametrize("tekst", [BOMBE, MERKER], ids=["markup, formula, control", "marks"])
def test_no_letter_is_broken_by_what_is_written_in_it(brevene, tekst):
    brev = brevene(tekst)

    assert [ett["To"] for ett in brev] == [
        *("ny@example.org", "kari@example.org", "ola@example.org"),
        *("kari@example.org", "ola@example.org", "kari@example.org"),
    ]
    for ett in brev:
        assert (set(ett.keys()) - HODENE, ett.defects) == (set(), [])
        assert len(ett.keys()) == len(set(ett.keys()))
        assert max(map(len, ett.as_bytes().splitlines())) <= 998  # RFC 5322
        for del_ in ett.walk():
            assert del_.defects == []
            if del_.get_content_maintype() == "text":
                _er_bare_ord(del_)
    ordene = [ett.get_body(("plain",)).get_content() for ett in brev]
    assert ["<script>" in alt or "\u0301" in alt for alt in ordene[:3]] == [True, True, True]


def _er_bare_ord(del_):
    innhold = del_.get_content()
    assert not {"\x07", "\u202e", "\x0b", "\r"} & set(innhold)
    assert "]]>49" not in unescape(innhold)  # nothing was worked out as a template
    if del_.get_content_subtype() == "html":
        dokument = html.fromstring(innhold)
        assert not dokument.xpath("//script | //*[@onload]")


@pytest.mark.parametrize(
    "adresse", ["ny@example.org\r\nBcc: ond@example.com", "ny@example.org,ond@example.com", "<ond@example.com>"]
)
def test_an_address_that_is_more_than_one_gets_no_letter(client, sekretaer, adresse):
    client.force_login(sekretaer)
    invitasjon = {"email": adresse, "navn": "Ny", "rolle_styremedlem": "on"}

    for skjema in ("inviter", "account_request_login_code", "account_reset_password"):
        client.post(reverse(skjema), invitasjon)

    assert mail.outbox == []

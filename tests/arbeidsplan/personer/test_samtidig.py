"""Several who press at once: real processes on the test's own database, each a whole request."""

import pytest
from django.core import mail
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from django.urls import reverse

from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Spor
from arbeidsplan.roller import Rolle
from tests.samtidig import samtidig, vent

from .conftest import NORA

pytestmark = pytest.mark.django_db(transaction=True)


def send(forespoersel):
    """Send one request, in the same moment as the others: an address, who is logged in if anybody, and a form. Give
    the status, how many letters went, and where it leads."""
    sti, hvem, skjema = forespoersel
    setup_test_environment()
    klient = Client()
    if hvem:
        klient.force_login(Bruker.objects.get(email=hvem))
    vent()
    svar = klient.post(sti, skjema)
    brev = len(mail.outbox)
    teardown_test_environment()
    return svar.status_code, brev, svar.headers.get("Location", "-")


def svarene(*forespoersler):
    """Give what each was answered, sorted."""
    return sorted(samtidig(send, forespoersler))


def test_of_three_who_take_the_same_invitation_one_comes_in(inviter):
    _, noekkel = inviter()

    svar = svarene(*[(reverse("invitasjon", args=[noekkel]), None, {"navn": f"Nora {nr}"}) for nr in range(3)])

    assert svar == [(302, 0, "/"), (410, 0, "-"), (410, 0, "-")]
    assert Bruker.objects.filter(email=NORA).count() == 1
    assert Spor.objects.filter(hendelse=Hendelse.INVITASJON_BRUKT).count() == 1


def test_a_button_pressed_three_times_in_one_moment_sends_one_letter(sekretaer):
    skjema = {"email": NORA, "navn": "Nora", "rolle_styremedlem": "on", "siste_dag_styremedlem": ""}

    svar = svarene(*[("/personer/inviter/", sekretaer.email, skjema)] * 3)

    assert svar == [(302, 0, "/personer/")] * 2 + [(302, 1, "/personer/")]
    assert [en.email for en in Invitasjon.objects.all()] == [NORA]


def test_two_who_invite_the_same_address_in_one_moment_get_no_error_page(sekretaer, administrator):
    skjema = {"email": NORA, "navn": "Nora", "rolle_styremedlem": "on", "siste_dag_styremedlem": ""}

    svar = svarene(*[("/personer/inviter/", bruker.email, skjema) for bruker in (sekretaer, administrator)])

    assert {status for status, *_ in svar} == {302}
    assert Invitasjon.objects.ubesvarte().count() == 1


def test_send_once_more_pressed_twice_in_one_moment_sends_one_letter(inviter, sekretaer):
    invitasjon, _ = inviter()
    sti = reverse("invitasjon_send", args=[invitasjon.pk])

    svar = svarene(*[(sti, sekretaer.email, {"brevet": invitasjon.brevet})] * 2)

    assert svar == [(302, 0, "/personer/"), (302, 1, "/personer/")]


def test_taken_and_taken_back_in_one_moment_is_one_of_the_two(inviter, sekretaer):
    invitasjon, noekkel = inviter(roller={Rolle.STYREMEDLEM: None})

    svar = svarene(
        (reverse("invitasjon", args=[noekkel]), None, {"navn": "Nora"}),
        (reverse("invitasjon_trekk", args=[invitasjon.pk]), sekretaer.email, {}),
    )

    assert svar in ([(302, 0, "/"), (302, 0, "/personer/")], [(302, 0, "/personer/"), (410, 0, "-")])
    invitasjon.refresh_from_db()
    assert (invitasjon.brukt is None) != (invitasjon.trukket is None)

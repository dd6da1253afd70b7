"""What the editing site must not let somebody do to an account, their own or another's, from a browser left open."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.forms import modelform_factory
from django.test import Client

from arbeidsplan.admin import BrukerForm
from arbeidsplan.models import Bruker

from .conftest import koden, nettopp_inne


def siden(bruker):
    return f"/admin/arbeidsplan/bruker/{bruker.pk}/change/"


def feltene(bruker, **felter):
    roller = {f"rolle_{rolle}": "on" for rolle in bruker.roller}
    lest = {"lest_versjon": bruker.versjon}
    return {"navn": bruker.navn, "email": bruker.email, "is_active": "on"} | lest | roller | felter


def test_the_secretary_does_not_take_away_their_own_second_factor_there(client, sekretaer):
    """On their own pages they are asked who they are first."""
    Authenticator.objects.create(user=sekretaer, type="totp", data={"secret": "x"})
    client.force_login(sekretaer)

    svar = client.post(f"/admin/arbeidsplan/bruker/{sekretaer.pk}/totrinn/")

    assert svar.headers["Location"] == "/konto/totrinn/"
    assert Authenticator.objects.filter(user=sekretaer).exists()


def test_nor_do_they_change_their_own_address_there(client, sekretaer):
    """On their own page the new address must be shown to be theirs."""
    client.force_login(sekretaer)

    svar = client.post(siden(sekretaer), feltene(sekretaer, email="angriper@example.org"))
    sekretaer.refresh_from_db()

    assert sekretaer.email == "ola@example.org"
    assert "Min konto" in svar.content.decode()


@pytest.mark.django_db(transaction=True)
def test_whoever_gets_another_address_is_told_at_the_old_one(client, sekretaer, styremedlem):
    client.force_login(sekretaer)

    client.post(siden(styremedlem), feltene(styremedlem, email="ny@example.org"))
    styremedlem.refresh_from_db()

    assert styremedlem.email == "ny@example.org"
    assert [(brev.to, brev.subject) for brev in mail.outbox] == [(["kari@example.org"], "E-posten din er byttet")]


def test_a_form_opened_before_somebody_changed_their_own_address_does_not_give_them_the_old_one_back(
    client, kari, sekretaer
):
    client_to, apent = Client(), feltene(kari, navn="Kari Nordmann")
    nettopp_inne(client_to, kari)
    client_to.post("/konto/e-post/", {"email": "ny@example.org"})
    client_to.post("/konto/e-post/bekreft/", {"code": koden()})
    client.force_login(sekretaer)

    client.post(siden(kari), apent)
    kari.refresh_from_db()

    assert kari.email == "ny@example.org"


def test_a_save_gives_nobody_their_old_password_back_nor_a_factor_that_is_gone(kari, sekretaer):
    """The row was read when the request began, and somebody got a new password before it was written."""
    lest = Bruker.objects.get(pk=kari.pk)
    Bruker.objects.filter(pk=kari.pk).update(password="nytt", har_totrinn=True)
    skjema = modelform_factory(Bruker, BrukerForm, fields=["navn", "email", "is_active"])
    skjema.av = sekretaer

    form = skjema(feltene(kari, navn="Kari Nordmann"), instance=lest)
    assert form.is_valid(), form.errors
    form.save()
    kari.refresh_from_db()

    assert (kari.navn, kari.password, kari.har_totrinn) == ("Kari Nordmann", "nytt", True)

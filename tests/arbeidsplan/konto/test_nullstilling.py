"""A lost phone: the secretary, the administrator or a command takes the factors away, and the phone is out too."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from arbeidsplan.models import Hendelse, Spor

from .conftest import innlogget, med_passord


def siden(bruker):
    return f"/admin/arbeidsplan/bruker/{bruker.pk}/totrinn/"


@pytest.mark.django_db(transaction=True)
def test_the_secretary_takes_them_away_and_the_lost_phone_is_logged_out(client, kari_med_app, sekretaer):
    telefon = Client()
    telefon.force_login(kari_med_app)
    client.force_login(sekretaer)
    assert "Snakk med Kari Styremedlem først" in client.get(siden(kari_med_app)).content.decode()
    assert Authenticator.objects.filter(user=kari_med_app).count() == 2

    client.post(siden(kari_med_app))
    kari_med_app.refresh_from_db()

    assert not kari_med_app.har_totrinn
    assert not Authenticator.objects.exists()
    assert telefon.get("/tiltak/").headers["Location"].startswith("/logg-inn/")
    assert [(brev.to, brev.subject) for brev in mail.outbox] == [([kari_med_app.email], "Totrinn er tatt bort")]
    assert Spor.objects.filter(hendelse=Hendelse.TOTRINN_AV, av=sekretaer, om=kari_med_app).count() == 1
    med_passord(nettleser := Client(), kari_med_app)
    assert innlogget(nettleser) == str(kari_med_app.pk)


def test_the_page_of_the_person_offers_it_only_where_there_is_something_to_take(client, kari, sekretaer):
    client.force_login(sekretaer)
    person = f"/admin/arbeidsplan/bruker/{kari.pk}/change/"
    assert siden(kari) not in client.get(person).content.decode()
    Authenticator.objects.create(user=kari, type="totp", data={"secret": "x"})

    assert siden(kari) in client.get(person).content.decode()


@pytest.mark.parametrize("metode", ["get", "post"])
def test_the_secretary_does_not_touch_an_administrator(client, administrator, sekretaer, metode):
    Authenticator.objects.create(user=administrator, type="totp", data={"secret": "x"})
    client.force_login(sekretaer)

    svar = getattr(client, metode)(siden(administrator))

    assert svar.status_code == 403
    assert Authenticator.objects.filter(user=administrator).exists()


def test_the_administrator_may_for_another_administrator(client, administrator, sekretaer):
    sekretaer.roller = {"administrator": None}
    sekretaer.save()
    Authenticator.objects.create(user=sekretaer, type="totp", data={"secret": "x"})
    client.force_login(administrator)

    client.post(siden(sekretaer))

    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("rolle", ["styremedlem", "redaktoer"])
def test_nobody_else_may(client, request, rolle, sekretaer):
    Authenticator.objects.create(user=sekretaer, type="totp", data={"secret": "x"})
    client.force_login(request.getfixturevalue(rolle))

    client.post(siden(sekretaer))

    assert Authenticator.objects.exists()


@pytest.mark.parametrize("pk", ["0", "9223372036854775808", "18446744073709551616"])
def test_nobody_has_that_number(client, sekretaer, pk):
    client.force_login(sekretaer)

    assert client.post(f"/admin/arbeidsplan/bruker/{pk}/totrinn/").status_code == 404


def test_the_command_does_it_for_the_last_administrator(administrator, capsys):
    Authenticator.objects.create(user=administrator, type="totp", data={"secret": "x"})

    call_command("fjern_totrinn", " ADA@example.org ")
    call_command("fjern_totrinn", "ada@example.org")

    assert not Authenticator.objects.exists()
    assert capsys.readouterr().out == "Totrinn er tatt bort.\nPersonen hadde ikke totrinn. Ingenting er endret.\n"
    [spor] = Spor.objects.filter(hendelse=Hendelse.TOTRINN_AV)
    assert (spor.av, spor.av_maskinen, spor.om) == (None, True, administrator)


def test_the_command_says_when_nobody_has_the_address(db):
    with pytest.raises(CommandError, match="Ingen har den adressen"):
        call_command("fjern_totrinn", "ingen@example.org")

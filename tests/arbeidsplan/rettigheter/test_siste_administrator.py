"""There is always an administrator: nobody else can make a new one. Every way that the last one could go by."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle

from ..konto.conftest import nettopp_inne
from ..test_admin import data, side

JA = {"bekreft": "on"}


def igjen():
    return Bruker.objects.faste_administratorer().count()


def sletting(bruker):
    """The page that erases the person, when it is somebody else who asks."""
    return reverse("slett_person", args=[bruker.pk])


@pytest.fixture
def styr(client, administrator):
    nettopp_inne(client, administrator)
    return client


@pytest.mark.parametrize(
    "endret",
    [
        {"rolle_administrator": None},
        {"is_active": None},
        {"siste_dag_administrator": (timezone.localdate() + timedelta(days=1)).isoformat()},
        {"siste_dag_administrator": "2025-01-01"},
        {"rolle_administrator": None, "is_active": None, "rolle_sekretaer": "on"},
    ],
    ids=str,
)
def test_the_last_one_neither_steps_down_nor_ends_nor_locks_themselves(styr, administrator, endret):
    styr.post(side(administrator), data(administrator, **endret))

    assert igjen() == 1


@pytest.mark.parametrize("andre", [{"is_active": False}, {"roller": {"administrator": "2999-01-01"}}, {"roller": {}}])
def test_one_who_is_locked_or_has_a_last_day_is_no_other_one(styr, administrator, andre):
    Bruker.objects.create_user("to@example.org", **({"roller": {Rolle.ADMINISTRATOR: None}} | andre))

    styr.post(side(administrator), data(administrator, rolle_administrator=None))
    styr.post(reverse("slett_meg"), JA)

    assert igjen() == 1


def test_the_last_one_does_not_erase_themselves(styr):
    svar = styr.post(reverse("slett_meg"), JA)

    assert svar.status_code == 200
    assert svar.context["form"].non_field_errors()
    assert igjen() == 1


def test_nobody_is_deleted_in_the_editing_site(styr, administrator):
    """What erases a person takes along what the editing site does not know of."""
    annen = Bruker.objects.create_superuser("to@example.org")

    svarene = {styr.post(side(en, "delete"), {"post": "yes"}).status_code for en in (annen, administrator)}

    assert svarene == {403}
    assert igjen() == 2


def test_the_last_one_is_in_no_list_of_what_is_deleted_at_once(styr, administrator):
    valgt = {"action": "delete_selected", "_selected_action": [administrator.pk], "post": "yes"}
    styr.post("/admin/arbeidsplan/bruker/", valgt)

    assert igjen() == 1


def test_one_of_two_goes_and_the_other_stays(styr, administrator):
    annen = Bruker.objects.create_superuser("to@example.org")

    styr.post(sletting(annen), JA)
    styr.post(reverse("slett_meg"), JA)

    assert list(Bruker.objects.faste_administratorer()) == [administrator]


@pytest.mark.parametrize(
    "sletter", [(False, False), (True, True), (True, False)], ids=["step down", "erase each other", "one of each"]
)
@pytest.mark.django_db(transaction=True)
def test_of_two_who_go_in_the_same_moment_one_stays(sletter):
    """Each alone may; both together would leave nobody."""
    en, to = (Bruker.objects.create_superuser(f"{nr}@example.org") for nr in (1, 2))
    start, svarene = Barrier(2), []

    def gaa(hvem, bort, sletter):
        klient = Client(raise_request_exception=False)
        klient.force_login(hvem)
        adresse = sletting(bort) if sletter else side(bort)
        skjema = JA if sletter else data(bort, rolle_administrator=None)
        start.wait()
        svarene.append(klient.post(adresse, skjema).status_code)
        connection.close()

    # Each takes the other's away, so that neither is stopped for being gone already.
    traader = [Thread(target=gaa, args=(en, to, sletter[0])), Thread(target=gaa, args=(to, en, sletter[1]))]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()

    assert igjen() == 1
    assert max(svarene) < 500

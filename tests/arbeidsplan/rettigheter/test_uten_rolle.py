"""Those who may log in and have no task, or no more: everything that is closed is closed to them, from the next click.

What they get follows from the table: what anyone gets, and of what is closed only what is their own account's.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle

from ..test_rettigheter import sakene
from .nettleser import Sporloes, kort

pytestmark = pytest.mark.svarene

# Closed, and open to whoever has logged in: what they wrote themselves, and their own account.
EGET = {"fortsett", "paaminnelser", "min_konto", "mine_data", "slett_meg"}
EGET_VED_TRYKK = {"mine_data_fil"}  # a file that is made by pressing for it
KONTOEN = ("account_", "mfa_", "usersessions_")
STENGT = {"403", "404", "405"}


def faar(nettleser, adresse):
    """What GET and POST get."""
    return kort(nettleser.get(adresse)), kort(nettleser.post(adresse))


def de_lukkede():
    """The rows of what not everybody gets."""
    return [rad for rad in sakene() if {"inn", "404"} & {rad[2][0], rad[3][0]}]


def lag_bruker(navn, **roller):
    return Bruker.objects.create_user(f"{navn}@example.org", roller=roller)


@pytest.fixture
def uten_rolle(verden, lokallag):
    """Browsers of people without a task: never had one, had them all until yesterday, and lost it while logged in."""
    i_gaar = (timezone.localdate() - timedelta(days=1)).isoformat()
    aldri = Sporloes(lag_bruker("aldri"))
    avgaatt = lag_bruker("avgaatt", **dict.fromkeys(Rolle.values, i_gaar))
    degradert = lag_bruker("degradert", **dict.fromkeys(Rolle.values))
    lokallag.redaktoerer.add(avgaatt, degradert)
    var_alt = Sporloes(degradert)  # logged in while it lasted
    Bruker.objects.filter(pk=degradert.pk).update(roller={})
    return {"aldri": aldri, "til i går": Sporloes(avgaatt), "til nå": var_alt}


@pytest.mark.usefixtures("korte_nei")
def test_whoever_has_no_task_gets_what_anyone_gets_and_their_own_account(uten_rolle, verden):
    avvik = {}
    for navn, ting, *skal in de_lukkede():
        if navn.startswith(KONTOEN):
            continue
        for hvem, nettleser in uten_rolle.items():
            for svar, alle in zip(faar(nettleser, reverse(navn, kwargs=verden[ting])), skal, strict=True):
                lov = (
                    {alle[0]}
                    if alle[0] != "inn"
                    else STENGT | ({"200", "302"} if navn in EGET | EGET_VED_TRYKK else set())
                )
                if svar not in lov:
                    avvik[navn, ting, hvem] = svar

    assert avvik == {}


def test_what_is_theirs_opens(uten_rolle, verden):
    """Else the rule above would hold for an app that is shut."""
    assert {navn: kort(uten_rolle["aldri"].get(reverse(navn))) for navn in EGET} == dict.fromkeys(EGET, "200")


def test_the_no_is_a_page_for_them_too(uten_rolle):
    svarene = [nettleser.get(reverse("personer")) for nettleser in uten_rolle.values()]

    assert [svar.status_code for svar in svarene] == [403] * 3
    assert ["Du har ikke tilgang til dette" in svar.content.decode() for svar in svarene] == [True] * 3


@pytest.mark.usefixtures("korte_nei")
def test_whoever_is_locked_out_while_logged_in_is_anyone_at_the_next_click(verden):
    bruker = lag_bruker("stengt", **dict.fromkeys(Rolle.values))
    nettleser = Sporloes(bruker)
    Bruker.objects.filter(pk=bruker.pk).update(is_active=False)
    avvik = {}
    for navn, ting, get, post in de_lukkede():
        fikk = faar(nettleser, reverse(navn, kwargs=verden[ting]))
        if fikk != (get[0], post[0]):
            avvik[navn, ting] = fikk

    assert avvik == {}


@pytest.mark.parametrize("rolle", ["sekretaer", "administrator"])
def test_the_editing_site_shuts_at_the_next_click(client, request, verden, rolle):
    bruker = request.getfixturevalue(rolle)
    client.force_login(bruker)
    foer = client.get("/admin/arbeidsplan/bruker/").status_code
    Bruker.objects.filter(pk=bruker.pk).update(roller={"styremedlem": None})

    etter = client.get("/admin/arbeidsplan/bruker/", follow=True).status_code

    assert (foer, etter) == (200, 403)

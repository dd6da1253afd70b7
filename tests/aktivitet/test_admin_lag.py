"""The organisers in the editing site: whose activities the secretary sees first, set for one or for several."""

import pytest

from aktivitet.models import Lag

LISTE = "/admin/aktivitet/lag/"


@pytest.fixture
def rediger(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def lagene(lokallag):
    return [lokallag, Lag.objects.create(navn="Øyer SV", slug="oyer-sv", godkjennes=True)]


@pytest.mark.parametrize(
    ("handling", "stilt", "sagt"),
    [
        ("se_foerst", True, "Det Hamar SV legger inn, venter fra nå på at du publiserer det."),
        ("la_publisere", False, "Øyer SV publiserer selv fra nå. Det som venter alt, må du se på."),
    ],
)
def test_several_are_set_at_once_and_only_those_that_change_are_named(rediger, lagene, handling, stilt, sagt):
    svar = rediger.post(LISTE, {"action": handling, "_selected_action": [lag.pk for lag in lagene]}, follow=True)

    assert [str(melding) for melding in svar.context["messages"]] == [sagt]
    assert set(Lag.objects.values_list("godkjennes", flat=True)) == {stilt}


def test_what_is_so_already_is_said_to_be(rediger, lagene):
    svar = rediger.post(LISTE, {"action": "se_foerst", "_selected_action": [lagene[1].pk]}, follow=True)

    assert [str(melding) for melding in svar.context["messages"]] == ["Slik var det fra før."]


def test_one_is_set_on_its_own_page(rediger, lokallag):
    data = {"navn": lokallag.navn, "slug": lokallag.slug, "type": lokallag.type, "kommune": "Hamar"}

    rediger.post(f"{LISTE}{lokallag.pk}/change/", data | {"godkjennes": "on"})

    lokallag.refresh_from_db()
    assert lokallag.godkjennes

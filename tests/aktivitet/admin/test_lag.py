"""The organisers in the editing site: their address and kind, and whose activities the secretary sees first."""

import pytest

from aktivitet.models import Lag
from aktivitet.signals import moeter_endret

LISTE = "/admin/aktivitet/lag/"


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


def test_a_second_county_branch_is_refused_by_its_type(rediger, fylkeslag):
    svar = rediger.post(f"{LISTE}add/", {"navn": "Viken SV", "slug": "viken-sv", "type": "fylkeslag"})

    assert svar.context["adminform"].form.errors == {"type": ["Fylkeslaget er Innlandet SV. Det kan bare være ett."]}
    assert Lag.objects.get() == fylkeslag


def test_a_branch_keeps_its_address_when_its_name_changes(rediger, lokallag):
    rediger.post(
        f"{LISTE}{lokallag.pk}/change/", {"navn": "Hamar og Stange SV", "slug": "hamar-sv", "type": "lokallag"}
    )

    lokallag.refresh_from_db()
    assert (lokallag.navn, lokallag.slug) == ("Hamar og Stange SV", "hamar-sv")


@pytest.mark.parametrize(("fra", "til"), [("fylkeslag", "lokallag"), ("lokallag", "fylkeslag")])
def test_a_branch_that_becomes_another_kind_moves_what_hangs_from_its_meetings(rediger, lokallag, fra, til):
    Lag.objects.filter(pk=lokallag.pk).update(type=fra)
    hoert = []
    moeter_endret.connect(hoer := lambda **_: hoert.append(Lag.objects.get().type))

    for type_ in (fra, til):
        rediger.post(f"{LISTE}{lokallag.pk}/change/", {"navn": "Hamar SV", "slug": "hamar-sv", "type": type_})

    moeter_endret.disconnect(hoer)
    assert hoert == [til]


def test_a_branch_that_arranges_something_is_not_deleted(rediger, aktivitet):
    svar = rediger.post(f"{LISTE}{aktivitet.lag_id}/delete/", {"post": "yes"})

    aktivitet.lag.refresh_from_db()
    assert (svar.status_code, svar.context["protected"] != []) == (200, True)

"""Tests of the trail's lines: they are only ever added, go when their time is out, and outlive their people."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import transaction
from django.utils import timezone

from arbeidsplan.models import Hendelse, Spor
from arbeidsplan.models.spor import LENGST


@pytest.fixture
def linje(sekretaer, styremedlem):
    return Spor.objects.sett(Hendelse.ROLLER, av=sekretaer, om=styremedlem, hva="Styremedlem → ingen rolle")


def gammel(dager):
    return Spor.objects.create(hendelse=Hendelse.KOPI, av_maskinen=True, tid=timezone.now() - timedelta(days=dager))


@pytest.mark.parametrize(
    "endring",
    [
        lambda linje: linje.save(),
        lambda linje: linje.delete(),
        lambda linje: Spor.objects.update(hva=""),
        lambda linje: Spor.objects.filter(pk=linje.pk).update(hva=""),
        lambda linje: Spor.objects.all().delete(),
        lambda linje: Spor.objects.filter(pk=linje.pk).delete(),
        lambda linje: Spor.objects.bulk_update([linje], ["hva"]),
    ],
)
def test_a_line_is_neither_changed_nor_deleted(linje, endring):
    linje.hva = "Noe annet"

    with pytest.raises(TypeError), transaction.atomic():
        endring(linje)

    assert [spor.hva for spor in Spor.objects.all()] == ["Styremedlem → ingen rolle"]


def test_what_is_old_enough_can_be_deleted_and_nothing_else(db):
    gammel(91)
    fersk = gammel(89)

    Spor.objects.eldre_enn(90).order_by("pk").delete()

    assert list(Spor.objects.all()) == [fersk]


@pytest.mark.parametrize("dager", [0, -1, -10_000])
def test_what_happened_today_is_never_old(linje, dager):
    Spor.objects.eldre_enn(dager).delete()

    assert list(Spor.objects.all()) == [linje]


def test_a_line_outlives_its_people_and_says_that_they_were_somebody(linje, sekretaer, styremedlem):
    assert (linje.hvem, linje.gjaldt) == ("Ola Sekretær", "Kari Styremedlem")

    sekretaer.delete()
    styremedlem.delete()

    lagret = Spor.objects.get()
    assert (lagret.hvem, lagret.gjaldt, lagret.hva) == (
        "tidligere bruker",
        "tidligere bruker",
        "Styremedlem → ingen rolle",
    )


def test_what_a_command_did_says_so_and_is_about_nobody(db):
    linje = Spor.objects.sett(Hendelse.KOPI)

    assert (linje.hvem, linje.gjaldt) == ("automatisk", "")


def test_what_a_person_did_with_themselves_is_told_once(styremedlem):
    linje = Spor.objects.sett(Hendelse.PASSORD, av=styremedlem, om=styremedlem)

    assert (linje.hvem, linje.gjaldt) == ("Kari Styremedlem", "")

    styremedlem.delete()

    lagret = Spor.objects.get()
    assert (lagret.hvem, lagret.gjaldt) == ("tidligere bruker", "")


def test_what_is_too_long_is_cut_and_never_stops_the_act(db):
    assert Spor.objects.sett(Hendelse.KOPI, hva="å" * 1000).hva == "å" * LENGST


def test_the_editing_site_has_no_room_for_it():
    assert Spor not in admin.site._registry

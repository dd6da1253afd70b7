"""The calendar's stand is another one after every change that the public can see, and after no other."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet, Kalenderstand

DAGEN = date(2026, 5, 20)

pytestmark = pytest.mark.usefixtures("i_dag")


@pytest.fixture
def stand():
    """What tells the stand as it is now from other ones."""
    return lambda: Kalenderstand.naa().merke


def test_it_is_the_same_as_long_as_nothing_public_changes(lag_aktivitet, stand):
    lag_aktivitet("Møte", DAGEN)
    foer = stand()

    lag_aktivitet("Utkast", DAGEN, publisert=None)
    lag_aktivitet("Internt", DAGEN, synlighet="intern")

    assert stand() == foer


@pytest.mark.parametrize("felter", [{"tittel": "Nytt"}, {"synlighet": "intern"}, {"publisert": None}], ids=str)
def test_a_change_and_a_hiding_make_it_another(lag_aktivitet, stand, felter):
    moete = lag_aktivitet("Møte", DAGEN)
    foer = stand()

    for felt, verdi in felter.items():
        setattr(moete, felt, verdi)
    moete.save()

    assert stand() != foer


def test_a_deletion_and_a_new_organiser_make_it_another(lag_aktivitet, stand, lokallag):
    moete = lag_aktivitet("Møte", DAGEN)
    foer = stand()

    moete.delete()
    uten = stand()
    lokallag.navn = "Hamar og Løten SV"
    lokallag.save()

    assert len({foer, uten, stand()}) == 3


def test_it_knows_the_municipalities_that_something_public_is_held_in(lag_aktivitet):
    lag_aktivitet("Hemmelig", DAGEN, kommune="Løten", synlighet="intern")
    moete = lag_aktivitet("Møte", DAGEN, kommune="Stange")
    lag_aktivitet("Annet", DAGEN, kommune="Hamar")
    da = Kalenderstand.naa().kommuner

    moete.kommune = "Ringsaker"
    moete.save()

    assert (da, Kalenderstand.naa().kommuner) == (["Hamar", "Stange"], ["Hamar", "Ringsaker"])
    Aktivitet.objects.filter(pk=moete.pk).update(kommune="Åmot")
    Kalenderstand.forny()
    assert Kalenderstand.naa().kommuner == ["Hamar", "Åmot"]


def test_what_is_moved_remembers_the_day_that_people_knew(lag_aktivitet):
    moete = lag_aktivitet("Møte", DAGEN, publisert=timezone.now() - timedelta(days=3))
    ny_dag = DAGEN + timedelta(days=7)

    def flytt(dag, **felter):
        moete.foerste_dag = moete.siste_dag = dag
        for felt, verdi in felter.items():
            setattr(moete, felt, verdi)
        moete.save()
        return moete.flyttet_fra

    assert flytt(ny_dag) == DAGEN
    assert flytt(ny_dag, tittel="Samme dag") == DAGEN
    assert flytt(DAGEN) is None  # back again


@pytest.mark.parametrize(
    "imens",
    [
        [{"presisjon": "uke", "foerste_dag": date(2026, 5, 18), "siste_dag": date(2026, 5, 24)}],
        [{"foerste_dag": date(2026, 5, 25), "siste_dag": date(2026, 5, 25)}, {"publisert": None}],
    ],
    ids=["known by its week alone", "a draft"],
)
def test_back_on_its_old_day_it_is_not_moved_whatever_it_was_meanwhile(lag_aktivitet, imens):
    publisert = timezone.now() - timedelta(days=3)
    moete = lag_aktivitet("Møte", DAGEN, publisert=publisert)

    def lagre(**felter):
        for felt, verdi in felter.items():
            setattr(moete, felt, verdi)
        moete.save()
        return moete.flyttet_fra

    flyttet = [lagre(**felter) for felter in imens]
    tilbake = lagre(presisjon="dag", foerste_dag=DAGEN, siste_dag=DAGEN, publisert=publisert)

    assert (set(flyttet), tilbake) == ({DAGEN}, None)


@pytest.mark.parametrize(
    ("dagen", "presisjon", "publisert_siden"),
    [
        (DAGEN, "dag", None),
        (DAGEN, "dag", timedelta(minutes=5)),
        (date(2026, 5, 1), "maaned", timedelta(days=3)),
        (date(2026, 5, 2), "dag", timedelta(days=30)),
    ],
    ids=["a draft", "a slip", "sharpened", "put right afterwards"],
)
def test_what_nobody_planned_for_is_not_moved(lag_aktivitet, dagen, presisjon, publisert_siden):
    publisert = publisert_siden and timezone.now() - publisert_siden
    siste = date(2026, 5, 31) if presisjon == "maaned" else dagen
    moete = lag_aktivitet("Møte", dagen, siste, presisjon=presisjon, publisert=publisert)

    moete.presisjon, moete.foerste_dag, moete.siste_dag = "dag", date(2026, 5, 27), date(2026, 5, 27)
    moete.save()

    assert moete.flyttet_fra is None


@pytest.mark.parametrize("flyttes_foerst", [True, False], ids=["moved while internal", "moved and opened at once"])
def test_a_day_that_only_the_board_knew_is_told_to_nobody_else(lag_aktivitet, flyttes_foerst):
    siden = timezone.now() - timedelta(days=3)
    moete = lag_aktivitet("Møte", DAGEN, synlighet="intern", publisert=siden)
    moete.foerste_dag = moete.siste_dag = DAGEN + timedelta(days=7)
    if flyttes_foerst:
        moete.save()
        assert moete.flyttet_fra == DAGEN  # the board planned for it

    moete.synlighet = "offentlig"
    moete.save()

    assert Aktivitet.objects.get().flyttet_fra is None

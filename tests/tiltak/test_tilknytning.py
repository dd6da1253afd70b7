"""Which activities carry out which measures, whatever becomes of either."""

from datetime import date

import pytest

from aktivitet.models import Aktivitet
from tests.tiltak.conftest import lag_tiltak
from tiltak.innlesing import forkast
from tiltak.models import Maal, Plan, Tilknytning, Tiltak
from tiltak.redigering.deling import del_opp, slaa_sammen
from tiltak.redigering.strykning import ta_ut

from .conftest import lag_plan
from .redigering.conftest import AARSMOETET, beslutning, lag_lest_tiltak

__all__ = ["beslutning"]  # a fixture


def knyttet():
    """Each tie by its two names."""
    rader = Tilknytning.objects.order_by("tiltak__kode", "aktivitet__tittel")
    return list(rader.values_list("tiltak__kode", "aktivitet__tittel"))


def test_tied_twice_it_is_tied_once_by_whoever_did_it_first(tiltak, lag_aktivitet, styremedlem, sekretaer):
    kurs = lag_aktivitet("Kurs", date(2026, 3, 12))

    svar = [Tilknytning.objects.knytt(tiltak, kurs, av) for av in (styremedlem, sekretaer)]

    assert svar == [True, False]
    assert [(ett.aktivitet, ett.av) for ett in tiltak.tilknytninger.all()] == [(kurs, styremedlem)]


def test_untied_the_activity_stays_and_can_be_tied_again(tiltak, lag_aktivitet, styremedlem):
    kurs = lag_aktivitet("Kurs", date(2026, 3, 12))
    Tilknytning.objects.knytt(tiltak, kurs, styremedlem)

    loesnet = [Tilknytning.objects.loesne(tiltak, kurs) for _ in range(2)]

    assert (loesnet, knyttet()) == ([True, False], [])
    assert Aktivitet.objects.filter(pk=kurs.pk).exists()
    assert Tilknytning.objects.knytt(tiltak, kurs, styremedlem)


def test_a_draft_that_is_deleted_takes_its_tie_along_and_nothing_else(tiltak, lag_aktivitet, styremedlem):
    utkast, kurs = lag_aktivitet("Utkast", date(2026, 3, 12), publisert=None), lag_aktivitet("Kurs", date(2026, 4, 1))
    for aktivitet in (utkast, kurs):
        Tilknytning.objects.knytt(tiltak, aktivitet, styremedlem)

    utkast.slett_utkast(utkast.versjon)

    assert (knyttet(), Tiltak.objects.count()) == ([("1.1a", "Kurs")], 1)


def test_a_draft_that_the_secretary_deletes_in_the_editing_site_takes_its_tie_along(
    client, tiltak, lag_aktivitet, sekretaer
):
    kurs = lag_aktivitet("Kurs", date(2026, 3, 12), publisert=None)
    Tilknytning.objects.knytt(tiltak, kurs, sekretaer)
    client.force_login(sekretaer)

    svar = client.post(f"/admin/aktivitet/aktivitet/{kurs.pk}/delete/", {"post": "yes"})

    assert (svar.status_code, knyttet(), Aktivitet.objects.count(), Tiltak.objects.count()) == (302, [], 0, 1)


def test_a_measure_that_goes_out_of_the_plan_keeps_its_activities(maal, lag_aktivitet, styremedlem, beslutning):
    tiltak = lag_lest_tiltak(maal, "1.1a")
    Tilknytning.objects.knytt(tiltak, lag_aktivitet("Kurs", date(2026, 3, 12)), styremedlem)

    ta_ut(tiltak, beslutning, tiltak.versjon)

    assert knyttet() == [("1.1a", "Kurs")]


def test_what_is_planned_for_a_measure_goes_on_in_the_one_that_it_goes_into(
    maal, lag_aktivitet, styremedlem, beslutning
):
    beholdt, andre = lag_lest_tiltak(maal, "1.1a"), lag_lest_tiltak(maal, "1.1b")
    holdt, kommer, felles = (
        lag_aktivitet("Holdt", date(2026, 1, 10)),
        lag_aktivitet("Kommer", AARSMOETET),
        lag_aktivitet("Felles", date(2026, 9, 1)),
    )
    for tiltak, aktivitet in ((andre, holdt), (andre, kommer), (andre, felles), (beholdt, felles)):
        Tilknytning.objects.knytt(tiltak, aktivitet, styremedlem)

    slaa_sammen(beholdt, [andre], {}, beslutning, beholdt.versjon)

    assert knyttet() == [
        ("1.1a", "Felles"),
        ("1.1a", "Kommer"),
        ("1.1b", "Felles"),
        ("1.1b", "Holdt"),
        ("1.1b", "Kommer"),
    ]


def test_a_measure_that_is_split_keeps_its_activities(maal, lag_aktivitet, styremedlem, beslutning):
    tiltak = lag_lest_tiltak(maal, "1.1a")
    Tilknytning.objects.knytt(tiltak, lag_aktivitet("Kurs", date(2026, 3, 12)), styremedlem)

    del_opp(tiltak, {}, [{"kode": "1.1b", "tekst": "Resten", "gjennomfoering": "2027"}], beslutning, tiltak.versjon)

    assert knyttet() == [("1.1a", "Kurs")]


@pytest.mark.parametrize("status", [Plan.Status.UTKAST, Plan.Status.FORSLAG])
def test_only_measures_of_adopted_plans_carry_anything(tiltak, status):
    utkast = lag_plan("utkast", status=status, lagt_ut=True)
    lag_tiltak(Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Nytt"), "1a")

    assert list(Tiltak.objects.i_vedtatte_planer()) == [tiltak]

    forkast(utkast)

    assert list(Tiltak.objects.all()) == [tiltak]


def test_one_sees_the_ties_between_what_one_may_see(
    tiltak, lag_aktivitet, fylkeslag, styremedlem, sekretaer, redaktoer
):
    felter = {
        "Åpen": {},
        "Intern": {"synlighet": "intern", "lag": fylkeslag},
        "Sekretærens utkast": {"publisert": None, "lag": fylkeslag, "opprettet_av": sekretaer},
        "Styremedlemmets utkast": {"publisert": None, "lag": fylkeslag, "opprettet_av": styremedlem},
    }
    for tittel, hvordan in felter.items():
        Tilknytning.objects.knytt(tiltak, lag_aktivitet(tittel, date(2026, 3, 12), **hvordan), sekretaer)

    def ser(bruker):
        return {ett.aktivitet.tittel for ett in Tilknytning.objects.synlige_for(bruker)}

    assert ser(sekretaer) == set(felter)
    assert ser(styremedlem) == {"Åpen", "Intern", "Styremedlemmets utkast"}
    assert ser(redaktoer) == {"Åpen"}
    Plan.objects.update(status=Plan.Status.UTKAST)
    assert (ser(styremedlem), ser(sekretaer)) == (set(), set(felter))

"""Tests of what a report lacks: each due date stands in one group at most, in the order to settle them."""

from datetime import date

import pytest

from tests.tiltak.conftest import lag_maaneder, lag_termin, lag_tiltak
from tiltak.models import Rapport, Status, Termin
from tiltak.rapport.mangler import Mangler, finn_grupper, uten
from tiltak.rapport.skrivesteder import skrivebordet

I_DAG = date(2026, 1, 15)
LOEPENDE = {"loepende": True, "kan_forfalle": False}


def grupper():
    alle = Termin.objects.med_stilling().i_planens_rekkefoelge()
    return {gruppe.navn: [termin.noekkel for termin in gruppe.terminer] for gruppe in finn_grupper(alle, I_DAG)}


@pytest.mark.parametrize(
    ("felter", "gruppe"),
    [
        ({}, "vurdering"),
        ({"merknad": "Vi venter på svar"}, "vurdering"),
        ({"siste": date(2026, 3, 1)}, "vurdering"),
        ({"status": Status.PAAGAAR, **LOEPENDE}, "lopende"),
        ({"status": Status.IKKE_STARTET, **LOEPENDE}, "lopende"),
        ({"status": Status.PAAGAAR}, "forfalt"),
        ({"status": Status.PAAGAAR, "merknad": "Ble forsinket"}, None),
        ({"status": Status.UTSATT, "utsatt_til": date(2026, 1, 14)}, "forfalt"),
        ({"status": Status.UTSATT, "utsatt_til": date(2026, 1, 15)}, "ord"),
        ({"status": Status.UTSATT, "utsatt_til": date(2026, 5, 1), "merknad": "Til våren"}, None),
        ({"status": Status.PAAGAAR, "kan_forfalle": False}, "ord"),
        ({"status": Status.DELVIS, "utfoert": date(2025, 6, 1)}, "ord"),
        ({"status": Status.DELVIS, "utfoert": date(2025, 6, 1), "merknad": "Halve lista"}, None),
        ({"status": Status.GJENNOMFOERT, "utfoert": date(2025, 6, 1)}, "gjort"),
        ({"status": Status.GJENNOMFOERT, "utfoert": date(2025, 6, 1), "merknad": "Holdt"}, None),
        ({"status": Status.IKKE_GJENNOMFOERT, "merknad": "Ingen kunne"}, None),
        ({"status": Status.UTGAAR, "merknad": "Vedtatt av FS"}, None),
    ],
)
def test_a_due_date_lacks_one_thing_at_most(felter, gruppe, tiltak):
    lag_termin(tiltak, "2025", **felter)

    assert grupper() == ({gruppe: ["2025"]} if gruppe else {})


def test_an_ongoing_one_that_is_judged_lacks_nothing(tiltak, styremedlem):
    termin = lag_termin(tiltak, "2025", status=Status.PAAGAAR, **LOEPENDE)

    termin.sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)

    assert grupper() == {}


def test_a_measure_done_every_month_is_asked_for_a_word_once(maal):
    lag_maaneder(lag_tiltak(maal, "1.1a"), 2025, status=Status.GJENNOMFOERT, utfoert=date(2025, 6, 1))
    fortalt = lag_maaneder(lag_tiltak(maal, "1.1b"), 2025, status=Status.GJENNOMFOERT, utfoert=date(2025, 6, 1))
    Termin.objects.filter(pk=fortalt[4].pk).update(merknad="Tolv brev i år")

    assert grupper() == {"gjort": ["2025-12"]}


def test_they_stand_in_the_order_to_settle_them(maal):
    tiltak = lag_tiltak(maal, "1.1a")
    lag_termin(tiltak, "2025-a", status=Status.GJENNOMFOERT, utfoert=date(2025, 6, 1))
    lag_termin(lag_tiltak(maal, "1.1b"), "2025-b", status=Status.DELVIS, utfoert=date(2025, 6, 1))
    lag_termin(lag_tiltak(maal, "1.1c"), "2025-c", status=Status.PAAGAAR)
    lag_termin(lag_tiltak(maal, "1.1d"), "2025-d")
    lag_termin(lag_tiltak(maal, "1.1e"), "2025-e", status=Status.PAAGAAR, **LOEPENDE)

    assert list(grupper()) == ["lopende", "vurdering", "forfalt", "ord", "gjort"]


def test_what_is_optional_is_not_counted_among_what_is_missing(maal):
    lag_termin(lag_tiltak(maal, "1.1a"), "2025-a", status=Status.GJENNOMFOERT, utfoert=date(2025, 6, 1))
    lag_termin(lag_tiltak(maal, "1.1b"), "2025-b")
    alle = list(Termin.objects.med_stilling().i_planens_rekkefoelge())
    gruppene = finn_grupper(alle, I_DAG)

    assert Mangler(gruppene, innledning=True, moetested=True, anslag=(alle[0],)).antall == 4
    assert Mangler().antall == 0


def test_what_was_just_settled_is_not_asked_for_a_word_while_it_is_shown_apart(tiltak):
    lag_termin(tiltak, "2025", status=Status.GJENNOMFOERT, utfoert=date(2025, 6, 1))
    [termin] = Termin.objects.med_stilling()

    assert uten(finn_grupper([termin], I_DAG), [termin]) == ()


def test_the_estimates_tell_the_years_whose_meetings_have_no_day(tiltak):
    lag_termin(tiltak, "2026", anslag=True)
    lag_termin(tiltak, "2025", anslag=True)

    assert Mangler(anslag=tuple(Termin.objects.all())).anslagsaar == [2025, 2026]


def test_the_desk_has_what_was_due_in_the_period_and_nothing_else(tiltak, sekretaer):
    termin = lag_termin(tiltak, "2025")
    lag_termin(tiltak, "2024", utenfor=True)
    lag_termin(tiltak, "2026")

    bordet = skrivebordet(Rapport.for_aaret(2025))
    mangler = bordet.mangler(sekretaer, I_DAG)

    assert bordet.terminer == (termin,)
    assert (mangler.antall, mangler.innledning, mangler.moetedag, mangler.moetested) == (4, True, True, True)

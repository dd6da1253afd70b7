"""How a termin stands: setting a status, its log, what is overdue, and figures that add up."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from aktivitet.models import EndretAvAndre
from tests.tiltak.conftest import lag_termin, lag_tiltak
from tiltak.fremdrift import fremdrift
from tiltak.models import Maal, Status, Statusendring, Termin
from tiltak.models.termin import Stilling

I_DAG = date(2026, 6, 15)


def linjer(termin):
    return list(termin.logg.values_list("status", "utfoert", "utsatt_til", "merknad", "av__navn"))


def test_setting_a_status_changes_the_termin_and_adds_a_line(termin, styremedlem):
    tid = datetime(2026, 6, 15, 10, tzinfo=UTC)

    termin.sett_status(
        Status.GJENNOMFOERT, av=styremedlem, versjon=1, utfoert=date(2026, 6, 3), merknad="Holdt på Hamar", tid=tid
    )

    lagret = Termin.objects.values_list("status", "utfoert", "merknad", "versjon", "endret", "endret_av__navn").get()
    assert lagret == (Status.GJENNOMFOERT, date(2026, 6, 3), "Holdt på Hamar", 2, tid, "Kari Styremedlem")
    assert linjer(termin) == [("gjennomfoert", date(2026, 6, 3), None, "Holdt på Hamar", "Kari Styremedlem")]
    assert (termin.status, termin.versjon, termin.endret_av) == (Status.GJENNOMFOERT, 2, styremedlem)


def test_what_is_done_without_a_day_was_done_that_day(termin, styremedlem):
    tid = datetime(2026, 6, 14, 22, 30, tzinfo=UTC)  # past midnight in Norway

    termin.sett_status(Status.DELVIS, av=styremedlem, versjon=1, tid=tid)

    assert termin.utfoert == I_DAG


def test_a_day_belongs_only_to_the_status_it_says_something_of(termin, styremedlem):
    termin.sett_status(
        Status.PAAGAAR, av=styremedlem, versjon=1, utfoert=date(2026, 6, 3), utsatt_til=date(2026, 9, 1)
    )

    assert linjer(termin) == [("paagaar", None, None, "", "Kari Styremedlem")]


def test_a_save_on_top_of_a_newer_one_is_refused_and_carries_what_is_stored(termin, styremedlem, sekretaer):
    min_side = Termin.objects.get(pk=termin.pk)
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="I gang")

    with pytest.raises(EndretAvAndre) as unntak:
        min_side.sett_status(Status.UTGAAR, av=styremedlem, versjon=1, merknad="Droppet")

    assert (unntak.value.naa.status, unntak.value.naa.merknad, str(unntak.value.naa.endret_av)) == (
        Status.PAAGAAR,
        "I gang",
        "Ola Sekretær",
    )
    assert linjer(termin) == [("paagaar", None, None, "I gang", "Ola Sekretær")]


def test_an_undo_is_a_new_line(termin, styremedlem):
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, utfoert=date(2026, 6, 3))
    termin.sett_status(Status.IKKE_STARTET, av=styremedlem, versjon=2)

    assert [linje[0] for linje in linjer(termin)] == ["ikke_startet", "gjennomfoert"]


def test_a_line_in_the_log_is_never_rewritten_nor_lost_with_its_termin(termin, styremedlem):
    linje = termin.sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)

    linje.merknad = "Noe annet"
    with pytest.raises(TypeError):
        linje.save()
    with pytest.raises(ProtectedError):
        termin.delete()

    assert Statusendring.objects.get().merknad == ""


@pytest.mark.parametrize(
    "felter",
    [
        {"status": Status.UTSATT},
        {"status": Status.PAAGAAR, "utsatt_til": date(2026, 9, 1)},
        {"status": Status.PAAGAAR, "utfoert": date(2026, 6, 1)},
        {"status": Status.UTGAAR, "merknad": ""},
        {"foerste": date(2026, 5, 2), "siste": date(2026, 5, 1)},
        {"noekkel": "2026"},
    ],
    ids=["utsatt uten dag", "dag uten utsatt", "utfoert uten gjort", "uten grunn", "baklengs", "samme forekomst"],
)
def test_the_database_refuses_what_can_never_be_true(termin, felter):
    with pytest.raises(IntegrityError), transaction.atomic():
        lag_termin(termin.tiltak, **{"noekkel": "2027"} | felter)

    assert list(Termin.objects.all()) == [termin]


FORFALL = [
    ({}, date(2026, 12, 31), False),
    ({}, date(2027, 1, 1), True),
    ({"status": Status.PAAGAAR}, date(2027, 1, 1), True),
    ({"status": Status.GJENNOMFOERT, "utfoert": date(2026, 5, 1)}, date(2027, 1, 1), False),
    ({"status": Status.DELVIS, "utfoert": date(2026, 5, 1)}, date(2027, 1, 1), False),
    ({"status": Status.UTGAAR, "merknad": "Droppet"}, date(2027, 1, 1), False),
    ({"status": Status.IKKE_GJENNOMFOERT, "merknad": "Ingen kom"}, date(2027, 1, 1), False),
    ({"status": Status.UTSATT, "utsatt_til": date(2027, 3, 1)}, date(2027, 3, 1), False),
    ({"status": Status.UTSATT, "utsatt_til": date(2027, 3, 1)}, date(2027, 3, 2), True),
    ({"status": Status.UTSATT, "utsatt_til": date(2026, 3, 1)}, date(2026, 3, 2), False),  # the due day has not passed
    ({"status": Status.UTSATT, "utsatt_til": date(2026, 3, 1)}, date(2027, 1, 1), True),
    ({"kan_forfalle": False}, date(2027, 1, 1), False),
    ({"utenfor": True}, date(2027, 1, 1), False),
]


@pytest.mark.parametrize(("felter", "dag", "forfalt"), FORFALL)
def test_the_query_and_the_termin_agree_on_what_is_overdue(tiltak, felter, dag, forfalt):
    termin = lag_termin(tiltak, **felter)

    assert (list(Termin.objects.forfalt(dag)), termin.er_forfalt(dag)) == ([termin] if forfalt else [], forfalt)


def test_what_waits_is_unsettled_and_overdue_or_due_soon(tiltak):
    def juni(noekkel, **felter):
        return lag_termin(tiltak, noekkel, siste=date(2026, 6, 30), **felter)

    forfalt = lag_termin(tiltak, "2025")
    i_juni = juni("2026-1")
    juni("2026-2", status=Status.GJENNOMFOERT, utfoert=I_DAG)
    juni("2026-3", kan_forfalle=False)
    juni("2026-4", utenfor=True)
    utsatt_hit = juni("2026-5", status=Status.UTSATT, utsatt_til=date(2026, 7, 1))
    juni("2026-6", status=Status.UTSATT, utsatt_til=date(2026, 11, 1))
    lag_termin(tiltak, "2027")

    assert set(Termin.objects.som_venter(I_DAG, date(2026, 7, 1))) == {forfalt, i_juni, utsatt_hit}


def test_what_rests_on_an_estimate_is_open_in_the_figures_and_due_in_the_days(tiltak):
    def paa_anslag(noekkel, **felter):
        return lag_termin(tiltak, noekkel, **{"siste": date(2026, 6, 30), "anslag": True} | felter)

    forfalt = paa_anslag("2026-1")
    utsatt = paa_anslag("2026-2", status=Status.UTSATT, utsatt_til=date(2026, 11, 1))
    paa_anslag("2026-3", anslag=False)
    paa_anslag("2026-4", utenfor=True)
    paa_anslag("2026-5", status=Status.GJENNOMFOERT, utfoert=I_DAG)
    paa_anslag("2026-6", siste=date(2026, 7, 2))

    assert set(Termin.objects.paa_anslag(date(2026, 6, 30), date(2026, 7, 1))) == {forfalt, utsatt}


def test_each_termin_counts_in_one_figure_and_they_add_up_by_goal_and_in_all(plan, maal, tiltak, styremedlem):
    annet_maal = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    annet = lag_tiltak(annet_maal, "1.2a")
    lag_termin(tiltak, "2026-1")
    lag_termin(tiltak, "2026-2", status=Status.PAAGAAR)
    lag_termin(tiltak, "2026-3", status=Status.UTGAAR, merknad="Droppet")
    lag_termin(tiltak, "2027")  # another year
    lag_termin(tiltak, "2024", utenfor=True)
    lag_termin(annet, "2026-1", status=Status.PAAGAAR, loepende=True)
    vurdert = lag_termin(annet, "2026-2", status=Status.PAAGAAR, loepende=True)
    vurdert.sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)

    staar = fremdrift(plan, I_DAG)

    ingen = dict.fromkeys(Stilling.values, 0)
    assert {pk: staar.telling(aar=2026, maal=pk) for pk in (maal.pk, annet_maal.pk)} == {
        maal.pk: ingen | {"mangler_vurdering": 1, "paagaar": 1, "utgaar": 1},
        annet_maal.pk: ingen | {"mangler_vurdering": 1, "paagaar": 1},
    }
    assert staar.telling(aar=2026) == ingen | {"mangler_vurdering": 2, "paagaar": 2, "utgaar": 1}
    assert staar.tall(aar=2026).figurer.frist == Termin.objects.i_figurene().filter(siste__year=2026).count() == 5
    assert staar.tall().figurer.frist == Termin.objects.i_planen(plan).i_figurene().count() == 6

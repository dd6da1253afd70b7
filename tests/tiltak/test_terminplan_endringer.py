"""What it takes to bring terminer in line: told before it is written, and written in few questions."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktivitet.moeter import moeter_fra_dager
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tests.tiltak.test_terminplan import sett_frist
from tiltak.frist import les
from tiltak.models import Frist, Maal, Plan, Status, Termin, Tiltak
from tiltak.terminplan import RADER_OM_GANGEN, endringer, oppdater_alle, oppdater_plan, skriv

FASE = "Første FS-møte etter årsmøtet, årlig"
ANSLAATT = moeter_fra_dager
AARSMOETE = date(2026, 2, 14)


def satt(aar):
    """The annual meeting of 2026 is set; everything else is an estimate."""
    return moeter_fra_dager(aar, aarsmoeter=[(AARSMOETE, AARSMOETE)])


@pytest.fixture
def ettaarig(db):
    """A measure in a plan for 2026 alone."""
    plan = lag_plan(fra=date(2026, 1, 1), til=date(2026, 12, 31))
    return lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst"), "1a")


def sammenlign(tiltak, moeter):
    tiltakene = Tiltak.objects.filter(pk=tiltak.pk).select_related("frist", "maal__plan")
    return endringer(tiltakene, Termin.objects.filter(tiltak=tiltak), moeter)


def lest(gjoeres):
    """The changes as plain values: what is new, what is changed into what, what is gone."""
    return (
        [(termin.noekkel, termin.foerste, termin.siste) for termin in gjoeres.nye],
        [(termin.noekkel, nytt) for termin, nytt in gjoeres.endrede],
        [termin.noekkel for termin in gjoeres.borte],
    )


def test_what_is_new_moved_and_gone_is_told_and_nothing_is_written(ettaarig):
    sett_frist(ettaarig, FASE)
    foer = list(Termin.objects.values())

    uendret = sammenlign(ettaarig, ANSLAATT)
    flyttet = sammenlign(ettaarig, satt)
    ettaarig.frist.regel = les("Mars, årlig").to_dict()
    ettaarig.frist.save()
    byttet = sammenlign(ettaarig, satt)

    assert lest(uendret) == ([], [], [])
    assert lest(flyttet) == ([], [("fs-2026", {"foerste": AARSMOETE, "siste": date(2026, 2, 28)})], [])
    assert lest(byttet) == ([("2026-03", date(2026, 3, 1), date(2026, 3, 31))], [], ["fs-2026"])
    assert list(Termin.objects.values()) == foer


@pytest.mark.parametrize(
    ("med_logg", "blir_igjen"), [(True, [("fs-2026", "paagaar", True)]), (False, [])], ids=["med logg", "uten logg"]
)
def test_one_that_moves_out_of_the_period_stays_only_for_its_log(ettaarig, styremedlem, med_logg, blir_igjen):
    Plan.objects.update(fra=date(2025, 1, 1))
    sett_frist(ettaarig, FASE)
    if med_logg:
        ettaarig.terminer.get(noekkel="fs-2026").sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)

    def i_desember(aar):
        return moeter_fra_dager(aar, aarsmoeter=[(date(2026, 12, 31), date(2026, 12, 31))])

    skriv(sammenlign(ettaarig, i_desember))
    igjen = sammenlign(ettaarig, i_desember)

    rester = Termin.objects.exclude(noekkel="fs-2025").values_list("noekkel", "status", "fra_tidligere_frist")
    assert list(rester) == blir_igjen
    assert lest(igjen) == ([], [], [])  # it is known already


def test_comparing_asks_nothing_of_the_database(ettaarig, django_assert_num_queries):
    sett_frist(ettaarig, FASE)
    tiltakene = list(Tiltak.objects.select_related("frist", "maal__plan"))
    terminer = list(Termin.objects.all())

    with django_assert_num_queries(0):
        endringer(tiltakene, terminer, satt)


def test_rows_that_get_different_values_are_written_together(ettaarig, django_assert_num_queries):
    sett_frist(ettaarig, "Månedlig")
    termin = {ett.noekkel: ett for ett in Termin.objects.all()}
    gjoeres = sammenlign(ettaarig, ANSLAATT)
    gjoeres.endrede = [
        (termin["2026-01"], {"siste": date(2026, 1, 30), "anslag": True}),
        (termin["2026-02"], {"siste": date(2026, 2, 27), "etikett": "februar i år"}),
        (termin["2026-03"], {"anslag": True, "status": Status.PAAGAAR}),
    ]

    with django_assert_num_queries(1):
        skriv(gjoeres)

    felter = ("etikett", "siste", "anslag", "status")
    assert list(Termin.objects.order_by("foerste").values_list(*felter)[:4]) == [
        ("januar 2026", date(2026, 1, 30), True, "ikke_startet"),
        ("februar i år", date(2026, 2, 27), False, "ikke_startet"),
        ("mars 2026", date(2026, 3, 31), True, "paagaar"),
        ("april 2026", date(2026, 4, 30), False, "ikke_startet"),
    ]


def test_more_rows_than_a_database_takes_at_once_are_all_written(ettaarig, monkeypatch):
    monkeypatch.setattr("tiltak.terminplan.RADER_OM_GANGEN", 5)
    sett_frist(ettaarig, "Månedlig")
    gjoeres = sammenlign(ettaarig, ANSLAATT)
    gjoeres.endrede = [(termin, {"kan_forfalle": False}) for termin in Termin.objects.all()]

    skriv(gjoeres)

    assert (RADER_OM_GANGEN, Termin.objects.filter(kan_forfalle=False).count()) == (2000, 12)


@pytest.mark.parametrize("antall", [1, 3])
def test_all_plans_are_brought_in_line_in_the_same_few_questions(db, antall):
    for nr in range(antall):
        plan = lag_plan(f"plan-{nr}", fra=date(2026, 1, 1), til=date(2026, 12, 31))
        maal = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst")
        for bokstav in "abc":
            Frist.objects.filter(tiltak=lag_tiltak(maal, bokstav)).update(regel=les(FASE).to_dict())
        oppdater_plan(plan)
    Termin.objects.update(siste=date(2026, 12, 31))

    with CaptureQueriesContext(connection) as spoersmaal:
        oppdater_alle()

    assert len([ett for ett in spoersmaal if "SAVEPOINT" not in ett["sql"]]) == 5
    assert {termin.siste for termin in Termin.objects.all()} == {date(2026, 3, 14)}

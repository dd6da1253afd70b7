"""Stored terminer follow the deadlines and the calendar, and keep what people have written."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aktivitet.models import Aktivitet, Aktivitetstype, Presisjon
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.frist.lesing import les
from tiltak.models import Maal, Plan, Status, Termin
from tiltak.terminplan import oppdater_alle, oppdater_plan


def sett_frist(tiltak, frase, **felter):
    """Let the measure's deadline be what the phrase says, and bring its terminer in line."""
    tiltak.frist.regel = les(frase).to_dict()
    for felt, verdi in felter.items():
        setattr(tiltak.frist, felt, verdi)
    tiltak.frist.save()
    oppdater_plan(tiltak.maal.plan)


def dager(tiltak):
    return list(tiltak.terminer.values_list("etikett", "foerste", "siste", "anslag"))


def sett_moete(lag, type_, dag, **felter):
    verdier = {"presisjon": Presisjon.DAG, "siste_dag": dag, "publisert": timezone.now()}
    return Aktivitet.objects.create(tittel="Møte", lag=lag, type=type_, foerste_dag=dag, **verdier | felter)


@pytest.fixture
def ettaarig(db):
    """A measure in a plan for 2026 alone."""
    plan = lag_plan(fra=date(2026, 1, 1), til=date(2026, 12, 31))
    return lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst"), "1a")


ANSLAG = ("Første FS-møte etter årsmøtet 2026", date(2026, 2, 28), date(2026, 3, 14), True)


def test_a_rule_becomes_terminer_once(ettaarig):
    sett_frist(ettaarig, "Halvårlig")
    foer = list(Termin.objects.values())

    oppdater_plan(ettaarig.maal.plan)

    assert dager(ettaarig) == [
        ("1. halvår 2026", date(2026, 1, 1), date(2026, 6, 30), False),
        ("2. halvår 2026", date(2026, 7, 1), date(2026, 12, 31), False),
    ]
    assert list(Termin.objects.values()) == foer


def test_a_phrase_that_is_not_understood_gives_none(ettaarig):
    oppdater_plan(ettaarig.maal.plan)

    assert dager(ettaarig) == []


def test_the_dates_move_when_the_meetings_are_set_and_the_log_stays(ettaarig, fylkeslag, styremedlem):
    sett_frist(ettaarig, "Første FS-møte etter årsmøtet, årlig")
    termin = ettaarig.terminer.get()
    linje = termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, utfoert=date(2026, 3, 1))
    foer = dager(ettaarig)

    sett_moete(fylkeslag, Aktivitetstype.AARSMOETE, date(2026, 2, 14), siste_dag=date(2026, 2, 15))
    med_aarsmoete = dager(ettaarig)
    sett_moete(fylkeslag, Aktivitetstype.FYLKESSTYREMOETE, date(2026, 2, 15))
    med_begge = dager(ettaarig)

    etikett = ANSLAG[0]
    assert foer == [ANSLAG]
    assert med_aarsmoete == [(etikett, date(2026, 2, 15), date(2026, 3, 1), True)]
    assert med_begge == [(etikett, date(2026, 2, 15), date(2026, 2, 15), False)]
    flyttet = ettaarig.terminer.get()
    assert (flyttet.pk, flyttet.status, flyttet.versjon, list(flyttet.logg.all())) == (
        termin.pk,
        Status.GJENNOMFOERT,
        2,
        [linje],
    )


@pytest.mark.parametrize(
    "felter",
    [{"publisert": None}, {"avlyst": True}, {"presisjon": Presisjon.MAANED}, {"type": "ekstraordinert-arsmote"}],
    ids=["utkast", "avlyst", "uten dag", "ekstraordinaert"],
)
def test_what_is_no_meeting_to_count_on_moves_nothing(ettaarig, fylkeslag, felter):
    sett_frist(ettaarig, "Første FS-møte etter årsmøtet, årlig")

    sett_moete(fylkeslag, **{"type_": Aktivitetstype.AARSMOETE, "dag": date(2026, 2, 14)} | _type(felter))

    assert dager(ettaarig) == [ANSLAG]


def _type(felter):
    return {"type_" if felt == "type" else felt: verdi for felt, verdi in felter.items()}


@pytest.mark.parametrize("slutt", ["avlyst", "slettet", "utkast"])
def test_a_meeting_that_is_gone_leaves_an_estimate(ettaarig, fylkeslag, slutt):
    sett_frist(ettaarig, "Første FS-møte etter årsmøtet, årlig")
    moete = sett_moete(fylkeslag, Aktivitetstype.AARSMOETE, date(2026, 2, 14))

    if slutt == "avlyst":
        moete.avlys(moete.versjon)
    elif slutt == "slettet":
        moete.delete()
    else:
        moete.publisert = None
        moete.lagre(moete.versjon)

    assert dager(ettaarig) == [ANSLAG]


def test_what_a_new_rule_does_not_give_is_removed_when_nobody_has_worked_on_it(ettaarig):
    sett_frist(ettaarig, "Månedlig")

    sett_frist(ettaarig, "Årlig")

    assert list(Termin.objects.values_list("etikett", "fra_tidligere_frist")) == [("2026", False)]


def test_what_has_a_log_stays_as_from_an_earlier_deadline_until_the_rule_gives_it_again(ettaarig, styremedlem):
    sett_frist(ettaarig, "Månedlig")
    mars = ettaarig.terminer.get(noekkel="2026-03")
    mars.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, merknad="Sendt")

    def stilling():
        rader = ettaarig.terminer.filter(logg__isnull=False)
        return list(rader.values_list("pk", "status", "merknad", "fra_tidligere_frist"))

    sett_frist(ettaarig, "Årlig")
    med_ny_frist = stilling()
    sett_frist(ettaarig, "Mars, årlig")

    assert med_ny_frist == [(mars.pk, "gjennomfoert", "Sendt", True)]
    assert stilling() == [(mars.pk, "gjennomfoert", "Sendt", False)]
    assert ettaarig.terminer.count() == 1


def test_what_is_from_an_earlier_deadline_asks_nobody_to_confirm_it(ettaarig, styremedlem):
    sett_frist(ettaarig, "Etter årsmøteperioden")
    ettaarig.terminer.get().sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)

    sett_frist(ettaarig, "Mars, årlig")

    assert list(ettaarig.terminer.values_list("fra_tidligere_frist", "anslag", "til_bekreftelse")) == [
        (True, False, False),
        (False, False, False),
    ]


def test_what_nobody_has_touched_follows_the_kind_of_deadline_and_a_set_status_stays(ettaarig, styremedlem):
    sett_frist(ettaarig, "Årlig")
    sett_frist(ettaarig, "Kontinuerlig")
    uroert = ettaarig.terminer.get()
    foer = (uroert.status, uroert.loepende, uroert.kan_forfalle)
    uroert.sett_status(Status.DELVIS, av=styremedlem, versjon=uroert.versjon)

    sett_frist(ettaarig, "Årlig")

    etter = ettaarig.terminer.get()
    assert foer == (Status.PAAGAAR, True, False)
    assert (etter.pk, etter.status, etter.loepende, etter.kan_forfalle) == (uroert.pk, Status.DELVIS, False, True)


def test_an_interpretation_is_to_be_confirmed_until_the_secretary_has(ettaarig):
    sett_frist(ettaarig, "Etter årsmøteperioden")
    foer = ettaarig.terminer.get().til_bekreftelse

    sett_frist(ettaarig, "Etter årsmøteperioden", bekreftet=True)

    assert (foer, ettaarig.terminer.get().til_bekreftelse) == (True, False)


@pytest.mark.parametrize("antall", [1, 10])
def test_bringing_a_plan_in_line_costs_the_same_for_any_number(plan, maal, antall, django_assert_max_num_queries):
    for nr in range(antall):
        tiltak = lag_tiltak(maal, f"1.1{nr}")
        tiltak.frist.regel = les("Første FS-møte etter årsmøtet, årlig").to_dict()
        tiltak.frist.save()

    with django_assert_max_num_queries(12):
        oppdater_plan(Plan.objects.get())

    assert Termin.objects.count() == 4 * antall


def test_the_meetings_are_asked_for_only_by_whoever_has_the_plan(ettaarig):
    """Else one who had to wait would move the terminer back to where they were before the other's meeting."""
    with CaptureQueriesContext(connection) as spoersmaal:
        oppdater_alle()

    tekst = [ett["sql"] for ett in spoersmaal if "SAVEPOINT" not in ett["sql"]]
    laast, moetene = (
        next(nr for nr, sql in enumerate(tekst) if f'FROM "{tabell}"' in sql)
        for tabell in ("tiltak_plan", Aktivitet._meta.db_table)
    )
    assert laast < moetene
    assert ("FOR NO KEY UPDATE" in tekst[laast]) == connection.features.has_select_for_no_key_update

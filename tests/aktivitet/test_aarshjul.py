"""The fixed pattern: stored once from the plan's table, and laid out as a year of drafts."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

from aktivitet.aarshjul import AaretKanIkkeFylles, fyll_aar, lagre_faste
from aktivitet.models import Aktivitet, FastAktivitet

from .test_aktivitetstabell import tabellen

pytestmark = pytest.mark.django_db


@pytest.fixture
def moenster():
    lagre_faste(tabellen())


def test_the_plans_table_is_stored_once(moenster):
    assert lagre_faste(tabellen()) == 0
    assert FastAktivitet.objects.count() == 15


def test_a_line_that_the_secretary_has_changed_is_not_made_again(db):
    FastAktivitet.objects.create(maaned=2, aarstype="valgaar", tittel="ÅRSMØTE", type="mote")

    antall = lagre_faste([("Februar", "Årsmøte", "Årsmøte")])

    assert antall == 1
    assert list(FastAktivitet.objects.values_list("aarstype", "tittel", "type")) == [
        ("valgaar", "ÅRSMØTE", "mote"),
        ("mellomaar", "Årsmøte", "arsmote"),
    ]


def test_an_election_year_becomes_its_drafts(moenster, fylkeslag, sekretaer):
    laget = fyll_aar(2027, av=sekretaer)

    assert [(a.tittel, a.type, a.presisjon, a.foerste_dag, a.siste_dag) for a in laget] == [
        (
            "Nominasjons- og årsmøter lokallag",
            "arsmoter-i-lokallag",
            "maaneder",
            date(2027, 1, 1),
            date(2027, 2, 28),
        ),
        ("Årsmøte", "arsmote", "maaned", date(2027, 2, 1), date(2027, 2, 28)),
        ("Landsmøte", "landsmote", "maaned", date(2027, 3, 1), date(2027, 3, 31)),
        ("Vårslepp", "samling", "maaned", date(2027, 5, 1), date(2027, 5, 31)),
        ("Valgkampstart", "valgkamp", "maaned", date(2027, 5, 1), date(2027, 5, 31)),
        ("Valgkamp", "valgkamp", "maaned", date(2027, 8, 1), date(2027, 8, 31)),
        ("Valg", "valg", "dag", date(2027, 9, 13), date(2027, 9, 13)),
        ("Repskap", "representantskap", "maaned", date(2027, 10, 1), date(2027, 10, 31)),
        ("Orgsem", "skolering", "maaned", date(2027, 10, 1), date(2027, 10, 31)),
    ]
    assert {(a.er_utkast, a.lag, a.opprettet_av, a.fast_aar, a.synlighet) for a in laget} == {
        (True, fylkeslag, sekretaer, 2027, "offentlig")
    }


def test_the_branches_season_lasts_until_the_annual_meeting_of_the_county(moenster, fylkeslag):
    Aktivitet.objects.create(
        tittel="Årsmøte",
        type="arsmote",
        lag=fylkeslag,
        presisjon="dag",
        foerste_dag=date(2026, 3, 14),
        siste_dag=date(2026, 3, 14),
        publisert=timezone.now(),
    )

    sesong = next(aktivitet for aktivitet in fyll_aar(2026) if aktivitet.tittel == "Årsmøter i lokallag")

    assert (sesong.presisjon, sesong.foerste_dag, sesong.siste_dag) == (
        "maaneder",
        date(2026, 1, 1),
        date(2026, 3, 31),
    )


def test_a_mid_year_has_no_election(moenster, fylkeslag):
    assert [aktivitet.tittel for aktivitet in fyll_aar(2026)] == [
        "Årsmøter i lokallag",
        "Årsmøte",
        "Regionale arrangementer",
        "Vårslepp",
        "Regionale arrangementer",
        "Vervekampanje",
        "Regionale arrangementer",
        "Repskap",
        "Orgsem",
        "Nominasjonsmøte fylket",
    ]


def test_filling_twice_adds_nothing_also_when_a_draft_has_got_its_day(moenster, fylkeslag):
    aarsmoetet = next(aktivitet for aktivitet in fyll_aar(2027) if aktivitet.type == "arsmote")
    aarsmoetet.tittel, aarsmoetet.presisjon = "Årsmøte på Hamar", "dag"
    aarsmoetet.foerste_dag = aarsmoetet.siste_dag = date(2027, 2, 20)
    aarsmoetet.publiser(aarsmoetet.versjon)

    assert fyll_aar(2027) == []
    assert Aktivitet.objects.count() == 9


def test_another_year_gets_drafts_of_its_own(moenster, fylkeslag):
    fyll_aar(2027)

    assert len(fyll_aar(2029)) == 9


@pytest.mark.parametrize("aar", [1999, 2100, 99999999999999999999])
def test_a_year_outside_the_calendar_is_refused(moenster, fylkeslag, aar):
    with pytest.raises(AaretKanIkkeFylles, match=r"^Velg et år mellom 2000 og 2099\.$"):
        fyll_aar(aar)


def test_without_a_county_branch_the_year_is_refused(moenster):
    with pytest.raises(AaretKanIkkeFylles, match=r"^Det er ikke lagt inn noe fylkeslag\."):
        fyll_aar(2027)


def test_without_a_pattern_the_year_is_refused(fylkeslag):
    with pytest.raises(AaretKanIkkeFylles, match=r"^Det er ikke lagt inn noen faste aktiviteter for valgår\."):
        fyll_aar(2027)


def test_the_command_prints_what_it_made_and_then_that_there_is_nothing_new(moenster, fylkeslag):
    foerst, igjen = StringIO(), StringIO()

    call_command("fyll_aar", "2027", stdout=foerst)
    call_command("fyll_aar", "2027", stdout=igjen)

    linjer = foerst.getvalue().splitlines()
    assert linjer[1] == "februar 2027: Årsmøte"
    assert linjer[6] == "mandag 13. september 2027: Valg"
    assert linjer[-1] == "9 utkast er laget for 2027."
    assert igjen.getvalue() == "Ingenting nytt: utkastene for 2027 er laget fra før.\n"


def test_the_command_refuses_in_one_sentence(moenster):
    with pytest.raises(CommandError, match=r"^Det er ikke lagt inn noe fylkeslag\."):
        call_command("fyll_aar", "2027")


@pytest.mark.parametrize("aar", ["x", "", "27", "-1", "2027.0", "２０２７", "99999999999999999999"])
def test_the_command_says_what_a_year_is(aar):
    with pytest.raises(CommandError, match=r"er ikke et år\. Skriv det med fire siffer, for eksempel 2027\.$"):
        call_command("fyll_aar", aar)


def test_the_command_says_that_the_database_did_not_answer(monkeypatch):
    def borte(aar):
        raise DatabaseError("borte")

    monkeypatch.setattr("aktivitet.management.commands.fyll_aar.fyll_aar", borte)

    with pytest.raises(CommandError, match=r"^Ingenting er laget, for databasen svarte: borte$"):
        call_command("fyll_aar", "2027")

"""The fixed pattern: stored once from the plan's table, and laid out as a year of drafts."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

from aktivitet.kalender import MAANEDSNAVN
from aktivitet.models import Aktivitet, EndretAvAndre, FastAktivitet, Utelatt
from aktivitet.moenster.aarshjul import (
    AaretKanIkkeFylles,
    fyll_aar,
    knytt,
    lag_utkast,
    lagre_faste,
    loesne,
    utelat,
)

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


@pytest.mark.parametrize("slag", ["stortingsvalgaar", "lokalvalgaar"])
def test_a_line_for_one_kind_of_election_fills_the_tables_column_of_election_years(db, slag):
    FastAktivitet.objects.create(maaned=3, aarstype=slag, tittel="Landsmøte", type="landsmote")

    antall = lagre_faste([("Mars", "Landsmøte", "")])

    assert (antall, FastAktivitet.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("aar", "gjelder"),
    [
        (2025, ["Hvert år", "Stortingsvalg", "Valg"]),
        (2026, ["Hvert år", "Mellomår"]),
        (2027, ["Hvert år", "Lokalvalg", "Valg"]),
        (2028, ["Hvert år", "Mellomår"]),
        (2029, ["Hvert år", "Stortingsvalg", "Valg"]),
    ],
)
def test_the_lines_that_count_for_a_year(db, aar, gjelder):
    for tittel, aarstype in (
        ("Hvert år", "begge"),
        ("Valg", "valgaar"),
        ("Stortingsvalg", "stortingsvalgaar"),
        ("Lokalvalg", "lokalvalgaar"),
        ("Mellomår", "mellomaar"),
    ):
        FastAktivitet.objects.create(maaned=9, aarstype=aarstype, tittel=tittel)

    assert sorted(fast.tittel for fast in FastAktivitet.objects.for_aaret(aar)) == gjelder


@pytest.mark.parametrize(
    ("har", "ny", "nektes"),
    [
        ("valgaar", "lokalvalgaar", True),
        ("stortingsvalgaar", "lokalvalgaar", False),
        ("mellomaar", "valgaar", False),
        ("lokalvalgaar", "begge", True),
        ("begge", "mellomaar", True),
        ("mellomaar", "mellomaar", True),
    ],
)
def test_a_title_stands_once_in_a_month_of_a_year(db, har, ny, nektes):
    FastAktivitet.objects.create(maaned=2, aarstype=har, tittel="Årsmøte")
    linje = FastAktivitet(maaned=2, aarstype=ny, tittel="ÅRSMØTE")

    if nektes:
        with pytest.raises(ValidationError) as feil:
            linje.full_clean()
        assert feil.value.message_dict["aarstype"][0].startswith("«Årsmøte» står i februar fra før, for ")
    else:
        linje.full_clean()


def test_the_plans_pattern_month_by_month_in_a_mid_year_and_in_a_year_of_local_elections(moenster, fylkeslag):
    aarene = {aar: {} for aar in (2026, 2027)}
    for aar, maaneder in aarene.items():
        for aktivitet in fyll_aar(aar):
            maaneder.setdefault(MAANEDSNAVN[aktivitet.fast.maaned - 1], []).append(aktivitet.tittel)

    assert aarene == {
        2026: {
            "januar": ["Årsmøter i lokallag"],
            "februar": ["Årsmøte"],
            "april": ["Regionale arrangementer"],
            "mai": ["Vårslepp"],
            "juni": ["Regionale arrangementer"],
            "august": ["Vervekampanje"],
            "september": ["Regionale arrangementer"],
            "oktober": ["Repskap", "Orgsem"],
            "november": ["Nominasjonsmøte fylket"],
        },
        2027: {
            "januar": ["Nominasjons- og årsmøter lokallag"],
            "februar": ["Årsmøte"],
            "mars": ["Landsmøte"],
            "mai": ["Vårslepp", "Valgkampstart"],
            "august": ["Valgkamp"],
            "september": ["Valg"],
            "oktober": ["Repskap", "Orgsem"],
        },
    }


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


@pytest.mark.parametrize(
    ("tittel", "maaned", "ventet"),
    [
        ("1. mai", 5, ("dag", date(2027, 5, 1))),
        ("Markering av 8. mars", 3, ("dag", date(2027, 3, 8))),
        ("Frist 31. april", 4, ("maaned", date(2027, 4, 1))),
        ("1. mai-komiteen", 3, ("maaned", date(2027, 3, 1))),
    ],
)
def test_what_is_named_after_its_day_is_on_that_day(fylkeslag, tittel, maaned, ventet):
    FastAktivitet.objects.create(maaned=maaned, tittel=tittel)

    [utkast] = fyll_aar(2027)

    assert (utkast.presisjon, utkast.foerste_dag) == ventet


def test_a_year_without_an_election_gets_no_election_day(fylkeslag):
    FastAktivitet.objects.create(maaned=9, tittel="Valg", type="valg")

    assert [(utkast.presisjon, utkast.foerste_dag) for utkast in fyll_aar(2026)] == [("maaned", date(2026, 9, 1))]


def test_a_draft_that_was_deleted_comes_back_only_when_somebody_asks_for_it(moenster, fylkeslag, sekretaer):
    vaarslepp = next(utkast for utkast in fyll_aar(2027) if utkast.tittel == "Vårslepp")
    fast = vaarslepp.fast
    vaarslepp.slett_utkast(vaarslepp.versjon)

    assert fyll_aar(2027) == []
    assert [utkast.tittel for utkast in fyll_aar(2026) if utkast.fast == fast] == ["Vårslepp"]

    nytt = lag_utkast(fast, 2027, sekretaer)
    assert (nytt.tittel, nytt.fast, nytt.fast_aar, nytt.opprettet_av) == ("Vårslepp", fast, 2027, sekretaer)
    assert lag_utkast(fast, 2027, sekretaer) == nytt
    assert not Utelatt.objects.exists()


def test_a_line_that_is_left_out_of_a_year_gives_no_draft_there(moenster, fylkeslag):
    vaarslepp = FastAktivitet.objects.get(tittel="Vårslepp")

    assert [utelat(vaarslepp, 2027), utelat(vaarslepp, 2027)] == [True, True]
    assert "Vårslepp" not in [utkast.tittel for utkast in fyll_aar(2027)]
    fyll_aar(2026)
    assert utelat(vaarslepp, 2026) is False


def test_what_was_planned_without_the_pattern_is_tied_to_it_and_not_made_again(moenster, fylkeslag, lag_aktivitet):
    fast = FastAktivitet.objects.get(tittel="Landsmøte")
    utelat(fast, 2027)
    planlagt = lag_aktivitet("SVs landsmøte", date(2027, 3, 12), lag=fylkeslag, type="landsmote")

    knytt(planlagt, fast, 2027, versjon=1)

    planlagt.refresh_from_db()
    assert (planlagt.fast, planlagt.fast_aar, planlagt.versjon) == (fast, 2027, 2)
    assert "Landsmøte" not in [utkast.tittel for utkast in fyll_aar(2027)]

    loesne(planlagt, versjon=2)
    assert "Landsmøte" in [utkast.tittel for utkast in fyll_aar(2027)]


def test_a_line_that_has_its_activity_already_takes_no_other(moenster, fylkeslag, lag_aktivitet):
    fyll_aar(2027)
    fast = FastAktivitet.objects.get(tittel="Landsmøte")
    planlagt = lag_aktivitet("SVs landsmøte", date(2027, 3, 12), lag=fylkeslag, type="landsmote")

    with pytest.raises(EndretAvAndre):
        knytt(planlagt, fast, 2027, versjon=1)

    planlagt.refresh_from_db()
    assert (planlagt.fast, planlagt.versjon) == (None, 1)


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

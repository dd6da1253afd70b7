"""Tests of what a report sets its figures against: the year before, and the plan's period with its goals."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.figurer import Figurer
from tiltak.fremdrift import fremdrift
from tiltak.models import Maal, Rapport
from tiltak.rapport.deler import Periodefigurer, Periodemaaldel
from tiltak.rapport.frys import frys
from tiltak.rapport.innhold import rapportinnhold

I_DAG = date(2028, 6, 1)


def sett(termin, status="gjennomfoert", **felter):
    termin.refresh_from_db()
    termin.sett_status(status, av=None, versjon=termin.versjon, **felter)


@pytest.fixture
def innhold(plan):
    """What the report of 2026 says, or one with other days, on what the test has made."""

    def innhold(aar=2026, i_dag=I_DAG, **dagene):
        rapport = Rapport.for_aaret(aar)
        for felt, dag in dagene.items():
            setattr(rapport, felt, dag)
        return rapportinnhold(rapport, plan, i_dag)

    return innhold


@pytest.fixture
def aarene(tiltak):
    """One due date a year, done in the first two, and one more in 2025 that nobody has judged."""
    terminer = {aar: lag_termin(tiltak, str(aar)) for aar in (2025, 2026, 2027, 2028)}
    for aar in (2025, 2026):
        sett(terminer[aar], utfoert=date(aar, 5, 1))
    terminer["ventet"] = lag_termin(tiltak, "2025-b")
    lag_termin(tiltak, "2024", utenfor=True)
    return terminer


def legg_fram(aar, plan, **dagene):
    """Lay the report of a year before its annual meeting, as it stands now."""
    rapport = Rapport.for_aaret(aar)
    for felt, dag in dagene.items():
        setattr(rapport, felt, dag)
    rapport.lagre(0)
    innholdet = frys(rapportinnhold(rapport, plan, I_DAG))
    rapport.legg_fram(innholdet, date(aar + 1, 2, 1), av=None, versjon=rapport.versjon)
    return rapport


GJORT, VENTER, BEGGE = (
    Figurer.av({"gjennomfoert": 1}),
    Figurer.av({"mangler_vurdering": 1}),
    Figurer.av({"gjennomfoert": 1, "mangler_vurdering": 1}),
)


def test_the_year_before_and_the_years_so_far_stand_as_they_do_now_where_no_report_was_issued(aarene, innhold):
    sagt = innhold()

    assert sagt.aaret_foer == Periodefigurer("2025", BEGGE)
    assert (sagt.perioden.navn, sagt.perioden.aarene) == (
        "2025–2028",
        (Periodefigurer("2025", BEGGE), Periodefigurer("2026", GJORT)),
    )
    assert sagt.perioden.samlet == Figurer.av({"gjennomfoert": 2, "mangler_vurdering": 1})


def test_the_period_before_does_not_go_far_into_the_report_itself(tiltak, innhold):
    """Meetings are seldom a year apart to the day, and the first report from meeting to meeting follows on one that
    was for the year."""
    for aar in (2025, 2026):
        sett(lag_termin(tiltak, f"{aar}-2", foerste=date(aar, 2, 1), siste=date(aar, 2, 28)), utfoert=date(aar, 2, 9))
    Rapport.for_aaret(2025).lagre(0)  # for the year: it has ten months in common with the next

    sagt = innhold(fra=date(2025, 2, 24), til=date(2026, 3, 1))

    assert (sagt.figurer, sagt.aaret_foer) == (Figurer.av({"gjennomfoert": 2}), None)


def test_the_period_before_a_short_one_is_the_same_days_a_year_earlier(aarene, innhold):
    sagt = innhold(fra=date(2026, 12, 10), til=date(2026, 12, 31))

    assert (sagt.figurer, sagt.aaret_foer) == (GJORT, Periodefigurer("10.–31. desember 2025", BEGGE))


def test_the_period_before_one_that_begins_in_march_holds_the_leap_day(tiltak, innhold):
    lag_termin(tiltak, "2028-2", foerste=date(2028, 2, 1), siste=date(2028, 2, 29))
    lag_termin(tiltak, "2028-3", foerste=date(2028, 3, 1), siste=date(2028, 3, 31))

    sagt = innhold(2029, fra=date(2028, 3, 1), til=date(2029, 2, 28))

    assert (sagt.figurer, sagt.aaret_foer) == (VENTER, Periodefigurer("1. mars 2027–29. februar 2028", VENTER))


def test_what_a_meeting_was_told_does_not_change(aarene, innhold, plan):
    rapport = legg_fram(2025, plan)
    sett(aarene["ventet"], utfoert=date(2026, 3, 1))
    lag_termin(aarene[2025].tiltak, "2025-c")

    sagt = innhold()

    assert sagt.aaret_foer == sagt.perioden.aarene[0] == Periodefigurer("2025", BEGGE, lagt_fram=True)
    assert sagt.perioden.samlet == Figurer.av({"gjennomfoert": 2, "mangler_vurdering": 1})
    assert [sak.linje.utfoert for sak in sagt.gjort_senere] == [date(2026, 3, 1)]

    rapport.aapne_igjen("En feil", av=None, versjon=rapport.versjon)
    assert innhold().aaret_foer == Periodefigurer("2025", BEGGE, lagt_fram=True)

    rettet = frys(rapportinnhold(rapport, plan, I_DAG))
    rapport.legg_fram(rettet, date(2026, 3, 1), av=None, versjon=rapport.versjon)
    nytt = Figurer.av({"gjennomfoert": 2, "mangler_vurdering": 1})
    assert innhold().aaret_foer == Periodefigurer("2025", nytt, lagt_fram=True)


@pytest.mark.parametrize("ulesbart", ["", "ikke json", "[]", '{"format": 99}', '{"beretning": {}, "format": 1}'])
def test_an_edition_that_cannot_be_read_stops_no_later_report(aarene, innhold, plan, caplog, ulesbart):
    rapport = legg_fram(2025, plan)
    rapport.utgaver.update(innhold=ulesbart)

    sagt = innhold()

    assert sagt.aaret_foer == sagt.perioden.aarene[0] == Periodefigurer("2025", BEGGE)
    meldt = [linje.getMessage() for linje in caplog.records if linje.name.startswith("tiltak")]
    assert len(meldt) == (1 if ulesbart else 0)


@pytest.mark.parametrize(
    ("dagene", "sagt"),
    [
        ({"fra": date(2025, 1, 1), "til": date(2025, 12, 31)}, ""),
        (
            {"fra": date(2024, 3, 1), "til": date(2025, 2, 28)},
            "Planen gjelder 1. januar 2025–31. desember 2028. Tiltak i andre planer er ikke med her.",
        ),
        (
            {"fra": date(2028, 3, 1), "til": date(2029, 2, 28)},
            "Planen gjelder 1. januar 2025–31. desember 2028. Tiltak i andre planer er ikke med her.",
        ),
    ],
)
def test_a_report_with_days_outside_the_plan_says_that_other_plans_are_not_told_of(aarene, innhold, dagene, sagt):
    det = innhold(dagene["til"].year, **dagene)

    side = render_to_string("tiltak/_rapport_innhold.html", {"innhold": det})

    assert det.utenfor_planen == sagt
    assert ("Tiltak i andre planer er ikke med her." in side) == bool(sagt)


def test_what_was_told_of_another_plan_is_not_set_beside_this_one(innhold):
    gammel = lag_plan("gammel", fra=date(2021, 1, 1), til=date(2024, 12, 31), status="avloest")
    lag_termin(lag_tiltak(Maal.objects.create(plan=gammel, nr=1, nummer="1", overskrift="Før"), "1a"), "2024")
    legg_fram(2024, gammel)

    assert innhold(2025).aaret_foer is None


def test_a_year_in_which_nothing_was_due_is_nothing_to_set_it_against(aarene, innhold):
    assert innhold(2025).aaret_foer is None
    assert [deler.navn for deler in innhold(2025).perioden.aarene] == ["2025"]


def test_a_report_from_meeting_to_meeting_is_set_against_the_days_a_year_before(aarene, tiltak, innhold):
    lag_termin(tiltak, "2027-b", siste=date(2027, 2, 27))
    lag_termin(tiltak, "2027-c", siste=date(2027, 3, 1))

    sagt = innhold(fra=date(2026, 2, 28), til=date(2027, 2, 28))

    assert sagt.figurer == BEGGE
    assert sagt.aaret_foer == Periodefigurer("28. februar 2025–28. februar 2026", BEGGE)
    assert sagt.perioden.aarene == (
        Periodefigurer("2025", BEGGE),
        Periodefigurer("2026", GJORT),
        Periodefigurer("1. januar–28. februar 2027", VENTER),
    )


def test_a_leap_day_has_a_day_before_it_a_year_earlier(aarene, innhold):
    sagt = innhold(2028, fra=date(2027, 3, 1), til=date(2028, 2, 29))

    assert sagt.aaret_foer.navn == "1. mars 2026–28. februar 2027"


def test_the_report_of_the_year_before_has_days_of_its_own(aarene, innhold, plan):
    Rapport.objects.create(aar=2025, fra=date(2025, 3, 1), til=date(2026, 2, 15))

    assert innhold(fra=date(2026, 2, 16)).aaret_foer == Periodefigurer("1. mars 2025–15. februar 2026", BEGGE)

    Rapport.objects.all().delete()
    legg_fram(2025, plan, fra=date(2025, 3, 1), til=date(2026, 2, 15))
    sett(aarene["ventet"], utfoert=date(2026, 3, 1))
    sagt = innhold(fra=date(2026, 2, 16))
    assert sagt.aaret_foer == Periodefigurer("1. mars 2025–15. februar 2026", BEGGE, lagt_fram=True)
    assert sagt.perioden.aarene[0] == Periodefigurer("2025", Figurer.av({"gjennomfoert": 2}))


def test_the_years_are_the_boards_own_figures_and_add_up(aarene, plan, innhold):
    for aar in plan.aar:
        sagt = innhold(aar)
        board = fremdrift(plan, I_DAG)

        assert sagt.figurer == board.tall(aar=aar).figurer == sagt.perioden.aarene[-1].figurer
        assert [deler.figurer for deler in sagt.perioden.aarene] == [
            board.tall(aar=ett).figurer for ett in plan.aar if ett <= aar
        ]
    assert sagt.perioden.samlet == board.tall().figurer


@pytest.mark.parametrize(
    ("i_dag", "aar", "stand"),
    [
        (
            date(2026, 2, 1),
            2025,
            "Stortingsvalget 8. september 2025 (anslag). Fikk 1. Målet var minst 2: ikke nådd.",
        ),
        (  # not held when the draft is read
            date(2025, 6, 1),
            2025,
            "Stortingsvalget 8. september 2025 (anslag). Målet er minst 2 representanter. Ikke valgt ennå.",
        ),
    ],
)
def test_a_goal_for_the_period_says_how_its_election_went(plan, innhold, i_dag, aar, stand):
    maal = plan.periodemaal.create(nr=1, tekst="To på tinget", antall=2, valg="stortingsvalg", valgaar=2025)
    maal.resultater.create(antall=1)

    assert innhold(aar, i_dag).perioden.maal == (Periodemaaldel("To på tinget", stand),)


def test_an_election_after_the_last_day_is_not_told_of_whatever_it_gave(plan, innhold):
    maal = plan.periodemaal.create(nr=1, tekst="To i tinget", antall=2, valg="fylkestingsvalg", valgaar=2027)
    maal.resultater.create(antall=5)

    assert innhold(2026).perioden.maal[0].stand == (
        "Fylkestingsvalget 13. september 2027 (anslag). Målet er minst 2 representanter. Ikke valgt ennå."
    )
    assert innhold(2027).perioden.maal[0].stand.endswith("Fikk 5. Målet var minst 2: nådd.")

"""Tests of what came over from before a report's period: what slipped, what was done late, and what the log says."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.tiltak.conftest import lag_termin, lag_tiltak
from tiltak.figurer import Figurer
from tiltak.models import Rapport, Status
from tiltak.rapport.deler import Linje, Sak
from tiltak.rapport.innhold import rapportinnhold
from tiltak.redigering.strykning import ta_ut
from tiltak.tolkning import les_paa_nytt
from tiltak.utgave import Beslutning

FRISTEN = date(2025, 12, 31)
I_DAG = date(2027, 6, 1)


def klokka(*dag):
    return datetime(*dag, 12, tzinfo=UTC)


def sett(termin, status, naar, **felter):
    termin.sett_status(status, av=felter.pop("av", None), versjon=termin.versjon, tid=klokka(*naar), **felter)


@pytest.fixture
def innhold(plan):
    """What the report of 2026 says, on what the test has made."""
    return lambda aar=2026: rapportinnhold(Rapport.for_aaret(aar), plan, I_DAG)


def kom_over(innhold):
    """What slipped, and what was done in the period but due before it."""
    return [[sak.linje for sak in saker] for saker in (innhold.glidd, innhold.gjort_senere)]


def test_what_nobody_has_touched_has_slipped_and_is_in_no_figure(tiltak, innhold):
    lag_termin(tiltak, "2025")
    lag_termin(tiltak, "2026")

    sagt = innhold()

    assert sagt.glidd == (
        Sak("1.1a", "Revidere kommunikasjonsstrategi", Linje("2025", "mangler_vurdering", frist=FRISTEN)),
    )
    assert (sagt.gjort_senere, sagt.figurer) == ((), Figurer.av({"mangler_vurdering": 1}))


@pytest.mark.parametrize(
    ("satt", "glidd", "gjort_senere"),
    [
        # Finished before the period began: no longer this report's.
        ([("gjennomfoert", (2025, 11, 1), {"utfoert": date(2025, 10, 1)})], [], []),
        ([("ikke_gjennomfoert", (2025, 12, 31), {"merknad": "Nei"})], [], []),
        ([("utgaar", (2025, 6, 1), {"merknad": "Nei"})], [], []),
        # Done before it began and written down later.
        ([("gjennomfoert", (2026, 1, 10), {"utfoert": date(2025, 12, 30)})], [], []),
        # Done in the period.
        (
            [("gjennomfoert", (2026, 1, 10), {"utfoert": date(2026, 1, 1)})],
            [],
            [Linje("2025", "gjennomfoert", utfoert=date(2026, 1, 1), frist=FRISTEN)],
        ),
        (
            [("paagaar", (2025, 6, 1), {}), ("delvis", (2027, 2, 1), {"utfoert": date(2026, 12, 31)})],
            [],
            [Linje("2025", "delvis", utfoert=date(2026, 12, 31), frist=FRISTEN)],
        ),
        # Done after it.
        (
            [("gjennomfoert", (2027, 2, 1), {"utfoert": date(2027, 1, 1)})],
            [Linje("2025", "gjennomfoert", utfoert=date(2027, 1, 1), etter_siste_dag=True, frist=FRISTEN)],
            [],
        ),
        # Put off, and under way.
        (
            [("utsatt", (2025, 6, 1), {"utsatt_til": date(2027, 3, 1), "merknad": "Vent"})],
            [Linje("2025", "utsatt", utsatt_til=date(2027, 3, 1), merknad="Vent", frist=FRISTEN)],
            [],
        ),
        ([("paagaar", (2025, 6, 1), {})], [Linje("2025", "paagaar", frist=FRISTEN)], []),
        # Dropped in the period, and after it.
        (
            [("utgaar", (2026, 1, 1), {"merknad": "Nei"})],
            [Linje("2025", "utgaar", merknad="Nei", frist=FRISTEN)],
            [],
        ),
        (
            [("utgaar", (2027, 1, 20), {"merknad": "Nei"})],
            [Linje("2025", "utgaar", merknad="Nei", satt=date(2027, 1, 20), frist=FRISTEN)],
            [],
        ),
    ],
)
def test_what_came_over_is_told_once_with_how_it_stands(tiltak, innhold, satt, glidd, gjort_senere):
    termin = lag_termin(tiltak, "2025")
    for status, naar, felter in satt:
        sett(termin, status, naar, **felter)

    assert kom_over(innhold()) == [glidd, gjort_senere]


@pytest.mark.parametrize(
    "felter",
    [
        {"utenfor": True},
        {"kan_forfalle": False},
        {"kan_forfalle": False, "loepende": True, "status": Status.PAAGAAR},
        {"status": Status.GJENNOMFOERT, "utfoert": date(2025, 5, 1)},  # without a log: it has always stood so
    ],
)
def test_what_cannot_be_overdue_does_not_slip(tiltak, innhold, felter):
    lag_termin(tiltak, "2025", **felter)

    assert kom_over(innhold()) == [[], []]


def test_midnight_in_norway_is_where_the_period_begins(tiltak, innhold):
    foer, etter = lag_termin(tiltak, "2025"), lag_termin(tiltak, "2025-b", etikett="Etter")
    for termin, klokken in ((foer, (22, 59)), (etter, (23, 1))):
        tid = datetime(2025, 12, 31, *klokken, tzinfo=UTC)
        termin.sett_status("utgaar", av=None, versjon=1, merknad="Nei", tid=tid)

    assert [linje.etikett for linje in kom_over(innhold())[0]] == ["Etter"]


def test_what_was_undone_has_no_say(tiltak, innhold, styremedlem):
    aldri, tidligere = lag_termin(tiltak, "2025"), lag_termin(tiltak, "2025-b", etikett="Satt før")
    sett(tidligere, "utsatt", (2025, 6, 1), utsatt_til=date(2026, 3, 1), av=styremedlem)
    for termin in (aldri, tidligere):
        sett(termin, "gjennomfoert", (2025, 7, 1), av=styremedlem)
        termin.angre(av=styremedlem, versjon=termin.versjon, naa=klokka(2025, 7, 1) + timedelta(seconds=5))
        sett(termin, "utgaar", (2027, 2, 1), av=styremedlem, merknad="Nei")
        termin.angre(av=styremedlem, versjon=termin.versjon, naa=klokka(2027, 2, 1) + timedelta(seconds=5))

    assert kom_over(innhold())[0] == [
        Linje("2025", "mangler_vurdering", frist=FRISTEN),
        Linje("Satt før", "utsatt", utsatt_til=date(2026, 3, 1), frist=FRISTEN),
    ]


def test_what_was_set_after_the_last_day_says_when_and_what_only_got_a_word_does_not(tiltak, innhold):
    satt, ord_, om_igjen, utsatt = [
        lag_termin(tiltak, f"2026-{nr}", etikett=navn)
        for nr, navn in enumerate(["Satt", "Ord", "Om igjen", "Utsatt på nytt"])
    ]
    sett(satt, "paagaar", (2026, 6, 1))
    sett(satt, "utgaar", (2027, 1, 20), merknad="Nei")
    sett(ord_, "utgaar", (2026, 6, 1), merknad="Nei")
    sett(ord_, "utgaar", (2027, 1, 20), merknad="Nei, dessverre")
    sett(om_igjen, "utgaar", (2026, 6, 1), merknad="Nei")
    sett(om_igjen, "paagaar", (2027, 1, 20))
    sett(om_igjen, "utgaar", (2027, 1, 21), merknad="Nei")
    sett(utsatt, "utsatt", (2026, 6, 1), utsatt_til=date(2027, 1, 1))
    sett(utsatt, "utsatt", (2027, 1, 22), utsatt_til=date(2027, 5, 1))

    (maal,) = innhold().maal

    assert [(linje.etikett, linje.merknad, linje.satt) for linje in maal.tiltak[0].linjer] == [
        ("Satt", "Nei", date(2027, 1, 20)),
        ("Ord", "Nei, dessverre", None),
        ("Om igjen", "Nei", date(2027, 1, 21)),
        ("Utsatt på nytt", "", date(2027, 1, 22)),
    ]


def test_what_was_undone_after_the_last_day_says_no_day(tiltak, innhold, styremedlem):
    termin = lag_termin(tiltak, "2026")
    sett(termin, "utgaar", (2026, 6, 1), merknad="Nei", av=styremedlem)
    sett(termin, "paagaar", (2027, 1, 20), av=styremedlem)
    termin.angre(av=styremedlem, versjon=termin.versjon, naa=klokka(2027, 1, 20) + timedelta(seconds=5))

    assert innhold().maal[0].tiltak[0].linjer == (Linje("2026", "utgaar", merknad="Nei", frist=date(2026, 12, 31)),)


def test_a_measure_that_went_out_before_the_period_is_told_apart_and_under_no_goal(maal, tiltak, innhold):
    les_paa_nytt(tiltak)
    lag_tiltak(maal, "1.1b")
    ta_ut(tiltak, Beslutning("arsmotet", date(2026, 1, 1), "Sak 1", None), tiltak.versjon)

    sagt = innhold()

    assert [sak.kode for sak in sagt.glidd] == ["1.1a (ute av planen)"]
    assert ([ett.kode for ett in sagt.maal[0].tiltak], sagt.antall_tiltak) == (["1.1b"], 1)
    assert not sagt.er_tomt


def test_what_slipped_is_told_for_each_due_date_in_the_plans_order(maal, innhold):
    foerste, andre = lag_tiltak(maal, "1.1a"), lag_tiltak(maal, "1.1b")
    lag_termin(andre, "2025")
    lag_termin(foerste, "2025-H2", etikett="2. halvår 2025", foerste=date(2025, 7, 1))
    lag_termin(foerste, "2025-H1", etikett="1. halvår 2025", siste=date(2025, 6, 30))

    assert [(sak.kode, sak.linje.etikett) for sak in innhold().glidd] == [
        ("1.1a", "1. halvår 2025"),
        ("1.1a", "2. halvår 2025"),
        ("1.1b", "2025"),
    ]

"""The fixed pattern beside what is planned."""

from datetime import date

import pytest

from aktivitet.models import FastAktivitet
from aktivitet.moenster.aarshjul import fyll_aar, lagre_faste, utelat
from aktivitet.moenster.aarsplan import les_aarsplan

from .test_aktivitetstabell import tabellen

pytestmark = pytest.mark.django_db


@pytest.fixture
def moenster(fylkeslag):
    lagre_faste(tabellen())
    return {fast.tittel: fast for fast in FastAktivitet.objects.for_aaret(2027)}


def radene(plan):
    """Each line with what the page says of it."""
    return {
        rad.fast.tittel: [
            navn for navn in ("ikke_laget", "utelatt", "mangler_dato", "er_utkast") if getattr(rad, navn)
        ]
        for rad in plan.faste
    }


def test_each_line_says_how_far_it_has_come(moenster, lag_aktivitet, fylkeslag):
    utelat(moenster["Valgkamp"], 2027)
    for tittel, felter in {
        "Årsmøte": {"publisert": None},
        "Landsmøte": {"presisjon": "maaned", "publisert": None},
        "Repskap": {},
        "Orgsem": {"avlyst": True, "presisjon": "uke"},
    }.items():
        fast = moenster[tittel]
        dag = date(2027, fast.maaned, 10)
        lag_aktivitet(tittel, dag, lag=fylkeslag, fast=fast, fast_aar=2027, **felter)

    plan = les_aarsplan(2027)

    assert radene(plan) == {
        "Nominasjons- og årsmøter lokallag": ["ikke_laget"],
        "Årsmøte": ["er_utkast"],
        "Landsmøte": ["mangler_dato", "er_utkast"],
        "Vårslepp": ["ikke_laget"],
        "Valgkampstart": ["ikke_laget"],
        "Valgkamp": ["utelatt"],
        "Valg": ["ikke_laget"],
        "Repskap": [],
        "Orgsem": [],
    }
    assert (plan.mangler_dato, plan.ikke_laget, plan.utkast) == (1, 4, 2)
    assert [utkast.tittel for utkast in plan.faste_utkast_med_dato] == ["Årsmøte"]
    assert plan.aarstype == "Kommune- og fylkestingsvalgår"


def test_what_else_is_planned_stands_in_its_month_and_the_others_are_counted(moenster, lag_aktivitet, fylkeslag):
    lag_aktivitet("Juleferie", date(2026, 12, 20), date(2027, 1, 3), presisjon="dager", lag=fylkeslag)
    lag_aktivitet("Styremøte", date(2027, 3, 9), lag=fylkeslag, synlighet="intern")
    lag_aktivitet("I fjor", date(2026, 3, 9), lag=fylkeslag)
    lag_aktivitet("Hamars eget", date(2027, 3, 9))

    plan = les_aarsplan(2027)

    assert {maaned.foerste.month: [rad.aktivitet.tittel for rad in maaned.andre] for maaned in plan.maaneder} == {
        **{nr: [] for nr in range(1, 13)},
        1: ["Juleferie"],
        3: ["Styremøte"],
    }
    assert [maaned.hos_andre for maaned in plan.maaneder] == [0, 0, 1, *[0] * 9]


def test_what_is_dated_to_another_month_stays_in_the_patterns_own(moenster, lag_aktivitet, fylkeslag):
    lag_aktivitet("Årsmøte", date(2027, 3, 13), lag=fylkeslag, fast=moenster["Årsmøte"], fast_aar=2027)

    plan = les_aarsplan(2027)

    assert [
        (maaned.foerste.month, rad.aktivitet.tittel)
        for maaned in plan.maaneder
        for rad in maaned.rader
        if rad.aktivitet
    ] == [(2, "Årsmøte")]


def test_what_may_be_the_same_thing_is_of_the_type_and_near_the_month(moenster, lag_aktivitet, fylkeslag, lokallag):
    for tittel, dag, felter in (
        ("Landsmøtet", date(2027, 4, 9), {}),
        ("Landsmøte, første dag", date(2027, 3, 12), {}),
        ("Avlyst landsmøte", date(2027, 3, 12), {"avlyst": True}),
        ("Ekstra landsmøte", date(2027, 9, 1), {}),
        ("Et annet møte", date(2027, 3, 12), {"type": "mote"}),
        ("Hamars", date(2027, 3, 12), {"lag": lokallag}),
    ):
        lag_aktivitet(tittel, dag, **{"type": "landsmote", "lag": fylkeslag} | felter)

    plan = les_aarsplan(2027)

    assert {rad.fast.tittel: [en.tittel for en in rad.kandidater] for rad in plan.faste if rad.kandidater} == {
        "Landsmøte": ["Landsmøte, første dag", "Landsmøtet"]
    }
    assert plan.kanskje_planlagt == 1


def test_the_last_time_that_it_was_held_gives_a_proposal(moenster, lag_aktivitet, fylkeslag):
    fast = moenster["Årsmøte"]
    for aar, dag, felter in (
        (2024, date(2024, 2, 10), {}),
        (2025, date(2025, 2, 8), {}),
        (2026, date(2026, 2, 1), {"presisjon": "maaned"}),
    ):
        lag_aktivitet(f"Årsmøte {aar}", dag, lag=fylkeslag, fast=fast, fast_aar=aar, **felter)
    fyll_aar(2027)

    rad = next(rad for rad in les_aarsplan(2027).faste if rad.fast == fast)

    assert (rad.sist.tittel, rad.forslag.foerste_dag) == ("Årsmøte 2025", date(2027, 2, 6))


def test_the_months_are_narrowed_to_what_is_asked_for_and_keep_what_was_just_done(moenster, lag_aktivitet, fylkeslag):
    fyll_aar(2027)
    plan = les_aarsplan(2027)
    plan.raden(f"fast-{moenster['Valg'].pk}").sagt = "Lagret."

    viste = {maaned.foerste.month: [rad.fast.tittel for rad in maaned.rader] for maaned in plan.viste("mangler-dato")}

    assert viste == {
        1: ["Nominasjons- og årsmøter lokallag"],
        2: ["Årsmøte"],
        3: ["Landsmøte"],
        5: ["Vårslepp", "Valgkampstart"],
        8: ["Valgkamp"],
        9: ["Valg"],
        10: ["Repskap", "Orgsem"],
    }
    assert plan.viste("ikke-laget")[0].rader[0].sagt == "Lagret."
    assert len(plan.viste("")) == 12


def test_the_year_is_read_in_as_many_queries_whatever_is_planned(
    moenster, lag_aktivitet, fylkeslag, django_assert_num_queries
):
    with django_assert_num_queries(5):
        les_aarsplan(2027)
    for aar in (2025, 2026, 2027):
        fyll_aar(aar)
        for nr in range(1, 13):
            lag_aktivitet(f"Møte {nr}", date(aar, nr, 3), lag=fylkeslag)
            lag_aktivitet(f"Møte {nr}", date(aar, nr, 3))

    with django_assert_num_queries(5):
        les_aarsplan(2027)

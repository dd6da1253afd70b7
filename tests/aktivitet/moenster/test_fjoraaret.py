"""What was arranged one year, proposed for the next."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.moenster.fjoraaret import Forslag, aaret_til, flyttet_til, samme_ukedag
from aktivitet.tidsrom import UgyldigTid, tidsrom

DAG = st.dates(date(2001, 1, 1), date(2097, 12, 31))


@dataclass(frozen=True)
class Ting:
    presisjon: str
    foerste_dag: date
    siste_dag: date
    fra_kl: time | None = None
    til_kl: time | None = None


@st.composite
def ting(draw):
    """Anything that the calendar takes."""
    presisjon = draw(st.sampled_from(["klokkeslett", "dag", "dager", "uke", "maaned", "maaneder"]))
    foerste, lengde = draw(DAG), draw(st.integers(0, 365))
    klokker = [draw(st.times().map(lambda kl: kl.replace(second=0, microsecond=0))) for _ in range(2)]
    try:
        rom = tidsrom(presisjon, foerste, foerste + timedelta(days=lengde), *klokker)
    except UgyldigTid:
        rom = tidsrom("dag", foerste)
        presisjon = "dag"
    return Ting(presisjon, rom.foerste_dag, rom.siste_dag, rom.fra_kl, rom.til_kl)


def en_dag(dag, **felter):
    return Ting("dag", dag, dag, **felter)


# --- What is always so -----------------------------------------------------------------------------------------------


@given(DAG)
def test_next_year_is_52_weeks_on_and_a_week_more_only_where_that_is_still_this_year(dag):
    flyttet = samme_ukedag(dag, dag.year + 1)

    assert flyttet - dag == timedelta(days=364 if (dag + timedelta(days=364)).year == dag.year + 1 else 371)


@given(DAG, st.integers(2001, 2098))
def test_any_year_keeps_the_weekday_and_lies_within_a_week_of_the_date(dag, aar):
    flyttet = samme_ukedag(dag, aar)

    assert (flyttet.weekday(), flyttet.year) == (dag.weekday(), aar)
    assert abs((flyttet.replace(year=2000) - dag.replace(year=2000)).days) <= 7


@given(ting(), st.integers(1, 4))
def test_a_proposal_is_of_its_year_and_begins_on_the_weekday_that_it_had(en, aar_senere):
    aar = aaret_til(en) + aar_senere

    forslag = flyttet_til(en, aar)

    assert aaret_til(forslag) == aar
    if en.presisjon not in ("maaned", "maaneder"):
        assert forslag.foerste_dag.weekday() == en.foerste_dag.weekday()


@given(ting())
def test_what_was_within_one_year_stays_within_one(en):
    forslag = flyttet_til(en, aaret_til(en) + 1)

    if en.foerste_dag.year == en.siste_dag.year and en.presisjon != "uke":
        assert forslag.siste_dag.year == forslag.foerste_dag.year


@given(ting())
def test_the_calendar_takes_every_proposal(en):
    forslag = flyttet_til(en, aaret_til(en) + 1)

    rom = tidsrom(forslag.presisjon, forslag.foerste_dag, forslag.siste_dag, forslag.fra_kl, forslag.til_kl)
    assert (rom.foerste_dag, rom.siste_dag) == (forslag.foerste_dag, forslag.siste_dag)
    assert (rom.fra_kl, rom.til_kl) == (forslag.fra_kl, forslag.til_kl)


# --- What is said about it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "blir", "merknader"),
    [
        (date(2026, 2, 14), date(2027, 2, 13), ()),
        (date(2026, 10, 31), date(2027, 10, 30), ()),  # the last Saturday, be it the fifth
        (
            date(2026, 9, 1),
            date(2027, 8, 31),
            ("I fjor var det første tirsdag i september. I 2027 er det 7. september.",),
        ),
        (
            date(2026, 9, 8),
            date(2027, 9, 7),
            ("I fjor var det andre tirsdag i september. I 2027 er det 14. september.",),
        ),
        (
            date(2026, 1, 29),
            date(2027, 1, 28),
            (),
        ),
        (
            date(2026, 1, 1),
            date(2027, 1, 7),
            ("I fjor var det Første nyttårsdag. I 2027 er den 1. januar.",),
        ),
        (date(2026, 12, 31), date(2027, 12, 30), ()),
        (
            date(2026, 5, 1),
            date(2027, 4, 30),
            ("I fjor var det Arbeidernes dag. I 2027 er den 1. mai.",),
        ),
        (
            date(2026, 5, 18),
            date(2027, 5, 17),
            ("17. mai er en helligdag: Grunnlovsdag og andre pinsedag.",),
        ),
        (
            date(2026, 3, 31),
            date(2027, 3, 30),
            ("I fjor var det i påsken. I 2027 er første påskedag 28. mars.",),
        ),
        (
            date(2026, 3, 24),
            date(2027, 3, 23),
            ("Det er i påskeuka.",),
        ),
    ],
)
def test_a_day_is_moved_with_what_there_is_to_say_about_it(dag, blir, merknader):
    assert flyttet_til(en_dag(dag), 2027) == Forslag("dag", blir, blir, merknader=merknader)


def test_the_leap_day_has_a_neighbour_of_its_weekday():
    forslag = flyttet_til(en_dag(date(2028, 2, 29)), 2029)

    assert (forslag.foerste_dag, forslag.foerste_dag.weekday()) == (date(2029, 2, 27), date(2028, 2, 29).weekday())


def test_a_weekend_stays_one_and_keeps_its_clock_times():
    samling = Ting("klokkeslett", date(2026, 6, 5), date(2026, 6, 7), time(17), time(14))

    assert flyttet_til(samling, 2027) == Forslag("klokkeslett", date(2027, 6, 4), date(2027, 6, 6), time(17), time(14))


@pytest.mark.parametrize(
    ("uke", "blir", "merknader"),
    [
        (date(2026, 10, 12), date(2027, 10, 18), ()),  # week 42
        (date(2025, 12, 29), date(2027, 1, 4), ()),  # week 1 of 2026
        (date(2026, 12, 28), date(2027, 12, 27), ("2027 har ingen uke 53. Dette er den siste.",)),
    ],
)
def test_a_week_keeps_its_number(uke, blir, merknader):
    uken = Ting("uke", uke, uke + timedelta(days=6))

    assert flyttet_til(uken, 2027) == Forslag("uke", blir, blir + timedelta(days=6), merknader=merknader)


def test_months_keep_their_names_also_over_new_year_and_in_a_leap_year():
    assert [
        flyttet_til(Ting("maaned", date(2027, 2, 1), date(2027, 2, 28)), 2028),
        flyttet_til(Ting("maaneder", date(2026, 11, 1), date(2027, 2, 28)), 2027),
    ] == [
        Forslag("maaned", date(2028, 2, 1), date(2028, 2, 29)),
        Forslag("maaneder", date(2027, 11, 1), date(2028, 2, 29)),
    ]


@pytest.mark.parametrize(
    ("natt", "blir", "borte"),
    [
        (Ting("klokkeslett", date(2029, 4, 1), date(2029, 4, 1), time(2, 30), time(4)), ("dag", None, None), "02.30"),
        (
            Ting("klokkeslett", date(2029, 3, 31), date(2029, 4, 1), time(22), time(2, 30)),
            ("klokkeslett", time(22), None),
            "02.30",
        ),
        (Ting("klokkeslett", date(2029, 4, 1), date(2029, 4, 2), time(2), time(12)), ("dager", None, None), "02.00"),
    ],
)
def test_a_clock_time_that_does_not_exist_that_night_is_left_out_and_told(natt, blir, borte):
    forslag = flyttet_til(natt, 2030)  # the clocks go forward on 31 March

    assert (forslag.presisjon, forslag.fra_kl, forslag.til_kl) == blir
    assert forslag.merknader[-1] == f"Kl. {borte} finnes ikke den natten, og er ikke tatt med."

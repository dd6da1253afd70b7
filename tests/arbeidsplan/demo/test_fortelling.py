"""The story of a measure: which list is told, on which days, and how much of it by a given day."""

from datetime import date, datetime

from arbeidsplan.demo import kilde
from arbeidsplan.demo.fortelling import OSLO, Fortelling, Linje
from tiltak.models.termin import KREVER_GRUNN, Status

NYTTAAR, NYTTAARSAFTEN = date(2026, 1, 1), date(2026, 12, 31)
SENERE = date(2030, 1, 1)


def fortell(**lister):
    rader = {noekkel: [rad] if isinstance(rad, dict) else rad for noekkel, rad in lister.items()}
    return Fortelling.fra_toml({"kode": "1a", "foelges_opp_av": "bodil", **rader})


def rad(dag, **mer):
    return {"status": "paagaar", "dag": dag, "merknad": "I gang.", **mer}


def dager(fortelling, foerste=NYTTAAR, siste=NYTTAARSAFTEN, i_dag=SENERE):
    return [linje.tid.date() for linje in fortelling.linjer(foerste, siste, i_dag)]


def test_a_line_says_what_was_done_when_it_was_written_and_by_whom():
    ett = fortell(hvert=rad("09-27", status="gjennomfoert", merknad="Holdt på Hamar.", skrevet=4, av="birk"))

    assert ett.linjer(NYTTAAR, NYTTAARSAFTEN, SENERE) == [
        Linje(
            status="gjennomfoert",
            merknad="Holdt på Hamar.",
            av="birk",
            tid=datetime(2026, 10, 1, 18, 30, tzinfo=OSLO),
            utfoert=date(2026, 9, 27),
        )
    ]


def test_what_was_put_off_says_to_which_day_and_nothing_else_has_a_day_done():
    ett = fortell(hvert=rad("11-25", status="utsatt", utsatt_til="+04-30"))

    assert [(linje.av, linje.utfoert, linje.utsatt_til) for linje in ett.linjer(NYTTAAR, NYTTAARSAFTEN, SENERE)] == [
        ("bodil", None, date(2027, 4, 30))
    ]


def test_a_day_is_in_the_due_year_or_the_next_or_the_due_day_or_so_many_days_after_the_first():
    def naar(dag):
        return dager(fortell(hvert=rad(dag, skrevet=0)), date(2026, 2, 22), date(2026, 3, 10))

    assert naar("03-14") == [date(2026, 3, 14)]
    assert naar("+01-12") == [date(2027, 1, 12)]
    assert naar("frist") == [date(2026, 3, 10)]
    assert naar(10) == [date(2026, 3, 4)]


def test_the_narrowest_list_is_told():
    lister = {
        "hvert": rad("05-01"),
        "01": rad("05-02"),
        "mellomaar": rad("05-03"),
        "2026": rad("05-04"),
        "2026-01": rad("05-05"),
    }
    fortalt = []
    while lister:
        fortalt.append(dager(fortell(**lister))[0].day)
        lister.popitem()

    assert fortalt == [7, 6, 5, 4, 3]  # written two days later
    assert dager(fortell(valgaar=rad("05-01"))) == []


def test_only_what_was_written_before_today_is_told():
    ett = fortell(hvert=[rad("03-01"), rad("06-01"), rad("09-01")])

    assert dager(ett, i_dag=date(2026, 6, 3)) == [date(2026, 3, 3)]
    assert dager(ett, i_dag=date(2026, 6, 4)) == [date(2026, 3, 3), date(2026, 6, 3)]


def test_the_stories_use_real_statuses_and_give_a_reason_and_a_day_where_one_is_needed():
    rader = [rad for ett in kilde.fortellinger() for liste in ett.lister.values() for rad in liste]

    assert {rad["status"] for rad in rader} <= set(Status.values)
    assert [rad for rad in rader if rad["status"] in KREVER_GRUNN and not rad["merknad"]] == []
    assert [rad for rad in rader if ("utsatt_til" in rad) != (rad["status"] == "utsatt")] == []
    assert len(rader) > 100


def test_the_stories_are_told_by_people_who_exist():
    folk = {bruker["noekkel"] for bruker in kilde.folk()}

    for ett in kilde.fortellinger():
        skrivere = {rad.get("av", ett.foelges_opp_av) for liste in ett.lister.values() for rad in liste}
        assert skrivere <= folk, ett.kode

"""Which board meeting it is about, and how far it looks back and ahead."""

from dataclasses import dataclass
from datetime import date

import pytest

from aktivitet.models import Aktivitetstype
from tiltak.styremoete.tid import Moete, Moetetid, moetetid, styremoetene

from .conftest import kl, moete

VAAREN = Moete(1, "Fylkesstyremøte", date(2026, 4, 28), date(2026, 4, 28), kl(2026, 4, 28, 20, 30))
JUNI = Moete(2, "Fylkesstyremøte", date(2026, 6, 9), date(2026, 6, 9), kl(2026, 6, 10))
HOESTEN = Moete(3, "Styreseminar", date(2026, 10, 3), date(2026, 10, 4), kl(2026, 10, 5))
MOETENE = [VAAREN, JUNI, HOESTEN]


@dataclass
class Plan:
    fra: date = date(2025, 1, 1)


def tiden(i_dag, valgt=None, moetene=MOETENE, fra=date(2025, 1, 1)):
    return moetetid(moetene, Plan(fra), i_dag, valgt)


def test_between_two_meetings_it_is_about_the_time_between_them():
    i_dag = date(2026, 5, 20)

    assert tiden(i_dag) == Moetetid(i_dag, None, VAAREN, JUNI, kl(2026, 4, 28, 20, 30), None, date(2026, 6, 9))


@pytest.mark.parametrize("i_dag", [date(2026, 6, 9), date(2026, 10, 3), date(2026, 10, 4)])
def test_on_a_meetings_day_it_is_about_that_meeting(i_dag):
    tid = tiden(i_dag)

    if i_dag == JUNI.foerste:
        assert tid == Moetetid(i_dag, JUNI, VAAREN, HOESTEN, VAAREN.slutt, None, HOESTEN.foerste)
    else:
        assert (tid.moetet, tid.forrige, tid.neste, tid.til) == (HOESTEN, JUNI, None, None)


def test_a_meeting_that_has_been_held_is_told_of_to_its_end_and_what_comes_is_told_from_today():
    i_dag = date(2026, 6, 15)

    tid = tiden(i_dag, valgt=VAAREN.pk)

    assert tid == Moetetid(i_dag, VAAREN, None, HOESTEN, kl(2026, 1, 1), VAAREN.slutt, HOESTEN.foerste)


def test_every_change_belongs_to_one_meeting():
    i_dag = date(2026, 10, 20)

    spenn = [(tiden(i_dag, moete.pk).fra, tiden(i_dag, moete.pk).til) for moete in MOETENE]

    assert spenn == [
        (kl(2026, 1, 1), VAAREN.slutt),
        (VAAREN.slutt, JUNI.slutt),
        (JUNI.slutt, HOESTEN.slutt),
    ]
    assert tiden(i_dag).fra == HOESTEN.slutt


def test_a_meeting_that_comes_is_prepared_with_what_is_known_today():
    i_dag = date(2026, 5, 20)

    assert tiden(i_dag, JUNI.pk) == Moetetid(i_dag, JUNI, VAAREN, HOESTEN, VAAREN.slutt, None, HOESTEN.foerste)
    # The one after the next looks back to the last that has been held.
    assert tiden(i_dag, HOESTEN.pk).forrige == VAAREN


@pytest.mark.parametrize(
    ("i_dag", "plan_fra", "fra"),
    [
        (date(2026, 4, 1), date(2025, 1, 1), kl(2026, 1, 1)),
        (date(2026, 4, 1), date(2026, 3, 1), kl(2026, 3, 1)),
        (date(2026, 4, 1), date(2029, 1, 1), kl(2026, 1, 1)),
    ],
    ids=["nyttår", "planens første dag", "en plan som ikke har begynt"],
)
def test_with_no_earlier_meeting_it_looks_back_to_new_year_or_to_the_plans_beginning(i_dag, plan_fra, fra):
    assert tiden(i_dag, fra=plan_fra).fra == fra


def test_with_no_later_meeting_it_looks_eight_weeks_ahead():
    tid = tiden(date(2026, 12, 1))

    assert (tid.neste, tid.siste) == (None, date(2027, 1, 26))


def test_the_calendar_may_be_empty():
    i_dag = date(2026, 6, 15)

    assert tiden(i_dag, valgt=7, moetene=[]) == Moetetid(
        i_dag, None, None, None, kl(2026, 1, 1), None, date(2026, 8, 10)
    )


def test_a_meeting_that_is_none_gives_todays():
    assert tiden(JUNI.foerste, valgt=99) == tiden(JUNI.foerste)


@pytest.mark.parametrize(
    ("tid", "ord_"),
    [
        (
            tiden(date(2026, 5, 20)),
            ("20. mai 2026", "Siden styremøtet 28. april 2026.", "Til og med styremøtet 9. juni 2026."),
        ),
        (
            tiden(date(2026, 10, 3)),
            (
                "3.–4. oktober 2026",
                "Siden styremøtet 9. juni 2026.",
                "Til og med 29. november 2026, i åtte uker: kalenderen har ikke noe senere styremøte.",
            ),
        ),
        (
            tiden(date(2026, 6, 15), VAAREN.pk),
            (
                "28. april 2026",
                "Siden 1. januar 2026: kalenderen har ikke noe tidligere styremøte. Til og med møtet 28. april 2026.",
                "Til og med styremøtet 3.–4. oktober 2026.",
            ),
        ),
        (
            tiden(date(2026, 6, 15), JUNI.pk),
            (
                "9. juni 2026",
                "Siden styremøtet 28. april 2026. Til og med møtet 9. juni 2026.",
                "Til og med styremøtet 3.–4. oktober 2026.",
            ),
        ),
    ],
)
def test_it_says_what_it_spans_and_why(tid, ord_):
    assert (tid.dagen, tid.bakover, tid.framover) == ord_


# --- Which meetings of the calendar count ---------------------------------------------------------------------------


def test_the_county_boards_published_meetings_count_and_no_others(fylkeslag, lokallag, django_assert_num_queries):
    paa_dagen = {"presisjon": "dag", "fra_kl": None, "til_kl": None}
    internt = moete(fylkeslag, date(2026, 6, 9), synlighet="intern", **paa_dagen)
    paa_kvelden = moete(fylkeslag, date(2026, 4, 28), synlighet="offentlig")
    moete(fylkeslag, date(2026, 5, 1), publisert=None)
    moete(fylkeslag, date(2026, 5, 2), avlyst=True)
    moete(fylkeslag, date(2026, 5, 3), type=Aktivitetstype.AARSMOETE)
    moete(fylkeslag, date(2026, 5, 1), **paa_dagen | {"presisjon": "maaned"})
    moete(lokallag, date(2026, 5, 4))

    with django_assert_num_queries(1):
        moetene = styremoetene()

    assert moetene == [
        Moete(paa_kvelden.pk, "Fylkesstyremøte", date(2026, 4, 28), date(2026, 4, 28), kl(2026, 4, 28, 20, 30)),
        Moete(internt.pk, "Fylkesstyremøte", date(2026, 6, 9), date(2026, 6, 9), kl(2026, 6, 10)),
    ]

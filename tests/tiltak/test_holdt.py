"""Which termin an activity that has been held carried out, and when it offers to set it."""

from datetime import date, timedelta

import pytest

from tests.tiltak.conftest import lag_maaneder, lag_termin
from tiltak.holdt import kan_settes, terminen_for, utfoeringer
from tiltak.models import Status, Tilknytning

DAGEN = date(2026, 3, 12)
DAGEN_ETTER = DAGEN + timedelta(days=1)


@pytest.fixture
def knyttet(tiltak, lag_aktivitet, styremedlem):
    def knytt(tittel="Kurs", dag=DAGEN, **felter):
        Tilknytning.objects.knytt(tiltak, lag_aktivitet(tittel, dag, **felter), styremedlem)
        return tiltak.tilknytninger.latest("pk")

    return knytt


@pytest.mark.parametrize(
    ("dag", "etikett"),
    [
        (date(2025, 1, 1), "mars 2026"),  # the next due after it
        (date(2026, 3, 15), "mars 2026"),  # the one that holds it
        (date(2026, 3, 31), "september 2026"),
        (date(2026, 9, 5), "september 2026"),
        (date(2027, 5, 1), "september 2026"),  # the last before it
    ],
)
def test_the_termin_is_the_one_that_holds_the_day_else_the_next_else_the_last(tiltak, dag, etikett):
    terminer = [ett for ett in lag_maaneder(tiltak) if ett.foerste.month in (3, 9)]

    assert terminen_for(terminer, dag).etikett == etikett


def test_of_two_that_hold_the_day_it_is_the_one_that_is_due_first(tiltak):
    aaret = lag_termin(tiltak)
    mars = lag_termin(tiltak, "2026-03", foerste=date(2026, 3, 1), siste=date(2026, 3, 31))

    assert terminen_for([aaret, mars], DAGEN) == mars


def test_what_is_in_no_figure_or_from_an_earlier_deadline_is_left_alone(tiltak):
    lagt_bort = [lag_termin(tiltak, "2026", fra_tidligere_frist=True), lag_termin(tiltak, "2024", utenfor=True)]

    assert terminen_for(lagt_bort, DAGEN) is None
    assert terminen_for([], DAGEN) is None


@pytest.mark.parametrize("status", [Status.IKKE_STARTET, Status.PAAGAAR, Status.UTSATT])
def test_the_day_after_it_was_held_it_offers_to_set_its_open_termin(knyttet, termin, status):
    termin.status = status

    assert kan_settes(knyttet(), [termin], DAGEN_ETTER) == termin


@pytest.mark.parametrize(
    ("felter", "i_dag"),
    [({}, DAGEN), ({"publisert": None}, DAGEN_ETTER), ({"avlyst": True}, DAGEN_ETTER)],
    ids=["samme dag", "utkast", "avlyst"],
)
def test_what_has_not_been_held_offers_nothing(knyttet, termin, felter, i_dag):
    assert kan_settes(knyttet(**felter), [termin], i_dag) is None


@pytest.mark.parametrize(
    "felter",
    [
        {"status": Status.GJENNOMFOERT},
        {"status": Status.DELVIS},
        {"status": Status.UTGAAR},
        {"status": Status.PAAGAAR, "loepende": True},
    ],
)
def test_a_termin_that_is_judged_or_ongoing_is_not_offered(knyttet, termin, felter):
    for felt, verdi in felter.items():
        setattr(termin, felt, verdi)

    assert kan_settes(knyttet(), [termin], DAGEN_ETTER) is None


def test_an_open_termin_further_on_is_not_taken_in_place_of_a_closed_one(knyttet, termin, tiltak):
    termin.status = Status.GJENNOMFOERT

    assert kan_settes(knyttet(), [termin, lag_termin(tiltak, "2027")], DAGEN_ETTER) is None


def test_each_activity_is_told_with_what_it_offers_of_its_own_measure(knyttet, termin, maal):
    holdt, kommer = knyttet(), knyttet("Senere", date(2027, 5, 1))
    fremmed = lag_termin(termin.tiltak.maal.tiltak.create(nr=9, kode="1.1z", tekst="Annet"), "2026")

    svar = utfoeringer([holdt, kommer], [fremmed, termin], DAGEN_ETTER)

    assert [(ett.tilknytning, ett.kan_settes) for ett in svar] == [(holdt, termin), (kommer, None)]

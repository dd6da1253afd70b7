"""What an activity that is planned from a measure begins with."""

from datetime import date

import pytest

from tests.tiltak.conftest import lag_termin
from tiltak.models import Status, Termin
from tiltak.planlegging import neste_frist, tiden_for, tittel_av

I_DAG = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("ordlyd", "tittel"),
    [
        ("Workshoper om kommunikasjon på tvers", "Workshoper om kommunikasjon på tvers"),
        ("Møte folk. Minst to ganger i året, og gjerne flere.", "Møte folk"),
        (
            "Arrangere tre årlige samlinger for lokallagslederne, med faglig påfyll og god tid til å snakke sammen",
            "Arrangere tre årlige samlinger for lokallagslederne",
        ),
        (
            "Fylkespartiet skal bidra til at lokallagene i hele Innlandet får den hjelpen de trenger til valgkampen",
            "Fylkespartiet skal bidra til at lokallagene i hele Innlandet får den hjelpen de",
        ),
        ("a" * 300, "a" * 80),
        (
            "Det var, som sagt, en lang rekke med ting som skulle gjøres i løpet av hele denne perioden",
            "Det var, som sagt, en lang rekke med ting som skulle gjøres i løpet av hele",
        ),
        ("", ""),
    ],
)
def test_the_title_is_what_the_measure_says_shortened_where_it_can_be(ordlyd, tittel):
    kort = tittel_av(ordlyd)

    assert kort == tittel
    assert ordlyd.startswith(kort)
    assert len(kort) <= 80


def test_the_next_deadline_is_the_first_that_has_not_passed():
    terminer = [
        Termin(pk=nr, siste=siste, status=Status.IKKE_STARTET, utsatt_til=utsatt)
        for nr, (siste, utsatt) in enumerate(
            [(date(2025, 12, 31), None), (date(2026, 3, 1), date(2026, 9, 1)), (date(2026, 12, 31), None)]
        )
    ]

    assert neste_frist(terminer, I_DAG) == terminer[1]
    assert neste_frist(terminer[:1], I_DAG) is None
    assert neste_frist([], I_DAG) is None


@pytest.mark.parametrize(
    ("termin", "tid"),
    [
        (("aar", date(2026, 1, 1), date(2026, 12, 31)), ("maaneder", I_DAG, date(2026, 12, 31))),
        (("aar", date(2027, 1, 1), date(2027, 12, 31)), ("maaneder", date(2027, 1, 1), date(2027, 12, 31))),
        (("halvaar", date(2026, 1, 1), date(2026, 6, 30)), ("maaned", I_DAG)),
        (("maaned", date(2027, 3, 1), date(2027, 3, 31)), ("maaned", date(2027, 3, 1))),
        (("maaneder", date(2027, 4, 1), date(2027, 5, 31)), ("maaneder", date(2027, 4, 1), date(2027, 5, 31))),
        (("uke", date(2026, 10, 12), date(2026, 10, 18)), ("uke", date(2026, 10, 12))),
        (("dag", date(2026, 10, 12), date(2026, 10, 12)), ("dag", date(2026, 10, 12))),
        (("dag", date(2026, 6, 1), date(2026, 10, 12)), ("dager", I_DAG, date(2026, 10, 12))),
        (("moete", date(2027, 2, 27), date(2027, 3, 13)), ("dager", date(2027, 2, 27), date(2027, 3, 13))),
    ],
)
def test_the_time_is_what_is_left_of_the_window(termin, tid):
    presisjon, foerste, siste = termin

    svar = tiden_for(Termin(presisjon=presisjon, foerste=foerste, siste=siste), I_DAG)

    assert svar == dict(zip(("presisjon", "foerste_dag", "siste_dag"), tid, strict=False))


def test_what_was_put_off_may_be_done_until_that_day(tiltak):
    utsatt = lag_termin(tiltak, "2025", status=Status.UTSATT, utsatt_til=date(2026, 8, 20))

    assert tiden_for(utsatt, I_DAG) == {
        "presisjon": "maaneder",
        "foerste_dag": I_DAG,
        "siste_dag": date(2026, 8, 20),
    }

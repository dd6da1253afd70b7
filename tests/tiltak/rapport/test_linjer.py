"""Tests of how one measure's terminer are said in a report. Pure: no database is asked."""

from datetime import UTC, date, datetime

import pytest

from tiltak.models import Termin
from tiltak.rapport.deler import Linje
from tiltak.rapport.innhold.linjer import etiketter, linje, linjer

SISTE_DAG = date(2025, 12, 31)
MAANEDER = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november"]


def termin(etikett="2025", stilling="gjennomfoert", **felter):
    en = Termin(etikett=etikett, siste=SISTE_DAG, **felter)
    en.stilling = stilling
    return en


def lest(terminer):
    """What these terminer say in the report."""
    return tuple(linje(en, SISTE_DAG) for en in terminer)


def en_linje(*ord_, **felter):
    """A line that was due on the last day."""
    return Linje(*ord_, frist=SISTE_DAG, **felter)


def maaneder(*stillinger, **felter):
    return [
        termin(f"{maaned} 2025", stilling, **felter) for maaned, stilling in zip(MAANEDER, stillinger, strict=False)
    ]


def test_few_terminer_get_a_line_each_and_no_sum():
    foerste = termin("1. halvår 2025", "gjennomfoert", utfoert=date(2025, 5, 6), merknad="Holdt på Hamar")
    andre = termin("2. halvår 2025", "utsatt", utsatt_til=date(2026, 6, 30))

    assert linjer(lest([foerste, andre])) == (
        "",
        (
            en_linje("1. halvår 2025", "gjennomfoert", utfoert=date(2025, 5, 6), merknad="Holdt på Hamar"),
            en_linje("2. halvår 2025", "utsatt", utsatt_til=date(2026, 6, 30)),
        ),
    )


def test_many_terminer_that_stand_alike_are_only_summed():
    assert linjer(lest(maaneder(*["gjennomfoert"] * 11))) == (
        "11 av 11 gjennomført",
        (),
    )


def test_of_many_terminer_those_that_differ_are_told_and_neighbours_that_stand_alike_together():
    alle = maaneder(*["gjennomfoert"] * 6, "ikke_gjennomfoert", *["mangler_vurdering"] * 3)
    alle[6].merknad = "Ferie"

    assert linjer(lest(alle)) == (
        "6 av 10 gjennomført, 1 ikke gjennomført, 3 mangler vurdering",
        (
            en_linje("juli 2025", "ikke_gjennomfoert", merknad="Ferie"),
            Linje("august, september og oktober 2025", "mangler_vurdering"),
        ),
    )


def test_of_many_terminer_one_with_a_word_and_one_that_was_late_are_told_though_they_are_done():
    alle = maaneder(*["gjennomfoert"] * 6)
    alle[1].merknad = "Eget nummer om valget"
    alle[5].utfoert = date(2026, 1, 4)

    assert linjer(lest(alle)) == (
        "6 av 6 gjennomført",
        (
            en_linje("februar 2025", "gjennomfoert", merknad="Eget nummer om valget"),
            en_linje("juni 2025", "gjennomfoert", utfoert=date(2026, 1, 4), etter_siste_dag=True),
        ),
    )


@pytest.mark.parametrize(
    ("navn", "samlet"),
    [
        (["2025"], "2025"),
        (["2025", "2026"], "2025 og 2026"),
        (["mars 2025", "april 2025"], "mars og april 2025"),
        (["desember 2025", "januar 2026"], "desember 2025 og januar 2026"),
        (["1. halvår 2025", "2. halvår 2025"], "1. halvår og 2. halvår 2025"),
    ],
)
def test_labels_are_joined_with_a_shared_year_told_once(navn, samlet):
    assert etiketter(navn) == samlet


@pytest.mark.parametrize(
    ("felter", "dag"),
    [
        ({}, ""),
        ({"utfoert": date(2025, 5, 6)}, "6. mai 2025"),
        ({"utfoert": date(2026, 1, 4), "etter_siste_dag": True}, "4. januar 2026, etter beretningens siste dag"),
        ({"utsatt_til": date(2026, 6, 30)}, "til 30. juni 2026"),
        ({"satt": date(2026, 1, 20)}, "satt 20. januar 2026"),
        ({"utsatt_til": date(2026, 6, 30), "satt": date(2026, 1, 20)}, "til 30. juni 2026, satt 20. januar 2026"),
    ],
)
def test_a_line_says_its_day(felter, dag):
    assert Linje("2025", "gjennomfoert", **felter).dag == dag


@pytest.mark.parametrize(
    ("stilling", "felter", "satt"),
    [
        ("utgaar", {"endret": datetime(2026, 1, 20, 18, tzinfo=UTC)}, date(2026, 1, 20)),
        ("paagaar", {"endret": datetime(2025, 12, 31, 23, 30, tzinfo=UTC)}, date(2026, 1, 1)),  # past midnight in Oslo
        ("utgaar", {"endret": datetime(2025, 12, 31, 22, 30, tzinfo=UTC)}, None),
        ("gjennomfoert", {"endret": datetime(2026, 1, 20, tzinfo=UTC), "utfoert": date(2025, 12, 1)}, None),
        ("mangler_vurdering", {"endret": datetime(2026, 1, 20, tzinfo=UTC)}, None),
        ("utgaar", {"endret": None}, None),
    ],
)
def test_what_was_decided_after_the_last_day_says_when(stilling, felter, satt):
    _, [funnet] = linjer(lest([termin("2025", stilling, **felter)]))

    assert funnet.satt == satt


def test_a_due_day_that_is_an_estimate_says_so():
    en = termin("Første FS-møte etter årsmøtet 2025", anslag=True)
    en.siste = date(2025, 3, 8)

    _, (funnet,) = linjer(lest([en]))

    assert funnet.naar == "Første FS-møte etter årsmøtet 2025 (frist 8. mars 2025, anslag)"

"""A status form filled in wrongly: a message by the field, and nothing stored."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains

from tests.tiltak.conftest import felter, lag_termin, logg
from tiltak.models import Status, Termin

HTMX = {"HX-Request": "true"}


GALT = [
    ({"status": "ferdig"}, "status", "Velg en av statusene i listen."),
    ({"status": ""}, "status", "Velg en status."),
    ({"status": "gjennomfoert", "utfoert": "9999-12-31"}, "utfoert", "Skriv en dag mellom 2000 og 2099."),
    ({"status": "gjennomfoert", "utfoert": "0001-01-01"}, "utfoert", "Skriv en dag mellom 2000 og 2099."),
    ({"status": "gjennomfoert", "utfoert": "i går"}, "utfoert", "Skriv dagen slik: 31.12.2026."),
    ({"status": "gjennomfoert", "utfoert": "2026-02-30\0"}, "utfoert", "Skriv dagen slik: 31.12.2026."),
    (
        {"status": "gjennomfoert", "utfoert": "2026-06-16"},
        "utfoert",
        "Dagen har ikke vært ennå. Skriv den dagen det ble gjort.",
    ),
    ({"status": "utsatt"}, "utsatt_til", "Skriv dagen det er utsatt til."),
    (
        {"status": "utsatt", "utsatt_til": "2026-06-14"},
        "utsatt_til",
        "Dagen har vært. Velg 15. juni 2026 eller senere.",
    ),
    ({"status": "utsatt", "utsatt_til": "9999-01-01"}, "utsatt_til", "Skriv en dag mellom 2000 og 2099."),
    ({"status": "utgaar", "merknad": ""}, "merknad", "Skriv grunnen til at statusen er «Utgår»."),
    (
        {"status": "ikke_gjennomfoert", "merknad": "\u200b\0 "},
        "merknad",
        "Skriv grunnen til at statusen er «Ikke gjennomført».",
    ),
    ({"merknad": "a" * 100_000}, "merknad", "Teksten er på 100000 tegn. Kort den ned til 5000."),
    ({"versjon": ""}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ({"versjon": "en"}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ({"versjon": 2**64}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ({"versjon": 0}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
]


@pytest.mark.parametrize(("galt", "felt", "melding"), GALT)
@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "uten"])
def test_bad_input_is_told_by_the_field_and_nothing_is_stored(inne, termin, i_dag, galt, felt, melding, headers):
    sendt = felter(termin, merknad="Det jeg skrev") | galt

    svar = inne.post(termin.get_absolute_url(), sendt, headers=headers)

    assert (svar.status_code, svar.context["form"].errors) == (200, {felt: [melding]})
    assertContains(svar, melding)
    assertContains(svar, sendt["merknad"])
    assert (logg(termin), Termin.objects.get().versjon) == ([], 1)


def test_control_characters_are_cleaned_away_before_the_length_is_judged(inne, termin):
    svar = inne.post(termin.get_absolute_url(), felter(termin, merknad="\0\x07" * 5000 + "Ring\r\nKari\u202e"))

    assert svar.status_code == 302
    assert logg(termin) == [("paagaar", None, None, "Ring\nKari")]


@pytest.mark.parametrize(
    ("sendt", "linje"),
    [
        (
            {"status": "utsatt", "utsatt_til": "2026-09-01", "utfoert": "2026-06-16"},
            ("utsatt", None, date(2026, 9, 1), ""),
        ),
        ({"status": "paagaar", "utsatt_til": "9999-01-01", "utfoert": "i går"}, ("paagaar", None, None, "")),
    ],
)
def test_a_day_that_is_left_from_another_status_is_held_against_nobody(inne, termin, i_dag, sendt, linje):
    inne.post(termin.get_absolute_url(), felter(termin) | sendt)

    assert logg(termin) == [linje]


def test_a_norwegian_date_is_read_too(inne, termin):
    inne.post(termin.get_absolute_url(), felter(termin, status=Status.DELVIS, utfoert="3.6.2026"))

    assert logg(termin) == [("delvis", date(2026, 6, 3), None, "")]


def test_words_can_be_added_to_what_was_put_off_to_a_day_that_has_passed(inne, tiltak, i_dag):
    termin = lag_termin(tiltak, status=Status.UTSATT, utsatt_til=date(2026, 3, 1))
    sendt = felter(termin, status=Status.UTSATT, utsatt_til="2026-03-01", merknad="Fortsatt ikke")

    inne.post(termin.get_absolute_url(), sendt)

    assert logg(termin) == [("utsatt", None, date(2026, 3, 1), "Fortsatt ikke")]

"""Tests of a number that came in as text. Pure: no database is asked."""

import pytest

from aktivitet.heltall import heltall


@pytest.mark.parametrize(
    ("tekst", "tall"),
    [
        ("2026", 2026),
        (" 7 ", 7),
        ("-1", -1),
        (str(2**63 - 1), 2**63 - 1),
        (str(2**63), None),
        ("9" * 5000, None),
        ("", None),
        ("sju", None),
        ("7.0", None),
        ("\x007", None),
    ],
)
def test_a_text_is_the_number_that_it_says_or_none_that_a_database_could_be_asked_for(tekst, tall):
    assert heltall(tekst) == tall

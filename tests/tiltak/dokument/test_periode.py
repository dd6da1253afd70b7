"""Which period a title, or a line by itself, names."""

from datetime import date

import pytest

from tiltak.dokument.periode import er_bare_perioden, perioden


@pytest.mark.parametrize(
    ("tekst", "fra", "til"),
    [
        ("Arbeidsplan 2025-2028", date(2025, 1, 1), date(2028, 12, 31)),
        ("Arbeidsplan 2025–28", date(2025, 1, 1), date(2028, 12, 31)),
        ("Plan for åra 2026 til og med 2029", date(2026, 1, 1), date(2029, 12, 31)),
        ("Plan for mars 2026 – februar 2028", date(2026, 3, 1), date(2028, 2, 29)),
        ("Plan 1. mars 2026–28. Februar 2028", date(2026, 3, 1), date(2028, 2, 28)),
        ("Plan mars 2026–2028", date(2026, 3, 1), date(2028, 12, 31)),
        ("Plan 2028-2025", date(2028, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_first_and_the_last_day_of_a_period(tekst, fra, til):
    assert perioden(tekst) == (fra, til)


@pytest.mark.parametrize("tekst", ["Arbeidsplan", "Plan 2026", "Plan 31. februar 2026–2028", "Tlf. 12026-2028", "5-8"])
def test_what_names_no_period(tekst):
    assert perioden(tekst) is None


@pytest.mark.parametrize(
    "tekst",
    ["2026–2029", "(2026–2029)", "For perioden 2026 til 2029", "Perioden: mars 2026 – mars 2028", "Åra 2026–29."],
)
def test_a_line_that_says_the_period_and_nothing_else(tekst):
    assert er_bare_perioden(tekst)


@pytest.mark.parametrize("tekst", ["Budsjett 2026–2029", "I perioden 2026–2029 vil vi", "31. februar 2026–2028", ""])
def test_a_line_that_says_more_or_less(tekst):
    assert not er_bare_perioden(tekst)

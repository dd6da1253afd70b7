"""How often a rule comes, as people look for it."""

import pytest

from tiltak.frist import les
from tiltak.frist.takt import takt


@pytest.mark.parametrize(
    ("frase", "ventet"),
    [
        ("2025", "noen-ar"),
        ("2024 og 2026", "noen-ar"),
        ("April 2025", "noen-ar"),
        ("Første FS-møte etter årsmøtet", "noen-ar"),
        ("Annethvert år", "noen-ar"),
        ("Årlig", "arlig"),
        ("Mars, årlig", "arlig"),
        ("Første FS-møte etter årsmøtet, årlig", "arlig"),
        ("Halvårlig", "halvarlig"),
        ("Månedlig", "manedlig"),
        ("Månedlig / ved behov", "manedlig"),
        ("Mars og oktober, årlig", "flere"),
        ("Hvert kvartal", "flere"),
        ("Kontinuerlig", "lopende"),
        ("Hele perioden", "lopende"),
        ("Når vi rekker", "ikke-forstatt"),
    ],
)
def test_a_phrase_comes_as_often_as_people_say(frase, ventet):
    assert takt(les(frase)) == ventet

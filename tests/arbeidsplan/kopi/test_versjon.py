"""A copy of another version of the app is refused, and told which version it wants."""

import re

import pytest
from django.db.migrations.recorder import MigrationRecorder

from arbeidsplan.kopi.feil import Kopifeil
from arbeidsplan.kopi.versjon import appens_versjon, migrasjoner, sjekk_at_de_passer

HER = ["aktivitet.0001_initial", "tiltak.0001_initial"]


@pytest.mark.parametrize(
    ("kopiens", "sies"),
    [
        (
            [*HER, "tiltak.0002_nytt"],
            (
                "Kopien er tatt med en nyere utgave av appen enn denne: versjon 0.9, tatt i går. Oppgrader appen hit, "
                "kjør «manage.py migrate», og prøv igjen. Det som mangler her: tiltak.0002_nytt."
            ),
        ),
        (
            HER[:1],
            (
                "Kopien er tatt med en eldre utgave av appen enn denne: versjon 0.9, tatt i går. Legg den inn med den "
                "utgaven, og oppgrader etterpå. Det som mangler i kopien: tiltak.0001_initial."
            ),
        ),
        (
            [*HER[:1], *(f"x.{nr}" for nr in range(6))],
            (
                "Kopien er tatt med en annen utgave av appen enn denne: versjon 0.9, tatt i går. Legg den inn med den "
                "utgaven. Bare i kopien: x.0, x.1, x.2, x.3 og 2 til. Bare her: tiltak.0001_initial."
            ),
        ),
    ],
)
def test_it_says_what_to_do(kopiens, sies):
    with pytest.raises(Kopifeil, match=f"^{re.escape(sies)}$"):
        sjekk_at_de_passer(kopiens, HER, "0.9", "tatt i går")


def test_made_alike_they_fit():
    sjekk_at_de_passer(list(reversed(HER)), HER, "0.9", "tatt i går")


@pytest.mark.django_db
def test_a_database_that_waits_for_migrate_is_told():
    har = migrasjoner("default")
    MigrationRecorder.Migration.objects.filter(app="arbeidsplan").last().delete()

    assert {"aktivitet.0001_initial", "arbeidsplan.0001_initial", "auth.0001_initial"} < set(har)
    with pytest.raises(Kopifeil, match=r"Kjør «manage.py migrate» først"):
        migrasjoner("default")


def test_the_version_is_the_one_that_the_project_says():
    assert re.fullmatch(r"\d+\.\d+\.\d+", appens_versjon())

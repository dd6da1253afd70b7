"""How far a happening has come: the question to the calendar and the activity itself give the same answer."""

from datetime import date

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet

UTKAST = {"publisert": None}


@pytest.fixture
def alle(lag_aktivitet):
    """One for each way that a happening may stand."""
    felter = {
        "Offentlig": {},
        "Avlyst": {"avlyst": True},
        "Internt": {"synlighet": "intern"},
        "Uten dag": {"presisjon": "uke"},
        "Utkast": UTKAST,
        "Internt utkast": UTKAST | {"synlighet": "intern"},
        "Venter": UTKAST | {"sendt_inn": timezone.now()},
        "Sendt tilbake": UTKAST | {"svar": "Skriv sted"},
        "Sendt inn igjen": UTKAST | {"sendt_inn": timezone.now(), "svar": "Skriv sted"},
    }
    for tittel, hos_den in felter.items():
        lag_aktivitet(tittel, date(2026, 5, 18), date(2026, 5, 24), **({"presisjon": "dager"} | hos_den))
    return Aktivitet.objects.order_by("pk")


@pytest.mark.parametrize(
    ("spoersmaal", "egenskap", "ventet"),
    [
        ("offentlige", "er_offentlig", ["Offentlig", "Avlyst", "Uten dag"]),
        ("utkast", "er_utkast", ["Utkast", "Internt utkast", "Venter", "Sendt tilbake", "Sendt inn igjen"]),
        ("venter", "venter", ["Venter", "Sendt inn igjen"]),
        ("sendt_tilbake", "er_sendt_tilbake", ["Sendt tilbake"]),
    ],
)
def test_the_calendar_and_the_activity_tell_it_alike(alle, spoersmaal, egenskap, ventet):
    fra_kalenderen = [en.tittel for en in getattr(alle, spoersmaal)()]

    assert fra_kalenderen == [en.tittel for en in alle if getattr(en, egenskap)] == ventet


def test_they_agree_on_whether_a_day_is_known(alle):
    assert list(alle.med_kjent_dag()) == [en for en in alle if en.dag_er_kjent]
    assert [en.tittel for en in alle.uten_kjent_dag()] == ["Uten dag"]

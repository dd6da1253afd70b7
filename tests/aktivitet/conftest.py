"""What the calendar's tests may ask for: a day that is today, and activities made in one line."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet

TORSDAG_14_MAI = datetime(2026, 5, 14, 12, 0, tzinfo=ZoneInfo("Europe/Oslo"))


@pytest.fixture
def i_dag(monkeypatch):
    """Make it Thursday 14 May 2026."""
    monkeypatch.setattr(timezone, "now", lambda: TORSDAG_14_MAI)
    return TORSDAG_14_MAI.date()


@pytest.fixture
def lag_aktivitet(lokallag):
    """Make a published, public activity of Hamar SV on one day, unless told otherwise."""

    def lag(tittel, foerste_dag, siste_dag=None, **felter):
        vanlig = {"presisjon": "dag", "lag": lokallag, "publisert": timezone.now()}
        return Aktivitet.objects.create(
            tittel=tittel, foerste_dag=foerste_dag, siste_dag=siste_dag or foerste_dag, **(vanlig | felter)
        )

    return lag

"""What the calendar's tests may ask for: a day that is today."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

TORSDAG_14_MAI = datetime(2026, 5, 14, 12, 0, tzinfo=ZoneInfo("Europe/Oslo"))


@pytest.fixture
def i_dag(monkeypatch):
    """Make it Thursday 14 May 2026."""
    monkeypatch.setattr(timezone, "now", lambda: TORSDAG_14_MAI)
    return TORSDAG_14_MAI.date()

"""What the calendar's tests may ask for: a day that is today, and the calendar programs that people use."""

import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

TORSDAG_14_MAI = datetime(2026, 5, 14, 12, 0, tzinfo=ZoneInfo("Europe/Oslo"))

KHAL = """\
[calendars]
[[hva_skjer]]
path = {mappe}/kalender
[sqlite]
path = {mappe}/khal.db
[locale]
local_timezone = Europe/Oslo
default_timezone = Europe/Oslo
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
VDIRSYNCER = """\
[general]
status_path = "{mappe}/status/"
[pair hva_skjer]
a = "feed"
b = "mappe"
collections = null
[storage feed]
type = "http"
url = "{adresse}"
[storage mappe]
type = "filesystem"
path = "{mappe}/kalender/"
fileext = ".ics"
"""


@pytest.fixture
def i_dag(monkeypatch):
    """Make it Thursday 14 May 2026."""
    monkeypatch.setattr(timezone, "now", lambda: TORSDAG_14_MAI)
    return TORSDAG_14_MAI.date()


@pytest.fixture
def khal(tmp_path):
    """Give a function that runs khal on the calendar in `tmp_path / "kalender"`, and gives the lines that it says."""
    (tmp_path / "kalender").mkdir(exist_ok=True)
    (tmp_path / "khal.conf").write_text(KHAL.format(mappe=tmp_path))
    return lambda *kommando: _kjoer(tmp_path, "khal", "-c", str(tmp_path / "khal.conf"), *kommando)


@pytest.fixture
def vdirsyncer(tmp_path):
    """Give a function that lets vdirsyncer fetch the feed at an address into `tmp_path / "kalender"`, and gives the
    lines that it says."""
    (tmp_path / "kalender").mkdir(exist_ok=True)

    def synkroniser(adresse):
        (tmp_path / "vdirsyncer.conf").write_text(VDIRSYNCER.format(mappe=tmp_path, adresse=adresse))
        vdirsyncer = ("vdirsyncer", "-c", str(tmp_path / "vdirsyncer.conf"))
        _kjoer(tmp_path, *vdirsyncer, "discover")
        return _kjoer(tmp_path, *vdirsyncer, "sync")

    return synkroniser


def _kjoer(mappe, modul, *kommando):
    miljoe = {"PATH": "/usr/bin:/bin", "HOME": str(mappe), "LC_ALL": "C.UTF-8"}
    svar = subprocess.run(
        [sys.executable, "-m", modul, *kommando], capture_output=True, text=True, env=miljoe, timeout=60
    )
    assert svar.returncode == 0, svar.stdout + svar.stderr
    return [linje.strip() for linje in (svar.stdout + svar.stderr).splitlines() if linje.strip()]

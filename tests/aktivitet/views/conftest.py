"""An editor at the form, and a meeting to change."""

from datetime import date, time

import pytest


@pytest.fixture
def inne(client, redaktoer):
    """The branch editor of Hamar SV, logged in."""
    client.force_login(redaktoer)
    return client


@pytest.fixture
def moete(lag_aktivitet):
    return lag_aktivitet("Møte", date(2026, 5, 12), presisjon="klokkeslett", fra_kl=time(18), beskrivelse="Først")


@pytest.fixture
def skjulte(lag_aktivitet, fylkeslag):
    """Three that the public may not see, of two organisers."""
    return {
        "utkast": lag_aktivitet("Utkastet", date(2026, 5, 20), publisert=None),
        "intern": lag_aktivitet("Det interne", date(2026, 5, 21), synlighet="intern"),
        "fylkets": lag_aktivitet("Fylkets interne", date(2026, 5, 22), synlighet="intern", lag=fylkeslag),
    }

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

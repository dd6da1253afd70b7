"""A code that waits in a session: known however it is written, and not for ever."""

import time
from types import SimpleNamespace

import pytest

from arbeidsplan.konto.ventekode import Ventekode

PLASS = Ventekode("plass", varer=600)


@pytest.fixture
def request_():
    """All that is asked of a request: its session."""
    return SimpleNamespace(session={})


@pytest.mark.parametrize("skrevet", ["BCDF-GHJK", "bcdfghjk", " BCDF GHJK ", "BCDF–GHJK", "Bcdf\u00a0ghjk."])
def test_the_code_fits_however_it_is_written_and_once(request_, skrevet):
    PLASS.husk(request_, "BCDF-GHJK", til="kari@example.org")

    sendt, igjen = PLASS.bruk(request_, skrevet), PLASS.bruk(request_, skrevet)

    assert (sendt.til, igjen, request_.session) == ("kari@example.org", None, {})


@pytest.mark.parametrize("skrevet", ["", "-", "🎈", "BCDFGHJ", "BCDFGHJKL", "ÆØÅ", "\x00"])
@pytest.mark.parametrize("kode", ["BCDF-GHJK", ""])
def test_nothing_else_fits_and_the_third_ends_it(request_, kode, skrevet):
    PLASS.husk(request_, kode, til="kari@example.org")

    svar = [PLASS.bruk(request_, skrevet) for _ in range(2)]
    venter_ennaa = PLASS.ventende(request_) is not None
    svar.append(PLASS.bruk(request_, skrevet))

    assert (svar, venter_ennaa) == ([None, None, None], True)
    assert PLASS.bruk(request_, "BCDF-GHJK") is None
    assert request_.session == {}


def test_it_waits_as_long_as_it_is_said_and_no_longer(request_, monkeypatch):
    naa = time.time()
    monkeypatch.setattr(time, "time", lambda: naa)
    PLASS.husk(request_, "BCDF-GHJK", til="kari@example.org")

    ventet = []
    for sekunder in (600, 601):
        monkeypatch.setattr(time, "time", lambda sekunder=sekunder: naa + sekunder)
        ventet.append(PLASS.ventende(request_) is not None)

    assert ventet == [True, False]


def test_a_new_code_takes_the_place_of_the_one_before(request_):
    PLASS.husk(request_, "BCDF-GHJK", til="gammel@example.org")
    PLASS.husk(request_, "LMNP-QRST", til="ny@example.org")

    assert PLASS.bruk(request_, "BCDF-GHJK") is None
    assert PLASS.bruk(request_, "LMNP-QRST").til == "ny@example.org"

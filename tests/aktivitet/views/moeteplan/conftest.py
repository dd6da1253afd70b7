"""The secretary and the board at the meeting plan of 2027, in May 2026, and the meetings that it is counted from."""

from datetime import date

import pytest


@pytest.fixture(autouse=True)
def i_mai(i_dag):
    """It is 14 May 2026."""


@pytest.fixture
def inne(client, sekretaer, fylkeslag):
    """The secretary, logged in."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def fylkets(lag_aktivitet, fylkeslag):
    """Make a published activity of the county branch."""

    def lag(type_, dag, siste=None, tittel="Møte", **felter):
        return lag_aktivitet(tittel, dag, siste, type=type_, lag=fylkeslag, **felter)

    return lag


@pytest.fixture
def fylkesting(fylkets):
    return fylkets("fylkesting", date(2027, 6, 15), date(2027, 6, 17), "Fylkesting", presisjon="dager")


@pytest.fixture
def aarsmoete(fylkets):
    return fylkets("arsmote", date(2027, 2, 27), date(2027, 2, 28), "Årsmøte", presisjon="dager")

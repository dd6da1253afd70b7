"""How to take part, as each may be told: who sees the link, and when the sign-up is over."""

from datetime import date

import pytest

from aktivitet.deltakelse import Deltakelse, deltakelse
from aktivitet.lenker import Lenke
from aktivitet.models import Aktivitet

DAG = date(2026, 6, 5)
MOETET = Lenke("https://moete.example.org/1", "moete.example.org/1")
SKJEMAET = Lenke("https://skjema.example.org/1", "skjema.example.org/1")


def en(**felter):
    return Aktivitet(foerste_dag=DAG, siste_dag=DAG, **felter)


@pytest.mark.parametrize(
    ("for_hvem", "innlogget", "ventet"),
    [
        ("alle", False, Deltakelse(nettlenke=MOETET)),
        ("alle", True, Deltakelse(nettlenke=MOETET)),
        ("innloggede", False, Deltakelse(lenke_ved_innlogging=True)),
        ("innloggede", True, Deltakelse(nettlenke=MOETET)),
        ("noe-annet", False, Deltakelse(lenke_ved_innlogging=True)),
    ],
)
def test_the_link_is_shown_to_those_it_is_for(for_hvem, innlogget, ventet):
    aktivitet = en(nettlenke=MOETET.adresse, nettlenke_for=for_hvem)

    assert deltakelse(aktivitet, innlogget=innlogget, dag=DAG) == ventet


@pytest.mark.parametrize(
    ("felter", "dag", "ventet"),
    [
        ({"paamelding": SKJEMAET.adresse}, DAG, Deltakelse(paamelding=SKJEMAET)),
        ({"paamelding": SKJEMAET.adresse}, date(2026, 6, 6), Deltakelse(stengt=True)),
        (
            {"paamelding": SKJEMAET.adresse, "paamelding_innen": date(2026, 6, 1)},
            date(2026, 6, 1),
            Deltakelse(paamelding=SKJEMAET, innen=date(2026, 6, 1)),
        ),
        (
            {"paamelding": SKJEMAET.adresse, "paamelding_innen": date(2026, 6, 1)},
            date(2026, 6, 2),
            Deltakelse(innen=date(2026, 6, 1), stengt=True),
        ),
        ({"paamelding_innen": date(2026, 6, 1)}, date(2026, 5, 1), Deltakelse(innen=date(2026, 6, 1))),
        ({}, date(2027, 1, 1), Deltakelse()),
    ],
)
def test_the_sign_up_is_open_until_its_day_has_passed(felter, dag, ventet):
    assert deltakelse(en(**felter), innlogget=False, dag=dag) == ventet


def test_in_what_is_cancelled_nobody_takes_part():
    avlyst = en(avlyst=True, nettlenke=MOETET.adresse, nettlenke_for="alle", paamelding=SKJEMAET.adresse)

    assert deltakelse(avlyst, innlogget=True, dag=DAG) == Deltakelse()


def test_no_link_is_made_of_what_is_no_address():
    lurt = en(nettlenke="javascript:alert(1)", nettlenke_for="alle", paamelding="data:text/html,x")

    assert deltakelse(lurt, innlogget=True, dag=DAG) == Deltakelse()

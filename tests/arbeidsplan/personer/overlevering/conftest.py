"""A board after its annual meeting, and its handover page as the secretary fills it in."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from arbeidsplan.models import Bruker
from arbeidsplan.personer.overlevering.moetene import aarsmoetene
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Maal


@pytest.fixture
def i_dag():
    return timezone.localdate()


@pytest.fixture
def aarsmoetet(fylkeslag, lag_aktivitet, i_dag):
    """The annual meeting, four days ago: its day."""
    dag = i_dag - timedelta(days=4)
    lag_aktivitet("Årsmøte", dag, lag=fylkeslag, type="arsmote")
    return dag


@pytest.fixture
def neste(aarsmoetet, i_dag):
    """The day of the next annual meeting, which is estimated."""
    return aarsmoetene(i_dag).neste.siste


@pytest.fixture
def bodil(db):
    """Another of the board, who goes on."""
    return Bruker.objects.create_user("bodil@example.org", navn="Bodil", roller={Rolle.STYREMEDLEM: None})


@pytest.fixture
def tiltakene(db, styremedlem):
    """Three measures, two of which the board member follows up."""
    maal = Maal.objects.create(plan=lag_plan(), nr=1, nummer="1", overskrift="Mål")
    alle = [lag_tiltak(maal, kode, tekst) for kode, tekst in (("1a", "Verve"), ("1b", "Skolere"), ("1c", "Synes"))]
    for tiltak in alle[:2]:
        tiltak.foelg_opp(styremedlem, fra=None)
    return alle


@pytest.fixture
def fyll_ut(client, sekretaer):
    """Open the page as the secretary, and give what its form sends with some fields changed."""

    def fyll(handling="se", som=sekretaer, **felter):
        client.force_login(som)
        sendt = sendes_av(client.get(reverse("overlevering")).context["skjema"])
        return sendt | {navn.replace("__", "-"): verdi for navn, verdi in felter.items()} | {"handling": handling}

    return fyll


@pytest.fixture
def trykk(client):
    """Press a button on the page."""
    return lambda sendt, handling="gjennomfoer": client.post(reverse("overlevering"), sendt | {"handling": handling})


def sendes_av(skjema):
    """All that a browser sends of the page as it stands."""
    former = [form for del_ in skjema.personer for form in (del_.form, *del_.verv)] + skjema.nye
    felter = {felt.html_name: felt.value() for form in former for felt in form}
    return {"merke": str(uuid4())} | {navn: _sendt(verdi) for navn, verdi in felter.items()}


def velg(bruker, rolle, valg, **dager):
    """The fields of one role: what was chosen, and its day."""
    navn = f"p{bruker.pk}-{rolle}"
    return {f"{navn}-valg": valg} | {f"{navn}-{felt}": _sendt(dag) for felt, dag in dager.items()}


def en_ny(nr=0, navn="Mona Mose", epost="mona@example.org", **felter):
    """The fields of one row."""
    return {f"ny{nr}-{felt}": _sendt(verdi) for felt, verdi in {"navn": navn, "epost": epost, **felter}.items()}


def _sendt(verdi):
    return verdi.isoformat() if isinstance(verdi, date) else "" if verdi is None else str(verdi)

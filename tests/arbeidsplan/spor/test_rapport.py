"""Tests of the lines that a report leaves on its way through the annual meeting."""

from datetime import date

import pytest

from arbeidsplan.models import Hendelse, Spor
from tests.tiltak.conftest import lag_plan
from tests.tiltak.rapport.eksempel import INNHOLD
from tiltak.models import FeilTilstand, Rapport
from tiltak.rapport.frys import frys
from tiltak.rapport.handlinger import HANDLINGER

from .linjene import linjene

STYRET, MOETET = date(2026, 2, 1), date(2026, 2, 28)


@pytest.fixture
def rapport(db):
    lag_plan()
    return Rapport.objects.create(aar=2025, fra=date(2025, 1, 1), til=date(2025, 12, 31))


def test_each_act_leaves_a_line_of_who_and_of_how_far_it_came(rapport, sekretaer):
    rapport.legg_fram(frys(INNHOLD), STYRET, av=sekretaer, versjon=rapport.versjon)
    rapport.publiser(rapport.versjon, av=sekretaer)
    rapport.vedta(Rapport.Tilstand.GODKJENT, MOETET, av=sekretaer, versjon=rapport.versjon)
    rapport.aapne_igjen("Tallet for Kari var feil", av=sekretaer, versjon=rapport.versjon)
    rapport.trekk_tilbake(rapport.versjon, av=None)

    assert linjene() == [
        (Hendelse.RAPPORT_LAAST, sekretaer, None, "2025: Lagt fram av fylkesstyret"),
        (Hendelse.RAPPORT_UTE, sekretaer, None, "2025: Lagt fram av fylkesstyret"),
        (Hendelse.RAPPORT_LAAST, sekretaer, None, "2025: Godkjent av årsmøtet"),
        (Hendelse.RAPPORT_AAPNET, sekretaer, None, "2025: Utkast"),
        (Hendelse.RAPPORT_INNE, None, None, "2025: Utkast"),
    ]


def test_an_act_that_is_refused_leaves_none(rapport, sekretaer):
    with pytest.raises(FeilTilstand):
        rapport.vedta(Rapport.Tilstand.GODKJENT, MOETET, av=sekretaer, versjon=rapport.versjon)

    assert linjene() == []


def test_nothing_is_done_when_the_line_cannot_be_written(rapport, sekretaer, monkeypatch):
    monkeypatch.setattr(Spor, "save", _gaar_ikke)

    with pytest.raises(RuntimeError):
        rapport.legg_fram(frys(INNHOLD), STYRET, av=sekretaer, versjon=rapport.versjon)

    lagret = Rapport.objects.get()
    assert (lagret.tilstand, lagret.utgaver.count()) == (Rapport.Tilstand.UTKAST, 0)


@pytest.mark.parametrize("handling", ["publiser", "trekk_tilbake"])
def test_the_page_says_who(client, rapport, sekretaer, handling):
    rapport.legg_fram(frys(INNHOLD), STYRET, av=None, versjon=rapport.versjon)
    if handling == "trekk_tilbake":
        rapport.publiser(rapport.versjon, av=None)
    client.force_login(sekretaer)

    client.post("/rapport/2025/saksgang/", {"handling": handling, "versjon": rapport.versjon})

    assert linjene()[-1][:2] == (
        {"publiser": Hendelse.RAPPORT_UTE, "trekk_tilbake": Hendelse.RAPPORT_INNE}[handling],
        sekretaer,
    )
    assert handling in HANDLINGER


def _gaar_ikke(*args, **kwargs):
    raise RuntimeError

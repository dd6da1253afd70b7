"""Erasing while others are at work, each in a connection of their own."""

from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection

from arbeidsplan.models import Bruker, Sletting
from arbeidsplan.personvern.sletting import SisteAdministrator, slett
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal, Status, Statusendring

pytestmark = pytest.mark.django_db(transaction=True)


def samtidig(*handlinger):
    """Do them at the same moment, each in a thread and a connection of its own. Gives the name of what each raised."""
    klar, utfall = Barrier(len(handlinger)), {}

    def gjoer(nr, handling):
        klar.wait()
        try:
            handling()
        except Exception as feil:
            utfall[nr] = type(feil)
        finally:
            connection.close()

    traader = [Thread(target=gjoer, args=par) for par in enumerate(handlinger)]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()
    return [utfall.get(nr) for nr in range(len(handlinger))]


def test_two_administrators_cannot_go_in_the_same_moment():
    to = [Bruker.objects.create_user(f"{nr}@example.org", roller={Rolle.ADMINISTRATOR: None}) for nr in range(2)]

    utfall = samtidig(*(lambda en=en: slett(en, av=en) for en in to))

    assert sorted(utfall, key=str) == sorted([None, SisteAdministrator], key=str)
    assert Bruker.objects.faste_administratorer().count() == Sletting.objects.count() == 1


def test_whoever_is_erased_while_they_save_leaves_no_key_behind():
    bruker = Bruker.objects.create_user("kari@example.org", roller={Rolle.STYREMEDLEM: None})
    tiltak = lag_tiltak(Maal.objects.create(plan=lag_plan(), nr=1, nummer="1", overskrift="Mål"), "1a")
    terminer = [lag_termin(tiltak, str(aar)) for aar in range(2025, 2029)]

    def sett(termin):
        termin.sett_status(Status.PAAGAAR, av=bruker, versjon=1)

    *lagringer, sletting = samtidig(*(lambda t=t: sett(t) for t in terminer), lambda: slett(bruker, av=None))

    assert sletting is None
    assert set(lagringer) <= {None, IntegrityError}  # saved before, or refused whole: the person is gone
    assert Statusendring.objects.count() == lagringer.count(None)
    assert not Statusendring.objects.exclude(av=None).exists()
    assert not Bruker.objects.exists()


def test_two_who_erase_the_same_person_do_it_once():
    bruker = Bruker.objects.create_user("kari@example.org")

    assert samtidig(*[lambda: slett(bruker, av=None)] * 3) == [None] * 3
    assert Sletting.objects.count() == 1

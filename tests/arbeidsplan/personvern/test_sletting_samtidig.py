"""Erasing while others are at work, each in a connection of their own."""

from threading import Barrier, Thread
from time import monotonic, sleep

import pytest
from django.db import IntegrityError, connection, transaction

from arbeidsplan.models import Bruker, Invitasjon, Sletting
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


@pytest.mark.postgresql  # SQLite lets one write at a time, so that nobody holds what another wants
def test_whoever_is_erased_while_they_answer_an_invitation_is_waited_for():
    """Each takes the invitation first and then the person; the other way about they would wait for each other."""
    sekretaer = Bruker.objects.create_user("ola@example.org", roller={Rolle.SEKRETAER: None})
    kari = Bruker.objects.create_user("kari@example.org")
    invitasjon, _ = Invitasjon.objects.inviter(kari.email, roller={Rolle.STYREMEDLEM: None}, av=sekretaer)
    begge = Invitasjon.objects.filter(pk=invitasjon.pk)

    with transaction.atomic():
        begge.select_for_update().get()
        traad = Thread(target=samtidig, args=[lambda: slett(kari, av=None)])
        traad.start()
        _vent_til_noen_venter()
        invitasjon.svar()
    traad.join()

    assert not Bruker.objects.filter(email=kari.email).exists()
    assert not begge.exists()


def _vent_til_noen_venter():
    """Until another connection waits for a lock. Fails when nobody has done so in half a minute."""
    frist = monotonic() + 30
    with connection.cursor() as cursor:
        while not cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
            assert monotonic() < frist
            sleep(0.01)


def test_two_who_erase_the_same_person_do_it_once():
    bruker = Bruker.objects.create_user("kari@example.org")

    assert samtidig(*[lambda: slett(bruker, av=None)] * 3) == [None] * 3
    assert Sletting.objects.count() == 1

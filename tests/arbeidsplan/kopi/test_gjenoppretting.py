"""Putting a copy back: all or nothing, and nobody comes in by what has been closed since."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail

from aktivitet.models import Kalenderstand, Lag
from arbeidsplan.kopi import gjenoppretting
from arbeidsplan.kopi.feil import Kopifeil
from arbeidsplan.kopi.gjenoppretting import gjenopprett
from arbeidsplan.kopi.taking import ta_kopi
from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Sletting, Spor
from arbeidsplan.personvern.sletting import slett
from arbeidsplan.roller import Rolle
from tests import basen
from tests.arbeidsplan.kopi.basen import alt_i, toem
from tiltak.models import Statusendring, Termin

ROT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def kopi(base, tmp_path):
    """A copy of the small database."""
    ta_kopi(tmp_path / "alt.kopi")
    return tmp_path / "alt.kopi"


# --- What is there --------------------------------------------------------------------------------------------------


def test_a_database_that_is_not_empty_is_let_alone_unless_it_may_be_replaced(kopi):
    Lag.objects.create(navn="Etter kopien", slug="etter")
    foer = alt_i()

    with pytest.raises(Kopifeil, match=r"^Databasen er ikke tom, så ingenting er endret. Med --erstatt"):
        gjenopprett(kopi)

    assert alt_i() == foer


def test_what_is_replaced_is_kept_aside_for_the_owner_alone_and_can_be_put_back(kopi, settings):
    Lag.objects.create(navn="Etter kopien", slug="etter")
    foer = alt_i(uten=("Kalenderstand", "Spor", "Invitasjon"))

    utfall = gjenopprett(kopi, erstatt=True)

    assert not Lag.objects.filter(slug="etter").exists()
    assert utfall.foer.parent == settings.VAR / "kopier"
    assert (utfall.foer.stat().st_mode & 0o777, utfall.foer.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    gjenopprett(utfall.foer, erstatt=True)
    assert alt_i(uten=("Kalenderstand", "Spor", "Invitasjon")) == foer


def test_an_empty_database_is_filled_and_nothing_is_kept_aside(kopi, settings):
    toem()

    utfall = gjenopprett(kopi)

    assert (utfall.foer, utfall.endrede, settings.VAR.exists()) == (None, [], False)
    assert set(Lag.objects.values_list("slug", flat=True)) == {"innlandet-sv", "hamar-sv"}
    Lag.objects.create(navn="Nytt", slug="nytt")  # the next key is free


def test_nothing_is_worked_out_anew_sent_or_told(kopi):
    foer = alt_i(uten=("Kalenderstand", "Spor", "Invitasjon"))
    Termin.objects.update(siste="2026-06-01")

    gjenopprett(kopi, erstatt=True)

    assert (alt_i(uten=("Kalenderstand", "Spor", "Invitasjon")), mail.outbox) == (foer, [])


# --- All or nothing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hva", ["gjenta_slettinger", "legg_inn"])
def test_what_fails_halfway_leaves_the_database_as_it_was(kopi, settings, monkeypatch, hva):
    Lag.objects.create(navn="Etter kopien", slug="etter")
    foer, ekte = alt_i(), getattr(gjenoppretting, hva)

    def feil_etterpaa(*args):
        ekte(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(gjenoppretting, hva, feil_etterpaa)
    with pytest.raises(KeyboardInterrupt):
        gjenopprett(kopi, erstatt=True)

    assert alt_i() == foer
    assert list((settings.VAR / "kopier").iterdir()) == []


DREPT = """
import os, signal, sys, django
django.setup()
from pathlib import Path
from django.conf import settings
from arbeidsplan.kopi import gjenoppretting
settings.VAR = Path(sys.argv[2])
gjenoppretting.Kalenderstand.forny = lambda: os.kill(os.getpid(), signal.SIGKILL)
gjenoppretting.gjenopprett(Path(sys.argv[1]), erstatt=True)
"""


def test_a_process_that_is_killed_when_all_is_written_leaves_the_database_as_it_was(kopi, tmp_path):
    Lag.objects.create(navn="Etter kopien", slug="etter")
    foer = alt_i()
    miljoe = {"DATABASE_URL": basen.adressen(), "DJANGO_SETTINGS_MODULE": "tests.settings"}

    drept = subprocess.run(
        [sys.executable, "-c", DREPT, kopi, tmp_path], cwd=ROT, env=os.environ | miljoe, capture_output=True
    )

    assert (drept.returncode, drept.stderr) == (-signal.SIGKILL, b"")
    assert alt_i() == foer


# --- Nobody comes back or in ----------------------------------------------------------------------------------------


def test_who_was_erased_after_the_copy_is_erased_again(kopi, styremedlem, redaktoer, settings):
    """The table knows, before it is replaced by the copy's own."""
    slett(styremedlem, av=None)
    Path(settings.SLETTEREGISTER).unlink()

    utfall = gjenopprett(kopi, erstatt=True)

    assert utfall.slettede == 1
    assert list(Bruker.objects.values_list("pk", flat=True)) == [redaktoer.pk]
    assert list(Sletting.objects.values_list("merke", flat=True)) == [styremedlem.merke]
    assert set(Statusendring.objects.values_list("status", "av")) == {("gjennomfoert", None)}


def test_the_file_of_the_erased_holds_where_the_database_is_lost(kopi, styremedlem, redaktoer, settings):
    slett(styremedlem, av=None)
    toem()

    utfall = gjenopprett(kopi)

    assert (utfall.slettede, utfall.uten_register) == (1, False)
    assert list(Bruker.objects.values_list("pk", flat=True)) == [redaktoer.pk]


def test_a_copys_own_register_holds_too(kopi, styremedlem, tmp_path, settings):
    """A row in the copy that its own register says is erased: somebody was brought back by hand."""
    Sletting.objects.create(merke=styremedlem.merke)
    ta_kopi(tmp_path / "ny.kopi")
    toem()

    utfall = gjenopprett(tmp_path / "ny.kopi")

    assert (utfall.slettede, utfall.uten_register) == (1, True)
    assert not Bruker.objects.filter(merke=styremedlem.merke).exists()


def test_without_a_register_that_can_be_read_nothing_is_put_back(kopi, settings):
    Path(settings.SLETTEREGISTER).mkdir()
    foer = alt_i()

    with pytest.raises(Kopifeil, match=r"^Registeret over slettede, .*slettede.txt, kunne ikke leses: Is a directory"):
        gjenopprett(kopi, erstatt=True)

    assert alt_i() == foer


def test_everyone_has_to_log_in_anew(kopi, client, styremedlem):
    client.force_login(styremedlem)
    assert UserSession.objects.count() == 1
    assert client.get("/tiltak/").status_code == 200

    gjenopprett(kopi, erstatt=True)

    assert client.get("/tiltak/").status_code == 302
    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)


def test_no_invitation_that_nobody_had_answered_opens_again(kopi, lokallag, sekretaer, tmp_path):
    roller = {Rolle.STYREMEDLEM: None}
    brukt, noekkel = Invitasjon.objects.inviter("to@example.org", roller=roller, av=sekretaer, lag=[lokallag])
    ta_kopi(tmp_path / "to.kopi")
    brukt.svar()

    utfall = gjenopprett(tmp_path / "to.kopi", erstatt=True)

    assert (utfall.trukne, Invitasjon.objects.gyldige().count()) == (2, 0)
    assert not Invitasjon.objects.med_noekkel(noekkel).er_gyldig


def test_whose_rights_are_others_than_they_were_is_told(kopi, lokallag, styremedlem, redaktoer):
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={}, navn="Nytt navn")
    lokallag.redaktoerer.clear()
    Bruker.objects.create_user("etter@example.org")

    assert gjenopprett(kopi, erstatt=True).endrede == sorted([styremedlem.pk, redaktoer.pk])
    Bruker.objects.update(navn="Enda et navn")
    assert gjenopprett(kopi, erstatt=True).endrede == []


# --- Nothing old is shown -------------------------------------------------------------------------------------------


def test_what_is_kept_of_the_calendar_is_made_anew(kopi, client):
    """The stand is another than any before, though the rows are the ones that it once stood for."""
    da = Kalenderstand.naa()
    foerst = client.get("/hva-skjer/kalender.ics")

    gjenopprett(kopi, erstatt=True)
    etter = client.get("/hva-skjer/kalender.ics", headers={"If-None-Match": foerst["ETag"]})

    assert Kalenderstand.naa().merke != da.merke
    assert Kalenderstand.naa().endret > da.endret
    assert (foerst.status_code, etter.status_code) == (200, 200)


def test_it_leaves_a_trail_beside_the_one_that_the_copy_holds(kopi):
    foer = list(Spor.objects.values_list("hendelse", "av", "hva"))

    utfall = gjenopprett(kopi, erstatt=True)

    assert list(Spor.objects.values_list("hendelse", "av", "hva")) == [
        (Hendelse.GJENOPPRETTET, None, f"Kopien fra {utfall.kopi.naar}"),
        *foer,
    ]

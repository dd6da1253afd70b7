"""`manage.py sikkerhetskopi` and `manage.py gjenopprett`: what they say, and what they leave behind."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DataError, OperationalError

from aktivitet.models import Lag
from arbeidsplan.kopi import gjenoppretting
from arbeidsplan.kopi.lesing import aapne
from arbeidsplan.models import Bruker, Hendelse, Spor
from arbeidsplan.personvern.sletting import slett


def kjoer(*args, **valg):
    ut = StringIO()
    call_command(*args, stdout=ut, **valg)
    return ut.getvalue()


def test_a_copy_tells_what_it_holds_and_leaves_a_trail(base, tmp_path):
    sagt = kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"))

    with aapne(tmp_path / "x.kopi") as kopi:
        rader = kopi.rader
    assert re.fullmatch(rf"Skrev {rader} rader fra \d+ tabeller til .*/x.kopi \(\d+,\d\sKB\)\.\n", sagt)
    assert rader > 20
    siste = Spor.objects.first()
    assert (siste.hendelse, siste.av, siste.hva) == (Hendelse.KOPI, None, f"{rader} rader")
    assert (tmp_path / "x.kopi").stat().st_mode & 0o777 == 0o600


def test_a_nightly_run_can_be_silent(base, tmp_path):
    assert kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"), verbosity=0) == ""
    assert kjoer("gjenopprett", str(tmp_path / "x.kopi"), erstatt=True, verbosity=0) == ""


def test_no_copy_is_no_success_and_leaves_no_trail(base, tmp_path):
    kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"))
    spor = Spor.objects.count()

    with pytest.raises(CommandError, match=r"^Ingen kopi er tatt. .*x.kopi finnes fra før"):
        kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"))

    assert Spor.objects.count() == spor
    assert "Skrev" in kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"), overskriv=True)


def svarer(unntak):
    def svar(*args, **kwargs):
        raise unntak

    return svar


def test_what_the_database_answers_is_told_without_what_it_holds(base, tmp_path, monkeypatch):
    kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"))
    monkeypatch.setattr(gjenoppretting, "er_tom", svarer(OperationalError("locked\nDETAIL: kari@example.org")))
    monkeypatch.setattr("arbeidsplan.kopi.taking.les_rader", svarer(DataError('invalid: "kari@example.org"')))

    with pytest.raises(CommandError) as ingen_kopi:
        kjoer("sikkerhetskopi", str(tmp_path / "y.kopi"))
    with pytest.raises(CommandError) as ikke_lagt_inn:
        kjoer("gjenopprett", str(tmp_path / "x.kopi"), erstatt=True)

    assert [str(feil.value) for feil in (ingen_kopi, ikke_lagt_inn)] == [
        "Ingen kopi er tatt, for databasen svarte: DataError",
        "Ingenting er endret, for databasen svarte: locked. Er appen i gang, så stopp den, og prøv igjen.",
    ]


@pytest.mark.parametrize("valg", [{}, {"bare_sjekk": True}])
def test_a_database_that_does_not_answer_is_told_when_a_copy_is_only_checked_too(base, tmp_path, monkeypatch, valg):
    kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"))
    monkeypatch.setattr(gjenoppretting, "migrasjoner", svarer(OperationalError("connection refused")))

    with pytest.raises(CommandError, match=r"^Ingenting er endret, for databasen svarte: connection refused\. Er "):
        kjoer("gjenopprett", str(tmp_path / "x.kopi"), **valg)


def test_it_can_go_to_a_pipe(base, tmp_path, capsysbinary):
    assert kjoer("sikkerhetskopi", "-") == ""

    (tmp_path / "x.kopi").write_bytes(capsysbinary.readouterr().out)
    with aapne(tmp_path / "x.kopi") as kopi:
        assert kopi.antall["aktivitet.Lag"] == 2


def test_a_screen_is_not_where_it_goes(base, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    with pytest.raises(CommandError, match="ikke til å lese på skjermen"):
        kjoer("sikkerhetskopi", "-")


def test_putting_back_tells_all_that_has_to_be_known(base, tmp_path, settings, styremedlem, redaktoer):
    fil = str(tmp_path / "x.kopi")
    kjoer("sikkerhetskopi", fil)
    slett(styremedlem, av=None)
    Bruker.objects.filter(pk=redaktoer.pk).update(is_active=False)
    Path(settings.SLETTEREGISTER).unlink()

    linjer = kjoer("gjenopprett", fil, erstatt=True).splitlines()

    (kopien,) = (settings.VAR / "kopier").iterdir()
    naar = r"\d+\. \w+ 20\d\d kl\. \d\d\.\d\d"
    assert re.fullmatch(rf"La inn kopien fra {naar}: \d+ rader. Alle må logge inn på nytt.", linjer[0])
    assert linjer[1:] == [
        (
            f"Det som var der, ligger i {kopien}. Slett den filen når alt er som det skal; «manage.py rydd» gjør det "
            "etter 30 dager."
        ),
        "1 som er slettet etter at kopien ble tatt, er slettet igjen.",
        (
            f"Registeret over slettede, {settings.SLETTEREGISTER}, finnes ikke. Er noen slettet etter at kopien ble "
            "tatt, er de tilbake: legg filen på plass, og kjør «manage.py rydd»."
        ),
        "Ubesvarte invitasjoner som er trukket tilbake: 1. Inviter dem som skal inn.",
        f"Roller, lag eller adgang er som da kopien ble tatt for person {redaktoer.pk}. Se over dem.",
    ]


def test_a_copy_can_be_checked_without_being_put_back(base, tmp_path):
    kjoer("sikkerhetskopi", str(tmp_path / "x.kopi"))
    Lag.objects.create(navn="Etter kopien", slug="etter")

    sagt = kjoer("gjenopprett", str(tmp_path / "x.kopi"), bare_sjekk=True)

    assert re.fullmatch(r"Kopien fra .* er hel og passer her: \d+ rader. Ingenting er endret.\n", sagt)
    assert Lag.objects.filter(slug="etter").exists()


@pytest.mark.parametrize("valg", [{}, {"bare_sjekk": True}, {"erstatt": True}])
def test_what_is_no_copy_is_told_in_one_sentence(base, tmp_path, valg):
    (tmp_path / "x.kopi").write_text("noe annet")

    with pytest.raises(CommandError, match="er ikke en sikkerhetskopi"):
        kjoer("gjenopprett", str(tmp_path / "x.kopi"), **valg)

import os
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.utils import timezone

from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Overlevering, Sletting, Spor, Utsending
from arbeidsplan.personvern import registerfil, rydding


@pytest.fixture(autouse=True)
def frister(settings):
    settings.OPPBEVAR_SPOR = 90
    settings.OPPBEVAR_INVITASJONER = 30
    settings.OPPBEVAR_UTSENDINGER = 400
    settings.OPPBEVAR_REDIGERINGSLOGG = 365
    settings.OPPBEVAR_UTEN_OPPGAVE = 365
    settings.OPPBEVAR_KOPIER = 30


@pytest.fixture
def kopier(settings, tmp_path):
    settings.VAR = tmp_path
    mappe = tmp_path / "kopier"
    mappe.mkdir()
    return mappe


def siden(dager, **mer):
    return timezone.now() - timedelta(days=dager, **mer)


def kjoer():
    ut = StringIO()
    call_command("rydd", stdout=ut)
    return ut.getvalue().strip()


def test_there_is_nothing_to_do_in_a_new_house(sekretaer):
    assert kjoer() == "Ingenting å rydde."


def test_everything_goes_the_day_after_its_last_and_nothing_before(sekretaer):
    for dager in (89, 91):
        Spor.objects.create(hendelse=Hendelse.INNLOGGING, av=sekretaer, tid=siden(dager))
    for nr, dager in enumerate((399, 401)):
        Utsending.objects.create(
            bruker=sekretaer, slag="ukeliste", periode=f"2025-W0{nr}", tilstand="sendt", tid=siden(dager)
        )
    for dager in (364, 366):
        linje = LogEntry.objects.create(user=sekretaer, action_flag=CHANGE, object_repr="Hamar SV")
        LogEntry.objects.filter(pk=linje.pk).update(action_time=siden(dager))

    assert kjoer() == "Ryddet: 1 spor, 1 utsendinger, 1 linjer i redigeringsloggen."
    assert kjoer() == "Ingenting å rydde."

    assert (Spor.objects.count(), Utsending.objects.count(), LogEntry.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("felter", "gaar"),
    [
        ({"utloeper": -1}, False),
        ({"utloeper": 31}, True),
        ({"utloeper": 29}, False),
        ({"utloeper": 20, "brukt": 31}, True),
        ({"utloeper": 20, "trukket": 31}, True),
        ({"utloeper": 40, "trukket": 31}, True),
        ({"utloeper": 20, "brukt": 25}, False),
    ],
)
def test_an_invitation_is_kept_until_so_many_days_after_it_ended(sekretaer, felter, gaar):
    invitasjon, _ = Invitasjon.objects.inviter("ny@example.org", roller={}, av=sekretaer)
    Invitasjon.objects.update(**{navn: siden(dager) for navn, dager in felter.items()})

    kjoer()

    assert Invitasjon.objects.filter(pk=invitasjon.pk).exists() != gaar


def test_sessions_that_have_run_out_go_with_what_was_noted_of_them(client, sekretaer):
    client.force_login(sekretaer)
    levende = client.session.session_key
    Session.objects.create(session_key="gammel", session_data="", expire_date=siden(0, minutes=1))
    for noekkel in (levende, "gammel", "borte"):
        UserSession.objects.get_or_create(
            session_key=noekkel, defaults={"user": sekretaer, "ip": "192.0.2.1", "user_agent": ""}
        )

    assert kjoer() == "Ryddet: 1 økter."

    assert [oekt.session_key for oekt in Session.objects.all()] == [levende]
    assert [oekt.session_key for oekt in UserSession.objects.all()] == [levende]


def test_what_has_run_out_in_the_cache_goes_and_the_rest_stays(sekretaer):
    lager = caches["default"]
    lager.set("gammelt", 1, timeout=-1)
    lager.set("nytt", 1, timeout=60)
    lager.set("evig", 1, timeout=None)

    assert kjoer() == "Ryddet: 1 rader i mellomlageret."
    assert (lager.get("nytt"), lager.get("evig")) == (1, 1)


def test_of_an_old_handover_only_that_it_was_done_is_left(sekretaer):
    hendte = {"gaar_av": [[sekretaer.pk, "styremedlem", "2026-02-28"]]}
    for dager in (89, 91):
        Overlevering.objects.create(merke=uuid4(), av=sekretaer, tid=siden(dager), hendte=hendte)

    assert kjoer() == "Ryddet: 1 overleveringer."
    assert kjoer() == "Ingenting å rydde."

    assert [en.hendte for en in Overlevering.objects.order_by("tid")] == [{}, hendte]


def test_what_was_there_before_a_copy_was_put_back_goes_when_it_is_old_and_no_other_file(sekretaer, kopier):
    gammel = siden(31).timestamp()
    for navn in ("foer-gjenoppretting-1.kopi", "min-egen.kopi", "foer-gjenoppretting-2.kopi"):
        (kopier / navn).touch()
    for navn in ("foer-gjenoppretting-1.kopi", "min-egen.kopi"):
        os.utime(kopier / navn, (gammel, gammel))

    assert kjoer() == "Ryddet: 1 kopier fra før noe ble lagt inn igjen."
    assert kjoer() == "Ingenting å rydde."

    assert sorted(fil.name for fil in kopier.iterdir()) == ["foer-gjenoppretting-2.kopi", "min-egen.kopi"]


def test_where_no_copy_was_put_back_there_is_no_folder_to_look_in(sekretaer, settings, tmp_path):
    settings.VAR = tmp_path / "borte"

    assert kjoer() == "Ingenting å rydde."


def test_somebody_who_has_been_without_a_task_for_long_enough_is_erased(sekretaer, styremedlem):
    dag = timezone.localdate() - timedelta(days=365)
    Bruker.objects.filter(pk=styremedlem.pk).update(
        roller={"styremedlem": (dag - timedelta(days=1)).isoformat()}, uten_oppgave_fra=dag
    )

    assert kjoer() == "Ryddet: 1 personer uten oppgave."

    assert list(Bruker.objects.all()) == [sekretaer]


def test_file_and_table_are_brought_in_line_both_ways(sekretaer, styremedlem, redaktoer):
    registerfil.foey_til([styremedlem.merke])  # erased once: a copy that was taken back by hand brought her with it
    Sletting.objects.create(merke=redaktoer.merke)  # the disk was full

    assert kjoer() == "Ryddet: 2 merker i registeret over slettede."
    assert kjoer() == "Ingenting å rydde."

    assert registerfil.les() == {en.merke for en in Sletting.objects.all()} == {styremedlem.merke, redaktoer.merke}
    assert list(Bruker.objects.all()) == [sekretaer]


def test_one_step_that_fails_stops_none_of_the_others_and_tells_nothing_but_its_kind(sekretaer, monkeypatch):
    def feil():
        raise ValueError("kari@example.org")

    monkeypatch.setitem(rydding.STEG, "personer uten oppgave", feil)
    Spor.objects.create(hendelse=Hendelse.INNLOGGING, tid=siden(91))
    ut = StringIO()

    with pytest.raises(CommandError) as unntak:
        call_command("rydd", stdout=ut)

    assert str(unntak.value) == "Ikke gjort: personer uten oppgave (ValueError). Det prøves igjen neste gang."
    assert unntak.value.returncode == 1
    assert ut.getvalue() == "Ryddet: 1 spor.\n"
    assert not Spor.objects.exists()

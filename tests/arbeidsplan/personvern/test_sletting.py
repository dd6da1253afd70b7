from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils import timezone

from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Sletting, Spor
from arbeidsplan.personvern import registerfil
from arbeidsplan.personvern.sletting import SisteAdministrator, gjenta_slettinger, kjente_merker, slett
from arbeidsplan.roller import Rolle


@pytest.fixture(autouse=True)
def fil(settings, tmp_path):
    settings.SLETTEREGISTER = tmp_path / "slettede.txt"


def test_the_person_goes_and_the_mark_stays(styremedlem, sekretaer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        slett(styremedlem, av=sekretaer)

    assert list(Bruker.objects.all()) == [sekretaer]
    assert [en.merke for en in Sletting.objects.all()] == [styremedlem.merke]
    assert registerfil.les() == {styremedlem.merke} == kjente_merker()
    assert [(spor.hendelse, spor.av, spor.om, spor.om_noen) for spor in Spor.objects.all()] == [
        (Hendelse.SLETTET, sekretaer, None, True)
    ]


def test_sessions_addresses_invitations_and_the_editing_sites_log_go_too(client, styremedlem, sekretaer):
    client.force_login(styremedlem)
    EmailAddress.objects.create(user=styremedlem, email="kari.gammel@example.org")
    Invitasjon.objects.inviter("kari@example.org", roller={}, av=sekretaer)
    Invitasjon.objects.inviter("KARI.gammel@example.org", roller={}, av=sekretaer)
    andres, _ = Invitasjon.objects.inviter("ny@example.org", roller={}, av=styremedlem, tar_over_fra=styremedlem)
    personer = ContentType.objects.get_for_model(Bruker)
    for hvem, om in [(sekretaer, styremedlem), (styremedlem, sekretaer), (sekretaer, sekretaer)]:
        LogEntry.objects.create(
            user=hvem, content_type=personer, object_id=str(om.pk), object_repr=str(om), action_flag=CHANGE
        )

    slett(styremedlem, av=sekretaer)

    assert not Session.objects.exists()
    assert not EmailAddress.objects.exists()
    assert [(en.email, en.av, en.tar_over_fra, en.er_gyldig) for en in Invitasjon.objects.all()] == [
        (andres.email, None, None, False)  # who invited them is gone: nobody vouches for it any longer
    ]
    assert [(linje.user, linje.object_repr) for linje in LogEntry.objects.all()] == [(sekretaer, "Ola Sekretær")]


def test_sessions_that_cannot_be_read_any_longer_go_by_what_was_noted_of_them(styremedlem, sekretaer):
    utloeper = timezone.now() + timedelta(days=1)
    Session.objects.create(session_key="foer", session_data="signert:med:en-annen-noekkel", expire_date=utloeper)
    UserSession.objects.create(user=styremedlem, session_key="foer", ip="0.0.0.0", user_agent="Firefox")

    slett(styremedlem, av=sekretaer)

    assert not Session.objects.exists()


def test_the_sessions_of_others_are_left_alone(client, styremedlem, sekretaer):
    client.force_login(sekretaer)

    slett(styremedlem, av=sekretaer)

    assert Session.objects.count() == 1


def test_the_last_administrator_cannot_be_erased(administrator, sekretaer):
    Bruker.objects.create_user("vikar@example.org", roller={Rolle.ADMINISTRATOR: "2099-01-01"})

    with pytest.raises(SisteAdministrator):
        slett(administrator, av=administrator)

    assert Bruker.objects.filter(pk=administrator.pk).exists()
    assert not Sletting.objects.exists()


def test_one_of_two_administrators_can(administrator):
    annen = Bruker.objects.create_user("annen@example.org", roller={Rolle.ADMINISTRATOR: None})

    slett(administrator, av=annen)

    assert list(Bruker.objects.all()) == [annen]


def test_erasing_somebody_who_is_gone_is_no_error(styremedlem, sekretaer):
    slett(Bruker.objects.get(pk=styremedlem.pk), av=sekretaer)

    slett(styremedlem, av=sekretaer)

    assert Sletting.objects.count() == Spor.objects.count() == 1


def test_erasures_are_done_again_after_a_copy_is_taken_back(
    styremedlem, sekretaer, administrator, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        slett(styremedlem, av=sekretaer)
    Sletting.objects.all().delete()  # the copy is from before
    Bruker.objects.create_user("kari@example.org", navn="Kari Styremedlem", merke=styremedlem.merke)

    assert gjenta_slettinger(kjente_merker()) == 1
    assert gjenta_slettinger(kjente_merker()) == 0

    assert {bruker.email for bruker in Bruker.objects.all()} == {"ola@example.org", "ada@example.org"}
    assert [en.merke for en in Sletting.objects.all()] == [styremedlem.merke]


def test_marks_of_people_who_are_not_in_the_copy_are_kept(administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert (
            gjenta_slettinger([administrator.merke]) == 1
        )  # the last one too: they were erased while there was another

    assert registerfil.les() == {administrator.merke} == {en.merke for en in Sletting.objects.all()}


def test_a_full_disk_does_not_stop_the_erasure(
    settings, tmp_path, styremedlem, sekretaer, caplog, django_capture_on_commit_callbacks
):
    settings.SLETTEREGISTER = tmp_path  # a folder cannot be written to as a file

    with django_capture_on_commit_callbacks(execute=True):
        slett(styremedlem, av=sekretaer)

    assert not Bruker.objects.filter(pk=styremedlem.pk).exists()
    assert "Registeret over slettede kunne ikke skrives" in caplog.text

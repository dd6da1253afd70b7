"""Where a person is logged in: told in words, ended by themselves, and nothing of it kept that is not needed."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from arbeidsplan.konto.oekter import avslutt, oektene_til
from arbeidsplan.models import Hendelse, Spor

from .conftest import PASSORD, innlogget, med_passord

TELEFON = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
MASKIN = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"
LISTE = "/konto/innlogginger/"


@pytest.fixture
def maskin(kari):
    """Kari's machine, logged in after her phone."""
    med_passord(maskin := Client(headers={"User-Agent": MASKIN}), kari)
    return maskin


@pytest.fixture
def telefon(kari):
    med_passord(telefon := Client(headers={"User-Agent": TELEFON}), kari)
    return telefon


def test_each_is_told_in_words_and_this_one_is_first(telefon, maskin, kari):
    oektene = oektene_til(kari, telefon.session.session_key)
    side = telefon.get(LISTE).content.decode()

    assert [(en.nettleser, en.denne) for en in oektene] == [("Chrome på Android", True), ("Firefox på Windows", False)]
    assert side.index("Chrome på Android") < side.index("Firefox på Windows")


def test_neither_the_address_nor_what_else_the_browser_says_is_stored(telefon, kari):
    telefon.get(LISTE)

    assert [(en.ip, en.user_agent) for en in UserSession.objects.all()] == [("0.0.0.0", "Chrome på Android")]


def test_one_is_ended_and_is_out_at_its_next_click(telefon, maskin, kari):
    pk = next(en.pk for en in oektene_til(kari, telefon.session.session_key) if not en.denne)

    telefon.post(LISTE, {"avslutt": pk})

    assert maskin.get("/tiltak/").headers["Location"].startswith("/logg-inn/")
    assert telefon.get("/tiltak/").status_code == 200
    assert list(Spor.objects.filter(hendelse=Hendelse.OEKT_AVSLUTTET).values_list("av", "om")) == [(kari.pk, kari.pk)]


def test_all_the_others_are_ended_and_this_one_stays(telefon, maskin, kari):
    med_passord(Client(), kari)

    svar = telefon.post(LISTE, follow=True)

    assert "Logget ut alle andre steder." in svar.content.decode()

    assert [en.nettleser for en in oektene_til(kari, None)] == ["Chrome på Android"]
    assert (innlogget(telefon), maskin.get("/konto/").status_code) == (str(kari.pk), 302)


@pytest.mark.parametrize("hva", ["0", "-1", "x", "", "9223372036854775808", "18446744073709551616"])
def test_a_number_that_is_no_session_ends_nothing(telefon, maskin, hva):
    svar = telefon.post(LISTE, {"avslutt": hva})

    assert svar.status_code == 302
    assert maskin.get("/konto/").status_code == 200


def test_nobody_ends_what_is_anothers(telefon, kari, sekretaer):
    deres = Client()
    deres.force_login(sekretaer)
    pk = UserSession.objects.get(user=sekretaer).pk

    telefon.post(LISTE, {"avslutt": pk})

    assert deres.get("/konto/").status_code == 200


def test_this_one_is_not_ended_by_its_own_number(telefon, kari):
    pk = oektene_til(kari, None)[0].pk

    telefon.post(LISTE, {"avslutt": pk})

    assert innlogget(telefon) == str(kari.pk)


def test_a_new_password_ends_the_others_and_keeps_this_one(telefon, maskin, kari):
    telefon.post("/konto/passord/", {"oldpassword": PASSORD, "password1": "helt-nytt-nå", "password2": "helt-nytt-nå"})

    assert telefon.get("/tiltak/").status_code == 200
    assert maskin.get("/tiltak/").status_code == 302
    assert [en.denne for en in oektene_til(kari, telefon.session.session_key)] == [True]
    assert Spor.objects.filter(hendelse=Hendelse.PASSORD, av=kari).count() == 1


def test_the_login_gives_the_session_a_new_key(client, kari):
    client.get("/logg-inn/passnokkel/", headers={"Accept": "application/json"})
    foer = client.session.session_key

    med_passord(client, kari)

    assert foer
    assert client.session.session_key != foer
    assert not Session.objects.filter(session_key=foer).exists()


def test_a_session_lasts_a_month(client, kari, settings):
    svar = med_passord(client, kari)

    assert svar.cookies["sessionid"]["max-age"] == 30 * 24 * 60 * 60


def test_the_list_is_one_query_however_many_there_are(kari, django_assert_num_queries):
    for antall in (1, 3):
        while UserSession.objects.count() < antall:
            Client().force_login(kari)
        with django_assert_num_queries(1):
            assert len(oektene_til(kari, None)) == antall


@pytest.mark.parametrize("adresse", ["/konto/", LISTE, "/konto/totrinn/"])
def test_a_page_asks_as_much_with_one_session_as_with_three(client, kari, adresse, django_assert_max_num_queries):
    client.force_login(kari)
    client.get(adresse)
    with django_assert_max_num_queries(4) as foer:
        client.get(adresse)
    for _ in range(2):
        Client().force_login(kari)

    with django_assert_max_num_queries(4) as etter:
        client.get(adresse)

    assert len(foer) == len(etter)


def test_ending_all_of_somebody_tells_how_many(kari):
    for _ in range(2):
        Client().force_login(kari)

    assert (avslutt(kari), avslutt(kari)) == (2, 0)
    assert Spor.objects.get(hendelse=Hendelse.OEKT_AVSLUTTET).hva == "2 av øktene"


def test_somebody_else_who_logs_in_at_the_same_machine_gets_a_session_of_their_own(client, kari, sekretaer):
    client.force_login(kari)

    client.force_login(sekretaer)

    assert [oekt.denne for oekt in oektene_til(sekretaer, client.session.session_key)] == [True]
    assert oektene_til(kari, None) == []

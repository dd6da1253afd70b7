"""What is kept, for how long, and who may see it; and what is not kept."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from arbeidsplan import oppbevaring
from arbeidsplan.models import Bruker
from tests.tiltak.conftest import felter

from .nettleser import FORTSETT, INN, VAAR, logg_inn, oppbevart

# --- Who may see it --------------------------------------------------------------------------------------------------


def test_it_is_seen_in_the_browser_where_it_was_written_and_in_no_other(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    andre = Client()
    logg_inn(andre, kari)

    assert client.get(FORTSETT).headers["Location"].startswith(INN)  # not before the login
    assert "Holdt på Hamar" not in andre.get(FORTSETT).content.decode()


def test_it_goes_with_the_logout(client, kari, ola, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    logg_inn(client, kari)
    client.post("/logg-ut/")
    logg_inn(client, ola)

    assert "Holdt på Hamar" not in client.get(FORTSETT).content.decode()


def test_where_the_writer_is_known_nobody_else_sees_it(client, kari, ola, termin):
    client.force_login(kari)
    Bruker.objects.filter(pk=kari.pk).update(is_active=False)
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    assert len(oppbevart(client)) == 1

    logg_inn(client, ola)

    assert "Holdt på Hamar" not in client.get(FORTSETT).content.decode()


def test_whoever_was_shut_out_and_let_in_again_finds_it(client, kari, termin):
    client.force_login(kari)
    Bruker.objects.filter(pk=kari.pk).update(is_active=False)
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    Bruker.objects.filter(pk=kari.pk).update(is_active=True)

    logg_inn(client, kari)

    assert "Holdt på Hamar" in client.get(FORTSETT).content.decode()
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE


# --- What is not kept ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sti", "sendt"),
    [
        ("/finnes-ikke/", {"merknad": "Holdt"}),
        ("/konto/passord/", {"oldpassword": "hemmelig-1", "password1": "hemmelig-2"}),
        (FORTSETT, {"kast": "noe"}),
        ("/tiltak/1/", {"handling": "slipp", "fra": "3"}),
        ("/tiltak/termin/1/angre/", {"versjon": "1", "fra": "liste"}),
        ("/tiltak/termin/1/", {"versjon": "1", "status": "", "merknad": " \r\n "}),
    ],
    ids=["ingen adresse", "passord", "siden selv", "en knapp", "angring", "tomt"],
)
def test_where_nothing_was_written_nothing_is_kept(client, sti, sendt):
    client.post(sti, sendt)

    assert client.cookies.keys() == set()
    assert Session.objects.count() == 0


@pytest.mark.parametrize("sti", ["/tiltak/aktivitet/1/holdt/", "/tiltak/termin/1/angre/", "/tiltak/vedlegg/1/"])
def test_a_button_leads_back_to_its_page_and_not_to_where_it_was_sent(client, sti):
    steder = [
        client.post(sti, {"versjon": "1"}, headers={"Referer": side}).headers["Location"]
        for side in (f"{VAAR}/tiltak/7/", "https://ond.no/")
    ]

    assert steder == [f"{INN}?next=/tiltak/7/", f"{INN}?next={sti}"]


def test_a_page_that_is_read_is_kept_nowhere(client):
    svar = client.get("/tiltak/?q=kommunikasjon")

    assert svar.headers["Location"] == f"{INN}?next=/tiltak/%3Fq%3Dkommunikasjon"
    assert client.cookies.keys() == set()


def test_a_password_is_never_kept_whatever_form_it_stands_in(client):
    client.post("/tiltak/termin/1/", {"merknad": "Holdt", "Password": "hemmelig", "nytt_passord": "hemmelig"})

    assert [ett["felter"] for ett in oppbevart(client)] == [{"merknad": ["Holdt"]}]


def test_what_is_too_long_to_keep_is_shown_to_be_copied(client, termin):
    lang = "å" * (oppbevaring.STOERST // 2 + 1)

    svar = client.post(termin.get_absolute_url(), felter(termin, merknad=lang))

    assert (svar.status_code, Session.objects.count()) == (403, 0)
    assert lang in svar.content.decode()
    assert "Kopier det før du logger inn" in svar.content.decode()
    assert oppbevaring.GJENSENDT not in svar.content.decode()


def test_a_browser_keeps_a_few_and_shows_the_rest(client, termin):
    for nr in range(oppbevaring.FLEST):
        client.post(termin.get_absolute_url(), felter(termin, merknad=f"Nummer {nr}"))

    svar = client.post(termin.get_absolute_url(), felter(termin, merknad="En for mye"))

    assert (svar.status_code, "En for mye" in svar.content.decode()) == (403, True)
    assert [ett["felter"]["merknad"] for ett in oppbevart(client)] == [
        [f"Nummer {nr}"] for nr in range(oppbevaring.FLEST)
    ]


def test_nobody_fills_the_database_from_many_browsers(termin, monkeypatch):
    monkeypatch.setattr(oppbevaring, "FLEST_I_TIMEN", 2)

    svar = [Client().post(termin.get_absolute_url(), felter(termin, merknad=f"Nr. {nr}")) for nr in range(3)]

    assert [ett.status_code for ett in svar] == [302, 302, 403]
    assert "Nr. 2" in svar[2].content.decode()
    assert Session.objects.count() == 2

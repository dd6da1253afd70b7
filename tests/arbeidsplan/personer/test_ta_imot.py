"""The link in the letter: what it shows, whom it lets in, and what it says when it does not work."""

import logging

import pytest
from allauth.account.stages import LoginStage
from django.core import mail
from django.shortcuts import redirect
from django.test import Client
from django.urls import reverse

from arbeidsplan.konto.adapter import KunInviterte
from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.roller import Rolle

from .conftest import NORA

pytestmark = pytest.mark.usefixtures("klokke")


def sti(noekkel):
    return reverse("invitasjon", args=[noekkel])


def innlogget(client):
    return client.session.get("_auth_user_id")


def ta_imot(client, noekkel, navn="Nora Nordmann", **valg):
    return client.post(sti(noekkel), {"navn": navn}, **valg)


def test_the_page_says_who_invites_to_what_and_what_is_stored(client, inviter, lokallag):
    _, noekkel = inviter(roller={Rolle.REDAKTOER: None, Rolle.STYREMEDLEM: "2027-02-27"}, lag=[lokallag])

    svar = client.get(sti(noekkel))

    side = svar.content.decode()
    for ord_ in (
        "Ola Sekretær inviterer deg til arbeidsplanen til Innlandet SV.",
        "Lokallagsredaktør, Styremedlem til 27. februar 2027",
        "<dd>Hamar SV</dd>",
        "<dd>nora@example.org</dd>",
        "<h2>Dette lagres om deg</h2>",
        'value="Nora Ny"',
    ):
        assert ord_ in side
    assert svar.status_code == 200


@pytest.mark.parametrize("metode", ["get", "head"])
def test_whoever_only_looks_uses_nothing(client, inviter, metode):
    _, noekkel = inviter()

    for _ in range(3):
        svar = getattr(client, metode)(sti(noekkel))

    assert (svar.status_code, innlogget(client), Bruker.objects.filter(email=NORA).exists()) == (200, None, False)
    assert Invitasjon.objects.get().er_gyldig


def test_nobody_is_told_the_address_and_nobody_keeps_the_page(client, inviter):
    _, noekkel = inviter()

    for svar in (client.get(sti(noekkel)), client.get(sti("feil")), ta_imot(client, noekkel)):
        hoder = svar.headers
        assert (hoder["Referrer-Policy"], hoder["X-Robots-Tag"]) == ("strict-origin", "noindex")
        assert "no-store" in hoder["Cache-Control"]


def test_the_address_stands_in_no_link_of_the_page(client, inviter):
    _, noekkel = inviter()

    side = client.get(sti(noekkel)).content.decode()

    assert side.count(noekkel) == 1  # where the form is sent
    assert f'<form method="post" action="{sti(noekkel)}">' in side


def test_whoever_takes_it_is_in_with_the_name_they_write_and_a_new_session(client, inviter):
    _, noekkel = inviter()
    client.get("/logg-inn/")
    oekt = client.session
    oekt["noe"] = 1
    oekt.save()
    foer = client.session.session_key

    svar = ta_imot(client, noekkel)

    nora = Bruker.objects.get(email=NORA)
    assert (svar.status_code, svar.headers["Location"]) == (302, "/")
    assert (innlogget(client), nora.navn, nora.roller) == (
        str(nora.pk),
        "Nora Nordmann",
        {"styremedlem": "2027-02-27"},
    )
    assert client.session.session_key != foer
    side = client.get("/").content.decode()
    assert "Velkommen, du er inne. Neste gang får du en kode på e-post" in side
    assert nora.last_login


def test_the_form_is_guarded_against_forgery_and_what_was_sent_is_not_kept(inviter):
    _, noekkel = inviter()
    strengt = Client(enforce_csrf_checks=True)

    svar = ta_imot(strengt, noekkel, headers={"origin": "http://testserver"})

    assert (svar.status_code, Invitasjon.objects.get().er_gyldig) == (403, True)
    assert noekkel not in str(dict(strengt.session))
    assert noekkel not in svar.content.decode()


@pytest.mark.parametrize(
    ("navn", "sier"),
    [("", "Skriv navnet ditt."), ("\u202e \0", "Skriv navnet ditt."), ("x" * 101, "Teksten er på 101 tegn.")],
)
def test_a_name_is_asked_for(client, inviter, navn, sier):
    _, noekkel = inviter()

    svar = ta_imot(client, noekkel, navn)

    assert (svar.status_code, Invitasjon.objects.get().er_gyldig) == (200, True)
    assert svar.context["form"].errors["navn"][0].startswith(sier)


def test_fields_that_are_not_there_give_nothing(client, inviter):
    _, noekkel = inviter()
    ekstra = {"email": "x@example.org", "roller": "administrator", "next": "//example.com", "rolle_sekretaer": "on"}

    svar = client.post(sti(noekkel), {"navn": "Nora"} | ekstra)

    nora = Bruker.objects.get(email=NORA)
    assert (nora.roller, innlogget(client)) == ({"styremedlem": "2027-02-27"}, str(nora.pk))
    assert svar.headers["Location"] == "/"


def doede(inviter, klokke, sekretaer):
    """Keys that no longer work, by what happened to them, and one that never did."""
    brukt, trukket, erstattet, utloept, foreldreloes = [
        inviter(f"{navn}@example.org") for navn in ("brukt", "trukket", "erstattet", "utloept", "foreldreloes")
    ]
    brukt[0].svar()
    trukket[0].trekk(av=sekretaer)
    inviter("erstattet@example.org")
    klokke.gaa(days=15)
    Invitasjon.objects.filter(pk=foreldreloes[0].pk).update(av=None)
    alle = {"brukt": brukt, "trukket": trukket, "erstattet": erstattet, "utløpt": utloept, "foreldreløs": foreldreloes}
    return {hva: noekkel for hva, (_, noekkel) in alle.items()} | {"ukjent": "x" * 43, "rar": "æ\u202e%00<script>"}


@pytest.mark.parametrize("metode", ["get", "post"])
def test_one_that_does_not_work_says_what_to_do_and_not_whose_it_was(client, inviter, klokke, sekretaer, metode):
    noekler = doede(inviter, klokke, sekretaer)

    svar = {hva: getattr(client, metode)(sti(noekkel), {"navn": "X"}) for hva, noekkel in noekler.items()}

    ventet = dict.fromkeys(noekler, 410) | {"ukjent": 404, "rar": 404}
    assert {hva: ett.status_code for hva, ett in svar.items()} == ventet
    sidene = {ett.content.decode() for ett in svar.values()}
    [side] = sidene
    assert "<h1>Invitasjonen virker ikke</h1>" in side
    assert "be sekretæren sende en ny invitasjon" in side
    assert [ord_ for ord_ in ("@example.org", "Ola", "Nora") if ord_ in side] == []
    assert not client.cookies
    assert innlogget(client) is None


def test_a_key_is_of_no_use_after_it_was_used_also_in_the_same_browser(client, inviter):
    _, noekkel = inviter()
    ta_imot(client, noekkel)

    svar = ta_imot(client, noekkel)

    assert svar.status_code == 410
    assert "Du er logget inn som" in svar.content.decode()  # and so needs no code by e-mail
    assert Bruker.objects.filter(email=NORA).count() == 1


@pytest.mark.parametrize(("metode", "status"), [("get", 200), ("post", 409)])
def test_somebody_else_who_is_logged_in_is_asked_to_log_out_and_uses_nothing(
    client, inviter, styremedlem, metode, status
):
    _, noekkel = inviter()
    client.force_login(styremedlem)

    svar = getattr(client, metode)(sti(noekkel), {"navn": "X"})

    side = svar.content.decode()
    assert (svar.status_code, Invitasjon.objects.get().er_gyldig) == (status, True)
    assert "<h1>Logg ut først</h1>" in side
    assert "Kari Styremedlem" in side
    assert [ord_ for ord_ in (NORA, "Nora", "Ola", noekkel) if ord_ in side] == []
    assert innlogget(client) == str(styremedlem.pk)


def test_whoever_it_is_for_may_be_logged_in_already(client, inviter):
    _, noekkel = inviter()
    nora = Bruker.objects.create_user(NORA, navn="Nora", roller={Rolle.SEKRETAER: "2026-12-31"})
    client.force_login(nora)

    svar = ta_imot(client, noekkel)

    nora.refresh_from_db()
    assert (svar.status_code, svar.headers["Location"]) == (302, "/")
    assert nora.roller == {"sekretaer": "2026-12-31", "styremedlem": "2027-02-27"}


class EkstraSteg(LoginStage):
    """Something more that is asked at login, as a second factor is."""

    key = "ekstra"

    def handle(self):
        return redirect("/konto/epost/"), True


def test_it_is_a_login_like_any_other_and_what_more_is_asked_there_is_asked_here(client, inviter, monkeypatch):
    monkeypatch.setattr(KunInviterte, "get_login_stages", lambda self: [f"{__name__}.EkstraSteg"])
    _, noekkel = inviter()

    svar = ta_imot(client, noekkel)

    assert (svar.headers["Location"], innlogget(client)) == ("/konto/epost/", None)
    assert "Velkommen" not in client.get("/konto/epost/").content.decode()


def test_somebody_who_is_shut_out_is_not_let_in(client, inviter):
    _, noekkel = inviter()
    Bruker.objects.create_user(NORA, is_active=False)

    assert (ta_imot(client, noekkel).status_code, innlogget(client)) == (410, None)


def test_no_log_has_the_key(client, inviter, caplog):
    _, noekkel = inviter()

    with caplog.at_level(logging.DEBUG):
        client.get(sti(noekkel))
        ta_imot(client, noekkel)

    assert noekkel not in caplog.text
    assert mail.outbox == []

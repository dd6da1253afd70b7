"""The list of people, and the buttons by each invitation."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.personer.oversikt import med_oppgave, uten_oppgave
from arbeidsplan.roller import Rolle

from .conftest import NORA

SIDEN = "/personer/"


pytestmark = pytest.mark.usefixtures("klokke")


def tekst(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def rad(client, invitasjon):
    """What stands in an invitation's row, and its buttons' addresses."""
    side = client.get(SIDEN).content.decode()
    html = re.search(rf'<li id="invitasjon-{invitasjon.pk}">.*?</li>', side, re.DOTALL).group()
    return tekst(html), re.findall(r'action="([^"]*)"', html)


def sagt(client):
    return [str(melding) for melding in client.get(SIDEN).context["messages"]]


def send(client, invitasjon, **felter):
    return client.post(reverse("invitasjon_send", args=[invitasjon.pk]), {"brevet": invitasjon.brevet} | felter)


def trekk(client, invitasjon):
    return client.post(reverse("invitasjon_trekk", args=[invitasjon.pk]))


def siden_til(bruker):
    return reverse("admin:arbeidsplan_bruker_change", args=[bruker.pk])


def test_everybody_stands_by_role_or_among_those_without_a_task(klokke, redaktoer, styremedlem, sekretaer, lokallag):
    Bruker.objects.filter(pk=redaktoer.pk).update(roller={Rolle.REDAKTOER: None, Rolle.STYREMEDLEM: "2026-11-23"})
    Bruker.objects.create_user("aase@example.org", navn="Åse", roller={Rolle.STYREMEDLEM: "2026-11-22"})
    Bruker.objects.create_user("per@example.org", navn="Per", roller={Rolle.SEKRETAER: None}, is_active=False)
    Bruker.objects.create_user("ingen@example.org")
    folk = Bruker.objects.all()

    grupper = [
        (gruppe.rolle.value, [(str(en.bruker), en.siste_dag and str(en.siste_dag), en.lag) for en in gruppe.folk])
        for gruppe in med_oppgave(folk)
    ]

    assert grupper == [
        ("lokallagsredaktoer", [("Nils Redaktør", None, [lokallag])]),
        ("styremedlem", [("Kari Styremedlem", None, []), ("Nils Redaktør", "2026-11-23", [])]),
        ("sekretaer", [("Ola Sekretær", None, [])]),
    ]
    assert [(str(en.bruker), en.hvorfor) for en in uten_oppgave(folk)] == [
        ("ingen@example.org", "Har ingen rolle"),
        ("Per", "Kan ikke logge inn"),
        ("Åse", "Styremedlem til 22. november 2026"),
    ]


def test_each_is_one_step_from_their_own_page(inne, styremedlem, redaktoer):
    side = inne.get(SIDEN).content.decode()

    for bruker in (styremedlem, redaktoer):
        assert f'<a href="{siden_til(bruker)}?fra=personer">{bruker}</a>' in side
    assert '<a class="knapp" href="/personer/inviter/">Inviter</a>' in side


@pytest.mark.parametrize(
    ("utvalg", "tilbake"),
    [("?fra=personer", SIDEN), ("", "/admin/arbeidsplan/bruker/")],
    ids=["herfra", "fra Rediger"],
)
def test_whoever_is_saved_is_led_back_to_where_they_were_found(inne, styremedlem, utvalg, tilbake):
    skjema = {"navn": "Kari Ny", "email": styremedlem.email, "is_active": "on", "lest_versjon": styremedlem.versjon}

    svar = inne.post(siden_til(styremedlem) + utvalg, skjema | {"rolle_styremedlem": "on"})

    assert (svar.status_code, svar.headers["Location"]) == (302, tilbake)
    assert Bruker.objects.get(pk=styremedlem.pk).navn == "Kari Ny"


@pytest.mark.parametrize("antall", [1, 4])
def test_it_costs_the_same_for_few_and_for_many(
    inne, inviter, lokallag, styremedlem, antall, django_assert_num_queries
):
    for nr in range(antall):
        roller = {Rolle.REDAKTOER: None, Rolle.STYREMEDLEM: "2030-01-01" if nr % 2 else "2020-01-01"}
        bruker = Bruker.objects.create_user(f"p{nr}@example.org", roller=roller)
        lokallag.redaktoerer.add(bruker)
        Bruker.objects.create_user(f"uten{nr}@example.org")
        inviter(f"ny{nr}@example.org", roller={Rolle.REDAKTOER: None}, lag=[lokallag], tar_over_fra=styremedlem)

    with django_assert_num_queries(6):  # session and person; people and their branches; invitations and theirs
        inne.get(SIDEN)


def test_an_invitation_tells_when_it_was_sent_and_when_it_runs_out(inne, inviter, lokallag):
    invitasjon, noekkel = inviter(roller={Rolle.REDAKTOER: None}, lag=[lokallag])
    foer = rad(inne, invitasjon)
    invitasjon.ble_sendt(noekkel)

    assert foer[0].startswith(
        "Nora Ny nora@example.org Lokallagsredaktør · Hamar SV "
        "Vi vet ikke om brevet er sendt. Lenken virker til og med 7. desember 2026."
    )
    assert "Brevet ble sendt 23. november 2026. Lenken virker til og med 7. desember 2026." in rad(inne, invitasjon)[0]


def test_one_that_no_longer_works_says_why(inne, klokke, inviter, administrator):
    klokke.still(2026, 11, 1, 12)
    av_en_som_er_ute, _ = inviter("a@example.org", av=administrator)
    for_gammel, _ = inviter("b@example.org")
    over, _ = inviter("c@example.org", roller={Rolle.STYREMEDLEM: "2026-11-02"})
    Bruker.objects.filter(pk=administrator.pk).update(roller={})
    klokke.still(2026, 11, 16)

    sier = [rad(inne, en)[0] for en in (av_en_som_er_ute, for_gammel, over)]

    assert "Virker ikke: Den som inviterte, kan ikke invitere nå. Send på nytt" in sier[0]
    assert "Lenken gikk ut 15. november 2026. Send på nytt" in sier[1]
    assert "Virker ikke: Siste dag i rollen er gått. Trekk tilbake" in sier[2]


def test_sending_once_more_makes_a_new_link_and_kills_the_old(inne, inviter, sekretaer):
    invitasjon, gammel = inviter()

    svar = send(inne, invitasjon)

    assert (svar.status_code, svar.headers["Location"]) == (302, SIDEN)
    [brev] = mail.outbox
    ny = re.search(r"/invitasjon/(\w+)/", brev.body).group(1)
    assert Invitasjon.objects.med_noekkel(ny).sendt
    assert Invitasjon.objects.med_noekkel(gammel) is None
    assert sagt(inne) == ["Brevet til nora@example.org er sendt. Lenken i det virker til og med 7. desember 2026."]


def test_pressed_twice_it_sends_one_letter(inne, inviter):
    invitasjon, _ = inviter()
    send(inne, invitasjon)
    sagt(inne)

    send(inne, invitasjon)

    assert len(mail.outbox) == 1
    assert sagt(inne) == ["Brevet er sendt på nytt fra før. Ingenting mer er sendt."]


@pytest.mark.parametrize("brevet", ["", "tull", "\0"])
def test_without_the_letter_that_was_seen_nothing_is_sent(inne, inviter, brevet):
    invitasjon, noekkel = inviter()

    send(inne, invitasjon, brevet=brevet)

    assert (mail.outbox, Invitasjon.objects.med_noekkel(noekkel)) == ([], invitasjon)


def test_when_the_mail_server_says_no_the_page_says_so_and_the_row_offers_it_again(inne, inviter, monkeypatch):
    def brast(*_):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", brast)
    inne.post("/personer/inviter/", {"email": NORA, "rolle_sekretaer": "on"})

    side = inne.get(SIDEN).content.decode()

    assert '<li class="error">Invitasjonen er laget, men brevet ble ikke sendt:' in side
    sier, knapper = rad(inne, Invitasjon.objects.get())
    assert "Vi vet ikke om brevet er sendt." in sier
    assert knapper[0].endswith("/send/")


def test_taking_it_back(inne, inviter):
    invitasjon, noekkel = inviter()

    trekk(inne, invitasjon)

    assert not Invitasjon.objects.med_noekkel(noekkel).er_gyldig
    assert sagt(inne) == ["Invitasjonen til nora@example.org er trukket tilbake. Lenken virker ikke lenger."]
    assert list(inne.get(SIDEN).context["ubesvarte"]) == []


def test_what_is_answered_already_is_neither_sent_nor_taken_back(inne, inviter):
    invitasjon, _ = inviter()
    Invitasjon.objects.get().svar()

    send(inne, invitasjon)
    trekk(inne, invitasjon)

    assert sagt(inne) == [
        "Invitasjonen er tatt imot eller trukket tilbake. Ingenting er sendt.",
        "Invitasjonen er tatt imot eller trukket tilbake fra før.",
    ]
    assert (mail.outbox, Bruker.objects.filter(email=NORA).count()) == ([], 1)


def test_only_an_administrator_touches_what_makes_another(inne, inviter, administrator, client):
    invitasjon, noekkel = inviter(roller={Rolle.ADMINISTRATOR: None}, av=administrator)

    svar = [send(inne, invitasjon).status_code, trekk(inne, invitasjon).status_code]

    assert (svar, rad(inne, invitasjon)[1]) == ([403, 403], [])
    assert (mail.outbox, Invitasjon.objects.med_noekkel(noekkel).er_gyldig) == ([], True)
    client.force_login(administrator)
    assert len(rad(client, invitasjon)[1]) == 2
    assert send(client, invitasjon).status_code == 302


@pytest.mark.parametrize("pk", [0, 2**63, 2**64])
@pytest.mark.parametrize("hva", ["invitasjon_send", "invitasjon_trekk"])
def test_an_invitation_that_is_none_is_not_found(inne, inviter, hva, pk):
    inviter()

    assert inne.post(reverse(hva, args=[pk])).status_code == 404


@pytest.mark.parametrize(("rolle", "ser"), [("redaktoer", False), ("styremedlem", False), ("sekretaer", True)])
def test_the_way_there_is_at_the_foot_of_every_page(client, request, rolle, ser):
    client.force_login(request.getfixturevalue(rolle))

    assert ('<a href="/personer/">Personer</a>' in client.get("/").content.decode()) is ser


def test_a_role_without_a_last_day_is_told_as_in_the_handover(inne, sekretaer):
    html = re.search(
        r'<section aria-labelledby="rolle-sekretaer">.*?</section>', inne.get(SIDEN).content.decode(), re.S
    )

    assert tekst(html.group()) == "Sekretær (1) Ola Sekretær ola@example.org Til videre"


def test_the_editing_sites_front_page_leads_to_all_of_it(inne):
    side = inne.get("/admin/").content.decode()

    assert [navn for navn in ("personer", "inviter", "overlevering") if f'href="{reverse(navn)}"' not in side] == []

"""Turning reminders off by the letter's own link, and choosing them when logged in."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from arbeidsplan.models import Avmelding, Bruker
from arbeidsplan.paaminnelser.lenker import av_sti
from arbeidsplan.paaminnelser.takt import MAANEDSBREV, UKELISTE

VELG = "/konto/paaminnelser/"
ETT_KLIKK = urlencode({"List-Unsubscribe": "One-Click"})
SKJEMA = "application/x-www-form-urlencoded"


def avmeldinger():
    return list(Avmelding.objects.order_by("pk").values_list("bruker__email", "slag"))


# --- The link in the letter ------------------------------------------------------------------------------------------


def test_a_mail_service_turns_it_off_by_one_post_without_login_cookie_or_form(styremedlem):
    tjeneste = Client(enforce_csrf_checks=True)
    sti = av_sti(styremedlem.pk, UKELISTE)

    svar = [tjeneste.post(sti, ETT_KLIKK, content_type=SKJEMA) for _ in range(2)]

    assert [ett.status_code for ett in svar] == [200, 200]
    assert avmeldinger() == [("kari@example.org", "ukeliste")]
    assert not tjeneste.cookies


def test_it_may_be_sent_as_multipart_too_and_with_nothing_in_it(styremedlem, sekretaer):
    tjeneste = Client(enforce_csrf_checks=True)

    tjeneste.post(av_sti(styremedlem.pk, UKELISTE), {"List-Unsubscribe": "One-Click"})
    tjeneste.post(av_sti(sekretaer.pk, MAANEDSBREV))

    assert avmeldinger() == [("kari@example.org", "ukeliste"), ("ola@example.org", "maanedsbrev")]


@pytest.mark.parametrize("metode", ["get", "head", "options", "put", "delete"])
def test_nothing_but_a_post_turns_anything_off(client, styremedlem, metode):
    svar = getattr(client, metode)(av_sti(styremedlem.pk, UKELISTE))

    assert svar.status_code == (200 if metode in ("get", "head") else 405)
    assert avmeldinger() == []


def test_the_page_asks_first_and_then_says_that_it_is_done_and_names_nobody(client, styremedlem):
    sti = av_sti(styremedlem.pk, UKELISTE)

    spoer, ferdig = client.get(sti), client.post(sti)

    sidene = [spoer.content.decode(), ferdig.content.decode()]
    assert "<h1>Slå av ukelisten?</h1>" in sidene[0]
    assert f'<form method="post" action="{sti}">' in sidene[0]
    assert "<h1>Ukelisten er slått av</h1>" in sidene[1]
    assert [ord_ for side in sidene for ord_ in ("Kari", "kari@", "csrfmiddlewaretoken") if ord_ in side] == []
    assert not client.cookies
    assert "no-store" in spoer.headers["Cache-Control"]


def test_somebody_who_is_locked_out_or_deleted_meets_the_same_page(client, styremedlem, sekretaer):
    Bruker.objects.filter(pk=styremedlem.pk).update(is_active=False)
    stengt, slettet = av_sti(styremedlem.pk, UKELISTE), av_sti(sekretaer.pk, UKELISTE)
    sekretaer.delete()

    svar = [getattr(client, metode)(sti) for metode in ("get", "post") for sti in (stengt, slettet)]

    assert [ett.status_code for ett in svar] == [200] * 4
    assert svar[0].content.decode().replace(stengt, "") == svar[1].content.decode().replace(slettet, "")
    assert svar[2].content.decode().replace(stengt, "") == svar[3].content.decode().replace(slettet, "")
    assert avmeldinger() == [("kari@example.org", "ukeliste")]


@pytest.mark.parametrize("metode", ["get", "post"])
@pytest.mark.parametrize("token", ["tull", "WzEsInVrZWxpc3RlIl0.feil", "å" * 500])
def test_a_link_that_is_not_ours_gets_a_page_that_says_what_to_do(client, styremedlem, metode, token):
    svar = getattr(client, metode)(reverse("paaminnelse_av", args=[token]))

    assert svar.status_code == 404
    assert "<h1>Lenken virker ikke</h1>" in svar.content.decode()
    assert avmeldinger() == []


# --- The person's own choice -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rolle", "felter"),
    [
        ("redaktoer", []),
        ("styremedlem", [UKELISTE]),
        ("sekretaer", [UKELISTE, MAANEDSBREV]),
        ("administrator", [UKELISTE]),
    ],
)
def test_one_chooses_among_what_concerns_oneself(client, request, rolle, felter):
    client.force_login(request.getfixturevalue(rolle))

    svar = client.get(VELG)

    assert list(svar.context["form"].fields) == felter
    assert ("Du får ingen påminnelser." in svar.content.decode()) is (not felter)


def test_each_is_turned_off_and_on_by_its_box(client, sekretaer):
    client.force_login(sekretaer)
    lagret = []
    for valg in ({UKELISTE: "on"}, {}, {}, {MAANEDSBREV: "on"}, {UKELISTE: "on", MAANEDSBREV: "on"}):
        svar = client.post(VELG, valg)
        assert (svar.status_code, svar.headers["Location"]) == (302, VELG)
        form = client.get(VELG).context["form"]
        lagret.append([slag for slag in form.fields if form[slag].value()])
        assert sorted(slag for _, slag in avmeldinger()) == sorted({UKELISTE, MAANEDSBREV} - set(lagret[-1]))

    assert lagret == [[UKELISTE], [], [], [MAANEDSBREV], [UKELISTE, MAANEDSBREV]]


def test_the_page_says_where_they_go_and_that_it_is_saved(client, styremedlem):
    client.force_login(styremedlem)

    side = client.post(VELG, {UKELISTE: "on"}, follow=True).content.decode()

    assert "De går til kari@example.org." in side
    assert '<li class="success">Lagret.</li>' in side
    assert 'aria-describedby="id_ukeliste_helptext"' in side
    assert 'id="id_ukeliste_helptext"' in side


def test_nobody_chooses_for_others_or_for_a_role_they_have_not(client, styremedlem, sekretaer):
    client.force_login(styremedlem)

    client.post(VELG, {MAANEDSBREV: "on", "bruker": sekretaer.pk})

    assert avmeldinger() == [("kari@example.org", "ukeliste")]


@pytest.mark.parametrize(("rolle", "ser"), [("redaktoer", False), ("styremedlem", True), ("sekretaer", True)])
def test_the_way_there_is_by_ones_own_account_at_the_foot_of_every_page(client, request, rolle, ser):
    client.force_login(request.getfixturevalue(rolle))

    assert '<a href="/konto/">Min konto</a>' in client.get("/").content.decode()
    assert ('<a href="/konto/paaminnelser/">' in client.get("/konto/").content.decode()) is ser

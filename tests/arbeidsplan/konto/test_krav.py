"""Whoever must have a second factor and has none, sees the page where it is set up, and nothing more than the public
until it is there."""

import json
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse
from django.utils import timezone

from arbeidsplan.konto.totrinn import ROLLER
from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle

from .conftest import NOEKKEL, appens_kode, nettopp_inne

TOTRINN = "/konto/totrinn/"


@pytest.fixture
def kreves(settings):
    settings.TOFAKTOR = frozenset({"sekretaer", "administrator"})


def test_the_roles_that_the_setting_may_name_are_the_roles_there_are():
    assert list(ROLLER) == Rolle.values


@pytest.mark.parametrize("adresse", ["/", "/hva-skjer/", "/plan/", "/tiltak/", "/admin/", "/fortsett/", "/rapport/"])
def test_the_secretary_without_a_factor_is_led_to_where_it_is_set_up(client, sekretaer, kreves, adresse):
    client.force_login(sekretaer)

    svar = client.get(adresse)

    assert (svar.status_code, svar.headers["Location"]) == (302, TOTRINN)
    assert "Rollen din krever totrinn." in client.get(TOTRINN).content.decode()


@pytest.mark.parametrize(
    "adresse",
    [
        TOTRINN,
        "/konto/",
        "/konto/totrinn/app/",
        "/konto/passnokler/ny/",
        "/konto/innlogginger/",
        "/logg-ut/",
        "/personvern/",
        "/healthz",
    ],
)
def test_the_account_the_way_out_and_the_health_stay_open(client, sekretaer, kreves, adresse):
    nettopp_inne(client, sekretaer)

    assert client.get(adresse).status_code == 200


def test_nobody_else_notices(client, styremedlem, kreves):
    assert client.get("/plan/").status_code == 200
    client.force_login(styremedlem)

    assert client.get("/tiltak/").status_code == 200
    assert "krever totrinn" not in client.get(TOTRINN).content.decode()


def test_a_role_that_has_ended_demands_nothing(client, sekretaer, kreves):
    igaar = timezone.localdate() - timedelta(days=1)
    Bruker.objects.filter(pk=sekretaer.pk).update(roller={"sekretaer": igaar.isoformat()})
    client.force_login(sekretaer)

    assert client.get("/").status_code == 200


def test_it_counts_from_the_next_click_after_the_role_and_after_the_factor(client, styremedlem, kreves):
    client.force_login(styremedlem)
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={"sekretaer": None})
    assert client.get("/tiltak/").headers["Location"] == TOTRINN

    TOTP.activate(styremedlem, NOEKKEL)

    assert client.get("/tiltak/").status_code == 200


def test_recovery_codes_alone_are_no_factor(client, sekretaer, kreves):
    Authenticator.objects.create(user=sekretaer, type="recovery_codes", data={"seed": "ab", "used_mask": 0})
    client.force_login(sekretaer)

    assert client.get("/tiltak/").headers["Location"] == TOTRINN


def test_an_htmx_request_makes_the_whole_page_go_there(client, sekretaer, kreves):
    client.force_login(sekretaer)

    svar = client.get("/tiltak/", headers={"HX-Request": "true"})

    assert (svar.status_code, svar.headers["HX-Redirect"]) == (204, TOTRINN)


def test_it_costs_no_query(client, styremedlem, kreves, settings, django_assert_num_queries):
    client.force_login(styremedlem)
    client.get("/konto/totrinn/")
    with django_assert_num_queries(2) as uten_krav:  # the session and the person
        client.get("/healthz/finnes-ikke/")
    settings.TOFAKTOR = frozenset({"styremedlem"})
    client.get("/tiltak/")  # where they were going is written down once

    with django_assert_num_queries(2):
        svar = client.get("/tiltak/")

    assert svar.headers["Location"] == TOTRINN
    assert len(uten_krav) == 2


def test_what_was_about_to_be_saved_is_kept_until_the_factor_is_there(client, sekretaer, lokallag, kreves):
    client.force_login(sekretaer)

    svar = client.post(reverse("aktivitet:ny"), {"tittel": "Studiesirkel om bolig", "lag": lokallag.pk})
    assert svar.headers["Location"] == TOTRINN
    assert "Det du skrev, er tatt vare på i én time" in client.get(TOTRINN).content.decode()
    TOTP.activate(sekretaer, NOEKKEL)

    assert "Studiesirkel om bolig" in client.get("/fortsett/").content.decode()


def test_when_the_factor_is_there_the_way_leads_on_to_where_one_was_going(client, sekretaer, kreves):
    nettopp_inne(client, sekretaer)
    client.get("/tiltak/?vis=forfalt")
    fra = "http://testserver/tiltak/?vis=alle"
    client.get("/tiltak/endringer/", headers={"HX-Request": "true", "HX-Current-URL": fra})

    noekkel = client.get("/konto/totrinn/app/").context["form"].secret
    kodene = client.post("/konto/totrinn/app/", {"code": appens_kode(noekkel)}, follow=True)

    assert '<a class="knapp lys" href="/tiltak/?vis=alle">Jeg har dem. Videre</a>' in kodene.content.decode()


def test_whoever_was_going_nowhere_comes_back_to_their_account(client, styremedlem):
    nettopp_inne(client, styremedlem)

    noekkel = client.get("/konto/totrinn/app/").context["form"].secret
    kodene = client.post("/konto/totrinn/app/", {"code": appens_kode(noekkel)}, follow=True)

    assert '<a class="knapp lys" href="/konto/">Jeg har dem. Til Min konto</a>' in kodene.content.decode()


def test_whoever_has_recovery_codes_already_is_led_on_from_the_page_of_the_factors(client, sekretaer, kreves):
    RecoveryCodes.activate(sekretaer)
    nettopp_inne(client, sekretaer)
    client.get("/tiltak/")
    assert "Videre dit du skulle" not in client.get(TOTRINN).content.decode()

    noekkel = client.get("/konto/totrinn/app/").context["form"].secret
    side = client.post("/konto/totrinn/app/", {"code": appens_kode(noekkel)}, follow=True)

    assert '<a class="knapp" href="/tiltak/">Videre dit du skulle</a>' in side.content.decode()
    assert "Videre dit du skulle" not in client.get(TOTRINN).content.decode()


def test_the_account_leads_to_where_the_factor_is_set_up(client, sekretaer, kreves):
    client.force_login(sekretaer)

    assert '<a class="knapp" href="/konto/totrinn/">Sett opp totrinn</a>' in client.get("/konto/").content.decode()
    assert "Sett opp totrinn</a>" not in client.get(TOTRINN).content.decode()


def test_the_last_factor_cannot_be_taken_away_while_a_role_demands_one(client, sekretaer, kreves):
    TOTP.activate(sekretaer, NOEKKEL)
    nettopp_inne(client, sekretaer)

    svar = client.post("/konto/totrinn/app/fjern/")

    assert "dette er den eneste måten du har" in svar.content.decode()
    assert "<title>Koble fra appen – " in svar.content.decode()  # no form to put right
    assert Authenticator.objects.filter(user=sekretaer, type="totp").exists()


def test_nor_can_the_last_passkey(client, sekretaer, kreves):
    pk = passnoekkel(sekretaer).pk
    nettopp_inne(client, sekretaer)
    fjern = f"/konto/passnokler/{pk}/fjern/"

    svar = client.post(fjern)
    assert "dette er den eneste måten du har" in svar.content.decode()
    TOTP.activate(sekretaer, NOEKKEL)

    assert client.post(fjern).status_code == 302
    assert [en.type for en in Authenticator.objects.filter(user=sekretaer)] == ["totp"]


def test_another_persons_passkey_is_not_there(client, sekretaer, styremedlem):
    pk = passnoekkel(sekretaer).pk
    nettopp_inne(client, styremedlem)

    for hva in ("fjern", "navn"):
        assert client.get(f"/konto/passnokler/{pk}/{hva}/").status_code == 404
        assert client.post(f"/konto/passnokler/{pk}/{hva}/", {"name": "Min"}).status_code == 404
    for ugyldig in ("0", "9223372036854775808", "18446744073709551616"):
        assert client.get(f"/konto/passnokler/{ugyldig}/fjern/").status_code == 404


def passnoekkel(bruker):
    return Authenticator.objects.create(
        user=bruker, type="webauthn", data={"name": "Telefonen", "credential": json.loads("{}")}
    )

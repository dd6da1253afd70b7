"""The open page, and the pages where somebody is erased."""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from arbeidsplan.models import Avmelding, Bruker, Hendelse, Invitasjon, Sletting, Spor, Utsending
from arbeidsplan.personvern.grupper import GRUPPER
from arbeidsplan.roller import Rolle
from tiltak.models import Rapportutgave, Statusendring, Tiltak

from ..konto.conftest import nettopp_inne
from .conftest import gjoer_alt

JA = {"bekreft": "on"}


def sletting_av(bruker):
    return reverse("slett_person", args=[bruker.pk])


# --- The open page ---------------------------------------------------------------------------------------------------


def test_the_open_page_says_the_figures_that_the_app_is_set_to(client, settings, db):
    settings.OPPBEVAR_SPOR = 17
    settings.OPPBEVAR_UTEN_OPPGAVE = 234
    settings.ORGANISASJON = "Vestland SV"
    settings.PERSONVERN_KONTAKT = "personvern@example.org"

    svar = client.get("/personvern/")

    for ordene in ("17 dager.", "slettes du etter 234 dager", "Vestland SV", "mailto:personvern@example.org"):
        assertContains(svar, ordene)
    for navn in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assertContains(svar, f"<dt>{navn}</dt>")
    assert svar.cookies == {}


def test_without_a_contact_the_senders_address_stands_there(client, settings, db):
    settings.PERSONVERN_KONTAKT = ""
    settings.DEFAULT_FROM_EMAIL = "Arbeidsplan <plan@example.org>"

    assertContains(client.get("/personvern/"), 'href="mailto:plan@example.org"')


def test_what_is_told_openly_is_all_that_happens(client, settings, db):
    settings.OPPBEVAR_KOPIER = 19

    svar = client.get("/personvern/")

    for ordene in (
        "telles, for hver konto og hver IP-adresse",
        "Tjenerens logg",
        "svarer på en invitasjon",  # that page has a form, and the form its guard
        "artikkel 9 nr. 2 bokstav a",  # whoever stands as a contact has said yes to it
        "fra sekretæren",  # where it comes from, when it does not come from oneself
        "i 19 dager",
    ):
        assertContains(svar, ordene)
    assertNotContains(svar, "Administratoren kan se")  # of people, the editing site shows the person alone


def test_an_invitation_sets_the_guards_cookie_and_no_other(client, sekretaer, settings):
    _, noekkel = Invitasjon.objects.inviter("ny@example.org", roller={Rolle.STYREMEDLEM: None}, av=sekretaer)

    svar = client.get(reverse("invitasjon", args=[noekkel]))

    assert list(svar.cookies) == [settings.CSRF_COOKIE_NAME]


def test_every_group_fills_in_its_figures(db):
    assert [gruppe.varer for gruppe in GRUPPER if "{" in gruppe.varer or not gruppe.varer] == []


def test_every_page_leads_to_it(client, styremedlem):
    for adresse in ("/", "/hva-skjer/", "/logg-inn/"):
        assertContains(client.get(adresse), 'href="/personvern/"')


# --- Somebody else ---------------------------------------------------------------------------------------------------


@pytest.fixture
def rediger(client, sekretaer):
    client.force_login(sekretaer)
    return client


def test_what_goes_and_what_stays_is_shown_first(rediger, travel, lag_aktivitet):
    lag_aktivitet("Medlemsmøte", date(2026, 6, 3), kontakt="Kari Styremedlem")

    svar = rediger.get(sletting_av(travel))

    assert {lagret.post.tittel: lagret.antall for lagret in svar.context["blir"]}["Statuser"] == 1
    assert {lagret.post.tittel: lagret.antall for lagret in svar.context["gaar"]}["Påminnelser sendt"] == 1
    assert [tiltak.kode for tiltak in svar.context["foelger"]] == ["1a"]
    assertContains(svar, "Aktivitet: Medlemsmøte (kontakt)")
    assert Bruker.objects.filter(pk=travel.pk).exists()


@pytest.mark.parametrize("besvart", ["", "brukt", "trukket"])
def test_somebody_who_waits_to_take_the_measures_over_is_told_of(rediger, travel, sekretaer, besvart):
    Invitasjon.objects.filter(tar_over_fra=travel).delete()
    Invitasjon.objects.inviter("nora@example.org", roller={}, av=sekretaer, tar_over_fra=travel)
    if besvart:
        Invitasjon.objects.update(**{besvart: timezone.now()})

    svar = rediger.get(sletting_av(travel))

    assertContains(svar, "Noen er invitert til å ta over tiltakene", count=0 if besvart else 1)
    assertNotContains(svar, "nora@example.org")  # whoever erases themselves reads the same page


def test_the_page_asks_as_often_however_much_there_is(
    rediger, travel, lag_aktivitet, lokallag, django_assert_num_queries
):
    rediger.get(sletting_av(travel))
    with django_assert_num_queries(66) as foer:
        rediger.get(sletting_av(travel))
    for nr in (2, 3):
        gjoer_alt(travel, lag_aktivitet, lokallag, nr)

    with django_assert_num_queries(len(foer.captured_queries)):
        rediger.get(sletting_av(travel))


def test_the_person_goes_and_what_they_did_stays_byte_for_byte(rediger, travel, sekretaer):
    utgaver = list(Rapportutgave.objects.values_list("innhold", "sjekksum", "tid"))

    svar = rediger.post(sletting_av(travel), JA)

    assert svar.status_code == 302
    assert list(Bruker.objects.all()) == [sekretaer]
    assert (Utsending.objects.count(), Avmelding.objects.count()) == (0, 0)
    assert list(Statusendring.objects.values_list("merknad", "av")) == [("Holdt på Hamar", None)]
    assert list(Tiltak.objects.values_list("kode", "foelges_opp_av")) == [("1a", None)]
    assert list(Rapportutgave.objects.values_list("innhold", "sjekksum", "tid")) == utgaver
    assert [utgave.er_hel for utgave in Rapportutgave.objects.all()] == [True]


def test_where_the_name_stood_it_says_a_former_user(rediger, travel):
    tiltak = travel.foelger_opp.get()
    assertContains(rediger.get(tiltak.get_absolute_url()), "Kari Styremedlem")

    rediger.post(sletting_av(travel), JA)

    svar = rediger.get(tiltak.get_absolute_url())
    assertNotContains(svar, "Kari Styremedlem")
    assertContains(svar, "En tidligere bruker")


def test_without_the_cross_nothing_is_done(rediger, styremedlem):
    svar = rediger.post(sletting_av(styremedlem))

    assertContains(svar, "Kryss av for at det skal slettes.")
    assert Bruker.objects.filter(pk=styremedlem.pk).exists()


def test_the_secretary_erases_no_administrator_not_even_one_whose_time_is_up(rediger, administrator):
    Bruker.objects.filter(pk=administrator.pk).update(roller={Rolle.ADMINISTRATOR: "2020-01-01"})

    assert rediger.post(sletting_av(administrator), JA).status_code == 403
    assert Bruker.objects.filter(pk=administrator.pk).exists()


def test_oneself_is_erased_on_ones_own_page(rediger, sekretaer):
    assertRedirects(rediger.post(sletting_av(sekretaer), JA), reverse("slett_meg"))
    assert Bruker.objects.filter(pk=sekretaer.pk).exists()


@pytest.mark.parametrize("pk", [0, 2**63, 2**64])
def test_a_number_that_is_nobodys_is_not_found(rediger, pk):
    assert rediger.get(f"/personer/{pk}/slett/").status_code == 404


def test_a_name_of_markup_is_shown_as_it_is_written(rediger, styremedlem):
    Bruker.objects.filter(pk=styremedlem.pk).update(navn="<script>alert(1)</script>")

    assertNotContains(rediger.get(sletting_av(styremedlem)), "<script>alert")


# --- Oneself ---------------------------------------------------------------------------------------------------------


def test_whoever_erases_themselves_is_logged_out_and_told(client, styremedlem):
    nettopp_inne(client, styremedlem)

    svar = client.post("/konto/slett/", JA)

    assertContains(svar, "Du er slettet")
    assertContains(svar, "Logg inn")
    assert not Session.objects.exists()
    assert svar.cookies["sessionid"].value == ""
    assert client.get("/konto/mine-data/").status_code == 302
    assert Sletting.objects.get().merke == styremedlem.merke
    assert [(s.hendelse, s.hvem, s.gjaldt, s.hva) for s in Spor.objects.filter(hendelse=Hendelse.SLETTET)] == [
        (Hendelse.SLETTET, "tidligere bruker", "", "Seg selv")
    ]


def test_whoever_finds_a_browser_open_erases_nobody(client, styremedlem):
    client.force_login(styremedlem)
    assert client.get("/konto/slett/").status_code == 200

    svar = client.post("/konto/slett/", JA)

    assert (svar.status_code, svar.headers["Location"].split("?")[0]) == (302, "/konto/bekreft/")
    assert Bruker.objects.filter(pk=styremedlem.pk).exists()


def test_the_last_administrator_is_told_to_give_the_role_away_first(client, administrator):
    nettopp_inne(client, administrator)

    svar = client.post("/konto/slett/", JA)

    assertContains(svar, "Gi rollen til en annen først.")
    assert Bruker.objects.filter(pk=administrator.pk).exists()


def test_an_erasure_that_was_sent_after_the_login_ran_out_is_not_kept_to_be_sent_again(client, styremedlem):
    svar = client.post("/konto/slett/", JA, headers={"Origin": "http://testserver"})

    assert svar.status_code == 302
    assert Session.objects.count() == 0

"""People in the editing site: roles and their last day, what the secretary may not touch, the last administrator."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import update_last_login
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from aktivitet.samtidig import ENDRET
from arbeidsplan.models import Avmelding, Bruker, BrukerManager
from arbeidsplan.roller import Rolle

LISTE = "/admin/arbeidsplan/bruker/"
NY = "/admin/arbeidsplan/bruker/add/"


@pytest.fixture
def rediger(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def styr(client, administrator):
    client.force_login(administrator)
    return client


def side(bruker, hva="change"):
    return reverse(f"admin:arbeidsplan_bruker_{hva}", args=[bruker.pk])


def data(bruker, **endret):
    """What the browser would send from the person's page, unchanged but for `endret`."""
    roller = {f"rolle_{rolle}": "on" for rolle in bruker.roller}
    dager = {f"siste_dag_{rolle}": dag for rolle, dag in bruker.roller.items() if dag}
    lag = [str(lag.pk) for lag in bruker.redigerer_lag.all()]
    aktiv = {"is_active": "on"} if bruker.is_active else {}
    lest = {"lest_versjon": bruker.versjon}
    alle = {"navn": bruker.navn, "email": bruker.email, "lag": lag} | lest | aktiv | roller | dager | endret
    return {felt: verdi for felt, verdi in alle.items() if verdi is not None}


def feil(svar):
    return {navn: list(liste) for navn, liste in svar.context["adminform"].form.errors.items()}


def test_a_new_person_gets_roles_and_no_password_and_logs_in_by_code(rediger, lokallag):
    rediger.post(
        NY,
        {
            "navn": "Siri\0 Ny",
            "email": "Siri@Example.org",
            "is_active": "on",
            "rolle_styremedlem": "on",
            "siste_dag_styremedlem": "27.02.2027",
            "rolle_lokallagsredaktoer": "on",
            "lag": [lokallag.pk],
        },
    )
    ny = Bruker.objects.get(email="siri@example.org")
    rediger.logout()
    rediger.post("/logg-inn/kode/", {"email": "siri@example.org"})

    assert (ny.navn, ny.has_usable_password()) == ("Siri Ny", False)
    assert ny.roller == {Rolle.STYREMEDLEM: "2027-02-27", Rolle.REDAKTOER: None}
    assert list(ny.redigerer_lag.all()) == [lokallag]
    assert [brev.to for brev in mail.outbox] == [["siri@example.org"]]


def test_roles_and_branches_are_taken_away_again(rediger, redaktoer):
    rediger.post(side(redaktoer), data(redaktoer, rolle_lokallagsredaktoer=None, lag=[]))

    redaktoer.refresh_from_db()
    assert (redaktoer.roller, list(redaktoer.redigerer_lag.all())) == ({}, [])


def test_a_role_that_has_ended_gives_no_rights(rediger, styremedlem):
    rediger.post(side(styremedlem), data(styremedlem, siste_dag_styremedlem="2020-01-01"))

    styremedlem = Bruker.objects.get(pk=styremedlem.pk)
    assert styremedlem.roller == {Rolle.STYREMEDLEM: "2020-01-01"}
    assert not styremedlem.has_perm("tiltak.se_status")


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"siste_dag_sekretaer": "2027-01-01"}, "rolle_sekretaer"),
        ({"siste_dag_styremedlem": "9999-01-01"}, "siste_dag_styremedlem"),
        ({"siste_dag_styremedlem": "i morgen"}, "siste_dag_styremedlem"),
        ({"email": "ingen adresse"}, "email"),
        ({"email": "a\0@example.org"}, "email"),
        ({"email": "OLA@example.org"}, "email"),
        ({"navn": "å" * 100_000}, "navn"),
        ({"lag": ["0"]}, "lag"),
    ],
)
def test_what_cannot_be_is_told_by_the_field(rediger, styremedlem, endret, felt):
    svar = rediger.post(side(styremedlem), data(styremedlem, **endret))

    assert feil(svar).keys() == {felt}
    assert Bruker.objects.get(pk=styremedlem.pk).roller == {Rolle.STYREMEDLEM: None}


def test_a_branch_without_the_role_is_told_by_the_role(rediger, styremedlem, lokallag):
    svar = rediger.post(side(styremedlem), data(styremedlem, lag=[lokallag.pk]))

    assert feil(svar).keys() == {"rolle_lokallagsredaktoer"}


# --- Two at once -----------------------------------------------------------------------------------------------------


def test_roles_that_another_gave_meanwhile_are_shown_and_not_lost(rediger, styremedlem, lokallag):
    aapnet = data(styremedlem, navn="Kari Nytt Navn")
    rediger.post(
        side(styremedlem),
        data(
            styremedlem,
            rolle_sekretaer="on",
            siste_dag_styremedlem="2027-02-27",
            rolle_lokallagsredaktoer="on",
            lag=[lokallag.pk],
        ),
    )

    svar = rediger.post(side(styremedlem), aapnet)

    styremedlem = Bruker.objects.get(pk=styremedlem.pk)
    assert feil(svar) == {
        "__all__": [ENDRET],
        "navn": ["Lagret nå: «Kari Styremedlem»"],
        "rolle_sekretaer": ["Lagret nå: ja"],
        "siste_dag_styremedlem": ["Lagret nå: «27. februar 2027»"],
        "rolle_lokallagsredaktoer": ["Lagret nå: ja"],
        "lag": ["Lagret nå: «Hamar SV»"],
    }
    assert styremedlem.roller.keys() == {Rolle.SEKRETAER, Rolle.STYREMEDLEM, Rolle.REDAKTOER}
    assert list(styremedlem.redigerer_lag.all()) == [lokallag]


def test_sent_again_from_the_page_that_shows_both_it_is_saved(rediger, styremedlem):
    aapnet = data(styremedlem)
    rediger.post(side(styremedlem), data(styremedlem, rolle_sekretaer="on"))

    svar = rediger.post(side(styremedlem), aapnet)
    rediger.post(side(styremedlem), aapnet | {"lest_versjon": "2"})

    assertContains(svar, '<input type="hidden" name="lest_versjon" value="2" id="id_lest_versjon">', html=True)
    assert Bruker.objects.get(pk=styremedlem.pk).roller == {Rolle.STYREMEDLEM: None}


def test_a_branch_alone_is_a_change_that_the_next_one_must_see(rediger, redaktoer, lokallag):
    aapnet = data(redaktoer)
    rediger.post(side(redaktoer), data(redaktoer, lag=[]))

    svar = rediger.post(side(redaktoer), aapnet)

    assert feil(svar)["lag"] == ["Lagret nå: (tomt)"]
    assert list(redaktoer.redigerer_lag.all()) == []


def test_an_administrator_made_in_the_same_moment_is_not_unmade(rediger, styremedlem, monkeypatch):
    ekte = BrukerManager.faste_administratorer

    def andre_foerst(self):
        Bruker.objects.filter(pk=styremedlem.pk).update(roller={"administrator": None, "styremedlem": None}, versjon=2)
        return ekte(self)

    monkeypatch.setattr(BrukerManager, "faste_administratorer", andre_foerst)
    rediger.post(side(styremedlem), data(styremedlem))

    assert Bruker.objects.get(pk=styremedlem.pk).roller == {Rolle.ADMINISTRATOR: None, Rolle.STYREMEDLEM: None}


def test_logging_in_is_no_change_that_a_secretary_must_see(rediger, styremedlem):
    aapnet = data(styremedlem, navn="Kari Nytt Navn")
    update_last_login(Bruker, Bruker.objects.get(pk=styremedlem.pk))

    rediger.post(side(styremedlem), aapnet)

    lagret = Bruker.objects.get(pk=styremedlem.pk)
    assert (lagret.navn, lagret.versjon, lagret.last_login is None) == ("Kari Nytt Navn", 2, False)


# --- What the secretary may not touch --------------------------------------------------------------------------------


def test_the_secretary_makes_nobody_administrator(rediger, sekretaer, styremedlem):
    vist = rediger.get(side(styremedlem)).content.decode()
    for bruker in (sekretaer, styremedlem):
        rediger.post(side(bruker), data(bruker, rolle_administrator="on"))
    rediger.post(NY, {"email": "ny@example.org", "is_active": "on", "rolle_administrator": "on", "roller": "{}"})

    assert "rolle_administrator" not in vist
    assert not Bruker.objects.filter(roller__has_key="administrator").exists()


def test_the_secretary_neither_changes_nor_deletes_an_administrator(rediger, administrator):
    vist = rediger.get(side(administrator))
    endre = rediger.post(side(administrator), data(administrator, email="ola2@example.org"))
    slett = rediger.post(side(administrator, "delete"), {"post": "yes"})

    administrator.refresh_from_db()
    assert (vist.status_code, endre.status_code, slett.status_code) == (200, 403, 403)
    assert 'name="email"' not in vist.content.decode()
    assert administrator.email == "ada@example.org"


@pytest.mark.parametrize("felter", [{"is_active": False}, {"roller": {Rolle.ADMINISTRATOR: "2020-01-01"}}])
def test_one_who_has_been_administrator_is_the_administrators_too(rediger, administrator, felter):
    Bruker.objects.filter(pk=administrator.pk).update(**felter)

    svar = rediger.post(side(administrator), data(administrator, email="ola2@example.org"))

    assert svar.status_code == 403


def test_nobody_sets_another_persons_password_and_the_fields_are_not_there(rediger, styremedlem):
    vist = rediger.get(side(styremedlem)).content.decode()
    rediger.post(side(styremedlem), data(styremedlem, password="x", is_superuser="on"))

    assert 'type="password"' not in vist
    assert Bruker.objects.get(pk=styremedlem.pk).password == styremedlem.password
    assert rediger.get(f"{LISTE}{styremedlem.pk}/password/", follow=True).redirect_chain[-1][0] == "/admin/"


def test_an_address_that_was_the_persons_before_lets_nobody_in(rediger, styremedlem):
    EmailAddress.objects.create(user=styremedlem, email=styremedlem.email)

    rediger.post(side(styremedlem), data(styremedlem, email="kari.ny@example.org"))
    rediger.logout()
    rediger.post("/logg-inn/kode/", {"email": "kari@example.org"})

    assert Bruker.objects.get(pk=styremedlem.pk).email == "kari.ny@example.org"
    assert mail.outbox == []


# --- The administrator -----------------------------------------------------------------------------------------------


def test_the_administrator_makes_another_one(styr, administrator, styremedlem):
    styr.post(side(styremedlem), data(styremedlem, rolle_administrator="on"))

    assert Bruker.objects.get(pk=styremedlem.pk).is_superuser


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"rolle_administrator": None}, "rolle_administrator"),
        ({"siste_dag_administrator": "2030-01-01"}, "rolle_administrator"),
        ({"is_active": None}, "is_active"),
    ],
)
def test_the_last_administrator_stays(styr, administrator, endret, felt):
    Bruker.objects.create_user("gammel@example.org", roller={Rolle.ADMINISTRATOR: "2030-01-01"})

    svar = styr.post(side(administrator), data(administrator, **endret))
    slett = styr.post(side(administrator, "delete"), {"post": "yes"})

    assert feil(svar) == {felt: ["Dette er den eneste administratoren uten siste dag. Gi rollen til en annen først."]}
    assert slett.status_code == 403
    assert Bruker.objects.get(pk=administrator.pk).is_superuser


def test_one_of_two_administrators_may_step_down(styr, administrator):
    Bruker.objects.create_user("annen@example.org", roller={Rolle.ADMINISTRATOR: None})

    styr.post(side(administrator), data(administrator, rolle_administrator=None))

    assert Bruker.objects.get(pk=administrator.pk).roller == {}


def test_saving_a_person_in_the_editing_site_turns_no_reminder_on_again(rediger, styremedlem):
    skjema = rediger.get(side(styremedlem)).context["adminform"].form
    Avmelding.objects.slaa_av(styremedlem.pk, "ukeliste")
    felter = {felt.html_name: felt.value() for felt in skjema if felt.value() not in (None, False)}

    svar = rediger.post(side(styremedlem), felter | {"navn": "Kari Nytt Navn"})

    assert (svar.status_code, Bruker.objects.get(pk=styremedlem.pk).navn) == (302, "Kari Nytt Navn")
    assert Avmelding.objects.count() == 1


def test_nobody_deletes_a_person_here_and_the_page_leads_to_where_it_is_done(styr, styremedlem):
    slett = styr.post(side(styremedlem, "delete"), {"post": "yes"})

    assert (slett.status_code, Bruker.objects.filter(pk=styremedlem.pk).exists()) == (403, True)
    assertContains(styr.get(side(styremedlem)), f'href="{reverse("slett_person", args=[styremedlem.pk])}"')


# --- The site itself -------------------------------------------------------------------------------------------------


def test_the_front_page_has_the_sections_in_the_plans_order(rediger):
    seksjoner = rediger.get("/admin/").context["app_list"]

    assert [(en["name"], [str(modell["name"]) for modell in en["models"]]) for en in seksjoner] == [
        (
            "Planen",
            ["Planer", "Utgaver av planen", "Endringer av vedtatt ordlyd"],
        ),
        ("Kalenderen", ["Aktiviteter", "Faste aktiviteter", "Lag"]),
        ("Personer", ["Personer"]),
    ]


def test_the_front_page_leads_to_every_tool_of_the_calendar(rediger):
    side = rediger.get("/admin/").content.decode()
    lenkene = re.findall(r'href="(/hva-skjer/[^"]*)"', side)

    assert lenkene == [
        "/hva-skjer/stell/",
        "/hva-skjer/faste/",
        "/hva-skjer/arshjul/",
        "/hva-skjer/moteplan/",
        "/hva-skjer/nyhetsbrev/",
        "/hva-skjer/innbygging/kode/",
    ]


@pytest.mark.parametrize(
    ("adresse", "navn", "entall"),
    [
        ("/admin/aktivitet/lag/", "Lag", "lag"),
        ("/admin/arbeidsplan/bruker/", "Personer", "person"),
    ],
)
def test_lists_and_empty_forms_are_called_by_what_is_in_them(rediger, adresse, navn, entall):
    assertContains(rediger.get(adresse), f"<title>{navn} – Rediger</title>", html=True)
    assertContains(rediger.get(adresse), f'<a href="{adresse}add/" class="addlink">Legg til {entall}</a>', html=True)
    assertContains(rediger.get(f"{adresse}add/"), f"<title>Legg til {entall} – Rediger</title>", html=True)


def test_a_form_with_errors_says_so_first_in_its_title(rediger):
    assertContains(rediger.post(NY, {}), "<title>Rett skjemaet: Legg til person – Rediger</title>", html=True)


def test_the_site_is_ours_with_a_way_back_and_no_login_of_its_own(client, rediger):
    vist = rediger.get("/admin/").content.decode()
    rediger.logout()
    inn = client.get("/admin/login/?next=/admin/tiltak/plan/")

    assert '<a href="/">Til nettstedet</a>' in vist
    assert "Django" not in vist
    assert inn.headers["Location"] == "/logg-inn/?next=%2Fadmin%2Ftiltak%2Fplan%2F"


@pytest.mark.parametrize("rolle", ["redaktoer", "styremedlem"])
def test_the_site_is_shut_to_the_others_and_says_so(client, request, rolle):
    client.force_login(request.getfixturevalue(rolle))

    assert client.get("/admin/", follow=True).status_code == 403


def test_allauth_and_django_add_no_tables_of_their_own(styr):
    assert styr.get("/admin/account/emailaddress/").status_code == 404
    assert styr.get("/admin/auth/group/").status_code == 404


# --- The command -----------------------------------------------------------------------------------------------------


def test_createsuperuser_makes_an_administrator(db, monkeypatch, capsys):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "roser-i-mai-2026")

    call_command("createsuperuser", "--no-input", email="Ada@Example.org")

    ada = Bruker.objects.get()
    assert (ada.email, ada.is_superuser, ada.is_staff) == ("ada@example.org", True, True)
    assert ada.check_password("roser-i-mai-2026")
    assert ada.roller == {Rolle.ADMINISTRATOR: None}


@pytest.mark.parametrize(("dager", "har"), [(0, True), (-1, False), (1, True)])
def test_a_role_lasts_through_its_last_day(dager, har):
    siste = timezone.localdate() + timedelta(days=dager)
    bruker = Bruker(email="x@example.org", roller={Rolle.STYREMEDLEM: siste.isoformat()})

    assert bruker.har_rolle(Rolle.STYREMEDLEM) is har

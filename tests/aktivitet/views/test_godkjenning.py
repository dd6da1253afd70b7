"""Where the secretary sees first what a branch arranges, its editors send in, and the server holds to it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet, Lag
from tests.aktivitet.views.skjemaet import NY, feil, meldinger, skjema

SENDT = "Sendt til sekretæren, som ser på aktiviteten før den blir publisert."


@pytest.fixture
def sees_foerst(lokallag):
    lokallag.godkjennes = True
    lokallag.save()
    return lokallag


@pytest.fixture
def ventende(sees_foerst, lag_aktivitet):
    return lag_aktivitet("Åpent møte", date(2026, 5, 12), publisert=None, sendt_inn=timezone.now())


def adresse(aktivitet, hva="godkjenning"):
    return f"{aktivitet.get_absolute_url()}{hva}/"


# --- Sending in ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("handling", ["send_inn", "publiser"])
def test_a_new_one_waits_whichever_button_was_sent(inne, sees_foerst, handling):
    svar = inne.post(NY, skjema(sees_foerst, handling=handling))

    aktivitet = Aktivitet.objects.get()
    assert meldinger(svar) == [SENDT]
    assert (aktivitet.er_utkast, aktivitet.venter) == (True, True)
    assert not Aktivitet.objects.offentlige().exists()


@pytest.mark.parametrize("handling", ["send_inn", "publiser"])
def test_a_draft_waits_whichever_button_was_sent(inne, sees_foerst, lag_aktivitet, handling):
    utkast = lag_aktivitet("Utkast", date(2026, 5, 12), publisert=None)

    svar = inne.post(adresse(utkast, "rediger"), skjema(sees_foerst, versjon=1, handling=handling))

    utkast.refresh_from_db()
    assert meldinger(svar) == [SENDT]
    assert (utkast.er_utkast, utkast.venter, utkast.versjon) == (True, True, 2)


def test_what_waits_is_said_to_wait_and_not_to_be_a_draft_too(inne, ventende):
    svar = inne.get(ventende.get_absolute_url())

    assertContains(svar, "Venter på sekretæren.", count=1)
    assertNotContains(svar, "Dette er et utkast.")


def test_a_button_pressed_twice_sends_one(inne, sees_foerst):
    for _ in range(2):
        inne.post(NY, skjema(sees_foerst, handling="send_inn"))

    assert Aktivitet.objects.venter().count() == 1


def test_the_buttons_say_what_will_happen(inne, sees_foerst, ventende, lag_aktivitet):
    utkast = lag_aktivitet("Utkast", date(2026, 5, 12), publisert=None)

    for side, knapper in ((NY, ["utkast", "send_inn"]), (adresse(utkast, "rediger"), ["utkast", "send_inn", "slett"])):
        assert _knappene(inne.get(side)) == knapper
    assertContains(inne.get(NY), "Det du legger inn for Hamar SV, ser sekretæren før det publiseres.")
    assert _knappene(inne.get(adresse(ventende, "rediger"))) == ["hent_tilbake", "utkast", "slett"]


def test_one_who_edits_for_several_branches_publishes_for_those_that_may(inne, redaktoer, sees_foerst):
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv")
    oeyer.redaktoerer.add(redaktoer)

    assert _knappene(inne.get(NY)) == ["utkast", "publiser"]
    for lag in (sees_foerst, oeyer):
        inne.post(NY, skjema(lag))

    laget = Aktivitet.objects.select_related("lag").order_by("pk")
    assert [(en.lag.navn, en.venter, en.er_utkast) for en in laget] == [
        ("Hamar SV", True, True),
        ("Øyer SV", False, False),
    ]


def test_what_waits_can_be_changed_and_waits_on(inne, ventende):
    inne.post(adresse(ventende, "rediger"), skjema(ventende.lag, tittel="Nytt", versjon=1, handling="utkast"))

    ventende.refresh_from_db()
    assert (ventende.tittel, ventende.venter) == ("Nytt", True)


def test_what_waits_is_taken_back(inne, ventende):
    svar = inne.post(adresse(ventende), {"handling": "hent_tilbake", "versjon": 1})

    assertRedirects(svar, ventende.get_absolute_url())
    ventende.refresh_from_db()
    assert (ventende.venter, ventende.versjon) == (False, 2)


def test_the_page_is_named_for_what_each_can_do_there(client, inne, sekretaer, ventende):
    assertContains(inne.get(adresse(ventende)), "<title>Åpent møte –")
    client.force_login(sekretaer)
    assertContains(client.get(adresse(ventende)), "<title>Send tilbake Åpent møte –")


@pytest.mark.parametrize("handling", ["publiser", "send_tilbake"])
def test_an_editor_does_not_answer_themselves(inne, ventende, handling):
    assert inne.post(adresse(ventende), {"handling": handling, "versjon": 1, "svar": "Fint"}).status_code == 403
    ventende.refresh_from_db()
    assert (ventende.venter, ventende.svar) == (True, "")


# --- What is published already ---------------------------------------------------------------------------------------


def test_what_is_published_is_the_editors_to_change_and_cancel(inne, sees_foerst, moete):
    inne.post(adresse(moete, "rediger"), skjema(sees_foerst, foerste_dag="2026-05-19", versjon=1, handling="lagre"))
    inne.post(adresse(moete, "rediger"), {"handling": "avlys", "versjon": 2})

    moete.refresh_from_db()
    assert (moete.er_utkast, moete.foerste_dag, moete.avlyst) == (False, date(2026, 5, 19), True)


def test_what_one_branch_published_does_not_become_anothers_unseen(inne, redaktoer, moete):
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv", godkjennes=True)
    oeyer.redaktoerer.add(redaktoer)

    svar = inne.post(adresse(moete, "rediger"), skjema(oeyer, versjon=1, handling="lagre"))

    assert list(feil(svar)) == ["lag"]
    moete.refresh_from_db()
    assert moete.lag.navn == "Hamar SV"


# --- The secretary ---------------------------------------------------------------------------------------------------


def test_the_secretary_publishes_what_waits(client, sekretaer, ventende):
    client.force_login(sekretaer)
    ventende.svar = "Sted mangler"
    ventende.save()

    svar = client.post(adresse(ventende), {"handling": "publiser", "versjon": 1})

    assertRedirects(svar, "/hva-skjer/stell/")
    assert meldinger(svar) == ["«Åpent møte» er publisert."]
    ventende.refresh_from_db()
    assert (ventende.er_utkast, ventende.sendt_inn, ventende.svar) == (False, None, "")


def test_the_secretary_publishes_what_waits_from_its_form_too(client, sekretaer, ventende):
    client.force_login(sekretaer)

    client.post(adresse(ventende, "rediger"), skjema(ventende.lag, versjon=1))

    ventende.refresh_from_db()
    assert (ventende.er_utkast, ventende.sendt_inn) == (False, None)


def test_what_is_sent_back_says_why_and_can_be_sent_in_again(client, sekretaer, redaktoer, ventende):
    client.force_login(sekretaer)
    client.post(adresse(ventende), {"handling": "send_tilbake", "versjon": 1, "svar": "  Skriv\nsted & <tid>\u202e "})

    client.force_login(redaktoer)
    for side in (ventende.get_absolute_url(), adresse(ventende, "rediger"), "/hva-skjer/mine/"):
        assertContains(client.get(side), "Skriv sted &amp; &lt;tid&gt;")
    inne_igjen = client.post(adresse(ventende, "rediger"), skjema(ventende.lag, versjon=2, handling="send_inn"))

    assert meldinger(inne_igjen) == [SENDT]
    ventende.refresh_from_db()
    assert (ventende.venter, ventende.svar) == (True, "Skriv sted & <tid>")
    client.force_login(sekretaer)
    assertContains(client.get("/hva-skjer/stell/"), "Du svarte sist: «Skriv sted &amp; &lt;tid&gt;»")


@pytest.mark.parametrize(
    ("svaret", "ventet"),
    [("", "Skriv hva som må endres."), ("å" * 501, "Teksten er på 501 tegn. Kort den ned til 500.")],
)
def test_an_answer_that_cannot_be_is_told_by_its_field(client, sekretaer, ventende, svaret, ventet):
    client.force_login(sekretaer)

    svar = client.post(adresse(ventende), {"handling": "send_tilbake", "versjon": 1, "svar": svaret})

    assert (svar.status_code, feil(svar)) == (200, {"svar": [ventet]})
    assertContains(svar, svaret)
    ventende.refresh_from_db()
    assert ventende.venter


@pytest.mark.parametrize("handling", ["publiser", "send_tilbake"])
def test_an_answer_to_what_was_changed_meanwhile_asks_to_look_again(client, sekretaer, ventende, handling):
    Aktivitet.objects.get(pk=ventende.pk).lagre(1)
    client.force_login(sekretaer)

    svar = client.post(adresse(ventende), {"handling": handling, "versjon": 1, "svar": "Nei"})

    assert meldinger(svar) == ["Noen andre lagret i mellomtiden. Se over aktiviteten, og prøv igjen."]
    ventende.refresh_from_db()
    assert (ventende.venter, ventende.svar) == (True, "")


@pytest.mark.parametrize("versjon", ["", "x", "0"])
def test_a_button_without_its_version_does_nothing(client, sekretaer, ventende, versjon):
    client.force_login(sekretaer)

    svar = client.post(adresse(ventende), {"handling": "publiser", "versjon": versjon})

    assertContains(svar, "Skjemaet er ikke helt.")
    ventende.refresh_from_db()
    assert ventende.venter


def test_what_does_not_wait_is_not_answered(client, sekretaer, moete):
    client.force_login(sekretaer)

    for svar in (client.get(adresse(moete)), client.post(adresse(moete), {"handling": "send_tilbake", "versjon": 1})):
        assertRedirects(svar, moete.get_absolute_url())
    assert meldinger(svar)[-1] == "Aktiviteten venter ikke på sekretæren."


def test_the_secretary_waits_for_nobody(client, sekretaer, sees_foerst):
    client.force_login(sekretaer)

    assert _knappene(client.get(NY)) == ["utkast", "publiser"]
    client.post(NY, skjema(sees_foerst))

    assert Aktivitet.objects.offentlige().count() == 1


def test_the_public_sees_nothing_of_what_waits(client, ventende):
    assert client.get(ventende.get_absolute_url()).status_code == 404
    assertNotContains(client.get("/hva-skjer/2026/5/"), "Åpent møte")


def test_what_is_published_waits_for_nobody_however_it_is_stored(ventende):
    with pytest.raises(IntegrityError), transaction.atomic():
        Aktivitet.objects.filter(pk=ventende.pk).update(publisert=timezone.now())


# --- One question and one act give the same answer -------------------------------------------------------------------


@pytest.mark.parametrize("hvem", ["redaktoer", "styremedlem", "sekretaer", "administrator"])
def test_what_one_may_change_is_asked_the_same_way_of_one_and_of_many(request, lag_aktivitet, fylkeslag, hvem):
    bruker = request.getfixturevalue(hvem)
    styremedlem = request.getfixturevalue("styremedlem")
    alle = [
        lag_aktivitet("Hamars", date(2026, 5, 12)),
        lag_aktivitet("Hamars årsmøte", date(2026, 5, 12), type="arsmote"),
        lag_aktivitet("Fylkets", date(2026, 5, 12), lag=fylkeslag),
        lag_aktivitet("Styremedlemmets", date(2026, 5, 12), lag=fylkeslag, opprettet_av=styremedlem),
        lag_aktivitet("Fylkets årsmøte", date(2026, 5, 12), lag=fylkeslag, type="arsmote", opprettet_av=styremedlem),
        lag_aktivitet("Hamars, av en annen", date(2026, 5, 12), opprettet_av=styremedlem),
    ]

    enkeltvis = {en for en in alle if en.kan_redigeres_av(bruker)}

    assert set(Aktivitet.objects.redigerbare_for(bruker)) == enkeltvis


def _knappene(svar):
    return [del_.split('"')[0] for del_ in svar.content.decode().split('name="handling" value="')[1:]]

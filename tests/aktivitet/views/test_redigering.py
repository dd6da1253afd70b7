"""Changing, publishing and cancelling activities, with nobody's words lost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet, Lag
from tests.aktivitet.views.skjemaet import NY, meldinger, skjema

# --- Changing one ----------------------------------------------------------------------------------------------------


def test_a_change_is_saved_as_the_next_version(inne, moete):
    svar = inne.post(f"{moete.get_absolute_url()}rediger/", skjema(moete.lag, tittel="Nytt møte", versjon=1))

    assertRedirects(svar, moete.get_absolute_url())
    moete.refresh_from_db()
    assert (meldinger(svar), moete.tittel, moete.versjon) == (["Endringene er lagret."], "Nytt møte", 2)


def test_a_draft_is_published_from_its_form(inne, lag_aktivitet):
    utkast = lag_aktivitet("Utkast", date(2026, 5, 12), publisert=None)

    svar = inne.post(f"{utkast.get_absolute_url()}rediger/", skjema(utkast.lag, versjon=1))

    utkast.refresh_from_db()
    assert (meldinger(svar), utkast.er_utkast, utkast.tittel) == (["Aktiviteten er publisert."], False, "Medlemsmøte")


def test_what_is_published_stays_published_at_its_first_moment(inne, moete):
    inne.post(f"{moete.get_absolute_url()}rediger/", skjema(moete.lag, versjon=1, handling="publiser"))

    foer = moete.publisert
    moete.refresh_from_db()
    assert moete.publisert == foer


def test_the_form_shows_what_is_stored(inne, moete):
    svar = inne.get(f"{moete.get_absolute_url()}rediger/")

    for felt in ('value="2026-05-12"', 'name="fra_kl" value="18:00"', 'name="versjon" value="1"', 'value="Møte"'):
        assertContains(svar, felt)
    assertNotContains(svar, "Slett utkastet")


def test_a_month_that_is_sharpened_to_an_evening_does_not_last_all_month(inne, lag_aktivitet):
    leir = lag_aktivitet("Leir", date(2026, 6, 1), date(2026, 6, 30), presisjon="maaned")

    form = inne.get(f"{leir.get_absolute_url()}rediger/").context["form"]

    assert (form["foerste_dag"].value(), form["siste_dag"].value()) == (date(2026, 6, 1), None)


def test_a_save_on_top_of_a_newer_one_shows_both_and_the_next_one_is_knowing(inne, moete):
    adresse = f"{moete.get_absolute_url()}rediger/"
    Aktivitet.objects.get(pk=moete.pk)
    andres = Aktivitet.objects.get(pk=moete.pk)
    andres.beskrivelse, andres.sted = "Skrevet av <en annen>", "Rådhuset"
    andres.lagre(1)

    svar = inne.post(adresse, skjema(moete.lag, tittel="Møte", til_kl="", beskrivelse="Skrevet av meg", versjon=1))

    assert svar.status_code == 200
    assertContains(svar, "Noen andre lagret mens du skrev")
    assert [(f.hva, f.lagret, f.skrevet) for f in svar.context["form"].forskjeller] == [
        ("Sted", "Rådhuset", "Biblioteket"),
        ("Beskrivelse", "Skrevet av <en annen>", "Skrevet av meg"),
    ]
    assertContains(svar, "Skrevet av &lt;en annen&gt;")
    assertContains(svar, "Skrevet av meg</textarea>")
    moete.refresh_from_db()
    assert (moete.beskrivelse, moete.versjon) == ("Skrevet av <en annen>", 2)

    form = svar.context["form"]
    igjen = inne.post(adresse, {felt: form[felt].value() or "" for felt in form.fields})

    assertRedirects(igjen, moete.get_absolute_url())
    moete.refresh_from_db()
    assert (moete.beskrivelse, moete.sted, moete.versjon) == ("Skrevet av meg", "Biblioteket", 3)


@pytest.mark.parametrize("versjon", ["", "0", "x", "99999999999999999999"])
def test_a_form_that_is_not_whole_says_what_to_do(inne, moete, versjon):
    svar = inne.post(f"{moete.get_absolute_url()}rediger/", skjema(moete.lag, tittel="Ny tittel", versjon=versjon))

    assertContains(svar, "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt.")
    assertContains(svar, 'value="Ny tittel"')
    moete.refresh_from_db()
    assert moete.tittel == "Møte"


def test_a_refused_form_keeps_the_stored_title_as_its_heading(inne, moete):
    svar = inne.post(f"{moete.get_absolute_url()}rediger/", skjema(moete.lag, tittel="Nytt", fra_kl="", versjon=1))

    assertContains(svar, "<h1>Rediger: Møte</h1>")


# --- Cancelling and taking away --------------------------------------------------------------------------------------


def test_cancelling_and_taking_it_back(inne, moete):
    adresse = f"{moete.get_absolute_url()}rediger/"

    avlyst = inne.post(adresse, {"handling": "avlys", "versjon": 1})
    moete.refresh_from_db()
    assert (meldinger(avlyst), moete.avlyst, moete.versjon) == (["Aktiviteten er avlyst."], True, 2)
    assertContains(inne.get(adresse), "Angre avlysning")

    inne.post(adresse, {"handling": "angre_avlysning", "versjon": 2})
    moete.refresh_from_db()
    assert (moete.avlyst, moete.versjon) == (False, 3)


def test_cancelling_what_somebody_else_just_changed_asks_to_look_again(inne, moete):
    Aktivitet.objects.get(pk=moete.pk).lagre(1)

    svar = inne.post(f"{moete.get_absolute_url()}rediger/", {"handling": "avlys", "versjon": 1})

    assertRedirects(svar, f"{moete.get_absolute_url()}rediger/")
    assert meldinger(svar) == ["Noen andre lagret i mellomtiden. Se over aktiviteten, og prøv igjen."]
    moete.refresh_from_db()
    assert not moete.avlyst


@pytest.mark.parametrize("versjon", [None, "x", "0"])
def test_a_button_without_its_version_does_nothing(inne, moete, versjon):
    data = {"handling": "avlys"} | ({"versjon": versjon} if versjon else {})

    svar = inne.post(f"{moete.get_absolute_url()}rediger/", data)

    assert meldinger(svar) == ["Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."]
    moete.refresh_from_db()
    assert not moete.avlyst


def test_a_draft_can_be_taken_away(inne, lag_aktivitet):
    utkast = lag_aktivitet("Utkast", date(2026, 5, 12), publisert=None)
    assertContains(inne.get(f"{utkast.get_absolute_url()}rediger/"), "Slett utkastet")

    svar = inne.post(f"{utkast.get_absolute_url()}rediger/", {"handling": "slett", "versjon": 1})

    assertRedirects(svar, "/hva-skjer/")
    assert (meldinger(svar), Aktivitet.objects.count()) == (["Utkastet «Utkast» er slettet."], 0)


def test_what_has_been_published_is_not_taken_away(inne, moete):
    inne.post(f"{moete.get_absolute_url()}rediger/", {"handling": "slett", "versjon": 1})

    moete.refresh_from_db()
    assert (moete.tittel, moete.versjon) == ("Møte", 1)


@pytest.mark.parametrize("handling", ["", "publiser", "slett", "avlys"])
def test_what_somebody_deletes_in_the_same_moment_is_said_to_be_gone(inne, lag_aktivitet, monkeypatch, handling):
    utkast = lag_aktivitet("Utkast", date(2026, 5, 12), publisert=None)
    adresse = f"{utkast.get_absolute_url()}rediger/"
    ekte = Aktivitet.ta_versjon

    def andre_foerst(self, versjon):
        Aktivitet.objects.filter(pk=self.pk).delete()
        ekte(self, versjon)

    monkeypatch.setattr(Aktivitet, "ta_versjon", andre_foerst)
    svar = inne.post(adresse, skjema(utkast.lag, versjon=1, handling=handling))

    assertContains(svar, "<h1>Dette finnes ikke lenger</h1>", status_code=404)
    assertContains(svar, "Skrev du noe, gå tilbake i nettleseren og kopier det", status_code=404)


def test_what_was_deleted_while_somebody_wrote_is_said_to_be_gone(inne, lag_aktivitet):
    utkast = lag_aktivitet("Utkast", date(2026, 5, 12), publisert=None)
    adresse = f"{utkast.get_absolute_url()}rediger/"
    utkast.delete()

    svar = inne.post(adresse, skjema(utkast.lag, versjon=1))

    assertContains(svar, "<h1>Dette finnes ikke lenger</h1>", status_code=404)


# --- The number of queries -------------------------------------------------------------------------------------------


def spoersmaal(capture):
    """What the database was asked, leaving out where transactions begin and end."""
    return [rad["sql"] for rad in capture.captured_queries if "SAVEPOINT" not in rad["sql"]]


@pytest.mark.parametrize("antall", [1, 10])
def test_the_form_asks_the_same_few_questions_for_any_number(client, sekretaer, moete, antall):
    for nr in range(antall):
        Lag.objects.create(navn=f"Lag {nr}", slug=f"lag-{nr}")
    client.force_login(sekretaer)

    antallene = []
    for adresse in (NY, f"{moete.get_absolute_url()}rediger/"):
        for handling in (lambda a: client.get(a), lambda a: client.post(a, skjema(moete.lag, tittel="", versjon=1))):
            with CaptureQueriesContext(connection) as capture:
                assert handling(adresse).status_code == 200
            antallene.append(len(spoersmaal(capture)))

    assert antallene == [4, 5, 4, 5]

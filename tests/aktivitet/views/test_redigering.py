"""Making, changing, publishing and cancelling activities: by those who may, and with nobody's words lost."""

from datetime import date, time

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import MOETETYPER, Aktivitet, Lag

NY = "/hva-skjer/ny/"


def skjema(lag, **felter):
    """What a browser sends: an evening in May, unless told otherwise."""
    vanlig = {
        "tittel": "Medlemsmøte",
        "type": "mote",
        "lag": lag.pk,
        "presisjon": "klokkeslett",
        "foerste_dag": "2026-05-12",
        "siste_dag": "",
        "fra_kl": "18:00",
        "til_kl": "20:00",
        "sted": "Biblioteket",
        "kommune": "",
        "beskrivelse": "Velkommen",
        "synlighet": "offentlig",
        "handling": "publiser",
    }
    return vanlig | felter


def meldinger(svar):
    return [str(melding) for melding in get_messages(svar.wsgi_request)]


def feil(svar):
    return {felt: list(liste) for felt, liste in svar.context["form"].errors.items()}


@pytest.fixture
def inne(client, redaktoer):
    """The branch editor of Hamar SV, logged in."""
    client.force_login(redaktoer)
    return client


@pytest.fixture
def moete(lag_aktivitet):
    return lag_aktivitet("Møte", date(2026, 5, 12), presisjon="klokkeslett", fra_kl=time(18), beskrivelse="Først")


# --- Making one ------------------------------------------------------------------------------------------------------


def test_an_editor_publishes_an_activity_for_their_branch(inne, redaktoer, lokallag):
    svar = inne.post(NY, skjema(lokallag, tittel="  Møte\u202e <b> "))

    aktivitet = Aktivitet.objects.get()
    assertRedirects(svar, aktivitet.get_absolute_url())
    assert meldinger(svar) == ["Aktiviteten er publisert."]
    assert (aktivitet.tittel, aktivitet.lag, aktivitet.opprettet_av, aktivitet.er_utkast, aktivitet.versjon) == (
        "Møte <b>",
        lokallag,
        redaktoer,
        False,
        1,
    )
    assert (aktivitet.foerste_dag, aktivitet.siste_dag, aktivitet.fra_kl, aktivitet.til_kl) == (
        date(2026, 5, 12),
        date(2026, 5, 12),
        time(18),
        time(20),
    )


def test_a_draft_is_not_published(inne, lokallag):
    svar = inne.post(NY, skjema(lokallag, handling="utkast"))

    assert meldinger(svar) == ["Utkastet er lagret."]
    assert Aktivitet.objects.get().er_utkast


def test_enter_in_a_field_presses_the_harmless_button(inne, lokallag):
    knapper = inne.get(NY).content.decode().split('name="handling" value="')[1:]

    assert [knapp.split('"')[0] for knapp in knapper] == ["utkast", "publiser"]


@pytest.mark.parametrize(
    ("skrevet", "lagret"),
    [
        (
            {"foerste_dag": "12.05.2026", "fra_kl": "18.30", "til_kl": ""},
            (date(2026, 5, 12), date(2026, 5, 12), time(18, 30), None),
        ),
        (
            {"siste_dag": "2026-05-13", "fra_kl": "20:00", "til_kl": "01:00"},
            (date(2026, 5, 12), date(2026, 5, 13), time(20), time(1)),
        ),
        ({"presisjon": "dag"}, (date(2026, 5, 12), date(2026, 5, 12), None, None)),
        (
            {"presisjon": "dager", "siste_dag": "14.05.2026"},
            (date(2026, 5, 12), date(2026, 5, 14), None, None),
        ),
        # What stands in fields that do not count is no hindrance.
        (
            {"presisjon": "uke", "siste_dag": "tull", "fra_kl": "25:99"},
            (date(2026, 5, 11), date(2026, 5, 17), None, None),
        ),
        ({"presisjon": "maaned", "siste_dag": "2020-01-01"}, (date(2026, 5, 1), date(2026, 5, 31), None, None)),
        (
            {"presisjon": "maaneder", "siste_dag": "2026-07-02"},
            (date(2026, 5, 1), date(2026, 7, 31), None, None),
        ),
    ],
)
def test_every_precision_is_stored_as_the_days_that_it_may_touch(inne, lokallag, skrevet, lagret):
    inne.post(NY, skjema(lokallag, **skrevet))

    assert Aktivitet.objects.values_list("foerste_dag", "siste_dag", "fra_kl", "til_kl").get() == lagret


FINNES_IKKE = "Dette klokkeslettet finnes ikke: natten klokken stilles frem, går den rett fra 02.00 til 03.00."


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ({"tittel": ""}, {"tittel": ["Skriv hva som skal skje."]}),
        ({"tittel": "\u202e\x00 "}, {"tittel": ["Skriv hva som skal skje."]}),
        ({"tittel": "x" * 201}, {"tittel": ["Teksten er på 201 tegn. Kort den ned til 200."]}),
        ({"sted": "x" * 201}, {"sted": ["Teksten er på 201 tegn. Kort den ned til 200."]}),
        ({"kommune": "x" * 61}, {"kommune": ["Teksten er på 61 tegn. Kort den ned til 60."]}),
        ({"beskrivelse": "x" * 100_000}, {"beskrivelse": ["Teksten er på 100000 tegn. Kort den ned til 10000."]}),
        ({"type": "fest"}, {"type": ["Velg en type fra listen."]}),
        ({"type": "\x00"}, {"type": ["Velg en type fra listen."]}),
        ({"synlighet": "ingen"}, {"synlighet": ["Velg hvem som kan se den."]}),
        ({"presisjon": "aldri"}, {"presisjon": ["Velg hvor nøyaktig tiden er kjent."]}),
        ({"presisjon": ""}, {"presisjon": ["Velg hvor nøyaktig tiden er kjent."]}),
        ({"foerste_dag": ""}, {"foerste_dag": ["Skriv en dag."]}),
        ({"foerste_dag": "", "fra_kl": ""}, {"foerste_dag": ["Skriv en dag."]}),
        ({"foerste_dag": "i morgen"}, {"foerste_dag": ["Skriv dagen slik: 31.12.2026."]}),
        ({"foerste_dag": "2026-02-30"}, {"foerste_dag": ["Skriv dagen slik: 31.12.2026."]}),
        ({"foerste_dag": "\x00"}, {"foerste_dag": ["Skriv dagen slik: 31.12.2026."]}),
        ({"foerste_dag": "9999-12-31"}, {"foerste_dag": ["Skriv en dag mellom 2000 og 2099."]}),
        ({"foerste_dag": "0001-01-01"}, {"foerste_dag": ["Skriv en dag mellom 2000 og 2099."]}),
        ({"siste_dag": "9999-12-31"}, {"siste_dag": ["Skriv en dag mellom 2000 og 2099."]}),
        ({"presisjon": "uke", "foerste_dag": "2099-12-31"}, {"foerste_dag": ["Skriv en dag mellom 2000 og 2099."]}),
        ({"siste_dag": "2026-05-11"}, {"siste_dag": ["Siste dag er før første dag."]}),
        ({"fra_kl": ""}, {"fra_kl": ["Skriv når det begynner, for eksempel 18.00."]}),
        ({"fra_kl": "25:00"}, {"fra_kl": ["Skriv klokkeslettet slik: 18.00."]}),
        (
            {"til_kl": "17:00"},
            {"til_kl": ["Slutten er ikke etter starten. Varer det over midnatt, skriv dagen etter som siste dag."]},
        ),
        ({"foerste_dag": "2026-03-29", "fra_kl": "02:30"}, {"fra_kl": [FINNES_IKKE]}),
        (
            {"presisjon": "dager"},
            {"siste_dag": ["Skriv siste dag. Er det bare én dag, velg «Dag»."]},
        ),
    ],
)
def test_what_cannot_be_is_told_by_its_field_and_what_was_written_stays(inne, lokallag, skrevet, ventet):
    svar = inne.post(NY, skjema(lokallag, sted=skrevet.get("sted", "Kulturhuset i byen"), **_uten(skrevet, "sted")))

    assert (svar.status_code, feil(svar), Aktivitet.objects.count()) == (200, ventet, 0)
    assertContains(svar, "Velkommen" if "beskrivelse" not in skrevet else "x" * 100_000)
    assertContains(svar, "Ikke lagret ennå.")


def _uten(felter, navn):
    return {felt: verdi for felt, verdi in felter.items() if felt != navn}


# --- Who may what ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hvem", "lagene"),
    [
        ("redaktoer", ["Hamar SV", "Øyer SV"]),
        ("styremedlem", ["Innlandet SV"]),
        ("sekretaer", ["Hamar SV", "Innlandet SV", "Øyer SV", "Åmot SV"]),
    ],
)
def test_each_chooses_among_those_they_may_arrange_for(client, request, fylkeslag, lokallag, hvem, lagene):
    Lag.objects.create(navn="Åmot SV", slug="amot-sv")
    person = request.getfixturevalue(hvem)
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv")
    if hvem == "redaktoer":
        oeyer.redaktoerer.add(person)
    client.force_login(person)

    valgene = list(client.get(NY).context["form"].fields["lag"].choices)

    assert [navn for pk, navn in valgene if pk] == lagene
    assert ("" in dict(valgene)) is (len(lagene) > 1)  # the only one is chosen already


@pytest.mark.parametrize(
    ("hvem", "valgt"), [("redaktoer", "Hamar SV"), ("styremedlem", "Innlandet SV"), ("sekretaer", "Innlandet SV")]
)
def test_the_one_that_they_most_often_arrange_for_is_chosen_already(client, request, fylkeslag, lokallag, hvem, valgt):
    client.force_login(request.getfixturevalue(hvem))

    form = client.get(NY).context["form"]

    assert dict(form.fields["lag"].choices)[form["lag"].value()] == valgt


def test_others_branches_cannot_be_arranged_for(inne, fylkeslag):
    svar = inne.post(NY, skjema(fylkeslag))

    assert feil(svar) == {"lag": ["Velg et lag som du kan legge inn aktiviteter for."]}


def test_nobody_without_a_branch_makes_activities(client, redaktoer, lokallag):
    lokallag.redaktoerer.clear()
    client.force_login(redaktoer)

    assert [client.get(NY).status_code, client.post(NY, skjema(lokallag)).status_code] == [403, 403]
    assert not Aktivitet.objects.exists()


def test_those_who_are_not_logged_in_are_sent_to_the_login(client, moete):
    for adresse in (NY, f"{moete.get_absolute_url()}rediger/"):
        for svar in (client.get(adresse), client.post(adresse, {"tittel": "Kuppet"})):
            assert (svar.status_code, svar.headers["Location"]) == (302, f"/logg-inn/?next={adresse}")


@pytest.mark.parametrize("type_", MOETETYPER)
def test_the_meetings_that_deadlines_hang_from_are_the_secretarys(client, styremedlem, sekretaer, fylkeslag, type_):
    client.force_login(styremedlem)
    svar = client.post(NY, skjema(fylkeslag, type=type_))
    assert list(feil(svar)) == ["type"]
    assert "settes av sekretæren" in feil(svar)["type"][0]

    client.force_login(sekretaer)
    assert client.post(NY, skjema(fylkeslag, type=type_)).status_code == 302


def test_a_branch_may_have_its_own_annual_meeting(inne, lokallag):
    assert inne.post(NY, skjema(lokallag, type="arsmote")).status_code == 302


@pytest.fixture
def fylkets(lag_aktivitet, fylkeslag, styremedlem):
    """Of the county branch: made by the board member, by somebody else, and a meeting that deadlines hang from."""
    return {
        "eget": lag_aktivitet("Eget", date(2026, 5, 12), lag=fylkeslag, opprettet_av=styremedlem),
        "andres": lag_aktivitet("Andres", date(2026, 5, 12), lag=fylkeslag),
        "utkast": lag_aktivitet("Utkast", date(2026, 5, 12), lag=fylkeslag, publisert=None),
        "aarsmoete": lag_aktivitet(
            "Årsmøte", date(2026, 2, 28), lag=fylkeslag, type="arsmote", opprettet_av=styremedlem
        ),
    }


@pytest.mark.parametrize(
    ("hvem", "kan"),
    [
        ("redaktoer", ["hamars"]),
        ("styremedlem", ["eget"]),
        ("sekretaer", ["eget", "andres", "utkast", "aarsmoete", "hamars"]),
        ("administrator", ["eget", "andres", "utkast", "aarsmoete", "hamars"]),
    ],
)
def test_each_changes_what_is_theirs_and_nothing_else(client, request, fylkets, moete, hvem, kan):
    bruker = request.getfixturevalue(hvem)
    client.force_login(bruker)

    for navn, aktivitet in (fylkets | {"hamars": moete}).items():
        nei = 403 if Aktivitet.objects.synlige_for(bruker).filter(pk=aktivitet.pk).exists() else 404
        adresse = f"{aktivitet.get_absolute_url()}rediger/"
        data = skjema(aktivitet.lag, tittel="Endret", type=aktivitet.type, versjon=1, handling="lagre")
        statuser = (client.get(adresse).status_code, client.post(adresse, data).status_code)
        aktivitet.refresh_from_db()
        assert (navn, statuser, aktivitet.tittel == "Endret") == (
            navn,
            (200, 302) if navn in kan else (nei, nei),
            navn in kan,
        )
        for handling in ("avlys", "slett"):
            if navn not in kan:
                assert client.post(adresse, {"handling": handling, "versjon": 1}).status_code == nei


def test_a_board_member_cannot_turn_their_activity_into_the_annual_meeting_or_give_it_away(
    client, styremedlem, fylkets, lokallag
):
    client.force_login(styremedlem)
    adresse = f"{fylkets['eget'].get_absolute_url()}rediger/"

    som_aarsmoete = client.post(adresse, skjema(fylkets["eget"].lag, type="arsmote", versjon=1))
    til_andre = client.post(adresse, skjema(lokallag, versjon=1))

    assert (list(feil(som_aarsmoete)), list(feil(til_andre))) == (["type"], ["lag"])
    fylkets["eget"].refresh_from_db()
    assert (fylkets["eget"].type, fylkets["eget"].versjon) == ("mote", 1)


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

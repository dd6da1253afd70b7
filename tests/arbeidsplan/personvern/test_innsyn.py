import json
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from arbeidsplan.models import Hendelse, Spor
from arbeidsplan.personvern.innsyn import det_som_er_lagret, som_fil

from .conftest import gjoer_alt

NAA = datetime(2026, 6, 3, 10, 0, tzinfo=UTC)


def alle(bruker, hoeyst=None):
    return {lagret.post.tittel: lagret for innhold in det_som_er_lagret(bruker, hoeyst) for lagret in innhold.alle}


def test_the_fixture_has_something_of_every_kind(travel):
    assert [tittel for tittel, lagret in alle(travel).items() if not lagret.antall] == []


def test_somebody_else_is_told_nothing_of_it(travel, sekretaer):
    assert {tittel for tittel, lagret in alle(sekretaer).items() if lagret.antall} == {"Personen"}


def test_a_row_says_in_words_what_was_done_and_where_it_stands(travel):
    travel.foelger_opp.get().terminer.get().logg.update(tid=NAA)

    (rad,) = alle(travel)["Statuser"].rader

    assert rad.i_ord == [
        ("Tiltak", "1a"),
        ("Frist", "2026"),
        ("Status", "Gjennomført"),
        ("Noen ord", "Holdt på Hamar"),
        ("Gjort", dict(rad.i_ord)["Gjort"]),
        ("Når", "3. juni 2026 kl. 12.00"),
    ]
    assert rad.lenke == f"/tiltak/termin/{travel.foelger_opp.get().terminer.get().pk}/"


def test_roles_are_said_as_everywhere_else(styremedlem):
    styremedlem.roller = {"sekretaer": None, "styremedlem": "2027-02-27"}
    styremedlem.save()

    (rad,) = alle(styremedlem)["Personen"].rader
    styremedlem.roller = {}
    styremedlem.save()
    (uten,) = alle(styremedlem)["Personen"].rader

    assert dict(rad.i_ord)["Roller"] == "Styremedlem til 27. februar 2027, Sekretær"
    assert dict(uten.i_ord)["Roller"] == "ingen"


def test_only_the_newest_are_given_and_all_are_counted(travel, lag_aktivitet, lokallag):
    gjoer_alt(travel, lag_aktivitet, lokallag, nr=2)

    statuser = alle(travel, 1)["Statuser"]

    assert (statuser.antall, len(statuser.rader)) == (2, 1)


def test_the_file_holds_the_same_as_the_page_with_iso_days_and_no_secret(travel):
    fil = som_fil(travel, NAA)
    innhold = fil["Innhold"]

    assert {tittel: [len(rad) for rad in rader] for tittel, rader in innhold.items()} == {
        tittel: [len(rad.verdier) for rad in lagret.rader] for tittel, lagret in alle(travel).items()
    }
    assert innhold["Personen"][0] | {"Lagt inn": "", "Merket som blir stående etter en sletting": ""} == {
        "Navn": "Kari Styremedlem",
        "E-post": "kari@example.org",
        "Roller": "Styremedlem",
        "Kan logge inn": True,
        "Lagt inn": "",
        "Bekrefter innloggingen på en måte til": True,
        "Merket som blir stående etter en sletting": "",
    }
    assert innhold["Måter å bekrefte innloggingen på"][0]["Navn"] == "Telefonen"
    assert fil["Laget"] == "2026-06-03T12:00:00+02:00"
    som_tekst = json.dumps(fil, ensure_ascii=False)
    assert "HEMMELIG" not in som_tekst
    assert travel.password not in som_tekst


def test_the_page_asks_as_often_however_much_there_is(
    client, travel, lag_aktivitet, lokallag, django_assert_num_queries
):
    client.force_login(travel)
    client.get("/konto/mine-data/")  # what is looked up once
    with django_assert_num_queries(42) as foer:
        client.get("/konto/mine-data/")
    for nr in (2, 3):
        gjoer_alt(travel, lag_aktivitet, lokallag, nr)

    with django_assert_num_queries(len(foer.captured_queries)):
        client.get("/konto/mine-data/")


def test_the_page_shows_what_is_stored_and_closes_the_rest_away(client, travel):
    client.force_login(travel)

    svar = client.get("/konto/mine-data/").content.decode()

    assert "Holdt på Hamar" in svar
    assert "Firefox" in svar
    assert "0.0.0.0" not in svar  # no address is kept
    assert "HEMMELIG" not in svar


def test_the_file_is_handed_out_by_post_kept_nowhere_and_leaves_a_trail(client, travel):
    client.force_login(travel)
    foer = list(Spor.objects.values_list("pk", flat=True))

    svar = client.post("/konto/mine-data/last-ned/")

    assert svar.headers["Content-Disposition"] == 'attachment; filename="mine-data.json"'
    assert "no-store" in svar.headers["Cache-Control"]
    assert svar.json()["Innhold"]["Statuser"][0]["Noen ord"] == "Holdt på Hamar"
    assert [(spor.hendelse, spor.av, spor.om) for spor in Spor.objects.exclude(pk__in=foer)] == [
        (Hendelse.EKSPORT, travel, travel)
    ]


@pytest.mark.parametrize(
    ("navn", "skal"), [("  Kari\x07  Nordmann ", "Kari Nordmann"), ("<b>Kari</b>", "<b>Kari</b>")]
)
def test_ones_own_name_is_corrected_and_nothing_else(client, travel, navn, skal):
    client.force_login(travel)
    ekstra = {"roller": '{"administrator": null}', "email": "annen@example.org", "is_active": ""}

    svar = client.post("/konto/mine-data/", {"navn": navn, "lest_versjon": travel.versjon, **ekstra})

    travel.refresh_from_db()
    assert (svar.status_code, travel.navn, travel.email) == (302, skal, "kari@example.org")
    assert (travel.roller, travel.is_active) == ({"styremedlem": None}, True)


def test_a_name_that_is_missing_is_told_by_the_field(client, styremedlem):
    client.force_login(styremedlem)

    svar = client.post("/konto/mine-data/", {"navn": "  ", "lest_versjon": styremedlem.versjon})

    assert svar.context["form"].errors == {"navn": ["Skriv navnet ditt."]}
    assert "Kari Styremedlem" in svar.content.decode()  # still what the page calls her


def test_a_name_that_the_secretary_changed_meanwhile_is_not_overwritten(client, styremedlem):
    client.force_login(styremedlem)
    lest = styremedlem.versjon
    styremedlem.ta_versjon(lest)
    type(styremedlem).objects.update(navn="Kari Rettet")

    svar = client.post("/konto/mine-data/", {"navn": "Kari Nordmann", "lest_versjon": lest})

    styremedlem.refresh_from_db()
    assert (svar.status_code, styremedlem.navn) == (200, "Kari Rettet")
    assert svar.context["form"].errors["navn"] == ["Lagret nå: «Kari Rettet»"]


def test_whoever_is_without_a_task_is_told_when_they_are_erased(client, styremedlem, settings):
    settings.OPPBEVAR_UTEN_OPPGAVE = 365
    type(styremedlem).objects.update(roller={}, uten_oppgave_fra=timezone.localdate().replace(month=1, day=1))
    client.force_login(styremedlem)

    assert "Du har ingen oppgave her nå." in client.get("/konto/mine-data/").content.decode()


def test_a_roles_last_day_is_said_as_everywhere_else(styremedlem):
    styremedlem.roller = {"styremedlem": "2027-02-27"}
    styremedlem.save()

    (rad,) = alle(styremedlem)["Personen"].rader

    assert dict(rad.i_ord)["Roller"] == "Styremedlem til 27. februar 2027"


def test_the_account_page_leads_here_by_the_name_that_the_privacy_page_calls_it(client, styremedlem):
    aapen = client.get("/personvern/").content.decode()
    client.force_login(styremedlem)

    assert "under «Mine data» når du er logget inn" in aapen
    assert "<h2>Mine data</h2>" in client.get("/konto/").content.decode()

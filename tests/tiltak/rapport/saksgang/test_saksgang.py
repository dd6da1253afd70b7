"""Tests of the report's way through the annual meeting: each act, who may do it, and the list."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_mange, lag_plan, uten_merker
from tiltak.models import Rapport
from tiltak.pdf import lager
from tiltak.rapport.dokument import Form
from tiltak.rapport.framlegging import legg_fram

from .siden import (
    ENDRET,
    GODKJENT,
    LAGT_FRAM,
    LISTE,
    MOETET,
    SAKSGANG,
    SIDEN,
    STYRET,
    TIL_ETTERRETNING,
    gjoer,
    paa_nytt,
    stegene,
)

# --- The whole way --------------------------------------------------------------------------------------------------


def test_every_issued_edition_has_its_documents_begun_and_no_other_act_has(
    skriver, utkast, monkeypatch, django_capture_on_commit_callbacks
):
    begynt = []
    monkeypatch.setattr(lager, "begynn", lambda bestilling, utgave, form: begynt.append((utgave.nr, form)))

    for handling, felter in (
        ("legg_fram", {"vedtatt": "2026-02-03"}),
        ("publiser", {}),
        ("vedta", {"utfall": GODKJENT, "moetedag": "2026-02-28"}),
        ("aapne_igjen", {"grunn": "Et tall var feil"}),
    ):
        with django_capture_on_commit_callbacks(execute=True):
            assert gjoer(skriver, paa_nytt(), handling, **felter).status_code == 302

    assert begynt == [(nr, form.value) for nr in (1, 2) for form in Form]


def test_an_edition_is_issued_also_when_its_documents_cannot_be_begun(
    skriver, utkast, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(lager, "begynn", lambda *a, **k: 1 / 0)

    with django_capture_on_commit_callbacks(execute=True):
        svar = gjoer(skriver, utkast, "legg_fram", vedtatt="2026-02-03")

    assert (svar.status_code, paa_nytt().tilstand) == (302, LAGT_FRAM)


def test_the_whole_way_from_draft_to_approved_and_back(skriver, utkast):
    assert stegene(skriver.get(SAKSGANG)) == [
        ("Utkast", True),
        ("Legges fram av fylkesstyret", False),
        ("Behandles av årsmøtet", False),
    ]

    svar = gjoer(skriver, utkast, "legg_fram", vedtatt="2026-02-03")
    assert (svar.status_code, svar.headers["Location"]) == (302, SAKSGANG)
    assert stegene(skriver.get(SAKSGANG))[1] == ("Lagt fram av fylkesstyret 3. februar 2026", True)

    gjoer(skriver, paa_nytt(), "vedta", utfall="etterretning", moetedag="28.02.2026")
    assert stegene(skriver.get(SAKSGANG)) == [
        ("Utkast", False),
        ("Lagt fram av fylkesstyret 3. februar 2026", False),
        ("Tatt til etterretning av årsmøtet 28. februar 2026", True),
    ]

    gjoer(skriver, paa_nytt(), "aapne_igjen", grunn="Et tall var feil")
    side = skriver.get(SAKSGANG)
    assert stegene(side)[0] == ("Utkast", True)
    assertContains(side, "Et tall var feil")
    assert [(u.nr, u.tilstand, u.dag) for u in side.context["utgaver"]] == [
        (2, TIL_ETTERRETNING, MOETET),
        (1, LAGT_FRAM, STYRET),
    ]


def test_publishing_is_a_switch_that_can_be_turned_back(client, skriver, lagt_fram):
    gjoer(skriver, lagt_fram, "publiser")
    assertContains(skriver.get(SAKSGANG), "<strong>Alle.</strong>", html=True)
    assert paa_nytt().publisert

    gjoer(skriver, paa_nytt(), "trekk_tilbake")
    assertContains(skriver.get(SAKSGANG), "<strong>Bare styret.</strong>", html=True)
    assert paa_nytt().publisert is None
    client.logout()
    assert client.get(SIDEN).status_code == 404


def test_a_draft_that_was_never_issued_cannot_be_published(skriver, utkast):
    assert "publiser" not in skriver.get(SAKSGANG).context["skjemaer"]

    svar = gjoer(skriver, utkast, "publiser")

    assertContains(svar, "Ikke gjort: beretningen er nå «Utkast».")
    assert paa_nytt().publisert is None


def test_what_is_missing_is_told_and_does_not_stop_it(skriver, tiltak):
    side = skriver.get(SAKSGANG)
    assertContains(side, "1 frist mangler vurdering.")
    assertContains(side, "Innledningen er ikke skrevet.")

    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "versjon": "0", "vedtatt": "2026-02-03"})

    assert (svar.status_code, paa_nytt().tilstand) == (302, LAGT_FRAM)


def test_where_there_is_nothing_to_tell_of_it_says_so_and_nothing_is_laid_before_the_meeting(skriver, plan, i_dag):
    assertContains(skriver.get(SAKSGANG), "Det er ingenting å legge fram.")
    assertContains(
        skriver.get("/rapport/2040/saksgang/"), "Ingen vedtatt plan gjelder for 1. januar–31. desember 2040"
    )

    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "versjon": "0", "vedtatt": "2026-02-03"})

    assertContains(svar, "Ikke gjort: det er ingenting å legge fram.")
    assert not Rapport.objects.exists()


def test_the_board_reads_the_way_and_changes_nothing(client, styremedlem, lagt_fram):
    client.force_login(styremedlem)

    side = client.get(SAKSGANG)

    assertContains(side, "Lagt fram av fylkesstyret 3. februar 2026")
    assertNotContains(side, f'action="{SAKSGANG}"')
    for handling in ("legg_fram", "vedta", "aapne_igjen", "publiser", "trekk_tilbake", ""):
        assert gjoer(client, lagt_fram, handling).status_code == 403
    assert paa_nytt().versjon == lagt_fram.versjon


@pytest.mark.parametrize("aar", [0, 1999, 2100, 2**64])
def test_a_year_outside_our_time_is_not_there(skriver, aar):
    haler = ("saksgang/", "endret/", "utgave/1/", "utgave/1/data.json")

    assert {skriver.get(f"/rapport/{aar}/{hale}").status_code for hale in haler} == {404}


# --- The list -------------------------------------------------------------------------------------------------------


def test_the_list_says_how_far_each_has_come(client, sekretaer, styremedlem, godkjent):
    utkast = Rapport.for_aaret(2026)
    utkast.lagre(0)
    client.force_login(styremedlem)
    side = uten_merker(client.get(LISTE).content.decode())
    assert "Beretning 2026 1. januar–31. desember 2026 Utkast. Bare styret kan lese den." in side
    assert "Godkjent av årsmøtet 28. februar 2026. Bare styret kan lese den." in side

    godkjent.publiser(godkjent.versjon, av=None)
    assertContains(client.get(LISTE), "Godkjent av årsmøtet 28. februar 2026. Publisert.")
    godkjent.aapne_igjen("En feil", av=sekretaer, versjon=godkjent.versjon)
    assertContains(client.get(LISTE), "Utkast: åpnet igjen. Publisert: alle leser den forrige utgaven.")

    client.logout()
    side = client.get(LISTE)
    assertContains(side, "Godkjent av årsmøtet 28. februar 2026")
    assertNotContains(side, "åpnet igjen")
    assertNotContains(side, "2026/")
    assert dict(side.cookies) == {}


# --- Queries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antall", [1, 10])
def test_ten_times_the_plan_and_the_editions_cost_no_more_queries(
    antall, skriver, sekretaer, i_dag, django_assert_max_num_queries
):
    lag_mange(lag_plan(), antall)
    rapport = Rapport.for_aaret(2025)
    rapport.lagre(0)
    for _ in range(antall):
        legg_fram(rapport, STYRET, av=sekretaer, versjon=rapport.versjon, i_dag=i_dag)
        rapport.aapne_igjen("En feil", av=sekretaer, versjon=rapport.versjon)
    for aar in range(2026, 2026 + antall):
        Rapport.for_aaret(aar).lagre(0)

    for adresse, hoeyst in ((SAKSGANG, 18), (ENDRET, 18), (f"/rapport/2025/utgave/{antall}/", 18), (LISTE, 5)):
        with django_assert_max_num_queries(hoeyst):
            assert skriver.get(adresse).status_code == 200

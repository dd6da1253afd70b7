"""How the plan came to stand so: the log of adopted wording, and the plan as it stood on any earlier day."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.tiltak.conftest import lag_plan, uten_merker
from tiltak.importering import bekreft_plan
from tiltak.models import Ordlydsendring, Organ, Plan, Planutgave
from tiltak.redigering.endring import endre
from tiltak.utgave import Beslutning

ADRESSE = "/plan/arbeidsplan-2025-2028/"


def endre_tekst(tiltak, tekst, dag, av=None, organ=Organ.AARSMOETET, grunn="Vedtak i sak 7"):
    tiltak.refresh_from_db()
    endre(tiltak, {"tekst": tekst}, Beslutning(organ, dag, grunn, av), tiltak.versjon)


@pytest.fixture
def endret(tiltak, sekretaer):
    endre_tekst(tiltak, "Revidere hele strategien", date(2026, 2, 28), sekretaer)
    endre_tekst(tiltak, "Revidere strategien", date(2026, 6, 1), sekretaer, Organ.RETTING, "Rettet skrivefeil")
    return tiltak


def test_the_log_tells_each_decision_with_what_it_changed_the_newest_first(client, endret):
    side = uten_merker(client.get(f"{ADRESSE}historikk/").content.decode())

    siste = side.index("Fra 1. juni 2026 Rettelse, uten eget vedtak. Rettet skrivefeil")
    foerste = side.index("Fra 28. februar 2026 Vedtatt av årsmøtet. Vedtak i sak 7")
    vedtatt = side.index("Fra 1. januar 2025 Vedtatt av årsmøtet. Planen ble vedtatt.")
    assert siste < foerste < vedtatt
    assert "Tiltak 1.1a Ordlyd Revidere [tatt ut: hele ] strategien" in side


def test_words_that_changed_are_marked_for_eyes_and_ears(client, endret):
    svar = client.get(f"{ADRESSE}historikk/")

    assertContains(
        svar,
        '<del><span class="skjult">[tatt ut: </span>kommunikasjonsstrategi<span class="skjult">]</span></del>',
        html=True,
    )


def test_names_are_for_the_board_alone(client, endret, styremedlem):
    for alle in (client.get(f"{ADRESSE}historikk/"), client.get(f"{ADRESSE}per/2026-03-01/")):
        assertNotContains(alle, "Ola Sekretær")
    client.force_login(styremedlem)

    assertContains(client.get(f"{ADRESSE}historikk/"), "Ført av Ola Sekretær", count=2)


def test_the_edition_that_nobody_wrote_is_said_to_be_nobodys(client, endret, styremedlem):
    client.force_login(styremedlem)

    assertNotContains(client.get(f"{ADRESSE}historikk/"), "tidligere bruker")


def test_what_was_changed_before_editions_were_kept_is_told_too(client, plan, sekretaer):
    for felt in ("ordlyd", "ansvarlig"):
        Ordlydsendring.objects.create(
            plan=plan, hva="1a", felt=felt, foer="a", etter="b", grunn="Rettet", av=sekretaer
        )

    svar = client.get(f"{ADRESSE}historikk/")

    assert [[len(del_.linjer) for del_ in innslag.deler] for innslag in svar.context["tidligere"]] == [[2]]
    assertContains(svar, "Rettet", count=1)


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [
        ("2025-01-01", "Revidere kommunikasjonsstrategi"),
        ("2026-02-27", "Revidere kommunikasjonsstrategi"),
        ("2026-02-28", "Revidere hele strategien"),
        ("2026-06-01", "Revidere strategien"),
        ("9999-12-31", "Revidere strategien"),
    ],
)
def test_the_plan_is_read_as_it_stood_that_day(client, endret, dag, tekst):
    svar = client.get(f"{ADRESSE}per/{dag}/")

    assertContains(svar, tekst)
    assertContains(svar, "Slik sto planen")
    assertContains(svar, f'<a href="{ADRESSE}">Slik planen står nå</a>', html=True)


@pytest.mark.parametrize("dag", ["2024-12-31", "0001-01-01"])
def test_a_day_before_the_plan_was_adopted_gets_a_sentence(client, endret, dag):
    svar = client.get(f"{ADRESSE}per/{dag}/")

    assertContains(svar, "Planen var ikke vedtatt")
    assertNotContains(svar, "Revidere")


def test_a_plan_without_editions_stands_as_it_always_did(client, tiltak):
    svar = client.get(f"{ADRESSE}per/2026-03-01/")

    assertContains(svar, "Ordlyden er ikke endret siden planen ble vedtatt.")
    assertContains(svar, "Revidere kommunikasjonsstrategi")
    assertContains(client.get(f"{ADRESSE}per/2024-03-01/"), "Planen var ikke vedtatt")


def test_a_plan_adopted_here_has_its_first_edition_from_that_day(client, db, sekretaer):
    plan = lag_plan("ny", status=Plan.Status.UTKAST)
    bekreft_plan(plan, date(2025, 2, 1), av=sekretaer)

    assertContains(client.get("/plan/ny-plan/per/2025-01-31/"), "", status_code=404)
    assertContains(client.get("/plan/ny/per/2025-01-31/"), "Planen var ikke vedtatt")
    assertContains(client.get("/plan/ny/per/2025-02-01/"), "Denne utgaven gjelder fra 1. februar 2025")


@pytest.mark.parametrize("dag", ["2026-02-30", "0000-01-01", "2026-13-01", "26-01-01", "i-dag"])
def test_a_day_that_is_none_is_no_page(client, plan, dag):
    assert client.get(f"{ADRESSE}per/{dag}/").status_code == 404


def test_a_day_is_chosen_in_a_form(client, plan):
    valgt = client.get(f"{ADRESSE}historikk/?dag=01.03.2026")
    galt = client.get(f"{ADRESSE}historikk/?dag=i+gaar")

    assertRedirects(valgt, f"{ADRESSE}per/2026-03-01/")
    assertContains(galt, "Skriv dagen slik: 31.12.2026.")


def test_a_proposal_says_that_it_has_no_history_yet(client, db):
    lag_plan("forslag", status=Plan.Status.FORSLAG, lagt_ut=True)

    assertContains(client.get("/plan/forslag/historikk/"), "Planen er ikke vedtatt ennå.")
    assertContains(client.get("/plan/forslag/per/2026-03-01/"), "Planen er ikke vedtatt ennå.")


@pytest.mark.parametrize("antall", [1, 3])
def test_the_log_costs_the_same_for_any_number_of_editions(client, tiltak, antall, django_assert_num_queries):
    for nr in range(antall):
        endre_tekst(tiltak, f"Tekst {nr}", date(2026, 2, 28))

    with django_assert_num_queries(5):
        client.get(f"{ADRESSE}historikk/")


@pytest.mark.parametrize("side", ["2", "0", "x", "9" * 30])
def test_a_long_log_is_shown_a_page_at_a_time(client, plan, side):
    felles = {"plan": plan, "innhold": {}, "organ": Organ.AARSMOETET, "vedtaksdag": date(2026, 2, 28)}
    for nr in range(60):
        Planutgave.objects.create(gjelder_fra=date(2026, 2, 28), grunn=f"Sak {nr}", **felles)

    svar = client.get(f"{ADRESSE}historikk/?side={side}")

    assert svar.status_code == 200
    assert len(svar.context["innslag"]) in (10, 50)


def test_a_row_of_changes_by_one_decision_is_told_as_one(client, plan, tiltak, sekretaer):
    for tekst in ("Revidere hele strategien", "Revidere hele strategien nå"):
        endre_tekst(tiltak, tekst, date(2026, 2, 28), sekretaer)

    foerst, _ = client.get(f"{ADRESSE}historikk/").context["innslag"]

    assert [(linje.foer, linje.etter) for del_ in foerst.deler for linje in del_.linjer] == [
        ("Revidere kommunikasjonsstrategi", "Revidere hele strategien"),
        ("Revidere hele strategien", "Revidere hele strategien nå"),
    ]

"""The outline of the plan, and what changing adopted wording asks for."""

from datetime import date

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_mange, lag_tiltak
from tiltak.models import Kapittel, Ordlydsendring, Plan, Planutgave

from .skjema import VEDTAK, adresse, feil, fra_skjema, skjema


def test_the_outline_has_every_part_in_the_plans_order(rediger, plan, maal, tiltak):
    visjon = Kapittel.objects.create(plan=plan, slag="visjon", nr=1, overskrift="Visjon")
    avsnitt = visjon.avsnitt.create(nr=1, tekst="Et sterkt lag.")
    maalene = Kapittel.objects.create(plan=plan, slag="maal", nr=2, overskrift="Målene")
    slutt = Kapittel.objects.create(plan=plan, slag="avslutning", nr=3, overskrift="Aktivitet")
    rad = plan.aktivitetsrader.create(nr=1, maaned="Mars")
    under = maal.avsnitt.create(nr=1, tekst="SV er tydelig.")
    periodemaal = plan.periodemaal.create(nr=1, tekst="Vinne")
    borte = lag_tiltak(maal, "1.1b", utgaatt=date(2026, 2, 28))

    disposisjon = rediger.get(f"/plan/{plan.slug}/rediger/").context["disposisjon"]

    rekkefoelge = [visjon, avsnitt, maalene, maal, under, tiltak, slutt, rad, periodemaal]
    assert [del_.ting for del_ in disposisjon.deler] == rekkefoelge
    assert [del_.ting for del_ in disposisjon.ute] == [borte]


@pytest.mark.parametrize("antall", [1, 3])
def test_the_outline_costs_the_same_for_any_size(rediger, plan, antall, django_assert_num_queries):
    lag_mange(plan, antall)

    with django_assert_num_queries(9):
        rediger.get(f"/plan/{plan.slug}/rediger/")


def test_an_empty_plan_says_so_and_what_can_be_added(rediger, utkast):
    svar = rediger.get("/plan/utkast/rediger/")

    assertContains(svar, "Det står ingenting i planen ennå.")
    assertContains(svar, '<a class="knapp lys" href="/plan/utkast/rediger/mal/ny/">Mål</a>', html=True)


def test_changing_adopted_wording_asks_who_decided_when_and_why(rediger, tiltak):
    data = skjema(rediger, adresse(tiltak)) | {"tekst": "Revidere strategien", "vedtaksdag": "", "grunn": " \0 "}

    svar = rediger.post(adresse(tiltak), data)

    assert feil(svar) == {
        "organ": ["Planen er vedtatt. Velg hvem som har vedtatt endringen."],
        "vedtaksdag": ["Planen er vedtatt. Skriv dagen det ble vedtatt."],
        "grunn": ["Planen er vedtatt. Skriv hvorfor ordlyden endres."],
    }
    assertContains(svar, "Revidere strategien</textarea>")
    tiltak.refresh_from_db()
    assert (tiltak.tekst, Ordlydsendring.objects.count()) == ("Revidere kommunikasjonsstrategi", 0)


def test_a_change_stands_in_the_log_field_by_field_with_the_decision(rediger, sekretaer, tiltak):
    data = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Revidere strategien", "ansvarlig": "AU"}

    svar = rediger.post(adresse(tiltak), data)

    assert svar.headers["Location"] == f"/plan/{tiltak.maal.plan.slug}/rediger/#tiltak-{tiltak.pk}"
    ny = Planutgave.objects.order_by("pk").last()
    assert (ny.organ, ny.vedtaksdag, ny.grunn, ny.av) == ("arsmotet", date(2026, 2, 28), "Vedtak i sak 7", sekretaer)
    linjer = Ordlydsendring.objects.order_by("pk").values_list("utgave", "hva", "felt", "foer", "etter")
    foer, etter = "Revidere kommunikasjonsstrategi", "Revidere strategien"
    assert list(linjer) == [
        (ny.pk, "Tiltak 1.1a", "ordlyd", foer, etter),
        (ny.pk, "Tiltak 1.1a", "ansvarlig", "", "AU"),
    ]


@pytest.mark.parametrize(
    ("dag", "setning"),
    [
        ("16.06.2026", "Dagen har ikke vært ennå. Skriv dagen det ble vedtatt."),
        ("30.01.2025", "Planen ble vedtatt 31. januar 2025. Skriv den dagen eller en senere."),
        ("i går", "Skriv dagen slik: 31.12.2026."),
    ],
)
def test_a_day_that_cannot_be_the_decisions_is_told_by_the_field(rediger, plan, tiltak, dag, setning):
    Plan.objects.update(vedtatt_dag=date(2025, 1, 31))
    data = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Nytt", "vedtaksdag": dag}

    assert feil(rediger.post(adresse(tiltak), data))["vedtaksdag"][0] == setning
    assert not Ordlydsendring.objects.exists()


def test_nothing_was_decided_before_a_plan_that_does_not_say_when_it_was_adopted(rediger, tiltak):
    data = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Nytt", "vedtaksdag": "31.12.2024"}

    svar = rediger.post(adresse(tiltak), data)

    setning = "Planen gjelder fra 1. januar 2025. Skriv den dagen eller en senere."
    assert feil(svar)["vedtaksdag"][0] == setning


def test_the_next_change_begins_with_the_decision_that_was_written_last(rediger, administrator, tiltak):
    foerst = skjema(rediger, adresse(tiltak))
    rediger.post(adresse(tiltak), foerst | VEDTAK | {"tekst": "Revidere strategien"})
    Planutgave.objects.update(tid=timezone.make_aware(timezone.datetime(2026, 6, 15, 12)))

    neste = skjema(rediger, adresse(tiltak))
    rediger.force_login(administrator)
    en_annens = skjema(rediger, adresse(tiltak))

    beslutning = ("organ", "vedtaksdag", "grunn")
    assert [foerst.get(felt) for felt in beslutning] == [None, "2026-06-15", ""]
    assert [neste[felt] for felt in beslutning] == ["arsmotet", "2026-02-28", "Vedtak i sak 7"]
    assert [en_annens.get(felt) for felt in beslutning] == [None, "2026-06-15", ""]


def test_who_follows_up_is_no_wording(rediger, styremedlem, tiltak):
    data = skjema(rediger, adresse(tiltak)) | {"foelges_opp_av": styremedlem.pk}

    rediger.post(adresse(tiltak), data)

    tiltak.refresh_from_db()
    assert (tiltak.foelges_opp_av, Ordlydsendring.objects.count()) == (styremedlem, 0)


def test_saving_without_changes_makes_no_version_and_no_edition(rediger, tiltak):
    rediger.post(adresse(tiltak), skjema(rediger, adresse(tiltak)))

    tiltak.refresh_from_db()
    assert (tiltak.versjon, Ordlydsendring.objects.count()) == (1, 0)


def test_a_draft_is_changed_without_a_decision(rediger, utkasttiltak):
    vist = rediger.get(adresse(utkasttiltak))
    rediger.post(adresse(utkasttiltak), fra_skjema(vist.context["form"]) | {"tekst": "Møte flere folk"})

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, Ordlydsendring.objects.count()) == ("Møte flere folk", 0)
    assertNotContains(vist, "Hvem har vedtatt det?")

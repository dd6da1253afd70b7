"""Parts are added where they belong, plans are made by hand, and proposals put out."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_tiltak
from tiltak.models import Maal, Plan, Planutgave

from .skjema import VEDTAK, adresse, feil, sagt, skjema


def test_a_measure_is_added_where_the_link_says(rediger, maal, tiltak):
    sist = lag_tiltak(maal, "1.1c")
    sti = f"/plan/{maal.plan.slug}/rediger/tiltak/ny/?i=mal-{maal.pk}&etter={tiltak.pk}"

    uten = rediger.post(sti, {"kode": "1.1b", "tekst": "Noe nytt", "gjennomfoering": "2027"})
    rediger.post(sti, {"kode": "1.1b", "tekst": "Noe nytt", "gjennomfoering": "2027"} | VEDTAK)

    assert feil(uten).keys() == {"organ", "grunn", "vedtaksdag"}
    assert list(maal.tiltak.values_list("nr", "kode")) == [(1, "1.1a"), (2, "1.1b"), (3, sist.kode)]
    assert sagt(rediger) == ["Lagret. Fristen leses slik: I 2027."]


@pytest.mark.parametrize("etter", ["", "forst", "denne"])
def test_what_is_sent_twice_is_added_once(rediger, maal, tiltak, etter):
    lag_tiltak(maal, "1.1c")
    sti = f"/plan/{maal.plan.slug}/rediger/tiltak/ny/?i=mal-{maal.pk}&etter={etter.replace('denne', str(tiltak.pk))}"
    data = {"kode": "1.1b", "tekst": "Noe nytt", "gjennomfoering": "2027"} | VEDTAK

    rediger.post(sti, data)
    rediger.post(sti, data)

    assert maal.tiltak.filter(kode="1.1b").count() == 1
    assert sagt(rediger)[-1] == "Det står her allerede, og er ikke lagt til en gang til."
    assert Planutgave.objects.count() == 2


@pytest.mark.parametrize("etter", ["", "forst", "999999", "x", "9" * 30])
@pytest.mark.parametrize("hva", ["kapittel", "periodemal", "mal", "maned"])
def test_what_the_plan_itself_has_is_added_anywhere(rediger, utkast, hva, etter):
    data = {"overskrift": "Nytt", "slag": "visjon", "tekst": "Nytt", "nummer": "1", "maaned": "Mars"}

    svar = rediger.post(f"/plan/utkast/rediger/{hva}/ny/?etter={etter}", data)

    assert svar.status_code == 302
    assert rediger.get("/plan/utkast/rediger/").context["disposisjon"].deler != []


@pytest.mark.parametrize("eier", ["", "mal-999999", "kapittel-1", "mal-", "mal-\0", "plan-1", f"mal-{'9' * 30}"])
def test_a_measure_is_added_under_a_goal_of_the_plan_or_not_at_all(rediger, utkast, tiltak, eier):
    for hvem in (eier, f"mal-{tiltak.maal_id}"):  # the last one is another plan's
        svar = rediger.post(f"/plan/utkast/rediger/tiltak/ny/?i={hvem}", {"tekst": "Ikke mist dette"})

        assert svar.status_code == 404
        assertContains(svar, "Ikke mist dette", status_code=404)


def test_a_number_that_stands_twice_is_told_and_kept(rediger, utkasttiltak):
    maal = utkasttiltak.maal
    Maal.objects.create(plan=maal.plan, nr=2, nummer="2", overskrift="Annet")
    lag_tiltak(maal, "1b")

    rediger.post(adresse(maal, "mal"), skjema(rediger, adresse(maal, "mal")) | {"nummer": "2."})
    om_nummeret = sagt(rediger)
    rediger.post(adresse(utkasttiltak), skjema(rediger, adresse(utkasttiltak)) | {"kode": "1b"})

    assert om_nummeret == ["Lagret. Nummeret 2 står nå to ganger i planen."]
    assert sagt(rediger) == ["Lagret. Koden 1b står nå to ganger i planen."]


def test_a_plan_is_made_by_hand(rediger, plan):
    svar = rediger.post("/plan/ny/", {"tittel": "Arbeidsplan 2025-2028", "fra": "01.01.2029", "til": "31.12.2032"})

    ny = Plan.objects.get(pk__gt=plan.pk)
    assert svar.headers["Location"] == f"/plan/{ny.slug}/rediger/"
    assert (ny.slug, ny.status, ny.fra) == ("arbeidsplan-2025-2028-2", "utkast", date(2029, 1, 1))


@pytest.mark.parametrize("tittel", ["Ny", "Inn"])
def test_a_plan_is_never_called_as_a_page_beside_it(rediger, tittel):
    rediger.post("/plan/ny/", {"tittel": tittel, "fra": "2029-01-01", "til": "2032-12-31"})

    assert Plan.objects.get().slug == f"{tittel.lower()}-2"


@pytest.mark.parametrize(
    ("fra", "til", "felt"),
    [("2029-01-01", "2028-01-01", "til"), ("", "x", "fra til"), ("2029-01-01", "2060-01-01", "til")],
)
def test_a_period_that_cannot_be_makes_no_plan(rediger, db, fra, til, felt):
    svar = rediger.post("/plan/ny/", {"tittel": "Plan", "fra": fra, "til": til})

    assert (set(feil(svar)), Plan.objects.count()) == (set(felt.split()), 0)


def test_a_draft_is_put_out_as_a_proposal_and_taken_back(rediger, client, utkast):
    def send(**data):
        rediger.post("/plan/utkast/rediger/forslag/", data)
        utkast.refresh_from_db()
        return utkast.status, utkast.lagt_ut

    ute = send(versjon=utkast.versjon)
    med_for_gammel_side = send(versjon=utkast.versjon - 1, trekk_tilbake="1")
    tilbake = send(versjon=utkast.versjon, trekk_tilbake="1")

    assert (ute, med_for_gammel_side, tilbake) == (("forslag", True), ("forslag", True), ("utkast", False))


def test_an_adopted_plan_cannot_be_made_a_proposal_again(rediger, plan):
    rediger.post(f"/plan/{plan.slug}/rediger/forslag/", {"versjon": plan.versjon})

    plan.refresh_from_db()
    assert (plan.status, plan.lagt_ut) == ("vedtatt", False)


def test_the_measures_own_page_leads_the_secretary_here(rediger, tiltak, styremedlem):
    lenke = f'<a href="{adresse(tiltak)}">Rediger tiltaket</a>'
    som_sekretaer = rediger.get(tiltak.get_absolute_url())
    rediger.force_login(styremedlem)

    assertContains(som_sekretaer, lenke, html=True)
    assertNotContains(rediger.get(tiltak.get_absolute_url()), "Rediger tiltaket")

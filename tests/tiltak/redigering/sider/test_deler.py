"""Every kind of part has its form, is changed, and opens where it stands."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateNotUsed, assertTemplateUsed

from tiltak.models import Avsnitt, Kapittel, Periodemaal
from tiltak.tolkning import les_paa_nytt

from .skjema import VEDTAK, adresse, feil, fra_skjema, skjema


@pytest.mark.parametrize(
    ("hva", "lag", "nytt"),
    [
        ("kapittel", lambda plan: Kapittel.objects.create(plan=plan, slag="visjon", nr=1), {"overskrift": "Visjon"}),
        ("periodemal", lambda plan: plan.periodemaal.create(nr=1, tekst="Vinne"), {"tekst": "Vinne valget"}),
        ("maned", lambda plan: plan.aktivitetsrader.create(nr=1, maaned="Mars"), {"mellomaar": "Skole"}),
        ("mal", lambda plan: plan.maal.create(nr=1, nummer="1", overskrift="Mål"), {"nummer": "2.1"}),
    ],
)
def test_every_kind_of_part_has_its_form(rediger, utkast, hva, lag, nytt):
    ting = lag(utkast)

    rediger.post(adresse(ting, hva), skjema(rediger, adresse(ting, hva)) | nytt)

    ting.refresh_from_db()
    assert {felt: getattr(ting, felt) for felt in nytt} == nytt


def test_a_paragraph_becomes_a_bullet(rediger, utkasttiltak):
    avsnitt = Avsnitt.objects.create(maal=utkasttiltak.maal, nr=1, tekst="SV er tydelig.")

    rediger.post(adresse(avsnitt, "avsnitt"), {"tekst": "SV er tydelig.", "punkt": "on", "lest_versjon": "1"})

    avsnitt.refresh_from_db()
    assert (avsnitt.tekst, avsnitt.punkt, avsnitt.versjon) == ("SV er tydelig.", True, 2)


def test_the_plans_head_is_changed_and_its_terminer_follow(rediger, utkasttiltak):
    plan = utkasttiltak.maal.plan
    sti = "/plan/utkast/rediger/hode/"
    rediger.post(adresse(utkasttiltak), skjema(rediger, adresse(utkasttiltak)) | {"gjennomfoering": "Hvert år"})

    rediger.post(sti, skjema(rediger, sti) | {"tittel": "Ny", "fra": "01.01.2026", "til": "2027-12-31"})

    plan.refresh_from_db()
    assert (plan.tittel, plan.fra, plan.til) == ("Ny", date(2026, 1, 1), date(2027, 12, 31))
    assert [termin.noekkel for termin in utkasttiltak.terminer.all()] == ["2026", "2027"]


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"til": "9999-12-31"}, "til"),
        ({"til": "31.02.2026"}, "til"),
        ({"til": "2020-01-01"}, "til"),
        ({"til": "2060-01-01"}, "til"),
        ({"fra": ""}, "fra"),
        ({"tittel": "\0"}, "tittel"),
    ],
)
def test_a_head_that_cannot_be_is_told_by_the_field(rediger, utkast, endret, felt):
    sti = "/plan/utkast/rediger/hode/"

    svar = rediger.post(sti, skjema(rediger, sti) | endret)

    assert feil(svar).keys() == {felt}


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"fra": "2026-01-01"}, {"fra"}),
        ({"til": "2026-02-26"}, {"til"}),
        ({"til": "2026-02-27"}, set()),
        ({"fra": "2024-01-01"}, set()),
        ({"fra": "2026-01-01", "organ": "retting"}, set()),
    ],
)
def test_no_decision_takes_days_that_have_been_out_of_the_period(rediger, plan, tiltak, endret, felt):
    les_paa_nytt(tiltak)
    sti = f"/plan/{plan.slug}/rediger/hode/"

    svar = rediger.post(sti, skjema(rediger, sti) | VEDTAK | endret)

    plan.refresh_from_db()
    if felt:
        assert feil(svar).keys() == felt
        assertContains(svar, "Planen gjaldt alt 1. januar 2025–27. februar 2026")
        assert (plan.fra, plan.til) == (date(2025, 1, 1), date(2028, 12, 31))
    else:
        assert svar.status_code == 302


def test_new_words_of_a_period_goal_move_its_target_unless_somebody_wrote_another(rediger, utkast):
    tekst = "Minst {} representanter ved stortingsvalget 2029"
    lest = Periodemaal.objects.create(
        plan=utkast, nr=1, tekst=tekst.format("to"), antall=2, valg="stortingsvalg", valgaar=2029
    )
    rettet = Periodemaal.objects.create(plan=utkast, nr=2, tekst=tekst.format("to"), antall=7)

    for maal in (lest, rettet):
        sti = adresse(maal, "periodemal")
        rediger.post(sti, skjema(rediger, sti) | {"tekst": tekst.format("fire")})

    assert list(utkast.periodemaal.values_list("antall", "valg")) == [(4, "stortingsvalg"), (7, "")]


def test_with_htmx_a_part_opens_and_closes_where_it_stands(rediger, utkasttiltak):
    htmx = {"headers": {"HX-Request": "true"}}
    aapen = rediger.get(adresse(utkasttiltak), **htmx)
    lagret = rediger.post(adresse(utkasttiltak), fra_skjema(aapen.context["form"]) | {"tekst": "Møte flere"}, **htmx)
    lukket = rediger.get(adresse(utkasttiltak) + "?vis=del", **htmx)

    assertTemplateUsed(aapen, "tiltak/rediger/_skjema.html")
    for svar in (aapen, lagret, lukket):
        assertTemplateNotUsed(svar, "base.html")
        assertContains(svar, f'id="tiltak-{utkasttiltak.pk}"', count=1)
    assertContains(lagret, "Møte flere")
    assertContains(lagret, 'data-si="Lagret."')
    assertNotContains(lukket, "Lagret.")

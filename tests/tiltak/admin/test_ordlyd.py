"""Adopted wording in the editing site: every change asks why and is logged."""

import pytest

from tiltak.models import (
    Avsnitt,
    Kapittel,
    Maal,
    Ordlydsendring,
    Periodemaal,
    Tiltak,
)

from .conftest import GRUNN, feil, side, skjema


def test_changing_adopted_wording_asks_why(rediger, tiltak):
    data = skjema(rediger, tiltak) | {"tekst": "Revidere strategien"}

    svar = rediger.post(side(tiltak), data)

    assert feil(svar) == {"grunn": ["Planen er vedtatt. Skriv hvorfor ordlyden endres."]}
    tiltak.refresh_from_db()
    assert tiltak.tekst == "Revidere kommunikasjonsstrategi"
    assert not Ordlydsendring.objects.exists()


def test_a_change_of_adopted_wording_stands_in_the_log_field_by_field(rediger, sekretaer, tiltak):
    data = skjema(rediger, tiltak) | {"tekst": "Revidere strategien", "ansvarlig": "AU", "grunn": GRUNN}

    rediger.post(side(tiltak), data)

    linjer = Ordlydsendring.objects.order_by("felt").values_list("plan", "hva", "felt", "foer", "etter", "grunn", "av")
    foer, etter = "Revidere kommunikasjonsstrategi", "Revidere strategien"
    assert list(linjer) == [
        (tiltak.maal.plan_id, "Tiltak 1.1a", "ansvarlig", "", "AU", GRUNN, sekretaer.pk),
        (tiltak.maal.plan_id, "Tiltak 1.1a", "ordlyd", foer, etter, GRUNN, sekretaer.pk),
    ]


def test_what_is_no_wording_is_changed_without_a_reason(rediger, styremedlem, tiltak):
    data = skjema(rediger, tiltak) | {"foelges_opp_av": styremedlem.pk}

    rediger.post(side(tiltak), data)

    tiltak.refresh_from_db()
    assert tiltak.foelges_opp_av == styremedlem
    assert not Ordlydsendring.objects.exists()


def test_a_draft_is_changed_without_a_reason(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak) | {"tekst": "Møte flere folk"}

    rediger.post(side(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert utkasttiltak.tekst == "Møte flere folk"
    assert not Ordlydsendring.objects.exists()
    assert "Hvorfor endres" not in rediger.get(side(utkasttiltak)).content.decode()


def test_a_paragraph_on_its_goals_page_asks_why_too(rediger, sekretaer, maal):
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="SV er tydelig.")
    data = skjema(rediger, maal) | {"avsnitt-0-tekst": "SV er tydeligere."}

    uten = rediger.post(side(maal), data)
    avsnitt.refresh_from_db()
    assert (feil(uten).keys(), avsnitt.tekst) == ({"avsnitt"}, "SV er tydelig.")
    rediger.post(side(maal), data | {"grunn": GRUNN})

    avsnitt.refresh_from_db()
    [linje] = Ordlydsendring.objects.all()
    assert avsnitt.tekst == "SV er tydeligere."
    assert (linje.hva, linje.felt, linje.foer, linje.etter, linje.av) == (
        "1.1 Tydelig politisk stemme, avsnitt 1",
        "ordlyd",
        "SV er tydelig.",
        "SV er tydeligere.",
        sekretaer,
    )


def test_a_measure_added_to_an_adopted_plan_asks_why_and_is_logged(rediger, maal):
    data = skjema(rediger, maal) | {
        "tiltak-TOTAL_FORMS": "1",
        "tiltak-0-nr": "1",
        "tiltak-0-kode": "1.1b",
        "tiltak-0-tekst": "Noe nytt",
        "tiltak-0-gjennomfoering": "2026",
        "tiltak-0-maal": maal.pk,
    }

    uten = rediger.post(side(maal), data)
    assert (feil(uten).keys(), Tiltak.objects.count()) == ({"tiltak"}, 0)
    rediger.post(side(maal), data | {"grunn": "Vedtak i årsmøtet 2026"})

    nytt = Tiltak.objects.get()
    assert [termin.noekkel for termin in nytt.terminer.all()] == ["2026"]
    assert sorted(Ordlydsendring.objects.values_list("felt", "foer", "etter")) == [
        ("gjennomføring", "", "2026"),
        ("kode", "", "1.1b"),
        ("ordlyd", "", "Noe nytt"),
    ]


@pytest.mark.parametrize(
    ("lag", "felt", "nytt"),
    [
        (lambda plan: plan, "tittel", "Arbeidsplan"),
        (
            lambda plan: Kapittel.objects.create(plan=plan, slag="visjon", nr=1, overskrift="Visjon"),
            "overskrift",
            "Ny",
        ),
        (lambda plan: Periodemaal.objects.create(plan=plan, nr=1, tekst="Vinne"), "tekst", "Vinne valget"),
        (lambda plan: Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Mål"), "motto", "Sammen"),
    ],
)
def test_every_part_of_an_adopted_plan_asks_why(rediger, plan, lag, felt, nytt):
    ting = lag(plan)
    data = skjema(rediger, ting) | {felt: nytt}

    uten = rediger.post(side(ting), data)
    rediger.post(side(ting), data | {"grunn": GRUNN})

    ting.refresh_from_db()
    assert feil(uten).keys() == {"grunn"}
    assert getattr(ting, felt) == nytt
    assert [linje.etter for linje in Ordlydsendring.objects.all()] == [nytt]


def test_a_plan_cannot_be_made_a_draft_again_and_nothing_moves_out_of_it(rediger, plan, maal, tiltak, utkasttiltak):
    rediger.post(side(plan), skjema(rediger, plan) | {"status": "utkast", "slug": "ny"})
    rediger.post(side(maal), skjema(rediger, maal) | {"plan": utkasttiltak.maal.plan_id})
    svar = rediger.post(side(tiltak), skjema(rediger, tiltak) | {"maal": utkasttiltak.maal_id, "grunn": GRUNN})

    plan.refresh_from_db()
    maal.refresh_from_db()
    assert (plan.status, plan.slug, maal.plan) == ("vedtatt", "arbeidsplan-2025-2028", plan)
    assert feil(svar).keys() == {"maal"}


def test_a_draft_is_not_adopted_through_its_form(rediger, utkast):
    svar = rediger.post(side(utkast), skjema(rediger, utkast) | {"status": "vedtatt"})

    assert feil(svar).keys() == {"status"}

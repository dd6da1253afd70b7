"""Tests of what the report's way through the annual meeting refuses, in words, with what was typed still there."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains

from tiltak.models import Gjenaapning, Rapport

from .siden import LAGT_FRAM, MOETET, SAKSGANG, feilene, gjoer, paa_nytt


@pytest.mark.parametrize(
    ("dag", "sier"),
    [
        ("", "Skriv en dag."),
        ("i går", "Skriv dagen slik: 31.12.2026."),
        ("1999-01-01", "Skriv en dag mellom 2000 og 2099."),
        ("2026-06-16", "Dagen har ikke vært ennå. Skriv dagen det ble vedtatt."),
        ("2024-12-31", "Beretningen begynner 1. januar 2025. Skriv den dagen eller en senere."),
    ],
)
def test_a_day_that_cannot_be_the_boards_is_said_by_the_field(skriver, utkast, dag, sier):
    svar = gjoer(skriver, utkast, "legg_fram", vedtatt=dag)

    assert sier in feilene(svar)["vedtatt"]
    assert svar.context["skjemaer"]["legg_fram"]["vedtatt"].value() == dag
    assert paa_nytt().er_utkast


@pytest.mark.parametrize(
    ("felter", "sier"),
    [
        ({"moetedag": "2026-02-28"}, {"utfall": ["Velg hva årsmøtet gjorde med beretningen."]}),
        (
            {"utfall": "utkast", "moetedag": "2026-02-28"},
            {"utfall": ["Velg hva årsmøtet gjorde med beretningen."]},
        ),
        (
            {"utfall": "godkjent", "moetedag": "2026-06-16"},
            {"moetedag": ["Dagen har ikke vært ennå. Skriv dagen møtet ble holdt."]},
        ),
        (
            {"utfall": "godkjent", "moetedag": "2026-02-02"},
            {"moetedag": ["Fylkesstyret la den fram 3. februar 2026. Skriv den dagen eller en senere."]},
        ),
    ],
)
def test_a_decision_that_cannot_be_the_meetings_is_said_by_the_field(skriver, lagt_fram, felter, sier):
    svar = gjoer(skriver, lagt_fram, "vedta", **felter)

    assert feilene(svar) == sier
    assert paa_nytt().tilstand == LAGT_FRAM


@pytest.mark.parametrize(
    ("grunn", "sier"),
    [
        (" \x07 ", "Skriv hvorfor beretningen åpnes igjen."),
        ("x" * 1001, "Teksten er på 1001 tegn. Kort den ned til 1000."),
    ],
)
def test_without_a_reason_it_is_not_opened_again(skriver, lagt_fram, grunn, sier):
    assert feilene(gjoer(skriver, lagt_fram, "aapne_igjen", grunn=grunn)) == {"grunn": [sier]}

    assert paa_nytt().tilstand == LAGT_FRAM


@pytest.mark.parametrize("versjon", ["", "tull", "-1", str(2**64)])
def test_a_form_that_is_not_whole_says_so(skriver, utkast, versjon):
    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "vedtatt": "2026-02-03", "versjon": versjon})

    assertContains(svar, "Skjemaet er ikke helt.")
    assert paa_nytt().er_utkast


@pytest.mark.parametrize("handling", ["", "tull"])
def test_an_act_that_does_not_exist_shows_the_page(skriver, utkast, handling):
    assert gjoer(skriver, utkast, handling).status_code == 200
    assert paa_nytt().versjon == utkast.versjon


def test_when_somebody_saved_first_it_is_said_and_sent_once_more_it_is_done(skriver, utkast):
    lest = utkast.versjon
    utkast.lagre(lest)

    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "vedtatt": "2026-02-04", "versjon": lest})

    assertContains(svar, "Ikke gjort ennå: noen andre har endret beretningen i mellomtiden.")
    form = svar.context["skjemaer"]["legg_fram"]
    assert (form["vedtatt"].value(), form["versjon"].value()) == ("2026-02-04", str(lest + 1))
    assert paa_nytt().er_utkast
    skriver.post(SAKSGANG, {"handling": "legg_fram", "vedtatt": "2026-02-04", "versjon": form["versjon"].value()})
    assert paa_nytt().tilstand == LAGT_FRAM


def test_an_act_that_has_lost_its_place_says_so_and_keeps_what_was_typed(skriver, lagt_fram):
    lest = lagt_fram.versjon
    lagt_fram.aapne_igjen("Den første", av=None, versjon=lest)

    svar = skriver.post(SAKSGANG, {"handling": "aapne_igjen", "grunn": "Et <tall> var feil", "versjon": lest})

    assertContains(svar, "Ikke gjort: beretningen er nå «Utkast».")
    assertContains(svar, "<blockquote>Et &lt;tall&gt; var feil</blockquote>", html=True)
    assert [en.grunn for en in Gjenaapning.objects.all()] == ["Den første"]


def test_the_meetings_day_is_filled_in_when_it_has_been(skriver, lagt_fram):
    assert skriver.get(SAKSGANG).context["skjemaer"]["vedta"].initial["moetedag"] == MOETET
    Rapport.objects.update(moetedag=date(2026, 6, 20))

    assert skriver.get(SAKSGANG).context["skjemaer"]["vedta"].initial["moetedag"] is None

"""Making an activity, as a draft or published at once."""

from datetime import UTC, date, datetime, time

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from aktivitet.models import Aktivitet
from tests.aktivitet.views.skjemaet import NY, feil, meldinger, skjema


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


def test_a_button_pressed_twice_makes_one(inne, lokallag):
    for _ in range(2):
        svar = inne.post(NY, skjema(lokallag))

    assertRedirects(svar, Aktivitet.objects.get().get_absolute_url())


@pytest.mark.parametrize("andre", [{"sted": "Rådhuset"}, {"handling": "utkast"}, {"fra_kl": "18:30"}])
def test_what_differs_in_anything_is_another_one(inne, lokallag, andre):
    for felter in ({}, andre):
        inne.post(NY, skjema(lokallag, **felter))

    assert Aktivitet.objects.count() == 2


@pytest.mark.parametrize(
    "senere", [{"avlyst": True}, {"opprettet": datetime(2026, 1, 1, tzinfo=UTC)}, {"opprettet_av": None}]
)
def test_what_was_made_before_or_by_another_or_is_called_off_does_not_stand_in_its_way(inne, lokallag, senere):
    inne.post(NY, skjema(lokallag))
    Aktivitet.objects.update(**senere)

    inne.post(NY, skjema(lokallag))

    assert Aktivitet.objects.count() == 2


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

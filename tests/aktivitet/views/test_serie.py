"""A series: seen before it is made, and made once as single activities."""

from datetime import date, time
from uuid import uuid4

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet
from tests.aktivitet.views.seriesiden import NY, TIRSDAGENE, feil, lag_den, skjema
from tests.aktivitet.views.skjemaet import meldinger

# --- Seeing it before ------------------------------------------------------------------------------------------------


def test_the_days_are_shown_in_words_and_nothing_is_stored(inne, lokallag, lag_aktivitet):
    lag_aktivitet("Kinokveld", date(2026, 7, 7), presisjon="klokkeslett", fra_kl=time(19))

    svar = inne.post(NY, skjema(lokallag))

    for ord_ in (
        "Første tirsdag hver måned, fra 1. juni 2026 til 31. august 2026.",
        "tirsdag 2. juni 2026 kl. 18.00–20.00",
        "Samme tid i Hamar:",
        "Kinokveld",
    ):
        assertContains(svar, ord_)
    assert [(en.dag.dag.isoformat(), valgt) for en, valgt in svar.context["forslag"]] == [
        (dag, True) for dag in TIRSDAGENE
    ]
    assert Aktivitet.objects.count() == 1


def test_a_holiday_is_pointed_out_and_not_chosen(inne, lokallag):
    svar = inne.post(NY, skjema(lokallag, gjentas="uke", ukedag="", fra_dag="2026-05-07", til_dag="2026-05-21"))

    assertContains(svar, "Helligdag: kristi himmelfartsdag")
    assert [(en.dag.dag.day, valgt) for en, valgt in svar.context["forslag"]] == [(7, True), (14, False), (21, True)]


def test_what_others_keep_to_themselves_is_not_told_by_a_collision(inne, lokallag, lag_aktivitet, fylkeslag):
    hemmelig = {"lag": fylkeslag, "kommune": "Hamar", "synlighet": "intern"}
    lag_aktivitet("Hemmelig", date(2026, 7, 7), presisjon="klokkeslett", fra_kl=time(19), **hemmelig)

    assertNotContains(inne.post(NY, skjema(lokallag)), "Hemmelig")


def test_the_night_without_that_hour_cannot_be_chosen(inne, lokallag):
    data = skjema(
        lokallag, gjentas="uke", ukedag="6", fra_dag="2026-03-22", til_dag="2026-03-31", fra_kl="02:30", til_kl=""
    )

    svar = inne.post(NY, data)
    assertContains(svar, "29. mars 2026: klokken stilles frem denne natten, og klokkeslettet finnes ikke.")

    inne.post(NY, data | {"handling": "utkast", "dag": ["2026-03-22", "2026-03-29"], "serie": str(uuid4())})
    assert [en.foerste_dag for en in Aktivitet.objects.all()] == [date(2026, 3, 22)]


def test_going_back_keeps_all_that_was_written(inne, lokallag):
    svar = inne.post(NY, skjema(lokallag, handling="endre", tittel="Kveld <b>"))

    for skrevet in ('value="Kveld &lt;b&gt;"', 'value="2026-08-31"', 'value="18:00"', "Velkommen</textarea>"):
        assertContains(svar, skrevet)
    assert feil(svar) == {}


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ({"tittel": ""}, {"tittel": ["Skriv hva som skal skje."]}),
        ({"fra_dag": ""}, {"fra_dag": ["Skriv en dag."]}),
        ({"fra_dag": "2026-02-30"}, {"fra_dag": ["Skriv dagen slik: 31.12.2026."]}),
        ({"fra_dag": "9999-12-31"}, {"fra_dag": ["Skriv en dag mellom 2000 og 2099."]}),
        ({"til_dag": ""}, {"til_dag": ["Skriv en siste dag, eller hvor mange ganger."]}),
        ({"til_dag": "2026-05-01"}, {"til_dag": ["Siste dag er før første dag."]}),
        (
            {"til_dag": "2026-06-01"},
            {"til_dag": ["Ingen dager passer. Sett en senere siste dag, eller velg en annen gjentakelse."]},
        ),
        (
            {"gjentas": "uke", "til_dag": "2030-01-01"},
            {"til_dag": ["Det blir mer enn 60 dager. Sett en tidligere siste dag, og lag resten som en ny serie."]},
        ),
        ({"antall": "61"}, {"antall": ["Skriv et tall fra 1 til 60."]}),
        ({"til_dag": "", "antall": "mange"}, {"antall": ["Skriv et tall fra 1 til 60."]}),
        ({"gjentas": "dato"}, {"dato": ["Skriv hvilken dato i måneden, for eksempel 15."]}),
        ({"gjentas": "dato", "dato": "32"}, {"dato": ["Skriv et tall fra 1 til 31."]}),
        ({"gjentas": "aldri"}, {"gjentas": ["Velg hvordan det gjentas."]}),
        ({"hver": "9"}, {"hver": ["Velg fra listen."]}),
        ({"ukedag": "\x00"}, {"ukedag": ["Velg fra listen."]}),
        ({"fra_kl": "25:00"}, {"fra_kl": ["Skriv klokkeslettet slik: 18.00."]}),
        ({"fra_kl": ""}, {"fra_kl": ["Skriv når det begynner, for eksempel 18.00."]}),
        ({"lag": "0"}, {"lag": ["Velg et lag som du kan legge inn aktiviteter for."]}),
    ],
)
def test_what_cannot_be_is_told_by_its_field_and_what_was_written_stays(inne, lokallag, skrevet, ventet):
    svar = inne.post(NY, skjema(lokallag, beskrivelse="Kom & se") | skrevet)

    assert (svar.status_code, feil(svar)) == (200, ventet)
    assertContains(svar, "Kom &amp; se</textarea>")
    assertContains(svar, "Rett det som er merket under")


def test_a_field_that_does_not_count_is_no_hindrance(inne, lokallag):
    svar = inne.post(NY, skjema(lokallag, dato="tull"))

    assertContains(svar, "Velg dagene som skal være med")


# --- Making it -------------------------------------------------------------------------------------------------------


def test_a_series_is_made_as_single_activities(inne, redaktoer, lokallag):
    nummer = uuid4()

    svar = lag_den(inne, lokallag, serie=nummer)

    assertRedirects(svar, f"{NY}{nummer}/")
    assert meldinger(svar) == ["3 aktiviteter er publisert."]
    laget = list(Aktivitet.objects.all())
    assert [(en.foerste_dag.isoformat(), en.fra_kl, en.til_kl) for en in laget] == [
        (dag, time(18), time(20)) for dag in TIRSDAGENE
    ]
    assert {(en.tittel, en.lag, en.sted, en.serie, en.opprettet_av, en.er_utkast) for en in laget} == {
        ("Åpen kveld", lokallag, "Biblioteket", nummer, redaktoer, False)
    }
    assert len({en.uid for en in laget}) == 3


def test_only_the_chosen_days_of_the_rule_are_made(inne, lokallag):
    lag_den(inne, lokallag, dager=[TIRSDAGENE[0], "2026-06-03", "tull"], handling="utkast")

    assert [(en.foerste_dag.isoformat(), en.er_utkast) for en in Aktivitet.objects.all()] == [(TIRSDAGENE[0], True)]


def test_no_day_chosen_says_so_and_makes_nothing(inne, lokallag):
    svar = lag_den(inne, lokallag, dager=[])

    assertContains(svar, "Ingen dager er valgt. Velg minst én.")
    assert not Aktivitet.objects.exists()


def test_a_button_pressed_twice_makes_one_series(inne, lokallag):
    nummer = uuid4()

    for _ in range(2):
        svar = lag_den(inne, lokallag, serie=nummer)

    assert meldinger(svar)[-1] == "Serien er laget alt. Her er den."
    assert Aktivitet.objects.count() == 3


@pytest.mark.parametrize("nummer", ["", "tull", "\x00"])
def test_a_number_that_is_none_is_replaced(inne, lokallag, nummer):
    lag_den(inne, lokallag, serie=nummer)

    assert len({en.serie for en in Aktivitet.objects.all()} - {None}) == 1


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        ("20:00", "01:00", (date(2026, 6, 2), date(2026, 6, 3), time(20), time(1))),
        ("", "", (date(2026, 6, 2), date(2026, 6, 2), None, None)),
    ],
)
def test_over_midnight_and_without_a_clock(inne, lokallag, fra, til, ventet):
    lag_den(inne, lokallag, dager=TIRSDAGENE[:1], fra_kl=fra, til_kl=til)

    assert Aktivitet.objects.values_list("foerste_dag", "siste_dag", "fra_kl", "til_kl").get() == ventet


@pytest.mark.parametrize("handling", ["publiser", "send_inn"])
def test_where_the_secretary_sees_first_all_of_them_wait(inne, lokallag, handling):
    lokallag.godkjennes = True
    lokallag.save()
    assertContains(inne.post(NY, skjema(lokallag)), "Lag og send til sekretæren")

    svar = lag_den(inne, lokallag, handling=handling)

    assert meldinger(svar) == ["3 aktiviteter er sendt til sekretæren, som ser på dem før de blir publisert."]
    assert Aktivitet.objects.venter().count() == 3


def test_the_county_boards_own_meetings_are_made_as_drafts(client, sekretaer, fylkeslag):
    client.force_login(sekretaer)
    sett = client.post(NY, skjema(fylkeslag, type="fylkesstyremote"))
    assertNotContains(sett, "Lag og publiser")

    svar = lag_den(client, fylkeslag, type="fylkesstyremote")

    assert meldinger(svar) == ["3 aktiviteter er lagret som utkast."]
    assert Aktivitet.objects.utkast().count() == 3


def test_a_board_member_makes_no_series_of_board_meetings(client, styremedlem, fylkeslag):
    client.force_login(styremedlem)

    svar = lag_den(client, fylkeslag, type="fylkesstyremote")

    assert list(feil(svar)) == ["type"]
    assert not Aktivitet.objects.exists()

"""A series: seen before it is made, made once as single activities, and the rest of it changed without anybody's words
being lost."""

from datetime import date, time
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet
from tests.aktivitet.views.skjemaet import meldinger

NY = "/hva-skjer/serie/"
TIRSDAGENE = ["2026-06-02", "2026-07-07", "2026-08-04"]


def skjema(lag, **felter):
    """What a browser sends: every first Tuesday in the summer of 2026, unless told otherwise."""
    vanlig = {
        "gjentas": "ukedag",
        "nr": "1",
        "ukedag": "1",
        "dato": "",
        "hver": "1",
        "fra_dag": "2026-06-01",
        "til_dag": "2026-08-31",
        "antall": "",
        "hopp_over_helligdager": "on",
        "tittel": "Åpen kveld",
        "type": "mote",
        "lag": lag.pk,
        "fra_kl": "18:00",
        "til_kl": "20:00",
        "sted": "Biblioteket",
        "kommune": "",
        "beskrivelse": "Velkommen",
        "synlighet": "offentlig",
        "handling": "se",
    }
    return vanlig | felter


def lag_den(client, lag, dager=TIRSDAGENE, handling="publiser", **felter):
    nummer = felter.pop("serie", uuid4())
    data = skjema(lag, dag=dager, handling=handling, serie=str(nummer), **felter)
    return client.post(NY, {navn: verdi for navn, verdi in data.items() if verdi is not None})


def feil(svar):
    skjemaet = svar.context["skjema"]
    alle = {**skjemaet.regel.errors, **skjemaet.innhold.errors}
    return {felt: list(liste) for felt, liste in alle.items()}


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


# --- The rest of it --------------------------------------------------------------------------------------------------


@pytest.fixture
def serien(inne, lokallag, i_dag):
    """Three published Tuesdays ahead, of the editor's."""
    lag_den(inne, lokallag, serie=UUID(int=7))
    return list(Aktivitet.objects.order_by("foerste_dag"))


SIDEN = f"{NY}{UUID(int=7)}/"


def nytt(client, sti=SIDEN, **felter):
    """What the page would send back, with `felter` written over."""
    svar = client.get(sti)
    form = svar.context["form"]
    verdier = {navn: form[navn].value() or "" for navn in form.fields}
    return {**verdier, "sett": svar.context["sett"], "handling": "endre_resten"} | felter


def test_a_change_reaches_all_that_are_left_and_keeps_what_was_written_by_hand(inne, serien):
    serien[1].sted = "Rådhuset"
    serien[1].lagre(1)

    svar = inne.post(SIDEN, nytt(inne, sted="Kulturhuset", fra_kl="19:00", til_kl="21:00"))

    assert meldinger(svar)[-1] == "3 er endret. 1 beholdt noe som er skrevet for hånd."
    assert list(Aktivitet.objects.order_by("foerste_dag").values_list("sted", "fra_kl", "til_kl", "versjon")) == [
        ("Kulturhuset", time(19), time(21), 2),
        ("Rådhuset", time(19), time(21), 3),
        ("Kulturhuset", time(19), time(21), 2),
    ]


def test_from_one_of_them_on_leaves_those_before(inne, serien):
    inne.post(f"{SIDEN}?fra={serien[1].pk}", nytt(inne, f"{SIDEN}?fra={serien[1].pk}", tittel="Nytt navn"))

    assert list(Aktivitet.objects.order_by("foerste_dag").values_list("tittel", flat=True)) == [
        "Åpen kveld",
        "Nytt navn",
        "Nytt navn",
    ]


def test_one_that_was_moved_by_hand_keeps_its_day_and_its_hour(inne, serien):
    serien[2].foerste_dag = serien[2].siste_dag = date(2026, 8, 6)
    serien[2].fra_kl = time(17)
    serien[2].lagre(1)

    inne.post(SIDEN, nytt(inne, fra_kl="19:00"))

    assert list(Aktivitet.objects.order_by("foerste_dag").values_list("foerste_dag", "fra_kl")) == [
        (date(2026, 6, 2), time(19)),
        (date(2026, 7, 7), time(19)),
        (date(2026, 8, 6), time(17)),
    ]


@pytest.mark.parametrize(
    ("presisjon", "foerste", "siste"),
    [
        ("klokkeslett", date(2026, 7, 7), date(2026, 7, 9)),
        ("uke", date(2026, 7, 6), date(2026, 7, 12)),
        ("maaned", date(2026, 7, 1), date(2026, 7, 31)),
        ("dager", date(2026, 7, 7), date(2026, 7, 8)),
    ],
)
def test_one_that_was_given_other_days_by_hand_keeps_them_whatever_its_hour(inne, serien, presisjon, foerste, siste):
    if presisjon != "klokkeslett":
        Aktivitet.objects.update(presisjon="dag", fra_kl=None, til_kl=None)
    Aktivitet.objects.filter(pk=serien[1].pk).update(presisjon=presisjon, foerste_dag=foerste, siste_dag=siste)

    svar = inne.post(SIDEN, nytt(inne, fra_kl="19:30", til_kl="21:30"))

    assert meldinger(svar)[-1] == "2 er endret. 1 beholdt noe som er skrevet for hånd."
    assert list(Aktivitet.objects.order_by("siste_dag").values_list("presisjon", "foerste_dag", "siste_dag")) == [
        ("klokkeslett", date(2026, 6, 2), date(2026, 6, 2)),
        (presisjon, foerste, siste),
        ("klokkeslett", date(2026, 8, 4), date(2026, 8, 4)),
    ]


def test_nothing_new_changes_nothing(inne, serien):
    svar = inne.post(SIDEN, nytt(inne))

    assert meldinger(svar)[-1] == "0 er endret."
    assert set(Aktivitet.objects.values_list("versjon", flat=True)) == {1}


@pytest.mark.parametrize("handling", ["endre_resten", "avlys_resten", "publiser_resten"])
def test_what_somebody_saved_meanwhile_is_shown_before_anything_is_done(inne, serien, handling):
    sendt = nytt(inne, tittel="Mitt", handling=handling)
    serien[2].lagre(1)

    svar = inne.post(SIDEN, sendt)

    assertContains(svar, "Noen andre lagret i mellomtiden. Se over serien, og prøv igjen.")
    assert set(Aktivitet.objects.values_list("tittel", "avlyst")) == {("Åpen kveld", False)}


def test_a_form_with_errors_shows_itself(inne, serien):
    svar = inne.post(SIDEN, nytt(inne, tittel="", til_kl="21:00", fra_kl="", beskrivelse="Står her"))

    assert svar.status_code == 200
    assert {felt: list(liste) for felt, liste in svar.context["form"].errors.items()} == {
        "tittel": ["Skriv hva som skal skje."],
        "fra_kl": ["Skriv når det begynner, for eksempel 18.00."],
    }
    assertContains(svar, "Står her</textarea>")


def test_the_rest_is_called_off_and_what_was_called_off_stays(inne, serien):
    serien[0].avlys(1)

    svar = inne.post(SIDEN, nytt(inne, handling="avlys_resten"))

    assert meldinger(svar)[-1] == "2 er avlyst."
    assert list(Aktivitet.objects.order_by("foerste_dag").values_list("avlyst", "versjon")) == [(True, 2)] * 3
    assertContains(inne.get(SIDEN), "Det er ingen igjen av serien.")


def test_drafts_are_published_together_and_are_not_called_off(inne, lokallag, i_dag):
    lag_den(inne, lokallag, handling="utkast", serie=UUID(int=7))

    inne.post(SIDEN, nytt(inne, handling="avlys_resten"))
    assert Aktivitet.objects.utkast().filter(avlyst=False).count() == 3

    inne.post(SIDEN, nytt(inne, handling="publiser_resten"))
    assert Aktivitet.objects.offentlige().count() == 3


def test_drafts_are_sent_in_together_where_the_secretary_sees_first(inne, lokallag, i_dag):
    lokallag.godkjennes = True
    lokallag.save()
    lag_den(inne, lokallag, handling="utkast", serie=UUID(int=7))

    svar = inne.post(SIDEN, nytt(inne, handling="publiser_resten"))

    assert meldinger(svar)[-1] == "3 er sendt inn."
    assert (Aktivitet.objects.venter().count(), Aktivitet.objects.offentlige().count()) == (3, 0)


def test_the_secretary_publishes_a_whole_series_that_waits(client, inne, sekretaer, lokallag, i_dag):
    lokallag.godkjennes = True
    lokallag.save()
    lag_den(inne, lokallag, serie=UUID(int=7))
    assertNotContains(inne.get(SIDEN), "publiser_resten")
    client.force_login(sekretaer)

    svar = client.post(SIDEN, nytt(client, handling="publiser_resten"))

    assert meldinger(svar)[-1] == "3 er publisert."
    assert (Aktivitet.objects.venter().count(), Aktivitet.objects.offentlige().count()) == (0, 3)


def test_the_boards_own_meetings_are_called_off_one_by_one(client, sekretaer, fylkeslag, i_dag):
    client.force_login(sekretaer)
    lag_den(client, fylkeslag, type="fylkesstyremote", serie=UUID(int=7))

    for handling in ("avlys_resten", "publiser_resten"):
        client.post(SIDEN, nytt(client, handling=handling))

    assertContains(client.get(SIDEN), "så de publiseres og avlyses ett for ett")
    assert Aktivitet.objects.utkast().filter(avlyst=False).count() == 3


def test_an_evening_sharpened_over_midnight_ends_the_day_after(inne, serien):
    inne.post(SIDEN, nytt(inne, fra_kl="22:00", til_kl="01:00"))

    assert Aktivitet.objects.order_by("foerste_dag").values_list("siste_dag", flat=True).first() == date(2026, 6, 3)


def test_others_series_are_not_there(client, styremedlem, serien):
    client.force_login(styremedlem)

    assert [client.get(SIDEN).status_code, client.post(SIDEN, {"handling": "avlys_resten"}).status_code] == [404, 404]


def test_one_in_a_series_leads_to_the_rest(inne, serien):
    lenke = f'href="{SIDEN}?fra={serien[1].pk}"'

    assertContains(inne.get(serien[1].get_absolute_url()), lenke)
    assertContains(inne.get(f"{serien[1].get_absolute_url()}rediger/"), lenke)


@pytest.mark.parametrize("fra", ["tull", "0", "99999999999999999999"])
def test_an_address_from_nothing_is_from_the_first(inne, serien, fra):
    assert len(inne.get(f"{SIDEN}?fra={fra}").context["rest"]) == 3


def test_the_pages_ask_as_few_questions_for_many_as_for_few(inne, lokallag, i_dag):
    antallene = []
    for nummer, til in ((UUID(int=1), "2026-06-30"), (UUID(int=2), "2027-06-30")):
        with CaptureQueriesContext(connection) as capture:
            inne.post(NY, skjema(lokallag, til_dag=til))
        se = len(capture)
        lag_den(inne, lokallag, dager=TIRSDAGENE[: 1 if nummer.int == 1 else 3], til_dag=til, serie=nummer)
        with CaptureQueriesContext(connection) as capture:
            inne.get(f"{NY}{nummer}/")
        antallene.append((se, len(capture)))

    assert antallene[0] == antallene[1]

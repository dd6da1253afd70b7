"""The activities of a measure, on its page: planned, chosen, taken away, and told of as held."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet, Lag
from tests.tiltak.conftest import lag_termin, logg, uten_merker
from tests.tiltak.redigering.conftest import lag_lest_tiltak
from tiltak.models import Plan, Status, Termin, Tilknytning


@pytest.fixture
def planlegg(tiltak, fylkeslag):
    return reverse("tiltak:planlegg", args=[tiltak.pk])


@pytest.fixture
def velg(tiltak):
    return reverse("tiltak:velg_aktivitet", args=[tiltak.pk])


@pytest.fixture
def holdt(tiltak, termin, lag_aktivitet, styremedlem):
    """A course that was held in March, tied to a measure that is due in 2026."""
    Tilknytning.objects.knytt(tiltak, lag_aktivitet("Kurs & mer", date(2026, 3, 12)), styremedlem)
    return tiltak.tilknytninger.get()


def skjema(fylkeslag, **andre):
    felter = {"tittel": "Kurs", "type": "skolering", "lag": fylkeslag.pk, "presisjon": "dag"}
    return felter | {"foerste_dag": "2026-09-12", "synlighet": "offentlig", "handling": "utkast"} | andre


def gjennomfoert(ett, termin):
    return reverse("tiltak:holdt", args=[ett.pk]), {"termin": termin.pk, "versjon": termin.versjon}


# --- Plan a new one --------------------------------------------------------------------------------------------------


def test_the_form_begins_with_the_measures_words_and_what_is_left_of_its_window(inne, planlegg, termin, i_dag):
    svar = inne.get(planlegg)

    felter = {felt: svar.context["form"][felt].value() for felt in ("tittel", "presisjon", "foerste_dag", "siste_dag")}
    assert felter == {
        "tittel": "Revidere kommunikasjonsstrategi",
        "presisjon": "maaneder",
        "foerste_dag": i_dag,
        "siste_dag": date(2026, 12, 31),
    }
    assertContains(svar, "Neste frist er 31. desember 2026 (2026).")


def test_a_button_pressed_twice_plans_one(inne, planlegg, tiltak, fylkeslag):
    for _ in range(2):
        inne.post(planlegg, skjema(fylkeslag))

    assert (Aktivitet.objects.count(), tiltak.tilknytninger.count()) == (1, 1)


def test_with_nothing_left_to_do_the_time_is_left_open(inne, planlegg, tiltak, i_dag):
    lag_termin(tiltak, "2025")
    lag_termin(tiltak, "2026", status=Status.GJENNOMFOERT)

    svar = inne.get(planlegg)

    assert svar.context["form"]["foerste_dag"].value() is None
    assertNotContains(svar, "Neste frist")


@pytest.mark.parametrize(("handling", "publisert"), [("utkast", False), ("publiser", True)])
def test_what_is_planned_is_in_the_calendar_and_belongs_to_the_measure(
    inne, planlegg, tiltak, fylkeslag, styremedlem, handling, publisert
):
    svar = inne.post(planlegg, skjema(fylkeslag, handling=handling))

    ny = Aktivitet.objects.get()
    assert (ny.tittel, ny.publisert is not None, ny.opprettet_av) == ("Kurs", publisert, styremedlem)
    assert [(ett.aktivitet, ett.av) for ett in tiltak.tilknytninger.all()] == [(ny, styremedlem)]
    assertRedirects(svar, f"{tiltak.get_absolute_url()}#aktiviteter")
    assertContains(inne.get(tiltak.get_absolute_url()), f'<a href="{ny.get_absolute_url()}">Kurs</a>')


def test_a_form_with_an_error_keeps_what_was_typed_and_stores_nothing(inne, planlegg, fylkeslag):
    svar = inne.post(planlegg, skjema(fylkeslag, tittel="Det jeg skrev", foerste_dag="9999-01-01"))

    assert (svar.status_code, svar.context["form"].errors) == (
        200,
        {"foerste_dag": ["Skriv en dag mellom 2000 og 2099."]},
    )
    assertContains(svar, "Det jeg skrev")
    assert (Aktivitet.objects.count(), Tilknytning.objects.count()) == (0, 0)


def test_the_calendars_rights_hold_here_too(inne, planlegg, fylkeslag, lokallag):
    andres_lag = inne.post(planlegg, skjema(lokallag))
    moetet = inne.post(planlegg, skjema(fylkeslag, type="arsmote"))
    Lag.objects.filter(type=Lag.Type.FYLKESLAG).delete()
    uten_lag = inne.get(planlegg)

    assert (list(andres_lag.context["form"].errors), list(moetet.context["form"].errors)) == (["lag"], ["type"])
    assert uten_lag.status_code == 403
    assert Tilknytning.objects.count() == 0


def test_a_meeting_that_moves_deadlines_is_confirmed_first_and_then_belongs_to_the_measure(
    client, sekretaer, fylkeslag, maal
):
    tiltak = lag_lest_tiltak(maal, "1.1a", gjennomfoering="Første FS-møte etter årsmøtet, årlig")
    planlegg = reverse("tiltak:planlegg", args=[tiltak.pk])
    client.force_login(sekretaer)
    sendt = skjema(fylkeslag, type="arsmote", handling="publiser", foerste_dag="2026-03-07")

    foerst = client.post(planlegg, sendt)
    imens = (Aktivitet.objects.count(), Tilknytning.objects.count())
    svar = client.post(planlegg, sendt | {"bekreftet": foerst.context["flyttinger"].merke})

    assertContains(foerst, "Ingenting er lagret ennå.")
    assert imens == (0, 0)
    assertRedirects(svar, f"{tiltak.get_absolute_url()}#aktiviteter")
    assert [ett.aktivitet.type for ett in tiltak.tilknytninger.all()] == ["arsmote"]


@pytest.mark.parametrize(("utgaatt", "antall"), [(None, 1), (date(2026, 3, 1), 0)])
def test_the_page_offers_to_plan_as_long_as_the_measure_stands_in_the_plan(inne, tiltak, planlegg, utgaatt, antall):
    tiltak.utgaatt = utgaatt
    tiltak.save()

    assertContains(inne.get(tiltak.get_absolute_url()), f'href="{planlegg}"', count=antall)


def test_a_measure_of_a_draft_offers_nothing_to_plan_or_keep(client, sekretaer, tiltak, planlegg, velg):
    Plan.objects.update(status=Plan.Status.UTKAST)
    client.force_login(sekretaer)

    svar = client.get(tiltak.get_absolute_url())

    for adresse in (planlegg, velg, reverse("tiltak:nytt_vedlegg", args=[tiltak.pk])):
        assertNotContains(svar, adresse)
        assert client.get(adresse).status_code == 404


# --- Choose one ------------------------------------------------------------------------------------------------------


def test_one_from_the_calendar_is_chosen_and_taken_away_again(inne, velg, tiltak, lag_aktivitet, termin):
    kurs = lag_aktivitet("Kurs", date(2026, 12, 1))

    listen = inne.get(velg)
    valgt = inne.post(velg, {"aktivitet": kurs.pk, "handling": "knytt"})
    tilknyttet = [ett.aktivitet for ett in tiltak.tilknytninger.all()]
    etterpaa = inne.get(velg)
    loesnet = inne.post(velg, {"aktivitet": kurs.pk, "handling": "loesne"}, follow=True)

    assert listen.context["aktiviteter"] == tilknyttet == [kurs]
    assert (etterpaa.context["aktiviteter"], tiltak.tilknytninger.count()) == ([], 0)
    assertRedirects(valgt, f"{tiltak.get_absolute_url()}#aktiviteter")
    assertContains(loesnet, "«Kurs» hører ikke lenger til tiltaket. Aktiviteten står fortsatt i kalenderen.")
    assert Aktivitet.objects.filter(pk=kurs.pk).exists()


def test_a_search_finds_one_that_is_far_from_any_deadline(inne, velg, lag_aktivitet):
    kurs = lag_aktivitet("Ærlig <kurs>", date(2030, 1, 1))

    funnet, ingen = inne.get(velg, {"q": "ÆRLIG"}), inne.get(velg, {"q": "<kamel>"})

    assert funnet.context["aktiviteter"] == [kurs]
    assertContains(funnet, "Ærlig &lt;kurs&gt;")
    assertContains(ingen, "Ingen aktivitet har alle ordene «&lt;kamel&gt;».")


def test_a_search_that_is_too_long_says_so(inne, velg):
    svar = inne.get(velg, {"q": "a" * 200})

    assertContains(svar, "Teksten er på 200 tegn. Kort den ned til 100.")


@pytest.mark.parametrize("pk", ["", "0", "x", "9" * 5000, 10**30, -1])
def test_an_activity_that_is_gone_is_told_of(inne, velg, pk):
    svar = inne.post(velg, {"aktivitet": pk, "handling": "knytt"}, follow=True)

    assertContains(svar, "Ikke lagret: aktiviteten finnes ikke lenger. Velg en annen.")


def test_what_one_may_not_see_cannot_be_chosen(inne, velg, lag_aktivitet):
    utkast = lag_aktivitet("Hemmelig", date(2026, 12, 1), publisert=None)

    svar = inne.post(velg, {"aktivitet": utkast.pk, "handling": "knytt"}, follow=True)

    assertContains(svar, "aktiviteten finnes ikke lenger")
    assert Tilknytning.objects.count() == 0


# --- Held ------------------------------------------------------------------------------------------------------------


def test_a_held_activity_offers_to_set_its_termin_on_both_pages(inne, holdt, termin, tiltak, i_dag):
    sider = [inne.get(adresse) for adresse in (tiltak.get_absolute_url(), holdt.aktivitet.get_absolute_url())]

    for side in sider:
        assertContains(side, "Sett 2026 til Gjennomført, gjort 12. mars 2026")


def test_one_press_sets_it_on_the_activitys_day_with_its_title(inne, holdt, termin, tiltak, styremedlem, i_dag):
    adresse, sendt = gjennomfoert(holdt, termin)

    svar = inne.post(adresse, sendt)

    assertRedirects(svar, f"{tiltak.get_absolute_url()}#rad-{termin.pk}")
    assert logg(termin) == [("gjennomfoert", date(2026, 3, 12), None, "Kurs & mer")]
    assert termin.logg.get().av == styremedlem
    siden = inne.get(tiltak.get_absolute_url())
    assertContains(siden, f'id="angre-{termin.pk}"')
    assertNotContains(siden, "Sett 2026 til Gjennomført")


def test_what_was_written_before_stands_before_the_title(inne, holdt, termin, sekretaer, i_dag):
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="Lokalet er bestilt.")
    adresse, sendt = gjennomfoert(holdt, termin)

    inne.post(adresse, sendt)

    assert logg(termin)[-1] == ("gjennomfoert", date(2026, 3, 12), None, "Lokalet er bestilt.\n\nKurs & mer")


def test_a_title_that_is_for_some_alone_does_not_follow_into_the_report(inne, holdt, termin, sekretaer, i_dag):
    Aktivitet.objects.update(synlighet=Aktivitet.Synlighet.INTERN)
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="Lokalet er bestilt.")
    adresse, sendt = gjennomfoert(holdt, termin)

    inne.post(adresse, sendt)

    assert logg(termin)[-1] == ("gjennomfoert", date(2026, 3, 12), None, "Lokalet er bestilt.")


def test_nobody_is_overwritten(inne, holdt, termin, sekretaer, i_dag):
    adresse, sendt = gjennomfoert(holdt, termin)
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="Bare halve")

    svar = inne.post(adresse, sendt, follow=True)

    assertContains(svar, "Ikke satt: Ola Sekretær har lagret i mellomtiden. Se over fristen.")
    assert logg(termin) == [("paagaar", None, None, "Bare halve")]


@pytest.mark.parametrize(
    "andre", [{"termin": ""}, {"termin": 10**30}, {"termin": "x"}, {"versjon": ""}, {"versjon": 10**30}]
)
def test_a_form_that_is_not_whole_sets_nothing(inne, holdt, termin, i_dag, andre):
    adresse, sendt = gjennomfoert(holdt, termin)

    svar = inne.post(adresse, sendt | andre, follow=True)

    assertContains(svar, "Ikke satt:")
    assert logg(termin) == []


@pytest.mark.parametrize("felter", [{"avlyst": True}, {"siste_dag": date(2026, 6, 15)}, {"publisert": None}])
def test_what_was_not_held_after_all_sets_nothing(client, sekretaer, holdt, termin, i_dag, felter):
    client.force_login(sekretaer)
    Aktivitet.objects.update(**felter)
    adresse, sendt = gjennomfoert(holdt, termin)

    svar = client.post(adresse, sendt, follow=True)

    assertContains(svar, "Ikke satt: noe er endret siden du åpnet siden. Se over fristene.")
    assert logg(termin) == []


def test_sent_twice_it_is_set_once(inne, holdt, termin, i_dag):
    adresse, sendt = gjennomfoert(holdt, termin)

    for _ in range(2):
        inne.post(adresse, sendt)

    assert (Termin.objects.get().status, len(logg(termin))) == (Status.GJENNOMFOERT, 1)


# --- The activity's own page -----------------------------------------------------------------------------------------


def test_the_public_sees_nothing_of_it_and_pays_no_query(client, holdt, redaktoer, django_assert_num_queries):
    adresse = holdt.aktivitet.get_absolute_url()

    with django_assert_num_queries(3):  # the calendar's stand, the activity, its deadlines
        for_alle = client.get(adresse)
    client.force_login(redaktoer)
    for_redaktoeren = client.get(adresse)

    for side in (for_alle, for_redaktoeren):
        assertNotContains(side, "I planen")
        assertNotContains(side, "Revidere kommunikasjonsstrategi")


def test_the_board_sees_which_measures_it_carries_out(inne, holdt, tiltak, maal):
    svar = inne.get(holdt.aktivitet.get_absolute_url())

    assert "Gjennomfører tiltak 1.1a Revidere kommunikasjonsstrategi" in uten_merker(svar.content.decode())
    assertContains(svar, f'href="{tiltak.get_absolute_url()}"')


@pytest.mark.parametrize("antall", [1, 5])
def test_the_activitys_page_costs_the_same_for_any_number(
    inne, lag_aktivitet, maal, styremedlem, antall, django_assert_num_queries
):
    kurs = lag_aktivitet("Kurs", date(2026, 3, 12))
    for nr in range(antall):
        tiltak = lag_lest_tiltak(maal, f"1.1{nr}", "2026")
        Tilknytning.objects.knytt(tiltak, kurs, styremedlem)
    inne.get("/healthz")  # the session is read

    with django_assert_num_queries(6):  # session, person, activity, its deadlines, ties, terminer
        svar = inne.get(kurs.get_absolute_url())

    assertContains(svar, "Gjennomfører", count=antall)

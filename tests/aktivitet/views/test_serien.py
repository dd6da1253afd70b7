"""A series that is made: the rest of it changed, called off and published without anybody's words being lost."""

from datetime import date, time
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from aktivitet.models import Aktivitet
from tests.aktivitet.views.seriesiden import NY, TIRSDAGENE, lag_den, skjema
from tests.aktivitet.views.skjemaet import meldinger

SIDEN = f"{NY}{UUID(int=7)}/"


@pytest.fixture
def serien(inne, lokallag, i_dag):
    """Three published Tuesdays ahead, of the editor's."""
    lag_den(inne, lokallag, serie=UUID(int=7))
    return list(Aktivitet.objects.order_by("foerste_dag"))


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

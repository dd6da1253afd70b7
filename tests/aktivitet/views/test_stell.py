"""The secretary's care of the calendar: what to put right, each with the way to where it is done."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from aktivitet.models import Aktivitet, Kalenderstand
from aktivitet.views import stell

STELL = "/hva-skjer/stell/"
HELT = {"presisjon": "klokkeslett", "fra_kl": time(18), "sted": "Biblioteket", "beskrivelse": "Velkommen"}


@pytest.fixture
def inne(client, sekretaer):
    client.force_login(sekretaer)
    return client


def titlene(svar):
    return {navn: [en.aktivitet.tittel for en in alle] for navn, _, _, alle in svar.context["mangelgrupper"]}


def test_what_lacks_something_leads_to_its_field(inne, i_dag, lag_aktivitet):
    uten_sted = lag_aktivitet("Uten sted", date(2026, 6, 1), **HELT | {"sted": ""})
    lag_aktivitet("Uten tekst", date(2026, 6, 2), **HELT | {"beskrivelse": ""})
    lag_aktivitet("Hel", date(2026, 6, 3), **HELT)
    lag_aktivitet("Avlyst", date(2026, 6, 4), avlyst=True)
    lag_aktivitet("For lenge til", date(2026, 9, 1))
    lag_aktivitet("Over", date(2026, 5, 13))

    svar = inne.get(STELL)

    assert titlene(svar) == {"mangler": ["Uten sted"], "uten-tekst": ["Uten tekst"]}
    assertContains(svar, f'href="/hva-skjer/aktivitet/{uten_sted.pk}/rediger/#id_sted"')
    assertContains(svar, "Under står det som bør ordnes fram til 31. august 2026.")


def test_every_way_to_a_field_leads_to_a_field_that_is_there(inne, i_dag, lag_aktivitet):
    uke = lag_aktivitet("Uke", date(2026, 5, 18), date(2026, 5, 24), presisjon="uke")
    dag = lag_aktivitet("Dag", date(2026, 5, 19))

    mangler = {
        en.aktivitet: [mangel.felt for mangel in en.mangler]
        for *_, alle in inne.get(STELL).context["mangelgrupper"]
        for en in alle
    }

    assert mangler == {
        uke: ["foerste_dag", "sted", "beskrivelse"],
        dag: ["presisjon", "sted", "beskrivelse"],
    }
    for aktivitet, feltene in mangler.items():
        skjemaet = inne.get(f"{aktivitet.get_absolute_url()}rediger/")
        for felt in feltene:
            assertContains(skjemaet, f'id="id_{felt}"')


def test_drafts_that_are_near_or_past_are_named_and_others_left_in_peace(inne, i_dag, lag_aktivitet):
    utkast = HELT | {"publisert": None}
    lag_aktivitet("Snart", date(2026, 6, 13), **utkast)
    lag_aktivitet("Senere", date(2026, 6, 14), **utkast)
    lag_aktivitet("Passert", date(2026, 5, 13), **utkast)
    lag_aktivitet("Venter", date(2026, 5, 13), sendt_inn=timezone.now(), **utkast)

    svar = inne.get(STELL)

    faktisk = {navn: [en.tittel for en in svar.context[navn]] for navn in ("snart", "passert", "venter")}
    assert faktisk == {"snart": ["Snart"], "passert": ["Passert"], "venter": ["Venter"]}


def test_what_waits_takes_no_room_from_the_drafts_that_are_past(inne, i_dag, lag_aktivitet, monkeypatch):
    monkeypatch.setattr(stell, "FLEST", 1)
    utkast = HELT | {"publisert": None}
    lag_aktivitet("Passert", date(2026, 5, 12), **utkast)
    lag_aktivitet("Venter", date(2026, 5, 13), sendt_inn=timezone.now(), **utkast)

    assert [en.tittel for en in inne.get(STELL).context["passert"]] == ["Passert"]


def test_two_on_one_day_are_told_with_why(inne, i_dag, lag_aktivitet, fylkeslag):
    for tittel in ("Styreseminar", "Kurs"):
        lag_aktivitet(tittel, date(2026, 6, 6), lag=fylkeslag, **HELT)

    svar = inne.get(STELL)

    assertContains(svar, "Begge er fylkeslagets:")
    assert [(en.en.tittel, en.annen.tittel) for en in svar.context["kollisjoner"]] == [("Kurs", "Styreseminar")]


@pytest.mark.parametrize(
    ("endret", "ordene"),
    [
        (datetime(2026, 5, 2, 10, 0, tzinfo=UTC), "Kalenderen er oppdatert i mai, sist 2. mai 2026 kl. 12.00."),
        (
            datetime(2026, 4, 30, 10, 0, tzinfo=UTC),
            "Kalenderen er ikke oppdatert i mai ennå. Sist var 30. april 2026 kl. 12.00.",
        ),
        # In Oslo it is May already.
        (datetime(2026, 4, 30, 22, 30, tzinfo=UTC), "Kalenderen er oppdatert i mai, sist 1. mai 2026 kl. 00.30."),
    ],
)
def test_it_says_whether_the_month_has_been_tended(inne, i_dag, lag_aktivitet, endret, ordene):
    lag_aktivitet("Hel", date(2026, 6, 3), **HELT)
    Kalenderstand.objects.update(endret=endret)

    svar = inne.get(STELL)

    assertContains(svar, ordene)
    assertContains(svar, "Alt fram til 31. august 2026 er i orden.")


def test_an_empty_calendar_says_so(inne, i_dag):
    Kalenderstand.objects.all().delete()

    assertContains(inne.get(STELL), "Ingenting er publisert i kalenderen ennå.")


def test_titles_that_hold_marks_are_shown_as_they_are(inne, i_dag, lag_aktivitet):
    lag_aktivitet("<b> & «tog»", date(2026, 6, 1))

    svar = inne.get(STELL)

    assertContains(svar, "&lt;b&gt; &amp; «tog»")
    assertNotContains(svar, "<b> &")


def test_the_page_asks_as_few_questions_for_many_as_for_few(inne, i_dag, lag_aktivitet, fylkeslag):
    antallene = []
    for runde in range(2):
        for nr in range(1 + 9 * runde):
            lag_aktivitet(f"Mangler {nr}", date(2026, 6, 1), lag=fylkeslag)
            lag_aktivitet(f"Venter {nr}", date(2026, 6, 2), publisert=None, sendt_inn=timezone.now())
            lag_aktivitet(f"Passert {nr}", date(2026, 5, 2), publisert=None)
        with CaptureQueriesContext(connection) as capture:
            inne.get(STELL)
        antallene.append(len(capture))

    assert Aktivitet.objects.count() == 33
    assert antallene[0] == antallene[1]

"""What one person has to look after: their branches' and what they made, by how far it has come."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from aktivitet.models import Aktivitet

MINE = "/hva-skjer/mine/"


def gruppene(svar):
    return {navn: [en.tittel for en in alle] for navn, _, alle in svar.context["grupper"]}


@pytest.fixture
def alt(lag_aktivitet, fylkeslag, styremedlem):
    utkast = {"publisert": None}
    lag_aktivitet("Sendt tilbake", date(2026, 6, 1), svar="Skriv sted", **utkast)
    lag_aktivitet("Venter", date(2026, 6, 2), sendt_inn=timezone.now(), svar="Før", **utkast)
    lag_aktivitet("Utkast", date(2026, 6, 3), **utkast)
    lag_aktivitet("Gammelt utkast", date(2026, 3, 3), **utkast)
    lag_aktivitet("I dag", date(2026, 5, 14))
    lag_aktivitet("Før", date(2026, 5, 13))
    lag_aktivitet("Fylkets", date(2026, 6, 4), lag=fylkeslag)
    lag_aktivitet("Styremedlemmets", date(2026, 6, 5), lag=fylkeslag, opprettet_av=styremedlem, **utkast)


def test_a_branch_editor_sees_what_is_their_branchs(inne, i_dag, alt):
    assert gruppene(inne.get(MINE)) == {
        "tilbake": ["Sendt tilbake"],
        "venter": ["Venter"],
        "utkast": ["Gammelt utkast", "Utkast"],
        "kommende": ["I dag"],
    }


def test_a_board_member_sees_what_they_made(client, styremedlem, i_dag, alt):
    client.force_login(styremedlem)

    assert gruppene(client.get(MINE)) == {"utkast": ["Styremedlemmets"]}


def test_the_answer_stands_with_what_was_sent_back_alone(inne, i_dag, alt):
    svar = inne.get(MINE)

    assertContains(svar, "Sekretæren svarte: «Skriv sted»", count=1)
    assertNotContains(svar, "«Før»")
    assertContains(svar, "Dagen er passert", count=1)


def test_where_the_secretary_sees_first_it_says_so(inne, lokallag):
    assertNotContains(inne.get(MINE), "Sekretæren ser først")
    lokallag.godkjennes = True
    lokallag.save()

    assertContains(inne.get(MINE), "Sekretæren ser først det du legger inn for Hamar SV, og publiserer det.")


def test_nothing_yet_leads_on(inne):
    assertContains(inne.get(MINE), "Du har ingen utkast, og ingenting som kommer.")


def test_whoever_may_arrange_for_nobody_has_no_page(client, redaktoer, lokallag):
    lokallag.redaktoerer.clear()
    client.force_login(redaktoer)

    assert client.get(MINE).status_code == 403


def test_the_calendar_leads_there_for_those_who_have_it(client, styremedlem, sekretaer, fylkeslag):
    assertNotContains(client.get("/hva-skjer/"), MINE)
    client.force_login(styremedlem)
    assertContains(client.get("/hva-skjer/"), MINE)
    assertNotContains(client.get("/hva-skjer/"), "/hva-skjer/stell/")
    client.force_login(sekretaer)
    assertContains(client.get("/hva-skjer/"), "/hva-skjer/stell/")


def test_the_page_asks_as_few_questions_for_many_as_for_few(inne, i_dag, alt):
    antallene = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as capture:
            inne.get(MINE)
        antallene.append(len(capture))
        for en in Aktivitet.objects.all():
            en.pk, en.uid, en._state.adding = None, None, True
            en.uid = Aktivitet._meta.get_field("uid").get_default()
            en.save()

    assert antallene[0] == antallene[1]

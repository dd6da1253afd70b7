"""A year's meeting plan, from pasted days to drafts: what the page shows, and to whom."""

import re
from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from aktivitet.models import Aktivitet
from aktivitet.moeteplan.aaret import Moeteaar
from aktivitet.moeteplan.vedtak import lag
from tests.aktivitet.views.moeteplan.siden import JUNI, OKTOBER, SIDEN, dager, i_planen, rad
from tests.aktivitet.views.skjemaet import meldinger


@pytest.fixture
def styret(client, styremedlem, fylkeslag):
    """A board member, logged in."""
    client.force_login(styremedlem)
    return client


# --- The days of others' meetings ------------------------------------------------------------------------------------


def test_pasted_days_are_published_in_the_calendar_and_lead_to_proposals(inne, fylkeslag):
    svar = inne.post(SIDEN, dager(fylkesting="15.–17. juni, Hamar\n12. oktober", landsstyre="24.–25. april"))

    assertRedirects(svar, f"{SIDEN}#forslag", fetch_redirect_response=False)
    assert meldinger(svar) == ["3 møter er lagt inn i kalenderen."]
    felter = ("tittel", "type", "presisjon", "foerste_dag", "siste_dag", "sted", "synlighet")
    assert list(fylkeslag.aktiviteter.publiserte().values_list(*felter)) == [
        ("Landsstyremøte", "landsstyremote", "dager", date(2027, 4, 24), date(2027, 4, 25), "", "offentlig"),
        ("Fylkesting", "fylkesting", "dager", JUNI, date(2027, 6, 17), "Hamar", "offentlig"),
        ("Fylkesting", "fylkesting", "dag", OKTOBER, OKTOBER, "", "offentlig"),
    ]
    forslag = inne.get(SIDEN).context["aaret"].forslag
    assert [(en.overskrift, en.tittel, en.foreslaatt.dag) for en in forslag] == [
        ("Før landsstyremøtet 24.–25. april", "Formøte til landsstyremøtet", date(2027, 4, 14)),
        ("Før fylkestinget 15.–17. juni", "Fylkesstyremøte", date(2027, 6, 8)),
        ("Før fylkestinget tirs. 12. oktober", "Fylkesstyremøte", date(2027, 10, 5)),
    ]


def test_days_that_stand_there_already_are_not_entered_twice(inne, fylkesting):
    svar = inne.post(SIDEN, dager(fylkesting="16. juni\n12. oktober", landsstyre="15. juni"))

    assert meldinger(svar) == ["2 møter er lagt inn i kalenderen.", "Sto i kalenderen fra før: 16. juni."]
    inne.post(SIDEN, dager(fylkesting="16. juni\n12. oktober", landsstyre="15. juni"))
    assert Aktivitet.objects.count() == 3


def test_the_secretary_may_keep_them_to_the_board(inne):
    inne.post(SIDEN, dager(fylkesting="12. oktober", synlighet="intern"))

    assert [en.er_offentlig for en in Aktivitet.objects.all()] == [False]


@pytest.mark.parametrize(
    ("felter", "feil"),
    [
        (
            {"fylkesting": "15. juni\ntull\x07"},
            "Linje 2: «tull» er ikke til å forstå. Skriv for eksempel 12.–14. mai.",
        ),
        ({"landsstyre": "31. juni"}, "Linje 1: «31. juni» finnes ikke i kalenderen."),
        ({}, "Skriv minst én dag, her eller for landsstyret."),
        ({"fylkesting": "1" * 5001}, "Teksten er på 5001 tegn. Kort den ned til 5000."),
        ({"fylkesting": "15. juni", "synlighet": "tull"}, "Velg hvem som kan se dem."),
    ],
)
def test_what_is_not_understood_is_told_by_its_field_and_nothing_is_entered(inne, felter, feil):
    svar = inne.post(SIDEN, dager(**felter))

    assert svar.status_code == 200
    assertContains(svar, feil)
    assertContains(svar, "Ikke lagret ennå.")
    assert Aktivitet.objects.count() == 0


def test_what_was_pasted_still_stands_there(inne):
    assertContains(inne.post(SIDEN, dager(fylkesting="15. juni <b>\ntull")), "15. juni &lt;b&gt;\ntull</textarea>")


# --- What is proposed ------------------------------------------------------------------------------------------------


def test_a_proposal_says_why_it_was_moved_what_serves_and_what_stands_there(inne, fylkets, lag_aktivitet):
    fylkets("landsstyremote", date(2027, 5, 27))  # ten days ahead is 17 May
    fylkets("fylkesting", JUNI)
    fylkets("fylkesstyremote", date(2027, 6, 10), tittel="Styret")
    lag_aktivitet("Medlemsmøte", date(2027, 5, 13), date(2027, 5, 15), presisjon="dager")
    lag_aktivitet("Valgkamp", date(2027, 5, 1), date(2027, 5, 30), presisjon="dager")
    lag_aktivitet("Avlyst møte", date(2027, 5, 14), avlyst=True)

    svar = inne.get(SIDEN)

    assertContains(svar, "10 dager før er mandag 17. mai 2027 (grunnlovsdag og andre pinsedag).")
    assertContains(svar, "Derfor foreslås fredag 14. mai 2027.")
    assertContains(svar, "Samme dag: Medlemsmøte (Hamar SV).")
    assertContains(svar, "Fylkesstyremøte torsdag 10. juni 2027 dekker også dette.")
    assertContains(svar, "1 er dekket av et annet møte")
    assert [(form.rad.tittel, form["med"].value()) for form in svar.context["radforms"]] == [
        ("Formøte til landsstyremøtet", True),
        ("Fylkesstyremøte", False),
    ]


def test_clock_time_and_place_are_those_of_the_last_of_its_kind(inne, fylkets, fylkesting):
    fylkets("fylkesstyremote", date(2027, 1, 12), presisjon="klokkeslett", fra_kl=time(18), sted="Teams")

    (form,) = inne.get(SIDEN).context["radforms"]

    assert (form["fra_kl"].value(), form["sted"].value()) == (time(18), "Teams")


def test_nothing_is_proposed_ahead_of_what_has_been(inne, fylkets):
    fylkets("fylkesting", date(2026, 4, 14))

    assert inne.get("/hva-skjer/moteplan/2026/").context["aaret"].forslag == []


def test_the_chosen_ones_become_drafts_with_what_was_chosen(inne, fylkesting, fylkets, sekretaer):
    landsstyre = fylkets("landsstyremote", OKTOBER)
    valg = {"dag": "2027-06-07", "fra_kl": "18:00", "til_kl": "20:30", "sted": "Teams"}

    svar = inne.post(SIDEN, rad(fylkesting, **valg) | rad(landsstyre, dag="2027-10-01"))

    assertRedirects(svar, f"{SIDEN}#planen", fetch_redirect_response=False)
    assert meldinger(svar) == ["Laget 2 utkast."]
    assert i_planen() == [
        ("fylkesstyremote", "Fylkesstyremøte", date(2027, 6, 7), 8, "intern"),
        ("formote", "Formøte til landsstyremøtet", date(2027, 10, 1), 10, "offentlig"),
    ]
    styremoete, formoete = Aktivitet.objects.filter(moeteplan_aar=2027)
    assert (styremoete.hoerer_til, formoete.hoerer_til) == (fylkesting, landsstyre)
    assert (styremoete.er_utkast, styremoete.opprettet_av) == (True, sekretaer)
    assert (styremoete.presisjon, styremoete.fra_kl, styremoete.til_kl, styremoete.sted) == (
        ("klokkeslett", time(18), time(20, 30), "Teams")
    )


def test_done_twice_it_adds_no_doubles(inne, fylkesting):
    inne.post(SIDEN, rad(fylkesting))

    svar = inne.post(SIDEN, rad(fylkesting))

    assert meldinger(svar)[-1] == "Ingen var valgt."
    assert len(i_planen()) == 1
    assert inne.get(SIDEN).context["aaret"].forslag == []


def test_what_somebody_else_made_in_the_same_moment_is_not_made_again(inne, fylkesting, sekretaer, i_dag):
    begge = [Moeteaar(2027, sekretaer, i_dag).forslag for _ in range(2)]
    felter = {"presisjon": "dag", "foerste_dag": date(2027, 6, 8), "siste_dag": date(2027, 6, 8)}

    laget = [lag([(en, felter)], 2027, fylkesting.lag, sekretaer) for (en,) in begge]

    assert [len(en) for en in laget] == [1, 0]


@pytest.mark.parametrize(
    ("felter", "feil"),
    [
        ({"dag": "2027-06-15"}, "Velg en dag før fylkestinget 15.–17. juni."),
        ({"dag": "2026-06-01"}, "Velg en dag høyst et år før fylkestinget 15.–17. juni."),
        ({"dag": ""}, "Skriv en dag."),
        ({"dag": "9999-01-01"}, "Skriv en dag mellom 2000 og 2099."),
        ({"fra_kl": "18:00", "til_kl": "17:00"}, "Slutten er ikke etter starten."),
        ({"til_kl": "17:00"}, "Skriv når det begynner, for eksempel 18.00."),
        ({"sted": "x" * 201}, "Teksten er på 201 tegn. Kort den ned til 200."),
    ],
)
def test_a_choice_that_cannot_be_is_told_by_its_field_and_none_is_made(inne, fylkesting, fylkets, felter, feil):
    landsstyre = fylkets("landsstyremote", OKTOBER)

    svar = inne.post(SIDEN, rad(landsstyre, dag="2027-10-01", sted="Storgata") | rad(fylkesting, **felter))

    assertContains(svar, feil)
    assertContains(svar, 'value="Storgata"')
    assert i_planen() == []


def test_what_is_not_ticked_is_held_against_nobody(inne, fylkesting):
    sendt = rad(fylkesting, dag="tull")
    del sendt[f"r{fylkesting.pk}-med"]

    assert meldinger(inne.post(SIDEN, sendt)) == ["Ingen var valgt."]


# --- The page --------------------------------------------------------------------------------------------------------


def test_the_board_reads_the_plan_before_it_is_adopted_and_writes_nothing(client, inne, styremedlem, fylkesting):
    inne.post(SIDEN, rad(fylkesting))
    client.force_login(styremedlem)

    side = client.get(SIDEN)

    assertContains(side, "<h1>Forslag til møteplan 2027</h1>")
    assertContains(side, "Fylkesstyremøte")
    assertContains(side, "fylkestinget 15.–17. juni")
    innhold = re.search(r"<main.*</main>", side.content.decode(), re.DOTALL)[0]
    assert "<form" not in innhold
    assert f"/hva-skjer/aktivitet/{Aktivitet.objects.get(moeteplan_aar=2027).pk}/" not in innhold
    assert client.post(SIDEN, {"handling": "vedta"}).status_code == 403


def test_the_short_address_leads_to_the_year_that_is_being_planned(styret, monkeypatch):
    assertRedirects(styret.get("/hva-skjer/moteplan/"), "/hva-skjer/moteplan/2026/")
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2026, 7, 1))
    assertRedirects(styret.get("/hva-skjer/moteplan/"), SIDEN)


@pytest.mark.parametrize("aar", ["0", "2000", "2100", "99999999999999999999"])
def test_a_year_that_no_calendar_here_is_about_is_not_found(inne, aar):
    assert inne.get(f"/hva-skjer/moteplan/{aar}/").status_code == 404


def test_without_a_county_branch_it_says_what_is_missing(client, sekretaer):
    client.force_login(sekretaer)

    assert client.get(SIDEN).status_code == 200
    svar = client.post(SIDEN, dager(fylkesting="15. juni"))
    assert meldinger(svar) == ["Det er ikke lagt inn noe fylkeslag. Legg inn laget med typen «Fylkeslag» først."]


@pytest.mark.parametrize("hvem", ["sekretaer", "styremedlem"])
def test_the_page_costs_as_many_questions_for_one_meeting_as_for_many(client, request, fylkets, aarsmoete, hvem):
    client.force_login(request.getfixturevalue(hvem))

    def spoerringer(maaneder):
        for maaned in maaneder:
            kilde = fylkets("fylkesting", date(2027, maaned, 20))
            fylkets("landsstyremote", date(2027, maaned, 10))
            felter = {"hoerer_til": kilde, "dager_foer": 7, "moeteplan_aar": 2027}
            fylkets("fylkesstyremote", date(2027, maaned, 12), publisert=None, **felter)
            fylkets("fylkesstyremote", date(2027, maaned, 1), **felter)
            fylkets("frist", date(2027, maaned, 3), synlighet="intern", hoerer_til=aarsmoete, moeteplan_aar=2027)
        with CaptureQueriesContext(connection) as alle:
            assert client.get(SIDEN).status_code == 200
        return len(alle)

    client.get(SIDEN)
    assert spoerringer([3]) == spoerringer(range(4, 13))

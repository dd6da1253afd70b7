"""The meeting plan is adopted in one act, what no longer fits is told of, and the deadlines and the setting follow."""

from datetime import date, time, timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet, Moeteoppsett
from tests.aktivitet.views.moeteplan.siden import (
    JUNI,
    OKTOBER,
    SIDEN,
    flytt_kilden,
    frister,
    grep,
    i_planen,
    oppsett,
    rad,
    vedta,
)
from tests.aktivitet.views.skjemaet import meldinger

# --- The adoption ----------------------------------------------------------------------------------------------------


def test_the_page_says_which_meeting_is_to_adopt_it(inne, fylkets, aarsmoete):
    assertContains(inne.get(SIDEN), "<strong>søndag 14. mars 2027</strong> (anslag, for dagen er ikke satt ennå).")
    fylkets("fylkesstyremote", date(2027, 3, 9))
    assertContains(inne.get(SIDEN), "<strong>tirsdag 9. mars 2027</strong>.")


def test_the_plan_is_adopted_in_one_act(inne, fylkesting, fylkets):
    landsstyre = fylkets("landsstyremote", OKTOBER)
    inne.post(SIDEN, rad(fylkesting) | rad(landsstyre, dag="2027-10-01"))
    assertContains(inne.get(SIDEN), "<h1>Forslag til møteplan 2027</h1>")

    svar = vedta(inne)

    assertRedirects(svar, f"{SIDEN}#planen", fetch_redirect_response=False)
    assert meldinger(svar)[-1] == "Møteplanen er vedtatt. 2 møter er publisert."
    assert Aktivitet.objects.publiserte().filter(moeteplan_aar=2027).count() == 2
    assertContains(inne.get(SIDEN), "<h1>Møteplan 2027</h1>")


def test_what_is_adopted_is_the_list_on_the_page_also_what_was_copied_into_it(
    client, inne, sekretaer, styremedlem, fylkets
):
    fylkets("fylkesstyremote", date(2027, 9, 1), publisert=None, tittel="Kopiert fra i fjor")
    fylkets("fylkesstyremote", date(2027, 10, 5), publisert=None, avlyst=True, tittel="Avlyst utkast")
    fylkets("samling", date(2027, 9, 2), publisert=None, tittel="Ikke noe møte i planen")
    assertContains(inne.get(SIDEN), "publiseres 1 utkast")

    client.force_login(styremedlem)
    assertContains(client.get(SIDEN), "Kopiert fra i fjor")
    client.force_login(sekretaer)
    vedta(inne)

    assert sorted(en.tittel for en in Aktivitet.objects.utkast()) == ["Avlyst utkast", "Ikke noe møte i planen"]


def test_a_draft_that_was_changed_meanwhile_is_not_published_unseen(inne, fylkesting):
    inne.post(SIDEN, rad(fylkesting))
    merke = inne.get(SIDEN).context["vedtak"].merke
    utkast = Aktivitet.objects.get(moeteplan_aar=2027)
    utkast.sted = "Et annet sted"
    utkast.lagre(utkast.versjon)

    svar = inne.post(SIDEN, {"handling": "vedta", "merke": merke})

    assert meldinger(svar)[-1] == "Noe er endret siden du åpnet siden. Se over den på nytt, og prøv igjen."
    utkast.refresh_from_db()
    assert utkast.er_utkast


# --- What no longer fits ---------------------------------------------------------------------------------------------


@pytest.fixture
def styremoete(inne, fylkesting):
    """The published board meeting ahead of June's county council, at six in the evening."""
    inne.post(SIDEN, rad(fylkesting, fra_kl="18:00"))
    vedta(inne)
    return Aktivitet.objects.get(moeteplan_aar=2027)


def test_nothing_moves_by_itself_and_one_press_moves_it(inne, styremoete, fylkesting):
    flytt_kilden(fylkesting, date(2027, 6, 22), date(2027, 6, 24))
    side = inne.get(SIDEN)
    assertContains(
        side, "Fylkestinget er 22.–24. juni 2027. 7 dager før, og ikke på en fridag, er nå tirsdag 15. juni"
    )
    styremoete.refresh_from_db()
    assert styremoete.foerste_dag == date(2027, 6, 8)

    svar = grep(inne, "flytt")

    assert meldinger(svar)[-1] == "Fylkesstyremøte er flyttet til 15. juni 2027."
    styremoete.refresh_from_db()
    assert (styremoete.foerste_dag, styremoete.siste_dag, styremoete.fra_kl) == (JUNI, JUNI, time(18))
    assert inne.get(SIDEN).context["aaret"].passer_ikke == []


def test_a_meeting_that_people_had_planned_for_is_said_to_be_moved(inne, styremoete, fylkesting, i_dag):
    fylkesting.publisert -= timedelta(days=30)
    fylkesting.save()
    flytt_kilden(fylkesting, date(2027, 6, 22), date(2027, 6, 24))

    assertContains(inne.get(SIDEN), "Fylkestinget er flyttet fra 15. juni 2027 til 22.–24. juni 2027.")


def test_what_stands_after_its_meeting_is_too_late_and_may_not_stay(inne, styremoete, fylkesting):
    flytt_kilden(fylkesting, date(2027, 6, 1), date(2027, 6, 2))

    side = inne.get(SIDEN)

    assertContains(side, "Slik det står, er det for sent.")
    assertNotContains(side, "La den stå")
    assert meldinger(grep(inne, "behold"))[-1].startswith("Noe er endret")


def test_it_may_be_left_standing_and_is_then_counted_from_there(inne, styremoete, fylkesting):
    flytt_kilden(fylkesting, date(2027, 6, 22), date(2027, 6, 24))

    svar = grep(inne, "behold")

    assert meldinger(svar)[-1] == "Fylkesstyremøte blir stående 8. juni 2027."
    styremoete.refresh_from_db()
    assert (styremoete.foerste_dag, styremoete.dager_foer) == (date(2027, 6, 8), 14)
    assert inne.get(SIDEN).context["aaret"].passer_ikke == []


@pytest.mark.parametrize(
    "galt", [{"dag": "2027-06-16"}, {"versjon": "1"}, {"versjon": ""}, {"pk": "9" * 30}, {"pk": "x"}]
)
def test_a_button_from_a_page_that_is_out_of_date_does_nothing(inne, styremoete, fylkesting, galt):
    flytt_kilden(fylkesting, date(2027, 6, 22), date(2027, 6, 24))

    svar = grep(inne, "flytt", **galt)

    assert meldinger(svar)[-1] == "Noe er endret siden du åpnet siden. Se over den på nytt, og prøv igjen."
    styremoete.refresh_from_db()
    assert styremoete.foerste_dag == date(2027, 6, 8)


@pytest.mark.parametrize(
    ("felter", "hva"),
    [
        ({"avlyst": True}, "Fylkestinget er avlyst."),
        ({"presisjon": "maaned", "siste_dag": date(2027, 6, 30)}, "Fylkestinget har ingen kjent dag lenger."),
    ],
    ids=["avlyst", "uten dag"],
)
def test_a_meeting_that_is_gone_leaves_its_own_for_somebody_to_look_at(inne, styremoete, fylkesting, felter, hva):
    for felt, verdi in felter.items():
        setattr(fylkesting, felt, verdi)
    fylkesting.save()

    side = inne.get(SIDEN)

    assertContains(side, hva)
    assert [(en.ny_dag, en.kan_bli) for en in side.context["aaret"].passer_ikke] == [(None, False)]


def test_a_meeting_that_was_deleted_is_told_of(inne, styremoete, fylkesting):
    fylkesting.delete()

    assertContains(inne.get(SIDEN), "Møtet som dagen er regnet fra, er slettet.")


# --- The annual meeting's deadlines ----------------------------------------------------------------------------------


def test_deadlines_are_counted_back_from_the_annual_meeting_as_internal_entries(inne, aarsmoete, fylkets):
    side = inne.get(SIDEN)
    assert [(en.tittel, en.foreslaatt.dag, en.foreslaatt.grunn) for en in side.context["aaret"].fristforslag] == [
        ("Innkalling til årsmøtet sendes", date(2026, 12, 18), "jul og nyttår"),
        ("Frist for forslag til årsmøtet", date(2027, 2, 12), "lørdag"),
        ("Sakspapirer til årsmøtet sendes", date(2027, 2, 19), "lørdag"),
    ]

    svar = inne.post(SIDEN, frister())

    assert meldinger(svar) == ["3 frister er lagt inn. Bare styret ser dem."]
    assert i_planen() == [
        ("frist", "Innkalling til årsmøtet sendes", date(2026, 12, 18), 56, "intern"),
        ("frist", "Frist for forslag til årsmøtet", date(2027, 2, 12), 14, "intern"),
        ("frist", "Sakspapirer til årsmøtet sendes", date(2027, 2, 19), 7, "intern"),
    ]
    assert {en.hoerer_til for en in Aktivitet.objects.filter(type="frist")} == {aarsmoete}
    inne.post(SIDEN, frister())
    assert len(i_planen()) == 3


def test_a_deadline_that_was_given_another_name_is_not_made_again(inne, aarsmoete):
    inne.post(SIDEN, frister())
    Aktivitet.objects.filter(tittel__startswith="Sakspapirer").update(tittel="Papirene ut")

    assert inne.get(SIDEN).context["aaret"].fristforslag == []


def test_a_deadline_moves_with_the_annual_meeting_when_somebody_says_so(inne, aarsmoete):
    inne.post(SIDEN, frister(**{"forslag-med": "", "papirer-med": ""}))
    flytt_kilden(aarsmoete, date(2027, 3, 13), date(2027, 3, 14))

    side = inne.get(SIDEN)
    assertContains(side, "Årsmøtet er 13.–14. mars 2027. 56 dager før, og ikke på en fridag, er nå fredag 15. januar")
    grep(inne, "flytt")

    assert i_planen()[0][2:4] == (date(2027, 1, 15), 56)


def test_without_a_known_day_there_is_nothing_to_count_from(inne, fylkets):
    fylkets("arsmote", date(2027, 2, 1), date(2027, 2, 28), presisjon="maaned")

    side = inne.get(SIDEN)

    assert side.context["aaret"].fristforslag == []
    assertContains(side, "Årsmøtet i 2027 har ingen kjent dag ennå.")


def test_internal_deadlines_leave_by_no_public_door(client, inne, aarsmoete, fylkets):
    inne.post(SIDEN, frister())
    fylkets("fylkesting", date(2026, 12, 15), tittel="Fylkesting i desember")
    client.logout()
    pk = Aktivitet.objects.get(tittel__startswith="Innkalling").pk

    for adresse in (
        "/hva-skjer/",
        "/hva-skjer/2026/12/",
        "/hva-skjer/kalender.ics",
        "/hva-skjer/kalender.ics?type=frist",
    ):
        assertNotContains(client.get(adresse), "Innkalling til")
    assertContains(client.get("/hva-skjer/2026/12/"), "Fylkesting i desember")
    assert client.get(f"/hva-skjer/aktivitet/{pk}/").status_code == 404
    assert client.get(f"/hva-skjer/aktivitet/{pk}.ics").status_code == 404


# --- The setting -----------------------------------------------------------------------------------------------------


def test_the_setting_decides_how_many_days_ahead(inne, fylkesting):
    svar = inne.post(SIDEN, oppsett(1, foer_fylkesting=12))

    assert meldinger(svar) == ["Oppsettet er lagret. Forslagene er regnet ut på nytt."]
    assert (Moeteoppsett.naa().foer_fylkesting, Moeteoppsett.naa().versjon) == (12, 2)
    (forslag,) = inne.get(SIDEN).context["aaret"].forslag
    assert forslag.foreslaatt.dag == date(2027, 6, 3)


def test_a_setting_on_top_of_a_newer_one_shows_both(inne):
    inne.post(SIDEN, oppsett(1, innkalling=30))

    svar = inne.post(SIDEN, oppsett(1, innkalling=60))

    assertContains(svar, "Noen andre har lagret her mens du skrev.")
    assertContains(svar, "Lagret nå: «30»")
    assert Moeteoppsett.naa().innkalling == 30
    inne.post(SIDEN, oppsett(2, innkalling=60))
    assert Moeteoppsett.naa().innkalling == 60


@pytest.mark.parametrize(
    ("verdi", "feil"),
    [
        ("0", "Skriv minst 1 dag."),
        ("366", "Skriv høyst 365 dager."),
        ("-1", "Skriv minst 1 dag."),
        ("x", "Skriv antall dager med sifre."),
        ("", "Skriv et antall dager."),
        ("9" * 30, "Skriv høyst 365 dager."),
    ],
)
def test_a_number_that_cannot_be_is_told_by_its_field(inne, verdi, feil):
    svar = inne.post(SIDEN, oppsett(1, papirer=verdi))

    assert svar.status_code == 200
    assertContains(svar, feil)
    assert Moeteoppsett.naa().papirer == 7

"""What a page that is left open is told: the rows that others set, what changed around them, and mostly nothing."""

from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from arbeidsplan.models import Bruker
from tests.tiltak.conftest import lag_mange, lag_plan, lag_termin, lag_tiltak
from tiltak.endringer import HOEYST
from tiltak.models import Maal, Plan, Planutgave, Status, Statusendring
from tiltak.oversikt import oversikt

STI = "/tiltak/endringer/"
LENGE_SIDEN = timezone.now() - timedelta(hours=1)


def sekunder(tid):
    return str(int(tid.timestamp()))


def radene(svar):
    return [linje.termin for linje in svar.context["linjer"]]


@pytest.fixture
def gammel(termin, sekretaer):
    """A termin that was set an hour ago."""
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, tid=LENGE_SIDEN)
    return termin


def test_what_was_set_since_the_page_was_made_is_told_once(inne, gammel, sekretaer):
    ved_siden = lag_termin(gammel.tiltak, "2027")
    ved_siden.sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=1, merknad="Holdt på Hamar", tid=LENGE_SIDEN)
    siden = sekunder(LENGE_SIDEN + timedelta(minutes=10))
    gammel.sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=2, tid=LENGE_SIDEN + timedelta(minutes=20))

    foerste = inne.get(STI, {"siden": siden})
    neste = inne.get(STI, {"siden": siden, "etter": foerste.context["etter"]})

    assertTemplateUsed(foerste, "tiltak/_termin.html")
    assert (radene(foerste), radene(neste)) == ([gammel], [])
    assertContains(foerste, f'id="termin-{gammel.pk}" data-versjon="3"')
    assertContains(foerste, 'data-sagt="Ola Sekretær satte 1.1a, 2026 til Gjennomført."')
    assert foerste.context["etter"] == neste.context["etter"] == gammel.logg.latest("pk").pk


def test_nothing_new_is_answered_without_a_body_and_without_a_cookie(inne, gammel, django_assert_num_queries):
    etag = inne.get(STI)["ETag"]

    with django_assert_num_queries(3):  # the session, the person, the plan with its mark
        svar = inne.get(STI, headers={"If-None-Match": etag})

    assert (svar.status_code, svar.content, dict(svar.cookies)) == (304, b"", {})


def test_an_answer_to_a_login_that_ran_out_throws_no_cookie_away(inne, plan):
    Session.objects.all().delete()

    svar, liste = inne.get(STI), inne.get("/tiltak/")

    assert (liste.status_code, svar.status_code) == (302, 302)
    assert (list(liste.cookies), list(svar.cookies)) == (["sessionid"], [])  # a page throws it away, as Django does


def test_a_weak_mark_from_a_packed_answer_is_known_again(inne, gammel):
    etag = inne.get(STI)["ETag"]

    assert inne.get(STI, headers={"If-None-Match": f"W/{etag}"}).status_code == 304


def test_the_mark_is_another_when_something_is_set_or_undone_or_the_plan_or_the_day_is(
    inne, plan, gammel, styremedlem, monkeypatch
):
    merker = [inne.get(STI)["ETag"]]
    gammel.sett_status(Status.DELVIS, av=styremedlem, versjon=2)
    merker.append(inne.get(STI)["ETag"])
    gammel.angre(av=styremedlem, versjon=3)
    merker.append(inne.get(STI)["ETag"])
    Planutgave.objects.create(
        plan=plan, gjelder_fra=date(2025, 1, 1), innhold={}, organ="arsmotet", vedtaksdag="2025-01-01"
    )
    merker.append(inne.get(STI)["ETag"])
    monkeypatch.setattr(timezone, "localdate", lambda tid=None, zone=None: date(2026, 6, 15))
    merker.append(inne.get(STI)["ETag"])

    assert len(set(merker)) == 5


def test_what_was_on_its_way_when_a_page_fell_asleep_is_told_when_it_wakes(inne, gammel, sekretaer):
    """Many at once take some seconds, and the page may have heard of a later line in the meantime."""
    annen = lag_termin(gammel.tiltak, "2027")
    annen.sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=1, tid=LENGE_SIDEN - timedelta(seconds=2))
    gammel.sett_status(Status.DELVIS, av=sekretaer, versjon=2, tid=LENGE_SIDEN + timedelta(seconds=1))
    kjent = gammel.logg.latest("pk")

    assert annen in radene(inne.get(STI, {"etter": kjent.pk}))


def test_a_line_that_was_committed_late_is_told_too(inne, gammel, sekretaer):
    annen = lag_termin(gammel.tiltak, "2027")
    annen.sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=1)  # now, but the page knows of a later line already

    assert radene(inne.get(STI, {"etter": Statusendring.objects.latest("pk").pk + 5})) == [annen]


def test_several_lines_about_one_termin_are_one_row_that_says_the_last(inne, gammel, styremedlem):
    gammel.sett_status(Status.DELVIS, av=styremedlem, versjon=2)
    gammel.angre(av=styremedlem, versjon=3)

    svar = inne.get(STI)

    assert radene(svar) == [gammel]
    assertContains(svar, 'data-sagt="Kari Styremedlem angret: 1.1a, 2026 er Pågår igjen." data-egen')


def test_the_list_is_given_the_figures_of_the_goals_that_changed_and_of_all(
    inne, plan, maal, termin, sekretaer, i_dag
):
    Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    i_2027 = lag_termin(termin.tiltak, "2027")
    i_2027.sett_status(Status.DELVIS, av=sekretaer, versjon=1)
    termin.sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=1)

    i_aar = inne.get(STI, {"fra": "liste"})
    i_2027 = inne.get(STI, {"fra": "liste", "utvalg": "aar=2027&status=delvis"})
    alle = inne.get(STI, {"fra": "liste", "utvalg": "aar=alle"})

    vist = oversikt(plan, 2026, i_dag)
    assert i_aar.context["tallene"] == [(maal.pk, vist.maal[0].tall), ("alle", vist.tall)]
    assert i_aar.context["haster"] == vist.haster
    assert [svar.context["tallene"][-1][1].figurer.i_ord for svar in (i_aar, i_2027, alle)] == [
        "1 frist: 1 gjennomført",
        "1 frist: 1 delvis gjennomført",
        "2 frister: 1 gjennomført og 1 delvis gjennomført",
    ]


def test_the_front_page_is_given_what_waits_and_a_measures_page_its_own_rows_and_log(inne, maal, termin, sekretaer):
    annen = lag_termin(lag_tiltak(maal, "1.1b"))
    for en in (termin, annen):
        en.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="I gang")

    forsiden = inne.get(STI, {"fra": "forside"})
    tiltaket = inne.get(STI, {"fra": "tiltak", "tiltak": termin.tiltak_id})

    assert (radene(forsiden), radene(tiltaket)) == ([annen, termin], [termin])
    assertContains(forsiden, 'id="ventetall-kommer" hx-swap-oob="true"')
    assertContains(tiltaket, 'id="logg" hx-swap-oob="afterbegin"')
    assertContains(tiltaket, "<blockquote>I gang</blockquote>", count=1)


@pytest.mark.parametrize("etter", ["", "x", "-1", "0", str(2**70), "1e3"])
@pytest.mark.parametrize("siden", ["", "x", "-5", str(2**62), "99999999999"])
def test_anything_may_stand_in_the_address(inne, gammel, etter, siden):
    svar = inne.get(STI, {"etter": etter, "siden": siden, "fra": "<b>", "utvalg": "%zz&" * 400})

    assert svar.status_code == 200
    assertNotContains(svar, "<b>")


@pytest.mark.parametrize("spoersmaal", [{"plan": 0}, {"plan": 2**62}, {"tiltak": 0}])
def test_a_plan_that_is_not_there_is_not_found(inne, plan, spoersmaal):
    assert inne.get(STI, spoersmaal).status_code == 404


def test_without_any_plan_there_is_nothing_to_follow(inne, db):
    assert inne.get(STI).status_code == 404


def test_a_draft_is_followed_by_the_secretary_alone(client, styremedlem, sekretaer):
    utkast = lag_plan(status=Plan.Status.UTKAST)
    tiltak = lag_tiltak(Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Nytt"), "1a")

    faar = []
    for bruker in (styremedlem, sekretaer):
        client.force_login(bruker)
        faar += [client.get(STI, {"plan": utkast.pk}).status_code, client.get(STI, {"tiltak": tiltak.pk}).status_code]

    assert faar == [404, 404, 200, 200]


def test_whoever_may_only_look_is_told_too_but_not_asked_to_set(client, gammel, styremedlem, monkeypatch):
    monkeypatch.setattr(Bruker, "rettigheter", {"tiltak.se_status"})
    client.force_login(styremedlem)

    svar = client.get(STI, {"etter": 0})

    assert radene(svar) == [gammel]
    assertNotContains(svar, 'class="sett"')


def test_a_page_is_read_again_when_the_plan_is_another(inne, plan, gammel):
    midnatt = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    siden = sekunder(max(timezone.now() - timedelta(minutes=5), midnatt))
    assertNotContains(inne.get(STI, {"siden": siden}), "data-last-paa-nytt")
    Planutgave.objects.create(
        plan=plan, gjelder_fra=date(2025, 1, 1), innhold={}, organ="arsmotet", vedtaksdag="2025-01-01"
    )

    assertContains(inne.get(STI, {"siden": siden}), 'data-last-paa-nytt="Planen er endret."')


def test_a_page_is_read_again_when_the_day_is_another(inne, gammel):
    siden = sekunder(timezone.now() - timedelta(days=1))

    assertContains(inne.get(STI, {"siden": siden}), 'data-last-paa-nytt="Det er blitt en ny dag."')


def test_a_page_that_has_missed_more_than_anyone_wants_to_hear_is_read_again(inne, gammel):
    linjer = [Statusendring(termin=gammel, status=Status.PAAGAAR) for _ in range(HOEYST)]
    Statusendring.objects.bulk_create(linjer)

    svar = inne.get(STI, {"etter": 0})

    assert radene(svar) == []
    assertContains(svar, 'data-last-paa-nytt="Mye er endret siden siden ble lest."')


@pytest.mark.parametrize("sted", [{"fra": "liste"}, {"fra": "forside"}, {"fra": ""}])
@pytest.mark.parametrize("antall", [1, 10])
def test_the_answer_costs_the_same_for_any_number_of_rows(
    inne, plan, antall, sted, sekretaer, django_assert_max_num_queries
):
    lag_mange(plan, antall)
    for maal in plan.maal.all():
        for tiltak in maal.tiltak.all():
            tiltak.terminer.first().sett_status(Status.PAAGAAR, av=sekretaer, versjon=1)

    with django_assert_max_num_queries(7):
        svar = inne.get(STI, sted)

    assert len(radene(svar)) == 2 * antall


def test_each_page_with_rows_asks_for_its_own(inne, plan, termin):
    sider = {
        "/": f"fra=forside&amp;siden=TID&amp;plan={plan.pk}",
        "/tiltak/": f"fra=liste&amp;siden=TID&amp;plan={plan.pk}",
        f"/tiltak/{termin.tiltak_id}/": f"fra=tiltak&amp;siden=TID&amp;tiltak={termin.tiltak_id}",
    }

    for sti, spoersmaal in sider.items():
        foer, etter = spoersmaal.split("TID")
        svar = inne.get(sti)
        assertContains(svar, f'data-adresse="{STI}?{foer}')
        assertContains(svar, etter)


def test_whoever_has_no_status_to_follow_asks_for_nothing(client, plan, termin):
    assertNotContains(client.get("/"), STI)

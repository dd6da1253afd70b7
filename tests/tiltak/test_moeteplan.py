"""Due dates that hang from the board's meetings are shown before the meeting plan moves them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertTemplateUsed

from aktivitet.models import Aktivitet
from tests.aktivitet.views.moeteplan.siden import SIDEN, flytt_kilden, grep, rad, vedta
from tests.aktivitet.views.skjemaet import meldinger
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.frist import les
from tiltak.models import Frist, Maal, Termin
from tiltak.terminplan import oppdater_alle

JUNI = date(2027, 6, 15)


@pytest.fixture
def inne(client, sekretaer, monkeypatch):
    """The secretary, logged in, in May 2026."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 5, 14, 12, 0, tzinfo=ZoneInfo("Europe/Oslo")))
    client.force_login(sekretaer)
    return client


@pytest.fixture
def fylkets(inne, lag_aktivitet, fylkeslag):
    """Make a published activity of the county branch."""

    def lag(type_, dag, **felter):
        return lag_aktivitet("Møte", dag, type=type_, lag=fylkeslag, **felter)

    return lag


@pytest.fixture
def termin(fylkets):
    """A due date that hangs from the first board meeting after the annual meeting of 2027."""
    fylkets("arsmote", date(2027, 2, 27))
    plan = lag_plan(fra=date(2027, 1, 1), til=date(2027, 12, 31))
    maal = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst")
    tiltak = lag_tiltak(maal, "1a", gjennomfoering="Første FS-møte etter årsmøtet, årlig")
    Frist.objects.filter(tiltak=tiltak).update(regel=les(tiltak.gjennomfoering).to_dict())
    oppdater_alle()
    return Termin.objects.get()


def publiserte_i_planen():
    return list(Aktivitet.objects.publiserte().filter(moeteplan_aar=2027).values_list("foerste_dag", flat=True))


def test_due_dates_that_move_along_are_shown_before_anything_is_published(inne, termin, fylkets):
    for dag in (date(2027, 4, 20), date(2027, 3, 16)):
        inne.post(SIDEN, rad(fylkets("fylkesting", dag), dag=dag.replace(day=dag.day - 7).isoformat()))
    foer = termin.siste

    svar = vedta(inne)

    assertTemplateUsed(svar, "aktivitet/moteplan_flytting.html")
    assertContains(svar, "Dette flytter 1 frist i planen")
    assertContains(svar, "Møteplanen for 2027: 2 møter publiseres")
    (flytting,) = svar.context["flyttinger"].alle
    assert (flytting.foer.siste, flytting.etter.siste) == (foer, date(2027, 3, 9))
    assert publiserte_i_planen() == []

    sagt = vedta(inne, bekreftet=svar.context["flyttinger"].merke)

    assert meldinger(sagt)[-1] == "Møteplanen er vedtatt. 2 møter er publisert. 1 frist i planen er flyttet."
    assert publiserte_i_planen() == [date(2027, 3, 9), date(2027, 4, 13)]
    termin.refresh_from_db()
    assert (termin.siste, termin.anslag) == (date(2027, 3, 9), False)


@pytest.mark.parametrize(
    "svaret", [{"avbryt": "1"}, {"bekreftet": "et annet merke"}], ids=["avbrutt", "noe annet sett"]
)
def test_without_a_yes_to_just_that_nothing_is_published(inne, termin, fylkets, svaret):
    inne.post(SIDEN, rad(fylkets("fylkesting", JUNI)))

    vedta(inne, **svaret)

    assert publiserte_i_planen() == []
    termin.refresh_from_db()
    assert termin.anslag


def test_moving_a_meeting_of_the_plan_shows_first_what_moves_along(inne, termin, fylkets):
    fylkesting = fylkets("fylkesting", JUNI)
    plan = {"hoerer_til": fylkesting, "dager_foer": 7, "moeteplan_aar": 2027}
    styremoete = fylkets("fylkesstyremote", date(2027, 6, 8), **plan)
    flytt_kilden(fylkesting, date(2027, 6, 22), date(2027, 6, 22))

    svar = grep(inne, "flytt")

    assertContains(svar, "Dette flytter 1 frist i planen")
    styremoete.refresh_from_db()
    assert styremoete.foerste_dag == date(2027, 6, 8)

    grep(inne, "flytt", bekreftet=svar.context["flyttinger"].merke)

    styremoete.refresh_from_db()
    termin.refresh_from_db()
    assert (styremoete.foerste_dag, termin.siste) == (JUNI, JUNI)

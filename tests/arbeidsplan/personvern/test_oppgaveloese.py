from datetime import timedelta

import pytest
from django.utils import timezone

from arbeidsplan.models import Bruker, Hendelse, Sletting, Spor
from arbeidsplan.personvern.oppgaveloese import noter_hvem_som_er_uten, slett_dem_som_er_uten
from arbeidsplan.roller import Rolle


@pytest.fixture(autouse=True)
def et_aar(settings):
    settings.OPPBEVAR_UTEN_OPPGAVE = 365


@pytest.fixture
def i_dag():
    return timezone.localdate()


@pytest.fixture
def lag_person(db, i_dag):
    def lag(rolle=Rolle.STYREMEDLEM, siste=None, **felter):
        """Make a person with the role, until so many days from today."""
        dag = None if siste is None else (i_dag + timedelta(days=siste)).isoformat()
        return Bruker.objects.create_user("kari@example.org", roller={rolle: dag} if rolle else {}, **felter)

    return lag


@pytest.mark.parametrize(
    ("siste", "dager"),
    [(None, None), (0, None), (30, None), (-1, 0), (-10, -9), (-335, -334), (-336, -335), (-5000, -335)],
)
def test_the_first_day_without_a_role_is_the_one_after_the_last_and_leaves_a_month_to_warn(
    lag_person, i_dag, siste, dager
):
    bruker = lag_person(siste=siste)

    noter_hvem_som_er_uten(i_dag)

    bruker.refresh_from_db()
    assert bruker.uten_oppgave_fra == (None if dager is None else i_dag + timedelta(days=dager))
    assert (bruker.slettes_dag is None) == (dager is None)


@pytest.mark.parametrize("felter", [{"rolle": None}, {"is_active": False}], ids=["ingen rolle", "stengt"])
def test_whoever_has_no_day_to_count_from_is_counted_from_today_and_keeps_it(lag_person, i_dag, felter):
    bruker = lag_person(**felter)

    assert noter_hvem_som_er_uten(i_dag) == 1
    assert noter_hvem_som_er_uten(i_dag + timedelta(days=5)) == 0

    bruker.refresh_from_db()
    assert (bruker.uten_oppgave_fra, bruker.slettes_dag) == (i_dag, i_dag + timedelta(days=365))


def test_a_new_role_takes_the_day_away_before_the_night_does(lag_person, i_dag):
    bruker = lag_person(siste=-400, uten_oppgave_fra=i_dag - timedelta(days=399))
    bruker.roller = {Rolle.STYREMEDLEM: None}
    bruker.save()

    assert bruker.slettes_dag is None
    assert slett_dem_som_er_uten(i_dag) == 0
    assert noter_hvem_som_er_uten(i_dag) == 1
    assert Bruker.objects.get().uten_oppgave_fra is None


@pytest.mark.parametrize("felter", [{}, {"is_active": False}], ids=["i bruk", "stengt"])
def test_an_administrator_is_never_without_a_task(lag_person, i_dag, felter):
    lag_person(Rolle.ADMINISTRATOR, **felter)

    noter_hvem_som_er_uten(i_dag)

    assert Bruker.objects.get().uten_oppgave_fra is None


def test_the_day_before_nobody_is_erased_and_on_the_day_they_are(lag_person, i_dag):
    bruker = lag_person(siste=-365, uten_oppgave_fra=i_dag - timedelta(days=364))

    assert slett_dem_som_er_uten(i_dag) == 0
    assert slett_dem_som_er_uten(i_dag + timedelta(days=1)) == 1

    assert not Bruker.objects.exists()
    assert Sletting.objects.get().merke == bruker.merke
    assert [(spor.hendelse, spor.av_maskinen) for spor in Spor.objects.all()] == [(Hendelse.SLETTET, True)]

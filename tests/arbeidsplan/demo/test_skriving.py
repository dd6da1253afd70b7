"""The demo in the database: whole, living, the same each time, and never on top of anything real."""

import re
from datetime import date

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from aktivitet.milepaeler import moeter_i_kalenderen
from aktivitet.models import Aktivitet, FastAktivitet, Lag, Presisjon
from arbeidsplan.demo import kilde
from arbeidsplan.demo.skriving import HarEkteData, lag_demo
from arbeidsplan.models import Bruker
from tiltak.fremdrift import fremdrift
from tiltak.models import (
    Plan,
    Rapport,
    Rapporttekst,
    Rapportutgave,
    Statusendring,
    Termin,
    Tilknytning,
    Tiltak,
)
from tiltak.models.termin import Stilling

DAGER = [date(2025, 1, 2), date(2025, 9, 15), date(2026, 11, 23), date(2027, 6, 15), date(2028, 2, 29)]
I_DAG = date(2026, 11, 23)


def bilde():
    """All that the demo has written, without keys and without what the clock or chance decides."""
    felter = [
        "tittel",
        "lag__slug",
        "presisjon",
        "foerste_dag",
        "siste_dag",
        "fra_kl",
        "publisert",
        "avlyst",
        "versjon",
    ]
    aktiviteter = Aktivitet.objects.order_by("foerste_dag", "lag__slug", "tittel", "fra_kl", "pk")
    return {
        "aktiviteter": list(aktiviteter.values_list(*felter)),
        "uid": sorted(aktiviteter.filter(publisert__isnull=False).values_list("uid", flat=True)),
        "terminer": list(
            Termin.objects.i_planens_rekkefoelge().values_list(
                "tiltak__kode", "noekkel", "foerste", "siste", "status", "utfoert", "merknad", "versjon", "endret"
            )
        ),
        "logg": list(Statusendring.objects.order_by("tid", "pk").values_list("tid", "status", "merknad", "av__email")),
        "folk": list(Bruker.objects.order_by("email").values_list("email", "navn", "roller", "redigerer_lag__slug")),
        "lag": list(Lag.objects.order_by("slug").values_list("slug", "navn", "type", "kommune")),
        "tilknytninger": list(
            Tilknytning.objects.order_by("aktivitet__foerste_dag", "tiltak__kode").values_list(
                "tiltak__kode", "aktivitet__tittel", "aktivitet__foerste_dag", "av__email", "tid"
            )
        ),
        "rapporter": list(Rapport.objects.values_list("aar", "tilstand", "moetedag", "moetested", "publisert")),
        "rapporttekster": list(
            Rapporttekst.objects.order_by("rapport__aar", "pk").values_list(
                "rapport__aar", "sted", "maal__nummer", "tekst", "endret"
            )
        ),
        "utgaver": [
            # The keys in the addresses grow by each making: PostgreSQL never gives one out twice.
            (*resten, re.sub(r"/aktivitet/\d+/", "/aktivitet/…/", innhold))
            for *resten, innhold in Rapportutgave.objects.order_by("rapport__aar", "nr").values_list(
                "rapport__aar", "nr", "tilstand", "dag", "tid", "innhold"
            )
        ],
    }


@pytest.mark.parametrize("i_dag", DAGER, ids=str)
def test_the_demo_is_whole_on_any_day_of_the_period(db, i_dag):
    assert lag_demo(i_dag) is True

    # Nothing is told before it has happened.
    assert [
        tid for tid in Statusendring.objects.values_list("tid", flat=True) if timezone.localdate(tid) >= i_dag
    ] == []
    loggene = Statusendring.objects.order_by("termin", "pk").values_list("termin", "tid")
    assert list(loggene) == sorted(loggene)
    publisert = Aktivitet.objects.publiserte().values_list("publisert", "opprettet", "endret")
    assert [tider for tider in publisert if timezone.localdate(max(tider)) >= i_dag] == []
    assert [tid for tid in Tilknytning.objects.values_list("tid", flat=True) if timezone.localdate(tid) >= i_dag] == []
    # The meetings are known from the period's first year to the next.
    moeter = moeter_i_kalenderen()
    kjente = [moeter(aar) for aar in range(2025, i_dag.year + 2)]
    assert [ett for ett in kjente if ett.aarsmoete.anslag or ett.foerste_fs.anslag] == []
    assert not Termin.objects.filter(anslag=True, siste__year__lte=i_dag.year + 1).exists()
    # Something lies ahead, some of it vague; something was cancelled; the pattern's drafts wait.
    kommende = Aktivitet.objects.fra_og_med(i_dag)
    assert kommende.offentlige().count() >= 20
    assert set(Aktivitet.objects.values_list("presisjon", flat=True)) == set(Presisjon.values)
    assert Aktivitet.objects.filter(avlyst=True).exists()
    assert kommende.filter(publisert=None, fast_aar=i_dag.year + 1).exists()
    # Every activity is one that the forms would take. The constraints the database has kept already.
    for aktivitet in Aktivitet.objects.all():
        aktivitet.full_clean(validate_constraints=False)
    # Past years are judged and reported on, but for what was not looked at; this year is under way.
    staar = fremdrift(Plan.objects.get(), i_dag)
    for aar in range(2025, i_dag.year):
        telling = staar.telling(aar=aar)
        assert telling[Stilling.MANGLER_VURDERING] <= 4
        assert telling[Stilling.GJENNOMFOERT] >= 35
        assert Rapport.objects.get(aar=aar).publisert
        assert Rapport.objects.get(aar=aar).tilstand in Rapport.VEDTATT
    i_aar = staar.telling(aar=i_dag.year)
    assert i_aar[Stilling.MANGLER_VURDERING] > 5
    assert i_aar[Stilling.GJENNOMFOERT] > 2 or i_dag < date(2025, 2, 1)


@pytest.mark.parametrize(
    ("i_dag", "staar"),
    [
        (date(2025, 9, 30), None),
        (date(2025, 10, 1), ("utkast", None, ["innledning"])),
        (date(2026, 1, 20), ("utkast", None, ["innledning"])),
        (date(2026, 1, 21), ("lagt_fram", None, ["innledning", "avslutning", "mal"])),
        (date(2026, 2, 8), ("lagt_fram", date(2026, 2, 7), ["innledning", "avslutning", "mal"])),
        (date(2026, 2, 22), ("godkjent", date(2026, 2, 7), ["innledning", "avslutning", "mal"])),
    ],
)
def test_a_report_goes_its_way_by_the_demos_own_calendar(db, i_dag, staar):
    lag_demo(i_dag)

    rapport = Rapport.objects.filter(aar=2025).first()
    assert staar == (
        rapport
        and (
            rapport.tilstand,
            rapport.publisert and timezone.localdate(rapport.publisert),
            list(dict.fromkeys(rapport.tekster.values_list("sted", flat=True))),
        )
    )


def test_every_story_is_about_a_measure_of_the_plan(db):
    call_command("loaddata", kilde.PLANFIXTURE, verbosity=0)

    kodene = [tiltak.kode for tiltak in Tiltak.objects.i_planens_rekkefoelge()]
    i_planen = {(kode, kodene[: nr + 1].count(kode)) for nr, kode in enumerate(kodene)}
    fortalt = [(ett.kode, ett.plass) for ett in kilde.fortellinger()]
    bare_utenfor = {("2.1.4a", 1), ("2.1.4c", 1), ("2.1.4d", 1), ("2.1.5b", 1), ("2.2.2d", 1)}
    assert len(fortalt) == len(set(fortalt))
    assert i_planen - set(fortalt) == bare_utenfor
    assert set(fortalt) <= i_planen


def test_the_same_day_gives_the_same_demo(db):
    bilder = []
    for _ in range(2):
        with transaction.atomic():
            lag_demo(I_DAG)
            bilder.append(bilde())
            transaction.set_rollback(True)

    assert bilder[0] == bilder[1]


def test_a_second_time_nothing_is_touched_whatever_people_have_done_since(db):
    lag_demo(I_DAG)
    Bruker.objects.create_user("ny@partiet.example", navn="Nyinvitert")
    Bruker.objects.filter(email="styre@example.org").update(navn="Nytt navn")
    Aktivitet.objects.filter(lag__slug="oyer-sv").delete()
    foer = bilde()

    assert lag_demo(date(2027, 3, 3)) is False

    assert bilde() == foer


def test_the_plan_is_not_loaded_again_when_the_fixture_is_there_already(db):
    call_command("loaddata", kilde.PLANFIXTURE, verbosity=0)

    lag_demo(I_DAG)

    assert (Plan.objects.count(), Tiltak.objects.count()) == (1, 49)


@pytest.mark.parametrize(
    "ekte",
    [
        lambda: Bruker.objects.create_user("kari@partiet.example"),
        lambda: Lag.objects.create(navn="Vårt lag", slug="vart-lag"),
        lambda: Plan.objects.create(tittel="Vår plan", slug="var-plan", fra=date(2025, 1, 1), til=date(2025, 12, 31)),
        lambda: FastAktivitet.objects.create(maaned=1, tittel="Noe"),
    ],
    ids=["bruker", "lag", "plan", "fast aktivitet"],
)
def test_the_demo_stays_out_of_a_database_with_real_data(db, ekte):
    ekte()
    foer = (Bruker.objects.count(), Lag.objects.count(), Plan.objects.count(), FastAktivitet.objects.count())

    with pytest.raises(HarEkteData):
        lag_demo(I_DAG)

    assert (Bruker.objects.count(), Lag.objects.count(), Plan.objects.count(), FastAktivitet.objects.count()) == foer
    assert Aktivitet.objects.count() == 0

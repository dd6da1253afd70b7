"""The plan as a fixture: it is what the document gives, and it can be loaded as it is."""

import json
from datetime import date

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from aktivitet.models import Aktivitet, FastAktivitet, Kalenderstand, Lag
from arbeidsplan.demo.kilde import PLANFIXTURE
from arbeidsplan.management.commands import lag_fixture
from arbeidsplan.management.commands.lag_fixture import DOKUMENT, FIXTURE, MODELLER, lag_plan, som_rader
from tiltak.models import Plan, Termin, Tiltak


def uten_noekler(rader):
    """The rows with every key replaced by its place among the rows of its table: the same on any database."""
    plass: dict[tuple[str, int], int] = {}
    for rad in rader:
        plass[rad["model"], rad["pk"]] = sum(modell == rad["model"] for modell, _ in plass)
    svar = []
    for rad in rader:
        felter = dict(rad["fields"])
        for felt in apps.get_model(rad["model"])._meta.fields:
            if felt.is_relation and felter.get(felt.name) is not None:
                felter[felt.name] = plass[felt.related_model._meta.label_lower, felter[felt.name]]
        svar.append((rad["model"], plass[rad["model"], rad["pk"]], felter))
    return svar


def test_the_fixture_is_what_importing_and_confirming_the_document_gives(db):
    lag_plan(DOKUMENT)

    assert uten_noekler(json.loads(FIXTURE.read_text(encoding="utf-8"))) == uten_noekler(som_rader())


def test_the_fixture_holds_every_table_that_the_import_writes(db):
    lag_plan(DOKUMENT)

    skrevet = {modell for modell in apps.get_models() if modell._default_manager.exists()}
    vaare = {modell for modell in skrevet if modell._meta.app_label in ("aktivitet", "tiltak", "arbeidsplan")}
    assert vaare - {Kalenderstand} == set(MODELLER)  # the stand is renewed by itself when the rows are loaded


def test_the_fixture_loads_as_the_plan_in_force(db):
    call_command("loaddata", PLANFIXTURE, verbosity=0)

    plan = Plan.objects.gjeldende(date(2026, 5, 1))
    assert (plan.tittel, plan.status, plan.vedtatt_dag) == ("Arbeidsplan 2025-2028", "vedtatt", None)
    assert (Tiltak.objects.count(), Termin.objects.count(), FastAktivitet.objects.count()) == (49, 236, 15)
    assert list(Lag.objects.values_list("navn", "type")) == [("Innlandet SV", "fylkeslag")]


def test_rows_can_be_added_after_the_fixture_is_loaded(db):
    """On PostgreSQL the counters for new keys must have moved past the loaded ones."""
    call_command("loaddata", PLANFIXTURE, verbosity=0)

    lag = Lag.objects.create(navn="Hamar SV", slug="hamar-sv")
    aktivitet = Aktivitet.objects.create(
        tittel="Møte", lag=lag, presisjon="dag", foerste_dag=date(2026, 5, 1), siste_dag=date(2026, 5, 1)
    )

    assert (Lag.objects.count(), aktivitet.lag) == (2, lag)


def test_the_command_writes_the_fixture_a_row_to_a_line(db, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(lag_fixture, "FIXTURE", tmp_path / "plan.json")

    call_command("lag_fixture")

    skrevet = (tmp_path / "plan.json").read_text(encoding="utf-8")
    assert uten_noekler(json.loads(skrevet)) == uten_noekler(json.loads(FIXTURE.read_text(encoding="utf-8")))
    assert len(skrevet.splitlines()) == len(json.loads(skrevet)) + 2
    assert capsys.readouterr().out == "Skrev 454 rader til plan.json.\n"


def test_the_command_leaves_the_fixture_alone_when_the_database_is_not_empty(db, monkeypatch, tmp_path):
    monkeypatch.setattr(lag_fixture, "FIXTURE", tmp_path / "plan.json")
    Lag.objects.create(navn="Hamar SV", slug="hamar-sv")

    with pytest.raises(CommandError, match="Databasen er ikke tom"):
        call_command("lag_fixture")

    assert list(tmp_path.iterdir()) == []

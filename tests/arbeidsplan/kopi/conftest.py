"""A database with one of each kind of value, and another database beside it, in a file."""

import shutil
from datetime import UTC, datetime
from uuid import UUID

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.management import create_contenttypes
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import JSONField, Value

from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Spor
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Dokumentfil, Maal, Status, Vedlegg

ALLE_BYTES = bytes(range(256))
NOEYAKTIG = datetime(2026, 3, 29, 0, 59, 59, 123457, tzinfo=UTC)  # a microsecond, on the night that clocks go forward

# Half a surrogate pair goes into SQLite's JSON, and into PostgreSQL's not.
HEMMELIG = "æ\ud800" if connection.vendor == "sqlite" else "æ"


@pytest.fixture(autouse=True)
def mapper(settings, tmp_path):
    """What a test keeps aside, and its register of the erased, are its own."""
    settings.VAR = tmp_path / "var"
    settings.SLETTEREGISTER = tmp_path / "slettede.txt"


@pytest.fixture
def base(transactional_db, fylkeslag, lokallag, redaktoer, styremedlem, lag_aktivitet):
    """A few rows that hold every kind of value there is: files, JSON, times, marks, keys to everything."""
    lag_aktivitet("Skolering", NOEYAKTIG.date(), presisjon="klokkeslett", fra_kl="18:00:00", serie=UUID(int=7))
    tiltak = lag_tiltak(Maal.objects.create(plan=lag_plan(), nr=1, nummer="1", overskrift="Mål"), "1a")
    lag_termin(tiltak, "2026").sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1)
    Vedlegg.objects.create(tiltak=tiltak, navn="Referat", innhold=ALLE_BYTES, filslag="pdf", stoerrelse=256)
    Dokumentfil.objects.create(merke="a" * 64, innhold=ALLE_BYTES * 4, ferdig=NOEYAKTIG)
    tiltak.frist.regel = Value(None, JSONField())  # JSON's own null, which is a value
    tiltak.frist.save()
    Authenticator.objects.create(user=styremedlem, type="totp", data={"secret": HEMMELIG, "n": [1, 1.5, None, {}]})
    EmailAddress.objects.create(user=styremedlem, email=styremedlem.email, primary=True)
    personer = ContentType.objects.get_for_model(Bruker)
    LogEntry.objects.create(user=styremedlem, content_type=personer, object_id="1", action_flag=CHANGE)
    Group.objects.create(name="Gruppe").permissions.set(Permission.objects.order_by("-pk")[:2])
    Invitasjon.objects.inviter("ny@example.org", roller={}, av=styremedlem, lag=[lokallag])
    Spor.objects.sett(Hendelse.EKSPORT, av=styremedlem, om=redaktoer, hva="alt")
    Aktivitet.objects.update(endret=NOEYAKTIG, opprettet=NOEYAKTIG)


@pytest.fixture(scope="session")
def _mal(tmp_path_factory):
    """An SQLite file with the tables, made once."""
    return tmp_path_factory.mktemp("kopi") / "mal.sqlite3"


@pytest.fixture
def annen_base(transactional_db, _mal, tmp_path, monkeypatch):
    """The alias of an empty database in an SQLite file, beside the one that the tests run on."""
    # A test may ask the databases that the settings name, and no other.
    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", _koble_til)
    alias, fil = "annen", tmp_path / "annen.sqlite3"
    monkeypatch.setitem(connections.settings, alias, _i_fil(fil))
    if _mal.exists():
        shutil.copy(_mal, fil)
    else:
        _lag_tabeller(connections[alias])
        connections[alias].close()
        shutil.copy(fil, _mal)
    yield alias
    connections[alias].close()
    del connections[alias]


def _i_fil(fil):
    valg = {"timeout": 0.5, "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL;"}
    return connections.settings["default"] | {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(fil),
        "OPTIONS": valg,
    }


def _lag_tabeller(base):
    """Make the tables from the models, as the migrations would: these ask the one database alone."""
    with base.schema_editor() as tegner:
        for modell in apps.get_models():
            tegner.create_model(modell)
    huskeliste = MigrationRecorder(base)
    huskeliste.ensure_schema()
    for app, navn in MigrationRecorder(connection).applied_migrations():
        huskeliste.record_applied(app, navn)
    for app in reversed(list(apps.get_app_configs())):  # other keys than in the other database
        create_contenttypes(app, verbosity=0, using=base.alias)
        create_permissions(app, verbosity=0, using=base.alias)


def _koble_til(base):
    if base.connection is None:
        with base.wrap_database_errors:
            base.connect()

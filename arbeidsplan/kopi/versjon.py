"""Whether a copy and a database are made alike: the same migrations have been run on both."""

import tomllib
from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from .feil import Kopifeil

HOEYST_NEVNT = 4


def appens_versjon() -> str:
    """The version of the app that is running, as pyproject.toml has it."""
    innhold = (settings.BASE_DIR / "pyproject.toml").read_text("utf-8")
    versjon: str = tomllib.loads(innhold)["project"]["version"]
    return versjon


def migrasjoner(alias: str) -> list[str]:
    """The migrations that have been run on the database: ["aktivitet.0001_initial", …], sorted.

    Raises Kopifeil when the code has more of them: its models and the tables are not alike.
    """
    executor = MigrationExecutor(connections[alias])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Kopifeil("Databasen er ikke klar. Kjør «manage.py migrate» først, og prøv igjen.")
    installert = {app.label for app in apps.get_app_configs()}
    kjoert = MigrationRecorder(connections[alias]).applied_migrations()
    return sorted(f"{app}.{navn}" for app, navn in kjoert if app in installert)


def sjekk_at_de_passer(kopiens: list[str], basens: list[str], versjon: str, tatt: str) -> None:
    """Raise Kopifeil, which says what version of the app the copy wants, when the two are not made alike."""
    bare_kopien, bare_basen = set(kopiens) - set(basens), set(basens) - set(kopiens)
    if not (bare_kopien or bare_basen):
        return
    utgaven = f"utgave av appen enn denne: versjon {versjon}, {tatt}"
    if not bare_basen:
        raise Kopifeil(
            f"Kopien er tatt med en nyere {utgaven}. Oppgrader appen hit, kjør «manage.py migrate», og prøv igjen. "
            f"Det som mangler her: {_nevn(bare_kopien)}."
        )
    if not bare_kopien:
        raise Kopifeil(
            f"Kopien er tatt med en eldre {utgaven}. Legg den inn med den utgaven, og oppgrader etterpå. "
            f"Det som mangler i kopien: {_nevn(bare_basen)}."
        )
    raise Kopifeil(
        f"Kopien er tatt med en annen {utgaven}. Legg den inn med den utgaven. "
        f"Bare i kopien: {_nevn(bare_kopien)}. Bare her: {_nevn(bare_basen)}."
    )


def _nevn(navnene: Iterable[str]) -> str:
    sortert = sorted(navnene)
    flere = len(sortert) - HOEYST_NEVNT
    return ", ".join(sortert[:HOEYST_NEVNT]) + (f" og {flere} til" if flere > 0 else "")

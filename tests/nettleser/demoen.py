"""The demo put into an empty database: made by its command once, and copied back table by table after that."""

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

# These are filled by Django itself each time that a test has emptied the tables.
DJANGOS = {"django_content_type", "auth_permission", "django_migrations"}

_rader: dict[str, bytes] = {}  # by table, as PostgreSQL's COPY writes them


def legg_inn_demoen() -> None:
    """Put in the demo. On SQLite, which the browser tests are not run on, it is made anew each time."""
    if _rader:
        _skriv()
        return
    call_command("lag_demo", verbosity=0)
    if connection.vendor == "postgresql":
        _les()


def _les() -> None:
    with connection.cursor() as cursor:
        for tabell in set(connection.introspection.table_names(cursor)) - DJANGOS:
            with cursor.copy(f'COPY "{tabell}" TO STDOUT') as ut:
                _rader[tabell] = b"".join(bytes(del_) for del_ in ut)


@transaction.atomic
def _skriv() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # the keys are right already, in any order
        for tabell, rader in _rader.items():
            if rader:
                with cursor.copy(f'COPY "{tabell}" FROM STDIN') as inn:
                    inn.write(rader)
        for setning in connection.ops.sequence_reset_sql(no_style(), _modeller()):
            cursor.execute(setning)


def _modeller() -> list:
    return [
        modell
        for modell in connection.introspection.installed_models(list(_rader))
        if modell._meta.managed and _rader[modell._meta.db_table]
    ]

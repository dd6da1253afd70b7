"""Reading everything as it stood in one moment, and writing everything while nobody looks."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, models, transaction

LENGSTE_VENTETID = "20s"  # for others to be done with what they are in the middle of; as long as SQLite is set to wait


@contextmanager
def ett_oeyeblikk(alias: str) -> Iterator[None]:
    """Let all that is read inside be as it stood when the first of it was read, while others go on writing.

    Inside a transaction it does nothing: whoever began that one holds what is read.
    """
    connection = connections[alias]
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        # Not `atomic`, which takes the lock to write (settings.py): nobody could save while the copy is taken.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(using=alias):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def hold_alle_ute(modellene: list[type[models.Model]], alias: str) -> None:
    """Let nobody else read or write these tables until the transaction is over.

    On SQLite the transaction itself lets nobody write, and they read what was there before it. Raises OperationalError
    when somebody has held on to one for too long.
    """
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return
    tabeller = ", ".join(connection.ops.quote_name(modell._meta.db_table) for modell in modellene)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LENGSTE_VENTETID}'")
        cursor.execute(f"LOCK TABLE {tabeller} IN ACCESS EXCLUSIVE MODE")

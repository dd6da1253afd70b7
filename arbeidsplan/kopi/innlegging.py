"""Puts the rows of a copy into a database, in place of those that are there: past the models' own `save`, so that
nothing is worked out anew, moved, sent or told by it."""

import json
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connections, models

from .feil import Kopifeil
from .lesing import Kopi
from .rader import til_databasen
from .tabeller import felter, forbigaaende, modeller

# A batch ends at so many rows or bytes, whichever comes first: a file can be as large as thousands of rows.
RADER, BYTES = 500, 4_000_000
# Keys that were given out after the copy was taken stand in letters, calendars and browsers, and lead to nothing. They
# are passed over, so that they do not lead to something else one day.
HOPP = 1000
# What a line may raise that this database cannot hold, or that is no row at all. What they say may hold the row.
UMULIG = (DataError, IntegrityError, ValidationError, ValueError, TypeError, OverflowError, RecursionError)
NUL = rb"\u0000"  # as it stands in a line; PostgreSQL takes it in no text
HENGER_IKKE_SAMMEN = "Kopien henger ikke sammen: noe i den viser til noe som ikke er der. Bruk en annen kopi."


def er_tom(alias: str) -> bool:
    """Whether nothing at all is stored."""
    return not any(modell._base_manager.using(alias).exists() for modell in modeller())


def legg_inn(kopi: Kopi, alias: str) -> None:
    """Take away all rows and put the copy's in. To be called in a transaction.

    Raises Kopifeil for what this database cannot hold: then the transaction has to be rolled back.
    """
    kolonner = {modell._meta.label: [felt.attname for felt in felter(modell)] for modell in modeller()}
    if kopi.kolonner != kolonner:
        raise Kopifeil("Kopien har andre tabeller eller kolonner enn appen her. Er det endret i koden siden?")
    connection = connections[alias]
    with connection.cursor() as cursor:
        tabeller = [modell._meta.db_table for modell in (*modeller(), *forbigaaende())]
        for setning in connection.ops.sql_flush(no_style(), tabeller):
            cursor.execute(setning)
    for modell in modeller():
        _legg_inn_tabell(kopi, modell, alias)
    try:
        connection.check_constraints()
    except IntegrityError as feil:
        raise Kopifeil(HENGER_IKKE_SAMMEN) from feil
    for modell in modeller():
        _hopp(modell, alias)


def _legg_inn_tabell(kopi: Kopi, modell: type[models.Model], alias: str) -> None:
    connection = connections[alias]
    navn = modell._meta.label
    kolonner = [connection.ops.quote_name(str(felt.column)) for felt in felter(modell)]
    plasser = ", ".join(["%s"] * len(kolonner))
    sql = f"INSERT INTO {connection.ops.quote_name(modell._meta.db_table)} ({', '.join(kolonner)}) VALUES ({plasser})"  # noqa: S608
    verdier = til_databasen(modell, alias)
    kommet_til = 0
    with connection.cursor() as cursor:
        for bunke in _bunker(kopi.linjer(navn)):
            try:
                cursor.executemany(sql, [verdier(json.loads(linje)) for linje in bunke])
            except UMULIG as feil:
                hvor = f"{navn}, rad {kommet_til + 1}–{kommet_til + len(bunke)}"
                raise Kopifeil(f"Databasen kan ikke ta imot det som står i {hvor}: {_grunn(feil, bunke)}") from feil
            kommet_til += len(bunke)


def _bunker(linjer: Iterator[bytes]) -> Iterator[list[bytes]]:
    bunke: list[bytes] = []
    bytes_ = 0
    for linje in linjer:
        bunke.append(linje)
        bytes_ += len(linje)
        if len(bunke) == RADER or bytes_ >= BYTES:
            yield bunke
            bunke, bytes_ = [], 0
    if bunke:
        yield bunke


def _hopp(modell: type[models.Model], alias: str) -> None:
    """Let the next key that the database gives be higher than any that was given before."""
    if not isinstance(modell._meta.pk, models.AutoField):
        return
    connection = connections[alias]
    tabell, noekkel = modell._meta.db_table, str(modell._meta.pk.column)
    i_sql, noekkel_i_sql = map(connection.ops.quote_name, (tabell, noekkel))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # it knows the highest that it ever gave or was given
            cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [HOPP, tabell])
            return
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [i_sql, noekkel])
        (sekvens,) = cursor.fetchone()
        hoeyeste = f"SELECT COALESCE(MAX({noekkel_i_sql}), 0) FROM {i_sql}"  # noqa: S608
        cursor.execute(f"SELECT setval(%s, GREATEST(nextval(%s), ({hoeyeste})) + %s)", [sekvens, sekvens, HOPP])


def _grunn(feil: Exception, bunke: list[bytes]) -> str:
    """Why the rows were refused: in words for what one database can hold and the other cannot, else by kind alone."""
    if isinstance(feil, DataError) and any(NUL in linje for linje in bunke):
        return "i en av tekstene står tegnet NUL. Ta det bort der kopien ble tatt, og ta en ny kopi."
    return type(feil).__name__

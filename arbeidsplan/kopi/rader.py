"""A row as one line of JSON, and back: the same row, to the microsecond and the byte, on any of the databases."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connections, models
from django.db.models.functions import Cast
from django.utils.duration import duration_iso_string

from .feil import Kopifeil
from .tabeller import Felt, avledet_bak, felter, navn_paa

# How many rows are read at once. Those that may carry a file are read one at a time.
RADER, RADER_MED_FIL = 1000, 1

Omskriving = Callable[[Any], Any]


def les_rader(modell: type[models.Model], alias: str) -> Iterator[bytes]:
    """Give every row as a line, ordered by key. No more than a few are held in memory."""
    feltene = felter(modell)
    har_fil = any(isinstance(felt, models.BinaryField) for felt in feltene)
    navn = {nr: navn_paa(bak, alias) for nr, felt in enumerate(feltene) if (bak := avledet_bak(felt))}
    rader = modell._base_manager.using(alias).order_by("pk").values_list(*map(_kolonne, feltene))
    for rad in rader.iterator(chunk_size=RADER_MED_FIL if har_fil else RADER):
        verdier = list(rad)
        for nr, navnene in navn.items():
            verdier[nr] = navnene.get(verdier[nr])
        # ASCII alone: half a surrogate pair, which SQLite takes in a JSON text, is no UTF-8.
        yield json.dumps(verdier, default=_som_tekst, separators=(",", ":")).encode("ascii") + b"\n"


def til_databasen(modell: type[models.Model], alias: str) -> Callable[[list[Any]], list[Any]]:
    """Give what makes a read line into the values that the database is handed.

    What it gives raises ValueError for a line that does not fit the model, ValidationError for a value that does not,
    and Kopifeil for a row that is named and not here.
    """
    omskrivinger = [_omskriving(felt, alias) for felt in felter(modell)]

    def verdier(rad: list[Any]) -> list[Any]:
        return [None if verdi is None else skriv_om(verdi) for verdi, skriv_om in zip(rad, omskrivinger, strict=True)]

    return verdier


def _kolonne(felt: Felt) -> Any:
    # JSON goes as the text that it is: read, its `null` could not be told from no value at all.
    return Cast(felt.attname, models.TextField()) if isinstance(felt, models.JSONField) else felt.attname


def _som_tekst(verdi: object) -> str:
    """What JSON has no word for. Django's own encoder cuts the time off at milliseconds."""
    match verdi:
        case datetime() | date() | time():
            return verdi.isoformat()
        case bytes() | bytearray() | memoryview():
            return b64encode(verdi).decode("ascii")
        case timedelta():
            return duration_iso_string(verdi)
        case UUID() | Decimal():
            return str(verdi)
    raise TypeError(f"{type(verdi).__name__} kan ikke skrives i en kopi")


def _omskriving(felt: Felt, alias: str) -> Omskriving:
    if isinstance(felt, models.JSONField):
        return str
    if bak := avledet_bak(felt):
        return _Noekler(bak, alias)
    connection = connections[alias]
    return lambda verdi: felt.get_db_prep_save(felt.to_python(verdi), connection)


class _Noekler:
    """Finds the key of a named row in this database."""

    def __init__(self, modell: type[models.Model], alias: str):
        self._modell, self._alias = modell, alias
        self._pk = {navn: pk for pk, navn in navn_paa(modell, alias).items()}

    def __call__(self, navn: list[str]) -> Any:
        noekkel = tuple(navn)
        if noekkel not in self._pk:
            if self._modell is not ContentType:
                raise Kopifeil(f"Kopien nevner {'.'.join(noekkel)}, som ikke finnes her. Er det endret i koden siden?")
            # Of a model that is gone by now: the editing site's log still tells of it.
            app, modell = noekkel
            ny = ContentType.objects.using(self._alias).create(app_label=app, model=modell)
            self._pk[noekkel] = ny.pk
        return self._pk[noekkel]

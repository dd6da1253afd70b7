"""All that is stored, as the models read it: to lay two databases side by side."""

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction

UTEN = {"Session", "UserSession", "EmailConfirmation", "ContentType", "Permission"}


def toem():
    """Leave the database as `migrate` makes it: without a row of anybody's, and with the keys from one on."""
    tabeller = [modell._meta.db_table for modell in _modeller()]
    with transaction.atomic(), connection.cursor() as cursor:
        for setning in connection.ops.sql_flush(no_style(), tabeller, reset_sequences=True, allow_cascade=True):
            cursor.execute(setning)


def alt_i(alias="default", uten=()):
    """Every row of every model, by the model's label. A file is its bytes, and what `migrate` made is its name: its
    key is another in the next database."""
    return {modell._meta.label: _rader(modell, alias) for modell in _modeller() if modell.__name__ not in uten}


def _modeller():
    return [modell for modell in apps.get_models(include_auto_created=True) if modell.__name__ not in UTEN]


def _rader(modell, alias):
    return [
        [_verdi(felt, verdi, alias) for felt, verdi in zip(modell._meta.concrete_fields, rad, strict=True)]
        for rad in modell._base_manager.using(alias)
        .order_by("pk")
        .values_list(*[felt.attname for felt in modell._meta.concrete_fields])
    ]


def _verdi(felt, verdi, alias):
    if felt.related_model in (ContentType, Permission) and verdi is not None:
        return felt.related_model.objects.using(alias).get(pk=verdi).natural_key()
    return bytes(verdi) if isinstance(verdi, memoryview) else verdi

"""Which tables a copy holds: all of them, but for those that are named here with the reason."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models

Felt: TypeAlias = "models.Field[Any, Any]"
Noekkel = tuple[str, ...]

# Left out, and emptied when a copy is put back: what they hold has an end of its own, and is soon over.
FORBIGAAENDE = {
    "sessions.Session": "everyone logs in anew: who has been locked out since is not to be let in by an old session",
    "usersessions.UserSession": "says where a session is open, and they are all ended",
    "account.EmailConfirmation": "a link that was sent and is good for some days: it is asked for again",
}
# Left out, and let alone when a copy is put back. Rows that point to one say its name, since its key may be another in
# the next database, and since processes that are running remember the keys.
AVLEDET: dict[type[models.Model], str] = {
    ContentType: "made by `migrate`, one for each model",
    Permission: "made by `migrate`, four for each model",
}
UTELATT = {*FORBIGAAENDE, *(modell._meta.label for modell in AVLEDET)}
# Beside the models' tables there are two more: which migrations have been run stands in the copy's head, and the table
# `mellomlager` counts attempts to log in, which a copy must not set back.


def modeller() -> list[type[models.Model]]:
    """The models whose rows a copy holds, the hidden ones that join two others too."""
    alle = apps.get_models(include_auto_created=True)
    return [en for en in alle if en._meta.managed and not en._meta.proxy and en._meta.label not in UTELATT]


def forbigaaende() -> list[type[models.Model]]:
    """The models whose rows are taken away when a copy is put back."""
    return [apps.get_model(navn) for navn in FORBIGAAENDE]


def felter(modell: type[models.Model]) -> list[Felt]:
    """The model's columns, without those that the database works out by itself."""
    return [felt for felt in modell._meta.concrete_fields if not felt.generated]


def avledet_bak(felt: Felt) -> type[models.Model] | None:
    """The model behind the key, when its rows are named and not numbered in a copy."""
    modell = felt.remote_field.model if felt.remote_field else None
    return modell if modell in AVLEDET else None


def navn_paa(modell: type[models.Model], alias: str) -> dict[Any, Noekkel]:
    """The names of the model's rows, by their key."""
    rader: Iterable[Any] = modell._default_manager.using(alias).all()
    if modell is Permission:
        rader = Permission.objects.using(alias).select_related("content_type")
    return {rad.pk: tuple(rad.natural_key()) for rad in rader}

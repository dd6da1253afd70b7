"""What a button is pressed on: whether it still is what the person saw, and pressed twice, one press at a time."""

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model

from .models import Aktivitet, Lag

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


def merket(aktivitetene: Iterable[Aktivitet]) -> str:
    """A mark of just these, in this order, as they were read: it is sent back by whoever has seen them."""
    return sha256(repr([(en.pk, en.versjon) for en in aktivitetene]).encode()).hexdigest()


def ett_trykk_om_gangen(bruker: "Bruker") -> None:
    """Wait, inside a transaction, for what `bruker` pressed before this: whoever pressed twice waits here for their
    first press, which may still be on its way, and then finds what it made."""
    get_user_model().objects.select_for_update(no_key=True).filter(pk=bruker.pk).first()


def en_for_laget_om_gangen(lag: Lag) -> None:
    """Wait likewise for whoever is at this branch's plan: two who make the same at once make it once."""
    Lag.objects.select_for_update(no_key=True).get(pk=lag.pk)

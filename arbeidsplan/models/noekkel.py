"""The key in the letter that invites: how it is made, what is stored of it, and until when it opens."""

import hashlib
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.crypto import get_random_string

VARER = timedelta(days=14)  # and the day out: the letter tells the last day
LENGDE = 43  # of 62 signs: over 250 bits


def ny_noekkel() -> str:
    """Make one that nobody can guess."""
    return get_random_string(LENGDE)


def avtrykk_av(noekkel: str) -> str:
    """Give what is stored in its place: the key comes back from it to nobody."""
    return hashlib.sha256(noekkel.encode("utf-8", "replace")).hexdigest()


def utloeper_fra(dag: date) -> datetime:
    """Give the midnight after the last day of one that is made on the day."""
    return timezone.make_aware(datetime.combine(dag + VARER + timedelta(days=1), datetime.min.time()))

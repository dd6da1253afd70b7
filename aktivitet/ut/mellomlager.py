"""What was made of the public calendar, kept until the calendar changes."""

from collections.abc import Callable
from hashlib import sha256

from django.core.cache import caches

from ..models import Kalenderstand


def bevart(stand: Kalenderstand, noekkel: object, lag: Callable[[], bytes]) -> bytes:
    """Give what `lag` makes: as it was made last under `noekkel`, if the calendar still stands as it did then.

    `stand` must be read before anything that `lag` reads. It is what makes a change seen at once, by whichever process
    it was written: nothing is ever taken out, the stand in the database is another one. `noekkel` is all that the
    result follows from beside the calendar, and its `repr` tells it from others. What was kept of an earlier stand is
    written over, so that there is one of each and no more.
    """
    if stand.pk is None:  # nothing was ever put into the calendar, and there is no mark that tells it from another
        return lag()
    navn = sha256(repr(noekkel).encode()).hexdigest()
    merke, innhold = caches["kalender"].get(navn, (None, b""))
    if merke != stand.merke:
        innhold = lag()
        caches["kalender"].set(navn, (stand.merke, innhold))
    return innhold

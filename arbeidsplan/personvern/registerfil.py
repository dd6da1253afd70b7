"""The register of the erased as a file of its own: one mark a line, outside the database.

A copy of the database that is taken back brings its own table of marks with it, and those who were erased since are in
neither. The file is not taken back with it, so it knows them still. It holds random marks alone and tells nothing of
anybody.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from ..disk import fast_i_mappen


def les() -> set[UUID]:
    """Give the marks in the file; none where there is no file yet.

    A line that is no mark is passed over: the last one may have been cut off by a machine that stopped, and its mark
    stands in the table and is written anew by `manage.py rydd`.
    """
    try:
        linjer = _fil().read_text("ascii", "replace").splitlines()
    except FileNotFoundError:
        return set()
    return {merke for linje in linjer if (merke := _merke(linje))}


def foey_til(merker: Iterable[UUID]) -> int:
    """Write those marks that the file does not have, and give how many. They are on the disk when this returns.

    Two who write in the same moment may write the same mark twice, which reads as once. Raises OSError.
    """
    nye = sorted(set(merker) - les())
    if not nye:
        return 0
    fil = _fil()
    fil.parent.mkdir(parents=True, exist_ok=True)
    ny_fil = not fil.exists()
    nummer = os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with open(nummer, "wb") as ut:
        # A line before the marks too: what was cut off must not run together with the first of them.
        ut.write("".join(["\n", *(f"{merke}\n" for merke in nye)]).encode("ascii"))
        ut.flush()
        os.fsync(ut.fileno())
    if ny_fil:
        fast_i_mappen(fil.parent)
    return len(nye)


def _fil() -> Path:
    return Path(settings.SLETTEREGISTER)


def _merke(linje: str) -> UUID | None:
    try:
        return UUID(linje.strip())
    except ValueError:
        return None

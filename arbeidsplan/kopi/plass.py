"""Where a copy lands: a file for its owner alone, which is there whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..disk import fast_i_mappen
from .feil import Kopifeil

UTEN_HARDE_LENKER = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


@contextmanager
def ny_fil(sti: Path, *, overskriv: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write to, which becomes `sti` once it is written to the end and lies on the disk.

    What is written holds personal data, so nobody but its owner may read it, at any time. Raises Kopifeil when there
    is a file by that name already, unless it may be written over, and when it cannot be written.
    """
    if sti.is_dir():
        raise Kopifeil(f"{sti} er en mappe. Skriv navnet på en fil.")
    if sti.exists() and not overskriv:
        raise Kopifeil(_finnes(sti))
    try:
        nummer, navn = tempfile.mkstemp(dir=sti.parent, prefix=f".{sti.name}.", suffix=".uferdig")  # 0600
        uferdig = Path(navn)
        try:
            with open(nummer, "wb") as fil:
                yield fil
                fil.flush()
                os.fsync(fil.fileno())
            _gi_navn(uferdig, sti, overskriv)
        finally:
            uferdig.unlink(missing_ok=True)
        fast_i_mappen(sti.parent)
    except FileExistsError:
        raise Kopifeil(_finnes(sti)) from None
    except OSError as feil:
        raise Kopifeil(f"{sti} kunne ikke skrives: {feil.strerror or feil}.") from feil


def _finnes(sti: Path) -> str:
    return f"{sti} finnes fra før. Velg et annet navn, eller skriv over den med --overskriv."


def _gi_navn(uferdig: Path, sti: Path, overskriv: bool) -> None:
    if overskriv:
        uferdig.replace(sti)
        return
    try:
        os.link(uferdig, sti)  # unlike a change of name, it fails when somebody has made such a file meanwhile
    except OSError as feil:
        if feil.errno not in UTEN_HARDE_LENKER:
            raise
        os.close(os.open(sti, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # the name is ours
        uferdig.replace(sti)

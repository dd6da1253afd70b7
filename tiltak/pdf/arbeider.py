"""The process that makes one PDF and ends: `python -m tiltak.pdf.arbeider SECONDS MEGABYTES`.

A Bestilling comes in on stdin, and the PDF goes out on stdout; what goes wrong is told on stderr, without a word of
the document, and the exit code says what kind of thing it was. It binds itself before it reads a word: to that many
seconds, by the clock and of the processor, and to that much memory. It needs no settings, no database and no secret,
and is told of none.
"""

import logging
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

from aktivitet.logg import UtenPersoner

from .bestilling import Bestilling

SAGT = "| "  # begins what this program says itself; libraries of other languages write as they like
FOR_STORT = 3  # the exit code when the memory was not enough
NAER_GRENSEN = 64  # MB
STOERSTE_FIL = 64 * 1024 * 1024  # what it may write to disk: the fonts, for as long as they are used
# What it may not do from the moment it begins on somebody's text, by the names that Python's audit has for it.
STENGT = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork")


class Merket(UtenPersoner):
    """Writes what a log may say, each line with its mark."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(f"{SAGT}{linje}" for linje in super().format(record).splitlines())


def main(sekunder: int, megabyte: int) -> int:
    """Make the PDF that stdin asks for. Gives the exit code."""
    bind(sekunder, megabyte)
    konsoll = logging.StreamHandler()
    konsoll.setFormatter(Merket("%(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[konsoll])
    ut = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed is no part of the document
    try:
        from .skriving import lag_pdf  # not before the bounds are set: it is a second's work by itself

        bestilling = Bestilling.fra_json(sys.stdin.buffer.read())
        sys.addaudithook(steng)
        pdf = lag_pdf(bestilling)
    except Exception as unntak:
        if isinstance(unntak, MemoryError) or naer_grensen(megabyte):
            return FOR_STORT
        logging.getLogger("tiltak.pdf.arbeider").exception("Dokumentet ble ikke laget.")
        return 1
    if naer_grensen(megabyte):
        return FOR_STORT
    with ut:
        ut.write(pdf)
    return 0


def bind(sekunder: int, megabyte: int) -> None:
    """Set the bounds that this process can never lift."""
    minne = megabyte * 1024 * 1024
    for hva, grense in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, sekunder),
        (resource.RLIMIT_AS, minne),
        (resource.RLIMIT_FSIZE, STOERSTE_FIL),
    ):
        resource.setrlimit(hva, (grense, grense))
    signal.alarm(sekunder)  # whoever waits for it ends it by then; if nobody is left who does, this does
    os.nice(5)  # a page that somebody waits for goes before


def naer_grensen(megabyte: int) -> bool:
    """Whether the memory has come so near to its bound that some may have been refused. The libraries that set letters
    go on without it, and leave out a font or a line: such a document is not to be kept."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return False  # a machine that keeps no account of it
    hoeyest = next(linje for linje in status.splitlines() if linje.startswith("VmPeak:"))
    return int(hoeyest.split()[1]) / 1024 > megabyte - NAER_GRENSEN


def steng(hendelse: str, _: Any) -> None:
    """Raises PermissionError for what no document needs: the network and other processes."""
    if hendelse.startswith(STENGT):
        raise PermissionError(f"Dokumentet får ikke gjøre dette: {hendelse}.")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

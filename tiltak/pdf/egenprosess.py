"""Has a PDF made by a process of its own: bounded in time and memory, and no more than a few at once on the machine.

WeasyPrint's import takes a second, a layout holds Python's lock for as long as it lasts, and a document can be made to
last for ever: none of that belongs where pages are answered.
"""

import fcntl
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from django.conf import settings

from aktivitet.logg import Trygg

from .arbeider import FOR_STORT, SAGT
from .bestilling import ROT, Bestilling

GIKK_GALT = "Noe gikk galt hos oss da PDF-en skulle lages."
PULS = 2.0  # seconds between each time that whoever waits is told that the work goes on
_FRIST = 5.0  # seconds beyond the process's own bound, before it is ended from here
# All that the process is told of the machine. The database, the key and the mail are none of its business.
_MILJOE = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH")
_FOR_LENGE = (-signal.SIGALRM, -signal.SIGXCPU)
_FOR_MYE = (FOR_STORT, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGTRAP, -signal.SIGBUS, -signal.SIGKILL)

_logg = logging.getLogger(__name__)


class KunneIkkeLages(Exception):
    """The PDF could not be made. Its text is a sentence for whoever asked for it."""


def lag(bestilling: Bestilling, puls: Callable[[], object] = bool) -> bytes:
    """Give the PDF that is asked for. `puls` is called every other second while it waits and while it works.

    Raises KunneIkkeLages when it takes too long or too much memory, when too many others are being made, and when
    something went wrong.
    """
    with (
        _plass(puls) as plassen,
        tempfile.TemporaryDirectory(prefix="arbeidsplan-pdf-") as mappe,
        tempfile.TemporaryFile(dir=mappe) as inn,
    ):
        # A file and no pipe: what a busy process has not read by the first pulse, `communicate` never goes on sending.
        inn.write(bestilling.som_json())
        inn.seek(0)
        prosess = subprocess.Popen(  # noqa: S603  # our own module, and two numbers
            [sys.executable, "-m", "tiltak.pdf.arbeider", str(settings.PDF_SEKUNDER), str(settings.PDF_MEGABYTE)],
            stdin=inn,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROT,
            env={navn: os.environ[navn] for navn in _MILJOE if navn in os.environ} | {"TMPDIR": mappe},
            start_new_session=True,
            pass_fds=[plassen],  # the place is taken for as long as the process lives, also when this one dies
        )
        try:
            pdf, sagt = _vent(prosess, puls)
        finally:
            _avslutt(prosess)
    feilen = _feilen(prosess.returncode, pdf)
    if sagt or feilen:
        _logg.warning("Prosessen som laget en PDF, sluttet med %s: %s", prosess.returncode, _det_som_ble_sagt(sagt))
    if feilen:
        raise KunneIkkeLages(feilen)
    return pdf


def _det_som_ble_sagt(sagt: bytes) -> Trygg:
    """Give what the process said itself, which is safe to pass on, and how much else was written."""
    linjer = sagt.decode("utf-8", "replace")[-4000:].splitlines()
    egne = [linje.removeprefix(SAGT) for linje in linjer if linje.startswith(SAGT)]
    andre = len(linjer) - len(egne)
    return Trygg("\n".join([*egne, *([f"{andre} linjer fra andre"] if andre else [])]) or "ingenting sagt")


def _vent(prosess: "subprocess.Popen[bytes]", puls: Callable[[], object]) -> tuple[bytes, bytes]:
    """Give what the process writes, and what it says of errors. Empty when it had to be ended."""
    frist = monotonic() + settings.PDF_SEKUNDER + _FRIST
    while monotonic() < frist:
        try:
            return prosess.communicate(timeout=PULS)
        except subprocess.TimeoutExpired:
            puls()
    return b"", b""


def _avslutt(prosess: "subprocess.Popen[bytes]") -> None:
    """End the process and whatever it has started, however far it has come."""
    if prosess.poll() is None:
        os.killpg(prosess.pid, signal.SIGKILL)
        prosess.communicate()
        prosess.returncode = -signal.SIGALRM  # not for want of memory: it was given up here


def _feilen(kode: int, pdf: bytes) -> str:
    """What went wrong, as a sentence; empty when nothing did."""
    if kode in _FOR_LENGE:
        return f"Det tok mer enn {settings.PDF_SEKUNDER} sekunder å lage PDF-en, og den ble stanset."
    if kode in _FOR_MYE:
        return "PDF-en ble for stor for minnet den får bruke, og ble ikke laget ferdig."
    if kode != 0 or not (pdf.startswith(b"%PDF-") and pdf.endswith(b"%%EOF\n")):
        return GIKK_GALT
    return ""


@contextmanager
def _plass(puls: Callable[[], object]) -> Iterator[int]:
    """Hold one of the machine's few places for this work, as an open file that is locked; wait for one to be free.

    Raises KunneIkkeLages when none is, for as long as a document may take.
    """
    frist = monotonic() + settings.PDF_SEKUNDER
    neste_puls = monotonic() + PULS
    while monotonic() < frist:
        for nr in range(settings.PDF_SAMTIDIG):
            if (plassen := _ta(nr)) is not None:
                try:
                    yield plassen
                finally:
                    os.close(plassen)
                return
        if monotonic() > neste_puls:
            puls()
            neste_puls = monotonic() + PULS
        sleep(0.1)
    raise KunneIkkeLages("Mange dokumenter lages akkurat nå.")


def _ta(nr: int) -> int | None:
    fil = Path(tempfile.gettempdir()) / f"arbeidsplan-pdf-{os.getuid()}-{nr}.las"
    plassen = os.open(fil, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(plassen, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(plassen)
        return None
    return plassen

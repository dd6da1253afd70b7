"""What a log may say: what kind of thing happened and where in the program, and no word of what anybody wrote or is.

That somebody has a task in a party is sensitive in itself, and logs are kept by others, copied, and read long after.
So nothing is taken out of the lines: only what is known to be harmless is let in. Of our own lines that is the
sentence and its numbers; of others', a sentence with its numbers, and else the place that it was said from. An
exception is told by its kind and where it was raised: its text may hold what is stored ("Key (email)=(…) already
exists").

Pure, and of the lowest floor: the process that makes a PDF knows no Django, and speaks through it too.
"""

import logging
import sys
import threading
import warnings
from collections.abc import Callable
from copy import copy
from datetime import date
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any

ROT = f"{Path(__file__).resolve().parent.parent}/"
VAARE = {"aktivitet", "tiltak", "arbeidsplan"}
UTELATT = "…"
OM_INNSTILLINGENE = "django.core.exceptions.ImproperlyConfigured"  # told whole: it is said of nobody
METODER = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"}
DYPEST = 40  # places told of one exception: what recursion raises has a thousand


class Trygg(str):
    """Text that is known to hold no word of anybody's: a log may say it."""


UFARLIG = (int, float, date, type(None), Trygg)


class UtenPersoner(logging.Formatter):
    """Writes a log line without anything in it that may have come from a person."""

    def format(self, record: logging.LogRecord) -> str:
        ren = copy(record)
        ren.msg, ren.args, ren.exc_text, ren.stack_info = melding(record), None, None, None
        return super().format(ren)

    def formatException(self, ei: Any) -> str:  # noqa: N802  # logging's own name
        return unntaket(ei[1])


def melding(record: logging.LogRecord) -> str:
    """Give what a record may say."""
    if hasattr(request := getattr(record, "request", None), "resolver_match"):
        return _forespoerselen(request, getattr(record, "status_code", ""))
    if not isinstance(record.msg, str):
        return type(record.msg).__name__
    if not record.args:
        # What others put together beforehand may hold anything. The place tells whoever looks for it as much.
        er_var = record.name.split(".")[0] in VAARE
        return record.msg if er_var else f"sagt i {_kort(record.pathname)}:{record.lineno}"
    try:
        return record.msg % _ufarlige(record.args)
    except (TypeError, ValueError, KeyError):  # a number was asked for: then it is not said at all
        return record.msg


def unntaket(unntak: BaseException | None) -> str:
    """Tell an exception by kind and place, and before it what led to it, as Python does."""
    ledd: list[BaseException] = []
    while unntak is not None and unntak not in ledd:
        ledd.append(unntak)
        unntak = unntak.__cause__ or (None if unntak.__suppress_context__ else unntak.__context__)
    return "\n".join(_ett_ledd(ett) for ett in reversed(ledd))


def stille(unntatt: Callable[[], bool] = bool) -> None:
    """Let what nobody caught, and what the language itself warns of, be told by kind and place too; but not where
    `unntatt` says, when it happens, that somebody looks for a fault on their own machine.

    Called where the app begins: by its commands and by its server.
    """

    def ufanget(slag: type[BaseException], unntak: BaseException | None, spor: TracebackType | None) -> None:
        if unntak is None or issubclass(slag, KeyboardInterrupt) or unntatt():
            sys.__excepthook__(slag, unntak or slag(), spor)
        else:
            sys.stderr.write(f"{unntaket(unntak)}\n")

    sys.excepthook = ufanget
    threading.excepthook = lambda hva: ufanget(hva.exc_type, hva.exc_value, hva.exc_traceback)
    sys.unraisablehook = lambda hva: ufanget(hva.exc_type, hva.exc_value, hva.exc_traceback)
    warnings.showwarning = _advarsel
    logging.raiseExceptions = False  # else a line that cannot be written is printed with all that was to be in it


def _advarsel(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, file: Any = None, line: Any = None
) -> None:
    (file or sys.stderr).write(f"{category.__name__}: {_kort(filename)}:{lineno}\n")


def _forespoerselen(request: Any, status: object) -> str:
    """Tell a request by its name in our table of addresses and the keys of what it was about: the address itself may
    hold a secret, and what comes after its question mark is what somebody searched for."""
    treff = request.resolver_match
    metode = request.method if request.method in METODER else UTELATT
    noekler = {navn: verdi for navn, verdi in (treff.kwargs if treff else {}).items() if isinstance(verdi, int)}
    hva = [treff.view_name if treff else "ingen av adressene", *(f"{navn}={verdi}" for navn, verdi in noekler.items())]
    return " ".join([str(status), metode, *hva])


def _ufarlige(args: Any) -> Any:
    if isinstance(args, dict):
        return {navn: _ufarlig(verdi) for navn, verdi in args.items()}
    return tuple(_ufarlig(verdi) for verdi in args)


def _ufarlig(verdi: object) -> object:
    if isinstance(verdi, type):
        return verdi.__name__
    return verdi if isinstance(verdi, UFARLIG) else UTELATT


def _ett_ledd(unntak: BaseException) -> str:
    steder = [f"  {_kort(ramme.f_code.co_filename)}:{nr} {ramme.f_code.co_name}" for ramme, nr in _rammene(unntak)]
    navn = f"{type(unntak).__module__}.{type(unntak).__qualname__}"
    return "\n".join([*steder, f"{navn}: {unntak}" if navn == OM_INNSTILLINGENE else navn])


def _rammene(unntak: BaseException) -> list[Any]:
    alle = list(walk_tb(unntak.__traceback__))
    return alle if len(alle) <= DYPEST else [*alle[:5], *alle[5 - DYPEST :]]


def _kort(sti: str) -> str:
    """The file as it is known in its project, and not where on the machine it lies."""
    for foran in ("/site-packages/", ROT, f"/python{sys.version_info[0]}.{sys.version_info[1]}/"):
        if foran in sti:
            return sti.split(foran, 1)[1]
    return Path(sti).name

"""The app's manners in gunicorn: a log without persons, and walls around the answers that gunicorn makes by itself."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from gunicorn import glogging, util

from aktivitet.logg import METODER, UTELATT, UtenPersoner

# What an access log may say, whatever its format asks for. Not the address: there are keys in it, and search words.
UFARLIGE = set("tspbBTDML")


def _med_stedet(nivaa: str) -> Callable[..., None]:
    """Give gunicorn's method for that level, telling the place that it was called from and not itself."""

    def skriv(self: glogging.Logger, msg: Any, *args: Any, **valg: Any) -> None:
        getattr(self.error_log, nivaa)(msg, *args, **({"stacklevel": 2} | valg))

    return skriv


class Logg(glogging.Logger):
    """Gunicorn's log, through the same eye of a needle as the app's own."""

    critical, error, warning, info, debug, exception = map(
        _med_stedet, ("critical", "error", "warning", "info", "debug", "exception")
    )

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(UtenPersoner(self.error_fmt, self.datefmt))

    def atoms(self, resp: Any, req: Any, environ: dict[str, Any], request_time: Any) -> dict[str, Any]:
        """Give what a line of the access log is made of: gunicorn writes a dash in place of the rest."""
        alle = super().atoms(resp, req, environ, request_time)
        metode = alle["m"] if alle["m"] in METODER else UTELATT
        return {navn: verdi for navn, verdi in alle.items() if navn in UFARLIGE} | {"m": metode}


def skriv_feil(sock: Any, status_int: int, reason: str, mesg: str) -> None:
    """Answer what never became a request, in place of `gunicorn.util.write_error`: with our walls, and without saying
    again what was sent."""
    from .vegger import CSP, FASTE, FRA_ANDRE, FRAME  # needs the settings

    kropp = "Vi forsto ikke det som ble sendt.\n" if status_int < 500 else "Noe gikk galt hos oss.\n"
    hoder = FASTE | {
        "Content-Security-Policy": CSP,
        FRAME: "DENY",
        FRA_ANDRE: "same-origin",
        "Cache-Control": "no-store",
        "Connection": "close",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(kropp.encode())),
    }
    linjer = [f"HTTP/1.1 {status_int} {HTTPStatus(status_int).phrase}", *(f"{navn}: {v}" for navn, v in hoder.items())]
    util.write_nonblock(sock, "\r\n".join([*linjer, "", kropp]).encode())

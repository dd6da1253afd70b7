"""Which websites may show the calendar in a frame: read from the environment before the app starts."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LOKALE = {"localhost", "127.0.0.1"}
VERTSNAVN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")


def les_nettsteder(verdi: str) -> list[str]:
    """Give the origins in `verdi`, separated by commas, as a policy's `frame-ancestors` has them.

    Raises ImproperlyConfigured, saying what to write instead, where one of them is no origin. The value goes into a
    header of every such answer, and one slip there could let every website in.
    """
    return [_opphav(del_.strip()) for del_ in verdi.split(",") if del_.strip()]


def _opphav(nettsted: str) -> str:
    try:
        deler = urlsplit(nettsted)
        vert = (deler.hostname or "").encode("idna").decode()
        port = f":{deler.port}" if deler.port is not None else ""
    except ValueError:  # no address, no port, or no name in any alphabet
        raise _feil(nettsted) from None
    ren = f"{deler.scheme}://{vert}{port}"
    sikker = deler.scheme == "https" or (deler.scheme == "http" and vert in LOKALE)
    mer = deler.path.removeprefix("/") or deler.query or deler.fragment or "@" in deler.netloc
    if mer or not sikker or not VERTSNAVN.fullmatch(vert) or re.search(r"[\s;?#]", nettsted):
        raise _feil(nettsted)
    return ren


def _feil(nettsted: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"INNBYGGING: «{nettsted}» er ikke et nettsted. Skriv https:// og vertsnavnet uten noe etter, for eksempel "
        "https://innlandet.sv.no, og sett komma mellom flere."
    )

"""What every template may use without asking for it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest

from .oppbevaring import oppbevarte


def organisasjon(request: HttpRequest) -> dict[str, str]:
    """Give the templates the name of the organisation that the app serves."""
    return {"organisasjon": settings.ORGANISASJON}


def usendt(request: HttpRequest) -> dict[str, Callable[[], bool]]:
    """Let the templates ask whether something written lies unsent in this browser. Asked of the logged-in alone: it
    looks in the session, which is read for them anyway."""
    return {"har_usendt": lambda: bool(oppbevarte(request))}

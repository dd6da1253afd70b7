"""Pages that answer "unchanged" from one cheap query, to whoever is not logged in."""

from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from ..models import Kalenderstand

P = ParamSpec("P")
Visning = Callable[Concatenate[HttpRequest, P], HttpResponse]

PROGRAMMET = ("aktivitet", "tiltak", "arbeidsplan", "templates", "static")


def uendret(visning: Visning[P]) -> Visning[P]:
    """Give the page an ETag that follows from the calendar's stand, the day and the address, and answer 304 to whoever
    has it. What a logged-in person sees follows from more than that, and is made anew each time.

    The page must show nothing but what follows from these: what else it reads, its own view has to guard.
    """

    @wraps(visning)
    def med_merke(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        # Asked of the cookie: a session holds messages too, and they belong on one answer alone.
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            return visning(request, *args, **kwargs)
        etag = merke(request, timezone.localdate())
        svar = get_conditional_response(request, etag=etag)
        if svar is None:
            svar = visning(request, *args, **kwargs)
        if svar.status_code in (200, 304):
            svar.headers["ETag"] = etag
            patch_vary_headers(svar, ["Cookie"])
            svar.headers.setdefault("Cache-Control", "no-cache")  # ask every time: an unchanged answer is a 304
        return svar

    return med_merke


def standen(request: HttpRequest) -> Kalenderstand:
    """Give the calendar's stand, read once for each request."""
    if not hasattr(request, "kalenderstand"):
        request.kalenderstand = Kalenderstand.naa()  # type: ignore[attr-defined]
    return request.kalenderstand  # type: ignore[attr-defined]


def merke(request: HttpRequest, *deler: object) -> str:
    """Give an ETag: a digest of the calendar's stand, the full address, the program itself, and `deler`."""
    grunnlag = (
        programmets_merke(),
        settings.ORGANISASJON,
        standen(request).merke,
        request.build_absolute_uri(),
        deler,
    )
    return f'"{sha256(repr(grunnlag).encode()).hexdigest()[:32]}"'


@cache
def programmets_merke() -> str:
    """Give a digest of the program's files, so that a new version of it makes every page a new one."""
    filer = sorted(fil for mappe in PROGRAMMET for fil in Path(settings.BASE_DIR, mappe).rglob("*") if fil.is_file())
    rader = [(str(fil), (tall := fil.stat()).st_size, tall.st_mtime_ns) for fil in filer if fil.suffix != ".pyc"]
    return sha256(repr(rader).encode()).hexdigest()

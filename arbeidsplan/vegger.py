"""The browser's walls: what every answer says that a browser may do with it, and who may keep a copy."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from whitenoise.middleware import WhiteNoiseFileResponse

Svar = Callable[[HttpRequest], HttpResponse]

I_RAMME = "frame-ancestors {}"
I_INGEN_RAMME = I_RAMME.format("'none'")
# Only the app's own files, no inline script or style, no frames: what is not named is refused.
CSP = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        I_INGEN_RAMME,
    ]
)
# What the app has no use for, and a script that got in would. Passkeys, copying and full screen are left as they are.
STENGT = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
    *("idle-detection", "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"),
)
FASTE = {
    "Permissions-Policy": ", ".join(f"{hva}=()" for hva in STENGT),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
}
FRAME = "X-Frame-Options"
FRA_ANDRE = "Cross-Origin-Resource-Policy"
# Made to be fetched by others: calendars on the web and feed readers.
STROEMMER = ("text/calendar", "application/atom+xml")


class Sikkerhetshoder:
    """Puts the walls around every answer, also those that no view made: it stands outside everything else.

    Django's own middlewares say some of this too, but only of answers that come past them: not of a file, a redirect
    to https or a refused host name.
    """

    def __init__(self, get_response: Svar):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for navn, verdi in FASTE.items():
            response.headers.setdefault(navn, verdi)
        _rammene(response)
        if not isinstance(response, WhiteNoiseFileResponse):
            _kopiene(request, response)
        return response


def _rammene(response: HttpResponse) -> None:
    """Let nobody frame it or use it as a part of theirs, but for what says by Django's own mark that it may be framed:
    that may the configured websites do."""
    i_ramme = bool(getattr(response, "xframe_options_exempt", False) and settings.INNBYGGING)
    csp = CSP.replace(I_INGEN_RAMME, I_RAMME.format(" ".join(settings.INNBYGGING))) if i_ramme else CSP
    response.headers.setdefault("Content-Security-Policy", csp)
    if not i_ramme:
        response.headers.setdefault(FRAME, settings.X_FRAME_OPTIONS)
    for_andre = i_ramme or response.headers.get("Content-Type", "").startswith(STROEMMER)
    response.headers.setdefault(FRA_ANDRE, "cross-origin" if for_andre else "same-origin")


def _kopiene(request: HttpRequest, response: HttpResponse) -> None:
    """Let nobody keep what a logged-in person got, whatever its view says: no cache on the way, and not the browser,
    which may be on somebody else's machine. So too what gives a cookie: something in it is for that browser alone.

    A file or the picture of a draft's page is then fetched again for each look at it. Its address changes with what is
    in it, so little is looked at twice.
    """
    # Asked of the cookie and not of request.user: that would cost a query, also where the database is down.
    if settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies:
        response.headers["Cache-Control"] = "private, no-store"
    elif response.status_code >= 400 or response.status_code in (302, 303, 307):
        response.headers.setdefault("Cache-Control", "no-store")  # by now it may be otherwise
    patch_vary_headers(response, ["Cookie"])

"""What goes around every answer: the browser's walls, and a login that ran out in the middle of an htmx request."""

from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

Svar = Callable[[HttpRequest], HttpResponse]

# Only the app's own files, no inline script or style, no frames: what is not named is refused.
CSP = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class Sikkerhetshoder:
    """Sets the content security policy on every answer, and keeps what a logged-in person sees out of every cache."""

    def __init__(self, get_response: Svar):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CSP)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            # Asked of the cookie and not of request.user: that would cost a query, also where the database is down.
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class UtloeptInnlogging:
    """Sends the whole page to the login page when an htmx request meets it.

    Without this, the login page would land inside a table row.
    """

    def __init__(self, get_response: Svar):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        innlogging = resolve_url(settings.LOGIN_URL)
        til = response.headers.get("Location", "")
        if request.htmx and response.status_code == 302 and til.split("?")[0] == innlogging:  # type: ignore[attr-defined]
            svar = HttpResponse(status=204)
            svar.headers["HX-Redirect"] = f"{innlogging}?next={quote(_siden(request))}"
            return svar
        return response


def _siden(request: HttpRequest) -> str:
    """The page that the request came from, when it is one of ours."""
    try:
        return request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
    except ValueError:  # no address at all
        return "/"

"""What goes around the views: answers asked for in the background, and a login that ran out while somebody wrote."""

from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import resolve_url

from . import oppbevaring
from .fortsett import fikk_ikke_plass
from .opphav import siden

Svar = Callable[[HttpRequest], HttpResponse]

METODER = ("GET", "HEAD", "POST")


class KjenteMetoder:
    """Answers the methods that a browser uses for pages and forms, and refuses every other one at the door.

    The app has no use for them, and what serves forms for us takes PUT as if it were POST
    (`django.views.generic.edit.ProcessFormView`).
    """

    def __init__(self, get_response: Svar):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METODER:
            return HttpResponseNotAllowed(METODER)
        return self.get_response(request)


class SpurtIBakgrunnen:
    """Lets the answers that a page asks for by itself leave the browser's cookies alone.

    Django throws away the cookie of a login that has run out. What was asked before a new login in another tab, and is
    answered after it, would throw away the new one.
    """

    def __init__(self, get_response: Svar):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.resolver_match and request.resolver_match.view_name == "tiltak:endringer":
            response.cookies.clear()
        return response


class UtloeptInnlogging:
    """Stands where somebody who is logged out meets the login page, and loses nothing that they wrote.

    A form that was sent is kept, and the login leads to the page that sends it once more. An htmx request makes the
    browser leave the page: else the login page would land inside a table row. What is sent once more is let go of when
    it has got through, and stays kept when it was refused.
    """

    def __init__(self, get_response: Svar):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _ved_innloggingen(request, response):
            return _foerst_innlogging(request, response)
        if merke := getattr(request, "gjensendt", ""):
            response = _etter_gjensending(request, response, merke)
        if request.htmx and _leder_til(response, resolve_url("fortsett")):  # type: ignore[attr-defined]
            return _hele_siden_til(response.headers["Location"])
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        """Take the mark of what is sent once more out of the form, after the guard against forgery has let it in."""
        if request.method == "POST" and oppbevaring.GJENSENDT in request.POST:
            felter = request.POST.copy()
            request.gjensendt = felter.pop(oppbevaring.GJENSENDT)[-1]  # type: ignore[attr-defined]
            request.POST = felter  # type: ignore[assignment]


def _leder_til(response: HttpResponse, adresse: str) -> bool:
    return response.status_code == 302 and response.headers["Location"].split("?")[0] == adresse


def _ved_innloggingen(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether somebody met the login page who came from elsewhere: its own pages know best where they lead."""
    treff = request.resolver_match
    fra_innloggingen = treff is not None and (treff.view_name or "").startswith(("account_", "mfa_"))
    return not fra_innloggingen and _leder_til(response, resolve_url(settings.LOGIN_URL))


def _foerst_innlogging(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    neste = "/" if request.htmx else ""  # type: ignore[attr-defined]
    if request.htmx or request.method == "POST":  # type: ignore[attr-defined]
        # Many buttons have an address that nobody can open: after the login it is their page that is wanted.
        neste = siden(request) or neste
    # The guard says so when it has let a form in: what it never looked at is not kept.
    if getattr(request, "csrf_processing_done", False) and not request.user.is_authenticated:
        try:
            if oppbevaring.ta_vare_paa(request):
                neste = resolve_url("fortsett")
        except oppbevaring.FikkIkkePlass as unntak:
            return fikk_ikke_plass(request, unntak.skrevet)
    if neste:
        response.headers["Location"] = f"{resolve_url(settings.LOGIN_URL)}?next={quote(neste)}"
    return _hele_siden_til(response.headers["Location"]) if request.htmx else response  # type: ignore[attr-defined]


def _etter_gjensending(request: HttpRequest, response: HttpResponse, merke: str) -> HttpResponse:
    if response.status_code < 400:  # saved, or standing in its own form with what is to be mended
        oppbevaring.kast(request, merke)
    elif oppbevaring.husk_svaret(request, merke, response.status_code):
        return HttpResponseRedirect(resolve_url("fortsett"))
    return response


def _hele_siden_til(adresse: str) -> HttpResponse:
    """Answer an htmx request so that the whole page goes to the address, and nothing is swapped."""
    svar = HttpResponse(status=204)
    svar.headers["HX-Redirect"] = adresse
    return svar

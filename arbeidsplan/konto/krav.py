"""Who must have a second factor, and how they are led to it: before it is there, nothing else is open."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from .. import oppbevaring
from ..fortsett import fikk_ikke_plass
from ..models import Bruker
from ..opphav import siden

# Recovery codes are the way back, and no factor alone.
TOTRINN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# What stays open: the account itself, the way out, why things are stored, and what machines ask for.
AAPENT = ("account_", "mfa_", "usersessions_", "min_konto", "personvern", "healthz")
VIDERE = "totrinn_videre"  # in the session: the page that somebody was led away from


def maa_ha_totrinn(bruker: Bruker) -> bool:
    """Tell whether one of the person's roles today demands a second factor. Costs no query."""
    return any(bruker.har_rolle(rolle) for rolle in settings.TOFAKTOR)


def maatene_til(bruker: Bruker) -> list[Authenticator]:
    """Give the person's factors, recovery codes apart, the oldest first."""
    return list(Authenticator.objects.filter(user=bruker, type__in=TOTRINN).order_by("created_at", "pk"))


def ta_veien_videre(request: HttpRequest) -> str:
    """Give the page that the person was led away from, once; "" when they were not."""
    return request.session.pop(VIDERE, "")


class KrevTotrinn:
    """Leads whoever lacks a factor that their role demands to the page where it is set up.

    It asks the row that the session has read already, so it costs no query. What they were about to save is kept as
    when a login has run out, and lies ready when the factor is there. So does the page that they were going to.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        bruker, treff = request.user, request.resolver_match
        if not isinstance(bruker, Bruker) or bruker.har_totrinn or not maa_ha_totrinn(bruker):
            return None
        if treff and (treff.view_name or "").startswith(AAPENT):
            return None
        try:
            oppbevaring.ta_vare_paa(request)
        except oppbevaring.FikkIkkePlass as unntak:
            return fikk_ikke_plass(request, unntak.skrevet)
        bakgrunn = request.htmx or request.method == "POST"  # type: ignore[attr-defined]
        videre = siden(request) if bakgrunn else request.get_full_path()
        if videre and videre != request.session.get(VIDERE):
            request.session[VIDERE] = videre
        if request.htmx:  # type: ignore[attr-defined]
            return HttpResponse(status=204, headers={"HX-Redirect": resolve_url("mfa_index")})
        return redirect("mfa_index")

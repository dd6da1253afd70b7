"""Proof that it is still the same person, for whoever has neither password nor second factor: a code by e-mail.

allauth asks such a person for nothing, and most people here are such: they log in by code.
"""

from typing import Any, cast

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows, resume_request
from allauth.account.views import ReauthenticateView
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..models import Bruker
from .forms import Epostkode
from .ventekode import Ventekode

KODEN = Ventekode("bekreftelse", varer=10 * 60)  # the page and the letter say "ti minutter"


class Bekreft(ReauthenticateView):
    """The password once more; a code by e-mail where there is nothing else to ask for."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, Bruker) or get_reauthentication_flows(request.user):
            return cast(HttpResponse, super().dispatch(request, *args, **kwargs))
        if request.method != "POST":
            return self._vis(request)
        if "code" in request.POST:
            return self._ta_koden(request)
        if for_mange := ratelimit.consume_or_429(request, action="bekreft_kode", user=request.user):
            return for_mange
        _send(request, request.user.email)
        return self._vis(request)

    def _ta_koden(self, request: HttpRequest) -> HttpResponse:
        if for_mange := ratelimit.consume_or_429(request, action="reauthenticate", user=request.user):
            return for_mange
        form = Epostkode(request.POST)
        if form.is_valid():
            if KODEN.bruk(request, form.cleaned_data["code"]):
                record_authentication(request, cast(Bruker, request.user), method="code", reauthenticated=True)
                return resume_request(request) or redirect("forside")
            form.si_at_den_er_feil()
        return self._vis(request, form)

    def _vis(self, request: HttpRequest, form: Epostkode | None = None) -> HttpResponse:
        """Show where the code is written, or the button that sends one where none waits."""
        skjema = (form or Epostkode()) if KODEN.ventende(request) else None
        kontekst = {
            "form": skjema,
            "borte": form is not None and skjema is None,
            "redirect_field_value": self.get_next_url() or "",
        }
        return render(request, "account/bekreft_med_kode.html", kontekst)


def _send(request: HttpRequest, til: str) -> None:
    adapter = get_adapter(request)
    kode = adapter.generate_login_code()
    KODEN.husk(request, kode, til=til)
    adapter.send_mail("account/email/login_code", til, {"code": kode})

"""Proof that it is still the same person, for whoever has neither password nor second factor: a code by e-mail.

allauth asks such a person for nothing, and most people here are such: they log in by code. The code and the tries lie
in the session that asked, so it fits nowhere else.
"""

import time
from dataclasses import asdict, dataclass
from typing import Any, cast

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows, resume_request
from allauth.account.views import ReauthenticateView
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..models import Bruker
from .epostbytte import samme_kode
from .forms import Epostkode

NOEKKEL = "bekreftelse"  # in the session
VARER = 10 * 60  # seconds; the page and the letter say "ti minutter"
FLEST_FORSOEK = 3


@dataclass(frozen=True)
class Bekreftelse:
    """A code that was sent and waits."""

    kode: str
    naar: float
    forsoek: int = 0


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
            if _stemmer(request, form.cleaned_data["code"]):
                record_authentication(request, cast(Bruker, request.user), method="code", reauthenticated=True)
                return resume_request(request) or redirect("forside")
            form.add_error("code", "Koden er feil. Se etter i e-posten, og skriv den på nytt.")
        return self._vis(request, form)

    def _vis(self, request: HttpRequest, form: Epostkode | None = None) -> HttpResponse:
        """Show where the code is written, or the button that sends one where none waits."""
        skjema = (form or Epostkode()) if _ventende(request) else None
        kontekst = {"form": skjema, "neste": self.get_next_url() or "", "borte": form is not None and skjema is None}
        return render(request, "account/bekreft_med_kode.html", kontekst)


def _send(request: HttpRequest, til: str) -> None:
    adapter = get_adapter(request)
    kode = adapter.generate_login_code()
    request.session[NOEKKEL] = asdict(Bekreftelse(kode, time.time()))
    adapter.send_mail("account/email/login_code", til, {"code": kode})


def _ventende(request: HttpRequest) -> Bekreftelse | None:
    """Give the code that waits, unless it has waited too long or been tried too often."""
    lagret = request.session.get(NOEKKEL)
    en = Bekreftelse(**lagret) if lagret else None
    if en and (time.time() - en.naar > VARER or en.forsoek >= FLEST_FORSOEK):
        del request.session[NOEKKEL]
        return None
    return en


def _stemmer(request: HttpRequest, kode: str) -> bool:
    """Whether the code fits. One that does not is counted, and one that does has been used."""
    en = _ventende(request)
    if en is None:
        return False
    if samme_kode(kode, en.kode):
        del request.session[NOEKKEL]
        return True
    request.session[NOEKKEL] = asdict(en) | {"forsoek": en.forsoek + 1}
    return False

"""The pages of one's own account that allauth has not, or has in another shape."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import password_set
from allauth.core import ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.webauthn import views as noekkel
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages.views import SuccessMessageMixin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from aktivitet.heltall import heltall

from ..models import Bruker
from . import epostbytte
from .forms import Epostkode, NyEpost
from .krav import maa_ha_totrinn, ta_veien_videre
from .oekter import avslutt, oektene_til


@require_safe
def min_konto(request: HttpRequest) -> HttpResponse:
    """All that a person keeps of their own account, each with its page."""
    bruker = _bruker(request)
    oektene = oektene_til(bruker, request.session.session_key)
    return render(request, "account/min_konto.html", {"oektene": oektene, **_totrinn(bruker)})


@require_safe
def totrinn(request: HttpRequest) -> HttpResponse:
    """The second factor: what there is, what can be added, and whether a role demands it."""
    kontekst = _totrinn(_bruker(request))
    videre = ta_veien_videre(request) if kontekst["har_totrinn"] else ""
    return render(request, "mfa/index.html", kontekst | {"videre": videre})


def _totrinn(bruker: Bruker) -> dict[str, Any]:
    """What the templates say of the person's factors. One query."""
    alle = list(Authenticator.objects.filter(user=bruker).order_by("created_at", "pk"))
    reserve = next((en for en in alle if en.type == Authenticator.Type.RECOVERY_CODES), None)
    return {
        "passnoekler": [en for en in alle if en.type == Authenticator.Type.WEBAUTHN],
        "app": next((en for en in alle if en.type == Authenticator.Type.TOTP), None),
        "reservekoder": len(reserve.wrap().get_unused_codes()) if reserve else None,
        "har_totrinn": any(en is not reserve for en in alle),
        "maa_ha_totrinn": maa_ha_totrinn(bruker),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def oekter(request: HttpRequest) -> HttpResponse:
    """Where the person is logged in. A POST ends one of them, or all but this one."""
    bruker, denne = _bruker(request), request.session.session_key
    if request.method == "POST":
        bare = (heltall(request.POST["avslutt"]) or 0) if "avslutt" in request.POST else None
        antall = avslutt(bruker, bare=bare, unntatt=denne, av=bruker)
        messages.success(request, _logget_ut(antall, bare))
        return redirect("usersessions_list")
    return render(request, "usersessions/usersession_list.html", {"oektene": oektene_til(bruker, denne)})


def _logget_ut(antall: int, bare: int | None) -> str:
    if not antall:
        return "Der var du logget ut fra før."
    return "Logget ut alle andre steder." if bare is None else "Logget ut der."


@reauthentication_required(app="allauth.account")
@require_http_methods(["GET", "HEAD", "POST"])
def epost(request: HttpRequest) -> HttpResponse:
    """Ask for another address. The answer is the same whether somebody has it or not."""
    form = NyEpost(request.POST if request.method == "POST" else None, naa=_bruker(request).email)
    if form.is_valid():
        if for_mange := ratelimit.consume_or_429(request, action="manage_email", user=request.user):
            return for_mange
        epostbytte.begynn(request, form.cleaned_data["email"])
        return redirect("account_email_code")
    return render(request, "account/email_change.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def epostkode(request: HttpRequest) -> HttpResponse:
    """Take the code that went to the new address."""
    bytte = epostbytte.under_veis(request)
    if bytte is None:
        return redirect("account_email")
    form = Epostkode(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if for_mange := ratelimit.consume_or_429(request, action="epostkode", user=request.user):
            return for_mange
        if epostbytte.fullfoer(request, form.cleaned_data["code"]):
            messages.success(request, "E-posten er byttet. Fra nå logger du inn med den nye.")
            return redirect("min_konto")
        if epostbytte.under_veis(request) is None:
            messages.error(request, "Koden var feil for mange ganger, eller adressen kan ikke brukes. Begynn på nytt.")
            return redirect("account_email")
        form.si_at_den_er_feil()
    return render(request, "account/email_code.html", {"form": form, "til": bytte.til})


# A password is proof of who one is: whoever finds a browser open must not make one to prove it by.
lag_passord = reauthentication_required(app="allauth.account")(password_set)


class NyPassnoekkel(noekkel.AddWebAuthnView):
    """A new passkey: kept on the device, and opened there by a finger, a face or a code."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kontekst = super().get_context_data(**kwargs)  # begins one of the weaker kind, so ours must come after
        valg = auth.begin_registration(self.request.user, passwordless=True)
        return kontekst | {"js_data": {"creation_options": valg}}


class NavnPaaPassnoekkel(SuccessMessageMixin, noekkel.EditWebAuthnView):
    """Another name for a passkey."""

    success_message = "Navnet er lagret."


class FjernPassnoekkel(noekkel.RemoveWebAuthnView):
    """Take a passkey away, unless it is the last factor and a role demands one."""

    def form_valid(self, form: Any) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.object):
            return self.render_to_response(self.get_context_data(form=form))
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kan = get_adapter().can_delete_authenticator(self.object)
        return super().get_context_data(**kwargs) | {"kan_fjernes": kan}


@method_decorator(login_not_required, name="dispatch")
class LoggInnMedPassnoekkel(noekkel.LoginWebAuthnView):
    """Log in by a passkey alone. What went wrong is told on the login page, which still knows where one was going."""

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, "Passnøkkelen ble ikke godtatt. Prøv igjen, eller logg inn på en annen måte.")
        neste = get_next_redirect_url(self.request)
        til = redirect("account_login")
        if neste:
            til.headers["Location"] += f"?{urlencode({'next': neste})}"
        return til


class Reservekoder(ViewRecoveryCodesView):
    """The recovery codes, shown once. Whoever has none is sent to where they are made, not told that the page is
    gone."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        bruker = _bruker(request)
        if not Authenticator.objects.filter(user=bruker, type=Authenticator.Type.RECOVERY_CODES).exists():
            return redirect("mfa_index")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"videre": ta_veien_videre(self.request)}


def _bruker(request: HttpRequest) -> Bruker:
    if not isinstance(request.user, Bruker):
        raise PermissionDenied
    return request.user

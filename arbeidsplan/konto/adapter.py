"""How login differs from allauth's own: nobody signs up by themselves, and what went wrong is said in our words."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from django.urls import reverse

from ..epost.bud import send

BEKREFT_MED = {
    "reauthenticate": "Bruk passordet ditt",
    "mfa_reauthenticate": "Bruk en kode fra appen, eller en reservekode",
    "mfa_reauthenticate:webauthn": "Bruk en passnøkkel",
}

FOR_MANGE_FORSOEK = "For mange forsøk. Vent noen minutter, eller logg inn på en annen måte."
KODEN_ER_BRUKT_OPP = "Koden var feil tre ganger, og virker ikke lenger. Be om en ny."


class KunInviterte(DefaultAccountAdapter):
    """People are invited or written in by the secretary; the sign-up page says so."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "E-posten eller passordet er feil. Prøv igjen, eller få en kode på e-post.",
        "enter_current_password": "Det er ikke passordet ditt nå. Prøv igjen.",
        "incorrect_code": "Koden er feil. Se etter i e-posten, og skriv den på nytt.",
        "incorrect_password": "Passordet er feil. Prøv igjen.",
        "rate_limited": "For mange forsøk. Vent noen minutter, og prøv igjen.",
        "too_many_login_attempts": FOR_MANGE_FORSOEK,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for proof again before what could take an account over, unless the person has just logged in: whoever
        is led from the login to the second factor has shown that moments ago."""
        request = context.request
        sist = max((en["at"] for en in get_authentication_records(request, request.user)), default=0)
        return time.time() - sist > app_settings.REAUTHENTICATION_TIMEOUT

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        return [en | {"description": BEKREFT_MED[en["id"]]} for en in super().get_reauthentication_methods(user)]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("min_konto")

    def add_message(self, *args: Any, message: str | None = None, **kwargs: Any) -> None:
        """Say of a code what helps. A password that was tried too often gets the words in its form; as a message they
        are said of a code alone, and whoever wrote that wrong need not wait."""
        super().add_message(*args, message=KODEN_ER_BRUKT_OPP if message == FOR_MANGE_FORSOEK else message, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send the letter without letting the answer wait for it: see `epost/bud.py`."""
        felles = {"request": self.request, "email": email, "current_site": get_current_site(self.request)}
        send(self.render_mail(template_prefix, email, felles | context))

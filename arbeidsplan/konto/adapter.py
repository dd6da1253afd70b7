"""How login differs from allauth's own: nobody signs up by themselves, and what went wrong is said in our words."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class KunInviterte(DefaultAccountAdapter):
    """People are written in by the secretary; the sign-up page says so."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "E-posten eller passordet er feil. Prøv igjen, eller få en kode på e-post.",
        "enter_current_password": "Det er ikke passordet ditt nå. Prøv igjen.",
        "incorrect_code": "Koden er feil. Se etter i e-posten, og skriv den på nytt.",
        "incorrect_password": "Passordet er feil. Prøv igjen.",
        "too_many_login_attempts": "For mange forsøk. Vent noen minutter, og prøv igjen.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

"""How login differs from allauth's own: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class KunInviterte(DefaultAccountAdapter):
    """People are written in by the secretary; the sign-up page says so."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

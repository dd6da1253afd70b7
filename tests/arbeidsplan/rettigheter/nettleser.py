"""A browser that leaves no trace, so that thousands of requests can be made of one small world, each as the first."""

from http.cookies import SimpleCookie

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from ..konto.conftest import nettopp_inne


class Sporloes(Client):
    """One person's browser; None is somebody who is not logged in. What a request stored is taken back after it, and
    so is what it did to the cookies: logging out is undone too. A fault of ours is an answer here (500).

    `se` is asked before it is taken back, and what it says stands in `sett`."""

    se = sett = None

    def __init__(self, bruker=None, **valg):
        super().__init__(raise_request_exception=False, **valg)
        if bruker:
            nettopp_inne(self, bruker)  # what could take an account over asks nobody to prove it again
        self.foer = self.cookies.output()

    def request(self, **hva):
        self.cookies = SimpleCookie(self.foer.replace("Set-Cookie: ", ""))
        with transaction.atomic():
            svar = super().request(**hva)
            self.sett = self.se() if self.se else None
            transaction.set_rollback(True)
        return svar


def kort(svar):
    """The answer in a word: its status, or "inn" where it leads to the login page."""
    videre = svar.headers.get("Location") or svar.headers.get("HX-Redirect", "")
    if videre.startswith(f"{reverse(settings.LOGIN_URL)}?next="):
        return "inn"
    return str(svar.status_code)

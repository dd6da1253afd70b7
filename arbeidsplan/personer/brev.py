"""The letter that invites: what it says, and how it is sent."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest

from ..models import Invitasjon
from ..paaminnelser.lenker import InnstillingMangler, adressen

logger = logging.getLogger(__name__)

INGEN_TJENER = "EMAIL_URL mangler: uten den kommer ikke brevene fram til noen."


def nettstedet(request: HttpRequest) -> str:
    """Give the address that the letters' links begin with: the site's own. Where the app serves this machine alone, it
    is what the browser calls it. Raises InnstillingMangler, also where letters would end on a screen."""
    if settings.BARE_LOKALT:
        return f"{request.scheme}://{request.get_host()}"
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        raise InnstillingMangler(INGEN_TJENER)
    return adressen()


def send(invitasjon: Invitasjon, noekkel: str, vaar: str) -> bool:
    """Send the letter with this key; `vaar` is the site's own address. False when the mail server did not take it, or
    nobody knows that it did: the invitation stands, and can be sent once more."""
    tekst = f"Hei!\n\nDu er invitert til arbeidsplanen. Ta imot her:\n{vaar}/invitasjon/{noekkel}/\n"
    try:
        EmailMessage("Arbeidsplanen: du er invitert", tekst, to=[invitasjon.email]).send()
    except (SMTPException, OSError, ValueError) as feil:
        logger.warning("Invitasjon %s: brevet ble ikke sendt (%s)", invitasjon.pk, type(feil).__name__)
        return False
    return True

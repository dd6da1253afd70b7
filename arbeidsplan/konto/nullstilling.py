"""Taking away a person's second factor for them: the phone is lost, and the recovery codes with it."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from ..epost.bud import send
from ..models import Bruker, Hendelse, Spor
from .oekter import avslutt


@transaction.atomic
def ta_bort_totrinn(bruker: Bruker, *, av: Bruker | None = None) -> bool:
    """Take away every factor and the recovery codes, log the person out everywhere, and write to them about it.

    A lost phone is logged in too, so it is logged out. False when there was nothing to take away: then nothing else
    is done either. Without `av` a command does it.
    """
    if not Authenticator.objects.filter(user=bruker).delete()[0]:
        return False
    avslutt(bruker, av=av)
    Spor.objects.sett(Hendelse.TOTRINN_AV, av=av, om=bruker, hva="Alle, for en annen")
    transaction.on_commit(lambda: _skriv_til(bruker))
    bruker.refresh_from_db(fields=["har_totrinn"])
    return True


def _skriv_til(bruker: Bruker) -> None:
    tekst = render_to_string("mfa/email/tatt_bort_message.txt", {"organisasjon": settings.ORGANISASJON})
    send(EmailMessage("Totrinn er tatt bort", tekst.strip(), to=[bruker.email]))

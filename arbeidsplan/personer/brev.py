"""The letter that invites: what it says, and how it is sent."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from aktivitet.tid import dag_i_ord
from tiltak.i_ord import ramse

from ..epost.brev import Brev, Del, Punkt, kort
from ..epost.melding import melding
from ..models import Invitasjon

logger = logging.getLogger(__name__)

HVORFOR = (
    "Du får brevet fordi adressen din ble skrevet inn da du ble invitert. Vil du ikke være med, trenger du ikke å "
    "gjøre noe. Gi ikke lenken til andre."
)


def send(invitasjon: Invitasjon, noekkel: str, vaar: str) -> bool:
    """Send the letter with this key; `vaar` is the site's own address. False when the mail server did not take it, or
    nobody knows that it did: the invitation stands, and can be sent once more."""
    try:
        sendt = epost(invitasjon, noekkel, vaar).send()
    except (SMTPException, OSError, ValueError) as feil:
        logger.warning("Invitasjon %s: brevet ble ikke sendt (%s)", invitasjon.pk, type(feil).__name__)
        return False
    if sendt:
        invitasjon.ble_sendt(noekkel)
    return bool(sendt)


def epost(invitasjon: Invitasjon, noekkel: str, vaar: str) -> EmailMultiAlternatives:
    """Write the e-mail. Nothing that somebody typed stands in its headers but the two addresses; an answer goes to
    whoever invites."""
    brev = _brev(invitasjon, noekkel)
    hvem = f"{kort(invitasjon.av.navn)}, " if invitasjon.av and invitasjon.av.navn else ""
    hilsen = f"Hilsen {hvem}{kort(settings.ORGANISASJON)}"
    bunn = [("Hva som lagres, og hvorfor", reverse("personvern"))]
    svar_til = [invitasjon.av.email] if invitasjon.av else []
    return melding(brev, invitasjon.email, vaar=vaar, bunn=bunn, hilsen=hilsen, reply_to=svar_til)


def _brev(invitasjon: Invitasjon, noekkel: str) -> Brev:
    lag = [kort(str(ett)) for ett in invitasjon.lag.all()]
    gjelder = f"Det gjelder: {invitasjon.roller_i_ord.lower()}."
    redigerer = f" Du legger inn aktivitetene til {ramse(lag)}." if lag else ""
    return Brev(
        emne="Arbeidsplanen: du er invitert",  # not by whom: what stands in the subject is seen over a shoulder
        innledning=f"Du er invitert til arbeidsplanen til {kort(settings.ORGANISASJON)}. {gjelder}{redigerer}",
        deler=(
            Del(
                "Slik kommer du inn",
                f"Lenken virker én gang, til og med {dag_i_ord(invitasjon.siste_dag)}. Du ser hva som lagres om deg, "
                "før du sier ja.",
                (Punkt("Se invitasjonen, og ta imot", reverse("invitasjon", args=[noekkel])),),
            ),
        ),
        hvorfor=HVORFOR,
    )

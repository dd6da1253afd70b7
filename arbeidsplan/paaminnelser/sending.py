"""Sends what is to be sent now, one at a time: claimed, handed to the mail server, and written down how it went."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from smtplib import SMTPException, SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from ..epost.innstillinger import InnstillingMangler, adressen, har_tjener
from ..models import Bruker, Utsending
from .epost import epost
from .mottakere import som_skal_ut
from .takt import SLAG

# The mail server has said no, or the letter could not be written to it (ValueError: an address that cannot be one): it
# has certainly not been sent. Any other trouble with the line may have come after the server took the letter.
AVVIST = (SMTPResponseException, SMTPRecipientsRefused, SMTPNotSupportedError, ValueError)

INGEN_TJENER = "EMAIL_URL mangler: uten den ville brevene stått på skjermen og gjeldt som sendt. Se dem med --vis."
SVARER_IKKE = "E-posttjeneren svarer ikke. Det som ikke er sendt, sendes ved neste kjøring."


@dataclass
class Utfall:
    """What a run did. The sentences name nobody: people are told by their key, and addresses only in `detaljer`."""

    sendt: Counter[str] = field(default_factory=Counter)  # by kind
    feil: list[str] = field(default_factory=list)
    detaljer: list[str] = field(default_factory=list)


def send_det_som_skal_ut() -> Utfall:
    """Send what each is to be sent now, and give how it went.

    One person's trouble does not stop the others. When the mail server does not answer at all, nothing is claimed and
    the rest waits for the next run. Raises InnstillingMangler, before anything is sent, when a setting is missing.
    """
    adressen()
    if not har_tjener():
        raise InnstillingMangler(INGEN_TJENER)
    utfall = Utfall()
    for glemt in Utsending.gi_opp_glemte(timezone.now()):
        utfall.feil.append(f"{_hvem(glemt)}: en tidligere kjøring stoppet midt i. {_holdes(glemt)}")
    for bruker, slag, brev in som_skal_ut(timezone.now()):
        melding = epost(bruker, slag, brev)
        tjener = get_connection()
        try:
            tjener.open()
        except (SMTPException, OSError) as feil:
            utfall.feil.append(SVARER_IKKE)
            utfall.detaljer.append(f"E-posttjeneren: {feil}")
            return utfall
        try:
            _send(tjener, melding, bruker, slag, utfall)
        finally:
            with suppress(SMTPException, OSError):
                tjener.close()
    return utfall


def _send(tjener: BaseEmailBackend, melding: EmailMessage, bruker: Bruker, slag: str, utfall: Utfall) -> None:
    utsending = Utsending.ta(bruker, slag, timezone.now())
    if utsending is None:
        return
    try:
        tjener.send_messages([melding])
    except AVVIST as feil:
        utsending.feilet(timezone.now())
        neste = "Gitt opp" if utsending.gis_opp else "Prøves igjen ved neste kjøring"
        utfall.feil.append(f"{_hvem(utsending)}: ble avvist{_svarkode(feil)}. {neste}, forsøk {utsending.forsoek}.")
        utfall.detaljer.append(f"{bruker.email}: {feil}")
    except (SMTPException, OSError) as feil:
        utsending.ble_uviss(timezone.now())
        utfall.feil.append(f"{_hvem(utsending)}: linjen ble brutt mens den ble sendt. {_holdes(utsending)}")
        utfall.detaljer.append(f"{bruker.email}: {feil}")
    else:
        utsending.ble_sendt(timezone.now())
        utfall.sendt[slag] += 1


def _hvem(utsending: Utsending) -> str:
    return f"{SLAG[utsending.slag]} {utsending.periode} til person {utsending.bruker_id}"


def _holdes(utsending: Utsending) -> str:
    return f"Ingen vet om den kom fram, så den sendes ikke på nytt i {utsending.periode}."


def _svarkode(feil: Exception) -> str:
    """The mail server's three digits, without its words: these name the address."""
    if isinstance(feil, SMTPRecipientsRefused):
        return "".join(f" ({kode})" for kode, _ in feil.recipients.values())
    return f" ({feil.smtp_code})" if isinstance(feil, SMTPResponseException) else ""

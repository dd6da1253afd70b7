"""Change of one's own e-mail address: a code goes to the new one, and the old one is told.

What is under way lies in the person's own session and nowhere else: the new address, the code and the tries. Whether
somebody else has the address is told to nobody but whoever reads its mail: it gets a letter either way, and an address
that is taken gets one without a code.
"""

import time
from dataclasses import asdict, dataclass
from typing import cast

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from ..models import Bruker, Hendelse, Spor

NOEKKEL = "epostbytte"  # in the session
VARER = 15 * 60  # seconds; the page and the letter say "et kvarter"
FLEST_FORSOEK = 3


@dataclass(frozen=True)
class Epostbytte:
    """One change under way. Without a code nothing fits."""

    til: str
    kode: str
    naar: float
    forsoek: int = 0


def begynn(request: HttpRequest, til: str) -> None:
    """Send a code to the new address, and remember it in the session."""
    tatt = Bruker.objects.filter(email__iexact=til).exists()
    kode = "" if tatt else get_adapter().generate_login_code()
    request.session[NOEKKEL] = asdict(Epostbytte(til, kode, time.time()))
    brev = "account/email/adressen_er_i_bruk" if tatt else "account/email/ny_epost"
    get_adapter(request).send_mail(brev, til, {"code": kode})


def under_veis(request: HttpRequest) -> Epostbytte | None:
    """Give the change that waits for its code, unless it has waited too long or been tried too often."""
    lagret = request.session.get(NOEKKEL)
    bytte = Epostbytte(**lagret) if lagret else None
    if bytte and (time.time() - bytte.naar > VARER or bytte.forsoek >= FLEST_FORSOEK):
        avbryt(request)
        return None
    return bytte


def avbryt(request: HttpRequest) -> None:
    """Let go of it."""
    request.session.pop(NOEKKEL, None)


def fullfoer(request: HttpRequest, bytte: Epostbytte, kode: str) -> bool:
    """Change the address when the code fits. False when it does not, which is counted, or somebody got the address
    first."""
    bruker = cast(Bruker, request.user)
    if not bytte.kode or not samme_kode(kode, bytte.kode):
        request.session[NOEKKEL] = asdict(bytte) | {"forsoek": bytte.forsoek + 1}
        return False
    avbryt(request)
    gammel = bruker.email
    try:
        with transaction.atomic():
            # As the next version: a form that has the person open must not give them the old address back.
            Bruker.objects.filter(pk=bruker.pk).update(email=bytte.til, versjon=F("versjon") + 1)
            glem_andre_adresser(bruker, bytte.til)
            Spor.objects.sett(Hendelse.EPOST, av=bruker, om=bruker)
    except IntegrityError:
        return False
    bruker.refresh_from_db(fields=["email", "versjon"])
    fortell_den_gamle(request, gammel)
    return True


def fortell_den_gamle(request: HttpRequest, gammel: str) -> None:
    """Write to the address that was the person's that it is no longer: whoever did not ask for it is to know."""
    get_adapter(request).send_mail("account/email/epost_byttet", gammel, {})


def glem_andre_adresser(bruker: Bruker, enn: str) -> None:
    """Let an address that was the person's before let nobody in."""
    EmailAddress.objects.filter(user=bruker).exclude(email=enn).delete()


def samme_kode(skrevet: str, sendt: str) -> bool:
    """Whether the code is the one that was sent, however its letters and spaces are written."""
    return constant_time_compare(_bare_bokstavene(skrevet), _bare_bokstavene(sendt))


def _bare_bokstavene(kode: str) -> str:
    return "".join(tegn for tegn in kode.upper() if tegn.isalnum())

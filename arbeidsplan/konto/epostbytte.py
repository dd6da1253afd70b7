"""Change of one's own e-mail address: a code goes to the new one, and the old one is told.

What is under way lies in the person's own session and nowhere else: the new address, the code and the tries. Whether
somebody else has the address is told to nobody but whoever reads its mail: it gets a letter either way, and an address
that is taken gets one without a code.
"""

from typing import cast

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest

from ..models import Bruker, Hendelse, Spor
from .ventekode import Sendt, Ventekode

KODEN = Ventekode("epostbytte", varer=15 * 60)  # the page and the letter say "et kvarter"


def begynn(request: HttpRequest, til: str) -> None:
    """Send a code to the new address, and remember it in the session."""
    tatt = Bruker.objects.filter(email__iexact=til).exists()
    kode = "" if tatt else get_adapter().generate_login_code()
    KODEN.husk(request, kode, til=til)
    brev = "account/email/adressen_er_i_bruk" if tatt else "account/email/ny_epost"
    get_adapter(request).send_mail(brev, til, {"code": kode})


def under_veis(request: HttpRequest) -> Sendt | None:
    """Give the change that waits for its code."""
    return KODEN.ventende(request)


def fullfoer(request: HttpRequest, kode: str) -> bool:
    """Change the address when the code fits. False when it does not, or somebody got the address first."""
    bruker = cast(Bruker, request.user)
    bytte = KODEN.bruk(request, kode)
    if bytte is None:
        return False
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

"""A reminder as an e-mail, with the headers that let mail programs turn it off."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import punycode

from ..epost.brev import Brev, kort
from ..epost.innstillinger import adressen
from ..epost.melding import melding
from ..models import Bruker
from .lenker import av_sti
from .takt import SLAG, TAKT


def epost(bruker: Bruker, slag: str, brev: Brev) -> EmailMultiAlternatives:
    """Write the e-mail with this letter. Raises InnstillingMangler when a setting is missing.

    It names nobody: what stands in it may be seen over a shoulder, or land in somebody else's mailbox.
    """
    vaar, periode = adressen(), TAKT[slag].periode(timezone.localdate())
    av = av_sti(bruker.pk, slag)
    bunn = [("Velg hvilke påminnelser du vil ha", reverse("paaminnelser")), (f"Slå av {SLAG[slag].lower()}", av)]
    hilsen = f"Hilsen {kort(settings.ORGANISASJON)}"
    return melding(
        brev,
        bruker.email,
        vaar=vaar,
        bunn=bunn,
        hilsen=hilsen,
        headers={
            # The same for every attempt: a mailbox that has it already may drop the second.
            "Message-ID": f"<{slag}.{periode}.{bruker.pk}@{punycode(urlsplit(vaar).hostname or '')}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday notices back
            "List-Unsubscribe": f"<{vaar}{av}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        },
    )

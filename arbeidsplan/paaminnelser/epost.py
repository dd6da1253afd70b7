"""A letter as an e-mail: plain text and simple HTML, and the headers that let mail programs turn it off."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import punycode

from ..models import Bruker
from .brev import Brev, kort, som_tekst
from .lenker import adressen, av_sti
from .takt import SLAG, TAKT


def epost(bruker: Bruker, slag: str, brev: Brev) -> EmailMultiAlternatives:
    """Write the e-mail with this letter. Raises InnstillingMangler when a setting is missing.

    It names nobody: what stands in it may be seen over a shoulder, or land in somebody else's mailbox.
    """
    vaar, periode = adressen(), TAKT[slag].periode(timezone.localdate())
    av = av_sti(bruker.pk, slag)
    bunn = [("Velg hvilke påminnelser du vil ha", reverse("paaminnelser")), (f"Slå av {SLAG[slag].lower()}", av)]
    hilsen = f"Hilsen {kort(settings.ORGANISASJON)}"

    def lenke(sti: str) -> str:
        return f"{vaar}{sti}"

    return EmailMultiAlternatives(
        subject=kort(brev.emne),
        body=som_tekst(brev, lenke, bunn, hilsen),
        to=[bruker.email],
        alternatives=[(som_html(brev, lenke, bunn, hilsen), "text/html")],
        headers={
            # The same for every attempt: a mailbox that has it already may drop the second.
            "Message-ID": f"<{slag}.{periode}.{bruker.pk}@{punycode(urlsplit(vaar).hostname or '')}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday notices back
            "List-Unsubscribe": f"<{lenke(av)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        },
    )


def som_html(brev: Brev, lenke: Callable[[str], str], bunn: list[tuple[str, str]], hilsen: str) -> str:
    """Write the letter as simple HTML; what goes in is what `som_tekst` takes."""
    deler = [(del_, [(punkt, lenke(punkt.sti) if punkt.sti else "") for punkt in del_.punkter]) for del_ in brev.deler]
    kontekst = {"brev": brev, "deler": deler, "bunn": [(ord_, lenke(sti)) for ord_, sti in bunn], "hilsen": hilsen}
    return render_to_string("paaminnelser/brev.html", kontekst)

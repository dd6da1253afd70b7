"""A letter as an e-mail: plain text, and the same as simple HTML."""

from collections.abc import Callable
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from .brev import Brev, kort, som_tekst

Bunn = list[tuple[str, str]]


def melding(brev: Brev, til: str, *, vaar: str, bunn: Bunn, hilsen: str, **mer: Any) -> EmailMultiAlternatives:
    """Write the e-mail with this letter. `vaar` is the site's own address, `bunn` are words and paths at the end."""

    def lenke(sti: str) -> str:
        return f"{vaar}{sti}"

    return EmailMultiAlternatives(
        subject=kort(brev.emne),
        body=som_tekst(brev, lenke, bunn, hilsen),
        to=[til],
        alternatives=[(_som_html(brev, lenke, bunn, hilsen), "text/html")],
        **mer,
    )


def _som_html(brev: Brev, lenke: Callable[[str], str], bunn: Bunn, hilsen: str) -> str:
    deler = [(del_, [(punkt, lenke(punkt.sti) if punkt.sti else "") for punkt in del_.punkter]) for del_ in brev.deler]
    kontekst = {"brev": brev, "deler": deler, "bunn": [(ord_, lenke(sti)) for ord_, sti in bunn], "hilsen": hilsen}
    return render_to_string("epost/brev.html", kontekst)

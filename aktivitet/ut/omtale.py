"""An activity told in plain sentences, for where no page can set marks beside it: a feed, a newsletter.

What is stored may be anything, and the sentences go into XML and into other people's programs: every text is cleaned
on its way out as well.
"""

from django.conf import settings
from django.utils.text import capfirst

from ..models import Aktivitet
from ..tekst import rens_linje
from ..tid import dag_i_ord, tid_i_ord

SLUTTEGN = (".", "!", "?", "…")


def kalenderens_navn(utvalg_i_ord: str = "", aar: int | None = None) -> str:
    """Name the calendar, a year of it or what is chosen of it: "Innlandet SV – hva skjer: Hamar SV, Skolering"."""
    navn = f"{settings.ORGANISASJON} – hva skjer" + (f" {aar}" if aar else "")
    return rens_linje(f"{navn}: {utvalg_i_ord}" if utvalg_i_ord else navn)


def tittel_i_ord(aktivitet: Aktivitet) -> str:
    """Give the title with what nobody must miss: "Avlyst: Sommerleir", "Flyttet: Sommerleir"."""
    tittel = rens_linje(aktivitet.tittel)
    if aktivitet.avlyst:
        return f"Avlyst: {tittel}"
    return f"Flyttet: {tittel}" if aktivitet.flyttet_fra else tittel


def naar_i_ord(aktivitet: Aktivitet) -> str:
    """Say when it is, and that its day is not set where it is not: "Lørdag 5. juni 2026 kl. 18.00"."""
    tid = capfirst(tid_i_ord(aktivitet))
    return tid if aktivitet.dag_er_kjent else f"{tid}, dagen er ikke satt ennå"


def mer_i_ord(aktivitet: Aktivitet) -> str:
    """Say the rest in whole sentences: "Flyttet fra 3. juni. Folkets hus, Hamar. Arrangør: Hamar SV."."""
    flyttet = aktivitet.flyttet_fra
    setningene = [
        f"Flyttet fra {dag_i_ord(flyttet, aar=flyttet.year != aktivitet.foerste_dag.year)}" if flyttet else "",
        rens_linje(aktivitet.hvor),
        f"Arrangør: {rens_linje(aktivitet.lag.navn)}",
    ]
    return " ".join(setning(ordene) for ordene in setningene if ordene)


def setning(ordene: str) -> str:
    """End `ordene` as a sentence, unless they end as one already."""
    return ordene if ordene.endswith(SLUTTEGN) else f"{ordene}."

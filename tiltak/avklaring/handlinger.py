"""The acts that settle what needs the secretary, and those that take it back. Each is safe to send twice."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction

from ..models import Merknad, Plan, Status, Termin, Tiltak
from ..tolkning import angre_bekreftelse, bekreft
from .saker import Avklaringer, Sak

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


def grunn_til_utgaar(termin: Termin, plan: Plan) -> str:
    """The ready reason why a termin outside the period is dropped."""
    side = "før" if termin.siste < plan.fra else "etter"
    return f"Fristen er {side} planperioden {plan.fra.year}–{plan.til.year}."


@transaction.atomic
def utfoer(handling: str, sak: Sak, alle: Avklaringer, *, av: "Bruker", versjon: int) -> str:
    """Do it, and say what was done; nothing is done, or said, when it was done already.

    Raises EndretAvAndre when somebody has changed the thing since `versjon` was read, and KeyError for an act that
    there is none of.
    """
    return HANDLINGER[handling](sak, alle, av, versjon)


def _bekreft(sak: Sak, alle: Avklaringer, av: "Bruker", versjon: int) -> str:
    if sak.avklart or not isinstance(sak.ting, Tiltak) or not sak.frist:
        return ""
    sak.frist.versjon = versjon  # the reading that the person saw: a newer one is not confirmed unseen
    bekreft([sak.ting])
    return f"Bekreftet: «{sak.ting.gjennomfoering}» i {sak.ting.sitert_kode}."


def _bekreft_like(sak: Sak, alle: Avklaringer, av: "Bruker", versjon: int) -> str:
    if sak.avklart or not isinstance(sak.ting, Tiltak) or not sak.frist:
        return ""
    sak.frist.versjon = versjon
    bekreftet = bekreft([ett.ting for ett in alle.like(sak) if isinstance(ett.ting, Tiltak)])
    return f"Bekreftet: «{sak.ting.gjennomfoering}» i {len(bekreftet)} tiltak."


def _angre_bekreftelse(sak: Sak, alle: Avklaringer, av: "Bruker", versjon: int) -> str:
    if not sak.avklart or not isinstance(sak.ting, Tiltak) or not sak.frist:
        return ""
    sak.frist.versjon = versjon
    angre_bekreftelse(sak.ting)
    return f"Tolkningen av «{sak.ting.gjennomfoering}» i {sak.ting.sitert_kode} må bekreftes igjen."


def _utgaar(sak: Sak, alle: Avklaringer, av: "Bruker", versjon: int) -> str:
    termin = sak.ting
    if sak.avklart or not isinstance(termin, Termin):
        return ""
    termin.sett_status(Status.UTGAAR, av=av, versjon=versjon, merknad=grunn_til_utgaar(termin, alle.plan))
    return f"Satt til Utgår: {termin.tiltak.sitert_kode}, {termin.etikett}."


def _angre_utgaar(sak: Sak, alle: Avklaringer, av: "Bruker", versjon: int) -> str:
    termin = sak.ting
    if not isinstance(termin, Termin) or not sak.kan_angres or not sak.avklart:
        return ""
    termin.sett_status(Status.PAAGAAR if termin.loepende else Status.IKKE_STARTET, av=av, versjon=versjon)
    return f"Angret: {termin.tiltak.sitert_kode}, {termin.etikett}, er ikke satt til Utgår lenger."


def _avklart(sak: Sak, alle: Avklaringer, av: "Bruker", versjon: int) -> str:
    if sak.avklart or not isinstance(sak.ting, Merknad):
        return ""
    sak.ting.merk_avklart()
    return f"Avklart: {sak.ting.tekst}"


def _angre_avklart(sak: Sak, alle: Avklaringer, av: "Bruker", versjon: int) -> str:
    if not sak.avklart or not isinstance(sak.ting, Merknad):
        return ""
    sak.ting.merk_avklart(False)
    return f"Ikke avklart lenger: {sak.ting.tekst}"


HANDLINGER: dict[str, Callable[[Sak, Avklaringer, "Bruker", int], str]] = {
    "bekreft": _bekreft,
    "bekreft_like": _bekreft_like,
    "angre_bekreftelse": _angre_bekreftelse,
    "utgaar": _utgaar,
    "angre_utgaar": _angre_utgaar,
    "avklart": _avklart,
    "angre_avklart": _angre_avklart,
}

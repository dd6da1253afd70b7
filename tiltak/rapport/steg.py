"""Pure: the way of a report through the annual meeting, as steps: where it has been, where it is, what is left."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..models.rapport import Rapport
from .utgivelse import Utgivelse

Tilstand = Rapport.Tilstand


@dataclass(frozen=True)
class Steg:
    """One step. `er_her`: the report is there now. `er_gjort`: it has been there, and gone on."""

    navn: str
    er_her: bool = False
    er_gjort: bool = False


def stegene(tilstand: str, utgivelser: Iterable[Utgivelse]) -> tuple[Steg, Steg, Steg]:
    """Give the steps of a report in this state, whose editions, the last one first, are these."""
    if tilstand == Tilstand.UTKAST:
        return Steg("Utkast", er_her=True), Steg("Legges fram av fylkesstyret"), Steg("Behandles av årsmøtet")
    i_ord: dict[str, str] = {}
    for utgivelse in utgivelser:
        i_ord.setdefault(utgivelse.tilstand, utgivelse.i_ord)
    utkast = Steg("Utkast", er_gjort=True)
    lagt_fram = i_ord.get(Tilstand.LAGT_FRAM, str(Tilstand.LAGT_FRAM.label))
    if tilstand == Tilstand.LAGT_FRAM:
        return utkast, Steg(lagt_fram, er_her=True), Steg("Behandles av årsmøtet")
    vedtatt = i_ord.get(tilstand, str(Tilstand(tilstand).label))
    return utkast, Steg(lagt_fram, er_gjort=True), Steg(vedtatt, er_her=True)

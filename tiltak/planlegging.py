"""Pure: what an activity that is planned from a measure begins with: the measure's words, and when it is due next."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from aktivitet.models import Presisjon

if TYPE_CHECKING:
    from .models import Termin

LENGSTE_TITTEL = 80  # what a calendar shows on one line; the field takes more
_SETNINGSSLUTT = re.compile(r"[.!?](?:\s|$)|\n")
_LEDD = re.compile(r"\s*(?:[,;:(]|\s[–-])\s")
_I_MAANEDER = {"aar", "halvaar", "kvartal", "maaned", "maaneder"}  # how a termin's days are told: by whole months


def tittel_av(ordlyd: str) -> str:
    """Give the measure's first sentence; a long one ends where a part of it does, else at a word."""
    setning = _SETNINGSSLUTT.split(ordlyd.strip(), maxsplit=1)[0].strip()
    if len(setning) <= LENGSTE_TITTEL:
        return setning
    ledd = [treff.start() for treff in _LEDD.finditer(setning) if treff.start() >= LENGSTE_TITTEL // 3]
    slutt = max((plass for plass in ledd if plass <= LENGSTE_TITTEL), default=0)
    kort = setning[: slutt or LENGSTE_TITTEL + 1]
    return kort if slutt else kort.rpartition(" ")[0] or setning[:LENGSTE_TITTEL]


def neste_frist(aapne: Iterable["Termin"], i_dag: date) -> "Termin | None":
    """Give the one of the open terminer that is due next; None when all of them were due before today."""
    return min((ett for ett in aapne if ett.forfall >= i_dag), key=lambda ett: ett.forfall, default=None)


def tiden_for(termin: "Termin", i_dag: date) -> dict[str, str | date]:
    """Give the days that are left of the termin's window, as exactly as they are known, by the form's fields."""
    foerste, siste = max(termin.foerste, i_dag), termin.forfall
    if termin.presisjon in _I_MAANEDER:
        en_maaned = (foerste.year, foerste.month) == (siste.year, siste.month)
        presisjon = Presisjon.MAANED if en_maaned else Presisjon.MAANEDER
    elif termin.presisjon == "uke" and foerste.isocalendar()[:2] == siste.isocalendar()[:2]:
        presisjon = Presisjon.UKE
    else:
        presisjon = Presisjon.DAG if foerste == siste else Presisjon.DAGER
    dager: dict[str, str | date] = {"presisjon": str(presisjon), "foerste_dag": foerste}
    return dager | {"siste_dag": siste} if presisjon in (Presisjon.MAANEDER, Presisjon.DAGER) else dager

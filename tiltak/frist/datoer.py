"""Dates that are set by hand, one occurrence a line: "1.3.2026–15.4.2026", or the due day alone."""

import re
from datetime import date

from aktivitet.kalender import MAANEDSNAVN

from .aarene import BESTEMTE, Aar
from .aarsdel import er_aar
from .bygging import Byggefeil
from .dager import Innen
from .regel import Ledd, Regel

FLEST = 200  # lines: a month by month deadline in the longest of plans

_MAANED = "|".join(MAANEDSNAVN)
_ISO = "([0-9]{4})-([0-9]{2})-([0-9]{2})"
_DATO = re.compile(rf"{_ISO}|([0-9]{{1,2}})\. ?([0-9]{{1,2}}\.|{_MAANED}) ?([0-9]{{4}})")
_MELLOM = re.compile(r"(?:[\s,.:–—-]|fra|til|og|med|innen|frist)*")


def les_datoer(tekst: str) -> Regel:
    """Make the rule that the dates say: each from its first day, or from New Year on, to its due day.

    Raises Byggefeil with the line that cannot be read.
    """
    linjer = [(nr, linje.strip()) for nr, linje in enumerate(tekst.splitlines(), start=1) if linje.strip()]
    if not linjer:
        raise Byggefeil(datoer="Skriv minst én dato, for eksempel 1.3.2026–15.4.2026.")
    if len(linjer) > FLEST:
        raise Byggefeil(datoer=f"Det er {len(linjer)} linjer. Skriv høyst {FLEST}.")
    return Regel(tuple(ledd for linje in linjer for ledd in _ledd(*linje)))


def _ledd(nr: int, linje: str) -> tuple[Ledd, ...]:
    dager = [_dag(treff) for treff in _DATO.finditer(linje.lower())]
    kjente = [dag for dag in dager if dag]
    if kjente != dager or len(dager) not in (1, 2) or not _MELLOM.fullmatch(_DATO.sub("", linje.lower())):
        raise Byggefeil(datoer=f"Linje {nr} er ikke forstått: «{linje[:60]}». Skriv slik: 1.3.2026–15.4.2026.")
    if len(kjente) == 1:
        frist = kjente[0]
        return (Ledd((Innen(frist.month, frist.day),), Aar(BESTEMTE, (frist.year,))),)
    foerste, siste = kjente
    if siste < foerste:
        raise Byggefeil(datoer=f"Linje {nr} slutter før den begynner: «{linje[:60]}». Skriv den første dagen først.")
    return Regel.fra_dager([(foerste, siste)]).ledd


def _dag(treff: re.Match[str]) -> date | None:
    """The day, if there is one by that date in any year that a plan may be about."""
    iso_aar, iso_maaned, iso_dag, dag, maaned, aar = treff.groups()
    try:
        if iso_aar:
            dagen = date(int(iso_aar), int(iso_maaned), int(iso_dag))
        else:
            nr = MAANEDSNAVN.index(maaned) + 1 if maaned in MAANEDSNAVN else int(maaned.rstrip("."))
            dagen = date(int(aar), nr, int(dag))
    except ValueError:
        return None
    return dagen if er_aar(dagen.year) else None

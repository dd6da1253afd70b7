"""The plan's own table of activities, month by month, read as the lines of a fixed yearly pattern; and what the words
of a title tell.

Text in, lines out; no clock and no database. Of the models it knows the kinds of year and of activity, and how long a
title may be.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..kalender import MAANEDSNAVN, maanedens_dager
from ..models import Aarstype, Aktivitetstype, FastAktivitet
from ..tekst import rens_linje

LENGST = FastAktivitet._meta.get_field("tittel").max_length or 200

# "Vårslepp / Valgkampstart" and "Repskap og orgsem" are two things each; "Nominasjons- og årsmøter" is one.
_SKILLE = re.compile(r"\s+/\s+|(?<!-)\s+og\s+", re.IGNORECASE)
_DAG_I_NAVNET = re.compile(rf"\b(\d{{1,2}})\. ({'|'.join(MAANEDSNAVN)})\b", re.IGNORECASE)
_TOM_RUTE = re.compile(r"[\s\-–—.]*")

# From words in a title to the type; the first that fits decides, so the narrow ones stand first.
_TYPER: list[tuple[re.Pattern[str], Aktivitetstype]] = [
    (re.compile(ord_), type_)
    for ord_, type_ in [
        (r"\bfrist(er|en)?\b", Aktivitetstype.FRIST),
        (r"\bfor(beredende )?møte", Aktivitetstype.FORMOETE),
        (r"ekstraordinær\w* årsmøte", Aktivitetstype.EKSTRAORDINAERT),
        (r"årsmøter", Aktivitetstype.AARSMOETER_LOKALT),
        (r"årsmøte.*lokal", Aktivitetstype.AARSMOETER_LOKALT),
        (r"årsmøte", Aktivitetstype.AARSMOETE),
        (r"fylkesstyremøte", Aktivitetstype.FYLKESSTYREMOETE),
        (r"repskap|representantskap", Aktivitetstype.REPRESENTANTSKAP),
        (r"landsmøte", Aktivitetstype.LANDSMOETE),
        (r"landsstyre", Aktivitetstype.LANDSSTYREMOETE),
        (r"\bfylkesting(et|ets|smøter?)?\b", Aktivitetstype.FYLKESTING),
        (r"nominasjon", Aktivitetstype.NOMINASJON),
        (r"valgkamp", Aktivitetstype.VALGKAMP),
        (r"^\w*valg(et|dag|dagen)?$", Aktivitetstype.VALG),
        (r"\bverv", Aktivitetstype.VERVING),
        (r"orgsem|skolering|kurs|seminar|\bskole", Aktivitetstype.SKOLERING),
        (r"slepp|arrangement|samling|konferanse|leir", Aktivitetstype.SAMLING),
        (r"\b1\. mai|\b8\. mars|markering|\bpride", Aktivitetstype.MARKERING),
        (r"møte", Aktivitetstype.MOETE),
    ]
]


@dataclass(frozen=True)
class FastLinje:
    """One line of the pattern, as FastAktivitet stores it. `fra_tekst` is the cell's own words."""

    maaned: int
    aarstype: str
    tittel: str
    type: str
    fra_tekst: str


def faste_fra_tabell(rader: Iterable[tuple[str, str, str]]) -> list[FastLinje]:
    """Read the rows (month, election years, mid-years) as lines, in the table's order.

    The same title in both columns of a month is one line for every year. A row whose month is no month's name gives
    no line: the row itself is kept with the plan, as it is written.
    """
    linjer: list[FastLinje] = []
    for navn, valgaar, mellomaar in rader:
        maaned = _maaned(navn)
        if maaned is None:
            continue
        i_valgaar, i_mellomaar = _titler(valgaar), _titler(mellomaar)
        begge = i_valgaar.keys() & i_mellomaar.keys()
        for noekkel, tittel in i_valgaar.items():
            aarstype = Aarstype.BEGGE if noekkel in begge else Aarstype.VALGAAR
            linjer.append(_linje(maaned, aarstype, tittel, valgaar))
        for noekkel, tittel in i_mellomaar.items():
            if noekkel not in begge:
                linjer.append(_linje(maaned, Aarstype.MELLOMAAR, tittel, mellomaar))
    return linjer


def gjett_type(tittel: str) -> Aktivitetstype:
    """Guess from the words of a title what kind of happening it is. The secretary can choose another."""
    ordene = tittel.casefold()
    return next((type_ for moenster, type_ in _TYPER if moenster.search(ordene)), Aktivitetstype.ANNET)


def dag_i_navnet(tittel: str, aar: int) -> date | None:
    """The day that a title names, in that year: "1. mai", "Markering av 8. mars". None where it names none."""
    treff = _DAG_I_NAVNET.search(tittel)
    if treff is None:
        return None
    dag, maaned = int(treff[1]), MAANEDSNAVN.index(treff[2].casefold()) + 1
    siste = maanedens_dager(aar, maaned)[1]
    return siste.replace(day=dag) if 1 <= dag <= siste.day else None


def _maaned(navn: str) -> int | None:
    navn = rens_linje(navn).casefold()
    return MAANEDSNAVN.index(navn) + 1 if navn in MAANEDSNAVN else None


def _titler(rute: str) -> dict[str, str]:
    """The titles in a cell, by their case-folded form: each stands once."""
    rute = rens_linje(rute)
    if _TOM_RUTE.fullmatch(rute):
        return {}
    deler = (del_.strip() for del_ in _SKILLE.split(rute))
    return {del_.casefold(): del_[:1].upper() + del_[1:] for del_ in deler if del_}


def _linje(maaned: int, aarstype: str, tittel: str, rute: str) -> FastLinje:
    return FastLinje(maaned, aarstype, tittel[:LENGST], gjett_type(tittel), rens_linje(rute)[:LENGST])

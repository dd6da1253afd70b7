"""What is told to the day: dates, days in a row, weeks, and everything that something is due by."""

import re
from collections.abc import Callable
from dataclasses import replace

from ..aarsdel import Del
from ..aarstider import AARSTIDER as MAANEDER_I
from ..aarstider import Aarstid, Maanedsdel
from ..atomer import FULLT, GJENTATT, TID, Atom
from ..dager import Dag, Dagspenn, Innen, InnenUke, InnenUtgangen, Uker
from ..perioder import Heleaar
from .biter import (
    AARET,
    AARSTIDEN,
    AARSTIDER,
    DAGEN,
    EN_MAANED,
    INNEN,
    MAANEDEN,
    TIL,
    UTGANGEN,
    bestemt,
    maaned_nr,
)

DATO = f"{DAGEN}(?: [-/])? {DAGEN}(?: [-/])? {AARET}"
DATO_KORT = f"{DAGEN}(?: /)? {DAGEN}(?: -)? ([0-9]{{2}})"
ISO = f"{AARET} - ([0-9]{{2}}) - ([0-9]{{2}})"
FRA = "(?:fra )?(?:og med )?(?:den )?"
TIL_DEN = f"{TIL}(?: den)?"
UKE = "(?:uke|uker)"


def _dag(slag: type[Dag], dag: str, maaned: str) -> Atom:
    return Atom(TID, (slag(maaned_nr(maaned), int(dag)),), innledet=slag is Innen)


def _dato(slag: type[Dag], dag: str, maaned: str, aar: str) -> Atom:
    """A day in figures; a year of two figures is one of ours."""
    aar = aar if len(aar) == 4 else f"20{aar}"
    return Atom(FULLT, (slag(int(maaned), int(dag)),), bestemt(aar), innledet=slag is Innen)


def _innen(del_: Del, bekreftes: bool = False) -> Atom:
    return Atom(TID, (del_,), bekreftes=bekreftes, innledet=True)


def _to_frister(dag: str, maaned: str, neste_dag: str, neste_maaned: str) -> Atom:
    """ "innen 1. juni og 1. oktober": due by the one, and by the other."""
    return Atom(
        TID,
        (Innen(maaned_nr(maaned), int(dag)), Innen(maaned_nr(neste_maaned), int(neste_dag))),
        innledet=True,
    )


def _innen_aarstiden(navn: str) -> Atom:
    """By the end of it, as "innen" means in the dictionary. "Innen sommeren" is mostly said of the holidays' first
    day, and winter has two ends in a year: neither is read."""
    if navn in ("sommer", "vinter"):
        raise ValueError(navn)
    return _innen(InnenUtgangen(MAANEDER_I[AARSTIDER[navn]][2]), bekreftes=True)


def _utgangen_av_aarstiden(navn: str) -> Atom:
    return _innen(InnenUtgangen(MAANEDER_I[AARSTIDER[navn]][2]), bekreftes=navn == "vinter")


def _foer_dagen(dag: str, maaned: str) -> Atom:
    """Due the day before. Before 1 January is in another year than the one that is named, and is not read here."""
    nr = maaned_nr(maaned)
    Dag(nr, int(dag))  # raises when there is no such day
    return _innen(Innen(nr, int(dag) - 1) if int(dag) > 1 else InnenUtgangen(nr - 1))


def _foer_datoen(dag: str, maaned: str, aar: str) -> Atom:
    """Due the day before a day in figures."""
    Dag(int(maaned), int(dag))
    if (int(dag), int(maaned)) == (1, 1):
        return _foer_aaret(aar)
    foer = Innen(int(maaned), int(dag) - 1) if int(dag) > 1 else InnenUtgangen(int(maaned) - 1)
    return Atom(FULLT, (foer,), bestemt(aar), innledet=True)


def _foer_aaret(aar: str) -> Atom:
    return Atom(FULLT, (Heleaar(),), bestemt(str(int(aar) - 1)), innledet=True)


def _foer_aarstiden(navn: str) -> Atom:
    if navn == "vinter":
        raise ValueError(navn)
    return _innen(InnenUtgangen(MAANEDER_I[AARSTIDER[navn]][1] - 1), bekreftes=True)


def _spenn(fra_dag: str, fra: str, til_dag: str, til: str) -> Atom:
    """From day to day. Over New Year only where no year is named: "15. desember–15. januar 2026" may be either."""
    fra_nr, til_nr = maaned_nr(fra), maaned_nr(til)
    over = (til_nr, int(til_dag)) < (fra_nr, int(fra_dag))
    spenn = Dagspenn(fra_nr, int(fra_dag), til_nr, int(til_dag), int(over))
    return Atom(TID, (spenn,), krever=GJENTATT if over else "")


def _helt_spenn(fra_dag: str, fra: str, fra_aar: str, til_dag: str, til: str, til_aar: str) -> Atom:
    """From day to day, each with its year; months by number or by name."""
    fra_nr, til_nr = (int(maaned) if maaned.isdigit() else maaned_nr(maaned) for maaned in (fra, til))
    spenn = Dagspenn(fra_nr, int(fra_dag), til_nr, int(til_dag), int(til_aar) - int(fra_aar))
    return Atom(FULLT, (spenn,), bestemt(fra_aar))


def _i_aaret(dag: str, maaned: str, til_dag: str, til_maaned: str, aar: str) -> Atom:
    return _helt_spenn(dag, maaned, aar, til_dag, til_maaned, aar)


def _iso_spenn(aar: str, maaned: str, dag: str, til_aar: str, til_maaned: str, til_dag: str) -> Atom:
    return _helt_spenn(dag, maaned, aar, til_dag, til_maaned, til_aar)


def _flere_dager(dager: str, maaned: str) -> Atom:
    """ "1. og 15. mai"."""
    return Atom(TID, tuple(Dag(maaned_nr(maaned), int(dag)) for dag in re.findall("[0-9]+", dager)))


def _maanedsdel(navn: str, maaned: str, bekreftes: bool = True) -> Atom:
    return Atom(TID, (Maanedsdel(navn, maaned_nr(maaned)),), bekreftes=bekreftes, innledet=True)


def _halvdel(nr: str, maaned: str) -> Atom:
    return _maanedsdel("foerste" if nr == "1" else "andre", maaned, bekreftes=False)


def _uker(tekst: str) -> Atom:
    """ "34 og 36"."""
    return Atom(TID, tuple(Uker(int(nr), int(nr)) for nr in re.findall("[0-9]+", tekst)))


def _ukespenn(fra: str, til: str) -> Atom:
    return Atom(TID, (Uker(int(fra), int(til)),))


def _naboer(fra: str, til: str) -> Atom:
    """ "uke 34/35" is both; "uke 34/40" may be either, and is not read."""
    if int(til) != int(fra) + 1:
        raise ValueError(til)
    return _ukespenn(fra, til)


MOENSTRE: dict[str, Callable[..., Atom]] = {
    # due by
    f"{INNEN} {DATO}": lambda *dato: _dato(Innen, *dato),
    f"{INNEN} {DATO_KORT}": lambda *dato: _dato(Innen, *dato),
    f"{INNEN} {ISO}": lambda aar, maaned, dag: _dato(Innen, dag, maaned, aar),
    f"{INNEN} {DAGEN} {MAANEDEN} og (?:den )?{DAGEN} {MAANEDEN}": _to_frister,
    f"{INNEN} {DAGEN} {MAANEDEN}": lambda dag, maaned: _dag(Innen, dag, maaned),
    f"{INNEN} {DAGEN}(?: /)? {DAGEN}": lambda dag, maaned: _innen(Innen(int(maaned), int(dag))),
    f"{UTGANGEN} (?:året )?{AARET}": lambda aar: Atom(FULLT, (Heleaar(),), bestemt(aar), innledet=True),
    f"(?:{UTGANGEN} året|(?:innen|ved|før) (?:årets utgang|årets slutt|årsslutt))": lambda: _innen(Heleaar()),
    f"{UTGANGEN} {MAANEDEN}": lambda maaned: _innen(InnenUtgangen(maaned_nr(maaned))),
    f"{UTGANGEN} ([12]) halvår": lambda nr: _innen(InnenUtgangen(6 * int(nr))),
    f"{UTGANGEN} ([1-3]) tertial": lambda nr: _innen(InnenUtgangen(4 * int(nr))),
    f"{UTGANGEN} ([1-4]) kvartal": lambda nr: _innen(InnenUtgangen(3 * int(nr))),
    f"{UTGANGEN} {AARSTIDEN}": _utgangen_av_aarstiden,
    f"{UTGANGEN} uke {DAGEN}": lambda nr: _innen(InnenUke(int(nr))),
    # "innen mars 2026" hardly means before March, but that is for the secretary to say
    f"innen {AARET}": lambda aar: Atom(FULLT, (Heleaar(),), bestemt(aar), bekreftes=True, innledet=True),
    f"{INNEN} {MAANEDEN}": lambda maaned: _innen(InnenUtgangen(maaned_nr(maaned)), bekreftes=True),
    f"{INNEN} ([12]) halvår": lambda nr: _innen(InnenUtgangen(6 * int(nr)), bekreftes=True),
    f"{INNEN} ([1-3]) tertial": lambda nr: _innen(InnenUtgangen(4 * int(nr)), bekreftes=True),
    f"{INNEN} ([1-4]) kvartal": lambda nr: _innen(InnenUtgangen(3 * int(nr)), bekreftes=True),
    f"{INNEN} {AARSTIDEN}": _innen_aarstiden,
    f"{INNEN} uke {DAGEN}": lambda nr: _innen(InnenUke(int(nr)), bekreftes=True),
    "(?:innen|før) jul": lambda: _innen(Innen(12, 23), bekreftes=True),
    # due before
    f"før 1 januar {AARET}": _foer_aaret,
    f"før (?:den )?{DAGEN} {MAANEDEN}": _foer_dagen,
    f"før {DATO}": _foer_datoen,
    f"før januar {AARET}": _foer_aaret,
    f"før {MAANEDEN}": lambda maaned: _foer_dagen("1", maaned),
    f"før {AARET}": _foer_aaret,
    f"før {AARSTIDEN}": _foer_aarstiden,
    "før 2 halvår": lambda: _innen(InnenUtgangen(6)),
    "før ([23]) tertial": lambda nr: _innen(InnenUtgangen(4 * int(nr) - 4)),
    "før ([2-4]) kvartal": lambda nr: _innen(InnenUtgangen(3 * int(nr) - 3)),
    "etter sommer": lambda: Atom(TID, (Aarstid("hoest"),), bekreftes=True, innledet=True),
    # days in a row
    f"{FRA}{DATO} {TIL_DEN} {DATO}": _helt_spenn,
    f"{FRA}{DAGEN}(?: /)? {DAGEN} {TIL_DEN} {DAGEN}(?: /)? {DAGEN}(?: -)? {AARET}": _i_aaret,
    f"{FRA}{ISO} (?:{TIL}|/) {ISO}": _iso_spenn,
    f"{FRA}{DAGEN} {MAANEDEN} {AARET} {TIL_DEN} {DAGEN} {MAANEDEN} {AARET}": _helt_spenn,
    f"{FRA}{DAGEN} {MAANEDEN} {TIL_DEN} {DAGEN} {MAANEDEN}": _spenn,
    f"{FRA}{DAGEN} {TIL_DEN} {DAGEN} {MAANEDEN}": lambda fra, til, maaned: _spenn(fra, maaned, til, maaned),
    # parts of a month
    f"(primo|medio|ultimo) {MAANEDEN}": _maanedsdel,
    f"begynnelsen av {MAANEDEN}": lambda maaned: _maanedsdel("primo", maaned),
    f"midten (?:av|i) {MAANEDEN}": lambda maaned: _maanedsdel("medio", maaned),
    f"(?:mot )?utgangen av {MAANEDEN}": lambda maaned: _maanedsdel("ultimo", maaned),
    f"([12]|siste) halvdel (?:av )?{MAANEDEN}": _halvdel,
    # days
    DATO: lambda *dato: _dato(Dag, *dato),
    DATO_KORT: lambda *dato: replace(_dato(Dag, *dato), bekreftes=True),  # three small numbers may be something else
    ISO: lambda aar, maaned, dag: _dato(Dag, dag, maaned, aar),
    f"([0-9]{{1,2}}(?:(?: [0-9]{{1,2}})* og [0-9]{{1,2}})+) {MAANEDEN}": _flere_dager,
    f"(?:den )?{DAGEN} {MAANEDEN}": lambda dag, maaned: _dag(Dag, dag, maaned),
    # weeks
    f"{UKE} {DAGEN} {TIL} (?:uke )?{DAGEN}(?! (?:{EN_MAANED}))": _ukespenn,
    f"{UKE} {DAGEN} / {DAGEN}": _naboer,
    f"{UKE} ([0-9]{{1,2}}(?: [0-9]{{1,2}})+ og [0-9]{{1,2}})": _uker,
    f"{UKE} ([0-9]{{1,2}}(?: og [0-9]{{1,2}})*)": _uker,
}

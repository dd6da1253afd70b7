"""Pure: the days of meetings as people paste them, one meeting on each line: "12.–14. mai", "12.5.2027, Hamar".

Nothing is guessed: a line that is not understood is told of by its number, and then none of them is taken. A weekday
that the day does not have that year is how last year's list gives itself away.
"""

import re
from dataclasses import dataclass
from datetime import date

from ..kalender import MAANEDSNAVN
from ..tid import UKEDAGER, dag_i_ord

FLEST_LINJER, LENGST, LENGSTE_STED = 60, 14, 200
SLIK = "Skriv for eksempel 12.–14. mai."

_BIT = re.compile(r"\d+|[^\W\d_]+|[^\s./]")  # full stops and slashes only keep numbers apart
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\b")
_KORTE = ("man", "tir", "tirs", "tys", "ons", "tor", "tors", "fre", "lør", "laur", "søn")
_LANGE = ("man", "tirs", "tys", "ons", "tors", "fre", "lør", "laur", "søn", "sun")
_UKEDAGER = frozenset(_KORTE) | {f"{navn}dag" for navn in _LANGE}
_NUMMER = {"ma": 0, "ti": 1, "ty": 1, "on": 2, "to": 3, "fr": 4, "lø": 5, "la": 5, "sø": 6, "su": 6}
_TIL, _OG = frozenset({"-", "–", "—", "til"}), frozenset({"og", "&"})
_KULEPUNKTER = " \t-–—•*·"
_KLOKKA = frozenset({"kl", "klokken", "klokka"})


@dataclass(frozen=True)
class Moetedager:
    """One meeting: its first and its last day, and the place where one was written."""

    foerste: date
    siste: date
    sted: str = ""


class IkkeForstaatt(Exception):
    """Some lines are no days. `feil` has a sentence for each of them."""

    def __init__(self, feil: list[str]):
        super().__init__("; ".join(feil))
        self.feil = feil


class _Feil(Exception):
    """What is wrong with one line."""


def les_moetedager(tekst: str, aar: int) -> list[Moetedager]:
    """Read the meetings of the year `aar`, in the order that they are written. Raises IkkeForstaatt."""
    linjer = [(nr, linje.strip(_KULEPUNKTER)) for nr, linje in enumerate(tekst.splitlines(), start=1)]
    linjer = [(nr, linje) for nr, linje in linjer if linje]
    if len(linjer) > FLEST_LINJER:
        raise IkkeForstaatt([f"Det er {len(linjer)} linjer. Lim inn høyst {FLEST_LINJER} om gangen."])
    lest: dict[int, Moetedager] = {}
    feil = []
    for nr, linje in linjer:
        try:
            moete = _les_linje(linje, aar)
            _sjekk(moete, aar, lest)
        except _Feil as galt:
            feil.append(f"Linje {nr}: {galt}")
        else:
            lest[nr] = moete
    if feil:
        raise IkkeForstaatt(feil)
    return list(lest.values())


def _sjekk(moete: Moetedager, aar: int, lest: dict[int, Moetedager]) -> None:
    if moete.foerste.year != aar:
        raise _Feil(f"Dagen er i {moete.foerste.year}, og møteplanen er for {aar}.")
    if moete.siste < moete.foerste:
        raise _Feil("Siste dag er før første dag.")
    if (varer := (moete.siste - moete.foerste).days + 1) > LENGST:
        raise _Feil(f"Møtet varer i {varer} dager. Skriv høyst {LENGST}.")
    if len(moete.sted) > LENGSTE_STED:
        raise _Feil(f"Stedet er på {len(moete.sted)} tegn. Kort det ned til {LENGSTE_STED}.")
    for nr, annet in lest.items():
        if annet.foerste <= moete.siste and moete.foerste <= annet.siste:
            raise _Feil(f"Dagene står i linje {nr} også.")


def _les_linje(linje: str, aar: int) -> Moetedager:
    if iso := _ISO.match(linje):
        dag = _dag(linje, *map(int, reversed(iso.groups())))
        return Moetedager(dag, dag, _sted(linje, iso.end()))
    biter = _Biter(linje)
    fra = biter.dag()
    skille = biter.ta(_TIL | _OG) if biter.staar_dag_etter_skille() else ""
    til = biter.dag() if skille else fra
    maaned = til.maaned or fra.maaned
    if maaned is None:
        raise _Feil(f"Måneden mangler i «{_kort(linje)}». {SLIK}")
    til_aar = til.aar or fra.aar or aar
    siste = _dag(linje, til.dag, maaned, til_aar)
    foerste = _dag(linje, fra.dag, fra.maaned or maaned, fra.aar or til_aar)
    for skrevet, dag in ((fra, foerste), (til, siste)):
        if skrevet.ukedag not in (None, dag.weekday()):
            raise _Feil(f"{dag_i_ord(dag)} er en {UKEDAGER[dag.weekday()]}. Er dagen fra et annet år?")
    if skille in _OG and (siste - foerste).days != 1:
        raise _Feil("Skriv én linje for hvert møte.")
    return Moetedager(foerste, siste, _sted(linje, biter.her))


@dataclass(frozen=True)
class _Skrevet:
    """A day as it is written: the month and the year may stand with another day, or nowhere. Monday is 0."""

    dag: int
    maaned: int | None
    aar: int | None
    ukedag: int | None


class _Biter:
    """The words and numbers of a line, taken one by one."""

    def __init__(self, linje: str):
        self.linje = linje
        self.biter = list(_BIT.finditer(linje.casefold()))
        self.nr = 0

    @property
    def her(self) -> int:
        """Where in the line the next one begins."""
        return self.biter[self.nr].start() if self.nr < len(self.biter) else len(self.linje)

    def se(self, frem: int = 0) -> str:
        nr = self.nr + frem
        return self.biter[nr].group() if nr < len(self.biter) else ""

    def ta(self, noen: frozenset[str]) -> str:
        """Take the next one when it is one of `noen`."""
        if (bit := self.se()) not in noen:
            return ""
        self.nr += 1
        return bit

    def staar_dag_etter_skille(self) -> bool:
        frem = 2 if self.se(1) in _UKEDAGER else 1
        return self.se() in _TIL | _OG and self.se(frem).isdecimal()

    def dag(self) -> _Skrevet:
        if ukedag := self.ta(_UKEDAGER):
            self.ta(frozenset({","}))
        if not self._er_tall(2):
            raise _Feil(f"«{_kort(self.linje)}» er ikke til å forstå. {SLIK}")
        dag = self._tall()
        return _Skrevet(dag, self._maaned(), self._aar(), _NUMMER.get(ukedag[:2]))

    def _maaned(self) -> int | None:
        if self._er_tall(2):
            return self._tall()
        maaned = _maaned_av(self.se())
        self.nr += maaned is not None
        return maaned

    def _aar(self) -> int | None:
        if self._er_tall(4) and len(self.se()) == 4:
            return self._tall()
        er_aar = self._er_tall(2) and len(self.se()) == 2 and _maaned_av(self.se(1)) is None
        return 2000 + self._tall() if er_aar else None

    def _er_tall(self, sifre: int) -> bool:
        bit = self.se()
        return bit.isascii() and bit.isdecimal() and len(bit) <= sifre

    def _tall(self) -> int:
        self.nr += 1
        return int(self.biter[self.nr - 1].group())


def _maaned_av(ord_: str) -> int | None:
    maaneder = (nr for nr, navn in enumerate(MAANEDSNAVN, start=1) if navn.startswith(ord_))
    return next(maaneder, None) if len(ord_) >= 3 else None


def _dag(linje: str, dag: int, maaned: int, aar: int) -> date:
    try:
        return date(aar, maaned, dag)
    except ValueError:
        raise _Feil(f"«{_kort(linje)}» finnes ikke i kalenderen.") from None


def _sted(linje: str, fra: int) -> str:
    """What stands after the days: a place, or nothing."""
    resten = linje[fra:].strip(" \t.,;:–-()")
    treff = _BIT.search(resten.casefold())
    foerst = treff.group() if treff else ""
    if foerst in _KLOKKA:
        raise _Feil("Skriv bare dagene, ikke klokkeslettet.")
    if resten and (foerst in _TIL | _OG or not resten[0].isalpha()):
        raise _Feil(f"«{_kort(linje)}» er ikke til å forstå. {SLIK}")
    return resten


def _kort(linje: str) -> str:
    return linje if len(linje) <= 40 else f"{linje[:39]}…"

"""The rows of a table, with cells in the same columns from row to row, whatever is merged.

Word stores rows one by one. A cell may span columns of an invisible grid (`gridSpan`), and a cell merged with the one
above stands as an empty one that says so (`vMerge`): its value holds for each of the rows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tiltak.dokument.linjer import Linje
from tiltak.dokument.tabeller import KODE
from tiltak.dokument.word.noter import samlet_tekst
from tiltak.dokument.word.xml import TBL, TC, TR, Element, P, W, heltall, utpakket, val

MAKS_RUTER = 63  # so many columns Word lets a table have
_TRPR, _TCPR = f"{W}trPr", f"{W}tcPr"
_GRIDSPAN, _VMERGE, _GRIDBEFORE = f"{W}gridSpan", f"{W}vMerge", f"{W}gridBefore"


@dataclass
class Rute:
    """One cell: its text, and its place in the grid. `gjentatt`: merged with the one above, whose text it has."""

    tekst: str
    fra: int
    bredde: int
    gjentatt: bool = False

    @property
    def til(self) -> int:
        return self.fra + self.bredde


@dataclass
class Rad:
    """One row: its cells, or the paragraphs of its only cell where that stretches over the whole table."""

    nr: int
    ruter: list[Rute] = field(default_factory=list)
    avsnitt: list[Linje] = field(default_factory=list)


class Fletting:
    """Reads the rows of one table from the top, and remembers what is merged downwards."""

    def __init__(self) -> None:
        self.skjult: list[str] = []  # what stands in cells that Word shows the one above in place of
        self._over: dict[int, str] = {}  # by the place in the grid where a merged cell begins

    def les_rad(self, rad: Element, les_rute: Callable[[Element], str]) -> list[Rute]:
        """The cells of a row, each read by `les_rute`, unless it is merged with the one above."""
        fra = heltall(val(rad.find(_TRPR), _GRIDBEFORE), 0) or 0
        ruter: list[Rute] = []
        til_overs: list[str] = []
        for tc in ruter_i(rad):
            egenskaper = tc.find(_TCPR)
            flettet = _fletting(egenskaper)
            gjentatt = flettet == "continue" and fra in self._over
            tekst = self._over[fra] if gjentatt else les_rute(tc)
            if gjentatt and (skjult := samlet_tekst(tc)):
                self.skjult.append(skjult)
            if flettet:
                self._over[fra] = tekst
            else:
                self._over.pop(fra, None)
            if len(ruter) < MAKS_RUTER:
                ruter.append(Rute(tekst, fra, _bredden(egenskaper), gjentatt))
            else:
                til_overs.append(tekst)
            fra = ruter[-1].til
        if til_overs:
            ruter[-1].tekst = " | ".join(filter(None, [ruter[-1].tekst, *til_overs]))
        return ruter


def rader_i(tabell: Element) -> list[Element]:
    return [rad for rad in utpakket(tabell) if rad.tag == TR]


def ruter_i(rad: Element) -> list[Element]:
    return [rute for rute in utpakket(rad) if rute.tag == TC]


def avsnitt_i(element: Element, indre: bool = False) -> Iterator[tuple[Element, bool]]:
    """The paragraphs of a row or a cell, each with whether it stands in a table within it (`indre`)."""
    for barn in utpakket(element):
        if barn.tag == P:
            yield barn, indre
        elif barn.tag in (TC, TR, TBL):
            yield from avsnitt_i(barn, indre or barn.tag == TBL)


def er_over_alt(rad: Element) -> bool:
    """True for a row whose only cell stretches over several columns."""
    ruter = ruter_i(rad)
    return len(ruter) == 1 and _bredden(ruter[0].find(_TCPR)) > 1


def kolonnevis(rader: list[Rad]) -> list[tuple[str, ...]]:
    """The texts of each row, in the columns of the row with most cells. One that lacks the last is shorter."""
    moenster = max((rad.ruter for rad in rader), key=len, default=[])
    har_kode = any(len(rad.ruter) == len(moenster) and bool(KODE.match(rad.ruter[0].tekst)) for rad in rader)
    return [_kolonner(rad.ruter, moenster, har_kode) for rad in rader]


def _kolonner(ruter: list[Rute], moenster: list[Rute], har_kode: bool) -> tuple[str, ...]:
    ikke_flettet = all(rute.bredde == 1 for rute in ruter) and not (ruter and ruter[0].fra)
    if len(ruter) == len(moenster) or ikke_flettet:
        tekster = [rute.tekst for rute in ruter]
    else:
        tekster = []
        for rute in ruter:
            dekket = [nr for nr, kol in enumerate(moenster) if rute.fra <= kol.fra < rute.til] or [len(tekster)]
            plass = dekket[0]
            if har_kode and plass == 0 and len(dekket) > 1 and not KODE.match(rute.tekst):
                plass = 1  # the measure stretches over the empty cell of its code
            tekster += [""] * (dekket[-1] + 1 - len(tekster))
            tekster[plass] = " ".join(filter(None, (tekster[plass], rute.tekst)))
    return tuple(tekster)


def _fletting(egenskaper: Element | None) -> str:
    """ "restart" for the first of cells that are merged downwards, "continue" for the others, "" for one by itself."""
    flettet = egenskaper.find(_VMERGE) if egenskaper is not None else None
    return "" if flettet is None else flettet.get(f"{W}val", "continue")


def _bredden(egenskaper: Element | None) -> int:
    return heltall(val(egenskaper, _GRIDSPAN), 1) or 1

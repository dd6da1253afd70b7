"""How measures are cited: a code that stands twice is told apart by a number, in the text alone and never stored."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Protocol

_IKKE_I_CSS = dict.fromkeys(map(ord, '"\\'))


class Siterbar(Protocol):
    """A measure, as far as its citing goes."""

    pk: int
    kode: str
    utgaatt: date | None


def siterte_koder(tiltakene: Iterable[Siterbar], dag: date = date.max) -> dict[int, str]:
    """Give each measure's key the code to cite it by.

    In go all of a plan's measures, in the plan's order. "2.3d" stays as it is where it stands once, and becomes
    "2.3d (1)" and "2.3d (2)" where it stands twice. One that was taken out of the plan (by `dag`, where that is given)
    says so, and its code is free.
    """
    alle = list(tiltakene)
    ute = {tiltak.pk for tiltak in alle if tiltak.utgaatt is not None and tiltak.utgaatt <= dag}
    talt = iter(telte(tiltak.kode for tiltak in alle if tiltak.pk not in ute))
    sitert = {}
    for tiltak in alle:
        if tiltak.pk in ute:
            sitert[tiltak.pk] = f"{tiltak.kode} (ute av planen)".strip()
        else:
            kode = next(talt)
            sitert[tiltak.pk] = kode if tiltak.kode else ""
    return sitert


def telte(merker: Iterable[str]) -> list[str]:
    """Give each mark as it is where it stands once, and as "1.1 (1)" and "1.1 (2)" where it stands twice."""
    alle = list(merker)
    antall = Counter(alle)
    sett: Counter[str] = Counter()
    navn = []
    for merke in alle:
        sett[merke] += 1
        navn.append(f"{merke} ({sett[merke]})" if antall[merke] > 1 else merke)
    return navn


def ankere(merker: Iterable[str], opptatt: Iterable[str] = ()) -> list[str]:
    """Give each mark a name to link to within one page: no two the same, none empty, none with a space in it.

    The first "2.3d" is linked to as "2.3d", the second as "2.3d-2". `opptatt` is what the page itself uses. Quotation
    marks and backslashes go: the booklet names its places in CSS, where such a name would be none.
    """
    brukt = set(opptatt)
    navn = []
    for merke in merker:
        grunn = "-".join(merke.translate(_IKKE_I_CSS).split()) or "tiltak"
        forslag, nr = grunn, 1
        while forslag in brukt:
            nr += 1
            forslag = f"{grunn}-{nr}"
        brukt.add(forslag)
        navn.append(forslag)
    return navn

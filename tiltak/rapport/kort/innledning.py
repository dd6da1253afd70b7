"""Pure: as much of the introduction as the short version has room for, with its bullets, bold words and links."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aktivitet.tekst import rens_linje

from ..tekst import Bit, Linjebiter, Tekstblokk
from .felt import AVSNITT, INNLEDNING, PUNKT


def kort_innledning(blokker: Sequence[Tekstblokk]) -> tuple[tuple[Tekstblokk, ...], bool]:
    """Give the first of the text, and whether there is more of it. What is cut is cut at a word, with "…"."""
    igjen, tatt = INNLEDNING.linjer, []
    for blokk in blokker:
        linjer, brukt, er_hel = _som_faar_plass(blokk.linjer, igjen)
        if linjer:
            tatt.append(replace(blokk, linjer=linjer))
        if not er_hel:
            return tuple(tatt), True
        igjen -= brukt
    return tuple(tatt), False


def innledningens_hoeyde(blokker: Sequence[Tekstblokk]) -> float:
    """How high the text is, in millimetres, which `kort_innledning` has given."""
    linjene = [_ordene(linje) for blokk in blokker for linje in blokk.linjer]
    return sum(map(INNLEDNING.hoeyde, linjene)) + PUNKT * len(linjene) + AVSNITT * len(blokker)


def _som_faar_plass(linjene: Sequence[Linjebiter], plass: int) -> tuple[tuple[Linjebiter, ...], int, bool]:
    """The lines of a paragraph that there is room for, how many they are on the page, and whether they are all."""
    tatt: list[Linjebiter] = []
    brukt = 0
    for linje in linjene:
        if brukt >= plass:
            return tuple(tatt), brukt, False
        ordene = _ordene(linje)
        kort = replace(INNLEDNING, linjer=plass - brukt).kutt(ordene)
        if kort != ordene:
            return (*tatt, tuple(_foerste(linje, len(kort) - 1))), plass, False
        tatt.append(linje)
        brukt += INNLEDNING.antall_linjer(ordene)
    return tuple(tatt), brukt, True


def _ordene(linje: Linjebiter) -> str:
    return rens_linje("".join(bit.tekst for bit in linje))


def _foerste(linje: Linjebiter, tegn: int) -> Iterator[Bit]:
    """The first so many letters of a line, and "…" after them."""
    for bit in linje:
        if len(bit.tekst) >= tegn:
            yield replace(bit, tekst=f"{bit.tekst[:tegn]}…")
            return
        yield bit
        tegn -= len(bit.tekst)
    yield Bit("…")

"""The lines of a Word file that the app itself wrote, each with its style and bookmark; nothing is told by its shape.

`uttak/word` writes such files. Word and LibreOffice keep both marks when somebody goes on writing in them.
"""

from collections.abc import Iterator
from dataclasses import replace

from tiltak.dokument.egen import EGEN, EGNE_DELER
from tiltak.dokument.linjer import INNHOLD, TITTEL, Linje
from tiltak.dokument.plandokument import Filslag, Merknad
from tiltak.dokument.word.lesing import BODY, PPR, PSTYLE, Wordleser
from tiltak.dokument.word.pakke import Pakke
from tiltak.dokument.word.stiler import disposisjon
from tiltak.dokument.word.xml import Element, P, W, val

_BOKMERKE, _NAVN = f"{W}bookmarkStart", f"{W}name"


def er_egen(pakke: Pakke) -> bool:
    """True for a file that the app wrote, whoever has worked on it since."""
    return any(navn == EGEN for _, navn in _bokmerkene(pakke))


def les_egne_linjer(pakke: Pakke) -> tuple[list[Linje], list[Merknad]]:
    """Read such a file: its lines, and what in it is no text of the plan, as `les_word` does."""
    leser = _EgenLeser(pakke)
    leser.les_blokker(pakke.dokument.find(BODY))
    return leser.linjer, leser.merknader


class _EgenLeser(Wordleser):
    def __init__(self, pakke: Pakke) -> None:
        super().__init__(pakke, hele_linjer=True)
        self._bokmerket = {avsnitt: navn for avsnitt, navn in _bokmerkene(pakke) if avsnitt is not None}

    def _les_avsnitt(self, avsnitt: Element, i_rute: bool = False) -> Linje:
        if i_rute:
            return super()._les_avsnitt(avsnitt, i_rute)
        egenskaper = avsnitt.find(PPR)
        stil = self._stiler.stil(val(egenskaper, PSTYLE))
        merke = self._merket(egenskaper, stil)
        lest = self._avsnittsleser.les(avsnitt, stil)
        for funn in lest.funn:
            self._merk(funn.hva, funn.setning)
        linje = Linje(self._nr, lest.tekst.replace("\t", " "), filslag=Filslag.WORD, stil=stil.navn)
        if stil.innhold or lest.i_innhold:
            return replace(linje, rolle=INNHOLD, celler=tuple(lest.tekst.split("\t")) if "\t" in lest.tekst else ())
        return replace(
            linje,
            punkt=bool(linje.tekst) and (merke.kule if merke else stil.kule),
            nivaa=disposisjon(egenskaper, stil.nivaa),
            rolle=TITTEL if stil.tittel else "",
            merke=self._bokmerket.get(avsnitt, ""),
        )


def _bokmerkene(pakke: Pakke) -> Iterator[tuple[Element | None, str]]:
    """Each of the app's own bookmarks, with the paragraph it is in: or the next one, where Word has moved it out."""
    for merke in pakke.dokument.iter(_BOKMERKE):
        navn = merke.get(_NAVN, "")
        if navn == EGEN or navn.startswith(EGNE_DELER):
            inni = next(merke.iterancestors(P), None)
            yield (inni if inni is not None else next(merke.itersiblings(P), None)), navn

"""What the styles of a Word file say of a paragraph: heading, title, contents page, bullet, number, hidden.

Word keeps the English names of its own styles whatever language it speaks ("heading 1" shown as "Overskrift 1"); other
programs write the names they show.
"""

import re
from dataclasses import dataclass, replace

from tiltak.dokument.word.xml import Element, W, heltall, paa, val

_STYLE, _NAME, _BASEDON, _PPR, _RPR = (f"{W}{navn}" for navn in ("style", "name", "basedOn", "pPr", "rPr"))
_OUTLINE, _NUMPR, _NUMID, _ILVL, _VANISH = (
    f"{W}{navn}" for navn in ("outlineLvl", "numPr", "numId", "ilvl", "vanish")
)
_MAKS_LEDD = 30  # styles that build on each other; Word itself stops at eleven

_OVERSKRIFT = re.compile(r"(?:heading|overskrift|rubrik|überschrift) ?([1-9])\Z")
_INNHOLD = re.compile(r"(?:toc|innh|innhold|contents|indholdsfortegnelse) ?[1-9]\Z")
_KULE = re.compile(r"(?:list bullet|punktliste|punktmerket liste|kulepunkt)(?: ?[1-9])?\Z")
_TITLER = frozenset({"title", "tittel"})


@dataclass(frozen=True)
class Stil:
    """What a style says, with what it takes from those it builds on.

    `nivaa` is the level of heading (0: none). `num_id` and `ilvl` are the list that its paragraphs stand in; `ilvl`
    is None where the list itself says the level by the style.
    """

    id: str = ""
    navn: str = ""
    nivaa: int = 0
    tittel: bool = False
    innhold: bool = False
    kule: bool = False
    skjult: bool = False
    num_id: str | None = None
    ilvl: int | None = None


class Stiler:
    """The styles of a document, by id."""

    def __init__(self, rot: Element | None) -> None:
        self._elementer: dict[str, Element] = {}
        self._lest: dict[str, Stil] = {}
        self.grunnstil = ""
        for element in rot.iterchildren(_STYLE) if rot is not None else ():
            id_ = element.get(f"{W}styleId", "")
            self._elementer.setdefault(id_, element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
                self.grunnstil = id_

    def stil(self, id_: str | None) -> Stil:
        """The style of this id; without one, what the document's own standard style says."""
        id_ = self.grunnstil if id_ is None else id_
        if id_ not in self._lest:
            self._lest[id_] = self._les(id_)
        return self._lest[id_]

    def _les(self, id_: str) -> Stil:
        kjede: list[str] = []  # from the style down to the one that all build on
        neste: str | None = id_
        while neste in self._elementer and neste not in kjede and len(kjede) < _MAKS_LEDD:
            kjede.append(neste)
            neste = val(self._elementer[neste], _BASEDON)
        stil = Stil()
        for ledd in reversed(kjede):
            stil = _bygg_paa(stil, self._elementer[ledd])
        return replace(stil, id=id_)


def _bygg_paa(stil: Stil, element: Element) -> Stil:
    navn = " ".join((val(element, _NAME) or element.get(f"{W}styleId", "")).lower().split())
    avsnitt = element.find(_PPR)
    overskrift = _OVERSKRIFT.match(navn)
    nivaa = int(overskrift[1]) if overskrift else stil.nivaa
    skjult = paa(element.find(_RPR), _VANISH)
    num_id, ilvl = liste(avsnitt)
    return replace(
        stil,
        id=element.get(f"{W}styleId", ""),
        navn=navn,
        nivaa=disposisjon(avsnitt, nivaa),
        tittel=stil.tittel or navn in _TITLER,
        innhold=stil.innhold or bool(_INNHOLD.match(navn)),
        kule=stil.kule or bool(_KULE.match(navn)),
        skjult=stil.skjult if skjult is None else skjult,
        num_id=stil.num_id if num_id is None else num_id,
        ilvl=stil.ilvl if num_id is None and ilvl is None else ilvl,
    )


def disposisjon(avsnitt: Element | None, ellers: int) -> int:
    """The level of heading that the properties of a paragraph or style name, 0 for body text."""
    nivaa = heltall(val(avsnitt, _OUTLINE))
    if nivaa is None:
        return ellers
    return nivaa + 1 if nivaa < 9 else 0


def liste(avsnitt: Element | None) -> tuple[str | None, int | None]:
    """(id of the list, level in it) that the properties of a paragraph or style name."""
    numpr = avsnitt.find(_NUMPR) if avsnitt is not None else None
    return val(numpr, _NUMID), heltall(val(numpr, _ILVL))

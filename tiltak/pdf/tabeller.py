"""Gathers the tables that go over several pages: to those who hear a document, each is one table with one head.

WeasyPrint tags what stands on each page as a table of its own, with its head once more. Here the rows are hung into
the first of them, and the head that is repeated for the eye falls out of the structure: it is an artifact then, as
ISO 14289-1 asks of what is repeated (7.1). A row that names those below it, such as a month, is made their head.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import TableBox, TableCellBox

Element = Any  # a pydyf.Dictionary, which has no types of its own


def samle_tabeller(dokument: Any, pdf: pydyf.PDF) -> None:
    """Make one table of the parts of each, and tell its cells which row names them."""
    foerste: dict[int, Element] = {}
    for side in dokument.pages:
        for boks in side._page_box.descendants():  # the one private name: WeasyPrint is pinned
            if isinstance(boks, TableBox) and (del_ := _strukturen(pdf, boks)) is not None:
                tabell = foerste.setdefault(id(boks.element), del_)
                if tabell is not del_:
                    _heng_paa(pdf, tabell, del_)
    for tabell in foerste.values():
        _gi_radgrupper_hode(pdf, tabell)
    _gi_tilbake_overskrifter(pdf)


def slaa_opp(pdf: pydyf.PDF, referanse: bytes) -> Any:
    return pdf.objects[int(referanse.split()[0])]


def barna(pdf: pydyf.PDF, element: Element) -> Iterator[Any]:
    """The structure elements right below this one. Its other children are numbers of marked content, and links."""
    for ett in element.get("K", ()):
        if isinstance(ett, bytes):
            under = slaa_opp(pdf, ett)
            if "S" in under:
                yield under


def _strukturen(pdf: pydyf.PDF, boks: TableBox) -> Element | None:
    """The structure of the part of a table that stands on a page: found by one of its cells."""
    for gruppe in boks.children:
        for rad in gruppe.children:
            for celle in rad.children:
                if isinstance(celle, TableCellBox) and (element := getattr(celle, "mark", None)) is not None:
                    while element["S"] != "/Table":
                        element = slaa_opp(pdf, element["P"])
                    return element
    return None


def _heng_paa(pdf: pydyf.PDF, tabell: Element, del_: Element) -> None:
    """Move the rows of a later part into the table, and let its cells point to the table's own heads."""
    gamle, egne = list(_hodet(pdf, del_)), list(_hodet(pdf, tabell))
    # An empty corner has no name. A page that a row fills alone has no head: then there is none to point to.
    nye = {gammel["ID"].data: egen["ID"] for gammel, egen in zip(gamle, egne, strict=False) if "ID" in gammel}
    for gruppe in barna(pdf, del_):
        if gruppe["S"] == "/THead" and not egne:
            _flytt(tabell, gruppe)
        elif gruppe["S"] == "/TBody":
            _flytt(tabell, gruppe)
            for rad in barna(pdf, gruppe):
                for celle in barna(pdf, rad):
                    if "Headers" in celle["A"]:
                        celle["A"]["Headers"] = pydyf.Array(nye.get(ett.data, ett) for ett in celle["A"]["Headers"])
    _ta_ut(pdf, del_)


def _gi_radgrupper_hode(pdf: pydyf.PDF, tabell: Element) -> None:
    """Let each row of a single head be told with the cells below it."""
    navn: Any = None
    for gruppe in barna(pdf, tabell):
        for rad in barna(pdf, gruppe) if gruppe["S"] == "/TBody" else ():
            cellene = list(barna(pdf, rad))
            if len(cellene) == 1 and cellene[0]["S"] == "/TH":
                navn = cellene[0]["ID"]
                cellene[0]["A"]["Scope"] = "/Column"
            for celle in cellene if navn is not None else ():
                if "Headers" in celle["A"]:
                    celle["A"]["Headers"].append(navn)


def _gi_tilbake_overskrifter(pdf: pydyf.PDF) -> None:
    """Give a caption that was left alone at the foot of a page to its table, which is the next."""
    tabellene = [ett for ett in pdf.objects if isinstance(ett, pydyf.Dictionary) and ett.get("S") == "/Table"]
    for tabell, neste in pairwise(tabellene):
        under = list(barna(pdf, tabell))
        if [ett["S"] for ett in under] == ["/Caption"]:
            under[0]["P"] = neste.reference
            neste["K"].insert(0, under[0].reference)
            _ta_ut(pdf, tabell)


def _flytt(tabell: Element, gruppe: Element) -> None:
    gruppe["P"] = tabell.reference
    tabell["K"].append(gruppe.reference)


def _ta_ut(pdf: pydyf.PDF, element: Element) -> None:
    """Take an element, and what is left below it, out of the structure."""
    forelder = slaa_opp(pdf, element["P"])
    forelder["K"].remove(element.reference)


def _hodet(pdf: pydyf.PDF, tabell: Element) -> Iterator[Element]:
    for gruppe in barna(pdf, tabell):
        for rad in barna(pdf, gruppe) if gruppe["S"] == "/THead" else ():
            yield from barna(pdf, rad)

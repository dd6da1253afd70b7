"""Pieces of WordprocessingML, made from clean text: paragraphs, bookmarks, fields and tables.

Made by hand and not by python-docx, whose tables take quadratic time and which knows no fields.
"""

import re
from collections.abc import Container, Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from aktivitet.tekst import rens_tekst

Element = Any  # lxml's own type; it has no stubs
Celle = str | Sequence[Element]  # of a table: its text, or its paragraphs, at least one

_LINJESKIFT, _MYK_BINDESTREK = "\n", "\u00ad"
_TEGN = {_LINJESKIFT: "w:br", _MYK_BINDESTREK: "w:softHyphen"}
_DELE = re.compile(f"([{''.join(_TEGN)}])")


def element(navn: str, *barn: Element, **attributter: str) -> Element:
    """Make `<w:navn>` with these attributes, all of Word's own namespace, and these children."""
    nytt = OxmlElement(f"w:{navn}")
    for attributt, verdi in attributter.items():
        nytt.set(qn(f"w:{attributt}"), verdi)
    nytt.extend(barn)
    return nytt


def loep(tekst: str, *egenskaper: Element) -> Element:
    """A run of text. A line break in it is one in Word too, and so is a soft hyphen.

    The text is cleaned once more: one character that XML does not know would make the whole file unreadable.
    """
    nytt = element("r", *([element("rPr", *egenskaper)] if egenskaper else []))
    for del_ in filter(None, _DELE.split(rens_tekst(tekst))):
        if del_ in _TEGN:
            nytt.append(OxmlElement(_TEGN[del_]))
        else:
            nytt.append(_tekst("t", del_))
    return nytt


def fast(tekst: str) -> Element:
    """A run of our own words, with the spaces at its ends."""
    return element("r", _tekst("t", tekst))


def avsnitt(stil: str, *innhold: Element | str, egenskaper: Iterable[Element] = ()) -> Element:
    """A paragraph in the style with this id; `egenskaper` come after the style, in the order that Word wants."""
    hode = element("pPr", element("pStyle", val=stil), *egenskaper)
    return element("p", hode, *(loep(del_) if isinstance(del_, str) else del_ for del_ in innhold))


def bokmerke(nr: int, navn: str, *innhold: Element) -> list[Element]:
    """`innhold` with a bookmark around it."""
    return [
        element("bookmarkStart", id=str(nr), name=navn),
        *innhold,
        element("bookmarkEnd", id=str(nr)),
    ]


def feltmerke(slag: str, **attributter: str) -> Element:
    """One of the three marks of a field: begin, separate, end."""
    return element("r", element("fldChar", fldCharType=slag, **attributter))


def feltkode(kode: str) -> Element:
    """What a field is to show: its code, as Word reads it."""
    return element("r", _tekst("instrText", f" {kode} "))


def felt(kode: str, resultat: str) -> list[Element]:
    """A field that Word counts out by itself, such as a page number; `resultat` shows until it has."""
    return [feltmerke("begin"), feltkode(kode), feltmerke("separate"), loep(resultat), feltmerke("end")]


def lenke(bokmerket: str, *innhold: Element) -> Element:
    """A link to a bookmark."""
    return element("hyperlink", *innhold, anchor=bokmerket, history="1")


def ytre_lenke(nummer: str, *innhold: Element) -> Element:
    """A link that leads out of the document: to the address that the document's part keeps under this number."""
    ny = element("hyperlink", *innhold, history="1")
    ny.set(qn("r:id"), nummer)
    return ny


def tabell(
    stil: str,
    tittel: str,
    bredder: Sequence[int],
    rader: Sequence[Sequence[Celle]],
    *,
    radhode: bool = False,
    delbare: Container[int] = (),
) -> Element:
    """A table whose first row is its head, repeated on every page. No row is divided between two pages, but those
    whose numbers are in `delbare`.

    `bredder` are the columns' in twentieths of a point. `tittel` is read aloud, and not shown. A cell is text, or its
    paragraphs. With `radhode` the first cell of a row is its head.
    """
    radenes = {"val": "06A0", "firstColumn": "1"} if radhode else {"val": "0620", "firstColumn": "0"}
    egenskaper = element(
        "tblPr",
        element("tblStyle", val=stil),
        element("tblW", w=str(sum(bredder)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", firstRow="1", lastRow="0", lastColumn="0", noHBand="1", noVBand="1", **radenes),
        element("tblCaption", val=rens_tekst(tittel)),
    )
    rutenett = element("tblGrid", *(element("gridCol", w=str(bredde)) for bredde in bredder))
    ny = element("tbl", egenskaper, rutenett)
    for nr, rad in enumerate(rader):
        hel = [] if nr in delbare else [element("cantSplit")]
        hode = [element("tblHeader")] if nr == 0 else []
        ruter = [_rute(celle, bredde) for celle, bredde in zip(rad, bredder, strict=True)]
        ny.append(element("tr", element("trPr", *hel, *hode), *ruter))
    return ny


def _rute(celle: Celle, bredde: int) -> Element:
    avsnittene = [avsnitt("Tabelltekst", celle)] if isinstance(celle, str) else celle
    return element("tc", element("tcPr", element("tcW", w=str(bredde), type="dxa")), *avsnittene)


def _tekst(navn: str, tekst: str) -> Element:
    ny = element(navn)
    ny.text = tekst
    ny.set(qn("xml:space"), "preserve")
    return ny

"""The XML of a Word file: parsed closed, and walked through what only wraps the text.

Closed: no entities, no document type, no file or address is ever fetched, and what it takes is bounded.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from tiltak.dokument.fil import UlesbartDokument

Element = Any  # lxml's own type; it has no stubs

MAKS_TAGGER = 1_500_000  # a document of two hundred pages with every word formatted by itself has some 400 000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, R, T, TBL, TR, TC = (f"{W}{navn}" for navn in ("p", "r", "t", "tbl", "tr", "tc"))

_STRENG_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"  # Word's «Strict Open XML» says the same by this name
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OMSLAG = frozenset(f"{W}{navn}" for navn in ("hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir"))
_SDT, _SDTPR, _SDTCONTENT, _PLASSHOLDER = (f"{W}{navn}" for navn in ("sdt", "sdtPr", "sdtContent", "showingPlcHdr"))
_ALTERNATIV, _VALG, _NOED = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_PAKKER = _OMSLAG | {_SDT, _ALTERNATIV}
_AV = frozenset({"0", "false", "off"})

_OEDELAGT = "Word-filen er ødelagt. Åpne den i Word, lagre den på nytt og prøv igjen."
_FOR_STOR = "Word-filen har mye mer tekst enn en plan kan ha. Velg selve plandokumentet."


def les_xml(data: bytes) -> Element:
    """Parse one part. Raises UlesbartDokument for what is broken, hostile or far too much."""
    koding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        tekst = data.decode(koding)
    except UnicodeDecodeError:
        raise UlesbartDokument(_OEDELAGT) from None
    if "<!DOCTYPE" in tekst or "<!ENTITY" in tekst:  # Word writes none; entities are how small XML grows without end
        raise UlesbartDokument(_OEDELAGT)
    if tekst.count("<") > MAKS_TAGGER:
        raise UlesbartDokument(_FOR_STOR)
    leser = etree.XMLParser(
        encoding="utf-8",  # whatever the part says of itself: it is decoded already
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(tekst.replace(_STRENG_W, W[1:-1]).encode(), leser)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        raise UlesbartDokument(_OEDELAGT) from None


def utpakket(element: Element) -> Iterator[Element]:
    """The children of `element`, with those that only wrap others unwrapped.

    Links, smart tags, fields in one piece and content controls are such; of alternatives one is taken. A content
    control that still shows what to write there has no text yet.
    """
    stabel = [iter(element)]
    while stabel:
        for barn in stabel[-1]:
            if barn.tag not in _PAKKER:
                yield barn
            elif (innhold := _innholdet(barn)) is not None:
                stabel.append(iter(innhold))
                break
        else:
            stabel.pop()


def _innholdet(element: Element) -> Element | None:
    """What a wrapper holds, None when nothing."""
    tag = element.tag
    if tag == _SDT:
        egenskaper = element.find(_SDTPR)
        plassholder = egenskaper is not None and paa(egenskaper, _PLASSHOLDER)
        return None if plassholder else element.find(_SDTCONTENT)
    if tag == _ALTERNATIV:
        valg = element.find(_VALG)
        return element.find(_NOED) if valg is None else valg
    return element


def val(element: Element | None, navn: str) -> str | None:
    """The value of the child with this full name: `<w:pStyle w:val="Tittel"/>`."""
    barn = element.find(navn) if element is not None else None
    return None if barn is None else barn.get(f"{W}val")


def paa(element: Element | None, navn: str) -> bool | None:
    """Whether a property is switched on or off by the child with this full name; None when there is none."""
    barn = element.find(navn) if element is not None else None
    return None if barn is None else barn.get(f"{W}val", "1").lower() not in _AV


def heltall(verdi: str | None, ellers: int | None = None) -> int | None:
    """A whole number of a reasonable size, or `ellers`."""
    tall = (verdi or "").strip()
    return int(tall) if tall.isascii() and tall.isdecimal() and len(tall) <= 9 else ellers

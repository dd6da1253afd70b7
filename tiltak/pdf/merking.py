"""Finishes a document that WeasyPrint has built, before it is written: what PDF/UA-1 asks for beyond its own tags.

ISO 14289-1 (PDF/UA-1) wants, and is given here: page heads and numbers as artifacts that a screen reader skips (7.8),
table heads with a scope (7.5), a tree to find structure by its names, lists that say how they are numbered (7.6), the
table of contents tagged as one, links that say in words where they lead (7.18.5), and the standard's own mark in the
metadata, described there as PDF/A-3 asks (ISO 19005-3, 6.6.2.3). Tables have a room of their own: `tabeller.py`.
"""

from collections.abc import Iterator
from typing import Any

import pydyf

from .tabeller import barna, samle_tabeller, slaa_opp

NAVNEROM = "http://www.aiim.org/pdfua/ns/id/"
PDFUA = f"""<rdf:Description xmlns:pdfuaid="{NAVNEROM}" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{NAVNEROM}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""

Element = Any  # a pydyf.Dictionary, which has no types of its own


def fullfoer(dokument: Any, pdf: pydyf.PDF) -> None:
    """Finish `pdf`, which WeasyPrint has built of `dokument` and not written yet: its `finisher`."""
    rot = slaa_opp(pdf, pdf.catalog["StructTreeRoot"])
    samle_tabeller(dokument, pdf)
    elementer = list(_treet(pdf, rot, i_hode=False))
    for element, i_hode in elementer:
        if element["S"] == "/TH":
            element["A"].setdefault("Scope", "/Column" if i_hode else "/Row")
        elif element["S"] == "/L":
            _merk_liste(pdf, element)
    _gi_navnetre(rot, [element for element, _ in elementer])
    _gjoer_til_artefakter(pdf, rot, {element.number for element, _ in elementer})
    _si_hvor_lenker_leder(dokument)
    if "AF" in pdf.catalog:  # each file that lies inside is told of once; WeasyPrint does so twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    metadata = slaa_opp(pdf, pdf.catalog["Metadata"])
    metadata.stream = [metadata.stream[0].replace(b"</rdf:RDF>", PDFUA.encode())]


def _treet(pdf: pydyf.PDF, element: Element, i_hode: bool) -> Iterator[tuple[Any, bool]]:
    """Every structure element below this one, in reading order, and whether it stands in a table's head."""
    for barn in barna(pdf, element):
        yield barn, i_hode
        yield from _treet(pdf, barn, i_hode or barn["S"] == "/THead")


def _merk_liste(pdf: pydyf.PDF, liste: Element) -> None:
    """Say how a list is numbered; one where every entry is a link within the document is its table of contents."""
    punkter = list(barna(pdf, liste))
    innmat = [(punkt, delen) for punkt in punkter for delen in barna(pdf, punkt)]
    if punkter and all(_leder_innad(pdf, delen) for _, delen in innmat):
        liste["S"] = "/TOC"
        for punkt, delen in innmat:
            punkt["S"], delen["S"] = "/TOCI", "/Reference"
    else:
        har_tegn = any(delen["S"] == "/Lbl" for _, delen in innmat)
        liste["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/Disc" if har_tegn else "/None"})


def _leder_innad(pdf: pydyf.PDF, element: Element) -> bool:
    lenker = [under for under, _ in _treet(pdf, element, i_hode=False) if under["S"] == "/Link"]
    vedlegg = [slaa_opp(pdf, barn) for lenke in lenker for barn in lenke["K"] if isinstance(barn, bytes)]
    maal = [slaa_opp(pdf, ett["Obj"]) for ett in vedlegg if ett.get("Type") == "/OBJR"]
    return bool(maal) and all("Dest" in ett for ett in maal)


def _gi_navnetre(rot: Element, elementer: list[Any]) -> None:
    """Let structure be found by its names, which the cells of tables use to point to their heads."""
    navn = sorted((element["ID"].data, element) for element in elementer if "ID" in element)
    if navn:
        par = [del_ for data, element in navn for del_ in (data, element.reference)]
        rot["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(par)})


def _gjoer_til_artefakter(pdf: pydyf.PDF, rot: Element, i_treet: set[int]) -> None:
    """Make artifacts of the text in the margins. WeasyPrint marks it as text, and hangs it nowhere in the tree."""
    loese = [
        ett
        for ett in pdf.objects
        if isinstance(ett, pydyf.Dictionary) and ett.get("Type") == "/StructElem" and ett.number not in i_treet
    ]
    borte: dict[bytes, set[int]] = {}
    for element in loese:
        borte.setdefault(element["Pg"], set()).update(barn for barn in element["K"] if isinstance(barn, int))
    for side, numre in borte.items():
        innhold = slaa_opp(pdf, slaa_opp(pdf, side)["Contents"]).stream
        for i, ord_ in enumerate(innhold):
            if isinstance(ord_, dict) and ord_.get("MCID") in numre:
                innhold[i - 1], innhold[i] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
    referanser = {element.reference for element in loese}
    for oppslag in slaa_opp(pdf, rot["ParentTree"])["Nums"]:
        if isinstance(oppslag, list):
            oppslag[:] = ["null" if referanse in referanser else referanse for referanse in oppslag]
    for element in loese:
        element.clear()


def _si_hvor_lenker_leder(dokument: Any) -> None:
    """Give each link the words that stand in it, in place of the name of its target; one that leads out of the
    document says where to as well."""
    for side in dokument.pages:
        for slag, maal, _, boks in side.links:
            if slag in ("internal", "external"):
                ord_ = " ".join("".join(boks.element.itertext()).replace("\u200b", "").split())
                boks.link_annotation["Contents"] = pydyf.String(
                    f"{ord_}, {maal}" if slag == "external" and ord_ != maal else ord_
                )

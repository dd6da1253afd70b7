"""Checks that a PDF is written as PDF/UA-1 and PDF/A-3a ask, as far as a program can tell. No full validator.

`feil(data)` gives one sentence for each thing that is wrong, and nothing for a document that is as it should be.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Pdf

from .pdfsider import sidenes_feil, skriftenes_feil
from .pdfstruktur import strukturens_feil
from .pdfvedlegg import vedleggenes_feil


def feil(data: bytes, spraak: str = "nb", vedlegg: tuple[str, ...] = ()) -> list[str]:
    """Everything that is wrong with the document, in no particular order; an empty list when nothing is. `vedlegg` are
    the names of the files that are to lie inside it, and no other may."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            *_dokumentet(pdf, spraak),
            *_metadata(pdf),
            *strukturens_feil(pdf),
            *sidenes_feil(pdf),
            *skriftenes_feil(pdf),
            *vedleggenes_feil(pdf, vedlegg),
        ]


def _dokumentet(pdf: Pdf, spraak: str) -> Iterator[str]:
    rot = pdf.Root
    if not rot.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "Dokumentet er ikke merket (MarkInfo)."
    if str(rot.get("/Lang", "")) != spraak:
        yield f"Språket er ikke {spraak}."
    if not rot.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "Tittelen vises ikke i vinduet (DisplayDocTitle)."
    if [str(maal.S) for maal in rot.get("/OutputIntents", [])] != ["/GTS_PDFA1"]:
        yield "Fargerommet for PDF/A mangler."
    if "/ID" not in pdf.trailer:
        yield "Filen har ingen kjennetegn (ID)."
    if pdf.is_encrypted or "/OpenAction" in rot or "/JavaScript" in rot.get("/Names", Dictionary()):
        yield "Filen er kryptert eller gjør noe selv."


def _metadata(pdf: Pdf) -> Iterator[str]:
    raa = pdf.Root.Metadata.read_bytes()
    if raa.count(b"<rdf:RDF") != 1 or raa.count(b"</rdf:RDF>") != 1:
        yield "Metadata har ikke nøyaktig én RDF-blokk."
    if b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<" not in raa:
        yield "PDF/UA-merket er ikke beskrevet for PDF/A."
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        merker = {navn: xmp.get(navn) for navn in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")}
        tittel = xmp.get("dc:title")
    if merker != {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}:
        yield f"Merkene i metadata er {merker}."
    if not tittel or str(pdf.docinfo.get("/Title", "")) != str(tittel):
        yield "Tittelen mangler eller er ikke den samme begge steder."

"""Pure: a PDF's pages as pictures, and where its places are. The only room that knows PDFium.

A page is drawn as a PNG with a few colours: sharp letters, a third of the size of one with all colours.
"""

from collections import defaultdict
from ctypes import byref, c_float, c_int, c_long, create_string_buffer
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from threading import Lock

import pypdfium2
from PIL import Image
from pypdfium2 import raw

BREDDE = 900  # px: twice the width of a pane beside the writing, for screens with small pixels
_HOEYEST = 3  # times the width: a page that is taller is drawn narrower
_FARGER = 64

_EN_OM_GANGEN = Lock()  # PDFium must not be asked by two threads at once


@dataclass(frozen=True)
class Sted:
    """A place that a link inside the PDF can lead to: its name, and how far down its page it is, in thousandths."""

    navn: str
    promille: int


@dataclass(frozen=True)
class Overskrift:
    """A heading that is a bookmark in the PDF, and its level, from 0."""

    tekst: str
    nivaa: int


@dataclass(frozen=True)
class Pdfside:
    """One page: its number, from 1, the size of its picture in px, and the places and the headings on it."""

    nr: int
    bredde: int
    hoeyde: int
    steder: tuple[Sted, ...] = ()
    overskrifter: tuple[Overskrift, ...] = ()


def les_sider(pdf: bytes) -> tuple[Pdfside, ...]:
    """Give all the pages of a PDF. Raises ValueError for what is none."""
    with _EN_OM_GANGEN, _aapnet(pdf) as dokument:
        steder, overskrifter = _steder(dokument), _overskrifter(dokument)
        maal = [_maal(*dokument.get_page_size(indeks)) for indeks in range(len(dokument))]
    return tuple(
        Pdfside(nr, bredde, hoeyde, tuple(steder[nr]), tuple(overskrifter[nr]))
        for nr, (_, bredde, hoeyde) in enumerate(maal, start=1)
    )


def sidebilde(pdf: bytes, nr: int) -> bytes:
    """Give one page as a PNG, of the size that `les_sider` says. Raises ValueError for what is no PDF, IndexError for
    a page that it does not have."""
    with _EN_OM_GANGEN, _aapnet(pdf) as dokument:
        if not 1 <= nr <= len(dokument):
            raise IndexError(nr)
        bilde = _tegn(dokument, nr)
    fil = BytesIO()
    bilde.save(fil, "PNG")
    return fil.getvalue()


def _aapnet(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as feil:
        raise ValueError("Dette er ikke en PDF.") from feil


def _maal(bredde: float, hoeyde: float) -> tuple[float, int, int]:
    """How much a page of this size in points is enlarged, and the size of its picture, as PDFium rounds it."""
    skala = BREDDE / max(bredde, hoeyde / _HOEYEST)
    return skala, ceil(bredde * skala), ceil(hoeyde * skala)


def _tegn(dokument: pypdfium2.PdfDocument, nr: int) -> Image.Image:
    side = dokument[nr - 1]
    try:
        kart = side.render(scale=_maal(*side.get_size())[0])
        try:
            return kart.to_pil().quantize(_FARGER, method=Image.Quantize.FASTOCTREE)
        finally:
            kart.close()
    finally:
        side.close()


def _steder(dokument: pypdfium2.PdfDocument) -> defaultdict[int, list[Sted]]:
    """The named places by their page's number, from the top down."""
    funnet: defaultdict[int, list[Sted]] = defaultdict(list)
    for indeks in range(raw.FPDF_CountNamedDests(dokument)):
        navn, maal = _navngitt(dokument, indeks)
        side = raw.FPDFDest_GetDestPageIndex(dokument, maal) if maal else -1
        if side >= 0:
            funnet[side + 1].append(Sted(navn, _promille(maal, dokument.get_page_size(side)[1])))
    for steder in funnet.values():
        steder.sort(key=lambda sted: (sted.promille, sted.navn))
    return funnet


def _overskrifter(dokument: pypdfium2.PdfDocument) -> defaultdict[int, list[Overskrift]]:
    """The bookmarks by their page's number, in their order."""
    funnet: defaultdict[int, list[Overskrift]] = defaultdict(list)
    for bokmerke in dokument.get_toc():
        maal = bokmerke.get_dest()
        side = maal.get_index() if maal else None
        if side is not None:
            funnet[side + 1].append(Overskrift(bokmerke.get_title(), bokmerke.level))
    return funnet


def _navngitt(dokument: pypdfium2.PdfDocument, indeks: int) -> tuple[str, "raw.FPDF_DEST"]:
    lengde = c_long()
    raw.FPDF_GetNamedDest(dokument, indeks, None, byref(lengde))
    navn = create_string_buffer(max(lengde.value, 0))
    maal = raw.FPDF_GetNamedDest(dokument, indeks, navn, byref(lengde))
    return navn.raw.decode("utf-16-le", "replace").rstrip("\0"), maal


def _promille(maal: "raw.FPDF_DEST", hoeyde: float) -> int:
    har_x, har_y, har_zoom = c_int(), c_int(), c_int()
    x, y, zoom = c_float(), c_float(), c_float()
    raw.FPDFDest_GetLocationInPage(maal, byref(har_x), byref(har_y), byref(har_zoom), byref(x), byref(y), byref(zoom))
    ned = 1 - y.value / hoeyde if har_y.value else 0
    return min(max(round(1000 * ned), 0), 1000)

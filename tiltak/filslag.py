"""Pure: the kinds of file that may be kept with a measure, each known by its content and not by its name alone."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from .dokument.zipregister import registeret_er_for_stort, registeret_er_helt

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_PDF_BEGYNNER_INNEN = 1024  # readers allow some bytes before it
_LENGSTE_MIMETYPE = 200
# What reading a part of a zip may end in, where the part is torn or made to be.
_ULESELIG = (BadZipFile, zlib.error, LZMAError, OSError, EOFError, RuntimeError, ValueError, OverflowError)
_MED_MAKROER = "vbaproject.bin"
# What no text holds, and what every other kind of file here does: all control characters but these.
_STYRETEGN = bytes(set(range(32)) - set(b"\t\n\r\f\x1a"))


@dataclass(frozen=True)
class Filslag:
    """What people call it, what it is served as, and whether bytes are of this kind."""

    navn: str
    innholdstype: str
    passer: Callable[[bytes], bool]


def endelsen(filnavn: str) -> str:
    """The end of a file's name as the table has it: "jpg" for "Bilde.JPEG"; empty when it has none."""
    navn, punktum, ende = filnavn.rpartition(".")
    ende = ende.strip().lower() if navn and punktum else ""
    return "jpg" if ende == "jpeg" else ende


def _begynner_med(*merker: bytes) -> Callable[[bytes], bool]:
    return lambda innhold: innhold.startswith(merker)


def _er_pdf(innhold: bytes) -> bool:
    return b"%PDF-" in innhold[:_PDF_BEGYNNER_INNEN]


def _ooxml(mappe: str) -> Callable[[bytes], bool]:
    """A Word, Excel or PowerPoint file, whose parts lie in `mappe`, without macros."""

    def passer(innhold: bytes) -> bool:
        navn = [navn.lower() for navn in _delene(innhold)]
        har_makroer = any(ett.endswith(_MED_MAKROER) for ett in navn)
        return "[content_types].xml" in navn and any(ett.startswith(mappe) for ett in navn) and not har_makroer

    return passer


def _odf(slag: str) -> Callable[[bytes], bool]:
    """A LibreOffice file, which says in a part of its own what it is."""

    def passer(innhold: bytes) -> bool:
        if "mimetype" not in _delene(innhold):
            return False
        try:
            with ZipFile(BytesIO(innhold)) as pakke, pakke.open("mimetype") as del_:
                return del_.read(_LENGSTE_MIMETYPE).strip() == f"{_ODF}{slag}".encode()
        except _ULESELIG:
            return False

    return passer


def _delene(innhold: bytes) -> list[str]:
    """The names of the parts of a zip; none when it is no whole zip, or has more of them than any document."""
    if not innhold.startswith(b"PK") or not registeret_er_helt(innhold) or registeret_er_for_stort(innhold):
        return []
    try:
        with ZipFile(BytesIO(innhold)) as pakke:
            return pakke.namelist()
    except _ULESELIG:
        return []


def _er_tekst(innhold: bytes) -> bool:
    return not innhold.startswith(b"%PDF-") and innhold.translate(None, _STYRETEGN) == innhold


FILSLAG: dict[str, Filslag] = {
    "pdf": Filslag("PDF", "application/pdf", _er_pdf),
    "docx": Filslag("Word", f"{_OOXML}wordprocessingml.document", _ooxml("word/")),
    "xlsx": Filslag("Excel", f"{_OOXML}spreadsheetml.sheet", _ooxml("xl/")),
    "pptx": Filslag("PowerPoint", f"{_OOXML}presentationml.presentation", _ooxml("ppt/")),
    "odt": Filslag("LibreOffice-tekst", f"{_ODF}text", _odf("text")),
    "ods": Filslag("LibreOffice-regneark", f"{_ODF}spreadsheet", _odf("spreadsheet")),
    "png": Filslag("bilde", "image/png", _begynner_med(b"\x89PNG\r\n\x1a\n")),
    "jpg": Filslag("bilde", "image/jpeg", _begynner_med(b"\xff\xd8\xff")),
    "txt": Filslag("tekst", "text/plain", _er_tekst),
    "csv": Filslag("CSV", "text/csv", _er_tekst),
}

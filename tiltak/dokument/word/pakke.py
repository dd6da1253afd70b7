"""The zip that a Word file is: opened closed and bounded, and only the parts that are read are unpacked.

A zip's directory can lie, so sizes are bounded twice: by what the directory says, and by what comes out.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from tiltak.dokument.fil import UlesbartDokument
from tiltak.dokument.word.xml import Element, les_xml
from tiltak.dokument.zipregister import registeret_er_for_stort, registeret_er_helt

MAKS_DELER = 3_000  # a plan with a picture on each of its pages has some hundred
MAKS_UTPAKKET = 300_000_000  # what the directory may promise: pictures are counted, but never unpacked
MAKS_DEL = 20_000_000  # of one part that is read: the text of two hundred pages is about two megabytes

_FEIL = (  # what zipfile raises on a broken zip
    zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, RuntimeError, OverflowError, MemoryError,
)  # fmt: skip
_ANDRE_SLAG = {  # by the folder that the document itself lies in
    "xl": "et regneark (.xlsx)",
    "ppt": "en presentasjon (.pptx)",
}

_OEDELAGT = "Word-filen er ødelagt eller ikke lastet helt ned. Åpne den i Word, lagre den på nytt og prøv igjen."
_FOR_STOR = (
    "Word-filen er mye større utpakket enn en plan kan være. Lagre den på nytt i Word uten bilder og prøv igjen."
)
_LAAST = "Word-filen er låst med passord. Fjern passordet i Word, lagre og prøv igjen."
_IKKE_WORD = "Filen er en zip-fil uten noe Word-dokument i. Velg selve plandokumentet."
_ANNET = "Filen er {}, ikke et Word-dokument. Lagre planen som Word-dokument (.docx) og prøv igjen."
_EMNE = "{http://purl.org/dc/elements/1.1/}subject"


class Pakke:
    """An open Word file. `dokument` is its text; `del_(slag)` gives one of the parts that the text points to."""

    def __init__(self, innhold: bytes) -> None:
        """Open the zip. Raises UlesbartDokument for what is broken, locked, too large, or no Word file."""
        if not registeret_er_helt(innhold):
            raise UlesbartDokument(_OEDELAGT)
        if registeret_er_for_stort(innhold):
            raise UlesbartDokument(_FOR_STOR)
        try:
            self._zip = zipfile.ZipFile(BytesIO(innhold))
            poster = self._zip.infolist()
        except _FEIL:
            raise UlesbartDokument(_OEDELAGT) from None
        if len(poster) > MAKS_DELER or sum(post.file_size for post in poster) > MAKS_UTPAKKET:
            raise UlesbartDokument(_FOR_STOR)
        self._poster = {post.filename.lower().lstrip("/"): post for post in poster}
        navn = self._finn_dokumentet()
        self.dokument = self._les(navn)
        self._deler = list(self._pekere(navn))

    def del_(self, slag: str) -> Element | None:
        """The part of this kind ("styles", "numbering", "footnotes" …), or None where the document has none."""
        return next(self.deler(slag), None)

    def deler(self, slag: str) -> Iterator[Element]:
        """All parts of this kind, each once: a document may have several "header" and "footer"."""
        for navn in dict.fromkeys(maal for ett, maal in self._deler if ett == slag):
            if navn in self._poster:
                yield self._les(navn)

    def emnet(self) -> str:
        """What the file says is its subject, "" where it says nothing."""
        navn = dict(self._pekere("")).get("core-properties", "")
        return (self._les(navn).findtext(_EMNE) or "") if navn in self._poster else ""

    def _finn_dokumentet(self) -> str:
        if "mimetype" in self._poster:
            raise UlesbartDokument(_ANNET.format("et OpenDocument-dokument (.odt eller lignende)"))
        navn = dict(self._pekere("")).get("officeDocument", "word/document.xml")
        slag = _ANDRE_SLAG.get(navn.partition("/")[0])
        if slag:
            raise UlesbartDokument(_ANNET.format(slag))
        if navn not in self._poster:
            raise UlesbartDokument(_IKKE_WORD)
        return navn

    def _pekere(self, navn: str) -> Iterator[tuple[str, str]]:
        """What a part (or "", the package) points to: (kind, name). The type's last word is its kind."""
        mappe, fil = posixpath.split(navn)
        pekere = posixpath.join(mappe, "_rels", f"{fil}.rels")
        if pekere not in self._poster:
            return
        for peker in self._les(pekere):
            if peker.get("TargetMode") != "External":
                maal = posixpath.normpath(posixpath.join("/", mappe, peker.get("Target", "")))
                yield peker.get("Type", "").rpartition("/")[2], maal.lstrip("/").lower()

    def _les(self, navn: str) -> Element:
        """Unpack and parse one part."""
        post = self._poster[navn]
        if post.flag_bits & 0x1:
            raise UlesbartDokument(_LAAST)
        if post.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UlesbartDokument(_OEDELAGT)  # Word writes no other, and their unpacking has no bound
        if post.file_size > MAKS_DEL:
            raise UlesbartDokument(_FOR_STOR)
        try:
            with self._zip.open(post) as fil:
                data = fil.read(MAKS_DEL + 1)
        except _FEIL:
            raise UlesbartDokument(_OEDELAGT) from None
        if len(data) > MAKS_DEL:
            raise UlesbartDokument(_FOR_STOR)
        return les_xml(data)

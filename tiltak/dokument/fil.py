"""From the bytes of a file to lines of clean text, or one sentence that says why not."""

from aktivitet.tekst import rens_tekst
from tiltak.dokument.plandokument import Filslag

MAKS_BYTES = 30_000_000  # of any file: a Word file with pictures may be 20 MB
MAKS_BYTES_TEKST = 5_000_000  # the plan at hand is 15 kB; a thousand measures are under half a megabyte
MAKS_LINJER = 50_000  # a plan of two hundred pages has about ten thousand
MAKS_CELLER = 12  # what stands after the twelfth tab of a line is one cell

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of older Office programs, and of encrypted documents
_ANDRE_FILSLAG = {b"%PDF": "en PDF", b"{\\rtf": "et RTF-dokument"}
WORDS_KULEPUNKT = str.maketrans({"\uf0b7": "•", "\uf0a7": "•"})  # the bullets of Word's own fonts


class UlesbartDokument(Exception):
    """The document cannot be read. `setning` is one Norwegian sentence or two: what is wrong, and what to do."""

    def __init__(self, setning: str) -> None:
        super().__init__(setning)
        self.setning = setning


def sjekk_filen(innhold: bytes) -> Filslag:
    """Tell by its content which kind of file `innhold` is, whatever its name says.

    A zip is taken for a Word file; whether it is one, its reader finds out. Raises UlesbartDokument for what is too
    large for any plan, and for the kinds that we know and do not read.
    """
    if len(innhold) > MAKS_BYTES:
        mb = MAKS_BYTES // 1_000_000
        raise UlesbartDokument(f"Filen er på over {mb} MB. Velg selve plandokumentet, eller gjør bildene mindre.")
    if innhold.startswith(_ZIP):
        return Filslag.WORD
    for start, slag in _ANDRE_FILSLAG.items():
        if innhold.startswith(start):
            raise UlesbartDokument(
                f"Filen er {slag}. Lagre planen som Word-dokument (.docx) eller ren tekst (.txt) og prøv igjen."
            )
    if innhold.startswith(_OLE):
        raise UlesbartDokument(_hvilket_gammelt(innhold))
    return Filslag.TEKST


def les_fil(innhold: bytes) -> list[str]:
    """Decode `innhold` and give its lines, cleaned cell by cell, with the tabs between the cells in place.

    Raises UlesbartDokument for what is empty, too large, not text, or not UTF-8.
    """
    if len(innhold) > MAKS_BYTES_TEKST:
        raise UlesbartDokument(f"Filen er på over {MAKS_BYTES_TEKST // 1_000_000} MB. Velg selve plandokumentet.")
    try:
        tekst = innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UlesbartDokument(
            "Filen er ikke lagret med tegnkodingen UTF-8. Lagre den som ren tekst med UTF-8 og prøv igjen."
        ) from None
    if not tekst.strip():
        raise UlesbartDokument("Filen er tom. Velg filen som planen står i.")
    if "\0" in tekst:
        raise UlesbartDokument("Filen er ikke ren tekst. Lagre den som ren tekst (.txt) med UTF-8 og prøv igjen.")
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").translate(WORDS_KULEPUNKT)
    if tekst.count("\n") >= MAKS_LINJER:
        raise UlesbartDokument("Filen har over 50 000 linjer. Velg selve plandokumentet.")
    return [_rens(linje) for linje in tekst.split("\n")]


def _hvilket_gammelt(innhold: bytes) -> str:
    """The names of the parts inside the container tell what it holds."""
    if "EncryptedPackage".encode("utf-16-le") in innhold:
        return "Dokumentet er låst med passord. Fjern passordet i Word, lagre og prøv igjen."
    if "WordDocument".encode("utf-16-le") in innhold:
        return "Filen er lagret i det gamle Word-formatet (.doc). Lagre den som .docx i Word og prøv igjen."
    return "Filen er fra et eldre kontorprogram. Lagre planen som Word-dokument (.docx) og prøv igjen."


def _rens(linje: str) -> str:
    # A line or page break of Word inside a line is layout, like the end of the line itself.
    return "\t".join(rens_tekst(celle).replace("\n", " ") for celle in linje.split("\t", MAKS_CELLER))

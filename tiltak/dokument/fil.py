"""From the bytes of a file to lines of clean text, or one sentence that says why not."""

from aktivitet.tekst import rens_tekst

MAKS_BYTES = 5_000_000  # the plan at hand is 15 kB; a thousand measures are under half a megabyte
MAKS_LINJER = 50_000  # a plan of two hundred pages has about ten thousand
MAKS_CELLER = 12  # what stands after the twelfth tab of a line is one cell

_KJENTE_FILSLAG = {b"PK\x03\x04": "et Word-dokument", b"\xd0\xcf\x11\xe0": "et Word-dokument", b"%PDF": "en PDF"}
_WORDS_KULEPUNKT = str.maketrans({"\uf0b7": "•", "\uf0a7": "•"})  # the bullets of Word's own fonts


class UlesbartDokument(Exception):
    """The document cannot be read. `setning` is one Norwegian sentence or two: what is wrong, and what to do."""

    def __init__(self, setning: str) -> None:
        super().__init__(setning)
        self.setning = setning


def les_fil(innhold: bytes) -> list[str]:
    """Decode `innhold` and give its lines, cleaned cell by cell, with the tabs between the cells in place.

    Raises UlesbartDokument for what is empty, too large, not text, or not UTF-8.
    """
    if len(innhold) > MAKS_BYTES:
        raise UlesbartDokument(f"Filen er på over {MAKS_BYTES // 1_000_000} MB. Velg selve plandokumentet.")
    for start, slag in _KJENTE_FILSLAG.items():
        if innhold.startswith(start):
            raise UlesbartDokument(f"Filen er {slag}, ikke ren tekst. Lagre den som ren tekst (.txt) og prøv igjen.")
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
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").translate(_WORDS_KULEPUNKT)
    if tekst.count("\n") >= MAKS_LINJER:
        raise UlesbartDokument("Filen har over 50 000 linjer. Velg selve plandokumentet.")
    return [_rens(linje) for linje in tekst.split("\n")]


def _rens(linje: str) -> str:
    # A line or page break of Word inside a line is layout, like the end of the line itself.
    return "\t".join(rens_tekst(celle).replace("\n", " ") for celle in linje.split("\t", MAKS_CELLER))

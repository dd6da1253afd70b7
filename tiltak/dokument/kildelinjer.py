"""The lines of a plan document as they were read: what is pointed out can be shown as it stands in the file."""

from tiltak.dokument.fil import les_fil
from tiltak.dokument.planjson import er_planjson

TEKST, WORD, JSON = "tekst", "word", "json"

# What the place is counted in, by the kind of file. A JSON file has no lines that anybody reads.
ENHETER = {TEKST: "linje", WORD: "avsnitt"}


def kildelinjer(innhold: bytes) -> tuple[str, list[str]]:
    """Give the kind of file, and its lines: number n, as a Merknad or a Tiltak names it, is element n - 1.

    Raises UlesbartDokument for what `les_dokument` would refuse as a file.
    """
    if er_planjson(innhold):
        return JSON, []
    return TEKST, les_fil(innhold)

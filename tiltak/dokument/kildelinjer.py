"""The lines of a plan document as they were read: what is pointed out can be shown as it stands in the file."""

from tiltak.dokument.fil import les_fil, sjekk_filen
from tiltak.dokument.plandokument import Filslag
from tiltak.dokument.planjson import er_planjson
from tiltak.dokument.word import aapne_word, les_word


def kildelinjer(innhold: bytes) -> tuple[str, list[str]]:
    """Give the kind of file, and its lines: number n, as a Merknad or a Tiltak names it, is element n - 1.

    The cells of a table's row are set apart by tabs. Raises UlesbartDokument for what `les_dokument` would refuse as
    a file.
    """
    if er_planjson(innhold):
        return Filslag.JSON, []  # it has no lines that anybody reads
    if sjekk_filen(innhold) is not Filslag.WORD:
        return Filslag.TEKST, les_fil(innhold)
    linjer = {linje.nr: "\t".join(linje.celler) or linje.tekst for linje in les_word(aapne_word(innhold))[0]}
    return Filslag.WORD, [linjer.get(nr, "") for nr in range(1, max(linjer, default=0) + 1)]


def enhet(slag: str) -> str:
    """What a place is counted in, in a file of this kind: "linje" or "avsnitt"; "" where there is nothing to count."""
    return Filslag(slag).enhet

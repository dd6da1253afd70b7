"""A Norwegian text as the short name in an address or of a file."""

from django.utils.text import slugify

LENGSTE = 70
_I_ADRESSER = str.maketrans({"ø": "o", "æ": "ae", "–": "-", "—": "-", "/": "-"})


def kortnavn(tekst: str) -> str:
    """Give `tekst` in a-z, digits and hyphens: "Årsmøte 2026/27" is "arsmote-2026-27". Empty when nothing is left."""
    return slugify(tekst.lower().translate(_I_ADRESSER))[:LENGSTE].strip("-_")

"""What several patterns are made from: years, days, months and numbers as the normal form writes them."""

from aktivitet.kalender import MAANEDSNAVN

from ..aarene import BESTEMTE, Aar
from ..regel import GANGER_I_AARET

AARET = "((?:19|2[01])[0-9]{2})"
ANDRE_AARET = "((?:19|2[01])[0-9]{2}|[0-9]{2})"  # the last of two, perhaps cut short: "2026/27"
DAGEN = "([0-9]{1,2})"
EN_MAANED = "|".join(MAANEDSNAVN)
MAANEDEN = f"({EN_MAANED})"
AARSTIDER = {"vinter": "vinter", "vår": "vaar", "sommer": "sommer", "høst": "hoest"}
AARSTIDEN = f"({'|'.join(AARSTIDER)})"
TIL = "(?:-|til(?: og med)?)"
INNEN = "(?:ferdig )?(?:innen|senest(?: innen)?|(?:med )?frist|per)(?: den)?"
UTGANGEN = "(?:innen|ved|før|senest(?: ved| innen)?) utgangen av"

TALLORD = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "åtte": 8, "ti": 10, "tolv": 12, "fjorten": 14}
ANTALL = f"([0-9]{{1,3}}|{'|'.join(TALLORD)})"


def bestemt(*aar: str) -> Aar:
    return Aar(BESTEMTE, tuple(map(int, aar)))


def sluttaar(fra: str, til: str) -> int:
    """The last of two years, whole or cut short."""
    return int(til) if len(til) == 4 else int(fra[:2] + til)


def maaned_nr(navn: str) -> int:
    return MAANEDSNAVN.index(navn) + 1


def antallet(tekst: str) -> int:
    """ "2" and "to" alike."""
    return TALLORD.get(tekst) or int(tekst)


def ganger_i_aaret(tekst: str) -> int:
    """How many times a year. Raises ValueError for a number that does not spread evenly over the months."""
    if antallet(tekst) not in GANGER_I_AARET:
        raise ValueError(tekst)
    return antallet(tekst)

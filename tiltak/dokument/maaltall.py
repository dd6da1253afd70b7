"""The target of an overall goal, read only where the wording states it."""

import re

TALLORD = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "elve": 11, "tolv": 12,
}  # fmt: skip
ETT = {"en": 1, "én": 1, "ei": 1, "ein": 1, "éin": 1, "ett": 1, "ét": 1, "eitt": 1}

_ANTALL = re.compile(
    rf"\b(?P<tall>{'|'.join([*TALLORD, *ETT])}|[1-9][0-9]{{0,2}})\s+(?:\w{{1,30}}\s+)?"
    r"(?:\w{0,30}representant|mandat)(?:er|ar)?\b",
    re.IGNORECASE,
)
_PER_VALGKRETS = re.compile(r"\b(?:hver|kvar)(?:\s+av)?\s+(?:valg|val)?krets", re.IGNORECASE)
_VALG = re.compile(
    r"\b(?P<slag>stortings|fylkestings|kommunestyre|kommune)valg?(?:et)?\s+(?:i\s+)?(?P<aar>20[0-9][0-9])\b",
    re.IGNORECASE,
)


def les_maaltall(tekst: str) -> tuple[int | None, bool, str | None, int | None]:
    """Give (antall, per_valgkrets, valg, valgaar) of a goal's wording.

    "minst en representant fra hver valgkrets ved stortingsvalget 2025" -> (1, True, "stortingsvalg", 2025).
    An election counts only with its year, a number only of representatives or seats; what is not said is None.
    """
    antall = _ANTALL.search(tekst)
    valg = _VALG.search(tekst)
    tall = antall["tall"].lower() if antall else ""
    slag = {"kommune": "kommunestyre"}.get(valg["slag"].lower(), valg["slag"].lower()) if valg else ""
    return (
        (TALLORD | ETT).get(tall) or int(tall) if tall else None,
        bool(antall and _PER_VALGKRETS.search(tekst)),
        f"{slag}valg" if valg else None,
        int(valg["aar"]) if valg else None,
    )

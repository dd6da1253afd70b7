"""The parts of a year: months, seasons, quarters, half-years; and the small words between everything."""

import re
from collections.abc import Callable

from ..aarsdel import Del
from ..aarstider import AARSTIDER as MAANEDER_I
from ..aarstider import Aarstid
from ..atomer import FULLT, FYLL, GJENTATT, OG, STREK, TID, Atom
from ..perioder import Halvaar, Heleaar, Kvartal, Maaned, Maaneder, Tertial
from .biter import (
    AARET,
    AARSTIDEN,
    AARSTIDER,
    ANDRE_AARET,
    EN_MAANED,
    MAANEDEN,
    TIL,
    bestemt,
    maaned_nr,
    sluttaar,
)

RUNDT = "(?:ved|rundt|omkring|over)"


def _numre(slag: Callable[[int], Del], tekst: str) -> Atom:
    """ "1 og 3" of half-years, tertials or quarters."""
    return Atom(TID, tuple(slag(int(nr)) for nr in re.findall("[0-9]+", tekst)))


def _kvartaler(fra: str, til: str) -> Atom:
    """ "1.–3. kvartal": one window."""
    return Atom(TID, (Maaneder(3 * int(fra) - 2, 3 * int(til)),))


def _nabokvartaler(fra: str, til: str) -> Atom:
    """ "3./4. kvartal" is one window; "1./3. kvartal" may mean either, and is not read."""
    if int(til) != int(fra) + 1:
        raise ValueError(til)
    return _kvartaler(fra, til)


def _maaneder(fra: int, til: int) -> Atom:
    """Months in a row. Over New Year only where no year is named: "desember–januar 2026" may be either."""
    over = til < fra
    return Atom(TID, (Maaneder(fra, til, int(over)),), krever=GJENTATT if over else "")


def _skraastrek(maaneder: str) -> Atom:
    """ "februar/mars": months in a row are one window. Others ("mars/oktober") may mean either, and are not read."""
    numre = [maaned_nr(navn) for navn in maaneder.split(" / ")]
    if [nr % 12 for nr in numre[1:]] != [(nr + 1) % 12 for nr in numre[:-1]]:
        raise ValueError(maaneder)
    return _maaneder(numre[0], numre[-1])


def _over_nyttaar(fra: int, fra_aar: str, til: int, til_aar: str, bekreftes: bool = False) -> Atom:
    """ "desember 2026–januar 2027"."""
    over = sluttaar(fra_aar, til_aar) - int(fra_aar)
    return Atom(FULLT, (Maaneder(fra, til, over),), bestemt(fra_aar), bekreftes=bekreftes)


def _naboer_over_nyttaar(fra: str, fra_aar: str, til: str, til_aar: str) -> Atom:
    """ "desember 2025/januar 2026". Others ("mars 2025/mars 2027") may mean either, and are not read."""
    if (int(fra_aar) * 12 + maaned_nr(fra)) + 1 != int(til_aar) * 12 + maaned_nr(til):
        raise ValueError(til)
    return _over_nyttaar(maaned_nr(fra), fra_aar, maaned_nr(til), til_aar)


def _ett_nyttaar(fra: int, til: int, fra_aar: str, til_aar: str, bekreftes: bool = False) -> Atom:
    """ "vinteren 2026/27": the two years have to be neighbours."""
    if sluttaar(fra_aar, til_aar) != int(fra_aar) + 1:
        raise ValueError(til_aar)
    return _over_nyttaar(fra, fra_aar, til, til_aar, bekreftes)


def _innen_nyttaar(fra_aar: str, til_aar: str) -> Atom:
    """ "innen årsskiftet 2026/27": all of the first of them."""
    _ett_nyttaar(12, 1, fra_aar, til_aar)  # raises when they are no neighbours
    return Atom(FULLT, (Heleaar(),), bestemt(fra_aar), innledet=True)


def _aarstid(navn: str) -> Atom:
    return Atom(TID, (Aarstid(AARSTIDER[navn]),), bekreftes=navn == "vinter")


def _aarstider(fra: str, til: str) -> Atom:
    """ "vår/sommer": seasons in a row are one window."""
    (_, fra_maaned, siste), (_, neste, til_maaned) = (MAANEDER_I[AARSTIDER[navn]] for navn in (fra, til))
    if neste != siste + 1:
        raise ValueError(til)
    return Atom(TID, (Maaneder(fra_maaned, til_maaned),), bekreftes=fra == "vinter")


def _fra_aarstid_til(fra: str, fra_aar: str, til: str, til_aar: str) -> Atom:
    """ "høsten 2026–våren 2027". A winter with a year of its own may be at either end of it, and is not read."""
    if "vinter" in (fra, til):
        raise ValueError(fra)
    return _over_nyttaar(MAANEDER_I[AARSTIDER[fra]][1], fra_aar, MAANEDER_I[AARSTIDER[til]][2], til_aar)


MOENSTRE: dict[str, Callable[..., Atom]] = {
    # over New Year
    f"vinter {AARET} (?:/|{TIL}) {ANDRE_AARET}": lambda fra, til: _ett_nyttaar(12, 2, fra, til),
    f"{RUNDT} årsskiftet {AARET} (?:/|{TIL}) {ANDRE_AARET}": lambda fra, til: _ett_nyttaar(12, 1, fra, til, True),
    f"(?:innen|før) årsskiftet {AARET} (?:/|{TIL}) {ANDRE_AARET}": _innen_nyttaar,
    "(?:innen|før) årsskiftet": lambda: Atom(TID, (Heleaar(),), krever=GJENTATT, innledet=True),
    f"{RUNDT} årsskiftet": lambda: Atom(TID, (Maaneder(12, 1, 1),), bekreftes=True, krever=GJENTATT),
    f"skoleåret {AARET} (?:/|{TIL}) {ANDRE_AARET}": lambda fra, til: _ett_nyttaar(8, 6, fra, til, True),
    f"{MAANEDEN} (?:/|{TIL}) {MAANEDEN} {AARET} / {ANDRE_AARET}": lambda fra, til, fra_aar, til_aar: _ett_nyttaar(
        maaned_nr(fra), maaned_nr(til), fra_aar, til_aar
    ),
    # months
    f"(?:fra )?{MAANEDEN} {AARET} {TIL} {MAANEDEN} {AARET}": lambda fra, fra_aar, til, til_aar: _over_nyttaar(
        maaned_nr(fra), fra_aar, maaned_nr(til), til_aar
    ),
    f"{MAANEDEN} {AARET} / {MAANEDEN} {AARET}": _naboer_over_nyttaar,
    f"(?:fra )?{MAANEDEN} {TIL} {MAANEDEN}": lambda fra, til: _maaneder(maaned_nr(fra), maaned_nr(til)),
    f"((?:{EN_MAANED})(?: / (?:{EN_MAANED}))+)": _skraastrek,
    MAANEDEN: lambda maaned: Atom(TID, (Maaned(maaned_nr(maaned)),)),
    # seasons
    f"(?:fra )?{AARSTIDEN} {AARET} {TIL} {AARSTIDEN} {AARET}": _fra_aarstid_til,
    f"{AARSTIDEN} [-/] {AARSTIDEN}": _aarstider,
    AARSTIDEN: _aarstid,
    # half-years, tertials, quarters
    "vårhalvåret": lambda: Atom(TID, (Halvaar(1),), bekreftes=True),
    "høsthalvåret": lambda: Atom(TID, (Halvaar(2),), bekreftes=True),
    "siste halvår": lambda: Atom(TID, (Halvaar(2),)),
    "siste tertial": lambda: Atom(TID, (Tertial(3),)),
    "siste kvartal": lambda: Atom(TID, (Kvartal(4),)),
    "([12](?: og [12])?) halvår": lambda tekst: _numre(Halvaar, tekst),
    "h ([12])": lambda tekst: _numre(Halvaar, tekst),
    "([1-3](?:(?: og)? [1-3]){0,2}) tertial": lambda tekst: _numre(Tertial, tekst),
    "(?:tertial|t) ([1-3])": lambda tekst: _numre(Tertial, tekst),
    f"([1-4]) {TIL} ([1-4]) kvartal": _kvartaler,
    "[qk] ([1-4]) - (?:[qk] )?([1-4])": _kvartaler,
    "([1-4]) / ([1-4]) kvartal": _nabokvartaler,
    "[qk] ([1-4]) / (?:[qk] )?([1-4])": _nabokvartaler,
    "([1-4](?:(?: og)? [1-4]){0,3}) kvartal": lambda tekst: _numre(Kvartal, tekst),
    "(?:q|k|kvartal) ([1-4])": lambda tekst: _numre(Kvartal, tekst),
    # small words
    "(?:i (?:løpet av )?)?årene|i løpet av|gjennom|utover|i|på|av|om": lambda: Atom(FYLL),
    "og": lambda: Atom(OG),
    "[-/]": lambda: Atom(STREK),
}

"""Pure: how much room words take in the documents' own font, reckoned so that what is said to fit always does.

No font is asked: a character is as wide as the widest of its kind, and one that the fonts lack is as wide as the
word that is printed in its place. Lines are filled word by word, as they are on the page, where hyphens only ever
make them fewer.
"""

from aktivitet.tekst import rens_linje

PUNKT = 25.4 / 72  # millimetres
VANLIG, FET, TITTEL = 1.0, 1.08, 1.3  # what the kind of letters adds: bold ones, and those of titles

_SMALE = frozenset("iIjl.,:;!|'’‘()[]{} \u00a0frt/\\-")
_BREDE = frozenset("mMwW@%‰—ÆŒæœ…™©®¼½¾∞ŉŴŵ")
_SOM_STORE = frozenset("&¶ßµĦ")
_SMAL, _MIDDELS, _STOR, _BRED, _ERSTATTET = 0.37, 0.58, 0.7, 1.02, 2.9
_KJENTE = 0x180  # past these the font has few letters
_TEGNSETTING = range(0x2010, 0x2040)


def bredde(tekst: str, punkter: float, *, vekt: float = VANLIG) -> float:
    """Reckon how wide `tekst` is in millimetres, in letters of so many points."""
    return sum(map(_tegnbredde, tekst)) * punkter * PUNKT * vekt


def antall_linjer(tekst: str, punkter: float, plass: float, *, vekt: float = VANLIG) -> int:
    """Reckon how many lines `tekst` fills where a line is `plass` millimetres. A word that is longer is divided."""
    linjer, brukt, mellomrom = 1, 0.0, bredde(" ", punkter, vekt=vekt)
    for ordet in tekst.split(" "):
        lengde = bredde(ordet, punkter, vekt=vekt)
        if brukt and brukt + mellomrom + lengde <= plass:
            brukt += mellomrom + lengde
            continue
        linjer += bool(brukt)
        # What a line of a divided word lacks in width is less than its widest letter.
        hele = int(lengde // (plass - bredde("—", punkter, vekt=vekt))) if lengde > plass else 0
        linjer += hele
        brukt = plass if hele else lengde
    return linjer


def avkortet(tekst: str, punkter: float, plass: float, linjer: int = 1, *, vekt: float = VANLIG) -> str:
    """Give `tekst` on one line of text, cut at a word with "…" where it would fill more than so many lines."""
    tekst = rens_linje(tekst)
    tegn = int(linjer * plass / (0.2 * punkter * PUNKT))  # no letter is that narrow
    kort = tekst[:tegn]
    if len(kort) == len(tekst) and antall_linjer(tekst, punkter, plass, vekt=vekt) <= linjer:
        return tekst
    gaar, for_lang = 0, len(kort) + 1
    while for_lang - gaar > 1:
        midt = (gaar + for_lang) // 2
        faar_plass = antall_linjer(f"{kort[:midt]}…", punkter, plass, vekt=vekt) <= linjer
        gaar, for_lang = (midt, for_lang) if faar_plass else (gaar, midt)
    kort = kort[:gaar]
    ved_ord = kort.rpartition(" ")[0]
    return f"{(ved_ord if 2 * len(ved_ord) > len(kort) else kort).rstrip(' ,.;:–-')}…"


def _tegnbredde(tegn: str) -> float:
    if tegn in _SMALE:
        return _SMAL
    if tegn in _BREDE:
        return _BRED
    if ord(tegn) >= _KJENTE and ord(tegn) not in _TEGNSETTING:
        return _ERSTATTET
    return _STOR if tegn.isupper() or tegn in _SOM_STORE else _MIDDELS

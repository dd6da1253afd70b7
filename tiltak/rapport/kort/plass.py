"""Pure: how much room words take in the documents' own font, reckoned so that what is said to fit always does.

No font is asked: a character is as wide as the widest of its kind. Lines are filled word by word, as they are on the
page, where hyphens only ever make them fewer.
"""

from collections.abc import Iterator

from aktivitet.tekst import rens_linje

PUNKT = 25.4 / 72  # millimetres
VANLIG, FET, TITTEL = 1.0, 1.08, 1.3  # what the kind of letters adds: bold ones, and those of titles

_TYNNE = frozenset(" \u00a0ijl.,:;'’‘")
_SMALE = frozenset("I!|()[]{}frt/\\-")
_LETTE = frozenset("acegksvxyzåäáàâéèêëç0123456789")
_BREDE = frozenset("mMwW@%‰—ÆŒæœ…™©®¼½¾∞ŉŴŵ")
_SOM_STORE = frozenset("&¶ßµĦ")
_TYNN, _SMAL, _LETT, _MIDDELS, _STOR, _BRED = 0.29, 0.37, 0.51, 0.58, 0.7, 1.02
_TEGNSETTING = range(0x2010, 0x2040)
_KJENTE = 0x180  # past these the fonts have few letters

# What becomes of a text before it is laid out (`pdf/skrift.py`): a sign that the fonts lack is a word in its place,
# and a word this long gets places to break.
ERSTATNING, LANGT_ORD, STYKKE = "[tegn]", 60, 40


def bredde(tekst: str, punkter: float, *, vekt: float = VANLIG) -> float:
    """Reckon how wide `tekst` is in millimetres, in letters of so many points."""
    return sum(map(_tegnbredde, _som_trykt(tekst))) * punkter * PUNKT * vekt


def antall_linjer(tekst: str, punkter: float, plass: float, *, vekt: float = VANLIG) -> int:
    """Reckon how many lines `tekst` fills where a line is `plass` millimetres. A word that is longer is divided."""
    linjer, brukt = 1, 0.0
    for ordet, mellomrom in _stykkene(_som_trykt(tekst)):
        luft = bredde(mellomrom, punkter, vekt=vekt)
        lengde = bredde(ordet, punkter, vekt=vekt)
        if brukt and brukt + luft + lengde <= plass:
            brukt += luft + lengde
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
    tegn = int(linjer * plass / (_TYNN * punkter * PUNKT)) + 1  # of the narrowest ones
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


def _som_trykt(tekst: str) -> str:
    return "".join(tegn if _er_kjent(tegn) else ERSTATNING for tegn in tekst)


def _er_kjent(tegn: str) -> bool:
    return ord(tegn) < _KJENTE or ord(tegn) in _TEGNSETTING or tegn in _BREDE


def _stykkene(tekst: str) -> Iterator[tuple[str, str]]:
    """What may stand on a line of its own, each with what parts it from the one before on the same line."""
    for nr, ordet in enumerate(tekst.split(" ")):
        lengde = STYKKE if len(ordet) >= LANGT_ORD else LANGT_ORD
        for fra in range(0, len(ordet) or 1, lengde):
            yield ordet[fra : fra + lengde], " " if nr and not fra else ""


def _tegnbredde(tegn: str) -> float:
    if tegn in _TYNNE:
        return _TYNN
    if tegn in _SMALE:
        return _SMAL
    if tegn in _LETTE:
        return _LETT
    if tegn in _BREDE:
        return _BRED
    return _STOR if tegn.isupper() or tegn in _SOM_STORE else _MIDDELS

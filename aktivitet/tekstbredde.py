"""How wide a text is when drawn, near enough to know what fits: the picture is drawn where no font can be asked.

The widths are those of a wide common font, so that what is reckoned to fit does, in whatever font the reader has.
"""

import unicodedata

SMALE = frozenset("iIjlt.,:;!|'’()[]-–/ fr1")
BREDE = frozenset("mwMW@%—ÆŒ…")
SIFFER = 0.62  # of the font's size
SMAL, VANLIG, STOR, BRED = 0.42, 0.63, 0.76, 1.02
FET = 1.12  # what bold adds


def bredden(tekst: str, stoerrelse: float, fet: bool = False) -> float:
    """Reckon how wide `tekst` is in a font of this size."""
    return stoerrelse * (FET if fet else 1) * sum(map(_tegnbredde, tekst))


def paa_linjer(tekst: str, stoerrelse: float, plass: float, hoeyst: int, fet: bool = False) -> list[str]:
    """Give `tekst` on `hoeyst` lines or fewer, none wider than `plass`; cut with "…" where more would be needed."""
    linjer: list[str] = []
    ordene = tekst.split(" ")
    while ordene and len(linjer) < hoeyst - 1:
        antall = 1
        while antall < len(ordene) and bredden(" ".join(ordene[: antall + 1]), stoerrelse, fet) <= plass:
            antall += 1
        if bredden(ordene[0], stoerrelse, fet) > plass:
            break  # one word too long for any line: cut
        linjer.append(" ".join(ordene[:antall]))
        ordene = ordene[antall:]
    return [*linjer, avkortet(" ".join(ordene), stoerrelse, plass, fet)] if ordene else linjer


def avkortet(tekst: str, stoerrelse: float, plass: float, fet: bool = False) -> str:
    """Give `tekst`, cut at a word with "…" where it is wider than `plass`."""
    if bredden(tekst, stoerrelse, fet) <= plass:
        return tekst
    igjen, tatt = plass - bredden("…", stoerrelse, fet), []
    for tegn in tekst:
        igjen -= bredden(tegn, stoerrelse, fet)
        if igjen < 0:
            break
        tatt.append(tegn)
    kort = "".join(tatt)
    ved_ord = kort.rpartition(" ")[0]
    return f"{(ved_ord if 2 * len(ved_ord) > len(kort) else kort).rstrip(' ,.–-')}…"


def _tegnbredde(tegn: str) -> float:
    if tegn in SMALE:
        return SMAL
    if tegn in BREDE:
        return BRED
    if unicodedata.combining(tegn):
        return 0
    if unicodedata.east_asian_width(tegn) in "WF" or ord(tegn) > 0x2E80:
        return 1.3
    return STOR if tegn.isupper() else VANLIG

"""Pure: how a list, a number of due dates and a stretch of years read in Norwegian."""

from collections.abc import Iterable
from datetime import date

from aktivitet.tid import periode_i_ord


def ramse(ledd: Iterable[str]) -> str:
    """Join to a Norwegian list: "a", "a og b", "a, b og c"."""
    *foran, siste = list(ledd) or [""]
    return f"{', '.join(foran)} og {siste}" if foran else siste


def antall_frister(antall: int) -> str:
    """Say a number of due dates: "1 frist", "12 frister"."""
    return f"{antall} frist" if antall == 1 else f"{antall} frister"


def aarene_i_ord(foerste: int, siste: int) -> str:
    """Say the years from `foerste` to `siste`: "2026", "2025–2028"."""
    return str(foerste) if foerste == siste else f"{foerste}–{siste}"


def dagene_i_ord(fra: date, til: date) -> str:
    """Say some days: "2025" for a whole year, else "1. januar–28. februar 2026"."""
    if (fra, til) == (date(fra.year, 1, 1), date(fra.year, 12, 31)):
        return str(fra.year)
    return periode_i_ord(fra, til)

"""The period that a plan's title, or a line by itself, names: "2025-2028", "2026–27", "mars 2026 – februar 2028"."""

import re
from calendar import monthrange
from datetime import date

from aktivitet.kalender import MAANEDSNAVN

_DAG_MAANED = r"(?:(?:(?P<{0}_dag>[0-9]{{1,2}})\.\s?)?(?P<{0}_maaned>{1})\s+)?"
_FRA, _TIL = (_DAG_MAANED.format(navn, "|".join(MAANEDSNAVN)) for navn in ("fra", "til"))
_PERIODE = (
    rf"{_FRA}(?P<fra>(?:19|20)[0-9][0-9])\s*(?:[-–—]|til(?:\s+og\s+med)?\b)\s*{_TIL}(?P<til>(?:19|20)?[0-9][0-9])\b"
)
_I_TEKST = re.compile(rf"\b{_PERIODE}", re.IGNORECASE)
_ALENE = re.compile(
    rf"\(?(?:(?:gjelder|gjeld)\s+)?(?:for\s+)?(?:(?:plan|program)?perioden|årene|åra)?:?\s*(?:fra\s+|frå\s+)?{_PERIODE}\)?\.?",
    re.IGNORECASE,
)


def perioden(tekst: str) -> tuple[date, date] | None:
    """The first and the last day of the period that `tekst` names: as written, so the last may come first."""
    treff = _I_TEKST.search(tekst)
    if not treff:
        return None
    fra, til = treff["fra"], treff["til"]
    if len(til) == 2:
        til = fra[:2] + til
    try:
        return _dagen(treff, "fra", int(fra), 1), _dagen(treff, "til", int(til), 12)
    except ValueError:  # 31. februar
        return None


def er_bare_perioden(tekst: str) -> bool:
    """True for a line that says the period and nothing else: "For perioden 2026 til 2029"."""
    return bool(_ALENE.fullmatch(tekst)) and perioden(tekst) is not None


def _dagen(treff: re.Match[str], navn: str, aar: int, ellers: int) -> date:
    """The day as written; where only month or year is, the first or the last day of it."""
    maaned = MAANEDSNAVN.index(treff[f"{navn}_maaned"].lower()) + 1 if treff[f"{navn}_maaned"] else ellers
    dag = treff[f"{navn}_dag"]
    return date(aar, maaned, int(dag) if dag else 1 if navn == "fra" else monthrange(aar, maaned)[1])

"""What looks like a heading: the rules of shape, asked of one line at a time."""

import re

MAKS_OVERSKRIFT = 120  # characters; what is longer is a sentence

_NUMMER = re.compile(r"(?P<nummer>[1-9][0-9]?(?:\.[1-9][0-9]?){0,5})(?P<punktum>\.?)\s+(?P<tekst>\S.*)\Z")
_MAALORD = r"(?:hoved|hovud|del)?mål"
_STILNUMMER = (
    re.compile(  # what a heading by style may begin with beside a bare number: "Mål 1:", "Delmål 1.2 –", "1)"
        rf"(?:(?:{_MAALORD}|kapittel|kap\.|del|punkt)\s+)?"
        r"(?P<nummer>[1-9][0-9]?(?:\.[1-9][0-9]?){0,5})(?:\s?[.):]|\s[-–—])?\s+(?P<tekst>\S.*)\Z",
        re.IGNORECASE,
    )
)
_SKREVET_MAAL = re.compile(  # a heading says so itself: "Mål 1: Politikk". "Mål 1 og 2" and "Mål 1 nås" are text
    rf"{_MAALORD}\s+(?P<nummer>[1-9][0-9]?(?:\.[1-9][0-9]?){{0,5}})(?:\s?[.:]|\s[-–—])\s+(?P<tekst>\S.*)\Z",
    re.IGNORECASE,
)
_SETNINGSSLUTT = tuple(".!?:;,")
_KAPITLER = (
    ("innledning", re.compile(r"(innledning|innleiing|forord|føreord|om planen)\b", re.IGNORECASE)),
    ("visjon", re.compile(r"visjon\b", re.IGNORECASE)),
    ("periodemaal", re.compile(r"(mål (for|i) perioden|periodemål|overordna?e?de mål|hovedmål|hovudmål)\b", re.I)),
    ("avslutning", re.compile(r"(aktivitet|aktivitetsplan|aktivitetar|aktiviteter|avslutning|avslutting)\Z", re.I)),
)


def er_overskrift(tekst: str) -> bool:
    """A short line that begins with a capital (or a figure, or a quotation mark) and does not end as a sentence."""
    if not 0 < len(tekst) <= MAKS_OVERSKRIFT or tekst.endswith(_SETNINGSSLUTT):
        return False
    begynner = tekst[0] in '«"“(' or (tekst[0].isalnum() and not tekst[0].islower())
    return begynner and any(map(str.isalpha, tekst))


def maaloverskrift(tekst: str) -> tuple[str, str] | None:
    """Give number and heading of a goal ("2.1.3 Et fylkeslag …", "1. Politisk mål", "Mål 1: Politikk"), or None.

    The heading itself begins with a capital: "1. mai feires" and "2.1 prosent" are no goals. A single figure without
    a dot ("1 Politisk mål") looks like one too; whether it is one, its place in the order decides.
    """
    begynnelsen = tekst[: MAKS_OVERSKRIFT + 1]
    treff = _NUMMER.match(begynnelsen) or _SKREVET_MAAL.match(begynnelsen)
    if not treff or not er_overskrift(treff["tekst"]) or not er_overskrift(tekst):
        return None
    return treff["nummer"], treff["tekst"]


def stiloverskrift(tekst: str) -> tuple[str, str] | None:
    """Give number and heading of a goal whose style says that it is a heading: its shape does not matter then."""
    treff = _STILNUMMER.match(tekst)
    return (treff["nummer"], treff["tekst"]) if treff else None


def uten_punktum(tekst: str) -> bool:
    """True for a goal's heading whose number is one figure without a dot: the weakest sign of a heading."""
    treff = _NUMMER.match(tekst[: MAKS_OVERSKRIFT + 1])
    return bool(treff and not treff["punktum"] and "." not in treff["nummer"])


def kapittelslag(tekst: str) -> str | None:
    """Which kind of chapter a well-known heading begins, or None."""
    if not er_overskrift(tekst):
        return None
    return next((slag for slag, moenster in _KAPITLER if moenster.match(tekst)), None)

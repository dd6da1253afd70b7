"""Text on its way in: what every text goes through once before it is kept, whatever door it came by.

What people paste carries things that nobody sees: marks that turn the reading direction, spaces without width, half
characters that no database takes, control characters that stop the making of a PDF or a feed. They are taken out
here. What can be seen is left alone, letter by letter: quotation marks, dashes, double spaces, emoji.
"""

import re
import unicodedata

MERKER_PAA_RAD = 8  # No written language stacks more marks on one letter; "zalgo" does, and climbs over other lines.

_LINJESLUTT = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # VT and FF are the line and page breaks of Word
_MYK_BINDESTREK = "\u00ad"  # shows where a word may be divided: somebody set it on purpose
_BINDER = "\u200d"  # zero width joiner: makes one family out of three faces, and nothing else that we want
_BILDE = "\u2600-\u27bf\U0001f000-\U0001faff"  # the blocks that emoji are joined from; NFC changes none of them
_LOES_BINDER = re.compile(f"(?<![{_BILDE}])(?<![{_BILDE}]\ufe0f){_BINDER}|{_BINDER}(?![{_BILDE}])")
_FOR_MANGE_MERKER = re.compile(f"\0{{{MERKER_PAA_RAD + 1},}}")
# What Norwegian is written with, all in signs that stand as they are: a text of these alone is clean.
_RENT = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026]*")
_BLANKT = re.compile(r"[^\S\u00a0\u202f]+")  # white space; the two no-break spaces stay: "25 000" is one word


def rens_tekst(tekst: str) -> str:
    """Give `tekst` back without what cannot be seen, in NFC, with \\n for every line end and no space at either end.

    Out go control characters, lone surrogates, direction marks and overrides, characters without width, and
    noncharacters. Private-use characters go too: what they show depends on a font that our pages and PDFs do not
    carry, so they would be empty boxes. Soft hyphen and no-break space stay, a tab becomes a space, and of a row of
    combining marks the first eight stay. The same text cleaned twice is the text cleaned once; nothing raises.
    """
    if _RENT.fullmatch(tekst):
        return tekst.strip()
    tekst = _LINJESLUTT.sub("\n", tekst).replace("\t", " ")
    tegn = set(tekst)  # far fewer than the text's length, so each is looked up once
    tekst = tekst.translate(dict.fromkeys(ord(t) for t in tegn if _skal_ut(t)))
    tekst = _LOES_BINDER.sub("", tekst)
    # Before NFC, whose sorting takes quadratic time on long rows of marks, and after, since NFC can split one in two.
    tekst = _kapp_merker(tekst)
    tekst = unicodedata.normalize("NFC", tekst)
    return _kapp_merker(tekst).strip()


def rens_linje(tekst: str) -> str:
    """Clean `tekst` as `rens_tekst` does, for a field of one line: white space of any length becomes one space."""
    return _BLANKT.sub(" ", rens_tekst(tekst)).strip()


def _skal_ut(tegn: str) -> bool:
    if tegn in ("\n", _MYK_BINDESTREK, _BINDER):
        return False
    kode = ord(tegn)
    if kode & 0xFFFE == 0xFFFE or 0xFDD0 <= kode <= 0xFDEF:  # the noncharacters
        return True
    # Unassigned ones (Cn) stay otherwise: they are next year's emoji.
    return unicodedata.category(tegn) in ("Cc", "Cf", "Cs", "Co")


def _kapp_merker(tekst: str) -> str:
    """Cut each row of combining marks after the eighth."""
    merker = [ord(t) for t in set(tekst) if unicodedata.category(t).startswith("M")]
    skygge = tekst.translate(dict.fromkeys(merker, "\0"))  # one sign for all of them: \0 is out of the text already
    deler, slutt = [], 0
    for rad in _FOR_MANGE_MERKER.finditer(skygge):
        deler.append(tekst[slutt : rad.start() + MERKER_PAA_RAD])
        slutt = rad.end()
    return "".join([*deler, tekst[slutt:]])

"""The report's own letters: which files they lie in, and what becomes of a character that none of them has."""

import re
import unicodedata
from functools import lru_cache
from html import escape
from pathlib import Path

from fontTools.ttLib import TTFont

from .bestilling import ROT

MAPPE = ROT / "static" / "fonts"
MANGLER = "[tegn]"  # stands where a character is that no font here has: seen, read aloud, and found by a search

# White space and hyphens that do not break, as the fonts have them.
_LIKESTILT = {"\u202f": "\u00a0", "\u2011": "-", "\u2010": "-", "\u2007": "\u00a0"}
_TEGN = r"(?:&#?\w{1,31};|[^ \t\r\n\f<>&])"  # one sign of the text: an entity is one, and a no-break space is no break
_TAGG_ELLER_LANGT_ORD = re.compile(rf"<[^>]*>|{_TEGN}{{60,}}")  # a tag is met only to be passed over
_STYKKE = re.compile(_TEGN + "{1,40}")
_BRYT_HER = "\u200b"
_UTEN_TEGN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")  # control characters: nothing to show, and XML refuses them
_IKKE_ASCII = re.compile(r"[^\x00-\x7f]+")


def skriftfiler() -> list[Path]:
    """The files of every font that the report may use."""
    return sorted(MAPPE.glob("*.woff2"))


@lru_cache(maxsize=1)
def kjente_tegn() -> frozenset[str]:
    """The characters that may stand in a report: those that the regular weight or its extension has."""
    tegn = {"\n"}
    for fil in skriftfiler():
        if "sans" in fil.name:
            with TTFont(fil) as skrift:
                tegn |= {chr(kode) for kode in skrift.getBestCmap()}
    return frozenset(tegn)


def vis_alle_tegn(html: str) -> str:
    """Give `html` with characters that can all be shown, so that nothing vanishes silently.

    A character that the fonts lack becomes the letters it is made of where they have those ("ﬁ" is "fi", "ễ" is "e").
    Marks without a letter of their own and control characters fall away, and of what is left (emoji, other scripts)
    each row becomes "[tegn]". A form feed, which is white space in HTML and no letter, is a space. What becomes a sign
    of markup ("＜" is made of "<") is escaped: text stays text.
    """
    return _IKKE_ASCII.sub(lambda treff: _vis(treff[0]), _UTEN_TEGN.sub("", html.replace("\f", " ")))


def del_lange_ord(html: str) -> str:
    """Give the document with places to break, that are not seen, in words longer than any language has.

    In a word of thousands of letters WeasyPrint tries every hyphen on every line: minutes for one note.
    """
    return _TAGG_ELLER_LANGT_ORD.sub(lambda treff: _delt(treff[0]), html)


def _delt(tagg_eller_ord: str) -> str:
    return tagg_eller_ord if tagg_eller_ord[0] == "<" else _BRYT_HER.join(_STYKKE.findall(tagg_eller_ord))


def _vis(tegnene: str) -> str:
    kjente = kjente_tegn()
    ut = []
    for tegn in tegnene:
        if tegn in kjente:
            ut.append(tegn)
        elif tegn in _LIKESTILT:
            ut.append(_LIKESTILT[tegn])
        elif unicodedata.category(tegn)[0] != "M" and unicodedata.category(tegn) != "Cf":
            deler = [t for t in unicodedata.normalize("NFKD", tegn) if unicodedata.category(t)[0] != "M"]
            ut.append(escape("".join(deler)) if deler and kjente.issuperset(deler) else MANGLER)
    return re.sub(rf"(?:{re.escape(MANGLER)})+", MANGLER, "".join(ut))

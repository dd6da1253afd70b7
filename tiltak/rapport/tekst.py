"""Pure: what the secretary writes in the report, read as paragraphs, bullets, bold words and links, and nothing else.

An empty line ends a paragraph. Lines that begin with "- ", "* " or "• " are bullets. **Two stars** make words bold.
An address that begins as one is a link, and [words](https://…) make one of the words. Anything else is the text as it
stands, so that no text can break the layout.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from aktivitet.lenker import Lenke, biter, trygg

_PUNKT = re.compile(r"^\s*[-*•]\s+(?=\S)")
_FET = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_NAVNGITT = re.compile(r"\[([^\[\]]+)\]\(([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)")


@dataclass(frozen=True)
class Bit:
    """Some words of a line: bold or not, and where they lead when they are a link."""

    tekst: str
    fet: bool = False
    lenke: str = ""


Linjebiter = tuple[Bit, ...]


@dataclass(frozen=True)
class Tekstblokk:
    """A paragraph with its lines, or a list with its points."""

    linjer: tuple[Linjebiter, ...]
    er_punkter: bool = False

    @property
    def som_tekst(self) -> str:
        """The words alone, a line for each."""
        return "\n".join("".join(bit.tekst for bit in linje) for linje in self.linjer)


def les_tekst(tekst: str) -> tuple[Tekstblokk, ...]:
    """Read a stored text, line ends \\n, as its blocks in order. An empty text gives none."""
    return tuple(blokk for avsnitt in re.split(r"\n\s*\n", tekst) for blokk in _blokker(avsnitt))


def _blokker(avsnitt: str) -> Iterator[Tekstblokk]:
    linjer = [linje.strip() for linje in avsnitt.split("\n") if linje.strip()]
    for er_punkter, gruppe in groupby(linjer, lambda linje: bool(_PUNKT.match(linje))):
        ordene = (_PUNKT.sub("", linje) if er_punkter else linje for linje in gruppe)
        yield Tekstblokk(tuple(tuple(_linje(ett)) for ett in ordene), er_punkter)


def _linje(linje: str) -> Iterator[Bit]:
    for nr, del_ in enumerate(_FET.split(linje)):
        yield from (replace(bit, fet=bool(nr % 2)) for bit in _med_lenker(del_) if bit.tekst)


def _med_lenker(tekst: str) -> Iterator[Bit]:
    slutt = 0
    for treff in _NAVNGITT.finditer(tekst):
        lenke = trygg(treff[2])
        if lenke is None:
            continue
        yield from _med_adresser(tekst[slutt : treff.start()])
        yield Bit(treff[1], lenke=lenke.adresse)
        slutt = treff.end()
    yield from _med_adresser(tekst[slutt:])


def _med_adresser(tekst: str) -> Iterator[Bit]:
    for bit in biter(tekst):
        yield Bit(bit.vist, lenke=bit.adresse) if isinstance(bit, Lenke) else Bit(bit)

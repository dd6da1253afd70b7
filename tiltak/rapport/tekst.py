"""Pure: what the secretary writes in the report, read as paragraphs, bullets, bold words and links, and nothing else.

An empty line ends a paragraph. Lines that begin with "- ", "* " or "• " are bullets. **Two stars** make words bold.
An address that begins as one is a link, and [words](https://…) make one of the words. Anything else is the text as it
stands, so that no text can break the layout. No word is lost, and the time it takes grows with the text and no faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from aktivitet.lenker import Lenke, biter, trygg

_PUNKT = re.compile(r"^\s*[-*•]\s+(?=\S)")
_STJERNER = re.compile(r"\*\*")
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
    blokker: list[Tekstblokk] = []
    for er_tom, gruppe in groupby(tekst.split("\n"), lambda linje: not linje.strip()):
        if not er_tom:
            blokker += _blokker(gruppe)
    return tuple(blokker)


def _blokker(avsnitt: Iterator[str]) -> Iterator[Tekstblokk]:
    for er_punkter, gruppe in groupby(map(str.strip, avsnitt), lambda linje: bool(_PUNKT.match(linje))):
        ordene = (_PUNKT.sub("", linje) if er_punkter else linje for linje in gruppe)
        yield Tekstblokk(tuple(tuple(_linje(ett)) for ett in ordene), er_punkter)


def _linje(linje: str) -> Iterator[Bit]:
    """The words of a line. Links are found first, and then what is bold in all that can be seen: bold words may hold a
    link, and a link bold words."""
    bitene = list(_med_lenker(linje))
    synlig = "".join(bit.tekst for bit in bitene)
    fet, stjerne = bytearray(len(synlig)), bytearray(len(synlig))
    for fra, til in _fete(synlig):
        fet[fra:til] = b"\1" * (til - fra)
        stjerne[fra - 2 : fra] = stjerne[til : til + 2] = b"\1\1"
    bit_for_tegn = [nr for nr, bit in enumerate(bitene) for _ in bit.tekst]
    igjen = (nr for nr in range(len(synlig)) if not stjerne[nr])
    for (nr, er_fet), plasser in groupby(igjen, lambda plass: (bit_for_tegn[plass], bool(fet[plass]))):
        yield Bit("".join(synlig[plass] for plass in plasser), er_fet, bitene[nr].lenke)


def _fete(tekst: str) -> Iterator[tuple[int, int]]:
    """Where bold words begin and end, without their stars. Stars that have no other to go with stand as text."""
    foerste = None
    for treff in _STJERNER.finditer(tekst):
        inne = foerste is not None and foerste < treff.start() and not tekst[treff.start() - 1].isspace()
        if foerste is not None and inne:
            yield foerste, treff.start()
            foerste = None
        elif foerste is None and not tekst[treff.end() : treff.end() + 1].isspace() and treff.end() < len(tekst):
            foerste = treff.end()


def _med_lenker(tekst: str) -> Iterator[Bit]:
    slutt = 0
    for treff in _NAVNGITT.finditer(tekst):
        lenke = trygg(treff[2])
        if lenke is None or not treff[1].strip():
            continue
        yield from _med_adresser(tekst[slutt : treff.start()])
        yield Bit(treff[1], lenke=lenke.adresse)
        slutt = treff.end()
    yield from _med_adresser(tekst[slutt:])


def _med_adresser(tekst: str) -> Iterator[Bit]:
    """Addresses stand as they were written, all of them: on paper there is nothing to follow."""
    slutt = 0
    for bit in biter(tekst):
        skrevet = bit if isinstance(bit, str) else _som_skrevet(bit, tekst[slutt:])
        yield Bit(skrevet, lenke=bit.adresse if isinstance(bit, Lenke) else "")
        slutt += len(skrevet)


def _som_skrevet(lenke: Lenke, resten: str) -> str:
    return lenke.adresse if resten.startswith(lenke.adresse) else lenke.adresse.removeprefix("https://")

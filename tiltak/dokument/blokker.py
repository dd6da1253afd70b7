"""From lines to blocks: paragraphs, bullets, goal headings and tables, each with the lines it is made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tiltak.dokument.linjer import Linje
from tiltak.dokument.overskrift import kapittelslag

TEKST, PUNKT, MAAL, TABELL = "tekst", "punkt", "maal", "tabell"
KAPITTEL = "kapittel"  # a heading with a number that is no goal's: "1. Innledning". Told by `seksjoner`

_MYK_BINDESTREK = "\u00ad"
_FORTSETTER_ETTER_BINDESTREK = re.compile(r"(og|eller|til|samt|men|/|&)(\W|\Z)", re.IGNORECASE)
_TALL = re.compile(r"[0-9.]+")
_MAANED = re.compile(  # the same words in bokmål and nynorsk
    r"\s*(januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\s*\Z", re.IGNORECASE
)


@dataclass
class Blokk:
    """Lines that belong together. `inntil_tabell`: text right under a table row, with no empty line between."""

    slag: str
    linjer: list[Linje] = field(default_factory=list)
    inntil_tabell: bool = False

    @property
    def tekst(self) -> str:
        return foey_sammen([linje.tekst for linje in self.linjer])

    @property
    def linje(self) -> int:
        return self.linjer[0].nr

    @property
    def nivaa(self) -> int:
        return self.linjer[0].nivaa

    @property
    def maal(self) -> tuple[str, str] | None:
        """Number and heading, where the first line is the heading of a goal by its shape or style."""
        return self.linjer[0].maal

    @property
    def margin_fra(self) -> int | None:
        return next((linje.margin for linje in self.linjer if linje.margin is not None), None)

    @property
    def margin_til(self) -> int | None:
        return next((linje.margin for linje in reversed(self.linjer) if linje.margin is not None), None)


def er_maaned(tekst: str) -> bool:
    """True for the name of a month and nothing else."""
    return bool(_MAANED.match(tekst))


def foey_sammen(linjer: Iterable[str]) -> str:
    """Join the lines of a paragraph by one space, and after a divided word by none.

    A hyphen at the end of a line is kept: whether it belongs to the word ("SV-/politikk") or divides it cannot be
    known, and nothing of the wording is dropped. Before "og", "eller" and the like it stands for a left-out word
    ("freds-/og …"), so the space stays. A soft hyphen always divides a word.
    """
    deler: list[str] = []
    for linje in filter(None, linjer):
        if deler and not deler_ord(deler[-1], linje):
            deler.append(" ")
        deler.append(linje)
    return "".join(deler)


def deler_ord(linje: str, neste: str) -> bool:
    """True when the word at the end of `linje` goes on at the beginning of `neste`."""
    if linje.endswith(_MYK_BINDESTREK):
        return True
    bindestrek = linje.endswith("-") and linje[-2:-1].isalpha() and neste[:1].isalpha()
    return bindestrek and not _FORTSETTER_ETTER_BINDESTREK.match(neste)


def del_i_blokker(linjer: Iterable[Linje]) -> list[Blokk]:
    """Group `linjer` into blocks. A blank line ends a block, and so does what begins another one.

    Headings are told by their shape here; what they are headings of, `seksjoner` decides.
    """
    blokker: list[Blokk] = []
    aapen: Blokk | None = None  # the block that the next line may go on with
    for linje in linjer:
        if linje.tom:
            aapen = None
            continue
        if aapen and _hoerer_til(linje, aapen):
            if aapen.slag == TABELL and not linje.celler:  # a month whose empty cells an editor has cut off
                linje = Linje(linje.nr, "", celler=(linje.tekst,))
            aapen.linjer.append(linje)
            continue
        inntil_tabell = bool(aapen and aapen.slag == TABELL and linje.margin is None and not linje.hel)
        ny = Blokk(_slag(linje), [linje], inntil_tabell)
        if aapen and aapen.slag == ny.slag == MAAL and _er_liste(aapen, ny):
            aapen.slag = ny.slag = TEKST
        elif aapen and ny.slag == MAAL and _er_liste(aapen, ny):
            ny.slag = TEKST
        elif aapen and _i_samme_liste(aapen.linjer[-1], linje) and {aapen.slag, ny.slag} == {MAAL, TEKST}:
            aapen.slag = ny.slag = TEKST
        aapen = ny
        blokker.append(ny)
    return blokker


def _slag(linje: Linje) -> str:
    if linje.celler:
        return TABELL
    if linje.punkt:
        return PUNKT
    return MAAL if linje.maal else TEKST


def _hoerer_til(linje: Linje, blokk: Blokk) -> bool:
    """True when `linje`, right below `blokk` with no blank line between, goes on with it."""
    forrige = blokk.linjer[-1]
    if linje.hel:
        return blokk.slag == TABELL and bool(linje.celler)
    if blokk.slag == TABELL:
        return bool(linje.celler) or (linje.margin is None and er_maaned(linje.tekst))
    if linje.celler or linje.punkt:
        return False
    if blokk.slag == MAAL:  # a heading goes on in a second line only in small letters
        return linje.tekst[:1].islower()
    if blokk.slag == TEKST and len(blokk.linjer) == 1 and kapittelslag(forrige.tekst):
        return linje.tekst[:1].islower()
    begynner_nytt = linje.maal or kapittelslag(linje.tekst)
    return not (begynner_nytt and forrige.tekst.endswith((".", "!", "?", ":")))


def _er_liste(forrige: Blokk, ny: Blokk) -> bool:
    """Two lines "1. Politikk" and "2. Organisasjon" right below each other are a list in the text, not two goals."""
    a, b = forrige.linjer[-1].maal, ny.maal
    return bool(a and b and not (forrige.nivaa or ny.nivaa) and "." not in a[0] + b[0])


def _i_samme_liste(forrige: Linje, linje: Linje) -> bool:
    """True for two points of one of Word's own lists: "1. Klima" beside "a) vern" or "2. Vi vil." is no goal.

    Beside "1.1 Vi vil." it may be one: there is a list in which every paragraph has its number.
    """
    if not linje.liste or forrige.liste != linje.liste or forrige.nivaa or linje.nivaa:
        return False
    a, b = (_TALL.match(ett.tekst) for ett in (forrige, linje))
    return not (a and b) or a[0].strip(".").count(".") == b[0].strip(".").count(".")

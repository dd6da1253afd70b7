"""From the lines of a text file to lines of text: without margin number, bullet mark and indentation.

The document as it is exported has its margin's line numbers in the text ("14 Et sterkt …", "- 5 • Årsmøtet …").
They are told from numbers that are content ("2025 er et valgår") by this: margin numbers rise by exactly one, and
most lines carry one. A document without them is read as it stands.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from tiltak.dokument.overskrift import kapittelslag, maaloverskrift, stiloverskrift
from tiltak.dokument.plandokument import Filslag

_NUMMERERT = re.compile(r"(?P<merke>[-*•]\s+)?(?P<nummer>[0-9]{1,4})(?:\s+(?P<resten>[^\t]*))?\Z")
_KULEPUNKT = "•‣▪◦●○■□▸►·∙"
_TANKESTREKER = "-–*"  # these may stand in a sentence too, so they are bullets only where a list can begin


TITTEL, INNHOLD = "tittel", "innhold"


@dataclass(frozen=True)
class Linje:
    """One line of a text file, or one paragraph or table row of a Word file: `nr` counts from 1.

    `celler` is filled for a table row alone. The last six are what Word knows and plain text does not:

    - nivaa: the level of the heading that its style makes it, 0 where no style says so
    - liste: the list in which Word made its number; `tekst` has the number in front, as on paper
    - rolle: TITTEL for a line whose style is the document's title, INNHOLD for one of the contents page
    - stil, merke: the name of its style in small letters, and that of the app's own bookmark in it; see `egen.py`
    """

    nr: int
    tekst: str
    margin: int | None = None
    punkt: bool = False
    celler: tuple[str, ...] = ()
    filslag: Filslag = Filslag.TEKST
    nivaa: int = 0
    liste: str = ""
    rolle: str = ""
    stil: str = ""
    merke: str = ""

    @property
    def tom(self) -> bool:
        return not (self.tekst or self.punkt or self.celler)

    @property
    def hel(self) -> bool:
        """True for a whole paragraph: no other line goes on with it. In plain text nobody can tell."""
        return self.filslag is Filslag.WORD

    @cached_property  # every step of the reader asks for it again
    def maal(self) -> tuple[str, str] | None:
        """Number and heading of the goal that the line is the heading of, or None."""
        return stiloverskrift(self.tekst) if self.nivaa else maaloverskrift(self.tekst)


def les_linjer(raa: list[str]) -> list[Linje]:
    """Read every line of the file, blank ones too, so that line n is element n - 1."""
    marginer = _marginer(raa)
    linjer: list[Linje] = []
    liste = ""  # the dash that marks the bullets of the list we are in
    for nr, rad in enumerate(raa, start=1):
        forrige = linjer[-1] if linjer else Linje(0, "")
        if nr in marginer:
            treff = _NUMMERERT.match(rad.strip())
            tekst, merke = (treff["resten"] or "", treff["merke"]) if treff else (rad, None)
            linje, liste = _prosa(nr, tekst, marginer[nr], liste if not forrige.tom else "", forrige)
            if merke:  # "- 5 " marks a bullet, also where no "•" follows
                linje = Linje(nr, linje.tekst, linje.margin, punkt=True)
        elif _er_tabellrad(rad, forrige):
            linje = Linje(nr, "", celler=tuple(rad.split("\t")))
        else:
            linje, liste = _prosa(nr, rad, None, liste if not forrige.tom else "", forrige)
        linjer.append(linje)
    return linjer


def _er_tabellrad(rad: str, forrige: Linje) -> bool:
    """A tab makes a row; a lone tab before or after prose is indentation, unless a row stands right above."""
    celler = rad.split("\t")
    return len(celler) > 1 and (sum(map(bool, celler)) > 1 or bool(forrige.celler))


def _prosa(nr: int, tekst: str, margin: int | None, liste: str, forrige: Linje) -> tuple[Linje, str]:
    """Take the bullet mark off. Gives the line, and the dash of the list that it stands in ("" outside a list)."""
    tekst = tekst.replace("\t", " ").strip()
    punktet = uten_kulemerke(tekst)
    if punktet is None:
        return Linje(nr, tekst, margin), liste
    if tekst[0] in _KULEPUNKT:
        return Linje(nr, punktet, margin, punkt=True), liste
    if liste == tekst[0] or _kan_begynne_liste(forrige):
        return Linje(nr, punktet, margin, punkt=True), tekst[0]
    return Linje(nr, tekst, margin), liste


def uten_kulemerke(tekst: str) -> str | None:
    """Take a typed bullet, or a dash that may be one, off the beginning of `tekst`; None where there is none."""
    if tekst[:1] and (tekst[0] in _KULEPUNKT or (tekst[0] in _TANKESTREKER and tekst[1:2].isspace())):
        return tekst[1:].strip()
    return None


def _kan_begynne_liste(forrige: Linje) -> bool:
    """True below a blank line, a table, a colon or a heading."""
    if forrige.tom or forrige.celler or forrige.tekst.endswith(":"):
        return True
    return bool(maaloverskrift(forrige.tekst) or kapittelslag(forrige.tekst))


def _marginer(raa: list[str]) -> dict[int, int]:
    """Which lines of the file carry a margin number, and which: {line in the file: number}.

    A line was lost, or the numbers begin anew, when a number that does not follow the last one is followed by its
    own successor, and the number that was expected comes nowhere later. Such jumps are kept, and pointed out.
    """
    treff = [(nr, _NUMMERERT.match(rad.strip())) for nr, rad in enumerate(raa, start=1)]
    kandidater = [(nr, int(m["nummer"])) for nr, m in treff if m]
    siste_plass = {nummer: plass for plass, (_, nummer) in enumerate(kandidater)}
    marginer: dict[int, int] = {}
    forrige = 0
    for plass, (nr, nummer) in enumerate(kandidater):
        neste = kandidater[plass + 1][1] if plass + 1 < len(kandidater) else 0
        if not forrige:
            godtatt = neste == nummer + 1 or (nummer == 1 and neste == 3)  # the second line may be the lost one
        else:
            ventet_kommer = siste_plass.get(forrige + 1, -1) > plass
            hopper = neste == nummer + 1 and (nummer == 1 or not ventet_kommer)
            godtatt = nummer == forrige + 1 or hopper
        if godtatt:
            marginer[nr] = forrige = nummer
    if not marginer:
        return {}
    prosa = sum(1 for rad in raa[min(marginer) - 1 :] if rad.strip() and "\t" not in rad)
    return marginer if len(marginer) * 2 > prosa else {}

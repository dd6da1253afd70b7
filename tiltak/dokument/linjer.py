"""From the lines of a file to lines of text: without margin number, bullet mark and indentation.

The document as it is exported has its margin's line numbers in the text ("14 Et sterkt …", "- 5 • Årsmøtet …").
They are told from numbers that are content ("2025 er et valgår") by this: margin numbers rise by exactly one, and
most lines carry one. A document without them is read as it stands.
"""

import re
from dataclasses import dataclass

from tiltak.dokument.overskrift import kapittelslag, maaloverskrift

_NUMMERERT = re.compile(r"(?P<merke>[-*•]\s+)?(?P<nummer>[0-9]{1,4})(?:\s+(?P<resten>[^\t]*))?\Z")
_KULEPUNKT = "•‣▪◦●○■□▸►·∙"
_TANKESTREKER = "-–*"  # these may stand in a sentence too, so they are bullets only where a list can begin


@dataclass(frozen=True)
class Linje:
    """One line of the file: `nr` counts from 1, `celler` is filled for a table row alone."""

    nr: int
    tekst: str
    margin: int | None = None
    punkt: bool = False
    celler: tuple[str, ...] = ()

    @property
    def tom(self) -> bool:
        return not (self.tekst or self.punkt or self.celler)


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
    if tekst[:1] and tekst[0] in _KULEPUNKT:
        return Linje(nr, tekst[1:].strip(), margin, punkt=True), liste
    har_strek = bool(tekst) and tekst[0] in _TANKESTREKER and tekst[1:2].isspace()
    if har_strek and (liste == tekst[0] or _kan_begynne_liste(forrige)):
        return Linje(nr, tekst[1:].strip(), margin, punkt=True), tekst[0]
    return Linje(nr, tekst, margin), liste


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

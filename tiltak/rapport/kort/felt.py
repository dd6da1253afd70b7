"""Pure: the fields of the short version's pages, as `rapportkort.css` has them, and how high they are with words in.

All in millimetres of the page. A field's text is cut where it would fill more lines than the field has.
"""

from dataclasses import dataclass

from .plass import FET, TITTEL, VANLIG, antall_linjer, avkortet

SIDE = 265.0  # the height of a page within its margins
OVERSKRIFT = 15.0  # a heading with the rule and the air around it
TABELLHODE = 7.0
RAD = 2.4  # above and below the words of a row, and its rule
NOTE = 6.5  # a line below a table: "og 12 til"
DIAGRAM = 116.0  # the width of the chart, whose drawing is 620 units wide


@dataclass(frozen=True)
class Felt:
    """Room for text: how wide, how many lines of which height, in letters of so many points and of which kind."""

    bredde: float
    punkter: float
    linje: float
    linjer: int
    vekt: float = VANLIG

    def kutt(self, tekst: str) -> str:
        """Give the text on one line, cut with "…" where it needs more lines than there are."""
        return avkortet(tekst, self.punkter, self.bredde, self.linjer, vekt=self.vekt)

    def faar_plass(self, tekst: str) -> bool:
        """Whether the whole text fits."""
        return self.antall_linjer(tekst) <= self.linjer

    def antall_linjer(self, tekst: str) -> int:
        """How many lines the text fills, also more than there are."""
        return antall_linjer(tekst, self.punkter, self.bredde, vekt=self.vekt)

    def hoeyde(self, tekst: str) -> float:
        """How high the text is, which fits; nothing where there is none."""
        return self.antall_linjer(tekst) * self.linje if tekst else 0


ORGANISASJON = Felt(154, 10.5, 5, 2, FET)
STOR_TITTEL, LANG_TITTEL = Felt(154, 28, 10.5, 2, TITTEL), Felt(154, 15, 6.5, 4, TITTEL)
DAGER = Felt(154, 11.5, 6, 2)
MOETE = Felt(170, 9.5, 4.6, 2)
INNLEDNING = Felt(164, 10.5, 5, 7, FET)  # reckoned as if all of it were bold, since any of it may be
AVSNITTET = Felt(170, 9.5, 4.6, 3)
AARET_FOER = Felt(44, 10.5, 5, 2)
MAALNAVN, MAALTALL = Felt(47, 9, 4.2, 4, FET), Felt(99, 9, 4.2, 2)
GJORT, GJORT_OG_TIL = Felt(99, 9, 4.2, 1), Felt(80, 9, 4.2, 1)  # the latter with ", og 12 til" after it
SAKSKODE, ORDLYD = Felt(15, 9, 4.2, 2, FET), Felt(68, 9, 4.2, 3)
DAG, HVORFOR = Felt(79, 9, 4.2, 2, FET), Felt(79, 9, 4.2, 3)

TOPP = 10 + 2 + 1 + 4 + 15  # the air in and below the coloured field, and the state below it
AVSNITT, PUNKT = 2.0, 0.8  # below a paragraph, and below a line of its own in it
NOEKKELTALL = 46.0  # the large figures beside the chart


def diagrammets_hoeyde(enheter: int) -> float:
    """How high the chart is, whose drawing is so many units high, or the key figures beside it."""
    return max(enheter * DIAGRAM / 620, NOEKKELTALL) + 4

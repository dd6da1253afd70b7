"""The styles of the Word file: Word's own where it has one, so that lists, contents and navigation work by themselves.

A few are the plan's own ("Plan motto"); with them the file says what it holds, and comes in again as what it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document

from tiltak.dokument import egen
from tiltak.uttak.word.xml import Element, element

TITTEL, UNDERTITTEL, UTGIVER, PERIODE, TILSTAND = (
    *("Title", "Subtitle"),
    *("PlanUtgiver", "PlanPeriode", "PlanTilstand"),
)
BROEDTEKST, PUNKT, MOTTO, PERIODEMAAL = "BodyText", "ListBullet", "PlanMotto", "PlanPeriodemaal"
INNHOLDSTITTEL, TABELLTEKST, TOPP, BUNN = "TOCHeading", "Tabelltekst", "Header", "Footer"
TABELL = "Plantabell"
DYPESTE_OVERSKRIFT, DYPESTE_INNHOLD = 9, 4
SPRAAK = "nb-NO"
OVER_FORSIDEN = 3600  # above what stands first on the cover, in twentieths of a point

EGNE = ("Plan", "Beretning", TABELLTEKST)  # how the names of styles that are not Word's own begin
FARGE, GRAA = "8F0D2D", "595959"

_SKRIFT = "Calibri"
_KULELISTE = "1"
_STOERRELSER = (36, 30, 26, 24, 22, 22, 22, 22, 22)  # of headings by level, in half points


@dataclass(frozen=True)
class Stil:
    """One paragraph style. `foer`, `etter` and `innrykk` in twentieths of a point, `stoerrelse` in half points."""

    id: str
    navn: str
    bygger_paa: str = "Normal"
    neste: str = ""
    stoerrelse: int = 0
    fet: bool = False
    kursiv: bool = False
    farge: str = ""
    foer: int = 0
    etter: int = 0
    innrykk: int = 0
    nivaa: int = 0
    kule: bool = False
    uten_linjenummer: bool = False
    med_neste: bool = False
    hoeyretab: bool = False
    sentrert: bool = False

    def som_element(self, tekstbredde: int) -> Element:
        eget = {"customStyle": "1"} if self.id.startswith(EGNE) else {}
        stil = element("style", element("name", val=self.navn), type="paragraph", styleId=self.id, **eget)
        stil.append(element("basedOn", val=self.bygger_paa))
        if self.neste:
            stil.append(element("next", val=self.neste))
        stil.append(element("qFormat"))
        stil.append(element("pPr", *self._avsnitt(tekstbredde)))
        stil.append(element("rPr", *self._tegn()))
        return stil

    def _avsnitt(self, tekstbredde: int) -> list[Element]:
        deler = [element("keepNext"), element("keepLines")] if self.med_neste else []
        if self.kule:
            deler.append(element("numPr", element("numId", val=_KULELISTE)))
        if self.uten_linjenummer:
            deler.append(element("suppressLineNumbers"))
        if self.hoeyretab:
            deler.append(element("tabs", element("tab", val="right", leader="dot", pos=str(tekstbredde))))
        deler.append(element("spacing", before=str(self.foer), after=str(self.etter)))
        if self.innrykk:
            deler.append(element("ind", left=str(self.innrykk)))
        if self.sentrert:
            deler.append(element("jc", val="center"))
        if self.nivaa:
            deler.append(element("outlineLvl", val=str(self.nivaa - 1)))
        return deler

    def _tegn(self) -> list[Element]:
        deler = [element("b")] if self.fet else []
        if self.kursiv:
            deler.append(element("i"))
        if self.farge:
            deler.append(element("color", val=self.farge))
        if self.stoerrelse:
            deler += [element("sz", val=str(self.stoerrelse)), element("szCs", val=str(self.stoerrelse))]
        return deler


_STILER = (
    Stil(TITTEL, "Title", neste=UNDERTITTEL, stoerrelse=64, fet=True, farge=FARGE, etter=240, uten_linjenummer=True),
    Stil(UNDERTITTEL, "Subtitle", neste=BROEDTEKST, stoerrelse=32, farge=GRAA, etter=240, uten_linjenummer=True),
    Stil(UTGIVER, egen.UTGIVER, neste=TITTEL, stoerrelse=28, fet=True, foer=OVER_FORSIDEN, etter=240,
          uten_linjenummer=True),
    Stil(PERIODE, egen.PERIODE, neste=BROEDTEKST, farge=GRAA, uten_linjenummer=True),
    Stil(TILSTAND, egen.TILSTAND, neste=BROEDTEKST, farge=GRAA, uten_linjenummer=True),
    Stil(BROEDTEKST, "Body Text", etter=140),
    Stil(PUNKT, "List Bullet", etter=80, kule=True),
    Stil(PERIODEMAAL, egen.PERIODEMAAL, bygger_paa=PUNKT, etter=80, kule=True),
    Stil(MOTTO, egen.MOTTO, neste=BROEDTEKST, kursiv=True, stoerrelse=24, etter=140, med_neste=True),
    Stil(TABELLTEKST, "Tabelltekst", foer=40, etter=40, uten_linjenummer=True),
    Stil(TOPP, "header", farge=GRAA, stoerrelse=18, sentrert=True, uten_linjenummer=True),
    Stil(BUNN, "footer", farge=GRAA, stoerrelse=18, sentrert=True, uten_linjenummer=True),
    Stil(INNHOLDSTITTEL, "TOC Heading", neste=BROEDTEKST, stoerrelse=36, fet=True, farge=FARGE, etter=200,
          uten_linjenummer=True, med_neste=True),
    *(Stil(f"TOC{nr}", f"toc {nr}", etter=60, innrykk=(nr - 1) * 280, uten_linjenummer=True, hoeyretab=True)
      for nr in range(1, DYPESTE_INNHOLD + 1)),
    *(Stil(f"Heading{nr}", f"heading {nr}", neste=BROEDTEKST, stoerrelse=_STOERRELSER[nr - 1], fet=True, farge=FARGE,
            foer=360 if nr < 3 else 240, etter=100, nivaa=nr, med_neste=True)
      for nr in range(1, DYPESTE_OVERSKRIFT + 1)),
)  # fmt: skip
FELLES = tuple(stil for stil in _STILER if not stil.id.startswith("Plan"))  # what any document of ours is set in


def sett_stiler(
    dokument: Document, tekstbredde: int, stilene: Iterable[Stil] = _STILER, tabell: Element = None
) -> None:
    """Put these styles in place of those that python-docx begins with, and one list of bullets."""
    rot = dokument.styles.element
    for barn in list(rot):
        rot.remove(barn)
    tegn = element(
        "rPr",
        element("rFonts", ascii=_SKRIFT, hAnsi=_SKRIFT, cs=_SKRIFT, eastAsia=_SKRIFT),
        element("sz", val="22"),
        element("szCs", val="22"),
        element("lang", val=SPRAAK, eastAsia=SPRAAK, bidi="ar-SA"),
    )
    avsnitt = element("pPr", element("spacing", after="0", line="276", lineRule="auto"))
    rot.append(element("docDefaults", element("rPrDefault", tegn), element("pPrDefault", avsnitt)))
    normal = {"type": "paragraph", "styleId": "Normal", "default": "1"}
    rot.append(element("style", element("name", val="Normal"), element("qFormat"), **normal))
    rot.extend(stil.som_element(tekstbredde) for stil in stilene)
    rot.append(element("style", element("name", val="line number"), type="character", styleId="LineNumber"))
    rot.append(tabellstil(TABELL, "Plan tabell") if tabell is None else tabell)
    _sett_kuleliste(dokument)


def tabellstil(id_: str, navn: str, *til: Element) -> Element:
    """A style for tables with lines around the cells and a head that stands out; `til` are further parts of it."""
    kanter = [
        element(kant, val="single", sz="4", space="0", color=GRAA)
        for kant in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    marg = element("tblCellMar", element("left", w="85", type="dxa"), element("right", w="85", type="dxa"))
    hode = element(
        "tblStylePr",
        element("rPr", element("b")),
        element("tcPr", element("shd", val="clear", color="auto", fill="F3E3E7")),
        type="firstRow",
    )
    return element(
        "style",
        element("name", val=navn),
        element("qFormat"),
        element("tblPr", element("tblBorders", *kanter), marg),
        hode,
        *til,
        type="table",
        styleId=id_,
        customStyle="1",
    )


def _sett_kuleliste(dokument: Document) -> None:
    rot = dokument.part.numbering_part.element
    for barn in list(rot):
        rot.remove(barn)
    nivaa = element(
        "lvl",
        element("start", val="1"),
        element("numFmt", val="bullet"),
        element("lvlText", val="•"),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left="425", hanging="283")),
        ilvl="0",
    )
    rot.append(element("abstractNum", element("multiLevelType", val="hybridMultilevel"), nivaa, abstractNumId="0"))
    rot.append(element("num", element("abstractNumId", val="0"), numId=_KULELISTE))

"""What the report's Word file is set in: the styles of the plan's file, and those that only a report needs."""

from docx.document import Document

from ...uttak.word.sideoppsett import TEKSTBREDDE
from ...uttak.word.stiler import (
    BROEDTEKST,
    FARGE,
    FELLES,
    GRAA,
    OVER_FORSIDEN,
    TABELLTEKST,
    TITTEL,
    Stil,
    sett_stiler,
    tabellstil,
)
from ...uttak.word.xml import element

UTGIVER, PERIODE, TILSTAND, TIL = "BeretningUtgiver", "BeretningPeriode", "BeretningTilstand", "BeretningTil"
UTKAST, MOTTO, TABELLNOTE, SMAATALL = "BeretningUtkast", "BeretningMotto", "BeretningNote", "BeretningTall"
TABELLTITTEL, TABELL = "Caption", "Beretningstabell"
STERK, LENKE = "Strong", "Hyperlink"  # of characters

_EGNE = (
    Stil(UTGIVER, "Beretning utgiver", neste=TITTEL, stoerrelse=28, fet=True, foer=OVER_FORSIDEN, etter=240),
    Stil(PERIODE, "Beretning periode", neste=BROEDTEKST, stoerrelse=28, farge=GRAA, etter=240),
    Stil(TILSTAND, "Beretning tilstand", neste=BROEDTEKST, stoerrelse=28, fet=True, etter=240),
    Stil(TIL, "Beretning til", neste=BROEDTEKST, farge=GRAA, etter=40),
    Stil(UTKAST, "Beretning utkast", stoerrelse=28, fet=True, farge=FARGE, etter=80, sentrert=True),
    Stil(MOTTO, "Beretning motto", neste=BROEDTEKST, kursiv=True, stoerrelse=24, etter=140, med_neste=True),
    Stil(TABELLTITTEL, "caption", neste=BROEDTEKST, farge=GRAA, foer=160, etter=80, med_neste=True),
    Stil(TABELLNOTE, "Beretning note", bygger_paa=TABELLTEKST, stoerrelse=19, farge=GRAA, etter=40),
    Stil(SMAATALL, "Beretning tall", bygger_paa=TABELLTEKST, stoerrelse=16, foer=40, etter=40),
)


def sett_rapportstiler(dokument: Document) -> None:
    """Put the report's styles in place of those that python-docx begins with."""
    radhode = element("tblStylePr", element("rPr", element("b")), type="firstCol")
    sett_stiler(dokument, TEKSTBREDDE, [*FELLES, *_EGNE], tabellstil(TABELL, "Beretning tabell", radhode))
    for id_, navn, tegn in (
        (STERK, "Strong", [element("b")]),
        (LENKE, "Hyperlink", [element("color", val=FARGE), element("u", val="single")]),
    ):
        deler = [element("name", val=navn), element("qFormat"), element("rPr", *tegn)]
        dokument.styles.element.append(element("style", *deler, type="character", styleId=id_))

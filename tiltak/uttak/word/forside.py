"""The front of the Word file: the cover, and the contents as a field that Word keeps up to date."""

import re
from collections.abc import Iterator, Sequence

from tiltak.dokument import egen
from tiltak.dokument.periode import perioden
from tiltak.dokument.plandokument import Plandokument
from tiltak.uttak.word import stiler
from tiltak.uttak.word.xml import Element, avsnitt, bokmerke, element, feltkode, feltmerke, lenke, loep

_FOER_VEDTAKET = re.compile(r"(?:forslag|framlegg|fremlegg|utkast|høringsutkast|høyringsutkast)\b", re.IGNORECASE)
TITTELMERKE = 0  # the number of the bookmark around the title; those in the text have higher ones
_FELTKODE = f'TOC \\o "1-{stiler.DYPESTE_INNHOLD}" \\h \\z \\u'


def forsiden(dok: Plandokument, tilstand: str) -> Iterator[Element]:
    """The cover: who the plan is of, its title and subtitle, its days where the title does not say them, its state."""
    if dok.organisasjon:
        yield avsnitt(stiler.UTGIVER, dok.organisasjon)
    plass = [] if dok.organisasjon else [element("spacing", before=str(stiler.OVER_FORSIDEN))]
    yield avsnitt(stiler.TITTEL, *bokmerke(TITTELMERKE, egen.EGEN, loep(dok.tittel)), egenskaper=plass)
    if dok.undertittel and not er_tilbakelagt(dok.undertittel, tilstand):
        yield avsnitt(stiler.UNDERTITTEL, dok.undertittel)
    if not _sagt_i_tittelen(dok):
        yield avsnitt(stiler.PERIODE, egen.gjelder(dok.fra, dok.til))
    if tilstand.rstrip(".") not in ("", dok.undertittel):
        yield avsnitt(stiler.TILSTAND, tilstand)


def er_tilbakelagt(undertittel: str, tilstand: str) -> bool:
    """Whether the subtitle says what the plan was before it came as far as `tilstand`: "Forslag til årsmøtet".

    Such a one is kept as the file's subject, where nobody takes it for the state, and comes in again from there.
    """
    return bool(tilstand) and undertittel not in tilstand and bool(_FOER_VEDTAKET.match(undertittel))


def innholdsfortegnelsen(overskrifter: Sequence[tuple[int, str, str]]) -> Iterator[Element]:
    """The contents on a page of its own: a link to each heading. The pages' numbers only Word can count.

    The field is marked as out of date, so Word fills the numbers in when the file is opened for editing. Until then
    no number stands there, since a wrong one would be worse.
    """
    linjer = [ett for ett in overskrifter if ett[0] <= stiler.DYPESTE_INNHOLD and ett[1]]
    if not linjer:
        return
    foerst = [feltmerke("begin", dirty="1"), feltkode(_FELTKODE), feltmerke("separate")]
    avsnittene = [avsnitt(stiler.INNHOLDSTITTEL, "Innhold", egenskaper=[element("pageBreakBefore")])]
    for nivaa, tekst, merke in linjer:
        avsnittene.append(avsnitt(f"TOC{nivaa}", *foerst, lenke(merke, loep(tekst))))
        foerst = []
    avsnittene.append(avsnitt("TOC1", feltmerke("end")))
    slag = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    yield element("sdt", element("sdtPr", slag), element("sdtContent", *avsnittene))


def _sagt_i_tittelen(dok: Plandokument) -> bool:
    return perioden(dok.tittel) == (dok.fra, dok.til)

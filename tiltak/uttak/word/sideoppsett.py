"""The pages of the Word file: A4, page numbers, running title, line numbers, and what the file says of itself."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Twips

from aktivitet.tekst import rens_linje
from tiltak.uttak.pakking import tidspunkt
from tiltak.uttak.word.stiler import BUNN, SPRAAK, TOPP
from tiltak.uttak.word.xml import Element, avsnitt, element, fast, felt, loep

BREDDE, HOEYDE, MARG = 11906, 16838, 1417  # A4 with margins of 2.5 cm, in twentieths of a point
TEKSTBREDDE = BREDDE - 2 * MARG
WORD_2013 = "15"  # what every Word since then lays out by; with less it opens the file in compatibility mode

_ETTER_LINJENUMRE = ("pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "docGrid")


def sett_opp_siden(dokument: Document, topptekst: str, *, merke: Sequence[Element] = (), forside: bool = True) -> None:
    """The first section, which the cover and the contents stand in: the running title on every page but the cover.

    `merke` are paragraphs that stand above it, on the cover too. Without `forside` every page is like the others.
    """
    del_ = dokument.sections[0]
    del_.page_width, del_.page_height = Twips(BREDDE), Twips(HOEYDE)
    for marg in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(del_, marg, Twips(MARG))
    del_.different_first_page_header_footer = forside
    if merke and forside:
        _fyll(del_.first_page_header._element, *map(deepcopy, merke))
    luft = [element("spacing", after="160")] if merke else []  # the text comes closer to two lines than to one
    _fyll(del_.header._element, *merke, avsnitt(TOPP, loep(topptekst), egenskaper=luft))
    tall = [fast("Side "), *felt("PAGE", "1"), fast(" av "), *felt("NUMPAGES", "1")]
    _fyll(del_.footer._element, avsnitt(BUNN, *tall))


def ny_del_med_linjenumre(dokument: Document) -> Section:
    """Begin the section that the plan's text stands in, on a new page. Its lines are numbered from 1 to the end."""
    del_ = dokument.add_section(WD_SECTION.NEW_PAGE)
    del_.different_first_page_header_footer = False
    skille = dokument.paragraphs[-1]._p
    skille.get_or_add_pPr().insert(0, element("suppressLineNumbers"))
    egenskaper = del_._sectPr
    numre = element("lnNumType", countBy="1", restart="continuous")
    etter = next((barn for barn in egenskaper if barn.tag.rpartition("}")[2] in _ETTER_LINJENUMRE), None)
    if etter is None:
        egenskaper.append(numre)
    else:
        etter.addprevious(numre)
    return del_


def sett_opplysninger(dokument: Document, *, tittel: str, emne: str, utgiver: str, dag: date) -> None:
    """What the file says of itself: title, subject, author, language and day, and nothing of the template it began
    as."""
    om = dokument.core_properties
    om.title, om.author, om.last_modified_by = rens_linje(tittel)[:255], rens_linje(utgiver)[:255], ""
    om.language, om.comments, om.keywords, om.subject, om.category = SPRAAK, "", "", rens_linje(emne)[:255], ""
    om.revision = 1
    om.created = om.modified = tidspunkt(dag)
    oppsett = dokument.settings.element
    for navn, verdier in (
        ("themeFontLang", {"val": SPRAAK}),
        ("decimalSymbol", {"val": ","}),
        ("listSeparator", {"val": ";"}),
    ):
        gammel = oppsett.find(qn(f"w:{navn}"))
        gammel.addprevious(element(navn, **verdier))
        oppsett.remove(gammel)
    for valg in oppsett.iter(qn("w:compatSetting")):
        if valg.get(qn("w:name")) == "compatibilityMode":
            valg.set(qn("w:val"), WORD_2013)
    for eier in (dokument.part, dokument.part.package):
        for nummer, peker in list(eier.rels.items()):
            if peker.reltype.endswith(("/thumbnail", "/customXml", "/stylesWithEffects")):
                del eier.rels[nummer]


def _fyll(rot: Element, *avsnittene: Element) -> None:
    for barn in list(rot):
        rot.remove(barn)
    rot.extend(avsnittene)

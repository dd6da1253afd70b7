"""Builds Word files for the tests: with python-docx, and by hand where it cannot write what Word can."""

from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

DOKUMENTET, PEKERNE = "word/document.xml", "word/_rels/document.xml.rels"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def som_bytes(dokument):
    fil = BytesIO()
    dokument.save(fil)
    return fil.getvalue()


def xml(innhold):
    """An element of Word's, from XML with the prefix w."""
    start, _, resten = innhold.partition(">")
    lukket = start.endswith("/")
    navnerom = f" {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    return parse_xml(f"{start[:-1] if lukket else start}{navnerom}{'/' if lukket else ''}>{resten}")


def med_kropp(kropp, tittel="Arbeidsplan 2025-2028", deler=None):
    """A Word file with a title, and `kropp` as the body's XML below it. `deler`: other parts, by kind, that are added
    or put in the place of those that are there: {"footnotes": "<w:footnotes>…"}."""
    filer = _tom_fil()
    foer, sect, etter = filer[DOKUMENTET].partition("<w:sectPr")
    nye = {DOKUMENTET: f"{foer}{p(tittel) if tittel else ''}{kropp}{sect}{etter}", PEKERNE: filer[PEKERNE]}
    for nr, (slag, tekst) in enumerate((deler or {}).items()):
        start, _, resten = tekst.partition(">")
        nye[f"word/{slag}.xml"] = f'{start} xmlns:w="{W}">{resten}'
        type_ = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{slag}"
        if type_ not in nye[PEKERNE]:
            peker = f'<Relationship Id="ny{nr}" Type="{type_}" Target="{slag}.xml"/></Relationships>'
            nye[PEKERNE] = nye[PEKERNE].replace("</Relationships>", peker)
    fil = BytesIO(_pakket_uten(frozenset(nye)))
    with ZipFile(fil, "a", ZIP_DEFLATED) as zip_:
        for navn, innhold in nye.items():
            zip_.writestr(navn, innhold)
    return fil.getvalue()


@cache
def _tom_fil():
    """The parts of python-docx's empty file: text by name, and bytes where they are none."""
    with ZipFile(BytesIO(som_bytes(Document()))) as zip_:
        filer = {navn: zip_.read(navn) for navn in zip_.namelist()}
    return {navn: innhold.decode() if navn.endswith((".xml", ".rels")) else innhold for navn, innhold in filer.items()}


@cache
def _pakket_uten(navnene):
    """The empty file without these parts, packed once: its styles are most of a megabyte."""
    return zip_av({navn: innhold for navn, innhold in _tom_fil().items() if navn not in navnene})


def zip_av(filer, **valg):
    fil = BytesIO()
    with ZipFile(fil, "w", ZIP_DEFLATED) as zip_:
        for navn, innhold in filer.items():
            zip_.writestr(navn, innhold, **valg)
    return fil.getvalue()


def dokument(xml):
    """A Word file of one part, with this XML."""
    return zip_av({"word/document.xml": xml})


def kropp(innhold):
    return f'<w:document xmlns:w="{W}"><w:body>{innhold}</w:body></w:document>'


def p(tekst="", stil=None, liste=None, nivaa=0):
    """A paragraph's XML: its text, style id, and (list id, level)."""
    egenskaper = f'<w:pStyle w:val="{stil}"/>' if stil else ""
    if liste is not None:
        egenskaper += f'<w:numPr><w:ilvl w:val="{nivaa}"/><w:numId w:val="{liste}"/></w:numPr>'
    loep = f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>' if tekst else ""
    return f"<w:p><w:pPr>{egenskaper}</w:pPr>{loep}</w:p>"


def celle(tekst, bredde=1, flettet=None):
    """A cell's XML. `flettet`: "restart" or "continue". A text that is XML already stands as it is."""
    egenskaper = f'<w:gridSpan w:val="{bredde}"/>' if bredde > 1 else ""
    egenskaper += f'<w:vMerge w:val="{flettet}"/>' if flettet else ""
    return f"<w:tc><w:tcPr>{egenskaper}</w:tcPr>{tekst if tekst.startswith('<') else p(tekst)}</w:tc>"


def rad(*celler):
    return "<w:tr>" + "".join(ett if ett.startswith("<w:tc>") else celle(ett) for ett in celler) + "</w:tr>"


def tabell(*rader):
    return (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + "".join(ett if isinstance(ett, str) else rad(*ett) for ett in rader)
        + "</w:tbl>"
    )


TILTAK = tabell(("", "Tiltak", "Gjennomføring"), ("1a", "Gjøre noe", "2025"))
MAAL = p("1. Politikk") + TILTAK  # the least that a plan must have


def nummerert_definisjon(nivaaer, liste=1, mal=1, stiler=()):
    """The XML of a list: one (format, pattern) for each level, with the heading styles that stand on the levels."""
    deler = []
    for nr, (format_, moenster) in enumerate(nivaaer):
        stil = f'<w:pStyle w:val="{stiler[nr]}"/>' if nr < len(stiler) else ""
        deler.append(
            f'<w:lvl w:ilvl="{nr}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{stil}'
            f'<w:lvlText w:val="{moenster}"/></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{mal}">{"".join(deler)}</w:abstractNum>',
        f'<w:num w:numId="{liste}"><w:abstractNumId w:val="{mal}"/></w:num>',
    )


def sett_nummerering(dokument, *lister):
    """Put lists, each from `nummerert_definisjon`, in the place of python-docx's own."""
    rot = dokument.part.numbering_part.element
    for barn in list(rot):
        rot.remove(barn)
    for nr in (0, 1):
        for liste in lister:
            rot.append(xml(liste[nr]))


def nummerer_stil(dokument, stil, liste, nivaa):
    """Let a style stand on a level of a list, as Word's multi-level lists do."""
    egenskaper = dokument.styles[stil].element.get_or_add_pPr()
    for gammel in egenskaper.findall(qn("w:numPr")):
        egenskaper.remove(gammel)
    ilvl = f'<w:ilvl w:val="{nivaa}"/>' if nivaa else ""
    egenskaper.append(xml(f'<w:numPr>{ilvl}<w:numId w:val="{liste}"/></w:numPr>'))

"""The text of a paragraph, and what in it is no text of the plan: notes, hidden text, text boxes, drawings."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aktivitet.tekst import rens_linje, rens_tekst
from tiltak.dokument.blokker import foey_sammen
from tiltak.dokument.fil import MAKS_CELLER, WORDS_KULEPUNKT
from tiltak.dokument.word.noter import Noter, samlet_tekst
from tiltak.dokument.word.stiler import Stil, Stiler
from tiltak.dokument.word.tegn import symbol
from tiltak.dokument.word.xml import Element, R, T, W, paa, utpakket, val

_RPR, _RSTYLE, _VANISH = (f"{W}{navn}" for navn in ("rPr", "rStyle", "vanish"))
_FLDCHAR, _INSTR, _SYM, _BR = (f"{W}{navn}" for navn in ("fldChar", "instrText", "sym", "br"))
_FASTE_TEGN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",  # only its place in the line is another; its own sign is missing in many fonts
    f"{W}softHyphen": "\u00ad",
}
_GRAFIKK = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTER = {
    f"{W}footnoteReference": ("footnotes", "fotnote", "Fotnoten er ikke tatt med"),
    f"{W}endnoteReference": ("endnotes", "fotnote", "Sluttnoten er ikke tatt med"),
    f"{W}commentReference": ("comments", "kommentar", "Kommentaren i margen er ikke tatt med"),
}
TEKSTBOKS = "tekstboks"
_BOKS = f"{W}txbxContent"
_GRAFIKKDATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_ORDKUNST = "{urn:schemas-microsoft-com:vml}textpath"
_FORMEL, _FORMELTEKST = (f"{{http://schemas.openxmlformats.org/officeDocument/2006/math}}{n}" for n in ("oMath", "t"))
_BEVAR = "{http://www.w3.org/XML/1998/namespace}space"
_MAKS_FELT = 20  # fields within fields
_FIGUR = "En figur (diagram eller SmartArt) er ikke lest. Står det tekst i den, skriv den som vanlig tekst."


@dataclass
class Funn:
    """One thing in a paragraph that is no text of the plan; `ord` are its own words, where it has any."""

    hva: str
    innledning: str
    ord: str = ""

    @property
    def setning(self) -> str:
        return f"{self.innledning}: «{self.ord}»." if self.ord else self.innledning


@dataclass
class Lest:
    """What stands in a paragraph: its text, with tabs, and what is left out of it."""

    tekst: str = ""
    funn: list[Funn] = field(default_factory=list)
    i_innhold: bool = False


@dataclass
class _Felt:
    """A field that is open: its code comes first, then its result, which is what one sees."""

    kode: str = ""
    i_koden: bool = True

    def les_kode(self, tekst: str) -> None:
        """Take in a piece of the code; how it begins is all that we ask of it."""
        self.kode = f"{self.kode}{tekst}".lstrip()[:10]

    @property
    def er_innhold(self) -> bool:
        return self.kode.split()[:1] == ["TOC"]


class Avsnittsleser:
    """Reads paragraphs in the document's order, since a field may go on from one to the next.

    `hele_linjer`: a line break is part of the text, and no layout.
    """

    def __init__(self, stiler: Stiler, noter: Noter, *, hele_linjer: bool = False) -> None:
        self._hele_linjer = hele_linjer
        self._stiler = stiler
        self._noter = noter
        self._felt: list[_Felt] = []
        self._skjult: list[str] = []

    def les(self, avsnitt: Element, stil: Stil) -> Lest:
        """Read one paragraph. `i_innhold`: its text is part of Word's own contents page."""
        lest = Lest()
        deler: list[str] = []
        self._skjult = []
        for barn in utpakket(avsnitt):
            if barn.tag == R:
                deler += self._les_loep(barn, stil, lest)
            elif barn.tag == _FORMEL or barn.find(_FORMEL) is not None:
                deler += [tekst.text or "" for tekst in barn.iter(_FORMELTEKST)]
        # A code goes on in the next paragraph only where a field was never closed: it must not swallow what follows.
        self._felt = [felt for felt in self._felt if not felt.i_koden]
        if skjult := rens_linje("".join(self._skjult)):
            lest.funn.append(Funn("skjult-tekst", "Skjult tekst er ikke tatt med", skjult))
        tekst = "".join(deler)
        lest.tekst = rens_tekst(tekst) if self._hele_linjer else _rens(tekst)
        return lest

    def _les_loep(self, loep: Element, stil: Stil, lest: Lest) -> Iterator[str]:
        """The text of one run."""
        egenskaper = loep.find(_RPR)
        skjult = self._er_skjult(egenskaper, stil)
        for barn in utpakket(loep):
            tag = barn.tag
            if tag == _FLDCHAR:
                self._les_feltmerke(barn.get(f"{W}fldCharType"))
            elif tag == _INSTR:
                if self._felt:
                    self._felt[-1].les_kode(barn.text or "")
            elif any(felt.i_koden for felt in self._felt):
                continue
            elif tag in _NOTER:
                del_, hva, setning = _NOTER[tag]
                if note := self._noter.tekst(del_, barn.get(f"{W}id", "")):
                    lest.funn.append(Funn(hva, setning, note))
            elif tag in _GRAFIKK:
                lest.funn += _les_grafikk(barn)
            elif tekst := _tekst_av(barn, lest):
                if skjult:
                    self._skjult.append(tekst)
                    continue
                if not tekst.isspace() and any(felt.er_innhold for felt in self._felt):
                    lest.i_innhold = True
                yield tekst

    def _les_feltmerke(self, slag: str | None) -> None:
        if slag == "begin" and len(self._felt) < _MAKS_FELT:
            self._felt.append(_Felt())
        elif slag == "separate" and self._felt:
            self._felt[-1].i_koden = False
        elif slag == "end" and self._felt:
            self._felt.pop()

    def _er_skjult(self, egenskaper: Element | None, stil: Stil) -> bool:
        """What stands on the run itself counts before its style, and that before the paragraph's."""
        if egenskaper is None:
            return stil.skjult
        skjult = paa(egenskaper, _VANISH)
        if skjult is not None:
            return skjult
        tegnstil = val(egenskaper, _RSTYLE)
        return stil.skjult or (tegnstil is not None and self._stiler.stil(tegnstil).skjult)


def _tekst_av(element: Element, lest: Lest) -> str:
    """What one piece of a run adds to the text. A line break is "\\n", a page or column break too."""
    tag = element.tag
    if tag == T:
        tekst = (element.text or "").replace("\n", " ")
        # As Word does: without "preserve", space at the ends is layout of the XML.
        return tekst if element.get(_BEVAR) == "preserve" else tekst.strip(" \t\r\n")
    if tag == _BR:
        return "\n"
    if tag == _SYM:
        skrift, kode = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        tegn = symbol(skrift, kode)
        if not tegn:
            lest.funn.append(Funn("ukjent-tegn", f"Et tegn fra skriften «{skrift}» ({kode}) er ikke tatt med."))
        return tegn
    return _FASTE_TEGN.get(tag, "")


def _les_grafikk(element: Element) -> Iterator[Funn]:
    """What a drawing says in words; a picture says nothing that we can read."""
    bokser = [boks for boks in element.iter(_BOKS) if next(boks.iterancestors(_BOKS), None) is None]
    tekster = [samlet_tekst(boks) for boks in bokser]
    tekster += [rens_linje(ord_.get("string", "")) for ord_ in element.iter(_ORDKUNST)]
    yield from (Funn(TEKSTBOKS, "Teksten i tekstboksen er ikke tatt med", tekst) for tekst in tekster if tekst)
    data = next(element.iter(_GRAFIKKDATA), None)
    if not bokser and data is not None and not data.get("uri", "").endswith("/picture"):
        yield Funn("figur", _FIGUR)


def _rens(tekst: str) -> str:
    """Clean the text piece by piece between its tabs; its own line breaks are layout."""
    stykker = tekst.translate(WORDS_KULEPUNKT).split("\t", MAKS_CELLER)
    return "\t".join(foey_sammen(map(str.strip, rens_tekst(stykke).split("\n"))) for stykke in stykker)

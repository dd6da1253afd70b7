"""A Word file -> the lines that the reader of plans goes on with: one for each paragraph and each row of a table.

`Linje.nr` counts them as they stand in the document, from 1: paragraphs, empty ones too, and rows. Paragraphs inside a
row are not counted; the content of a table with one column, which is a frame, is counted like the text around it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tiltak.dokument.fil import MAKS_LINJER, UlesbartDokument
from tiltak.dokument.forside import er_innholdstittel, er_tittel
from tiltak.dokument.kolonner import kan_vaere_hode
from tiltak.dokument.linjer import INNHOLD, TITTEL, Linje, uten_kulemerke
from tiltak.dokument.plandokument import Filslag, Merknad
from tiltak.dokument.tabeller import KODE
from tiltak.dokument.word.avsnitt import TEKSTBOKS, Avsnittsleser
from tiltak.dokument.word.noter import Noter, samlet_tekst
from tiltak.dokument.word.nummerering import Merke, Nummerering
from tiltak.dokument.word.pakke import Pakke
from tiltak.dokument.word.stiler import Stil, Stiler, disposisjon, liste
from tiltak.dokument.word.tabell import Fletting, Rad, avsnitt_i, er_over_alt, kolonnevis, rader_i, ruter_i
from tiltak.dokument.word.xml import TBL, Element, P, W, utpakket, val

MAKS_NIVAA_TEGN = 200  # what is longer is a paragraph, whatever its style says
_MAKS_RAMMER = 8  # tables within tables

PPR, PSTYLE, BODY, _DOCUMENT, _ALTCHUNK = (f"{W}{n}" for n in ("pPr", "pStyle", "body", "document", "altChunk"))
_SPORET = [f"{W}{navn}" for navn in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")]

_SIDETALL = re.compile(r"(?:\W|\d|side|av|page|of)*", re.IGNORECASE)
_SPORINGER = (
    "Dokumentet har sporede endringer. Godta eller avvis dem i Word («Se gjennom», «Godta alle endringer»), "
    "lagre og prøv igjen."
)
_IKKE_WORD = "Filen er ikke et Word-dokument. Lagre planen som Word-dokument (.docx) og prøv igjen."
_FOR_MANGE = "Word-filen har over 50 000 avsnitt og tabellrader. Velg selve plandokumentet."
_TITTEL_I_BOKS = "Tittelen «{}» står i en tekstboks. Skriv den som vanlig tekst øverst i dokumentet."


def aapne_word(innhold: bytes) -> Pakke:
    """Open a Word file.

    Raises UlesbartDokument for what is no Word file, broken, locked, too large, or has tracked changes: which of the
    two texts is the plan, only people can say.
    """
    pakke = Pakke(innhold)
    rot = pakke.dokument
    if rot.tag != _DOCUMENT or rot.find(BODY) is None:
        raise UlesbartDokument(_IKKE_WORD)
    if next(rot.iter(_SPORET), None) is not None:
        raise UlesbartDokument(_SPORINGER)
    return pakke


def les_word(pakke: Pakke) -> tuple[list[Linje], list[Merknad]]:
    """Read a Word file: its lines, and what in it is no text of the plan (notes, comments, text boxes, hidden)."""
    leser = Wordleser(pakke)
    leser.les_blokker(pakke.dokument.find(BODY))
    if leser.tittel_i_boks and not any(er_tittel(linje.tekst) for linje in leser.linjer):
        raise UlesbartDokument(_TITTEL_I_BOKS.format(leser.tittel_i_boks))
    return leser.linjer, [*_topp_og_bunn(pakke, leser.linjer), *leser.merknader]


def _topp_og_bunn(pakke: Pakke, linjer: list[Linje]) -> Iterator[Merknad]:
    """What stands at the head and foot of the pages and nowhere else; a page's number says nothing."""
    sagt = {linje.tekst for linje in linjer}
    for slag, hva in (("header", "Toppteksten"), ("footer", "Bunnteksten")):
        for tekst in dict.fromkeys(samlet_tekst(rot) for rot in pakke.deler(slag)):
            if tekst not in sagt and not _SIDETALL.fullmatch(tekst):
                yield Merknad(0, "topptekst", f"{hva} på sidene er ikke tatt med: «{tekst}».")


class Wordleser:
    """Reads the blocks of a document from the top into `linjer` and `merknader`."""

    def __init__(self, pakke: Pakke, *, hele_linjer: bool = False) -> None:
        self.linjer: list[Linje] = []
        self.merknader: list[Merknad] = []
        self.tittel_i_boks = ""
        self._nr = 0
        self._stiler = Stiler(pakke.del_("styles"))
        self._nummerering = Nummerering(pakke.del_("numbering"), self._stiler)
        self._avsnittsleser = Avsnittsleser(self._stiler, Noter(pakke), hele_linjer=hele_linjer)
        self._i_innhold = False  # below a heading "Innhold" that somebody typed
        self._tabrad = False  # the last paragraph was a table's row made with tabs

    def les_blokker(self, element: Element, dybde: int = 0) -> None:
        """Read the paragraphs and tables of the body, or of a frame around them."""
        for barn in utpakket(element):
            if barn.tag == P:
                self._nr += 1
                self._legg_til(self._les_avsnitt(barn))
            elif barn.tag == TBL:
                self._les_tabell(barn, dybde)
            elif barn.tag == _ALTCHUNK:
                self._merk("uten-plass", "Et annet dokument er satt inn her, og er ikke lest. Kopier teksten inn.")

    def _merk(self, hva: str, tekst: str) -> None:
        self.merknader.append(Merknad(self._nr, hva, tekst))

    def _legg_til(self, linje: Linje) -> None:
        if len(self.linjer) >= MAKS_LINJER:
            raise UlesbartDokument(_FOR_MANGE)
        if er_innholdstittel(linje.tekst):
            self._i_innhold = True
        elif not linje.tom and linje.rolle != INNHOLD:
            self._i_innhold = False
        self.linjer.append(linje)

    def _les_avsnitt(self, avsnitt: Element, i_rute: bool = False) -> Linje:
        """One paragraph as a line, with what its style and list say of it; in a cell only text and bullet."""
        egenskaper = avsnitt.find(PPR)
        stil = self._stiler.stil(val(egenskaper, PSTYLE))
        merke = self._merket(egenskaper, stil)
        lest = self._avsnittsleser.les(avsnitt, stil)
        for funn in lest.funn:
            self._merk(funn.hva, funn.setning)
            if funn.hva == TEKSTBOKS and er_tittel(funn.ord):
                self.tittel_i_boks = funn.ord
        rad = lest.tekst
        grunn = Linje(self._nr, " ".join(filter(None, rad.split("\t"))), filslag=Filslag.WORD)
        if not grunn.tekst and not i_rute:  # an empty cell may hold a number alone
            return grunn
        punkt = merke.kule if merke else stil.kule
        if i_rute:
            return replace(grunn, punkt=True) if punkt else _med_nummer(grunn, merke)
        if stil.innhold or lest.i_innhold or (self._i_innhold and _har_sidetall(rad)):
            return replace(grunn, rolle=INNHOLD, celler=tuple(rad.split("\t")) if "\t" in rad else ())
        nivaa = disposisjon(egenskaper, stil.nivaa) if len(rad) <= MAKS_NIVAA_TEGN else 0
        if nivaa or stil.tittel:
            return _med_nummer(replace(grunn, rolle=TITTEL if stil.tittel else "", nivaa=nivaa), merke)
        self._tabrad = self._er_tabrad(rad)
        if self._tabrad:
            return replace(grunn, tekst="", celler=tuple(rad.split("\t")))
        if punkt:
            return replace(grunn, punkt=True)
        skrevet = uten_kulemerke(grunn.tekst) if merke is None else None
        return _med_nummer(grunn, merke) if skrevet is None else replace(grunn, tekst=skrevet, punkt=True)

    def _merket(self, egenskaper: Element | None, stil: Stil) -> Merke | None:
        """The number or bullet that Word puts in front; each paragraph of a list is asked for once, in order."""
        num_id, ilvl = liste(egenskaper)
        if num_id is None:
            num_id, ilvl = stil.num_id, stil.ilvl if ilvl is None else ilvl
        return self._nummerering.merke(num_id, ilvl, stil.id) if num_id not in (None, "0") else None

    def _er_tabrad(self, rad: str) -> bool:
        """A table somebody made with tabs: a head, a row that begins with a code, or what stands right below one."""
        celler = tuple(rad.split("\t"))
        if sum(map(bool, celler)) < 2:
            return False
        return kan_vaere_hode(celler) or (len(celler) > 2 and bool(KODE.match(celler[0]))) or self._tabrad

    def _les_tabell(self, tabell: Element, dybde: int) -> None:
        elementer = rader_i(tabell)
        flest = max((len(ruter_i(rad)) for rad in elementer), default=0)
        if flest <= 1 and dybde < _MAKS_RAMMER:
            for rad in elementer:
                for rute in ruter_i(rad):
                    self.les_blokker(rute, dybde + 1)
            return
        fletting = Fletting()
        rader = []
        for element in elementer:
            self._nr += 1
            if flest > 1 and er_over_alt(element):
                rader.append(Rad(self._nr, avsnitt=[self._les_avsnitt(p) for p, _ in avsnitt_i(element)]))
            else:
                rader.append(Rad(self._nr, fletting.les_rad(element, self._les_rute)))
                while fletting.skjult:
                    tekst = fletting.skjult.pop(0)
                    self._merk(
                        "skjult-tekst", f"Teksten er skjult av den flettede ruta over, og ikke tatt med: «{tekst}»."
                    )
        self._legg_til_rader(rader)

    def _legg_til_rader(self, rader: list[Rad]) -> None:
        """Give each row its line. A row that is one cell over the whole table may be a goal's heading."""
        hode: Linje | None = None
        brutt = False
        for rad, celler in zip(rader, kolonnevis(rader), strict=True):
            if rad.avsnitt:
                brutt = self._legg_til_bred_rad(rad) or brutt
            elif not all(rute.gjentatt for rute in rad.ruter):
                linje = Linje(rad.nr, "", celler=celler, filslag=Filslag.WORD)
                if kan_vaere_hode(celler):
                    hode = linje
                elif brutt and hode:  # below a heading within the table the columns are the same
                    self._legg_til(replace(hode, nr=rad.nr))
                brutt = False
                self._legg_til(linje)

    def _legg_til_bred_rad(self, rad: Rad) -> bool:
        """Take the row as a goal's heading with the text below it, and give True; or point out what stands there."""
        linjer = [linje for linje in rad.avsnitt if not linje.tom]
        if linjer and linjer[0].maal:
            for linje in linjer:
                self._legg_til(linje)
            return True
        if tekst := " ".join(linje.tekst or " ".join(linje.celler) for linje in linjer):
            hva = f"Raden går over hele tabellen, og er ikke tatt med: «{tekst}»."
            self.merknader.append(Merknad(rad.nr, "uten-plass", hva))
        return False

    def _les_rute(self, rute: Element) -> str:
        """The text of a cell: its paragraphs with a space between, and the bullets of a list within the text."""
        deler: list[tuple[str, str]] = []
        har_tabell = False
        for avsnitt, indre in avsnitt_i(rute):
            linje = self._les_avsnitt(avsnitt, i_rute=True)
            if linje.tekst:
                deler.append(("• " if linje.punkt else "", linje.tekst))
            har_tabell = har_tabell or indre
        if har_tabell:
            self._merk("tabell-i-tabell", "En tabell inne i en rute er lest som vanlig tekst i ruta.")
        return deler[0][1] if len(deler) == 1 else " ".join(f"{merke}{tekst}" for merke, tekst in deler)


def _har_sidetall(rad: str) -> bool:
    """True for a line of a typed contents page: a text, a tab, and the number of a page."""
    tekst, _, side = rad.rpartition("\t")
    return bool(tekst.strip()) and side.isdecimal() and len(side) <= 4


def _med_nummer(linje: Linje, merke: Merke | None) -> Linje:
    """The line with the number that Word made in front, as on paper."""
    if merke is None or merke.kule:
        return linje
    return replace(linje, tekst=f"{merke.tekst} {linje.tekst}".strip(), liste=merke.liste)

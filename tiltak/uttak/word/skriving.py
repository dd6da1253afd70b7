"""A plan -> a Word file: its cover, its contents, and its text with line numbers in the margin.

The text is the plan's own and nothing else. What a reader needs to tell one thing from another stands in styles and
bookmarks, which are not seen: see `stiler.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

import docx

from tiltak.dokument import egen
from tiltak.dokument.plandokument import Avsnitt, Kapittel, Maal, Plandokument
from tiltak.uttak.pakking import pakk_om
from tiltak.uttak.word import stiler
from tiltak.uttak.word.forside import TITTELMERKE, er_tilbakelagt, forsiden, innholdsfortegnelsen
from tiltak.uttak.word.sideoppsett import TEKSTBREDDE, ny_del_med_linjenumre, sett_opp_siden, sett_opplysninger
from tiltak.uttak.word.xml import Element, avsnitt, bokmerke, loep, tabell

_KODEBREDDE, _LANG_KODEBREDDE, _FRISTBREDDE, _ORGANBREDDE, _MAANEDSBREDDE = 907, 1500, 2300, 1700, 1500
_KORT_KODE = 7


def lag_word(dok: Plandokument, *, dag: date, topptekst: str, tilstand: str = "") -> bytes:
    """Give the plan as a Word file, dated `dag`; `topptekst` stands at the top of every page but the cover.

    `tilstand` says on the cover how far the plan has come; it is no part of the plan.

    The same content gives the same bytes. Nothing stored makes it raise.
    """
    dokument = docx.Document()
    stiler.sett_stiler(dokument, TEKSTBREDDE)
    sett_opp_siden(dokument, topptekst)
    emne = dok.undertittel if er_tilbakelagt(dok.undertittel, tilstand) else ""
    sett_opplysninger(dokument, tittel=dok.tittel, emne=emne, utgiver=dok.organisasjon, dag=dag)
    tekst = _Plantekst(dok)
    kropp = list(tekst.skriv())
    body = dokument.element.body
    for del_ in [*forsiden(dok, tilstand), *innholdsfortegnelsen(tekst.overskrifter)]:
        body.insert_element_before(del_, "w:sectPr")
    ny_del_med_linjenumre(dokument)
    for del_ in kropp:
        body.insert_element_before(del_, "w:sectPr")
    ut = BytesIO()
    dokument.save(ut)
    return pakk_om(ut.getvalue())


@dataclass
class _Plantekst:
    """The text of the plan, written from the top; `overskrifter` is (level, text, bookmark) of what stands in it."""

    dok: Plandokument
    overskrifter: list[tuple[int, str, str]] = field(default_factory=list)

    def skriv(self) -> Iterator[Element]:
        """Everything in the plan, in the order in which it is read."""
        kapitler = self.dok.kapitler
        slag = [kapittel.slag for kapittel in kapitler]
        avslutning = slag.index("avslutning") if "avslutning" in slag else len(slag)
        maalene = slag.index("maal") + 1 if "maal" in slag else avslutning
        periodemaal = slag.index("periodemaal") + 1 if "periodemaal" in slag else maalene
        aktivitetene = max((nr for nr, ett in enumerate(slag, start=1) if ett == "avslutning"), default=len(slag))
        for plass in range(len(kapitler) + 1):
            if plass:
                yield from self._kapittel(kapitler[plass - 1])
            if plass == periodemaal:
                yield from (avsnitt(stiler.PERIODEMAAL, ett.tekst) for ett in self.dok.periodemaal)
            if plass == maalene:
                for maal in self.dok.maal:
                    yield from self._maal(maal)
            if plass == aktivitetene and self.dok.aktivitetsplan:
                yield self._aktivitetsplan()
                yield avsnitt(stiler.TABELLTEKST)  # Word wants a paragraph below the last table

    def _overskrift(self, nivaa: int, tekst: str, merke: str) -> Element:
        nr = TITTELMERKE + 1 + len(self.overskrifter)
        navn = f"{merke}{nr}"
        self.overskrifter.append((nivaa, tekst, navn))
        return avsnitt(f"Heading{nivaa}", *bokmerke(nr, navn, loep(tekst)))

    def _kapittel(self, kapittel: Kapittel) -> Iterator[Element]:
        # An introduction that stands first needs none; another chapter without one is known by its empty heading.
        if kapittel.overskrift or self.overskrifter or kapittel.slag != "innledning" or not kapittel.avsnitt:
            yield self._overskrift(1, kapittel.overskrift, f"{egen.KAPITTEL}{kapittel.slag}_")
        yield from _avsnittene(kapittel.avsnitt)

    def _maal(self, maal: Maal) -> Iterator[Element]:
        nivaa = min(maal.nummer.count(".") + 2, stiler.DYPESTE_OVERSKRIFT)
        punktum = "" if "." in maal.nummer else "."
        yield self._overskrift(nivaa, f"{maal.nummer}{punktum} {maal.overskrift}", egen.MAAL)
        if maal.motto:
            yield avsnitt(stiler.MOTTO, maal.motto)
        yield from _avsnittene(maal.avsnitt)
        if maal.tiltak:
            yield _tiltakstabell(maal)

    def _aktivitetsplan(self) -> Element:
        resten = TEKSTBREDDE - _MAANEDSBREDDE
        rader = [(rad.maaned, rad.valgaar, rad.mellomaar) for rad in self.dok.aktivitetsplan]
        bredder = (_MAANEDSBREDDE, resten // 2, resten - resten // 2)
        return tabell(stiler.TABELL, "Aktivitetsplan", bredder, [("Måned", "Valgår", "Mellomår"), *rader])


def _avsnittene(alle: tuple[Avsnitt, ...]) -> Iterator[Element]:
    yield from (avsnitt(stiler.PUNKT if ett.punkt else stiler.BROEDTEKST, ett.tekst) for ett in alle)


def _tiltakstabell(maal: Maal) -> Element:
    """The measures of a goal; the columns for code and body are there where some measure has one."""
    lengste = max(len(ett.kode) for ett in maal.tiltak)
    kolonner = [
        ("Kode", _LANG_KODEBREDDE if lengste > _KORT_KODE else _KODEBREDDE, [ett.kode for ett in maal.tiltak]),
        ("Tiltak", 0, [ett.tekst for ett in maal.tiltak]),
        ("Gjennomføring", _FRISTBREDDE, [ett.gjennomfoering for ett in maal.tiltak]),
        ("Ansvarlig", _ORGANBREDDE, [ett.ansvarlig for ett in maal.tiltak]),
    ]
    brukt = [kolonne for kolonne in kolonner if kolonne[0] in ("Tiltak", "Gjennomføring") or any(kolonne[2])]
    ledig = TEKSTBREDDE - sum(bredde for _, bredde, _ in brukt)
    bredder = [bredde or ledig for _, bredde, _ in brukt]
    rader = zip(*(verdier for _, _, verdier in brukt), strict=True)
    return tabell(stiler.TABELL, f"Tiltak under mål {maal.nummer}", bredder, [[k[0] for k in brukt], *rader])

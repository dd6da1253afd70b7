"""What people wrote, as Word's own paragraphs, bullets, bold words and links; and a measure's lines in a cell."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from aktivitet.tekst import rens_linje

from ...uttak.word.stiler import BROEDTEKST, PUNKT, TABELLTEKST
from ...uttak.word.xml import Element, avsnitt, element, fast, loep, ytre_lenke
from ..deler import Linje, Tiltaksdel
from ..tekst import Bit, Linjebiter, Tekstblokk
from .stil import LENKE, STERK, TABELLNOTE

LENGSTE_ADRESSE = 2000  # Word takes a file with a longer one for damaged
_SOM_DE_ER = "%/:?#[]@!$&'()*+,;=~"  # the signs of an address that mean something in it


def blokkene(blokker: Iterable[Tekstblokk], eier: Part) -> Iterator[Element]:
    """The paragraphs of a text; the addresses of its links are kept by `eier`, the part that they will stand in."""
    for blokk in blokker:
        if blokk.er_punkter:
            yield from (avsnitt(PUNKT, *_biter(linje, eier)) for linje in blokk.linjer)
        else:
            linjene = [[*_biter(linje, eier)] for linje in blokk.linjer]
            skift = element("r", element("br"))
            yield avsnitt(BROEDTEKST, *(del_ for nr, en in enumerate(linjene) for del_ in ([skift] * bool(nr) + en)))


def tiltaket(tiltak: Tiltaksdel) -> list[Element]:
    """The cell of a measure: its wording, and when it is to be done by whom, as the plan says it."""
    om = [("Gjennomføring", tiltak.gjennomfoering), ("Ansvarlig", tiltak.ansvarlig)]
    note = ". ".join(f"{hva}: {verdi}" for hva, verdi in om if verdi)
    return [avsnitt(TABELLTEKST, tiltak.tekst), *([avsnitt(TABELLNOTE, note)] if note else [])]


def stillingen(tiltak: Tiltaksdel) -> list[Element]:
    """The cell of how a measure stands: its sum, and its lines; that nothing was due, where nothing was."""
    if not tiltak.har_frist:
        return [avsnitt(TABELLNOTE, "Ingen frist i perioden")]
    sum_ = [avsnitt(TABELLTEKST, sterk(tiltak.sammendrag))] if tiltak.sammendrag else []
    return [*sum_, *(del_ for linje in tiltak.linjer for del_ in linjen(linje, med_frist=True))]


def linjen(linje: Linje, *, med_frist: bool) -> Iterator[Element]:
    """How a measure stands at one due date, and what was said of it; `med_frist` names the due date first."""
    foran = [loep(f"{linje.naar}:"), fast(" ")] if med_frist else []
    dag = [fast(" "), loep(linje.dag)] if linje.dag else []
    yield avsnitt(TABELLTEKST, *foran, sterk(linje.status), *dag)
    if linje.merknad:
        yield avsnitt(TABELLTEKST, linje.merknad)


def sterk(tekst: str) -> Element:
    """A run of words that stand out."""
    return loep(tekst, element("rStyle", val=STERK))


def _biter(linje: Linjebiter, eier: Part) -> Iterator[Element]:
    for bit in linje:
        adresse = _adresse(bit.lenke)
        stil = [element("rStyle", val=LENKE)] if adresse else [element("rStyle", val=STERK)] if bit.fet else []
        loepene = [*_med_kanter(bit, [*stil, *([element("b")] if adresse and bit.fet else [])])]
        if adresse:
            yield ytre_lenke(eier.relate_to(adresse, RELATIONSHIP_TYPE.HYPERLINK, is_external=True), *loepene)
        else:
            yield from loepene


def _med_kanter(bit: Bit, egenskaper: list[Element]) -> Iterator[Element]:
    """The words of a piece, with the space at its ends, which tells it from its neighbours."""
    if bit.tekst[:1].isspace():
        yield fast(" ")
    if bit.tekst.strip():
        yield loep(bit.tekst, *egenskaper)
        if bit.tekst[-1:].isspace():
            yield fast(" ")


def _adresse(lenke: str) -> str:
    """An address as a Word file may keep it; empty where it may not."""
    adresse = quote(rens_linje(lenke), safe=_SOM_DE_ER)
    return adresse if len(adresse) <= LENGSTE_ADRESSE else ""

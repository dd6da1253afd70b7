"""The report -> a Word file: cover, contents and chapters; as a chapter of a larger report, without the two first."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from aktivitet.tid import dag_i_ord

from ...uttak.pakking import pakk_om
from ...uttak.word.forside import innholdsfortegnelsen
from ...uttak.word.sideoppsett import sett_opp_siden, sett_opplysninger
from ...uttak.word.stiler import BROEDTEKST, TITTEL
from ...uttak.word.xml import Element, avsnitt
from ..datering import filens_dag
from ..deler import Rapportinnhold
from ..utgivelse import Utgivelse
from .kapitler import Kapitler
from .stil import PERIODE, TIL, TILSTAND, UTGIVER, UTKAST, sett_rapportstiler

UTKASTMERKE = "UTKAST"  # above every page of what is not laid before the meeting


def lag_word(innhold: Rapportinnhold, utgivelse: Utgivelse, *, kapittel: bool = False) -> bytes:
    """Give the report as a Word file. `kapittel`: to be put into a larger report, with its title as the heading that
    all the others stand under.

    The same content and version gives the same bytes. Nothing stored makes it raise.
    """
    dokument = docx.Document()
    sett_rapportstiler(dokument)
    merke = [avsnitt(UTKAST, UTKASTMERKE)] if utgivelse.er_utkast else []
    topptekst = f"{innhold.organisasjon} – {innhold.tittel} – {utgivelse.i_ord}"
    sett_opp_siden(dokument, topptekst, merke=merke, forside=not kapittel)
    sett_opplysninger(
        dokument,
        tittel=innhold.tittel,
        emne=utgivelse.i_ord,
        utgiver=innhold.organisasjon,
        dag=filens_dag(innhold),
    )
    kapitler = Kapitler(innhold, dokument.part, oeverst=2 if kapittel else 1)
    if kapittel:
        hodet = [*_kapittelhode(innhold, utgivelse, kapitler)]
        _legg_til(dokument, [*hodet, *kapitler.skriv()])
    else:
        tekst = [*kapitler.skriv()]  # first, since the contents tell what stands in it
        _legg_til(dokument, [*_forsiden(innhold, utgivelse), *innholdsfortegnelsen(kapitler.overskrifter), *tekst])
    ut = BytesIO()
    dokument.save(ut)
    return pakk_om(ut.getvalue())


def _forsiden(innhold: Rapportinnhold, utgivelse: Utgivelse) -> Iterator[Element]:
    """The cover: whose report it is, of which days, how far it has come, and to whom it is."""
    yield avsnitt(UTGIVER, innhold.organisasjon)
    yield avsnitt(TITTEL, innhold.tittel)
    yield avsnitt(PERIODE, innhold.periode)
    yield avsnitt(TILSTAND, utgivelse.i_ord)
    yield from (avsnitt(TIL, linje) for linje in _om(innhold))


def _kapittelhode(innhold: Rapportinnhold, utgivelse: Utgivelse, kapitler: Kapitler) -> Iterator[Element]:
    """The same in the little room that a chapter has."""
    yield kapitler.overskrift(innhold.tittel, -1)
    yield avsnitt(BROEDTEKST, f"{innhold.organisasjon}. {innhold.periode}. {utgivelse.i_ord}.")
    yield from (avsnitt(TIL, linje) for linje in _om(innhold))


def _om(innhold: Rapportinnhold) -> Iterator[str]:
    yield "Fra fylkesstyret til årsmøtet"
    if innhold.moete:
        yield innhold.moete
    yield innhold.plan
    if innhold.oppdatert:
        yield f"Opplysningene er sist oppdatert {dag_i_ord(filens_dag(innhold))}."


def _legg_til(dokument: Document, delene: list[Element]) -> None:
    """Put the parts in as the text, with a paragraph below a table that is last: Word wants one."""
    siste = [avsnitt(BROEDTEKST)] if delene[-1].tag == qn("w:tbl") else []
    for del_ in [*delene, *siste]:
        dokument.element.body.insert_element_before(del_, "w:sectPr")

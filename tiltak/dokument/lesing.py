"""The reader: bytes -> Plandokument. The other rooms each do one step; here they are put together."""

from collections.abc import Callable, Collection
from dataclasses import replace

from aktivitet.tekst import rens_linje
from tiltak.dokument.blokker import KAPITTEL, TABELL, del_i_blokker
from tiltak.dokument.deler import les_kapittel, les_maal, les_periodemaal, overskrifter_uten_nummer
from tiltak.dokument.egen import les_egen
from tiltak.dokument.fil import UlesbartDokument, les_fil, sjekk_filen
from tiltak.dokument.forside import les_forside, uten_innholdslinjer
from tiltak.dokument.koder import med_maalets_nummer
from tiltak.dokument.kolonner import kjente_kolonner
from tiltak.dokument.layout import delte_ord, hull_i_margen, uten_loese_linjer
from tiltak.dokument.linjer import Linje, les_linjer
from tiltak.dokument.plandokument import Aktivitetsrad, Filslag, Kapittel, Maal, Merknad, Periodemaal, Plandokument
from tiltak.dokument.planjson import er_planjson, les_planjson
from tiltak.dokument.seksjoner import del_i_seksjoner
from tiltak.dokument.slipper import finn_slipper
from tiltak.dokument.tabeller import Tabellinnhold, les_tabell
from tiltak.dokument.word import Pakke, aapne_word, er_egen, les_egne_linjer, les_word

_UTEN_MAAL = "Fant ingen nummererte mål i dokumentet. Sjekk at det er planen, og at målene har nummer («1.1 …»)."
_UTEN_TILTAK = "Fant ingen tiltak i dokumentet. De skal stå i tabeller med kolonnene «Tiltak» og «Gjennomføring»."


def les_dokument(innhold: bytes, forstaatt: Callable[[str], bool] | None = None) -> Plandokument:
    """Read a plan document: a text file, a Word file (.docx), or the app's own JSON, told by its content.

    `forstaatt` says whether a phrase of the column "Gjennomføring" can be read as a deadline; without it no phrase is
    pointed out as not understood. Every line that finds no place is in a Merknad, apart from blank ones.

    Raises UlesbartDokument, and nothing else, for what is no readable file (see `les_fil` and `aapne_word`), has no
    title with a period, no goals or no measures, or holds two plans.
    """
    filslag = sjekk_filen(innhold)
    if er_planjson(innhold):
        return _med_slipper(les_planjson(innhold), forstaatt)
    pakke = aapne_word(innhold) if filslag is Filslag.WORD else None
    if pakke and er_egen(pakke) and (egen := les_egen(*les_egne_linjer(pakke))):
        undertittel = egen.undertittel or rens_linje(pakke.emnet())  # see `er_tilbakelagt` in uttak/word
        return _med_slipper(replace(egen, undertittel=undertittel), forstaatt)
    linjer, merknader = _les_alle(innhold, pakke)
    linjer, innholdslinjer = uten_innholdslinjer(linjer)
    forside = les_forside(linjer)
    forside.innhold += innholdslinjer
    linjer = linjer[forside.slutt :]
    merknader += [*forside.merknader, *hull_i_margen(linjer), *delte_ord(linjer)]
    blokker = uten_loese_linjer(del_i_blokker(linjer), forside, merknader)
    kapitler: list[Kapittel] = []
    periodemaal: list[Periodemaal] = []
    maal: list[Maal] = []
    rader: list[Aktivitetsrad] = []
    numre: set[str] = set()
    kapittelnumre: set[str] = set()
    for seksjon in del_i_seksjoner(blokker, frozenset(linje.tekst.lower() for linje in forside.innhold)):
        tabeller = Tabellinnhold(seksjon.nummer)
        for blokk in seksjon.blokker:
            if blokk.slag == TABELL:
                les_tabell(blokk, tabeller)
        rader += tabeller.rader
        merknader += tabeller.merknader
        if seksjon.nummer:
            maal.append(les_maal(seksjon, tabeller, numre))
            merknader += overskrifter_uten_nummer(seksjon)
            numre.add(seksjon.nummer)
        else:
            hode = seksjon.overskrift
            if hode and hode.slag == KAPITTEL and hode.maal:
                kapittelnumre.add(hode.maal[0])
            kapittel = les_kapittel(seksjon)
            if hode or kapittel.avsnitt:  # not only a table above everything, which is pointed out
                kapitler.append(kapittel)
            periodemaal += les_periodemaal(seksjon)
    if not maal:
        raise UlesbartDokument(_UTEN_MAAL)
    if not any(ett.tiltak for ett in maal):
        raise UlesbartDokument(_UTEN_TILTAK)
    maal, om_koder = med_maalets_nummer(maal)
    merknader += om_koder
    dok = Plandokument(
        organisasjon=forside.organisasjon,
        tittel=forside.tittel,
        undertittel=forside.undertittel,
        fra=forside.fra,
        til=forside.til,
        innhold=tuple(forside.innhold),
        kapitler=tuple(kapitler),
        periodemaal=tuple(periodemaal),
        maal=tuple(maal),
        aktivitetsplan=tuple(rader),
        tomme_linjer=tuple(linje.margin for linje in linjer if linje.tom and linje.margin is not None),
        merknader=(),
        filslag=filslag,
    )
    return _med_slipper(replace(dok, merknader=tuple(merknader)), forstaatt, kapittelnumre)


def _med_slipper(
    dok: Plandokument, forstaatt: Callable[[str], bool] | None, kapittelnumre: Collection[str] = ()
) -> Plandokument:
    merknader = [*dok.merknader, *finn_slipper(dok, forstaatt, kapittelnumre)]
    return replace(dok, merknader=tuple(sorted(merknader, key=lambda merknad: merknad.linje)))


def _les_alle(innhold: bytes, pakke: Pakke | None) -> tuple[list[Linje], list[Merknad]]:
    """Every line of the document, whichever kind of file it is, and what in it is no text of the plan."""
    if pakke:
        linjer, merknader = les_word(pakke)
    else:
        linjer, merknader = les_linjer(les_fil(innhold)), []
    linjer, om_kolonner = kjente_kolonner(linjer)
    return linjer, [*merknader, *om_kolonner]

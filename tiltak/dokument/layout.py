"""What the layout leaves behind, pointed out line by line: jumps in the margin, divided words, page numbers."""

from collections.abc import Iterator
from itertools import pairwise

from tiltak.dokument.blokker import MAAL, PUNKT, TABELL, Blokk, deler_ord
from tiltak.dokument.fil import UlesbartDokument
from tiltak.dokument.forside import Forside, er_tittellinje
from tiltak.dokument.linjer import TITTEL, Linje
from tiltak.dokument.periode import perioden
from tiltak.dokument.plandokument import Merknad


def hull_i_margen(linjer: list[Linje]) -> Iterator[Merknad]:
    """Where the margin's numbers jump, and where a line has none in a document that is numbered."""
    forrige = None
    for linje in linjer:
        if linje.margin is not None:
            if forrige is not None and linje.margin != forrige + 1:
                tekst = f"Linjenummeret i margen hopper fra {forrige} til {linje.margin}. Mangler det noe?"
                yield Merknad(linje.nr, "linjenummer", tekst)
            forrige = linje.margin
    for linje in linjer if forrige is not None else ():
        if linje.margin is None and not linje.celler and not linje.tom:
            tekst = f"Linja har ikke linjenummer i margen, som de andre har: «{linje.tekst}»."
            yield Merknad(linje.nr, "uten-linjenummer", tekst)


def delte_ord(linjer: list[Linje]) -> Iterator[Merknad]:
    """Where a line ends with a hyphen inside a word, so that somebody must look whether it belongs there."""
    for linje, neste in pairwise(linjer):
        if linje.tekst.endswith("-") and not linje.hel and not neste.punkt and deler_ord(linje.tekst, neste.tekst):
            ord_ = (linje.tekst.split()[-1] + neste.tekst.split()[0]).strip(".,:;!?()«»")
            yield Merknad(linje.nr, "delt-ord", f"Linja slutter med bindestrek. Ordet er lest som «{ord_}».")


def uten_loese_linjer(blokker: list[Blokk], forside: Forside, merknader: list[Merknad]) -> list[Blokk]:
    """Leave page numbers, running heads and bullets without text out, each with a Merknad; give the rest.

    Raises UlesbartDokument when goals begin anew after another title, or Word knows another title: two plans in one
    file.
    """
    tittel, periode = forside.tittel, (forside.fra, forside.til)
    har_margin = any(blokk.margin_fra is not None for blokk in blokker)
    enere = [plass for plass, blokk in enumerate(blokker) if _er_maal_1(blokk)]
    igjen: list[Blokk] = []
    for plass, blokk in enumerate(blokker):
        tekst = blokk.tekst
        foerste = blokk.linjer[0]
        ny_tittel = er_tittellinje(foerste, tekst) and blokk.slag != PUNKT
        mellom_maal = bool(enere) and enere[0] < plass < enere[-1]
        if ny_tittel and (mellom_maal or (foerste.rolle == TITTEL and perioden(tekst) != periode)):
            sted = f"{foerste.filslag.enhet} {blokk.linje}"
            setning = f"Filen inneholder to planer: «{tittel}» og «{tekst}» ({sted}). Del den i to filer."
            raise UlesbartDokument(setning)
        nummerert = blokk.margin_fra is not None
        if blokk.slag != TABELL and (not tekst or (not nummerert and (tekst.isdecimal() or tekst == tittel))):
            merknader.append(
                Merknad(blokk.linje, "uten-plass", f"{foerste.filslag.bestemt} er ikke tatt med: «{tekst or '•'}».")
            )
            continue
        if blokk.inntil_tabell and not har_margin and blokk.slag != MAAL:
            setning = f"Linja står rett under en tabell, men er lest som vanlig tekst: «{tekst}»."
            merknader.append(Merknad(blokk.linje, "inntil-tabell", setning))
        igjen.append(blokk)
    return igjen


def _er_maal_1(blokk: Blokk) -> bool:
    return blokk.slag == MAAL and (blokk.maal or ("",))[0] == "1"

"""What the columns of a plan's tables are called, put into the few names that `tabeller` knows.

Plans call the same column "Frist", "Tidsfrist" or "Når". Some of the names, such as "Hva" and "Når", may head other
tables too: they are taken for measures only in a document where no table says "Tiltak", and that is pointed out. A
column of goals ("Mål") is turned into headings, so that what follows reads such a table like any other plan.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from tiltak.dokument.linjer import Linje
from tiltak.dokument.overskrift import stiloverskrift
from tiltak.dokument.plandokument import Merknad
from tiltak.dokument.tabeller import hodet

_NAVN = {
    "Kode": "nr nummer # pkt punkt kode tiltaksnummer tiltaksnr",
    "Tiltak": "tiltak tiltaket",
    "Gjennomføring": "gjennomføring gjennomføres gjennomførast frist tidsfrist når tid tidspunkt tidsrom tidsramme"
    " tidsplan periode",
    "Ansvarlig": "ansvarlig ansvarleg ansvar ansvarlige ansvarlege ansvarshavende hvem kven",
}
_SVAKE = "aktivitet aktivitetar aktiviteter oppgave oppgåve hva kva handling beskrivelse beskriving"  # for "Tiltak"
_KOLONNE = {ord_: navn for navn, ordene in _NAVN.items() for ord_ in ordene.split()}
_SVAK_KOLONNE = _KOLONNE | dict.fromkeys(_SVAKE.split(), "Tiltak")
_MAALKOLONNER = frozenset(["mål", "delmål", "hovedmål", "hovudmål", "målområde"])
_DELER = re.compile(r"\s*(?:/|,|\bog\b|\beller\b)\s*")


def kjente_kolonner(linjer: list[Linje]) -> tuple[list[Linje], list[Merknad]]:
    """Give the lines with the heads of measures' tables in known names, and with a column of goals as headings."""
    navn = _KOLONNE if any(_er_tiltakshode(linje, _KOLONNE) for linje in linjer) else _SVAK_KOLONNE
    merknader: list[Merknad] = []
    sett: set[tuple[str, ...]] = set()
    omdoept = []
    for linje in linjer:
        ny = replace(linje, celler=_omdoep(linje.celler, navn)) if _er_tiltakshode(linje, navn) else linje
        if ny != linje and navn is _SVAK_KOLONNE and linje.celler not in sett:
            sett.add(linje.celler)
            hva = f"Kolonnene «{' | '.join(linje.celler)}» er lest som «{' | '.join(ny.celler)}»."
            merknader.append(Merknad(linje.nr, "kolonner-tolket", hva))
        omdoept.append(ny)
    return list(_maal_som_overskrifter(omdoept, merknader)), merknader


def kan_vaere_hode(celler: tuple[str, ...]) -> bool:
    """True for the head of a table that we know, by any of the names that we know."""
    return bool(hodet(_omdoep(celler, _SVAK_KOLONNE)))


def _er_tiltakshode(linje: Linje, navn: dict[str, str]) -> bool:
    return bool(linje.celler) and "tekst" in hodet(_omdoep(linje.celler, navn))


def _omdoep(celler: tuple[str, ...], navn: dict[str, str]) -> tuple[str, ...]:
    """The names of a head; where two columns would get the same one, the later keeps its own."""
    kjente: list[str] = []
    for celle in celler:
        nytt = _navnet(celle, navn)
        kjente.append(nytt if nytt and nytt not in kjente else celle)
    return tuple(kjente)


def _navnet(celle: str, navn: dict[str, str]) -> str:
    """The known name of a column, "" for one we do not know. "Frist/gjennomføring" is known, for both parts say so."""
    if len(celle) > 60:
        return ""
    deler = {navn.get(del_, "") for del_ in _DELER.split(celle.lower().strip(" .:?"))}
    return deler.pop() if len(deler) == 1 else ""


def _maal_som_overskrifter(linjer: Iterable[Linje], merknader: list[Merknad]) -> Iterator[Linje]:
    nummer, tittel = "", ""  # of the goal that the lines stand under
    for er_tabell, gruppe in groupby(linjer, key=lambda linje: bool(linje.celler)):
        rader = list(gruppe)
        hode = rader[0]
        plass = next((nr for nr, celle in enumerate(hode.celler) if celle.lower() in _MAALKOLONNER), None)
        if not er_tabell or plass is None or not hodet(hode.celler) or not _bare_maal(rader[1:], plass, nummer):
            yield from rader
            nummer, tittel = next((linje.maal for linje in reversed(rader) if linje.maal), (nummer, tittel))
            continue
        foerst = stiloverskrift(_celle(rader[1], plass))
        for rad in rader[1:] if foerst else rader:  # the head stands below each goal
            treff = stiloverskrift(_celle(rad, plass)) if rad is not hode else None
            if treff and treff[0] == nummer and treff[1] != tittel:
                hva = f"Mål {nummer} heter «{tittel}» ovenfor, og «{treff[1]}» i tabellen. Det siste er ikke tatt med."
                merknader.append(Merknad(rad.nr, "uten-plass", hva))
            elif treff and treff[0] != nummer:
                nummer, tittel = treff
                yield replace(rad, tekst=rad.celler[plass], celler=(), nivaa=1)
                yield _uten_celle(replace(hode, nr=rad.nr), plass)
            yield _uten_celle(rad, plass)


def _bare_maal(rader: list[Linje], plass: int, nummer: str) -> bool:
    """True when the column names a numbered goal in some row, and nothing else but the goal we are in."""
    celler = [_celle(rad, plass) for rad in rader]
    funnet = [bool(stiloverskrift(celle)) for celle in celler]
    return any(funnet) and all(
        treff or not celle or celle == nummer for treff, celle in zip(funnet, celler, strict=True)
    )


def _celle(rad: Linje, plass: int) -> str:
    return rad.celler[plass] if plass < len(rad.celler) else ""


def _uten_celle(rad: Linje, plass: int) -> Linje:
    return replace(rad, celler=rad.celler[:plass] + rad.celler[plass + 1 :])

"""Table rows -> measures and months. What fits in no column is pointed out with its text, never dropped."""

import re
from dataclasses import dataclass, field

from tiltak.dokument.blokker import Blokk, er_maaned
from tiltak.dokument.linjer import Linje
from tiltak.dokument.plandokument import Aktivitetsrad, Merknad, Tiltak

KODE = re.compile(r"(?P<nummer>[0-9]{1,2}(?:\.[0-9]{1,2}){0,5})\.?\s?[a-zæøå]{1,2}\Z")

_KODE_FORAN_TEKST = re.compile(r"(?P<kode>[0-9]{1,2}(?:\.[0-9]{1,2}){0,5}[a-zæøå])[.):]?\s+(?P<tekst>\S.*)\Z")
_KOLONNER = {
    "": "kode",
    "nr": "kode",
    "nr.": "kode",
    "kode": "kode",
    "tiltak": "tekst",
    "gjennomføring": "gjennomfoering",
    "frist": "gjennomfoering",
    "ansvarlig": "ansvarlig",
    "ansvarleg": "ansvarlig",
    "ansvar": "ansvarlig",
    "måned": "maaned",
    "månad": "maaned",
    "valgår": "valgaar",
    "valår": "valgaar",
    "mellomår": "mellomaar",
}
_UTEN_HODE = ("kode", "tekst", "gjennomfoering", "ansvarlig")


@dataclass
class Tabellinnhold:
    """What the tables of one section give; `kolonner` is the latest head, which a table without one goes on with."""

    tiltak: list[Tiltak] = field(default_factory=list)
    rader: list[Aktivitetsrad] = field(default_factory=list)
    merknader: list[Merknad] = field(default_factory=list)
    kolonner: tuple[str, ...] = ()


def er_tiltakstabell(blokk: Blokk) -> bool:
    """True for a table with measures: told by its head, or by a row that begins with a code."""
    return any("tekst" in _hode(linje.celler) or KODE.match(linje.celler[0]) for linje in blokk.linjer[:2])


def les_tabell(blokk: Blokk, i_maal: bool, inn: Tabellinnhold) -> None:
    """Read the rows of `blokk` into `inn`. Measures are taken only under a goal (`i_maal`)."""
    for linje in blokk.linjer:
        hode = _hode(linje.celler)
        if hode:
            inn.kolonner = hode
        elif any(linje.celler):
            _les_rad(linje, i_maal, inn)


def _hode(celler: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that a head names, or () when the row is no head. A column of unknown name keeps its name."""
    kolonner = tuple(_KOLONNER.get(celle.lower(), celle) for celle in celler)
    er_hode = {"tekst", "gjennomfoering"} <= set(kolonner) or {"valgaar", "mellomaar"} <= set(kolonner)
    return kolonner if er_hode else ()


def _les_rad(linje: Linje, i_maal: bool, inn: Tabellinnhold) -> None:
    celler = linje.celler
    kolonner = inn.kolonner
    if not kolonner and KODE.match(celler[0]):
        kolonner = _UTEN_HODE[: max(3, min(len(celler), 4))]
    if "kode" not in kolonner and "tekst" in kolonner and len(celler) > len(kolonner) and KODE.match(celler[0]):
        kolonner = ("kode", *kolonner)  # an editor has cut off the tab that the head began with
    if "maaned" in kolonner:
        rad = _felt(linje, kolonner, inn)
        inn.rader.append(Aktivitetsrad(rad["maaned"], rad.get("valgaar", ""), rad.get("mellomaar", ""), linje.nr))
        if not er_maaned(rad["maaned"]):
            inn.merknader.append(Merknad(linje.nr, "ukjent-maaned", f"«{rad['maaned']}» er ikke en måned."))
    elif "tekst" in kolonner and i_maal:
        inn.tiltak.append(_tiltak(_felt(linje, kolonner, inn), linje.nr))
    else:
        hvorfor = "Tabellen står ikke under et mål" if "tekst" in kolonner else "Appen kjenner ikke tabellen"
        tekst = f"{hvorfor}, så raden er ikke tatt med: «{' | '.join(celler)}»."
        inn.merknader.append(Merknad(linje.nr, "uten-plass", tekst))


def _felt(linje: Linje, kolonner: tuple[str, ...], inn: Tabellinnhold) -> dict[str, str]:
    """The cells by column. Cells that are missing, too many or in a column we do not know are pointed out."""
    felt = dict.fromkeys(kolonner, "")
    til_overs = [celle for celle in linje.celler[len(kolonner) :] if celle]
    for kolonne, celle in zip(kolonner, linje.celler, strict=False):
        if kolonne not in _KOLONNER.values() and celle:
            til_overs.append(f"{kolonne}: {celle}")
        elif celle and felt[kolonne]:  # two columns of one name
            til_overs.append(celle)
        else:
            felt[kolonne] = celle
    if len(linje.celler) < len(kolonner):
        tekst = f"Raden har {len(linje.celler)} felt, ikke {len(kolonner)}. De siste er lest som tomme."
        inn.merknader.append(Merknad(linje.nr, "antall-felt", tekst))
    if til_overs:
        tekst = f"Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «{' | '.join(til_overs)}»."
        inn.merknader.append(Merknad(linje.nr, "antall-felt", tekst))
    return felt


def _tiltak(felt: dict[str, str], linje: int) -> Tiltak:
    kode, tekst = felt.get("kode", ""), felt["tekst"]
    treff = _KODE_FORAN_TEKST.match(tekst)
    if not kode and treff:  # the code stands in the same cell
        kode, tekst = treff["kode"], treff["tekst"]
    return Tiltak(kode, tekst, felt["gjennomfoering"], felt.get("ansvarlig", ""), linje)

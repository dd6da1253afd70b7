"""Table rows -> measures and months. What fits in no column is pointed out with its text, never dropped."""

import re
from dataclasses import dataclass, field

from tiltak.dokument.blokker import Blokk, er_maaned
from tiltak.dokument.linjer import Linje
from tiltak.dokument.plandokument import Aktivitetsrad, Merknad, Tiltak

KODE = re.compile(r"(?P<nummer>[0-9]{1,2}(?:\.[0-9]{1,2}){0,5})\.?\s?[a-zæøå]{1,2}\Z")

_KODE_FORAN_TEKST = re.compile(r"(?P<kode>[0-9]{1,2}(?:\.[0-9]{1,2}){0,5}[a-zæøå])[.):]?\s+(?P<tekst>\S.*)\Z")
_BOKSTAV_FORAN_TEKST = re.compile(r"(?P<kode>[a-zæøå])[.)]\s+(?P<tekst>\S.*)\Z")
BOKSTAV = re.compile(r"[a-zæøå]\Z", re.IGNORECASE)
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
_KJENNETEGN = ({"tekst", "gjennomfoering"}, {"tekst", "ansvarlig"}, {"valgaar", "mellomaar"})  # what makes a head
_UTEN_HODE = ("kode", "tekst", "gjennomfoering", "ansvarlig")


@dataclass
class Tabellinnhold:
    """What the tables of one section give; `kolonner` is the latest head, which a table without one goes on with.

    `nummer` is the goal that the section is of, "" for a chapter: measures are taken only under a goal.
    """

    nummer: str = ""
    tiltak: list[Tiltak] = field(default_factory=list)
    rader: list[Aktivitetsrad] = field(default_factory=list)
    merknader: list[Merknad] = field(default_factory=list)
    kolonner: tuple[str, ...] = ()


def er_tiltakstabell(blokk: Blokk) -> bool:
    """True for a table with measures: told by its head, or by a row that begins with a code."""
    return any("tekst" in hodet(linje.celler) or KODE.match(linje.celler[0]) for linje in blokk.linjer[:2])


def er_kode(kode: str, nummer: str) -> bool:
    """True for the code of a measure under goal `nummer`: "2.1.1c", or the goal's number and one step more."""
    return bool(KODE.match(kode)) or bool(nummer and re.fullmatch(rf"{re.escape(nummer)}\.[0-9]{{1,3}}", kode))


def les_tabell(blokk: Blokk, inn: Tabellinnhold) -> None:
    """Read the rows of `blokk` into `inn`. Rows of a table that we do not know are pointed out together."""
    ukjente: list[Linje] = []
    if _er_en_annen(blokk.linjer[0], inn):
        inn.kolonner = ()
    for linje in blokk.linjer:
        hode = hodet(linje.celler)
        if hode:
            inn.kolonner = hode
        elif any(linje.celler) and not _les_rad(linje, inn):
            ukjente.append(linje)
    if ukjente:
        rader = ", ".join(f"«{' | '.join(linje.celler)}»" for linje in ukjente)
        hva = "raden" if len(ukjente) == 1 else f"de {len(ukjente)} radene"
        tekst = f"Appen kjenner ikke tabellen, så {hva} er ikke tatt med: {rader}."
        inn.merknader.append(Merknad(ukjente[0].nr, "uten-plass", tekst))


def _er_en_annen(linje: Linje, inn: Tabellinnhold) -> bool:
    """True for the first row of a table that cannot go on with the latest head: other columns, and no code."""
    return len(linje.celler) != len(inn.kolonner) and not any(er_kode(celle, inn.nummer) for celle in linje.celler)


def hodet(celler: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that a head names, or () when the row is no head. A column of unknown name keeps its name.

    `kolonner.py` has put the names that these columns have elsewhere into the ones known here.
    """
    kolonner = tuple(_KOLONNER.get(celle.lower(), celle) for celle in celler)
    er_hode = any(kjennetegn <= set(kolonner) for kjennetegn in _KJENNETEGN)
    return kolonner if er_hode else ()


def _les_rad(linje: Linje, inn: Tabellinnhold) -> bool:
    """Put the row where it belongs, or point it out; False for one of a table that we do not know."""
    celler = linje.celler
    kolonner = inn.kolonner
    if not kolonner and er_kode(celler[0], inn.nummer):
        kolonner = _UTEN_HODE[: max(3, min(len(celler), 4))]
    if (
        "kode" not in kolonner
        and "tekst" in kolonner
        and len(celler) > len(kolonner)
        and er_kode(celler[0], inn.nummer)
    ):
        kolonner = ("kode", *kolonner)  # an editor has cut off the tab that the head began with
    if "maaned" in kolonner:
        rad = _felt(linje, kolonner, inn)
        inn.rader.append(Aktivitetsrad(rad["maaned"], rad.get("valgaar", ""), rad.get("mellomaar", ""), linje.nr))
        if not er_maaned(rad["maaned"]):
            inn.merknader.append(Merknad(linje.nr, "ukjent-maaned", f"«{rad['maaned']}» er ikke en måned."))
    elif "tekst" in kolonner and inn.nummer:
        inn.tiltak.append(_tiltak(_felt(linje, kolonner, inn), linje, inn))
    elif "tekst" in kolonner:
        tekst = f"Tabellen står ikke under et mål, så raden er ikke tatt med: «{' | '.join(celler)}»."
        inn.merknader.append(Merknad(linje.nr, "uten-plass", tekst))
    else:
        return False
    return True


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


def _nummer_foran(tekst: str, nummer: str) -> re.Match[str] | None:
    """The code of a measure that is its goal's number and one step more, as in "1.2.3 Holde kurs"."""
    return re.match(rf"(?P<kode>{re.escape(nummer)}\.[0-9]{{1,3}})[.):]?\s+(?P<tekst>\S.*)\Z", tekst)


def _tiltak(felt: dict[str, str], linje: Linje, inn: Tabellinnhold) -> Tiltak:
    kode, tekst = felt.get("kode", ""), felt["tekst"]
    treff = _KODE_FORAN_TEKST.match(tekst) or _BOKSTAV_FORAN_TEKST.match(tekst) or _nummer_foran(tekst, inn.nummer)
    if not kode and treff:  # the code stands in the same cell
        kode, tekst = treff["kode"], treff["tekst"]
    uten_tegn = kode.rstrip(".): ")
    if er_kode(uten_tegn, inn.nummer) or BOKSTAV.match(uten_tegn):
        kode = uten_tegn
    return Tiltak(kode, tekst, felt.get("gjennomfoering", ""), felt.get("ansvarlig", ""), linje.nr)

"""The front of a plan document: organisation, title with its period, subtitle and contents page."""

import re
from dataclasses import dataclass, field
from datetime import date

from tiltak.dokument.fil import UlesbartDokument
from tiltak.dokument.linjer import INNHOLD, TITTEL, Linje
from tiltak.dokument.overskrift import MAKS_OVERSKRIFT, er_overskrift, kapittelslag, stiloverskrift
from tiltak.dokument.periode import er_bare_perioden, perioden
from tiltak.dokument.plandokument import Innholdslinje, Merknad

_PLANORD = re.compile(r"plan|program", re.IGNORECASE)
_INNHOLDSORD = frozenset({"innhold", "innhald", "innholdsfortegnelse", "innhaldsliste"})

_NAERMESTE = 10  # how many lines up from a period by itself we look for its title
_UTEN_TITTEL = "Fant ingen tittel med periode. Skriv den øverst i dokumentet, for eksempel «Arbeidsplan 2025-2028»."


@dataclass
class Forside:
    """What stands before the plan itself, which begins with line `slutt` of the list of lines."""

    organisasjon: str = ""
    tittel: str = ""
    undertittel: str = ""
    fra: date = date.min
    til: date = date.max
    innhold: list[Innholdslinje] = field(default_factory=list)
    merknader: list[Merknad] = field(default_factory=list)
    slutt: int = 0


def er_tittel(tekst: str) -> bool:
    """A short line that names a plan or programme and a period: "Arbeidsplan 2025-2028"."""
    return er_overskrift(tekst) and bool(_PLANORD.search(tekst) and perioden(tekst))


def er_tittellinje(linje: Linje, tekst: str) -> bool:
    """True when `tekst`, which begins with `linje`, is a plan's title: by its shape, or by style and a period."""
    return er_tittel(tekst) or (linje.rolle == TITTEL and perioden(tekst) is not None)


def er_innholdstittel(tekst: str) -> bool:
    """True for the heading of a contents page; Word may have given it a number like the other headings."""
    nummerert = stiloverskrift(tekst)
    return (nummerert[1] if nummerert else tekst).lower() in _INNHOLDSORD


def uten_innholdslinjer(linjer: list[Linje]) -> tuple[list[Linje], list[Innholdslinje]]:
    """Take out the contents page that Word knows as one, wherever it stands, with the heading right above it."""
    igjen: list[Linje] = []
    innhold: list[Innholdslinje] = []
    for linje in linjer:
        if linje.rolle != INNHOLD:
            igjen.append(linje)
            continue
        tittel = next((plass for plass in (-1, -2) if igjen[plass:] and not igjen[plass].tom), None)
        if not innhold and tittel and er_innholdstittel(igjen[tittel].tekst):
            del igjen[tittel]
        innhold.append(_innholdslinje(linje) or Innholdslinje(linje.tekst or " ".join(linje.celler), 0, linje.nr))
    return igjen, innhold


def les_forside(linjer: list[Linje]) -> Forside:
    """Read the front of the document.

    The line above the title is the organisation, the line below it the subtitle; other lines there are pointed out.
    The plan begins with the first line that has a margin number, or in a document without them, with the first
    well-known heading, goal, bullet, table row or whole sentence after the title.

    Raises UlesbartDokument where there is no title with a period, or the period ends before it begins.
    """
    forside = Forside()
    uten_marg = all(linje.margin is None for linje in linjer)
    foer: list[Linje] = []  # what stands above the title
    plass = 0
    while plass < len(linjer):
        linje = linjer[plass]
        if linje.tom:
            plass += 1
            continue
        if linje.margin is not None and forside.tittel and not uten_marg:
            break
        if er_innholdstittel(linje.tekst):
            antall = len(forside.innhold)
            plass = _les_innhold(linjer, plass + 1, forside)
            if antall or not forside.innhold:  # no contents page after all, or one more
                forside.merknader.append(_uten_plass(linje))
            continue
        if forside.tittel and linje.tekst == forside.tittel:  # once more, at the top of the plan itself
            forside.merknader.append(_uten_plass(linje))
            plass += 1
            continue
        if not forside.tittel:
            _les_tittel(linje, foer, forside)
            uten_marg = uten_marg or (bool(forside.tittel) and linje.margin is not None)
        elif uten_marg and _er_plantekst(linje, forside):
            break
        elif not forside.undertittel and linje.tekst:
            forside.undertittel = linje.tekst
        else:
            forside.merknader.append(_uten_plass(linje))
        plass += 1
    if not forside.tittel:
        raise UlesbartDokument(_UTEN_TITTEL)
    forside.slutt = plass
    return forside


def _les_tittel(linje: Linje, foer: list[Linje], forside: Forside) -> None:
    """Take `linje` as the title, and the first line above it as the organisation; or put it with those above.

    The title may stand above its period: right above a bare one ("2025-2028") it is one title on two lines, else the
    line with the period is the subtitle.
    """
    tekst = linje.tekst
    over = _tittelen_over(foer) if er_bare_perioden(tekst) else None
    if over:
        if over is foer[-1] and tekst[0].isdecimal():
            tekst = f"{over.tekst} {tekst}"
            forside.tittel = tekst
        else:
            forside.tittel, forside.undertittel = over.tekst, tekst
        foer.remove(over)
    elif er_tittellinje(linje, tekst):
        forside.tittel = tekst
    elif linje.maal or kapittelslag(tekst):
        raise UlesbartDokument(_UTEN_TITTEL)
    else:
        foer.append(linje)
        return
    forside.fra, forside.til = _periode(tekst)
    if foer and 0 < len(foer[0].tekst) <= MAKS_OVERSKRIFT:
        forside.organisasjon = foer.pop(0).tekst
    forside.merknader += map(_uten_plass, foer)


def _tittelen_over(foer: list[Linje]) -> Linje | None:
    """The nearest line above a bare period that may be the title that it belongs to."""
    for linje in foer[: -_NAERMESTE - 1 : -1]:
        if er_overskrift(linje.tekst) and (linje.rolle == TITTEL or _PLANORD.search(linje.tekst)):
            return linje
    return None


def _periode(tekst: str) -> tuple[date, date]:
    periode = perioden(tekst)
    assert periode  # noqa: S101 whoever asks has found it
    if periode[1] < periode[0]:
        raise UlesbartDokument(f"Perioden i «{tekst}» slutter før den begynner. Rett årstallene og prøv igjen.")
    return periode


def _er_plantekst(linje: Linje, forside: Forside) -> bool:
    if linje.celler or linje.punkt or linje.nivaa or linje.maal or kapittelslag(linje.tekst):
        return True
    if linje.tekst.endswith((".", ":", "!", "?")) or len(linje.tekst) > MAKS_OVERSKRIFT:
        return True
    return any(linje.tekst == oppfoering.tekst for oppfoering in forside.innhold[:200])


def _les_innhold(linjer: list[Linje], plass: int, forside: Forside) -> int:
    """Read the lines of the contents page. Gives the place of the first line that is none."""
    while plass < len(linjer):
        linje = linjer[plass]
        if not linje.tom:
            oppfoering = _innholdslinje(linje) if linje.margin is None else None
            if not oppfoering:
                break
            forside.innhold.append(oppfoering)
        plass += 1
    return plass


def _innholdslinje(linje: Linje) -> Innholdslinje | None:
    """A text and a page number, with a tab, dots or several spaces between."""
    if linje.celler:
        *deler, side = [celle for celle in linje.celler if celle] or [""]
        tekst = " ".join(deler)
    else:
        tekst, _, side = linje.tekst.rpartition(" ")
        if not tekst.endswith((" ", "..", "…")):
            tekst, _, side = linje.tekst.rpartition(".")
            if not tekst.endswith("."):
                return None
    tekst, side = tekst.rstrip(" .…"), side.strip()
    if not tekst or not (side.isascii() and side.isdigit() and len(side) <= 4):
        return None
    return Innholdslinje(tekst, int(side), linje.nr)


def _uten_plass(linje: Linje) -> Merknad:
    tekst = linje.tekst or " | ".join(linje.celler)
    return Merknad(linje.nr, "uten-plass", f"{linje.filslag.bestemt} på forsiden er ikke tatt med: «{tekst}».")

"""The measures as rows of a sheet, and such rows as measures of the plan again: the same for .xlsx and .csv.

Five of the columns are the plan's own, and come in again. The other three are there to read: the goal's heading, the
code to cite by, and what the phrase is read as.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from aktivitet.tekst import rens_linje, rens_tekst
from tiltak.dokument import Filslag, Merknad, Plandokument, Tiltak, UlesbartDokument
from tiltak.dokument.fil import MAKS_LINJER
from tiltak.dokument.slipper import finn_slipper
from tiltak.frist import les
from tiltak.sitering import siterte_koder, telte

NUMMER, MAAL, KODE, SITERT = "Målnummer", "Mål", "Kode", "Siteres som"
TILTAK, GJENNOMFOERING, ANSVARLIG, LEST_SOM = "Tiltak", "Gjennomføring", "Ansvarlig", "Fristen er lest som"
KOLONNER = (NUMMER, MAAL, KODE, SITERT, TILTAK, GJENNOMFOERING, ANSVARLIG, LEST_SOM)
PLANENS_EGNE = (NUMMER, KODE, TILTAK, GJENNOMFOERING, ANSVARLIG)
IKKE_FORSTAATT = "Ikke forstått"

_UTEN_RADER = "Regnearket har ingen tiltak. Last ned tiltakene på nytt, og endre i den filen."


@dataclass(frozen=True)
class Rad:
    """One row that came in: its place in the sheet, counted from 1, and its cells by the column's name."""

    nr: int
    celler: Mapping[str, str]


@dataclass
class _Siterbar:
    pk: int
    kode: str
    utgaatt: date | None = None


def rader_av(dok: Plandokument, lest_som: Sequence[str] | None = None) -> list[tuple[str, ...]]:
    """Give the head, and a row for each measure. `lest_som`: what each phrase is read as, where others know better."""
    lest_som = lest_som or [les_frase(tiltak.gjennomfoering) for tiltak in dok.tiltak]
    sitert = siterte_koder(_Siterbar(nr, tiltak.kode) for nr, tiltak in enumerate(dok.tiltak))
    eiere = [(nummer, maal) for nummer, maal in zip(maalnumre(dok), dok.maal, strict=True) for _ in maal.tiltak]
    rader: list[tuple[str, ...]] = [KOLONNER]
    for nr, (tiltak, (nummer, maal)) in enumerate(zip(dok.tiltak, eiere, strict=True)):
        egne = (tiltak.tekst, tiltak.gjennomfoering, tiltak.ansvarlig)
        rader.append((nummer, maal.overskrift, tiltak.kode, sitert[nr], *egne, lest_som[nr]))
    return [tuple(map(rens_tekst, rad)) for rad in rader]


def les_frase(frase: str) -> str:
    """What a phrase is read as, in words."""
    regel = les(frase)
    return regel.beskrivelse if regel else IKKE_FORSTAATT


def maalnumre(dok: Plandokument) -> list[str]:
    """Give each goal the number that a row names it by: its own, or "1.1 (2)" where that stands twice in the plan."""
    return telte(maal.nummer for maal in dok.maal)


def flett_inn(rader: Iterable[Rad], dok: Plandokument, forstaatt: Callable[[str], bool] | None = None) -> Plandokument:
    """Give `dok` with the measures that the rows have, and none else: what is left out of the sheet is gone.

    Each stands under the goal that its row names, in the sheet's order; everything else in the plan is as it was. A
    measure's `linje` is its row. Raises UlesbartDokument for a row that names no goal of the plan, or nothing more.
    """
    numre = maalnumre(dok)
    plass = {nummer: nr for nr, nummer in enumerate(numre)}
    under: list[list[Tiltak]] = [[] for _ in numre]
    for rad in rader:
        nummer = rens_linje(rad.celler[NUMMER])
        if nummer not in plass:
            raise UlesbartDokument(_uten_maal(rad, nummer))
        tiltak = Tiltak(
            kode=rens_linje(rad.celler[KODE]),
            tekst=rens_tekst(rad.celler[TILTAK]),
            gjennomfoering=rens_linje(rad.celler[GJENNOMFOERING]),
            ansvarlig=rens_linje(rad.celler[ANSVARLIG]),
            linje=rad.nr,
        )
        if not (tiltak.kode or tiltak.tekst or tiltak.gjennomfoering or tiltak.ansvarlig):
            raise UlesbartDokument(
                f"Rad {rad.nr} har et målnummer, men ikke noe tiltak. Skriv tiltaket, eller slett raden."
            )
        under[plass[nummer]].append(tiltak)
    if not any(under):
        raise UlesbartDokument(_UTEN_RADER)
    maalene = tuple(replace(maal, tiltak=tuple(egne)) for maal, egne in zip(dok.maal, under, strict=True))
    nytt = replace(dok, maal=maalene, merknader=(), filslag=Filslag.REGNEARK)
    return replace(nytt, merknader=tuple(sorted(finn_slipper(nytt, forstaatt), key=lambda merknad: merknad.linje)))


def radene(dok: Plandokument) -> list[str]:
    """The rows that the measures of a sheet were read from: row n is element n - 1, with tabs between its cells.

    None where somebody has left the whole length of a sheet empty above them.
    """
    rader = {ett.linje: "\t".join([ett.kode, ett.tekst, ett.gjennomfoering, ett.ansvarlig]) for ett in dok.tiltak}
    siste = max(rader, default=0)
    return [rader.get(nr, "").rstrip("\t") for nr in range(1, siste + 1)] if siste <= MAKS_LINJER else []


def til_overs(kolonner: Iterable[str], rad: int) -> list[Merknad]:
    """Point out the columns that are none of ours."""
    ukjente = [kolonne for kolonne in kolonner if kolonne and kolonne not in KOLONNER]
    tekst = "Kolonnen «{}» er ikke en av planens, og er ikke tatt med."
    return [Merknad(rad, "uten-plass", tekst.format(kolonne)) for kolonne in ukjente]


def _uten_maal(rad: Rad, nummer: str) -> str:
    if not nummer:
        return f"Rad {rad.nr} mangler målnummer. Skriv nummeret til målet som tiltaket hører til."
    return (
        f"Rad {rad.nr}: planen har ikke noe mål «{nummer}». Skriv nummeret til et av planens mål. "
        "Har regnearket gjort det om til en dato eller et annet tall, last ned .xlsx-filen på nytt."
    )

"""The table of measures with its status, as a workbook and as text: pure, from plain values to bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aktivitet.tekst import rens_tekst
from tiltak.uttak.celler import Verdi, ny_bok, skriv_rad, skriv_tabell, som_csv, som_hode, som_navn, som_xlsx

ARK, OM_UTTAKET = "Status", "Om uttaket"
KOLONNER = {  # the columns, with how wide each is
    "Mål": 8,
    "Kode": 12,
    "Tiltak": 50,
    "Gjennomføring": 22,
    "Ansvarlig": 18,
    "Følges opp av": 20,
    "Når": 18,
    "Frist": 12,
    "Om fristen": 20,
    "Status": 20,
    "Gjort": 12,
    "Utsatt til": 12,
    "Ord": 50,
    "Satt av": 20,
    "Satt": 17,
}


@dataclass(frozen=True)
class Statusark:
    """What is written: a row for each termin under KOLONNER, and what the reader must know of them.

    `opplysninger` are names with what stands beside them; `tall` the figures, with their head first.
    """

    tittel: str
    organisasjon: str
    dag: date
    rader: Sequence[Sequence[Verdi]]
    opplysninger: Sequence[tuple[str, Verdi]]
    tall: Sequence[Sequence[Verdi]]


def lag_csv(innhold: Statusark) -> bytes:
    """Give the rows as CSV, their head first."""
    return som_csv([[*KOLONNER], *map(_rens, innhold.rader)])


def lag_xlsx(innhold: Statusark) -> bytes:
    """Give the rows as a workbook, with a second sheet about them. The same content gives the same bytes."""
    bok, ark = ny_bok(innhold.tittel, innhold.organisasjon, innhold.dag)
    ark.title = ARK
    skriv_tabell(ark, [[*KOLONNER], *map(_rens, innhold.rader)], [*KOLONNER.values()])
    om = bok.create_sheet(OM_UTTAKET)
    for nr, opplysning in enumerate(innhold.opplysninger, start=1):
        skriv_rad(om, nr, _rens(opplysning))
        som_navn(om.cell(nr, 1))
    hode = len(innhold.opplysninger) + 2
    for nr, rad in enumerate(innhold.tall, start=hode):
        skriv_rad(om, nr, _rens(rad))
    som_hode(om, hode)
    om.column_dimensions["A"].width, om.column_dimensions["B"].width = 40, 40
    return som_xlsx(bok, innhold.dag)


def _rens(rad: Sequence[Verdi]) -> list[Verdi]:
    """Clean the texts; an empty one is an empty cell."""
    return [(rens_tekst(verdi) or None) if isinstance(verdi, str) else verdi for verdi in rad]

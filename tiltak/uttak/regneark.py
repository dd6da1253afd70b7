"""The measures of a plan as a workbook (.xlsx) and as text (.csv), to be worked on and read in again."""

from collections.abc import Sequence
from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from aktivitet.tekst import rens_tekst
from tiltak.dokument import Plandokument
from tiltak.uttak.celler import ny_bok, skriv, skriv_tabell, som_csv, som_navn, som_xlsx
from tiltak.uttak.tiltaksark import ANSVARLIG, GJENNOMFOERING, KODE, KOLONNER, LEST_SOM, MAAL, NUMMER, TILTAK, rader_av

ARK, OM_PLANEN = "Tiltak", "Om planen"
BREDDER = {NUMMER: 12, MAAL: 30, KODE: 10, TILTAK: 60, GJENNOMFOERING: 26, ANSVARLIG: 22, LEST_SOM: 36}

_VEILEDNING = (
    "Endre i arket «Tiltak», og les filen inn som en ny utgave av planen. Tiltakene får den ordlyden, koden, "
    "gjennomføringen, ansvarlige og rekkefølgen som arket har. En ny rad blir et nytt tiltak under målet med det "
    "nummeret, og et tiltak som mangler i arket, går ut av planen. Kolonnene «Mål», «Siteres som» og «Fristen er lest "
    "som» er til opplysning."
)


def lag_csv(dok: Plandokument, lest_som: Sequence[str] | None = None) -> bytes:
    """Give the measures as CSV."""
    return som_csv(rader_av(dok, lest_som))


def lag_xlsx(dok: Plandokument, *, dag: date, tilstand: str = "", lest_som: Sequence[str] | None = None) -> bytes:
    """Give the measures as a workbook dated `dag`. The same content gives the same bytes."""
    bok, ark = ny_bok(dok.tittel, dok.organisasjon, dag)
    ark.title = ARK
    skriv_tabell(ark, rader_av(dok, lest_som), [BREDDER.get(navn, 14) for navn in KOLONNER])
    _skriv_om_planen(bok.create_sheet(OM_PLANEN), dok, tilstand)
    return som_xlsx(bok, dag)


def _skriv_om_planen(ark: Worksheet, dok: Plandokument, tilstand: str) -> None:
    opplysninger: list[tuple[str, str | date | int]] = [
        ("Plan", dok.tittel),
        ("Organisasjon", dok.organisasjon),
        ("Tilstand", tilstand),
        ("Første dag", dok.fra),
        ("Siste dag", dok.til),
        ("Antall mål", len(dok.maal)),
        ("Antall tiltak", len(dok.tiltak)),
        ("Slik endrer du", _VEILEDNING),
    ]
    for nr, (hva, verdi) in enumerate((ett for ett in opplysninger if ett[1] != ""), start=1):
        skriv(ark.cell(nr, 1), hva)
        som_navn(ark.cell(nr, 1))
        skriv(ark.cell(nr, 2), rens_tekst(verdi) if isinstance(verdi, str) else verdi)
    ark.column_dimensions["A"].width, ark.column_dimensions["B"].width = 18, 80

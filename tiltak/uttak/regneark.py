"""The measures as a workbook (.xlsx) and as text (.csv). No cell can run, whatever the plan says in it.

CSV as Norwegian Excel opens it: UTF-8 with a byte order mark, semicolons, CRLF. A cell that a spreadsheet would take
for a formula has a backslash in front, and so has one that begins with a backslash: take one off, and every cell is as
it was. In a workbook each cell says itself that it is text.
"""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from aktivitet.tekst import rens_linje, rens_tekst
from tiltak.dokument import Plandokument
from tiltak.uttak.pakking import pakk_om, tidspunkt
from tiltak.uttak.tiltaksark import ANSVARLIG, GJENNOMFOERING, KODE, KOLONNER, LEST_SOM, MAAL, NUMMER, TILTAK, rader_av

ARK, OM_PLANEN = "Tiltak", "Om planen"
BREDDER = {NUMMER: 12, MAAL: 30, KODE: 10, TILTAK: 60, GJENNOMFOERING: 26, ANSVARLIG: 22, LEST_SOM: 36}
KJOERBARE = "=+-@\t\r\n＝＋－＠"  # the full-width ones are taken for the others by some programs
VERN = "\\"

_KODET_TEGN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SIST_ENDRET = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(?=<)")
_VEILEDNING = (
    "Endre i arket «Tiltak», og les filen inn som en ny utgave av planen. Tiltakene får den ordlyden, koden, "
    "gjennomføringen, ansvarlige og rekkefølgen som arket har. En ny rad blir et nytt tiltak under målet med det "
    "nummeret, og et tiltak som mangler i arket, går ut av planen. Kolonnene «Mål», «Siteres som» og «Fristen er lest "
    "som» er til opplysning."
)


def lag_csv(dok: Plandokument, lest_som: Sequence[str] | None = None) -> bytes:
    """Give the measures as CSV."""
    ut = io.StringIO(newline="")
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerows([*map(vern, rad)] for rad in rader_av(dok, lest_som))
    return ut.getvalue().encode("utf-8-sig")


def vern(celle: str) -> str:
    """The cell as it stands in the text file; `regneark_inn.uten_vern` gives it back."""
    return VERN + celle if celle.startswith((VERN, *KJOERBARE)) else celle


def lag_xlsx(dok: Plandokument, *, dag: date, tilstand: str = "", lest_som: Sequence[str] | None = None) -> bytes:
    """Give the measures as a workbook dated `dag`. The same content gives the same bytes."""
    bok = Workbook()
    bok.properties.title, bok.properties.creator = rens_linje(dok.tittel), rens_linje(dok.organisasjon)
    bok.properties.language = "nb-NO"
    bok.properties.created = tidspunkt(dag)
    ark = bok.active
    assert isinstance(ark, Worksheet)  # noqa: S101 a new workbook has one
    _skriv_tiltak(ark, rader_av(dok, lest_som))
    _skriv_om_planen(bok.create_sheet(OM_PLANEN), dok, tilstand)
    ut = io.BytesIO()
    bok.save(ut)
    kjerne = "docProps/core.xml"
    return pakk_om(ut.getvalue(), {kjerne: lambda xml: _SIST_ENDRET.sub(rb"\g<1>%sZ" % _iso(dag), xml)})


def _iso(dag: date) -> bytes:
    return tidspunkt(dag).isoformat().encode()


def _skriv_tiltak(ark: Worksheet, rader: list[tuple[str, ...]]) -> None:
    ark.title = ARK
    for nr, rad in enumerate(rader, start=1):
        for kol, tekst in enumerate(rad, start=1):
            _skriv(ark.cell(nr, kol), tekst)
    _som_hode(ark)
    for kol, navn in enumerate(KOLONNER, start=1):
        ark.column_dimensions[get_column_letter(kol)].width = BREDDER.get(navn, 14)
    ark.freeze_panes = "A2"
    ark.auto_filter.ref = ark.dimensions
    ark.print_title_rows = "1:1"
    ark.page_setup.orientation, ark.page_setup.paperSize = "landscape", "9"  # A4
    ark.page_setup.fitToHeight, ark.sheet_properties.pageSetUpPr.fitToPage = 0, True


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
        _skriv(ark.cell(nr, 1), hva)
        ark.cell(nr, 1).font = Font(bold=True)
        celle = ark.cell(nr, 2)
        if isinstance(verdi, str):
            _skriv(celle, rens_tekst(verdi))
        else:
            celle.value = verdi
            celle.alignment = Alignment(horizontal="left", vertical="top")
            if isinstance(verdi, date):
                celle.number_format = "dd.mm.yyyy"
    ark.column_dimensions["A"].width, ark.column_dimensions["B"].width = 18, 80


def _som_hode(ark: Worksheet) -> None:
    for celle in ark[1]:
        celle.font = Font(bold=True)
        celle.fill = PatternFill("solid", fgColor="F3E3E7")


def _skriv(celle: Cell, tekst: str) -> None:
    """Write text that stays text: in Excel, and when somebody edits it there."""
    celle.value = ""
    # Excel takes "_x0041_" for the sign of that number, unless told otherwise.
    celle._value = _KODET_TEGN.sub("_x005F_", tekst)
    celle.data_type = "s"
    celle.number_format = "@"
    celle.quotePrefix = True
    celle.alignment = Alignment(wrap_text=True, vertical="top")

"""What every sheet that goes out is written with, as a workbook (.xlsx) or as text (.csv). No cell can run.

CSV as Norwegian Excel opens it: UTF-8 with a byte order mark, semicolons, CRLF, days as 31.12.2026. A cell that a
spreadsheet would take for a formula has a backslash in front, and so has one that begins with a backslash: take one
off, and every cell is as it was. In a workbook each text says itself that it is text, and a day is a day.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from aktivitet.tekst import rens_linje
from tiltak.uttak.pakking import pakk_om, tidspunkt

Verdi = str | date | datetime | int | None

KJOERBARE = "=+-@\t\r\n＝＋－＠"  # the full-width ones are taken for the others by some programs
VERN = "\\"

_KODET_TEGN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SIST_ENDRET = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(?=<)")


def som_csv(rader: Iterable[Sequence[Verdi]]) -> bytes:
    """Give the rows as CSV."""
    ut = io.StringIO(newline="")
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerows([vern(_som_tekst(verdi)) for verdi in rad] for rad in rader)
    return ut.getvalue().encode("utf-8-sig")


def vern(celle: str) -> str:
    """The cell as it stands in the text file; `regneark_inn.uten_vern` gives it back."""
    return VERN + celle if celle.startswith((VERN, *KJOERBARE)) else celle


def ny_bok(tittel: str, skaper: str, dag: date) -> tuple[Workbook, Worksheet]:
    """Give a new workbook dated `dag`, and its first sheet."""
    bok = Workbook()
    bok.properties.title, bok.properties.creator = rens_linje(tittel), rens_linje(skaper)
    bok.properties.language = "nb-NO"
    bok.properties.created = tidspunkt(dag)
    ark = bok.active
    assert isinstance(ark, Worksheet)  # noqa: S101 a new workbook has one
    return bok, ark


def som_xlsx(bok: Workbook, dag: date) -> bytes:
    """Give the workbook's file. The same content gives the same bytes."""
    ut = io.BytesIO()
    bok.save(ut)
    iso = tidspunkt(dag).isoformat().encode()
    return pakk_om(ut.getvalue(), {"docProps/core.xml": lambda xml: _SIST_ENDRET.sub(rb"\g<1>%sZ" % iso, xml)})


def skriv_tabell(ark: Worksheet, rader: Sequence[Sequence[Verdi]], bredder: Sequence[int]) -> None:
    """Write rows whose first is the head, as a sheet to look in: frozen, filtered, and on paper a page wide."""
    for nr, rad in enumerate(rader, start=1):
        skriv_rad(ark, nr, rad)
    som_hode(ark, 1)
    for kol, bredde in enumerate(bredder, start=1):
        ark.column_dimensions[get_column_letter(kol)].width = bredde
    ark.freeze_panes = "A2"
    ark.auto_filter.ref = ark.dimensions
    ark.print_title_rows = "1:1"
    ark.page_setup.orientation, ark.page_setup.paperSize = "landscape", "9"  # A4
    ark.page_setup.fitToHeight, ark.sheet_properties.pageSetUpPr.fitToPage = 0, True


def skriv_rad(ark: Worksheet, nr: int, rad: Sequence[Verdi]) -> None:
    """Write one row, its values as what they are. What is None is left empty."""
    for kol, verdi in enumerate(rad, start=1):
        if verdi is not None:
            skriv(ark.cell(nr, kol), verdi)


def som_hode(ark: Worksheet, nr: int) -> None:
    """Make the row look like a head."""
    for celle in ark[nr]:
        celle.font = Font(bold=True)
        celle.fill = PatternFill("solid", fgColor="F3E3E7")


def som_navn(celle: Cell) -> None:
    """Make the cell look like the name of what stands beside it."""
    celle.font = Font(bold=True)


def skriv(celle: Cell, verdi: Verdi) -> None:
    """Write text that stays text, in Excel and when somebody edits it there; a day or a number as what it is."""
    if isinstance(verdi, str):
        celle.value = ""
        # Excel takes "_x0041_" for the sign of that number, unless told otherwise.
        celle._value = _KODET_TEGN.sub("_x005F_", verdi)
        celle.data_type = "s"
        celle.number_format = "@"
        celle.quotePrefix = True
        celle.alignment = Alignment(wrap_text=True, vertical="top")
        return
    celle.value = verdi
    celle.alignment = Alignment(horizontal="left", vertical="top")
    if isinstance(verdi, datetime):
        celle.number_format = "dd.mm.yyyy hh:mm"
    elif isinstance(verdi, date):
        celle.number_format = "dd.mm.yyyy"


def _som_tekst(verdi: Verdi) -> str:
    if isinstance(verdi, datetime):
        return f"{verdi:%d.%m.%Y %H:%M}"
    if isinstance(verdi, date):
        return f"{verdi:%d.%m.%Y}"
    return "" if verdi is None else str(verdi)

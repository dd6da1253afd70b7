"""A sheet of measures that somebody has worked on -> the plan with these measures in it. Takes .xlsx and .csv.

A workbook is an upload like any other: it is opened bounded, nothing in it is run or fetched, and a cell whose value
the spreadsheet has made into something else (a date, a sum, 1.1 for 1.10) is refused, never guessed at.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from aktivitet.tekst import rens_linje
from tiltak.dokument import Merknad, Plandokument, UlesbartDokument
from tiltak.dokument.zipregister import registeret_er_for_stort, registeret_er_helt
from tiltak.uttak.celler import VERN
from tiltak.uttak.regneark import ARK
from tiltak.uttak.tiltaksark import KODE, NUMMER, PLANENS_EGNE, Rad, flett_inn, maalnumre, til_overs

MAKS_BYTES = 10_000_000  # a thousand measures are 100 kB
MAKS_DELER = 500
MAKS_DEL = 20_000_000  # of one part, unpacked
MAKS_UTPAKKET = 60_000_000
MAKS_TAGGER = 1_000_000  # in the cells: a thousand measures have some 50 000
MAKS_ANDRE_TAGGER = 100_000  # in styles and the like, of each of which openpyxl makes an object
MAKS_RADER = 20_000  # with something in them
SISTE_RAD = 1_048_576  # in Excel
MAKS_KOLONNER = 20  # ours are eight

_ZIP = b"PK\x03\x04"
_ARKDEL = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_CELLEDEL = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml\Z")
_FLETTET = re.compile(rb"<(?:\w+:)?mergeCell[\s/>]")
_FIENDTLIG = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_KODET_TEGN = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEGNKODINGER = ("utf-8-sig", "cp1252", "mac_roman", "utf-16")  # what Excel has saved CSV as through the years
_SKILLETEGN = ";\t,"
_FEIL = (  # what a broken workbook raises in zipfile, openpyxl and the XML parsers below it
    zipfile.BadZipFile, zlib.error, InvalidFileException, SyntaxError, EOFError, OSError, KeyError, ValueError,
    TypeError, AttributeError, IndexError, RuntimeError, OverflowError, MemoryError,
)  # fmt: skip

_OEDELAGT = "Regnearket er ødelagt eller låst. Åpne det i Excel, lagre det på nytt som .xlsx og prøv igjen."
_FOR_STORT = "Regnearket er mye større enn en plan kan være. Last ned tiltakene på nytt, og endre i den filen."
_FLETTEDE = "Regnearket har flettede celler. Velg dem i Excel, slå av «Slå sammen celler», lagre og prøv igjen."


def er_tiltaksark(innhold: bytes) -> bool:
    """Whether the file is a workbook, or a CSV whose first line is a head as ours: told by its content."""
    if innhold.startswith(_ZIP):
        if not registeret_er_helt(innhold) or registeret_er_for_stort(innhold):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(innhold)) as bok:
                return any(navn.startswith("xl/") for navn in bok.namelist()[:MAKS_DELER])
        except _FEIL:
            return False
    return _som_tekst(innhold) is not None


def les_tiltaksark(innhold: bytes, dok: Plandokument, forstaatt: Callable[[str], bool] | None = None) -> Plandokument:
    """Give `dok` with the sheet's measures in place of its own: see `flett_inn`. `forstaatt` as for `les_dokument`.

    Raises UlesbartDokument with a sentence for what is no such sheet, or has a row that cannot be placed.
    """
    if len(innhold) > MAKS_BYTES:
        raise UlesbartDokument(_FOR_STORT)
    try:
        er_bok = innhold.startswith(_ZIP)
        hode, rader = _les_bok(innhold, maalnumre(dok)) if er_bok else _les_csv(innhold)
        merknader, lest = _rader(hode, rader)
    except _FEIL as feil:
        raise UlesbartDokument(_OEDELAGT) from feil
    nytt = flett_inn(lest, dok, forstaatt)
    return replace(nytt, merknader=(*merknader, *nytt.merknader))


def _rader(hode: Sequence[str], rader: Iterator[tuple[int, Sequence[str]]]) -> tuple[list[Merknad], list[Rad]]:
    """The rows that have something in them, by the columns' names."""
    mangler = [navn for navn in PLANENS_EGNE if navn not in hode]
    if mangler:
        raise UlesbartDokument(
            f"Fant ikke kolonnen «{mangler[0]}» i første rad. Last ned tiltakene på nytt, og endre i den filen."
        )
    to_ganger = [navn for navn in PLANENS_EGNE if hode.count(navn) > 1]
    if to_ganger:
        raise UlesbartDokument(f"Kolonnen «{to_ganger[0]}» står to ganger. Slett den ene, og prøv igjen.")
    lest = []
    for nr, celler in rader:
        rad = Rad(nr, {**dict.fromkeys(PLANENS_EGNE, ""), **dict(zip(hode, celler, strict=False))})
        if any(rad.celler[navn].strip() for navn in PLANENS_EGNE):
            lest.append(rad)
        if len(lest) > MAKS_RADER:
            raise UlesbartDokument(_FOR_STORT)
    return til_overs(hode, 1), lest


# --- CSV -------------------------------------------------------------------------------------------------------------


def uten_vern(celle: str) -> str:
    """The cell as it was before `celler.vern`."""
    return celle.removeprefix(VERN)


def _les_csv(innhold: bytes) -> tuple[list[str], Iterator[tuple[int, Sequence[str]]]]:
    lest = _som_tekst(innhold)
    if lest is None:
        raise UlesbartDokument(
            "Filen er ikke et regneark med tiltak. Last ned tiltakene som .xlsx eller .csv, og endre i den filen."
        )
    tekst, skilletegn = lest
    leser = csv.reader(io.StringIO(tekst, newline=""), delimiter=skilletegn, strict=True)
    try:
        rader = [[uten_vern(celle) for celle in rad] for rad in leser]
    except csv.Error:
        raise UlesbartDokument(
            "CSV-filen er ikke hel: et anførselstegn mangler, eller en celle er altfor lang. Bruk heller .xlsx-filen."
        ) from None
    return [rens_linje(celle) for celle in rader[0]], enumerate(rader[1:], start=2)


def _som_tekst(innhold: bytes) -> tuple[str, str] | None:
    """The text and what stands between its cells: in the encoding in which the head says what ours says."""
    for koding in _TEGNKODINGER:
        try:
            tekst = innhold.decode(koding)
        except UnicodeDecodeError:
            continue
        hode = tekst[:2000].partition("\n")[0]
        for skilletegn in _SKILLETEGN:
            if {NUMMER, KODE} <= {celle.strip(' "\r') for celle in hode.split(skilletegn)}:
                return tekst, skilletegn
    return None


# --- Workbooks -------------------------------------------------------------------------------------------------------


def _les_bok(innhold: bytes, numre: Sequence[str]) -> tuple[list[str], Iterator[tuple[int, Sequence[str]]]]:
    _sjekk_bok(innhold)
    bok = load_workbook(io.BytesIO(innhold), read_only=True, keep_links=False)
    ark = bok[ARK] if ARK in bok.sheetnames else bok.worksheets[0]
    if not isinstance(ark, ReadOnlyWorksheet):
        raise UlesbartDokument(_OEDELAGT)
    ark.reset_dimensions()  # what the sheet says of its own size may be anything
    alle = enumerate(islice(ark.iter_rows(max_col=MAKS_KOLONNER), SISTE_RAD), start=1)
    fylte = ((nr, rad) for nr, rad in alle if any(celle.value is not None for celle in rad))
    _, hode = next(fylte, (0, ()))
    navn = [rens_linje(_som_skrevet(celle.value)) if isinstance(celle.value, str) else "" for celle in hode]
    rader = ((nr, [_tekst(c, nr, n, numre) for c, n in zip(rad, navn, strict=False)]) for nr, rad in fylte)
    return navn, rader


def _sjekk_bok(innhold: bytes) -> None:
    """Refuse what is broken, hostile or far too large before openpyxl opens it.

    The zip's own directory bounds what comes out: zipfile gives no more of a part than it says.
    """
    if not registeret_er_helt(innhold) or registeret_er_for_stort(innhold):
        raise UlesbartDokument(_OEDELAGT)
    tagger = {True: 0, False: 0}
    with zipfile.ZipFile(io.BytesIO(innhold)) as bok:
        poster = bok.infolist()
        if len(poster) > MAKS_DELER or sum(post.file_size for post in poster) > MAKS_UTPAKKET:
            raise UlesbartDokument(_FOR_STORT)
        for post in poster:
            if not post.filename.endswith((".xml", ".rels")):
                continue
            if post.file_size > MAKS_DEL:
                raise UlesbartDokument(_FOR_STORT)
            data = bok.read(post)
            if _FIENDTLIG.search(data.replace(b"\0", b"")):  # also in UTF-16
                raise UlesbartDokument(_OEDELAGT)
            er_celler = bool(_CELLEDEL.match(post.filename))
            tagger[er_celler] += data.count(b"<")
            if tagger[er_celler] > (MAKS_TAGGER if er_celler else MAKS_ANDRE_TAGGER):
                raise UlesbartDokument(_FOR_STORT)
            if _ARKDEL.match(post.filename) and _FLETTET.search(data):
                raise UlesbartDokument(_FLETTEDE)


def _tekst(celle: Any, rad: int, kolonne: str, numre: Sequence[str]) -> str:
    """The cell as text, "" where its column is none of the plan's own: a sum or a date there is nobody's wording.

    Raises UlesbartDokument for a value of which one cannot say what was written.
    """
    verdi = celle.value
    if verdi is None or kolonne not in PLANENS_EGNE:
        return ""
    sted = f"Rad {rad}, kolonnen «{kolonne}»"
    if isinstance(celle, ReadOnlyCell) and celle.data_type == "f":
        raise UlesbartDokument(f"{sted} er en formel. Skriv verdien som tekst, og prøv igjen.")
    if isinstance(verdi, str) and celle.data_type != "e":
        return _som_skrevet(verdi)
    if isinstance(verdi, (date, datetime, time)):
        hva = "Regnearket har gjort det som sto der, om til en dato."
        raise UlesbartDokument(f"{sted}: {hva} Gjør cellen om til tekst, skriv det på nytt og prøv igjen.")
    if type(verdi) in (int, float):
        return _tall(verdi, sted, numre if kolonne == NUMMER else ())
    raise UlesbartDokument(f"{sted} er ikke tekst. Gjør cellen om til tekst, skriv det på nytt og prøv igjen.")


def _som_skrevet(tekst: str) -> str:
    """The text with the signs that Excel has written as numbers: "_x0041_" is "A"."""
    return _KODET_TEGN.sub(lambda treff: chr(int(treff[1], 16)), tekst)


def _tall(verdi: float, sted: str, numre: Sequence[str]) -> str:
    """A number as it was written: a whole one, or one that only one of the plan's goals can have."""
    mulige = {nummer for nummer in numre if re.fullmatch(r"[0-9]+(\.[0-9]+)?", nummer) and float(nummer) == verdi}
    if len(mulige) == 1:
        return mulige.pop()
    if verdi == int(verdi) and abs(verdi) < 10**9:
        return str(int(verdi))
    raise UlesbartDokument(
        f"{sted} er tallet {str(verdi).replace('.', ',')}, og det kan ha stått noe annet der. "
        "Gjør cellen om til tekst, skriv det på nytt og prøv igjen."
    )

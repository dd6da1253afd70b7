"""A copy as a file is read: checked from end to end first, so that nothing is begun on with half a file."""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from lzma import LZMAError
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils import timezone

from aktivitet.tid import oeyeblikk_i_ord

from .feil import Kopifeil
from .skriving import FORMAT, HODE, HVA, LESMEG, SUMMER, tabellfil

# What reading raises, of Python's zip reader and of `json`, for bytes that are not as they were written: no zip, or
# not what its checksum says (BadZipFile); packed wrongly, or said to be packed in a way that they are not (zlib.error,
# LZMAError, and OSError of bz2); cut off (EOFError); said to lie where no place is (OSError); said to be locked, or
# packed in a way that nobody knows, or nested without end (RuntimeError); no text, or no JSON (ValueError).
OEDELAGT = (BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError, ValueError)
# And what a head raises that is not there, lacks something, or has something of another kind in its place.
ANNET_HODE = (KeyError, TypeError, ValueError)
STOERSTE_HODE = 10_000_000  # bytes: a thousand times what it is
IKKE_EN_KOPI = "{} er ikke en sikkerhetskopi fra denne appen, eller den er avkortet. Hent filen på nytt."
ER_SKADET = "{} er skadet: innholdet er ikke det som ble skrevet. Hent filen på nytt, eller ta en annen kopi."
FOR_NY = "{} er skrevet i et nyere format enn denne utgaven av appen kan lese. Oppgrader appen, og prøv igjen."


@contextmanager
def aapne(sti: Path) -> "Iterator[Kopi]":
    """Give the copy in the file, checked whole. Raises Kopifeil when it cannot be read or is not what was written."""
    try:
        fil = sti.open("rb")
    except OSError as feil:
        raise Kopifeil(f"{sti} kunne ikke leses: {feil.strerror or feil}.") from feil
    with fil:
        try:
            arkiv = ZipFile(fil)
            hode, summer = json.loads(_lite(arkiv, HODE)), json.loads(_lite(arkiv, SUMMER))
            er_vaar = hode["hva"] == HVA
            for_ny = er_vaar and hode["format"] > FORMAT
        except (*OEDELAGT, *ANNET_HODE):
            raise Kopifeil(IKKE_EN_KOPI.format(sti)) from None
        if not er_vaar:
            raise Kopifeil(IKKE_EN_KOPI.format(sti))
        if for_ny:
            raise Kopifeil(FOR_NY.format(sti))
        try:
            kopi = Kopi.av(arkiv, hode, summer)
        except ANNET_HODE:
            raise Kopifeil(ER_SKADET.format(sti)) from None
        if not kopi.er_hel():
            raise Kopifeil(ER_SKADET.format(sti))
        yield kopi


@dataclass(frozen=True)
class Kopi:
    """What a copy says of itself, and its rows."""

    arkiv: ZipFile
    versjon: str
    tatt: datetime
    migrasjoner: list[str]
    kolonner: dict[str, list[str]]
    antall: dict[str, int]
    _hodets_sum: str
    _summer: dict[str, str]  # of each model's rows

    @classmethod
    def av(cls, arkiv: ZipFile, hode: dict[str, Any], summer: dict[str, Any]) -> "Kopi":
        """Read the head and the sums. Raises one of ANNET_HODE when something is missing in them."""
        return cls(
            arkiv=arkiv,
            versjon=str(hode["versjon"]),
            tatt=_med_tidssone(datetime.fromisoformat(hode["tatt"])),
            migrasjoner=list(hode["migrasjoner"]),
            kolonner=dict(hode["kolonner"]),
            antall={modell: int(summer["tabeller"][modell]["rader"]) for modell in hode["kolonner"]},
            _hodets_sum=summer["hode"],
            _summer={modell: summer["tabeller"][modell]["sha256"] for modell in hode["kolonner"]},
        )

    def er_hel(self) -> bool:
        """Whether everything in it is as it was written. Reads it all, a little at a time."""
        try:
            return self._har_sine_filer() and self._hodet_er_helt() and all(map(self._tabellen_er_hel, self.kolonner))
        except OEDELAGT:
            return False

    def _har_sine_filer(self) -> bool:
        filene = {LESMEG, HODE, SUMMER, *map(tabellfil, self.kolonner)}
        return sorted(self.arkiv.namelist()) == sorted(filene)

    def _hodet_er_helt(self) -> bool:
        self.arkiv.read(LESMEG)  # has no checksum of ours, but one of its own
        return sha256(self.arkiv.read(HODE)).hexdigest() == self._hodets_sum

    def _tabellen_er_hel(self, modell: str) -> bool:
        sum_, antall = sha256(), 0
        with self.arkiv.open(tabellfil(modell)) as fil:
            for linje in fil:
                sum_.update(linje)
                antall += 1
        return (antall, sum_.hexdigest()) == (self.antall[modell], self._summer[modell])

    def linjer(self, modell: str) -> Iterator[bytes]:
        """The rows of a model, a line each."""
        with self.arkiv.open(tabellfil(modell)) as fil:
            yield from fil

    @property
    def rader(self) -> int:
        """How many rows there are in all."""
        return sum(self.antall.values())

    @property
    def naar(self) -> str:
        """When it was taken, in words: "26. november 2026 kl. 23.05"."""
        return oeyeblikk_i_ord(timezone.localtime(self.tatt))


def _lite(arkiv: ZipFile, navn: str) -> bytes:
    """Read a file that is small in every copy. Raises ValueError for one that would fill the memory."""
    if arkiv.getinfo(navn).file_size > STOERSTE_HODE:
        raise ValueError(navn)
    return arkiv.read(navn)


def _med_tidssone(tid: datetime) -> datetime:
    if tid.tzinfo is None:
        raise ValueError(tid)
    return tid

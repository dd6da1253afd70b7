"""The copy as a file is written: a zip with a head, the rows of each model, and last the checksums of it all.

    LESMEG.txt                       what the file is, for whoever finds it
    hode.json                        format, when, from what; the migrations that were run; each model's columns
    tabeller/tiltak.termin.jsonl     a row a line, a list of the values in the order of the head's columns
    summer.json                      of the head and of each table: SHA-256, and how many rows

It is written from its beginning to its end, so that it can go to a pipe.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import IO, Any, Self
from zipfile import ZIP_DEFLATED, ZipFile

FORMAT = 1
HVA = "Sikkerhetskopi av Arbeidsplan"
LESMEG, HODE, SUMMER = "LESMEG.txt", "hode.json", "summer.json"
TIL_DEN_SOM_FINNER_DEN = f"""{HVA}.

Filen inneholder personopplysninger og det folk logger inn med. Oppbevar den utilgjengelig for andre, og slett den når
den ikke trengs lenger. Den legges inn igjen med: manage.py gjenopprett FIL
"""


def tabellfil(modell: str) -> str:
    """The name inside the copy of the rows of a model ("tiltak.Termin")."""
    return f"tabeller/{modell.lower()}.jsonl"


class Skriver:
    """Writes one copy to `ut`. It is whole when it is left without an error, and has no checksums otherwise."""

    def __init__(self, ut: IO[bytes], hode: dict[str, Any]):
        self._zip = ZipFile(ut, "w", ZIP_DEFLATED)
        self._zip.writestr(LESMEG, TIL_DEN_SOM_FINNER_DEN)
        innhold = json.dumps({"hva": HVA, "format": FORMAT} | hode, ensure_ascii=False, indent=1).encode()
        self._zip.writestr(HODE, innhold)
        self._summer: dict[str, Any] = {"hode": sha256(innhold).hexdigest(), "tabeller": {}}

    def tabell(self, modell: str, linjer: Iterable[bytes]) -> int:
        """Write the model's rows as they come, and give how many they were."""
        sum_, antall = sha256(), 0
        with self._zip.open(tabellfil(modell), "w", force_zip64=True) as fil:
            for linje in linjer:
                fil.write(linje)
                sum_.update(linje)
                antall += 1
        self._summer["tabeller"][modell] = {"rader": antall, "sha256": sum_.hexdigest()}
        return antall

    def __enter__(self) -> Self:
        return self

    def __exit__(self, slag: type[BaseException] | None, *_: object) -> None:
        try:
            if slag is None:
                self._zip.writestr(SUMMER, json.dumps(self._summer, indent=1))
        finally:
            self._zip.close()  # now: left to itself it closes when `ut` is gone, and complains

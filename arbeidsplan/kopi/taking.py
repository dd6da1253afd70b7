"""Takes a copy of everything, as it stood in one moment."""

from pathlib import Path
from typing import IO

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils import timezone

from .oeyeblikk import ett_oeyeblikk
from .plass import ny_fil
from .rader import les_rader
from .skriving import Skriver
from .tabeller import felter, modeller
from .versjon import appens_versjon, migrasjoner


def ta_kopi(sti: Path, *, overskriv: bool = False, alias: str = DEFAULT_DB_ALIAS) -> dict[str, int]:
    """Write everything to the file, and give how many rows there are of each model. Raises Kopifeil."""
    with ny_fil(sti, overskriv=overskriv) as fil:
        return skriv_kopi(fil, alias=alias)


def skriv_kopi(ut: IO[bytes], *, alias: str = DEFAULT_DB_ALIAS) -> dict[str, int]:
    """Write everything to `ut`, and give how many rows there are of each model. Others may go on writing meanwhile:
    what they save after the copy was begun, is in the next one.

    Raises Kopifeil when the database is not migrated.
    """
    with ett_oeyeblikk(alias):
        hode = {
            "versjon": appens_versjon(),
            "tatt": timezone.now().isoformat(timespec="seconds"),
            "motor": connections[alias].vendor,
            "migrasjoner": migrasjoner(alias),
            "kolonner": {modell._meta.label: [felt.attname for felt in felter(modell)] for modell in modeller()},
        }
        with Skriver(ut, hode) as skriver:
            return {
                modell._meta.label: skriver.tabell(modell._meta.label, les_rader(modell, alias))
                for modell in modeller()
            }

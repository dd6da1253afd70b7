"""`manage.py sikkerhetskopi FIL`: everything that is stored, as one file. Safe to run nightly, while the app is up."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.template.defaultfilters import filesizeformat

from aktivitet.databasefeil import databasen_svarte

from ...kopi.feil import Kopifeil
from ...kopi.taking import skriv_kopi, ta_kopi
from ...models import Hendelse, Spor

ROERET = "-"


class Command(BaseCommand):
    help = (
        "Skriver alt som er lagret, til én fil: planer, kalender, beretninger, dokumenter, personer. Appen kan være "
        "i bruk imens. Filen inneholder personopplysninger og kan bare leses av den som eier den. Den legges inn "
        "igjen med «manage.py gjenopprett», også i en annen slags database. Innlogginger er ikke med."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fil", metavar="FIL", help=f"hvor kopien skal; «{ROERET}» skriver den til standard ut")
        parser.add_argument("--overskriv", action="store_true", help="skriv over filen hvis den finnes")

    def handle(self, *args: Any, **valg: Any) -> None:
        til_roeret = valg["fil"] == ROERET
        try:
            antall = skriv_til_roeret() if til_roeret else ta_kopi(Path(valg["fil"]), overskriv=valg["overskriv"])
        except Kopifeil as feil:
            raise CommandError(f"Ingen kopi er tatt. {feil}") from None
        except DatabaseError as feil:
            raise CommandError(f"Ingen kopi er tatt, for databasen svarte: {databasen_svarte(feil)}") from feil
        rader = sum(antall.values())
        Spor.objects.sett(Hendelse.KOPI, hva=f"{rader} rader")
        if til_roeret or not valg["verbosity"]:
            return
        stoerrelse = filesizeformat(Path(valg["fil"]).stat().st_size)
        self.stdout.write(f"Skrev {rader} rader fra {len(antall)} tabeller til {valg['fil']} ({stoerrelse}).")


def skriv_til_roeret() -> dict[str, int]:
    """Write the copy to whatever reads what this command prints. Raises Kopifeil when that is a person."""
    if sys.stdout.isatty():
        raise Kopifeil("Den er ikke til å lese på skjermen: skriv navnet på en fil, eller send den videre med «|».")
    try:
        antall = skriv_kopi(sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise Kopifeil("Det som skulle ta imot den, sluttet å lese.") from None
    return antall

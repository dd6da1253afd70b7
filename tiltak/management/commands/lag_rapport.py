"""lag_rapport: write one year's annual report as a PDF file."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from aktivitet.databasefeil import databasen_svarte
from aktivitet.tid import periode_i_ord
from tiltak.models import Rapport
from tiltak.pdf import egenprosess
from tiltak.rapport.dokument import Form, beretningen
from tiltak.rapport.visning import utkastet, vis_utgaven


class Command(BaseCommand):
    help = "Skriver årets beretning som PDF, i en prosess for seg med de samme grensene som på nettstedet."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("aar", metavar="ÅR", help="året beretningen gjelder, som 2025")
        parser.add_argument("fil", metavar="FIL", type=Path, help="PDF-filen som skal skrives")
        parser.add_argument(
            "--form",
            choices=[form.value for form in Form],
            default=Form.HEL.value,
            help="hele beretningen, et kapittel til en større, eller to sider til sakspapirene",
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        aar, fil = les_aar(valg["aar"]), valg["fil"]
        try:
            lagre(fil, beretning(aar, Form(valg["form"])))
        except egenprosess.KunneIkkeLages as feil:
            raise CommandError(f"Ingenting er skrevet. {feil}") from feil
        except DatabaseError as feil:
            raise CommandError(f"Ingenting er skrevet, for databasen svarte: {databasen_svarte(feil)}") from feil
        except OSError as feil:
            raise CommandError(f"Ingenting er skrevet. «{fil}» kan ikke skrives: {feil.strerror}.") from feil
        self.stdout.write(f"Beretningen for {aar} er skrevet til {fil}.")


def les_aar(tekst: str) -> int:
    """Read the year. Raises CommandError when it is none."""
    if not (tekst.isascii() and tekst.isdigit() and 2000 <= int(tekst[:5]) <= 2099):
        raise CommandError(f"«{tekst}» er ikke et år fra 2000 til 2099.")
    return int(tekst)


def beretning(aar: int, form: Form = Form.HEL) -> bytes:
    """Give the year's report. Raises CommandError when there is nothing to report on, KunneIkkeLages when the document
    takes more than it may."""
    rapport = Rapport.for_aaret(aar)
    periode = periode_i_ord(*rapport.periode)
    vist = utkastet(rapport, timezone.localdate()) if rapport.er_utkast else vis_utgaven(rapport.siste_utgave())
    if vist.innhold is None:
        raise CommandError(f"Ingen vedtatt plan gjelder for {periode}.")
    if vist.innhold.er_tomt:
        raise CommandError(f"Det er ingenting å fortelle om {periode}: ingen frister og ingen aktiviteter.")
    return egenprosess.lag(beretningen(vist.innhold, vist.utgivelse, form))


def lagre(fil: Path, innhold: bytes) -> None:
    """Write the whole file or none of it: what stood there before stays until the new one is complete.

    Raises OSError when it cannot be written, and CommandError for what is no plain file.
    """
    if fil.exists() and not fil.is_file():
        raise CommandError(f"«{fil}» er ikke en vanlig fil. Skriv et filnavn, som beretning.pdf.")
    ny = fil.with_name(f".{fil.name}.{os.getpid()}")
    try:
        ny.write_bytes(innhold)
        ny.replace(fil)
    finally:
        ny.unlink(missing_ok=True)

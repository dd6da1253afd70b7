"""lag_demo: fill an empty database with the real plan and a living demo, and say how to log in."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ...demo import kilde
from ...demo.skriving import HarEkteData, demobrukere, lag_demo
from ...models import Bruker
from ...roller import Rolle

HAR_EKTE_DATA = (
    "Databasen har data som ikke er fra demoen, så ingenting er endret. Bruk en tom database for demoen: "
    "DATABASE_URL=sqlite:///var/demo.sqlite3"
)
FOERSTE_DAG, SISTE_DAG = date(2025, 1, 1), date(2028, 12, 31)


class Command(BaseCommand):
    help = "Fyller en tom database med planen og en levende demo, og sier hvordan du logger inn."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--i-dag",
            metavar="DATO",
            type=dato,
            help="lag demoen slik den er denne dagen, for eksempel 2026-05-01",
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        # The demo's story is told for the years of its plan; on a later day it stands still on the plan's last.
        i_dag = min(max(valg["i_dag"] or timezone.localdate(), FOERSTE_DAG), SISTE_DAG)
        try:
            lag_demo(i_dag)
        except HarEkteData:
            raise CommandError(HAR_EKTE_DATA) from None
        self.stdout.write(innlogging(demobrukere()))


def dato(tekst: str) -> date:
    """Read a day given on the command line."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ArgumentTypeError("skriv dagen som 2026-05-01") from None


def innlogging(brukere: list[Bruker]) -> str:
    """How to log in: a line for each person, the password, and where the codes by e-mail end up."""
    bredde = max(len(bruker.email) for bruker in brukere)
    linjer = [f"Logg inn med passordet {kilde.passord()} og en av disse adressene:"]
    linjer += [f"  {bruker.email:<{bredde}}  {_roller(bruker)} ({bruker.navn})" for bruker in brukere]
    linjer.append(f"Koder for innlogging uten passord {_koder()}.")
    return "\n".join(linjer)


def _roller(bruker: Bruker) -> str:
    roller = [Rolle(rolle).label for rolle in bruker.roller]
    lag = [lag.navn for lag in bruker.redigerer_lag.all()]
    return ", ".join(roller).capitalize() + (f" i {' og '.join(lag)}" if lag else "")


def _koder() -> str:
    if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        return f"skrives til filer i {Path(settings.EMAIL_FILE_PATH).resolve()}"
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        return "skrives der appen er startet"
    return "sendes på e-post"

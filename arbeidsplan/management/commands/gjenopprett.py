"""`manage.py gjenopprett FIL`: put a copy back, in place of what is there. All of it or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from aktivitet.databasefeil import databasen_svarte

from ...kopi.feil import Kopifeil
from ...kopi.gjenoppretting import Utfall, gjenopprett, sjekk
from ...kopi.lesing import aapne


class Command(BaseCommand):
    help = (
        "Legger inn en kopi fra «manage.py sikkerhetskopi». Filen sjekkes hel først, og enten legges alt inn, eller "
        "så er databasen som før. De som er slettet etter at kopien ble tatt, slettes igjen. Alle må logge inn på "
        "nytt, og invitasjoner som ingen har svart på, trekkes tilbake."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fil", metavar="FIL", help="kopien")
        parser.add_argument(
            "--erstatt", action="store_true", help="bytt ut det som er i databasen; det tas en kopi av det først"
        )
        parser.add_argument(
            "--bare-sjekk", action="store_true", help="se om kopien er hel og passer her, uten å legge den inn"
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        sti = Path(valg["fil"])
        try:
            linjer = bare_sjekk(sti) if valg["bare_sjekk"] else fortell(gjenopprett(sti, erstatt=valg["erstatt"]))
        except Kopifeil as feil:
            raise CommandError(str(feil)) from feil  # with --traceback, the row too that the sentence leaves out
        except DatabaseError as feil:
            raise CommandError(
                f"Ingenting er endret, for databasen svarte: {databasen_svarte(feil)}. Er appen i gang, så stopp den, "
                "og prøv igjen."
            ) from feil
        if valg["verbosity"]:
            self.stdout.write("\n".join(linjer))


def bare_sjekk(sti: Path) -> list[str]:
    """Check the copy, and say what it holds. Raises Kopifeil."""
    with aapne(sti) as kopi:
        sjekk(kopi)
        return [f"Kopien fra {kopi.naar} er hel og passer her: {kopi.rader} rader. Ingenting er endret."]


def fortell(utfall: Utfall) -> list[str]:
    """What was done, and what whoever did it has to do now."""
    linjer = [f"La inn kopien fra {utfall.kopi.naar}: {utfall.kopi.rader} rader. Alle må logge inn på nytt."]
    if utfall.foer:
        linjer.append(
            f"Det som var der, ligger i {utfall.foer}. Slett den filen når alt er som det skal; «manage.py rydd» gjør "
            f"det etter {settings.OPPBEVAR_KOPIER} dager."
        )
    if utfall.slettede:
        linjer.append(f"{utfall.slettede} som er slettet etter at kopien ble tatt, er slettet igjen.")
    if utfall.uten_register:
        linjer.append(
            f"Registeret over slettede, {settings.SLETTEREGISTER}, finnes ikke. Er noen slettet etter at kopien ble "
            "tatt, er de tilbake: legg filen på plass, og kjør «manage.py rydd»."
        )
    if utfall.trukne:
        linjer.append(f"Ubesvarte invitasjoner som er trukket tilbake: {utfall.trukne}. Inviter dem som skal inn.")
    if utfall.endrede:
        nummer = ", ".join(map(str, utfall.endrede))
        linjer.append(f"Roller, lag eller adgang er som da kopien ble tatt for person {nummer}. Se over dem.")
    return linjer

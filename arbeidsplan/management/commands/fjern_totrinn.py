"""`manage.py fjern_totrinn EPOST`: take away a second factor, for the administrator whom nobody else can help."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...konto.nullstilling import ta_bort_totrinn
from ...models import Bruker


class Command(BaseCommand):
    help = (
        "Tar bort passnøkler, app og reservekoder for den som har adressen, og logger personen ut overalt. Til den "
        "siste administratoren som har mistet telefonen; for andre gjøres det på personens side under Rediger."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("epost", help="adressen som personen logger inn med")

    def handle(self, *args: Any, **valg: Any) -> None:
        try:
            bruker = Bruker.objects.get_by_natural_key(valg["epost"].strip())
        except Bruker.DoesNotExist:
            raise CommandError("Ingen har den adressen.") from None
        borte = ta_bort_totrinn(bruker)
        self.stdout.write("Totrinn er tatt bort." if borte else "Personen hadde ikke totrinn. Ingenting er endret.")

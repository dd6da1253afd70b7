"""`manage.py fyll_aar 2027`: make that year's draft activities from the fixed pattern."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from aktivitet.databasefeil import databasen_svarte
from aktivitet.moenster.aarshjul import AaretKanIkkeFylles, fyll_aar
from aktivitet.tid import tid_i_ord


class Command(BaseCommand):
    help = "Lager utkast til årets aktiviteter av de faste aktivitetene. Kjørt to ganger legger den ikke til noe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("aar", metavar="ÅR", help="Året som skal fylles, for eksempel 2027.")

    def handle(self, *args: Any, aar: str, **options: Any) -> None:
        if not (aar.isascii() and aar.isdigit() and len(aar) == 4):
            raise CommandError(f"«{aar}» er ikke et år. Skriv det med fire siffer, for eksempel 2027.")
        try:
            laget = fyll_aar(int(aar))
        except AaretKanIkkeFylles as grunn:
            raise CommandError(str(grunn)) from grunn
        except DatabaseError as feil:
            raise CommandError(f"Ingenting er laget, for databasen svarte: {databasen_svarte(feil)}") from feil
        for aktivitet in laget:
            self.stdout.write(f"{tid_i_ord(aktivitet)}: {aktivitet.tittel}")
        if laget:
            self.stdout.write(f"{len(laget)} utkast er laget for {aar}.")
        else:
            self.stdout.write(f"Ingenting nytt: utkastene for {aar} er laget fra før.")

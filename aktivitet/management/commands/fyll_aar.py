"""`manage.py fyll_aar 2027`: make that year's draft activities from the fixed pattern."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from aktivitet.aarshjul import AaretKanIkkeFylles, fyll_aar
from aktivitet.tid import tid_i_ord


class Command(BaseCommand):
    help = "Lager utkast til årets aktiviteter av de faste aktivitetene. Kjørt to ganger legger den ikke til noe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("aar", type=int, metavar="ÅR", help="Året som skal fylles, for eksempel 2027.")

    def handle(self, *args: Any, aar: int, **options: Any) -> None:
        try:
            laget = fyll_aar(aar)
        except AaretKanIkkeFylles as grunn:
            raise CommandError(str(grunn)) from grunn
        for aktivitet in laget:
            self.stdout.write(f"{tid_i_ord(aktivitet)}: {aktivitet.tittel}")
        if laget:
            self.stdout.write(f"{len(laget)} utkast er laget for {aar}.")
        else:
            self.stdout.write(f"Ingenting nytt: utkastene for {aar} er laget fra før.")

"""`manage.py rydd`: take away what has been kept for long enough. Run every night by a timer, and safe at any time."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...personvern.rydding import Gjort, rydd


class Command(BaseCommand):
    help = (
        "Sletter det som er lagret lenge nok: spor, invitasjoner, utsendinger, logg, økter, det som var der før en "
        "kopi ble lagt inn, og personer uten oppgave. Hvor lenge, sier innstillingene OPPBEVAR_*. Kan kjøres når som "
        "helst. Slutter med 1 når noe ikke ble gjort."
    )

    def handle(self, *args: Any, **valg: Any) -> None:
        """One line says what was done, in counts: what is printed ends up in logs."""
        alle = list(rydd())
        self.stdout.write(_i_ord([ett for ett in alle if ett.antall]))
        if feilet := [f"{ett.hva} ({ett.feil})" for ett in alle if ett.feil]:
            raise CommandError(f"Ikke gjort: {', '.join(feilet)}. Det prøves igjen neste gang.")


def _i_ord(gjort: list[Gjort]) -> str:
    return f"Ryddet: {', '.join(f'{ett.antall} {ett.hva}' for ett in gjort)}." if gjort else "Ingenting å rydde."

"""`manage.py send_paaminnelser`: e-mail what is due. Safe to run daily by a timer; sends nothing twice."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ...epost.innstillinger import InnstillingMangler
from ...paaminnelser.epost import epost
from ...paaminnelser.mottakere import som_skal_ut
from ...paaminnelser.sending import send_det_som_skal_ut
from ...paaminnelser.takt import MAANEDSBREV, UKELISTE

NAVN = {UKELISTE: ("ukeliste", "ukelister"), MAANEDSBREV: ("månedsbrev", "månedsbrev")}


class Command(BaseCommand):
    help = (
        "Sender påminnelser på e-post: hver sin liste til dem som følger opp tiltak, høyst én gang i uken, og et "
        "månedsbrev om kalenderen til sekretæren. Kan kjøres hver dag. Ingenting sendes to ganger, og det som ble "
        "avvist, prøves igjen. Slutter med 1 når noe ikke ble sendt."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--vis", action="store_true", help="vis hva som ville blitt sendt, uten å sende; med -v 2 hele brevene"
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        """At the usual verbosity, people are told by their key alone: what is printed ends up in logs."""
        i_detalj = valg["verbosity"] > 1
        try:
            if valg["vis"]:
                self._vis(i_detalj)
            else:
                self._send(i_detalj)
        except InnstillingMangler as grunn:
            raise CommandError(str(grunn)) from None

    def _vis(self, i_detalj: bool) -> None:
        antall: Counter[str] = Counter()
        for bruker, slag, brev in som_skal_ut(timezone.now()):
            antall[slag] += 1
            melding = epost(bruker, slag, brev)
            self.stdout.write(f"Person {bruker.pk}: {melding.subject}")
            if i_detalj:
                self.stdout.write(f"Til: {bruker.email}\n\n{melding.body}")
        self.stdout.write(f"{_talt(antall)} venter på å bli sendt." if antall else "Ingenting å sende.")

    def _send(self, i_detalj: bool) -> None:
        utfall = send_det_som_skal_ut()
        if utfall.sendt:
            self.stdout.write(f"{_talt(utfall.sendt)} er sendt.")
        elif not utfall.feil:
            self.stdout.write("Ingenting å sende.")
        if utfall.feil:
            raise CommandError("\n".join(utfall.feil + (utfall.detaljer if i_detalj else [])))


def _talt(antall: Counter[str]) -> str:
    return " og ".join(f"{antall[slag]} {NAVN[slag][antall[slag] != 1]}" for slag in NAVN if antall[slag])

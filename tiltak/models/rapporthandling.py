"""What can be done to a report, and the message to the floors above that it was."""

from enum import StrEnum

from django.dispatch import Signal


class Rapporthandling(StrEnum):
    """One act in a report's life."""

    LEGG_FRAM = "legg_fram"
    VEDTA = "vedta"
    AAPNE_IGJEN = "aapne_igjen"
    PUBLISER = "publiser"
    TREKK_TILBAKE = "trekk_tilbake"


# Sent as the last thing in the act's transaction, with the `rapport` as it stands now, the `handling`, and who did it
# as `av`: None for a command. Here and not in `tiltak/signals.py`, which reads the models that send it.
rapport_gikk_videre = Signal()

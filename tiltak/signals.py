"""What the plan does when the calendar moves a meeting: the terminer that hang from it move along."""

from typing import Any

from django.dispatch import receiver

from aktivitet.signals import moeter_endret

from .terminplan import oppdater_alle


@receiver(moeter_endret)
def flytt_terminer(sender: Any, **kwargs: Any) -> None:
    """Bring every plan's terminer in line with the calendar's meetings."""
    oppdater_alle()

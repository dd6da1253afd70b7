"""What the plan does when the calendar moves a meeting: the terminer that hang from it move along."""

from typing import Any

from django.dispatch import receiver

from aktivitet.flytting import Flytting
from aktivitet.signals import moeter_endret

from .flytting import flyttinger
from .terminplan import oppdater_alle


@receiver(moeter_endret)
def flytt_terminer(sender: Any, **kwargs: Any) -> list[Flytting]:
    """Bring every plan's terminer in line with the calendar's meetings, and say which of them moved."""
    return flyttinger(oppdater_alle())

"""The activities to choose among when one that is in the calendar already carries out a measure."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from aktivitet.models import Aktivitet, Lag

from .models import Termin, Tiltak

if TYPE_CHECKING:
    from aktivitet.models import AktivitetQuerySet

NAER = timedelta(days=60)  # before and after the due day
HOEYST = 60


def kandidater(tiltak: Tiltak, bruker: Any, soek: str = "") -> list[Aktivitet]:
    """Give the activities that this person may see and that do not carry the measure out yet: those with the words of
    `soek`, the latest first; without any, those near the days by which it is still to be done, as they come."""
    alle: AktivitetQuerySet = Aktivitet.objects.synlige_for(bruker).filter(avlyst=False)
    alle = alle.exclude(tilknytninger__tiltak=tiltak).select_related("lag")
    if soek:
        funnet = alle.med_ordene(soek, Lag.objects.all())
        return list(funnet.order_by("-foerste_dag", "tittel", "pk")[:HOEYST])
    aapne = tiltak.terminer.aapne().i_figurene()
    naer = Q(pk__in=[])
    for foerste, siste in _rom(aapne):
        naer |= Q(foerste_dag__lte=siste, siste_dag__gte=foerste)
    return list(alle.filter(naer).i_rekkefoelge()[:HOEYST])


def _rom(terminer: Iterable[Termin]) -> list[tuple[date, date]]:
    """The days around each due day, those that meet as one: every month of four years is one room, not 48."""
    rom: list[tuple[date, date]] = []
    for dag in sorted(termin.forfall for termin in terminer):
        foerste, siste = dag - NAER, dag + NAER
        if rom and foerste <= rom[-1][1]:
            foerste = rom.pop()[0]
        rom.append((foerste, siste))
    return rom

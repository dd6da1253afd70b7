"""What the log says of how terminer stood, and since when. What was undone has no say, nor what undid it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from ...models import Plan, Status, Statusendring, Termin

FELTER = ("termin_id", "tid", "status", "utfoert", "utsatt_til")
Stand = tuple[str, date | None, date | None]  # the status, the day done and the day put off to


@dataclass(frozen=True)
class Logg:
    """The log of many terminer: when each was set to what, the latest first."""

    linjer: defaultdict[int, list[tuple[datetime, Stand]]] = field(default_factory=lambda: defaultdict(list))

    def satt(self, termin: Termin) -> datetime | None:
        """Since when it has stood as it does; a word that was added later changes nothing. None for what nobody has
        set."""
        siden, naa = termin.endret, (termin.status, termin.utfoert, termin.utsatt_til)
        for tid, stand in self.linjer[termin.pk]:
            if stand != naa:
                break
            siden = tid
        return siden

    def status_foer(self, termin: Termin, dag: date) -> str:
        """Its status when `dag` began. One that the log has nothing about has always stood as it does."""
        linjene = self.linjer[termin.pk]
        if not linjene:
            return termin.status
        foer = (status for tid, (status, *_) in linjene if timezone.localdate(tid) < dag)
        return next(foer, Status.PAAGAAR if termin.loepende else Status.IKKE_STARTET)


def les_loggen(plan: Plan, terminer: Iterable[Termin], siste_dag: date) -> Logg:
    """Read the log of these terminer, all due by `siste_dag`, in one query."""
    valgte = {termin.pk for termin in terminer}
    logg = Logg()
    rader = Statusendring.objects.i_planen(plan).som_staar().filter(termin__siste__lte=siste_dag)
    for pk, tid, *stand in rader.values_list(*FELTER):
        if pk in valgte:
            logg.linjer[pk].append((tid, tuple(stand)))
    return logg

"""The annual meetings that a handover stands between, the days that they propose, and whether one still waits."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from aktivitet.milepaeler import aarsmoetene_rundt
from aktivitet.models import Aktivitet, Aktivitetstype
from aktivitet.moeter import Milepael

from ...models import Overlevering
from ...roller import Rolle

ETTER_MOETET = timedelta(weeks=8)  # so long the front page reminds, and the meeting's day is proposed as the last

VARER_TIL_VIDERE = (Rolle.SEKRETAER, Rolle.ADMINISTRATOR)  # often employed, not elected from meeting to meeting


@dataclass(frozen=True)
class Aarsmoetene:
    """The last annual meeting, today's included, and the next."""

    sist: Milepael
    neste: Milepael

    def er_nytt(self, i_dag: date) -> bool:
        """Whether the last one is in the calendar, and was held lately."""
        return not self.sist.anslag and i_dag - self.sist.siste <= ETTER_MOETET


def aarsmoetene(i_dag: date) -> Aarsmoetene:
    """Read the meetings around the day, known or estimated, in one query."""
    return Aarsmoetene(*aarsmoetene_rundt(i_dag))


def venter_paa_overlevering(i_dag: date) -> date | None:
    """Give the last day of the annual meeting that nobody has handed over after, or None. One query."""
    gjort = Overlevering.objects.filter(tid__date__gte=OuterRef("siste_dag"))
    moetene = Aktivitet.objects.moeter_som_teller().filter(
        type=Aktivitetstype.AARSMOETE, siste_dag__range=(i_dag - ETTER_MOETET, i_dag)
    )
    siste = moetene.annotate(gjort=Exists(gjort)).order_by("-siste_dag").values_list("siste_dag", "gjort").first()
    return siste[0] if siste and not siste[1] else None


def foreslaatt_til(rolle: Rolle, siste: date | None, moetene: Aarsmoetene) -> date | None:
    """Propose how long somebody goes on: to the next annual meeting, or as now where that is longer or has no end."""
    if siste is None and rolle in VARER_TIL_VIDERE:
        return None
    return max(moetene.neste.siste, siste or date.min)


def foreslaatt_siste(siste: date | None, moetene: Aarsmoetene, i_dag: date) -> date:
    """Propose the last day of somebody who leaves: the meeting's, where that was lately, or today. Never later than
    the role ends anyhow."""
    return min(moetene.sist.siste if moetene.er_nytt(i_dag) else i_dag, siste or date.max)

"""Which board meeting it is about, and how far it looks back and ahead. The calendar's meetings and a day go in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from aktivitet.models import Aktivitet, Aktivitetstype
from aktivitet.tid import dag_i_ord, periode_i_ord

from ..models import Plan
from ..tabell.valg import OM_AATTE_UKER


@dataclass(frozen=True)
class Moete:
    """One meeting of the county board. `slutt` is when it ends: by the clock, or with its last day."""

    pk: int
    tittel: str
    foerste: date
    siste: date
    slutt: datetime

    @property
    def dagen(self) -> str:
        """Say its day: "26. november 2026", "3.–4. oktober 2026"."""
        return periode_i_ord(self.foerste, self.siste)


@dataclass(frozen=True)
class Moetetid:
    """The meeting and what it spans. What changed is told from `fra` (to `til`, for a meeting that has been held),
    and what comes is told to the day `siste`."""

    i_dag: date
    moetet: Moete | None
    forrige: Moete | None
    neste: Moete | None
    fra: datetime
    til: datetime | None
    siste: date

    @property
    def dagen(self) -> str:
        """The day that the sheet is for: the meeting's, else today."""
        return self.moetet.dagen if self.moetet else dag_i_ord(self.i_dag)

    @property
    def bakover(self) -> str:
        """Say since when changes are told, and why."""
        if self.forrige is None:
            siden = f"Siden {dag_i_ord(timezone.localdate(self.fra))}: kalenderen har ikke noe tidligere styremøte."
        else:
            siden = f"Siden styremøtet {self.forrige.dagen}."
        return f"{siden} Til og med møtet {self.dagen}." if self.til else siden

    @property
    def framover(self) -> str:
        """Say up to when due days are told, and why."""
        if self.neste is None:
            return f"Til og med {dag_i_ord(self.siste)}, i åtte uker: kalenderen har ikke noe senere styremøte."
        return f"Til og med styremøtet {self.neste.dagen}."


def styremoetene() -> list[Moete]:
    """The county board's meetings that count, by time: published, not cancelled, on a known day. One query."""
    moetene = Aktivitet.objects.moeter_som_teller().filter(type=Aktivitetstype.FYLKESSTYREMOETE).i_rekkefoelge()
    felter = ("pk", "tittel", "foerste_dag", "siste_dag", "til_kl")
    return [
        Moete(pk, tittel, foerste, siste, _slutt(siste, til_kl))
        for pk, tittel, foerste, siste, til_kl in moetene.values_list(*felter)
    ]


def moetetid(moetene: Sequence[Moete], plan: Plan, i_dag: date, valgt: int | None = None) -> Moetetid:
    """Give the meeting with the key `valgt`, else the one that is held today, else none: then it is about the time
    between two meetings.

    What changed is told since the meeting before it ended. Of a meeting that has been held it is told to its end, so
    that each change belongs to one meeting. What comes is told to the day of the meeting after it, that day included.
    Where the calendar has no meeting before, it is told since New Year, or since the plan began where that is later;
    where it has none after, for eight weeks.
    """
    moetet = next((moete for moete in moetene if moete.pk == valgt), None) or next(
        (moete for moete in reversed(moetene) if moete.foerste <= i_dag <= moete.siste), None
    )
    foer = min(i_dag, moetet.foerste) if moetet else i_dag
    etter = max(i_dag, moetet.siste) if moetet else i_dag
    forrige = max((moete for moete in moetene if moete.siste < foer), key=lambda moete: moete.slutt, default=None)
    neste = next((moete for moete in moetene if moete.foerste > etter), None)
    return Moetetid(
        i_dag=i_dag,
        moetet=moetet,
        forrige=forrige,
        neste=neste,
        fra=forrige.slutt if forrige else _begynnelsen(plan, foer),
        til=moetet.slutt if moetet and moetet.siste < i_dag else None,
        siste=neste.foerste if neste else etter + OM_AATTE_UKER,
    )


def _slutt(siste: date, til_kl: time | None) -> datetime:
    if til_kl is None:
        return _midnatt(siste + timedelta(days=1))
    return timezone.make_aware(datetime.combine(siste, til_kl))


def _begynnelsen(plan: Plan, dag: date) -> datetime:
    nyttaar = date(dag.year, 1, 1)
    return _midnatt(plan.fra if nyttaar < plan.fra <= dag else nyttaar)


def _midnatt(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time()))

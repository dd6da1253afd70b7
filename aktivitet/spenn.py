"""Pure: from when until when an activity lasts, as days and moments that other programs understand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from .tid import HarTid
from .tidsrom import OSLO


@dataclass(frozen=True)
class Spenn:
    """When it begins, a moment in Norwegian time or a day; the moment it ends, where that is known; its last day."""

    start: date | datetime
    slutt: datetime | None
    siste: date

    @property
    def med_klokke(self) -> bool:
        return isinstance(self.start, datetime)

    @property
    def foerste(self) -> date:
        return self.start.date() if isinstance(self.start, datetime) else self.start


def spennet(aktivitet: HarTid) -> Spenn:
    """Give the span of an activity, whatever is stored: an end that is not after its start is none."""
    siste = aktivitet.siste_dag
    if aktivitet.fra_kl is None:
        return Spenn(aktivitet.foerste_dag, None, siste)
    start = i_oslo(aktivitet.foerste_dag, aktivitet.fra_kl)
    slutt = i_oslo(siste, aktivitet.til_kl) if aktivitet.til_kl is not None else None
    if slutt and slutt.astimezone(UTC) <= start.astimezone(UTC):
        slutt = None
    return Spenn(start, slutt, siste)


def i_oslo(dag: date, kl: time) -> datetime:
    """The moment in Norwegian time. The way by UTC turns a time that the spring change skips into one that exists; on
    the autumn night the first of the two is meant."""
    return datetime.combine(dag, kl, OSLO).astimezone(UTC).astimezone(OSLO)


def dagen_etter(dag: date) -> date:
    """The day that a calendar program is told as the end: there it is the first one that is free again."""
    return dag + timedelta(days=1)

"""Pure: from when until when an activity lasts, as days and moments that other programs understand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from ..tid import HarTid
from ..tidsrom import OSLO


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
    def slutter(self) -> date | datetime | None:
        """The end as calendar programs are told it: of days the first one that is free again, of a clock time the
        moment, or the midnight after the last day where only that is known. None where nobody has said."""
        if not self.med_klokke:
            return self.siste + timedelta(days=1)
        if self.slutt or self.siste == self.foerste:
            return self.slutt
        return _i_oslo(self.siste + timedelta(days=1), time(0))

    @property
    def foerste(self) -> date:
        return self.start.date() if isinstance(self.start, datetime) else self.start


def spennet(aktivitet: HarTid) -> Spenn:
    """Give the span of an activity, whatever is stored: an end that is not after its start is none."""
    siste = aktivitet.siste_dag
    if aktivitet.fra_kl is None:
        return Spenn(aktivitet.foerste_dag, None, siste)
    start = _i_oslo(aktivitet.foerste_dag, aktivitet.fra_kl)
    slutt = _i_oslo(siste, aktivitet.til_kl) if aktivitet.til_kl is not None else None
    if slutt and slutt.astimezone(UTC) <= start.astimezone(UTC):
        slutt = None
    return Spenn(start, slutt, siste)


def _i_oslo(dag: date, kl: time) -> datetime:
    """The moment in Norwegian time. The way by UTC turns a time that the spring change skips into one that exists; of
    the hour that the autumn change gives twice it is the first, as RFC 5545 (3.3.5) reads such a time."""
    return datetime.combine(dag, kl, OSLO).astimezone(UTC).astimezone(OSLO)

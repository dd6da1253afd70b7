"""All that has happened with a measure, in one line of time: what was set and undone, planned and held, kept with it
and taken away, and decided about its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from operator import attrgetter
from typing import Any

from django.utils import timezone

from .historikk import tiltakets_innslag
from .models import Statusendring, Termin, Tilknytning, Tiltak, Vedlegg

STATUS, PLANLAGT, HOLDT, VEDLEGG, FJERNET, ORDLYD = "status", "planlagt", "holdt", "vedlegg", "fjernet", "ordlyd"


@dataclass(frozen=True)
class Hendelse:
    """One thing that happened. `slag` says how it is told (`_hendelse.html`), and `ting` is what it is told of.

    `dag` is for what happened on a day, at no known time of it: `tid` is then the day's beginning.
    """

    slag: str
    tid: datetime
    ting: Any
    av: Any = None
    dag: date | None = None


def tidslinje(
    tiltak: Tiltak, tilknytninger: Iterable[Tilknytning], vedlegg: Iterable[Vedlegg], i_dag: date
) -> list[Hendelse]:
    """Give the measure's whole history, the newest first. Two queries; the ties and the documents are those that the
    reader may see, with who made them."""
    alle = chain(
        statuslinjer(Statusendring.objects.for_tiltaket(tiltak)),
        _aktiviteter(tilknytninger, i_dag),
        _vedlegg(vedlegg),
        (Hendelse(ORDLYD, ett.tid, ett, ett.av) for ett in tiltakets_innslag(tiltak)),
    )
    return sorted(alle, key=attrgetter("tid"), reverse=True)


def statuslinjer(logg: Iterable[Statusendring]) -> Iterator[Hendelse]:
    """Give the lines of a log as what happened, in the order that they come."""
    for linje in logg:
        yield Hendelse(STATUS, linje.tid, linje, linje.av)


def sist_sagt(terminer: Sequence[Termin]) -> list[Hendelse]:
    """Give the last line of each termin's log, as the latest saves added it to the history. One query."""
    return list(statuslinjer(Statusendring.objects.siste_for(terminer).select_related("termin", "av")))


def _aktiviteter(tilknytninger: Iterable[Tilknytning], i_dag: date) -> Iterator[Hendelse]:
    for ett in tilknytninger:
        aktivitet = ett.aktivitet
        yield Hendelse(PLANLAGT, ett.tid, aktivitet, ett.av)
        if aktivitet.siste_dag < i_dag and not (aktivitet.er_utkast or aktivitet.avlyst):
            begynnelsen = timezone.make_aware(datetime.combine(aktivitet.siste_dag, time.min))
            yield Hendelse(HOLDT, begynnelsen, aktivitet, dag=aktivitet.siste_dag)


def _vedlegg(vedlegg: Iterable[Vedlegg]) -> Iterator[Hendelse]:
    for ett in vedlegg:
        yield Hendelse(VEDLEGG, ett.tid, ett, ett.av)
        if ett.fjernet:
            yield Hendelse(FJERNET, ett.fjernet, ett, ett.fjernet_av)

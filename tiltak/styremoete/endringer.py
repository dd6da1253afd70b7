"""What the log says has changed in a stretch of time: for each termin how it stood before, and how it stands after."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone

from aktivitet.hvem import hvem
from aktivitet.tid import dag_i_ord

from ..models import Plan, Status, Statusendring, Termin
from ..models.termin import LOGGFELTER, Stilling

UROERT = {"status": Status.IKKE_STARTET, "utfoert": None, "utsatt_til": None, "merknad": ""}


@dataclass(frozen=True)
class Tilstand:
    """How a termin stands at a time: the status with its word, the days and words that go with it, and whether it was
    overdue then."""

    status: str
    ord: str
    utfoert: date | None = None
    utsatt_til: date | None = None
    merknad: str = ""
    forfalt: bool = False

    @property
    def i_ord(self) -> str:
        """Say it inside a sentence: "gjennomført 3. oktober 2026", "utsatt til 1. mars 2027", "pågår (forfalt)"."""
        deler = [self.ord.lower()]
        if self.utsatt_til:
            deler.append(f"til {dag_i_ord(self.utsatt_til)}")
        if self.utfoert:
            deler.append(dag_i_ord(self.utfoert))
        if self.forfalt:
            deler.append("(forfalt)")
        return " ".join(deler)


@dataclass(frozen=True)
class Endring:
    """One termin that somebody has set. `hvem` is for the board alone: minutes name no person."""

    termin: Termin
    foer: Tilstand
    etter: Tilstand
    hvem: str
    tid: datetime

    @property
    def er_som_foer(self) -> bool:
        """Whether the status was only said again."""
        return (self.foer.status, self.foer.utsatt_til) == (self.etter.status, self.etter.utsatt_til)

    @property
    def i_ord(self) -> str:
        """Say it: "Fra ikke startet til gjennomført 3. oktober 2026." The words that were written are not in it."""
        if self.er_som_foer:
            return f"Satt på nytt: {self.etter.i_ord}."
        return f"Fra {self.foer.i_ord} til {self.etter.i_ord}."


def endringene(plan: Plan, fra: datetime, til: datetime | None, i_dag: date) -> list[Endring]:
    """Give what was set in the plan after `fra` (until `til`, or now), one for each termin, in the plan's order.

    A save that was undone is none, and neither is the undo: see `StatusendringQuerySet.som_staar`. One query.
    """
    linjer = Statusendring.objects.i_planen(plan).som_staar()
    satt = linjer.etter(fra)
    if til:
        linjer, satt = linjer.filter(tid__lte=til), satt.filter(tid__lte=til)
    linjer = linjer.filter(termin__in=satt.order_by().values("termin")).select_related(
        "av", "termin__endret_av", "termin__tiltak__maal", "termin__tiltak__foelges_opp_av"
    )
    dag_foer, dag_etter = timezone.localdate(fra), min(i_dag, timezone.localdate(til)) if til else i_dag
    rekke = ("termin__tiltak__maal__nr", "termin__tiltak__nr", "termin__tiltak_id", "termin__foerste", "termin__siste")
    linjer = linjer.order_by(*rekke, "termin_id", "tid", "pk")
    return [
        _endring(gruppe, fra, dag_foer, dag_etter) for _, gruppe in groupby(linjer, key=lambda linje: linje.termin_id)
    ]


def _endring(linjer: Iterable[Statusendring], fra: datetime, dag_foer: date, dag_etter: date) -> Endring:
    alle = list(linjer)
    sist = alle[-1]
    foer = next((linje for linje in reversed(alle) if linje.tid <= fra), None)
    return Endring(
        termin=sist.termin,
        foer=_tilstand(sist.termin, foer, dag_foer),
        etter=_tilstand(sist.termin, sist, dag_etter),
        hvem=hvem(sist.av),
        tid=sist.tid,
    )


def _tilstand(termin: Termin, linje: Statusendring | None, dag: date) -> Tilstand:
    """How the termin stood on `dag` as `linje` has it; None is before anybody had said a word about it."""
    if linje is None and termin.loepende:
        return Tilstand(Stilling.MANGLER_VURDERING.value, str(Stilling.MANGLER_VURDERING.label))
    da = copy(termin)
    for felt in LOGGFELTER:
        setattr(da, felt, getattr(linje, felt) if linje else UROERT[felt])
    ord_ = str(Status(da.status).label)
    return Tilstand(da.status, ord_, da.utfoert, da.utsatt_til, da.merknad, da.er_forfalt(dag))

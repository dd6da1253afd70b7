"""What has happened to a plan since a page was read: a mark that changes whenever something has, and what it was."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from .models import Planutgave, Statusendring
from .models.plan import PlanQuerySet

# A line of the log may be seen later than one with a higher key: transactions end in any order. No save takes so long.
ETTERNOELERE = timedelta(minutes=2)
HOEYST = 500  # lines of the log in one answer; who has missed more reads the page again


def med_merke(planer: PlanQuerySet) -> PlanQuerySet:
    """Annotate how much the log of each plan says and the edition that was made last, without a query of its own."""
    linjer = Statusendring.objects.filter(termin__tiltak__maal__plan=OuterRef("pk")).order_by()
    loggen = linjer.values("termin__tiltak__maal__plan")
    utgaver = Planutgave.objects.filter(plan=OuterRef("pk")).order_by("-pk")
    return planer.annotate(
        logglinjer=Subquery(loggen.annotate(antall=Count("pk")).values("antall")),
        siste_linje=Subquery(loggen.annotate(siste=Max("pk")).values("siste")),
        siste_utgave=Subquery(utgaver.values("pk")[:1]),
        siste_utgave_tid=Subquery(utgaver.values("tid")[:1]),
    )


def merke(plan: Any, i_dag: date) -> str:
    """Give the mark of a plan from `med_merke`, as an ETag. The day is in it: what is overdue changes with it."""
    return f'"{plan.pk}-{plan.logglinjer}-{plan.siste_linje}-{plan.siste_utgave}-{i_dag:%Y%m%d}"'


def siste_linjer(linjer: QuerySet[Statusendring], etter: int | None, siden: datetime) -> list[Statusendring] | None:
    """Give the latest line of each termin that was set after the line `etter`, or after `siden` where there is no such
    line, the newest first. What was on its way then is told too.

    None when it is more than anybody wants to be told of at once. At most two queries.
    """
    kjent = Statusendring.objects.filter(pk=etter).first() if etter is not None else None
    # From the known line's time, and not from now: a page that slept since may still lack what was on its way then.
    nye = Q(tid__gt=(kjent.tid if kjent else siden) - ETTERNOELERE)
    if etter is not None:
        nye = (nye | Q(pk__gt=etter)) & ~Q(pk=etter)
    linjene = linjer.filter(nye).select_related("av", "termin__endret_av", "termin__tiltak__maal").order_by("-pk")
    hentet = list(linjene[: HOEYST + 1])
    if len(hentet) > HOEYST:
        return None
    siste: dict[int, Statusendring] = {}
    for linje in hentet:
        siste.setdefault(linje.termin_id, linje)
    return list(siste.values())

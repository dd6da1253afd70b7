"""The figures that a report sets its own against: the period before, and each year of the plan so far.

What an annual meeting has been told must not change afterwards: where the report on some days was issued, its last
edition gives their figures, and else the terminer do, as they stand now: also where that edition cannot be read.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from logging import getLogger

from django.db.models import OuterRef, Subquery

from ...figurer import Figurer
from ...i_ord import dagene_i_ord
from ...models import Plan, Rapport, Rapportutgave, Termin
from ..deler import Periodefigurer
from ..frys import frosne_figurer

FELLES = timedelta(days=31)  # what two reports that follow each other may share: the days about a meeting

Dager = tuple[date, date]

_logg = getLogger(__name__)


@dataclass(frozen=True)
class Aarstall:
    """How many were due on each day, by how they stand; and the days and figures of the reports that came before."""

    telling: list[tuple[date, str, int]]
    dagene: dict[int, Dager]
    lagt_fram: dict[Dager, Figurer]

    def for_dagene(self, fra: date, til: date) -> Periodefigurer:
        """Give the figures of the days from `fra` to `til`."""
        if (fra, til) in self.lagt_fram:
            return Periodefigurer(dagene_i_ord(fra, til), self.lagt_fram[fra, til], lagt_fram=True)
        antall: Counter[str] = Counter()
        for dag, stilling, hvor_mange in self.telling:
            if fra <= dag <= til:
                antall[stilling] += hvor_mange
        return Periodefigurer(dagene_i_ord(fra, til), Figurer.av(antall))


def les_aarstall(rapport: Rapport, plan: Plan) -> Aarstall:
    """Count what is due in the plan by the report's last day, and read the reports on it before this one. Two
    queries."""
    telling = Termin.objects.i_planen(plan).i_figurene().frist_i(date.min, rapport.til).per_dag()
    siste = Rapportutgave.objects.filter(rapport=OuterRef("pk")).order_by("-nr").values("innhold")[:1]
    tidligere = Rapport.objects.filter(aar__range=(plan.fra.year - 1, rapport.aar - 1)).order_by("aar")
    tall = Aarstall(telling, {}, {})
    for ett in tidligere.annotate(utgitt=Subquery(siste)):
        tall.dagene[ett.aar] = ett.periode
        if ett.utgitt and ett.plan_id == plan.pk:
            try:
                fra, til, figurer = frosne_figurer(ett.utgitt)
            except ValueError:  # somebody has been at it in the database: that is no reason to stop this year's report
                _logg.warning("Siste utgave av beretningen for %s kan ikke leses. Tallene er fra fristene.", ett.aar)
                continue
            tall.dagene[ett.aar] = fra, til
            tall.lagt_fram[fra, til] = figurer
    return tall


def aaret_foer(rapport: Rapport, tall: Aarstall) -> Periodefigurer | None:
    """Give the figures of the period before: the days of last year's report, or the same days a year earlier. None
    when the plan had nothing due then. The meeting's day may be in both; a report that has much of its days in
    this one is not of the period before."""
    dagene = tall.dagene.get(rapport.aar - 1)
    if dagene is None or dagene[1] > rapport.fra + FELLES:
        # The day after is moved, since the last of February is not the same day every year.
        siste = _et_aar_foer(rapport.til + timedelta(days=1)) - timedelta(days=1)
        dagene = _et_aar_foer(rapport.fra), min(siste, rapport.fra)
    figurene = tall.for_dagene(*dagene)
    return figurene if figurene.figurer.frist else None


def aarene(rapport: Rapport, plan: Plan, tall: Aarstall) -> tuple[Periodefigurer, ...]:
    """Give the figures of each year of the plan, the last one up to the report's last day."""
    siste = min(rapport.til.year, plan.til.year)
    return tuple(
        tall.for_dagene(date(aar, 1, 1), min(date(aar, 12, 31), rapport.til))
        for aar in range(plan.fra.year, siste + 1)
    )


def samlet(deler: Iterable[Periodefigurer]) -> Figurer:
    """Give the sum of them."""
    antall: Counter[str] = Counter()
    for en_del in deler:
        antall.update({tall.stilling: tall.antall for tall in en_del.figurer.tall})
    return Figurer.av(antall)


def _et_aar_foer(dag: date) -> date:
    return date(dag.year - 1, 2, 28) if (dag.month, dag.day) == (2, 29) else dag.replace(year=dag.year - 1)

"""What was found in a plan document, beside what was not: the first thing to look through in a draft."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from ..models import Maal, Merknad, Plan, Termin, Tiltak

UTEN_PLASS = "uten-plass"  # said of each line of the document that belongs nowhere in a plan


@dataclass(frozen=True)
class Funn:
    """The figures of one plan. `maal` are its goals, each with `antall_tiltak`; `terminer` are pairs of year and
    number, the last of them those outside the period where there are any."""

    kapitler: list[str]
    periodemaal: int
    maal: list[Maal]
    tiltak: int
    uten_frist: int
    terminer: list[tuple[str, int]]
    maaneder: int
    uten_plass: int

    @property
    def forstaatt(self) -> int:
        return self.tiltak - self.uten_frist


def funn(plan: Plan) -> Funn:
    """Count what the plan holds. The same few queries for any size."""
    i_planen = Tiltak.objects.i_planen(plan)
    aar: Counter[int] = Counter()
    utenfor = 0
    for siste, er_utenfor in Termin.objects.i_planen(plan).gjeldende().values_list("siste", "utenfor").order_by():
        aar[siste.year] += not er_utenfor
        utenfor += er_utenfor
    terminer = [(str(ett), antall) for ett, antall in sorted(aar.items()) if antall]
    antall_tiltak = Count("tiltak", filter=Q(tiltak__utgaatt__isnull=True))
    return Funn(
        kapitler=[str(kapittel) for kapittel in plan.kapitler.all()],
        periodemaal=plan.periodemaal.count(),
        maal=list(plan.maal.gjeldende().annotate(antall_tiltak=antall_tiltak).order_by("nr", "pk")),
        tiltak=i_planen.gjeldende().count(),
        uten_frist=i_planen.ikke_forstaatt().count(),
        terminer=[*terminer, *([("utenfor perioden", utenfor)] if utenfor else [])],
        maaneder=plan.aktivitetsrader.count(),
        uten_plass=Merknad.objects.filter(plan=plan, hva=UTEN_PLASS).count(),
    )

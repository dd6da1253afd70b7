"""How much waits for the secretary: the front page, the page that settles it and the confirming all ask here."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ..models import Merknad, Plan, Termin, Tiltak

# The groups of what waits, in the page's order: the name of each is also its place on the page.
GRUPPER = {
    "ikke_forstaatt": "Frister som ikke er forstått",
    "til_bekreftelse": "Tolkninger som må bekreftes",
    "utenfor": "Frister utenfor perioden",
    "doble_koder": "Koder som står to ganger",
    "merknader": "Annet i dokumentet",
}


@dataclass(frozen=True)
class Venter:
    """How much waits in one plan, by group."""

    plan: Plan
    antall: dict[str, int]

    @property
    def sum(self) -> int:
        return sum(self.antall.values())

    @property
    def grupper(self) -> list[tuple[str, str, int]]:
        """Name, heading and number of each group that has something in it."""
        return [(navn, GRUPPER[navn], antall) for navn, antall in self.antall.items() if antall]


def venter_paa_sekretaeren() -> list[Venter]:
    """Count what must be settled in each plan that is in force or on its way, in one query."""
    return _telt(Plan.objects.exclude(status=Plan.Status.AVLOEST))


def venter_i_planen(plan: Plan) -> Venter:
    """Count what must be settled in one plan, in one query."""
    return _telt(Plan.objects.filter(pk=plan.pk))[0]


def _telt(planer: QuerySet[Plan]) -> list[Venter]:
    tiltak = Tiltak.objects.filter(maal__plan=OuterRef("pk"))
    terminer = Termin.objects.filter(tiltak__maal__plan=OuterRef("pk"))
    merknader = Merknad.objects.filter(plan=OuterRef("pk")).uavklarte()
    # An annotation must not be called what the plan calls something of its own ("merknader").
    spoersmaal = {
        "venter_ikke_forstaatt": _antall(tiltak.ikke_forstaatt(), "maal__plan"),
        "venter_til_bekreftelse": _antall(tiltak.til_bekreftelse(), "maal__plan"),
        "venter_utenfor": _antall(terminer.gjeldende().utenfor_og_uavklart(), "tiltak__maal__plan"),
        "venter_doble_koder": _antall(merknader.doble_koder(), "plan"),
        "venter_merknader": _antall(merknader.andre(), "plan"),
    }
    return [
        Venter(plan, {navn: getattr(plan, f"venter_{navn}") for navn in GRUPPER})
        for plan in planer.annotate(**spoersmaal)
    ]


def _antall(rader: QuerySet[Any], plan: str) -> Coalesce:
    """How many there are in the plan that the outer query is at."""
    telling = rader.order_by().values(plan).annotate(antall=Count("pk", distinct=True)).values("antall")
    return Coalesce(Subquery(telling), 0)

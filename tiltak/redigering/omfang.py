"""What goes with a part that is taken out of the plan: told before it is done."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from ..models import Maal, Statusendring, Termin, Tiltak
from .plass import rekken, treet_under


@dataclass(frozen=True)
class Omfang:
    """How much a goal or a measure has below it, and how much of it somebody has reported on."""

    undermaal: int
    tiltak: int
    foert: int


def omfang(ting: Any) -> Omfang | None:
    """Count; None for what has nothing below it."""
    if isinstance(ting, Maal):
        under = treet_under(ting, [ett for ett in rekken(ting) if ett.utgaatt is None])
        tiltak = Tiltak.objects.filter(maal__in=[ting, *under]).gjeldende()
        return Omfang(len(under), tiltak.count(), _foert(tiltak))
    if isinstance(ting, Tiltak):
        return Omfang(0, 1, _foert(Tiltak.objects.filter(pk=ting.pk)))
    return None


def _foert(tiltak: Any) -> int:
    har_logg = Exists(Statusendring.objects.filter(termin=OuterRef("pk")))
    return Termin.objects.filter(har_logg, tiltak__in=tiltak).count()

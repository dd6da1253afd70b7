"""What is out of the plan keeps its place among what is in it: after what it stood after before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ..models import Maal, Tiltak
from ..redigering.plass import nummerer
from .rader import Flettet
from .versjon import Planversjon


class Ute:
    """The plan's goals and measures in their order before it was revised, with those that were out of it already."""

    def __init__(self, gammel: Planversjon) -> None:
        ute = Tiltak.objects.i_planen(gammel.plan).exclude(pk__in=[ett.pk for ett in gammel.tiltak])
        maal_ute = gammel.plan.maal.filter(utgaatt__isnull=False)
        self.maal: list[Maal] = sorted([*gammel.maal, *maal_ute], key=lambda ett: (ett.nr, ett.pk))
        self.tiltak: list[Tiltak] = sorted([*gammel.tiltak, *ute], key=lambda ett: (ett.nr, ett.pk))

    def gi_plass(self, maal: Flettet, tiltak: Flettet) -> None:
        """Number goals and measures anew, what is out of the plan among them."""
        nummerer([flett_inn(maal.rader, self.maal)])
        rekker: dict[int, list[Tiltak]] = defaultdict(list)
        foer: dict[int, list[Tiltak]] = defaultdict(list)
        for ett in tiltak.rader:
            rekker[ett.maal_id].append(ett)
        for ett in self.tiltak:
            foer[ett.maal_id].append(ett)  # one that has moved to another goal stands there by now
        nummerer([flett_inn(rekker[pk], gamle) for pk, gamle in foer.items()])


def flett_inn(nye: Sequence[Any], gamle: Iterable[Any]) -> list[Any]:
    """Give the new order, with what the old one has beside it put where it was: after the same one as before."""
    svar, er_med, forrige = list(nye), {ett.pk for ett in nye}, None
    for ett in gamle:
        if ett.pk not in er_med:
            svar.insert(0 if forrige is None else 1 + svar.index(forrige), ett)
        forrige = ett
    return svar

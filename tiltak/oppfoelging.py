"""What one person follows up: theirs come first among what waits, and then the rest of theirs with what is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from .models import Termin, Tiltak
from .oversikt import Haster


@dataclass(frozen=True)
class Fulgt:
    """A measure that the person follows up, and what is next to set on it, if anything is left of it."""

    tiltak: Tiltak
    neste: Termin | None


def mine_foerst(haster: Haster, bruker: Any) -> Haster:
    """Give the same lists, with what this person follows up at the head of each."""
    return Haster(
        *(
            sorted(terminer, key=lambda termin: not termin.tiltak.foelges_av(bruker))
            for terminer in (haster.forfalt, haster.kommer, haster.loepende)
        )
    )


def ellers_foelges(tiltakene: Iterable[Tiltak], haster: Haster, bruker: Any, i_dag: date) -> list[Fulgt]:
    """Give those of `tiltakene` that the person follows up and that nothing waits on, each with its next open termin.

    One query, and none for whoever follows nothing up.
    """
    venter = {termin.tiltak_id for termin in haster.alle}
    mine = {ett.pk: ett for ett in tiltakene if ett.foelges_av(bruker) and ett.pk not in venter}
    neste: dict[int, Termin] = {}
    if mine:
        aapne = Termin.objects.filter(tiltak__in=mine).aapne().i_figurene().filter(siste__gte=i_dag)
        for termin in aapne.select_related("endret_av").order_by("siste", "pk"):
            if neste.setdefault(termin.tiltak_id, termin) is termin:
                termin.tiltak = mine[termin.tiltak_id]
    return [Fulgt(ett, neste.get(ett.pk)) for ett in mine.values()]

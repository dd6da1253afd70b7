"""What stands around a termin on each page, and is another when it is set: figures, what waits, the log."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..fremdrift import fremdrift
from ..models import Plan, Termin, Tiltak
from ..oversikt import hva_haster
from ..tidslinje import sist_sagt
from .fra import FRA_FORSIDEN, FRA_LISTEN, FRA_TILTAKET, Sted


def rundt(terminer: Sequence[Termin], plan: Plan, sted: Sted, i_dag: date, aar: int) -> dict[str, Any]:
    """Give the context of `tiltak/_rundt.html`: what changes where their rows stand when these are set.

    `terminer` are of one plan, and each gets the code to cite its measure by. `aar` is the year that a list shows
    whose address does not say any. At most three queries.
    """
    koder = Tiltak.objects.i_planen(plan).siterte_koder()
    for termin in terminer:
        termin.tiltak.sitert_kode = koder[termin.tiltak_id]
    if sted.fra == FRA_TILTAKET:
        return {"logg": sist_sagt(terminer)}
    if sted.fra not in (FRA_LISTEN, FRA_FORSIDEN):
        return {}
    haster = hva_haster(plan, i_dag, koder)
    if sted.fra == FRA_FORSIDEN:
        return {"ventende": haster}
    return {"haster": haster, "tallene": _tallene(terminer, plan, sted.utvalg.aar(aar), i_dag)}


def _tallene(terminer: Sequence[Termin], plan: Plan, aar: int | None, i_dag: date) -> list[tuple[int | str, Any]]:
    """The figures of the goals that these stand under, and of all: of the year or the period that the list shows."""
    telles = [termin for termin in terminer if not termin.utenfor]
    if not telles:
        return []
    staar = fremdrift(plan, i_dag)
    maalene = dict.fromkeys(termin.tiltak.maal_id for termin in telles)
    return [(maal, staar.tall(aar=aar, maal=maal)) for maal in maalene] + [("alle", staar.tall(aar=aar))]

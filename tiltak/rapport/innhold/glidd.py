"""What came over from before a report's period: due before it, and not finished when it began."""

from collections.abc import Iterable

from ...models import Plan, Rapport, Termin
from ...models.termin import AAPNE, TerminQuerySet
from .loggen import Logg


def terminene_i(rapport: Rapport, plan: Plan) -> TerminQuerySet:
    """Ask for all that the report tells of: due in its period, done in it, or perhaps slipped from before it."""
    alle = Termin.objects.i_planen(plan)
    i_perioden = alle.i_figurene().frist_i(*rapport.periode)
    # What was done before the period has not slipped, whenever it was typed in.
    kan_ha_glidd = alle.i_figurene().filter(kan_forfalle=True, siste__lt=rapport.fra).exclude(utfoert__lt=rapport.fra)
    valgte = i_perioden | alle.utfoert_i_men_frist_foer(*rapport.periode) | kan_ha_glidd
    return valgte.med_stilling().i_planens_rekkefoelge()


def gjort_senere(rapport: Rapport, terminer: Iterable[Termin]) -> list[Termin]:
    """Those that were done in the period, but due before it."""
    return [en for en in terminer if en.siste < rapport.fra and _er_gjort_i(rapport, en)]


def glidd(rapport: Rapport, terminer: Iterable[Termin], logg: Logg) -> list[Termin]:
    """Those that were due before the period, still open when it began, and not done in it either.

    With `gjort_senere` they are all that came over from before. What runs on by its nature, and what cannot be
    overdue, does not slip: it has another due date in the period.
    """
    return [
        en
        for en in terminer
        if en.siste < rapport.fra
        and en.kan_forfalle
        and not en.utenfor
        and not _er_gjort_i(rapport, en)
        and logg.status_foer(en, rapport.fra) in AAPNE
    ]


def _er_gjort_i(rapport: Rapport, termin: Termin) -> bool:
    return termin.utfoert is not None and rapport.fra <= termin.utfoert <= rapport.til

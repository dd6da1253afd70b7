"""The whole table as it is read: a plan's goals and measures, and their terminer in a year or in all of the period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from ..i_ord import aarene_i_ord
from ..models import Maal, Plan, Termin, Tiltak
from ..sitering import siterte_koder, telte


@dataclass(frozen=True)
class Tabell:
    """What stands in the table before anything is chosen, in the plan's order. `aar` is None for the whole period.

    `terminer` are those of each measure's key, in order, with those outside the period, which are of every year.
    """

    plan: Plan
    aar: int | None
    maal: list[Maal]
    tiltak: list[Tiltak]
    terminer: Mapping[int, list[Termin]]

    @property
    def dagene(self) -> tuple[date, date]:
        """The first and the last day of what is shown."""
        if self.aar is None:
            return self.plan.fra, self.plan.til
        return date(self.aar, 1, 1), date(self.aar, 12, 31)

    @property
    def naar(self) -> str:
        """Say it: "2026", or "2025–2028" for the whole period."""
        foerste, siste = self.dagene
        return aarene_i_ord(foerste.year, siste.year)

    @property
    def koder(self) -> dict[int, str]:
        """The code to cite each measure by, from its key."""
        return {ett.pk: ett.sitert_kode for ett in self.tiltak}

    @cached_property
    def numre(self) -> dict[str, Maal]:
        """The goals by the number that an address names them by: "2.1", or "2.1 (2)" where that stands twice."""
        return dict(zip(telte(maal.nummer for maal in self.maal), self.maal, strict=True))

    def med_undermaal(self, maal: Maal) -> frozenset[int]:
        """The keys of a goal and of all that is below it."""
        funnet = {maal.pk}
        for ett in self.maal:  # the plan's order has a goal before what is below it
            if ett.forelder_id in funnet:
                funnet.add(ett.pk)
        return frozenset(funnet)

    def med_overmaal(self, maalene: set[int]) -> set[int]:
        """The keys of these goals and of all that is above them."""
        forelder = {maal.pk: maal.forelder_id for maal in self.maal}
        funnet: set[int] = set()
        for pk in maalene:
            denne: int | None = pk
            while denne is not None and denne not in funnet:
                funnet.add(denne)
                denne = forelder[denne]
        return funnet


def les_tabell(plan: Plan, aar: int | None) -> Tabell:
    """Read the plan's table for a year, or for its whole period when that is None. Three queries for any size."""
    tiltak = list(
        Tiltak.objects.i_planen(plan).select_related("frist", "foelges_opp_av").i_planens_rekkefoelge(),
    )
    koder = siterte_koder(tiltak)
    terminer: dict[int, list[Termin]] = {ett.pk: [] for ett in tiltak}
    per_pk = {ett.pk: ett for ett in tiltak}
    for ett in tiltak:
        ett.sitert_kode = koder[ett.pk]
    alle = Termin.objects.i_planen(plan).select_related("endret_av").med_stilling()
    for termin in alle if aar is None else alle.filter(Q(utenfor=True) | Q(siste__year=aar)):
        termin.tiltak = per_pk[termin.tiltak_id]
        terminer[termin.tiltak_id].append(termin)
    return Tabell(plan, aar, list(plan.maal.all()), tiltak, terminer)

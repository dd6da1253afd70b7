"""How the plan stands: its measures by goal with one year's terminer, the figures, and what waits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Prefetch, Q

from .fremdrift import Tall, fremdrift
from .models import Maal, Plan, Termin, Tiltak
from .sitering import siterte_koder

SNART = timedelta(weeks=8)


@dataclass(frozen=True)
class Maalrad:
    """One goal in the list, with its measures. `tiltak.viste` holds the year's terminer of each."""

    maal: Maal
    tiltak: list[Tiltak]
    tall: Tall

    @property
    def nivaa(self) -> int:
        """The heading's level on a page whose title is h1."""
        return min(self.maal.nivaa + 1, 6)


@dataclass(frozen=True)
class Haster:
    """What waits for somebody in the whole plan: what is overdue, what is due within eight weeks, and what is ongoing
    and nobody has looked at in this half-year."""

    forfalt: list[Termin]
    kommer: list[Termin]
    loepende: list[Termin] = field(default_factory=list)  # ongoing, and not looked at in this half-year

    @property
    def alle(self) -> list[Termin]:
        """All three lists as one. Nothing stands in two of them."""
        return [*self.forfalt, *self.kommer, *self.loepende]


@dataclass(frozen=True)
class Oversikt:
    """Everything that the list shows."""

    maal: list[Maalrad]
    tall: Tall
    haster: Haster
    utenfor: list[Termin]


def oversikt(plan: Plan, aar: int, i_dag: date) -> Oversikt:
    """Give the plan's measures by goal, in the plan's order, as they stand in one year. Five queries for any size."""
    terminer = Termin.objects.filter(Q(utenfor=True) | Q(siste__year=aar)).select_related("endret_av")
    tiltak = list(
        Tiltak.objects.i_planen(plan)
        .select_related("frist", "foelges_opp_av")
        .prefetch_related(Prefetch("terminer", terminer, to_attr="hentet"))
        .i_planens_rekkefoelge()
    )
    koder = siterte_koder(tiltak)
    haster = hva_haster(plan, i_dag, koder)
    staar = fremdrift(plan, i_dag)
    aarets = date(aar, 1, 1), date(aar, 12, 31)
    under: dict[int, list[Tiltak]] = {}
    for ett in tiltak:
        ett.sitert_kode = koder[ett.pk]
        ett.viste = [termin for termin in ett.hentet if not termin.utenfor]  # type: ignore[attr-defined]
        # One that is out is shown in the years that it has something due in, since it counts there, and in no other.
        if ett.viste or (ett.utgaatt is None and ett.sto_i_planen(*aarets)):  # type: ignore[attr-defined]
            under.setdefault(ett.maal_id, []).append(ett)
    return Oversikt(
        maal=[
            Maalrad(maal, under.get(maal.pk, []), staar.tall(aar=aar, maal=maal.pk))
            for maal in plan.maal.all()
            if maal.pk in under or (maal.utgaatt is None and maal.sto_i_planen(*aarets))
        ],
        tall=staar.tall(aar=aar),
        haster=haster,
        utenfor=[t for ett in tiltak if ett.utgaatt is None for t in ett.hentet if t.utenfor],
    )


def tall_etter_lagring(termin: Termin, i_dag: date, koder: Mapping[int, str]) -> tuple[Tall, Tall, Haster]:
    """Give what one save changes in the list: the goal's figures, the year's, and what waits. Two queries."""
    plan, maal, aar = termin.tiltak.maal.plan, termin.tiltak.maal_id, termin.siste.year
    haster = hva_haster(plan, i_dag, koder)
    staar = fremdrift(plan, i_dag)
    return staar.tall(aar=aar, maal=maal), staar.tall(aar=aar), haster


def hva_haster(plan: Plan, i_dag: date, koder: Mapping[int, str]) -> Haster:
    """Give what waits in the plan, the soonest first, in one query. `koder` is what to cite each measure by."""
    return _fordelt(_det_som_venter(plan, i_dag, koder), i_dag)


def hva_haster_for_hver(plan: Plan, i_dag: date) -> dict[int | None, Haster]:
    """Give what waits for each who follows measures up, by the person's key. Under None stands what nobody follows up.

    Two queries, however many they are. Whoever nothing waits for is left out.
    """
    for_hver: dict[int | None, list[Termin]] = {}
    for termin in _det_som_venter(plan, i_dag, Tiltak.objects.i_planen(plan).siterte_koder()):
        for_hver.setdefault(termin.tiltak.foelges_opp_av_id, []).append(termin)
    return {bruker: _fordelt(terminer, i_dag) for bruker, terminer in for_hver.items()}


def _det_som_venter(plan: Plan, i_dag: date, koder: Mapping[int, str]) -> list[Termin]:
    terminer = Termin.objects.i_planen(plan).som_venter(i_dag, i_dag + SNART).select_related("tiltak", "endret_av")
    haster = sorted(terminer.i_planens_rekkefoelge(), key=lambda termin: termin.forfall)
    for termin in haster:
        termin.tiltak.sitert_kode = koder[termin.tiltak_id]
    return haster


def _fordelt(terminer: list[Termin], i_dag: date) -> Haster:
    return Haster(
        forfalt=[termin for termin in terminer if termin.er_forfalt(i_dag)],
        kommer=[termin for termin in terminer if not termin.loepende and not termin.er_forfalt(i_dag)],
        loepende=[termin for termin in terminer if termin.loepende],
    )

"""How the plan stands: its measures by goal with their terminer, the figures, and what waits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from .fremdrift import Tall, fremdrift
from .models import Maal, Plan, Termin, Tiltak
from .tabell.lesing import Tabell, les_tabell
from .tabell.valg import ALT, OM_AATTE_UKER, Valg

EN_RAD = 12  # terminer that a measure shows in one row; where there are more, each year has a row of its own


@dataclass(frozen=True)
class Aarsrad:
    """A measure's terminer of one year, where it has many. `aapen`: those that one comes for."""

    aar: int
    terminer: list[Termin]
    aapen: bool


@dataclass(frozen=True)
class Maalrad:
    """One goal in the list, with its measures. `tiltak.viste` holds the terminer of each that are shown, and
    `tiltak.aarsrader` the same by year, where they are too many for one row."""

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
    """Everything that the list shows. The figures are the plan's own, whatever is chosen to be seen of it."""

    maal: list[Maalrad]
    tall: Tall
    haster: Haster
    utenfor: list[Termin]

    @property
    def antall_tiltak(self) -> int:
        return sum(len(rad.tiltak) for rad in self.maal)

    @property
    def antall_terminer(self) -> int:
        return sum(len(ett.viste) for rad in self.maal for ett in rad.tiltak)  # type: ignore[attr-defined,misc]


def oversikt(plan: Plan, aar: int | None, i_dag: date) -> Oversikt:
    """Give the plan's measures by goal, in the plan's order, as they stand in a year, or in its whole period when that
    is None. Five queries for any size."""
    return vis(les_tabell(plan, aar), ALT, i_dag)


def vis(tabell: Tabell, valg: Valg, i_dag: date) -> Oversikt:
    """Give what is chosen of a table that was read, with the figures and what waits. Two queries."""
    haster = hva_haster(tabell.plan, i_dag, tabell.koder)
    staar = fremdrift(tabell.plan, i_dag)
    under: dict[int, list[Tiltak]] = {}
    utenfor: list[Termin] = []
    for ett in tabell.tiltak:
        valgte = valg.terminene(ett, tabell.terminer[ett.pk], i_dag)
        ett.viste = [termin for termin in valgte if not termin.utenfor]  # type: ignore[attr-defined]
        ett.aarsrader = _aarsrader(ett.viste, i_dag)  # type: ignore[attr-defined]
        # One that is out is shown in the years that it has something due in, since it counts there, and in no other.
        inne = ett.utgaatt is None and ett.sto_i_planen(*tabell.dagene)
        if ett.viste or (inne and valg.uten_termin(ett)):  # type: ignore[attr-defined]
            under.setdefault(ett.maal_id, []).append(ett)
        if ett.utgaatt is None:
            utenfor += [termin for termin in valgte if termin.utenfor]
    viste = tabell.med_overmaal({*under})
    return Oversikt(
        maal=[
            Maalrad(maal, under.get(maal.pk, []), staar.tall(aar=tabell.aar, maal=maal.pk))
            for maal in tabell.maal
            if maal.pk in viste or (valg == ALT and maal.utgaatt is None and maal.sto_i_planen(*tabell.dagene))
        ],
        tall=staar.tall(aar=tabell.aar),
        haster=haster,
        utenfor=utenfor,
    )


def _aarsrader(terminer: list[Termin], i_dag: date) -> list[Aarsrad]:
    if len(terminer) <= EN_RAD:
        return []
    aarene = [(aar, [*egne]) for aar, egne in groupby(terminer, key=lambda termin: termin.siste.year)]
    return [
        Aarsrad(aar, egne, aar == i_dag.year or any(termin.er_forfalt(i_dag) for termin in egne))
        for aar, egne in aarene
    ]


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
    terminer = (
        Termin.objects.i_planen(plan).som_venter(i_dag, i_dag + OM_AATTE_UKER).select_related("tiltak", "endret_av")
    )
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

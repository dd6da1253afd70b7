"""Activities laid out for reading, as a list by months, as one month's grid of weeks, and as a year.

They are read already, and the day is handed in: no clock and no question to the database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import groupby
from operator import attrgetter

from .alfabet import norsk_rekkefoelge
from .kalender import helligdager, maanedens_dager, maanedens_uker, ukens_dager
from .models import Aktivitet, Presisjon
from .tid import maaneder_i_ord

# What is over before this hour belongs to the night before, and is not shown on the day that it ends.
NATTEN_SLUTTER = time(6)


@dataclass(frozen=True)
class Spor:
    """What is left of an activity on the day that it was moved from: where it went."""

    aktivitet: Aktivitet
    dag: date
    er_spor = True


@dataclass(frozen=True)
class Maanedsliste:
    """One month in the list: what has a day or a week, by time, and what is only known to be some time in it."""

    foerste: date
    med_dag: list[Aktivitet | Spor]
    i_loepet_av: list[Aktivitet]

    def __str__(self) -> str:
        return maaneder_i_ord(self.foerste, self.foerste)


@dataclass(frozen=True)
class Rute:
    """One day in the grid."""

    dag: date
    i_maaneden: bool
    i_dag: bool
    helligdag: str
    aktiviteter: list[Aktivitet | Spor] = field(default_factory=list)
    plass_til: int | None = None

    @property
    def viste(self) -> list[Aktivitet | Spor]:
        """Those there is room for in a small grid, or all."""
        return self.aktiviteter[: self.plass_til]

    @property
    def flere(self) -> int:
        """How many there is no room for."""
        return len(self.aktiviteter) - len(self.viste)

    @property
    def roed(self) -> bool:
        """Whether almanacs print it in red."""
        return bool(self.helligdag) or self.dag.isoweekday() == 7


@dataclass(frozen=True)
class Ukerad:
    """One week in the grid, with what lies in it on a day that is not set yet."""

    nummer: int
    ruter: list[Rute]
    hele_uka: list[Aktivitet]


@dataclass(frozen=True)
class Rutenett:
    """One month as weeks, and what is only known to be some time in it."""

    uker: list[Ukerad]
    i_loepet_av: list[Aktivitet]


@dataclass(frozen=True)
class Aarsmaaned:
    """One month of the year: the first of what it has, how many more there are, and what was moved out of the year."""

    foerste: date
    aktiviteter: list[Aktivitet]
    flere: int
    spor: list[Spor] = field(default_factory=list)


def sporene(flyttede: Iterable[Aktivitet]) -> list[Spor]:
    """Give the traces of those that were moved. What still lasts over the day that it stood on, is found there."""
    return [
        Spor(aktivitet, aktivitet.flyttet_fra)
        for aktivitet in flyttede
        if aktivitet.flyttet_fra is not None
        and not (aktivitet.dag_er_kjent and aktivitet.foerste_dag <= aktivitet.flyttet_fra <= aktivitet.siste_dag)
    ]


def i_dagene(viste: Iterable[Aktivitet], foerste: date, siste: date) -> tuple[list[Aktivitet], list[Spor]]:
    """Tell what happens from `foerste` to `siste` from what only stood there before it was moved."""
    viste = list(viste)
    return (
        [aktivitet for aktivitet in viste if aktivitet.foerste_dag <= siste and aktivitet.siste_dag >= foerste],
        [spor for spor in sporene(viste) if foerste <= spor.dag <= siste],
    )


def maanedslister(aktiviteter: Iterable[Aktivitet], fra: date, spor: Iterable[Spor] = ()) -> list[Maanedsliste]:
    """Lay activities and traces out by months. What began before `fra` stands in the month of `fra`."""
    lister = []
    alt: list[Aktivitet | Spor] = [*aktiviteter, *spor]
    for foerste, gruppe in groupby(
        sorted(alt, key=_rekkefoelge), key=lambda ett: max(_dagen(ett), fra).replace(day=1)
    ):
        i_maaneden = list(gruppe)
        lister.append(
            Maanedsliste(
                foerste,
                [ett for ett in i_maaneden if isinstance(ett, Spor) or not ett.bare_maaneden_er_kjent],
                [ett for ett in i_maaneden if not isinstance(ett, Spor) and ett.bare_maaneden_er_kjent],
            )
        )
    return lister


def rutenett(
    foerste: date,
    aktiviteter: Iterable[Aktivitet],
    i_dag: date,
    spor: Iterable[Spor] = (),
    *,
    plass_til: int | None = None,
) -> Rutenett:
    """Lay activities and traces out as the weeks of the month that begins on `foerste`. Each stands on every day that
    it touches in the month; `plass_til` is how many there is room for in one day."""
    siste = maanedens_dager(foerste.year, foerste.month)[1]
    roede = {dag: navn for dag, navn in helligdager(foerste.year).items() if foerste <= dag <= siste}
    uker = [
        Ukerad(
            uke.nummer,
            [
                Rute(dag, foerste <= dag <= siste, dag == i_dag, roede.get(dag, ""), plass_til=plass_til)
                for dag in uke.dager
            ],
            [],
        )
        for uke in maanedens_uker(foerste.year, foerste.month)
    ]
    rute_for = {rute.dag: rute for uke in uker for rute in uke.ruter}
    i_loepet_av = []
    for aktivitet in sorted(aktiviteter, key=_rekkefoelge):
        if aktivitet.bare_maaneden_er_kjent:
            i_loepet_av.append(aktivitet)
        elif aktivitet.presisjon == Presisjon.UKE:
            mandag, _ = ukens_dager(max(aktivitet.foerste_dag, foerste))
            next(uke for uke in uker if uke.ruter[0].dag == mandag).hele_uka.append(aktivitet)
        else:
            for dag in _dager(aktivitet, foerste, siste):
                rute_for[dag].aktiviteter.append(aktivitet)
    for ett in spor:
        rute_for[ett.dag].aktiviteter.append(ett)
    return Rutenett(uker, i_loepet_av)


def aarsmaaneder(
    aar: int, aktiviteter: Iterable[Aktivitet], antall: Mapping[int, int], spor: Iterable[Spor] = ()
) -> list[Aarsmaaned]:
    """Lay the year out as twelve months. Each activity stands in the month that it begins in, or in January when it
    began the year before; what is only known to be some time in it comes last, as in the list. `antall` is how many
    there are in each month, of which some may not be among those given."""
    i_maaneden: dict[int, list[Aktivitet]] = {maaned: [] for maaned in range(1, 13)}
    for aktivitet in sorted(aktiviteter, key=_rekkefoelge):
        i_maaneden[max(aktivitet.foerste_dag, date(aar, 1, 1)).month].append(aktivitet)
    spor = list(spor)
    return [
        Aarsmaaned(
            date(aar, maaned, 1),
            sorted(viste, key=attrgetter("bare_maaneden_er_kjent")),
            antall.get(maaned, 0) - len(viste),
            [ett for ett in spor if ett.dag.month == maaned],
        )
        for maaned, viste in i_maaneden.items()
    ]


def _rekkefoelge(ett: Aktivitet | Spor) -> tuple[date, time, date, str, int]:
    """The order on the page: that of `i_rekkefoelge`, with titles as Norwegians sort them on every database."""
    aktivitet = ett.aktivitet if isinstance(ett, Spor) else ett
    dag = _dagen(ett)
    siste_dag, kl = (dag, None) if isinstance(ett, Spor) else (aktivitet.siste_dag, aktivitet.fra_kl)
    return dag, kl or time.min, siste_dag, norsk_rekkefoelge(aktivitet.tittel), aktivitet.pk or 0


def _dagen(ett: Aktivitet | Spor) -> date:
    return ett.dag if isinstance(ett, Spor) else ett.foerste_dag


def _dager(aktivitet: Aktivitet, foerste: date, siste: date) -> list[date]:
    """The days from `foerste` to `siste` to show it on: at least one of those that it touches."""
    fra, til = max(aktivitet.foerste_dag, foerste), min(aktivitet.siste_dag, siste)
    if fra < til == aktivitet.siste_dag and aktivitet.til_kl is not None and aktivitet.til_kl <= NATTEN_SLUTTER:
        til -= timedelta(days=1)
    return [fra + timedelta(days=n) for n in range((til - fra).days + 1)]

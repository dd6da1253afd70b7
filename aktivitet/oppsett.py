"""Pure: activities laid out for reading, as a list by months and as one month's grid of weeks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import groupby

from .kalender import helligdager, maanedens_dager, maanedens_uker, ukens_dager
from .models import Aktivitet, Presisjon
from .tid import maaneder_i_ord

# What is over before this hour belongs to the night before, and is not shown on the day that it ends.
NATTEN_SLUTTER = time(6)


@dataclass(frozen=True)
class Maanedsliste:
    """One month in the list: what has a day or a week, by time, and what is only known to be some time in it."""

    foerste: date
    med_dag: list[Aktivitet]
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
    aktiviteter: list[Aktivitet] = field(default_factory=list)

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


def maanedslister(aktiviteter: Iterable[Aktivitet], fra: date) -> list[Maanedsliste]:
    """Lay activities, in order, out by months. What began before `fra` stands in the month of `fra`."""
    lister = []
    for foerste, gruppe in groupby(aktiviteter, key=lambda a: max(a.foerste_dag, fra).replace(day=1)):
        i_maaneden = list(gruppe)
        lister.append(
            Maanedsliste(
                foerste,
                [aktivitet for aktivitet in i_maaneden if not _er_maaned(aktivitet)],
                [aktivitet for aktivitet in i_maaneden if _er_maaned(aktivitet)],
            )
        )
    return lister


def rutenett(aar: int, maaned: int, aktiviteter: Iterable[Aktivitet], i_dag: date) -> Rutenett:
    """Lay activities, in order, out as the month's weeks. Each stands on every day that it touches in the month."""
    foerste, siste = maanedens_dager(aar, maaned)
    roede = helligdager(aar)
    uker = [
        Ukerad(
            uke.nummer,
            [
                Rute(dag, foerste <= dag <= siste, dag == i_dag, roede.get(dag, "") if dag.month == maaned else "")
                for dag in uke.dager
            ],
            [],
        )
        for uke in maanedens_uker(aar, maaned)
    ]
    rute_for = {rute.dag: rute for uke in uker for rute in uke.ruter}
    i_loepet_av = []
    for aktivitet in aktiviteter:
        if _er_maaned(aktivitet):
            i_loepet_av.append(aktivitet)
        elif aktivitet.presisjon == Presisjon.UKE:
            mandag, _ = ukens_dager(max(aktivitet.foerste_dag, foerste))
            next(uke for uke in uker if uke.ruter[0].dag == mandag).hele_uka.append(aktivitet)
        else:
            for dag in _dager(aktivitet, foerste, siste):
                rute_for[dag].aktiviteter.append(aktivitet)
    return Rutenett(uker, i_loepet_av)


def _er_maaned(aktivitet: Aktivitet) -> bool:
    return aktivitet.presisjon in (Presisjon.MAANED, Presisjon.MAANEDER)


def _dager(aktivitet: Aktivitet, foerste: date, siste: date) -> list[date]:
    """The days from `foerste` to `siste` to show it on: at least one of those that it touches."""
    fra, til = max(aktivitet.foerste_dag, foerste), min(aktivitet.siste_dag, siste)
    if fra < til == aktivitet.siste_dag and aktivitet.til_kl is not None and aktivitet.til_kl <= NATTEN_SLUTTER:
        til -= timedelta(days=1)
    return [fra + timedelta(days=n) for n in range((til - fra).days + 1)]

"""Pure: days counted back from another meeting. Days in, days out; no clock and no database.

"Fylkesstyremøter holdes i forkant av møter i fylkestinget, og det holdes egne forberedende møter til landsstyremøter",
says the plan. A day that nobody meets on, or that nothing is sent on, is moved EARLIER: that never comes too late for
the meeting that it is counted from. For deadlines this is our own choice (no statutes that we found say anything of
it): whoever is to have a notice some weeks ahead then has at least those weeks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ..kalender import LOERDAG, SOENDAG, foerste_paaskedag, ukens_dager
from ..kalender import helligdager as regn_ut_helligdager

MaanedDag = tuple[int, int]
EN_DAG = timedelta(days=1)

# Beside weekends and public holidays: the stretches in which a branch does not meet, by name, first and last day.
FRITIDER: tuple[tuple[str, MaanedDag, MaanedDag], ...] = (
    ("jul og nyttår", (12, 20), (12, 31)),
    ("jul og nyttår", (1, 1), (1, 3)),
    ("dagen før 17. mai", (5, 16), (5, 16)),
    ("juli", (7, 1), (7, 31)),
)
PAASKEUKEN = (-6, -4)  # days from Easter Sunday: the Monday to the Wednesday before Maundy Thursday
UKEDAGER_FRI = {LOERDAG: "lørdag", SOENDAG: "søndag"}

helligdager = cache(regn_ut_helligdager)  # asked for day by day, of few years


@dataclass(frozen=True)
class Foreslaatt:
    """The day that is proposed. `oensket` is the day by the count; `grunn` says why it became another one."""

    dag: date
    oensket: date
    grunn: str = ""


@dataclass(frozen=True)
class Forslag:
    """What is proposed ahead of one meeting. `dekkes_av` is the day of a meeting that serves it too."""

    noekkel: int
    foreslaatt: Foreslaatt
    dekkes_av: date | None = None


def foreslaa(moete: date, dager: int) -> Foreslaatt:
    """Propose the day that lies `dager` before `moete`, or the nearest earlier one that is no day off. It is always
    before the meeting, whatever the number."""
    oensket = dag = moete - timedelta(days=max(dager, 1))
    while hvorfor_fri(dag):
        dag -= EN_DAG
    return Foreslaatt(dag, oensket, hvorfor_fri(oensket))


def foreslaa_alle(moetene: Iterable[tuple[int, date]], dager: int, har: Iterable[date] = ()) -> list[Forslag]:
    """Propose a day ahead of each of `moetene` (a key and the first day), the soonest first.

    One meeting serves two that would have had theirs within the same week, and so does one of `har`, the days that
    such meetings stand on already: from that week's Monday until the meeting itself.
    """
    staar, forslagene = sorted(har), []
    for noekkel, moete in sorted(moetene, key=lambda par: par[::-1]):
        foreslaatt = foreslaa(moete, dager)
        mandag, _ = ukens_dager(foreslaatt.dag)
        dekkes_av = max((dag for dag in staar if mandag <= dag < moete), default=None)
        if dekkes_av is None:
            staar.append(foreslaatt.dag)
        forslagene.append(Forslag(noekkel, foreslaatt, dekkes_av))
    return forslagene


def passer(dag: date, moete: date, dager: int) -> bool:
    """Whether something that was counted `dager` back from a meeting still stands where it would be put."""
    return dag == moete - timedelta(days=dager) < moete or dag == foreslaa(moete, dager).dag


def hvorfor_fri(dag: date) -> str:
    """Say why nobody meets on `dag`; nothing for a day like others."""
    if grunn := _fast_fri(dag):
        return grunn
    return "inneklemt" if _roed(dag - EN_DAG) and _roed(dag + EN_DAG) else ""


def _fast_fri(dag: date) -> str:
    if helligdag := helligdager(dag.year).get(dag):
        return helligdag[0].lower() + helligdag[1:]
    for navn, foerste, siste in FRITIDER:
        if foerste <= (dag.month, dag.day) <= siste:
            return navn
    foer_paaske = (dag - foerste_paaskedag(dag.year)).days
    if PAASKEUKEN[0] <= foer_paaske <= PAASKEUKEN[1]:
        return "påskeuken"
    return UKEDAGER_FRI.get(dag.weekday(), "")


def _roed(dag: date) -> bool:
    return dag.weekday() in UKEDAGER_FRI or dag in helligdager(dag.year)

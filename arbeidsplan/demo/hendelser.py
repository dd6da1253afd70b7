"""Pure: what happens every year in the demo, laid out as the activities that a calendar has on a given day.

The happenings themselves stand in fixtures/demo/kalender.toml.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from aktivitet.kalender import er_valgaar, maanedens_dager, ukens_dager

from .fortelling import OSLO

UKEDAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

# Days ahead of today
PLANLAGT = 210  # beyond this nothing is planned yet, except what is known early
SATT = 120  # beyond this the time of some things is known only vaguely
AVLYST = 45  # within this what is to be cancelled is cancelled
KUNNGJORT = 45  # before the day, an activity is published


@dataclass(frozen=True)
class Hendelse:
    """Something that happens once a year: its words, and when. `lag` is empty for the county branch; `tiltak` is the
    measure that it carries out, by the code that it is cited by; the sign-up ends `paamelding_dager` ahead; `mer` is
    what more is told of it, by the names of the activity's own fields."""

    tittel: str
    type: str
    maaned: int
    til_maaned: int = 0
    uke: int = 0
    ukedag: str = ""
    dag: int = 0
    dager: int = 1
    fra_kl: time | None = None
    til_kl: time | None = None
    presisjon: str = ""
    skjerpes: str = ""
    aar: str = ""
    lag: str = ""
    sted: str = ""
    kommune: str = ""
    beskrivelse: str = ""
    av: str = ""
    fast: str = ""
    tiltak: str = ""
    intern: bool = False
    avlyst: bool = False
    utkast: bool = False
    venter: bool = False  # the draft is sent to the secretary
    tidlig: bool = False
    paamelding_dager: int = 0
    mer: Mapping[str, str] = field(default_factory=dict)

    def i_aaret(self, aar: int) -> bool:
        return self.aar in ("", "valgaar" if er_valgaar(aar) else "mellomaar")

    def starter(self, aar: int) -> date:
        """The first day; the first of the month where only the month is said."""
        if self.dag or not self.ukedag:
            return date(aar, self.maaned, self.dag or 1)
        foerste, siste = maanedens_dager(aar, self.maaned)
        nr = UKEDAGER.index(self.ukedag)
        if self.uke > 0:
            return foerste + timedelta(days=(nr - foerste.weekday()) % 7 + 7 * (self.uke - 1))
        return siste - timedelta(days=(siste.weekday() - nr) % 7)

    def kjent_som(self, aar: int, i_dag: date) -> str:
        """How exactly the time is known on `i_dag`."""
        if self.skjerpes and (self.starter(aar) - i_dag).days > SATT:
            return self.skjerpes
        if self.presisjon:
            return self.presisjon
        if self.fra_kl:
            return "klokkeslett"
        return "dager" if self.dager > 1 else "dag"


@dataclass(frozen=True)
class Utlagt:
    """One activity of one year as the calendar has it. `publisert` is None for a draft."""

    hendelse: Hendelse
    aar: int
    presisjon: str
    foerste: date
    siste: date
    laget: datetime
    endret: datetime
    publisert: datetime | None
    avlyst: bool


def legg_ut(hendelser: Iterable[Hendelse], aarene: Iterable[int], i_dag: date) -> Iterator[Utlagt]:
    """The activities of these years as they stand on `i_dag`."""
    for aar in aarene:
        for nr, hendelse in enumerate(hendelser):
            starter = hendelse.starter(aar) if hendelse.i_aaret(aar) else None
            if starter and _er_med(hendelse, starter, i_dag):
                yield _utlagt(hendelse, aar, i_dag, nr)


def _er_med(hendelse: Hendelse, starter: date, i_dag: date) -> bool:
    if hendelse.utkast and starter < i_dag:
        return False
    return hendelse.tidlig or (starter - i_dag).days <= PLANLAGT


def _utlagt(hendelse: Hendelse, aar: int, i_dag: date, nr: int) -> Utlagt:
    presisjon = hendelse.kjent_som(aar, i_dag)
    foerste, siste = _dager(hendelse, aar, presisjon)
    laget = _kl_tolv(min(foerste - timedelta(days=KUNNGJORT), i_dag - timedelta(days=1 + nr % 20)))
    avlyst = hendelse.avlyst and (foerste - i_dag).days <= AVLYST
    endret = _kl_tolv(min(foerste, i_dag) - timedelta(days=1)) if avlyst else laget
    return Utlagt(
        hendelse=hendelse,
        aar=aar,
        presisjon=presisjon,
        foerste=foerste,
        siste=siste,
        laget=laget,
        endret=endret,
        publisert=None if hendelse.utkast else laget,
        avlyst=avlyst,
    )


def _dager(hendelse: Hendelse, aar: int, presisjon: str) -> tuple[date, date]:
    starter = hendelse.starter(aar)
    if presisjon == "uke":
        return ukens_dager(starter)
    if presisjon in ("maaned", "maaneder"):
        siste_maaned = hendelse.til_maaned if presisjon == "maaneder" else hendelse.maaned
        return maanedens_dager(aar, hendelse.maaned)[0], maanedens_dager(aar, siste_maaned)[1]
    return starter, starter + timedelta(days=hendelse.dager - 1)


def _kl_tolv(dag: date) -> datetime:
    return datetime.combine(dag, time(12), OSLO)

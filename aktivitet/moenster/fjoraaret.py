"""When something that was arranged one year would be in another: on the same weekday, nearest the same date.

Days in, days out, with what the secretary should know about them; no clock and no database. Of the models it knows
the words for how exactly a time is known, and the last day that there is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from ..kalender import foerste_paaskedag, helligdager, maanedens_dager, maaneder_fra, ukedag_nr, ukens_dager
from ..models import SISTE_DAG, Presisjon
from ..tid import UKEDAGER, HarTid, dag_i_ord, klokken, maaneder_i_ord
from ..tidsrom import finnes

EN_UKE = timedelta(days=7)
NUMMER = ("første", "andre", "tredje", "fjerde")
LENGST_MED_HELLIGDAGER = 14  # days: what lasts longer goes on over any holiday


@dataclass(frozen=True)
class Forslag:
    """A time that is proposed, as an activity has it (see `HarTid`), and what there is to say about it."""

    presisjon: str
    foerste_dag: date
    siste_dag: date
    fra_kl: time | None = None
    til_kl: time | None = None
    merknader: tuple[str, ...] = ()


def aaret_til(ting: HarTid) -> int:
    """The year that something belongs to: the one it begins in, and of a week the week's own. Week 53 of 2026 ends in
    2027, and week 1 of 2026 began in 2025."""
    if ting.presisjon == Presisjon.UKE:
        return ting.foerste_dag.isocalendar().year
    return ting.foerste_dag.year


def flyttet_til(ting: HarTid, aar: int) -> Forslag:
    """Propose the time of `ting` for the year `aar`: a week keeps its number, a month its name, a day its weekday."""
    match ting.presisjon:
        case Presisjon.UKE:
            return _uke(ting, aar)
        case Presisjon.MAANED | Presisjon.MAANEDER:
            return _maaneder(ting, aar)
    return _dager(ting, aar)


def samme_ukedag(dag: date, aar: int) -> date:
    """The same weekday nearest the same date in the year `aar`: 52 weeks on, as a rule. Never outside that year."""
    samme_dato = date(aar, dag.month, min(dag.day, maanedens_dager(aar, dag.month)[1].day))
    naermest = samme_dato + timedelta(days=(dag.weekday() - samme_dato.weekday() + 3) % 7 - 3)
    if naermest.year != aar:
        naermest += EN_UKE if naermest.year < aar else -EN_UKE
    return naermest


def _uke(ting: HarTid, aar: int) -> Forslag:
    nummer = ting.foerste_dag.isocalendar().week
    flest = date(aar, 12, 28).isocalendar().week  # the day that is always in a year's last week
    foerste, siste = ukens_dager(date.fromisocalendar(aar, min(nummer, flest), 1))
    if siste > SISTE_DAG:
        foerste, siste = foerste - EN_UKE, siste - EN_UKE
    merknader = (f"{aar} har ingen uke {nummer}. Dette er den siste.",) if nummer > flest else ()
    return Forslag(Presisjon.UKE, foerste, siste, merknader=merknader)


def _maaneder(ting: HarTid, aar: int) -> Forslag:
    aar_mellom = aar - ting.foerste_dag.year
    foerste = date(aar, ting.foerste_dag.month, 1)
    sluttmaaned = maaneder_fra(ting.siste_dag, 12 * aar_mellom)
    siste = min(maanedens_dager(sluttmaaned.year, sluttmaaned.month)[1], SISTE_DAG)
    return Forslag(ting.presisjon, foerste, siste)


def _dager(ting: HarTid, aar: int) -> Forslag:
    foerste = samme_ukedag(ting.foerste_dag, aar)
    siste = foerste + (ting.siste_dag - ting.foerste_dag)
    grense = SISTE_DAG if ting.siste_dag.year > ting.foerste_dag.year else date(aar, 12, 31)
    if siste > grense and (foerste - EN_UKE).year == aar:
        foerste, siste = foerste - EN_UKE, siste - EN_UKE
    siste = min(siste, grense)
    presisjon, fra_kl, til_kl = ting.presisjon, ting.fra_kl, ting.til_kl
    merknader = [*_om_dagen(ting, foerste, siste)]
    if fra_kl and not finnes(foerste, fra_kl):
        merknader.append(_FINNES_IKKE.format(klokken(fra_kl)))
        presisjon, fra_kl, til_kl = Presisjon.DAGER, None, None
    if til_kl and not finnes(siste, til_kl):
        merknader.append(_FINNES_IKKE.format(klokken(til_kl)))
        til_kl = None
    if presisjon == Presisjon.DAGER and foerste == siste:
        presisjon = Presisjon.DAG
    return Forslag(presisjon, foerste, siste, fra_kl, til_kl, tuple(merknader))


_FINNES_IKKE = "Kl. {} finnes ikke den natten, og er ikke tatt med."


def _om_dagen(ting: HarTid, foerste: date, siste: date) -> Iterator[str]:
    """Say what is other than it was: which weekday of the month it is, and what holidays it was and is on."""
    fra, aar = ting.foerste_dag, foerste.year
    da = "I fjor" if aar - fra.year == 1 else f"I {fra.year}"
    helligdag = helligdager(fra.year).get(fra)
    if helligdag:
        yield from _helligdagen(da, helligdag, aar)
    elif _i_paasken(fra):
        yield f"{da} var det i påsken. I {aar} er første påskedag {dag_i_ord(foerste_paaskedag(aar), aar=False)}."
    elif not _samme_nummer(fra, foerste):
        ukedag, maaned = UKEDAGER[fra.weekday()], maaneder_i_ord(fra, fra, aar=False)
        samme = dag_i_ord(_ukedagen(fra, aar), aar=False)
        yield f"{da} var det {_nummer(fra)} {ukedag} i {maaned}. I {aar} er det {samme}."
    if (siste - foerste).days < LENGST_MED_HELLIGDAGER:
        roede = {dag: navn for dag, navn in helligdager(aar).items() if foerste <= dag <= siste}
        yield from (f"{dag_i_ord(dag, aar=False)} er en helligdag: {navn}." for dag, navn in roede.items())
        if not roede and _i_paasken(foerste):
            yield "Det er i påskeuka."


def _helligdagen(da: str, helligdag: str, aar: int) -> Iterator[str]:
    """Say when the holiday is that it was on. Two may be on one day, and are named together."""
    for navn in helligdag.split(" og "):
        for dag, navnet in helligdager(aar).items():
            if navn.casefold() in navnet.casefold():
                yield f"{da} var det {navn}. I {aar} er den {dag_i_ord(dag, aar=False)}."


def _i_paasken(dag: date) -> bool:
    """Whether it is in the week from Palm Sunday to Easter Monday, when most people are away."""
    return -7 <= (dag - foerste_paaskedag(dag.year)).days <= 1


def _samme_nummer(en: date, annen: date) -> bool:
    """Whether both are the same weekday of the same month: the second Tuesday of March, or the last one."""
    nummer = (en.day - 1) // 7 == (annen.day - 1) // 7
    return en.month == annen.month and (nummer or (_er_siste(en) and _er_siste(annen)))


def _er_siste(dag: date) -> bool:
    return (dag + EN_UKE).month != dag.month


def _nummer(dag: date) -> str:
    nr = (dag.day - 1) // 7
    return NUMMER[nr] if nr < len(NUMMER) else "siste"


def _ukedagen(dag: date, aar: int) -> date:
    """The day of the year `aar` that is the same weekday of the same month; the last one, where `dag` was a fifth."""
    nr = (dag.day - 1) // 7 + 1
    dagen = ukedag_nr(aar, dag.month, dag.weekday(), nr)
    return dagen if dagen.month == dag.month else dagen - EN_UKE

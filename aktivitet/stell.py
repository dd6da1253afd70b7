"""What a calendar lacks in the time that comes, and what collides. Activities that are read already, each with its
branch, and a day in; lists out. No clock and no question to the database.

Few and useful rather than all: what others arrange needs a day here and no more, what goes on for weeks needs no
place, and two things collide only where the same people are wanted at both.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations

from .models import Aktivitet, Aktivitetstype, Presisjon, Synlighet

SNART = timedelta(days=30)  # by then people want to know the hour, and a draft ought to be published
VARER = timedelta(hours=2)  # what is said to begin and not to end

# Meetings that others call, and days that are no gathering: when they are is all that we say of them.
BARE_DAGEN = {
    Aktivitetstype.FRIST,
    Aktivitetstype.VALG,
    Aktivitetstype.LANDSMOETE,
    Aktivitetstype.LANDSSTYREMOETE,
    Aktivitetstype.FYLKESTING,
}
# What goes on for weeks, in many places: it may well be known by its month alone.
STREKKER_SEG = {Aktivitetstype.VALGKAMP, Aktivitetstype.VERVING, Aktivitetstype.AARSMOETER_LOKALT}
# What takes nobody's evening.
OPPTAR_INGEN = {Aktivitetstype.FRIST, Aktivitetstype.VALG, *STREKKER_SEG}


@dataclass(frozen=True)
class Mangel:
    """One thing to mend: what to do, and the field of the form where it is done."""

    gjoer: str
    felt: str


@dataclass(frozen=True)
class MedMangler:
    """One activity with what it lacks."""

    aktivitet: Aktivitet
    mangler: list[Mangel]

    @property
    def bare_tekst(self) -> bool:
        """Whether people find their way there all the same."""
        return [mangel.felt for mangel in self.mangler] == ["beskrivelse"]


@dataclass(frozen=True)
class Kollisjon:
    """Two activities on one day that the same people would want to be at, and why."""

    dag: date
    en: Aktivitet
    annen: Aktivitet
    hvorfor: str


def med_mangler(aktiviteter: Iterable[Aktivitet], i_dag: date) -> list[MedMangler]:
    """Give those that lack something, in the order that they come. What is cancelled lacks nothing."""
    alle = [MedMangler(en, manglene(en, i_dag)) for en in aktiviteter if not en.avlyst]
    return [en for en in alle if en.mangler]


def manglene(aktivitet: Aktivitet, i_dag: date) -> list[Mangel]:
    """Give what one activity lacks, the most important first."""
    type_ = Aktivitetstype(aktivitet.type)
    mangler = []
    if not aktivitet.dag_er_kjent and type_ not in STREKKER_SEG:
        mangler.append(Mangel("Sett dag", "foerste_dag"))
    if type_ in BARE_DAGEN:
        return mangler
    if type_ not in STREKKER_SEG:
        if aktivitet.presisjon == Presisjon.DAG and aktivitet.foerste_dag - i_dag <= SNART:
            mangler.append(Mangel("Sett klokkeslett", "presisjon"))
        if not (aktivitet.sted or aktivitet.nettlenke):
            mangler.append(Mangel("Skriv sted", "sted"))
    if not (aktivitet.beskrivelse or aktivitet.synlighet == Synlighet.INTERN):  # those who are bidden know the matter
        mangler.append(Mangel("Skriv tekst", "beskrivelse"))
    if aktivitet.paamelding_innen and not aktivitet.paamelding:
        mangler.append(Mangel("Legg inn påmelding", "paamelding"))
    return mangler


def kollisjoner(aktiviteter: Iterable[Aktivitet], foerste: date, siste: date) -> list[Kollisjon]:
    """Give the pairs that collide between the two days, each once, on the first day that they share."""
    paa_dagen: dict[date, list[Aktivitet]] = defaultdict(list)
    for en in aktiviteter:
        if en.dag_er_kjent:
            fra, til = max(en.foerste_dag, foerste), min(en.siste_dag, siste)
            for nr in range((til - fra).days + 1):
                paa_dagen[fra + timedelta(days=nr)].append(en)
    funnet: dict[tuple[int, int], Kollisjon] = {}
    for dag in sorted(paa_dagen):
        for en, annen in combinations(paa_dagen[dag], 2):
            if (en.pk, annen.pk) not in funnet and (hvorfor := kolliderer(en, annen)):
                funnet[en.pk, annen.pk] = Kollisjon(dag, en, annen, hvorfor)
    return list(funnet.values())


def kolliderer(en: Aktivitet, annen: Aktivitet) -> str:
    """Say why two activities that share a day collide; nothing when they do not.

    Two of the county branch do, a meeting of the county board on a branch's annual meeting does, and so do two at the
    same time in one municipality. Where both hours are known, only what overlaps collides.
    """
    if en.avlyst or annen.avlyst or {en.type, annen.type} & OPPTAR_INGEN:
        return ""
    begge_har_klokke = en.fra_kl is not None and annen.fra_kl is not None
    if begge_har_klokke and not _overlapper(en, annen):
        return ""
    if en.lag.er_fylkeslag and annen.lag.er_fylkeslag:
        return "Begge er fylkeslagets"
    if laget := _aarsmoetet_under_styremoetet(en, annen) or _aarsmoetet_under_styremoetet(annen, en):
        return f"Fylkesstyremøte samme dag som årsmøtet i {laget}"
    if begge_har_klokke and (kommune := _kommunen(en)) and kommune == _kommunen(annen):
        return f"Samme tid i {kommune}"
    return ""


def _aarsmoetet_under_styremoetet(en: Aktivitet, annen: Aktivitet) -> str:
    er_styremoete = en.type == Aktivitetstype.FYLKESSTYREMOETE and en.lag.er_fylkeslag
    er_aarsmoete = annen.type == Aktivitetstype.AARSMOETE and not annen.lag.er_fylkeslag
    return annen.lag.navn if er_styremoete and er_aarsmoete else ""


def _kommunen(aktivitet: Aktivitet) -> str:
    return aktivitet.kommune or aktivitet.lag.kommune


def _overlapper(en: Aktivitet, annen: Aktivitet) -> bool:
    en_fra, en_til = _varer(en)
    annen_fra, annen_til = _varer(annen)
    return en_fra < annen_til and annen_fra < en_til


def _varer(aktivitet: Aktivitet) -> tuple[datetime, datetime]:
    """The clock on the wall, from when to when."""
    fra = datetime.combine(aktivitet.foerste_dag, aktivitet.fra_kl or time.min)
    if aktivitet.til_kl:
        return fra, datetime.combine(aktivitet.siste_dag, aktivitet.til_kl)
    return fra, max(fra + VARER, datetime.combine(aktivitet.siste_dag, time.min))

"""Who stands on the handover page: everyone with a task now or since the last annual meeting, or who follows something
up still, and what each follows up."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from aktivitet.models import Lag
from tiltak.models import Plan, Tiltak
from tiltak.sitering import siterte_koder

from ...models import Bruker, Invitasjon
from ...roller import Rolle, som_dag
from .moetene import Aarsmoetene, aarsmoetene
from .regel import Roller

REKKEFOELGE = (Rolle.STYREMEDLEM, Rolle.SEKRETAER, Rolle.ADMINISTRATOR, Rolle.REDAKTOER)


@dataclass(frozen=True)
class Verv:
    """One role of one person, and its last day."""

    rolle: Rolle
    siste: date | None
    er_ute: bool


@dataclass(frozen=True)
class Person:
    """One who stands on the page. `kan_endres`: only administrators touch administrators."""

    bruker: Bruker
    roller: Roller
    verv: tuple[Verv, ...]
    tiltak: tuple[Tiltak, ...]
    kan_endres: bool

    @property
    def er_bare_redaktoer(self) -> bool:
        return all(verv.rolle == Rolle.REDAKTOER for verv in self.verv)


@dataclass(frozen=True)
class Siden:
    """All that the page is made from, read in a number of queries that is the same for any number of people."""

    av: Bruker
    i_dag: date
    moetene: Aarsmoetene
    personer: tuple[Person, ...]
    roller: dict[int, Roller]  # of everybody who can log in
    lag: dict[int, Lag]
    invitert: dict[str, Invitasjon]  # what nobody has answered yet, by address
    adresser: dict[str, int]

    @cached_property
    def navn(self) -> dict[int, str]:
        return {person.bruker.pk: str(person.bruker) for person in self.personer}


def les_siden(av: Bruker, i_dag: date) -> Siden:
    """Read everything as it stands now."""
    moetene = aarsmoetene(i_dag)
    brukere = list(Bruker.objects.filter(is_active=True).prefetch_related("redigerer_lag").order_by("navn", "email"))
    foelges = _tiltak_per_person()
    personer = (_person(bruker, foelges.get(bruker.pk, ()), av, moetene, i_dag) for bruker in brukere)
    return Siden(
        av=av,
        i_dag=i_dag,
        moetene=moetene,
        personer=tuple(person for person in personer if person.verv),
        roller={bruker.pk: som_dager(bruker.roller) for bruker in brukere},
        lag={lag.pk: lag for lag in Lag.objects.all()},
        invitert={invitasjon.email: invitasjon for invitasjon in Invitasjon.objects.gyldige()},
        adresser={bruker.email: bruker.pk for bruker in brukere},
    )


def som_dager(roller: dict[str, str | None]) -> dict[str, date | None]:
    """Give a person's stored roles with days for their texts."""
    return {rolle: som_dag(siste) for rolle, siste in roller.items()}


def _person(bruker: Bruker, tiltak: tuple[Tiltak, ...], av: Bruker, moetene: Aarsmoetene, i_dag: date) -> Person:
    har = som_dager(bruker.roller)
    verv = tuple(
        Verv(rolle, siste, er_ute=siste is not None and siste < i_dag)
        for rolle in REKKEFOELGE
        if rolle in har and ((siste := har[rolle]) is None or siste >= moetene.sist.siste or tiltak)
    )
    return Person(bruker, har, verv, tiltak, kan_endres=av.kan_roere(har))


def _tiltak_per_person() -> dict[int, tuple[Tiltak, ...]]:
    """The measures that somebody follows up, in the plans that are not replaced, by who does; in one query."""
    alle = Tiltak.objects.exclude(maal__plan__status=Plan.Status.AVLOEST).select_related("maal")
    planene: dict[int, list[Tiltak]] = {}
    for tiltak in alle.order_by("maal__plan", "maal__nr", "nr", "pk"):
        planene.setdefault(tiltak.maal.plan_id, []).append(tiltak)
    per_person: dict[int, tuple[Tiltak, ...]] = {}
    for tiltakene in planene.values():
        koder = siterte_koder(tiltakene)
        for tiltak in tiltakene:
            if tiltak.foelges_opp_av_id and tiltak.utgaatt is None:
                tiltak.sitert_kode = koder[tiltak.pk]
                per_person[tiltak.foelges_opp_av_id] = (*per_person.get(tiltak.foelges_opp_av_id, ()), tiltak)
    return per_person

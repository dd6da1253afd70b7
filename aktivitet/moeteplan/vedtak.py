"""What is done with a year's meeting plan: each act is done whole or not at all, and done twice adds nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from ..flytting import Flyttinger, samlet
from ..knappetrykk import en_for_laget_om_gangen, merket
from ..models import Aktivitet, Aktivitetstype, Lag, Presisjon
from .moetedager import Moetedager
from .rader import Rad

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


@transaction.atomic
def legg_inn(
    moetene: Mapping[Aktivitetstype, Iterable[Moetedager]], synlighet: str, fylkeslag: Lag, av: "Bruker"
) -> tuple[list[Aktivitet], list[Moetedager]]:
    """Put the meetings of others into the calendar, published: they are facts. Give those that were made, and those
    whose days such a meeting stood on already."""
    en_for_laget_om_gangen(fylkeslag)
    laget, staar = [], []
    for type_, dagene in moetene.items():
        for dager in dagene:
            samme = Aktivitet.objects.med_kjent_dag().filter(type=type_, lag=fylkeslag, avlyst=False)
            if samme.i_perioden(dager.foerste, dager.siste).exists():
                staar.append(dager)
                continue
            felter = {"tittel": Aktivitetstype(type_).label, "type": type_, "sted": dager.sted}
            tid = _tid(dager.foerste, dager.siste)
            laget.append(_lag(fylkeslag, av, publisert=timezone.now(), synlighet=synlighet, **felter, **tid))
    return laget, staar


@transaction.atomic
def lag(
    radene: Iterable[tuple[Rad, Mapping[str, Any]]], aar: int, fylkeslag: Lag, av: "Bruker", *, publiser: bool = False
) -> list[Aktivitet]:
    """Make the chosen ones of the plan, each with the fields that somebody chose for it, and give those made. What its
    meeting has already, made in the same moment by somebody else, is not made again."""
    en_for_laget_om_gangen(fylkeslag)
    laget = []
    for rad, felter in radene:
        tilhoerende = Aktivitet.objects.filter(hoerer_til=rad.kilde, type=rad.type)
        if rad.type == Aktivitetstype.FRIST:  # an annual meeting has several
            tilhoerende = tilhoerende.filter(tittel=rad.tittel)
        if tilhoerende.exists():
            continue
        fra_planen = {
            "tittel": rad.tittel,
            "type": rad.type,
            "synlighet": rad.synlighet,
            "hoerer_til": rad.kilde,
            "dager_foer": rad.dager_foer(felter["foerste_dag"]),
            "moeteplan_aar": aar,
        }
        publisert = timezone.now() if publiser else None
        laget.append(_lag(fylkeslag, av, publisert=publisert, **fra_planen, **felter))
    return laget


@dataclass
class Vedtak:
    """The adoption of the plan: all its drafts are published in one act. Done inside `vis_foerst`."""

    utkast: list[Aktivitet]
    flyttinger: Flyttinger = field(default_factory=Flyttinger)

    @property
    def merke(self) -> str:
        """A mark of just these drafts as they stand, to be sent back by whoever has seen them."""
        return merket(self.utkast)

    def publiser(self) -> None:
        """Publish them, the soonest first. Raises EndretAvAndre when one of them was changed meanwhile."""
        Aktivitet.objects.laas(self.utkast)
        flyttet = []
        for en in self.utkast:
            en.publiser(en.versjon)
            flyttet.append(en.flyttinger)
        self.flyttinger = samlet(flyttet)


def flytt(aktivitet: Aktivitet, dag: date, versjon: int) -> None:
    """Move it to begin on `dag`; it lasts as long as it did. Done inside `vis_foerst`. Raises EndretAvAndre."""
    aktivitet.siste_dag += dag - aktivitet.foerste_dag
    aktivitet.foerste_dag = dag
    aktivitet.lagre(versjon)


def behold(aktivitet: Aktivitet, versjon: int) -> None:
    """Let it stand where it is: from now on it is counted from there. Raises EndretAvAndre."""
    if aktivitet.hoerer_til is not None:
        aktivitet.dager_foer = (aktivitet.hoerer_til.foerste_dag - aktivitet.foerste_dag) // timedelta(days=1)
    aktivitet.lagre(versjon)


def _lag(fylkeslag: Lag, av: "Bruker", **felter: Any) -> Aktivitet:
    return Aktivitet.objects.create(lag=fylkeslag, opprettet_av=av, **felter)


def _tid(foerste: date, siste: date) -> dict[str, Any]:
    presisjon = Presisjon.DAG if foerste == siste else Presisjon.DAGER
    return {"presisjon": presisjon, "foerste_dag": foerste, "siste_dag": siste}

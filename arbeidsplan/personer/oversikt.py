"""Who is here: each role with those who have it today, and those who have none any longer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from aktivitet.alfabet import norsk_rekkefoelge
from aktivitet.models import Lag

from ..models import Bruker
from ..roller import Rolle, roller_i_ord, som_dag

STENGT, UTEN_ROLLE = "Kan ikke logge inn", "Har ingen rolle"


@dataclass(frozen=True)
class MedRolle:
    """Somebody who has a role today. `lag` are the branches that they edit for, where the role is that."""

    bruker: Bruker
    siste_dag: date | None
    lag: list[Lag]


@dataclass(frozen=True)
class Gruppe:
    """A role, and those who have it."""

    rolle: Rolle
    folk: list[MedRolle]


@dataclass(frozen=True)
class UtenOppgave:
    """Somebody who may do nothing here today, and why."""

    bruker: Bruker
    hvorfor: str


def med_oppgave(folk: Iterable[Bruker]) -> Iterator[Gruppe]:
    """Give the roles that somebody has today. Whoever has two stands in both."""
    rekken = _i_rekkefoelge(folk)
    for rolle in Rolle:
        if har := [_med_rolle(bruker, rolle) for bruker in rekken if bruker.har_rolle(rolle)]:
            yield Gruppe(rolle, har)


def uten_oppgave(folk: Iterable[Bruker]) -> list[UtenOppgave]:
    """Give those who have no role today: it has ended, they never had any, or they are shut out."""
    uten = [bruker for bruker in _i_rekkefoelge(folk) if not any(bruker.har_rolle(rolle) for rolle in Rolle)]
    return [UtenOppgave(bruker, _hvorfor(bruker)) for bruker in uten]


def _med_rolle(bruker: Bruker, rolle: Rolle) -> MedRolle:
    lag = sorted(bruker.redigerer_lag.all(), key=lambda ett: norsk_rekkefoelge(ett.navn))
    return MedRolle(bruker, som_dag(bruker.roller[rolle]), lag if rolle == Rolle.REDAKTOER else [])


def _hvorfor(bruker: Bruker) -> str:
    return (roller_i_ord(bruker.roller) or UTEN_ROLLE) if bruker.is_active else STENGT


def _i_rekkefoelge(folk: Iterable[Bruker]) -> list[Bruker]:
    return sorted(folk, key=lambda bruker: (norsk_rekkefoelge(str(bruker)), bruker.pk))

"""How a person stands, and what was changed of it: told line by line, and without a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from ..roller import roller_i_ord
from .bruker import Bruker
from .spor import Hendelse, Spor

INGEN = "ingen rolle"


@dataclass(frozen=True)
class Stand:
    """What the trail follows of a person, as it was or as it is: roles, whether they may log in, e-mail, branches."""

    roller: dict[str, str | None]
    kan_logge_inn: bool
    email: str
    lag: frozenset[int]

    @classmethod
    def av(cls, bruker: Bruker) -> Self:
        """As it is stored now. Two queries."""
        lagret = Bruker.objects.get(pk=bruker.pk)
        return cls(
            lagret.roller, lagret.is_active, lagret.email, frozenset(lagret.redigerer_lag.values_list("pk", flat=True))
        )


def sett_spor(foer: Stand | None, bruker: Bruker, *, av: Bruker | None) -> None:
    """Leave a line for each thing that `av` changed of `bruker` since `foer`; None when they have just been put in."""
    for hendelse, hva in endringene(foer, Stand.av(bruker)):
        Spor.objects.sett(hendelse, av=av, om=bruker, hva=hva)


def endringene(foer: Stand | None, naa: Stand) -> Iterator[tuple[Hendelse, str]]:
    """Give what happened, each with what it was in words: roles as "Styremedlem → Styremedlem, Sekretær". The branches
    are counted and not named: what somebody has called them is theirs."""
    if foer is None:
        yield Hendelse.LAGT_INN, _ord(naa.roller) + (f"; redigerer for {len(naa.lag)} lag" if naa.lag else "")
        if not naa.kan_logge_inn:
            yield Hendelse.STENGT, ""
        return
    if foer.roller != naa.roller:
        yield Hendelse.ROLLER, skiftet(foer.roller, naa.roller)
    if foer.lag != naa.lag:
        fikk, mistet = len(naa.lag - foer.lag), len(foer.lag - naa.lag)
        yield Hendelse.ROLLER, f"Redigerer for {len(foer.lag)} lag → {len(naa.lag)} lag ({fikk} nye, {mistet} borte)"
    if foer.email != naa.email:
        yield Hendelse.EPOST, ""
    if foer.kan_logge_inn != naa.kan_logge_inn:
        yield (Hendelse.AAPNET if naa.kan_logge_inn else Hendelse.STENGT), ""


def skiftet(foer: dict[str, str | None], naa: dict[str, str | None]) -> str:
    """Say how somebody's roles changed: "Styremedlem → Styremedlem, Sekretær til 27. februar 2027"."""
    return f"{_ord(foer)} → {_ord(naa)}"


def _ord(roller: dict[str, str | None]) -> str:
    return roller_i_ord(roller) or INGEN

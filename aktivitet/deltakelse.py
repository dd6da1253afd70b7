"""Pure: how to take part in an activity, as one viewer may be told on one day: the link on the net, the sign-up."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from .lenker import Lenke, trygg


class HarPaamelding(Protocol):
    """What is read of an activity."""

    avlyst: bool
    siste_dag: date
    nettlenke: str
    paamelding: str
    paamelding_innen: date | None

    @property
    def lenken_er_for_alle(self) -> bool: ...


@dataclass(frozen=True)
class Deltakelse:
    """How to take part. What is None or False is not there to be told.

    `nettlenke` leads to the meeting on the net; `lenke_ved_innlogging`: there is one, for those who are logged in.
    `paamelding` leads to where one signs up, `innen` is the last day for it, `stengt` that it is over.
    """

    nettlenke: Lenke | None = None
    lenke_ved_innlogging: bool = False
    paamelding: Lenke | None = None
    innen: date | None = None
    stengt: bool = False


def deltakelse(aktivitet: HarPaamelding, *, innlogget: bool, dag: date) -> Deltakelse:
    """Give what one may be told on `dag`. In what is cancelled nobody takes part."""
    if aktivitet.avlyst:
        return Deltakelse()
    nettlenke, paamelding = trygg(aktivitet.nettlenke), trygg(aktivitet.paamelding)
    faar_se = innlogget or aktivitet.lenken_er_for_alle
    har_paamelding = bool(paamelding or aktivitet.paamelding_innen)
    stengt = har_paamelding and dag > (aktivitet.paamelding_innen or aktivitet.siste_dag)
    return Deltakelse(
        nettlenke=nettlenke if faar_se else None,
        lenke_ved_innlogging=nettlenke is not None and not faar_se,
        paamelding=None if stengt else paamelding,
        innen=aktivitet.paamelding_innen,
        stengt=stengt,
    )

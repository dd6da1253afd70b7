"""Where a person is logged in: each browser in words, and the way to end one.

allauth writes a row for each login, and wants an address and all that the browser says of itself. Neither is needed to
know one's own phone again: `signals.py` puts the same nothing in place of every address, and two words in place of
the rest.
"""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from ..models import Bruker, Hendelse, Spor

INGEN_ADRESSE = "0.0.0.0"  # noqa: S104  (no address to listen on: what stands where allauth wants one)


@dataclass(frozen=True)
class Oekt:
    """One browser that is logged in."""

    pk: int
    nettleser: str
    inne_siden: datetime
    denne: bool


def oektene_til(bruker: Bruker, noekkel: str | None) -> list[Oekt]:
    """Give the browsers where the person is logged in, this one first (it has the session `noekkel`), then the newest.
    One query."""
    levende = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    rader = UserSession.objects.filter(user=bruker, session_key__in=levende).order_by("-created_at", "-pk")
    alle = [Oekt(rad.pk, rad.user_agent, rad.created_at, rad.session_key == noekkel) for rad in rader]
    return sorted(alle, key=lambda oekt: not oekt.denne)


@transaction.atomic
def avslutt(bruker: Bruker, *, bare: int | None = None, unntatt: str | None = None, av: Bruker | None = None) -> int:
    """End the person's sessions, and give how many. `bare` is the key of one of them; `unntatt` is a session to keep.

    It counts from the next click: the session itself is deleted. Leaves a trail when any was ended.
    """
    rader = UserSession.objects.filter(user=bruker).exclude(session_key=unntatt)
    rader = rader if bare is None else rader.filter(pk=bare)
    noekler = list(rader.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=noekler).delete()
    rader.delete()
    if noekler:
        Spor.objects.sett(Hendelse.OEKT_AVSLUTTET, av=av, om=bruker, hva=f"{len(noekler)} av øktene")
    return len(noekler)

"""Which report an address means, and which edition of it, for the person who asks."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from ...models import Rapport, Rapportutgave
from ...models.rapport import AARENE


def finn_rapport(bruker: Any, aar: int) -> Rapport:
    """Give the year's report, if this person may know that there is one: 404 says the same of none and of a draft.

    For those who may see drafts it is there for every year, unsaved until something is written.
    """
    if aar not in AARENE:
        raise Http404
    if bruker.has_perm("tiltak.se_rapportutkast"):
        return Rapport.for_aaret(aar)
    return get_object_or_404(Rapport.objects.synlige_for(bruker).select_related("plan"), aar=aar)


def finn_utgave(bruker: Any, aar: int, nr: int | None = None) -> Rapportutgave | None:
    """Give the edition that this person gets: the one issued last, or number `nr`, of those that `lesbare_for` lets
    them read. None when it is no edition that they get: the board gets the draft while there is one. One query, and
    without what it says.
    """
    lesbare = Rapportutgave.objects.lesbare_for(bruker).filter(rapport__aar=aar)
    lesbare = lesbare.uten_innhold().select_related("rapport")
    if nr is not None:
        return lesbare.filter(nr=nr).first()
    utgave = lesbare.first()
    ser_utkastet = bruker.has_perm("tiltak.se_rapportutkast")
    return None if utgave and utgave.rapport.er_utkast and ser_utkastet else utgave

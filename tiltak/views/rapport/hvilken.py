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
    """Give the edition that this person gets: the one issued last, or number `nr`. None when it is no edition that
    they get. One query, and without what it says.

    The board reads every edition by its number, and the draft while there is one; others the last edition alone, of a
    report that is published.
    """
    siste = Rapportutgave.objects.uten_innhold().select_related("rapport").filter(rapport__aar=aar)
    if bruker.has_perm("tiltak.se_rapportutkast"):
        utgave = (siste if nr is None else siste.filter(nr=nr)).first()
        return None if utgave and nr is None and utgave.rapport.er_utkast else utgave
    utgave = siste.filter(rapport__publisert__isnull=False).first()
    return utgave if utgave and nr in (None, utgave.nr) else None

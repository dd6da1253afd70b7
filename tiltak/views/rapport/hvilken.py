"""Which report an address means, for the person who asks."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from ...models import Rapport
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

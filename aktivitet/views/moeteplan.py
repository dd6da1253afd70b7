"""A year's meeting plan: the days of others' meetings, what is proposed ahead of them, and its adoption.

Whoever may see internal things reads it; the secretary writes it. Each button has an act of its own, in
`moeteplanhandlinger.py`.
"""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..flytting import AVBRYT
from ..kalender import aaret_i_planlegging
from ..models import UTEN_FYLKESLAG, EndretAvAndre
from ..moeteplan.aaret import Moeteaar
from .aarene import krev_aaret
from .moeteplanhandlinger import HANDLINGER, SE_PAA_NYTT
from .moeteplanside import FOERSTE_MOETEAAR, tilbake, vis_siden


@require_safe
@permission_required("aktivitet.se_interne", raise_exception=True)
def moteplanen(request: HttpRequest) -> HttpResponse:
    """Go on to the year that is being planned."""
    return redirect("aktivitet:moteplan", aaret_i_planlegging(timezone.localdate()))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("aktivitet.se_interne", raise_exception=True)
def moteplan(request: HttpRequest, aar: int) -> HttpResponse:
    """The plan of one year: show it, or do what one of its buttons says."""
    krev_aaret(aar, fra=FOERSTE_MOETEAAR)
    aaret = Moeteaar(aar, request.user, timezone.localdate())  # type: ignore[arg-type]
    if request.method != "POST":
        return vis_siden(request, aaret)
    if not request.user.has_perm("aktivitet.rediger_alle"):
        raise PermissionDenied
    handling = HANDLINGER.get(request.POST.get("handling", ""))
    if handling is None or aaret.fylkeslag is None:
        messages.error(request, SE_PAA_NYTT if aaret.fylkeslag else UTEN_FYLKESLAG)
        return tilbake(aaret)
    if AVBRYT in request.POST:
        messages.warning(request, "Ingenting er endret.")
        return tilbake(aaret)
    try:
        return handling(request, aaret, aaret.fylkeslag)
    except EndretAvAndre:
        messages.error(request, SE_PAA_NYTT)
        return tilbake(aaret)

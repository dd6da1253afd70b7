"""The secretary's page of one year: the pattern beside what is planned, with drafts made, dated and published.

Each button has an act of its own, in `fastehandlinger.py`.
"""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..kalender import aaret_i_planlegging
from ..moenster.aarshjul import AaretKanIkkeFylles
from ..moenster.aarsplan import les_aarsplan
from .aarene import krev_aaret
from .fastehandlinger import HANDLINGER, ukjent
from .fasteside import tilbake, vis_siden


@require_safe
@permission_required("aktivitet.rediger_alle", raise_exception=True)
def i_planlegging(request: HttpRequest) -> HttpResponse:
    """Lead to the year that is being planned."""
    return redirect("aktivitet:faste", aaret_i_planlegging(timezone.localdate()))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("aktivitet.rediger_alle", raise_exception=True)
def faste(request: HttpRequest, aar: int) -> HttpResponse:
    """Show the year, or do what a button on it says."""
    krev_aaret(aar)
    if request.method != "POST":
        return vis_siden(request, les_aarsplan(aar))
    try:
        return HANDLINGER.get(request.POST.get("handling", ""), ukjent)(request, aar)
    except AaretKanIkkeFylles as grunn:
        messages.error(request, str(grunn))
        return tilbake(request)

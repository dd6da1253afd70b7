"""The page where the administrator reads the trail. Reading it leaves no line in it: only the administrator can, and
each look would bury what was looked for."""

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .utvalg import Sporutvalg

PER_SIDE = 50


@require_safe
@permission_required("arbeidsplan.se_spor", raise_exception=True)
def sporet(request: HttpRequest) -> HttpResponse:
    """What has happened, the newest first, day by day. The right stands in no role's table: only the administrator,
    who has every right, comes in. Three queries beside the reader's own."""
    utvalg = Sporutvalg(request.GET)
    side = Paginator(utvalg.linjene(), PER_SIDE).get_page(request.GET.get("side"))
    kontekst = {"utvalg": utvalg, "side": side, "dager": settings.OPPBEVAR_SPOR}
    return render(request, "spor/sporet.html", kontekst)

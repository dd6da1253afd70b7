"""The table of measures: by goal, for a year or the whole period, with the filter that the address carries."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Plan
from ..oversikt import vis
from ..tabell.lesing import les_tabell
from ..tabell.utsnitt import Utsnitt
from .fra import FRA_LISTEN
from .valgt import valgt_periode


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def liste(request: HttpRequest) -> HttpResponse:
    """The measures of the plan in force, by goal, with the terminer that are chosen."""
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    if plan is None:
        return render(request, "tiltak/uten_plan.html")
    tabell = les_tabell(plan, valgt_periode(request, plan, i_dag))
    utsnitt = Utsnitt(request.GET, tabell, request.user)
    kontekst: dict[str, Any] = {
        "plan": plan,
        "tabell": tabell,
        "aar": tabell.aar,
        "utsnitt": utsnitt,
        "oversikt": vis(tabell, utsnitt.valg, i_dag),
        "i_dag": i_dag,
        "fra": FRA_LISTEN,
        "utvalg": utsnitt.spoersmaal,
        "vis": request.GET.get("vis"),
    }
    svar = render(request, "tiltak/liste.html", kontekst)
    if request.htmx:  # type: ignore[attr-defined]
        svar.headers["HX-Push-Url"] = f"{request.path}?{utsnitt.spoersmaal}"  # without the fields that say nothing
    return svar

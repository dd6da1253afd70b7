"""The table of measures: by goal, with the terminer of one year."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Plan
from ..oversikt import oversikt
from .fra import FRA_LISTEN
from .valgt import valgt_aar


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def liste(request: HttpRequest) -> HttpResponse:
    """The measures of the plan in force, by goal, with the terminer of one year."""
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    if plan is None:
        return render(request, "tiltak/uten_plan.html")
    aar = valgt_aar(request, plan, i_dag)
    kontekst = {
        "plan": plan,
        "aar": aar,
        "oversikt": oversikt(plan, aar, i_dag),
        "i_dag": i_dag,
        "fra": FRA_LISTEN,
        "vis": request.GET.get("vis"),
    }
    return render(request, "tiltak/liste.html", kontekst)

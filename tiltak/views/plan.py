"""The plan to read, as it is worded: the one in force, and any other that is open."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Plan
from ..plantekst import plantekst
from ..utgave import planrader


@login_not_required
@require_safe
def gjeldende(request: HttpRequest) -> HttpResponse:
    """The plan in force, or a page that says that there is none yet."""
    plan = Plan.objects.gjeldende(timezone.localdate())
    if plan is None:
        return render(request, "tiltak/uten_plan.html")
    return _vis(request, plan)


@login_not_required
@require_safe
def en_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Any plan that this person may read."""
    return _vis(request, get_object_or_404(Plan.objects.lesbare_for(request.user), slug=slug))


def _vis(request: HttpRequest, plan: Plan) -> HttpResponse:
    rader = planrader(plan)
    kontekst = {"plan": plan, "plantekst": plantekst(rader.dokument), "tilstand": plan.tilstand_i_ord()}
    return render(request, "tiltak/plan.html", kontekst)

"""The list of the annual reports."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...models import Plan, Rapport


@login_not_required
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """The reports that this person may read; for the secretary also the years that have none yet."""
    rapporter = list(Rapport.objects.synlige_for(request.user))
    uskrevne: list[int] = []
    if request.user.has_perm("tiltak.skriv_rapport"):
        i_dag = timezone.localdate()
        plan = Plan.objects.gjeldende(i_dag)
        skrevne = {rapport.aar for rapport in rapporter}
        uskrevne = [aar for aar in plan.aar if aar <= i_dag.year and aar not in skrevne] if plan else []
    return render(request, "tiltak/rapporter.html", {"rapporter": rapporter, "uskrevne": uskrevne})

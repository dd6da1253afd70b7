"""How the plan came to stand as it does: the log of adopted wording, and the plan as it stood on any earlier day."""

from datetime import date

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aktivitet.felt import dagfelt
from aktivitet.tid import dag_i_ord

from ..historikk import foer_utgavene, innslag, planen_paa, utgavene, vedtatt_fra
from ..models import Plan
from ..plantekst import plantekst


class DagForm(forms.Form):
    """The day on which one wants to see the plan."""

    dag = dagfelt("Se planen slik den sto", required=True)

    def __init__(self, data: object = None, dag: date | None = None):
        super().__init__(data, label_suffix="", initial={"dag": dag})  # type: ignore[arg-type]


@login_not_required
@require_safe
def historikk(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change of adopted wording with the decision behind it; or with `dag` on to the plan of that day."""
    plan = get_object_or_404(Plan.objects.lesbare_for(request.user), slug=slug)
    form = DagForm(request.GET if "dag" in request.GET else None, timezone.localdate())
    if form.is_valid():
        return redirect("tiltak:plan_per", plan.slug, form.cleaned_data["dag"])
    side = utgavene(plan, request.GET.get("side", ""))
    kontekst = {
        "plan": plan,
        "form": form,
        "side": side,
        "innslag": innslag(side),
        "tidligere": foer_utgavene(plan) if not side.has_next() else [],
        "vis_navn": request.user.has_perm("tiltak.se_status"),
    }
    return render(request, "tiltak/historikk.html", kontekst)


@login_not_required
@require_safe
def plan_per(request: HttpRequest, slug: str, dag: date) -> HttpResponse:
    """The plan as it stood on one day."""
    plan = get_object_or_404(Plan.objects.lesbare_for(request.user), slug=slug)
    utgave, dok = planen_paa(plan, dag)
    kontekst = {
        "plan": plan,
        "dag": dag,
        "form": DagForm(dag=dag),
        "utgave": utgave,
        "plantekst": plantekst(dok) if dok else None,
        "tilstand": f"Slik den sto {dag_i_ord(dag)}.",
        "vedtatt_fra": vedtatt_fra(plan),
    }
    return render(request, "tiltak/plan_per.html", kontekst)

"""The table of measures to take along, with the filter that is on: as a workbook and as CSV."""

import json
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Plan
from ..tabell.ark import lag_ark
from ..tabell.lesing import les_tabell
from ..tabell.utsnitt import Utsnitt
from ..uttak.statusark import Statusark, lag_csv, lag_xlsx
from .filsvar import CSV, EXCEL, filsvar
from .valgt import valgt_periode

UTGAVE = "1"  # of how the files are written: raised when the same table is to give other bytes than before


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def tabell_xlsx(request: HttpRequest) -> HttpResponseBase:
    """What is chosen of the table, as a workbook."""
    return _fil(request, "xlsx", EXCEL, lag_xlsx)


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def tabell_csv(request: HttpRequest) -> HttpResponseBase:
    """What is chosen of the table, as CSV."""
    return _fil(request, "csv", CSV, lag_csv)


def _fil(request: HttpRequest, ending: str, slag: str, lag: Callable[[Statusark], bytes]) -> HttpResponseBase:
    """The file. An address that asks for what is not known leads to the page, which says what is wrong with it."""
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    if plan is None:
        return redirect("tiltak:liste")
    tabell = les_tabell(plan, valgt_periode(request, plan, i_dag))
    utsnitt = Utsnitt(request.GET, tabell, request.user)
    if utsnitt.errors:
        return redirect(f"{reverse('tiltak:liste')}?{request.GET.urlencode()}")
    ark = lag_ark(tabell, utsnitt, i_dag)
    return filsvar(
        request,
        lambda: lag(ark),
        merke=sha256(json.dumps([UTGAVE, ending, asdict(ark)], default=str).encode()).hexdigest(),
        slag=slag,
        disposisjon=f'attachment; filename="{plan.slug}-status-{utsnitt.aar}-{i_dag}.{ending}"',
        for_alle=False,
        hva=f"Tiltakene med status, {tabell.aar or 'hele perioden'}, {ending.upper()}",
    )

"""The plan's period as a picture with its numbers beside: as a page, as a PDF, and the picture as a file."""

from hashlib import sha256

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Plan
from ..pdf.bestilling import PERIODEN, Bestilling
from ..perioden.dokument import perioden_html, perioden_svg
from ..perioden.side import Periodeside, periodeside
from .filsvar import filsvar, pdfsvar


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def perioden(request: HttpRequest) -> HttpResponse:
    """How the plan in force stands, by goal and quarter and by goal and year."""
    side = _side()
    if side is None:
        return render(request, "tiltak/uten_plan.html")
    return render(request, "tiltak/perioden.html", {"side": side})


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def pdf(request: HttpRequest) -> HttpResponseBase:
    """The same on A4 across."""
    html = perioden_html(_med_frister())
    return pdfsvar(
        request, Bestilling(html, PERIODEN), filnavn="perioden.pdf", for_alle=False, hva="Perioden i bilde, PDF"
    )


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def svg(request: HttpRequest) -> HttpResponseBase:
    """The picture alone, as a file to put into something else."""
    bildet = perioden_svg(_med_frister()).encode()
    return filsvar(
        request,
        lambda: bildet,
        merke=sha256(bildet).hexdigest(),
        slag="image/svg+xml",
        disposisjon='attachment; filename="perioden.svg"',
        for_alle=False,
        hva="Perioden i bilde, SVG",
    )


def _side() -> Periodeside | None:
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    return periodeside(plan, i_dag) if plan else None


def _med_frister() -> Periodeside:
    side = _side()
    if side is None or side.er_tom:
        raise Http404  # the page says why there is nothing to draw
    return side

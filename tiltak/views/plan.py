"""The plan to read, as it is worded: the one in force, and any other that is open. For the board, with status."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_http_methods, require_safe

from ..hefte import hefte_html
from ..models import Plan
from ..oversikt import oversikt
from ..pdf.bestilling import HEFTE, Bestilling
from ..plansoek import rens_soek, soek
from ..planstatus import legg_paa_status, legg_paa_utfall, utfallene
from ..plantekst import plantekst
from ..resultatform import ResultatForm
from ..utgave import planrader
from .filord import planen_i_ord
from .filsvar import pdfsvar
from .valgt import valgt_aar


@login_not_required
@require_safe
@conditional_page
def gjeldende(request: HttpRequest) -> HttpResponse:
    """The plan in force, or a page that says that there is none yet."""
    plan = Plan.objects.gjeldende(timezone.localdate())
    if plan is None:
        return render(request, "tiltak/uten_plan.html")
    return _vis(request, plan)


@login_not_required
@require_safe
@conditional_page
def en_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Any plan that this person may read."""
    return _vis(request, get_object_or_404(Plan.objects.lesbare_for(request.user), slug=slug))


@login_not_required
@require_safe
def plan_pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The plan as a booklet. Asked again for one that is unchanged, it is not made anew."""
    plan = get_object_or_404(Plan.objects.lesbare_for(request.user), slug=slug)
    er_aapen = Plan.objects.aapne().filter(pk=plan.pk).exists()
    html = hefte_html(plan, timezone.localdate())
    return pdfsvar(
        request, Bestilling(html, HEFTE), filnavn=f"{plan.slug}.pdf", for_alle=er_aapen, hva=planen_i_ord(plan, "PDF")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def resultat(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What the election gave, beside the goal for the period that names it: to write down, and who wrote what."""
    plan = get_object_or_404(Plan.objects.aapne(), slug=slug)
    maal = get_object_or_404(plan.periodemaal.select_related("plan"), pk=pk)
    i_dag = timezone.localdate()
    [utfall] = utfallene([maal], i_dag)
    if utfall is None or not plan.er_vedtatt:
        raise Http404
    form = ResultatForm(request.POST if request.method == "POST" else None, maal=maal)
    if form.is_valid() and form.lagre(av=request.user):  # type: ignore[arg-type]
        messages.success(request, "Resultatet er lagret.")
        return redirect(plan)
    logg = maal.foeringer.select_related("av")
    kontekst = {"plan": plan, "maal": maal, "utfall": utfall, "form": form, "logg": logg}
    return render(request, "tiltak/resultat.html", kontekst)


def _vis(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan, or what was searched for in it. Only the board's page knows a year and a status."""
    i_dag = timezone.localdate()
    rader = planrader(plan)
    tekst = plantekst(rader.dokument)
    q = rens_soek(request.GET.get("q", ""))
    kontekst: dict[str, Any] = {"plan": plan, "plantekst": tekst, "tilstand": plan.tilstand_i_ord(), "q": q}
    ser_status = request.user.has_perm("tiltak.se_status")
    aar = valgt_aar(request, plan, i_dag)
    if ser_status and "aar" in request.GET:
        kontekst["husk_aar"] = aar  # through a search and back
    if q:
        kontekst["funn"] = soek(tekst, q)
    else:
        legg_paa_utfall(tekst, rader, i_dag)
    if ser_status and not q:
        legg_paa_status(tekst, rader, oversikt(plan, aar, i_dag))
        kontekst |= {"aar": aar, "i_dag": i_dag}
    svar = render(request, "tiltak/plan.html", kontekst)
    if not request.user.is_authenticated:
        svar.headers["Cache-Control"] = "no-cache"  # ask every time: an unchanged page is a 304
    return svar

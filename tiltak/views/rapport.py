"""The annual reports: the list, one report to read and for the secretary to write, and its PDF."""

from copy import copy

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..models import Plan, Rapport
from ..pdf.skriving import RAPPORT
from ..rapport.deler import Rapportinnhold
from ..rapport.dokument import rapport_html
from ..rapport.form import LAGRE, SAGT, RapportForm
from ..rapport.innhold import rapportinnhold
from .filsvar import pdfsvar

AARENE = range(2000, 2100)


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


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def en_rapport(request: HttpRequest, aar: int) -> HttpResponse:
    """One year's report: to read, and for the secretary to write, publish and take back."""
    if request.method == "POST" and not request.user.is_authenticated:
        return redirect_to_login(request.path)  # the login ran out while the secretary was writing
    rapport = _rapport(request, aar)
    kan_skrive = request.user.has_perm("tiltak.skriv_rapport")
    if request.method == "POST" and not kan_skrive:
        raise PermissionDenied
    form = None
    if kan_skrive:
        # On a copy: what was typed and refused stands in the form, and not in the report below it.
        form = RapportForm(request.POST if request.method == "POST" else None, instance=copy(rapport))
        handling = request.POST.get("handling", LAGRE)
        if form.is_valid() and form.lagre(handling):
            messages.success(request, SAGT.get(handling, SAGT[LAGRE]))
            return redirect(rapport)
    kontekst = {"rapport": rapport, "form": form, "innhold": _innhold(rapport)}
    return render(request, "tiltak/rapport.html", kontekst)


@login_not_required
@require_safe
def pdf(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report as a PDF. Asked again for one that is unchanged, it is not made anew."""
    innhold = _innhold(_rapport(request, aar))
    if innhold is None or innhold.er_tomt:
        raise Http404
    er_aapen = not innhold.er_utkast
    return pdfsvar(request, rapport_html(innhold), RAPPORT, filnavn=f"beretning-{aar}.pdf", for_alle=er_aapen)


def _rapport(request: HttpRequest, aar: int) -> Rapport:
    """The year's report, if this person may know that there is one: 404 says the same of none and of a draft."""
    if aar not in AARENE:
        raise Http404
    if request.user.has_perm("tiltak.se_rapportutkast"):
        return Rapport.for_aaret(aar)
    return get_object_or_404(Rapport.objects.synlige_for(request.user), aar=aar)


def _innhold(rapport: Rapport) -> Rapportinnhold | None:
    """What the report says, or None when no adopted plan has a day in its period."""
    plan = rapport.finn_plan()
    return rapportinnhold(rapport, plan, timezone.localdate()) if plan else None

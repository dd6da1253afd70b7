"""One annual report to read, and its PDF."""

from copy import copy

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...models import Rapport
from ...rapport.dokument import beretningen
from ...rapport.form import RapportForm
from ...rapport.visning import Vist, vist_for
from ..filsvar import pdfsvar
from .hvilken import finn_rapport


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def en_rapport(request: HttpRequest, aar: int) -> HttpResponse:
    """One year's report: to read, and for the secretary to write."""
    if request.method == "POST" and not request.user.is_authenticated:
        return redirect_to_login(request.path)  # the login ran out while the secretary was writing
    rapport = finn_rapport(request.user, aar)
    kan_skrive = request.user.has_perm("tiltak.skriv_rapport") and rapport.er_utkast
    if request.method == "POST" and not kan_skrive:
        raise PermissionDenied
    form = None
    if kan_skrive:
        # On a copy: what was typed and refused stands in the form, and not in the report below it.
        form = RapportForm(request.POST if request.method == "POST" else None, instance=copy(rapport))
        if form.is_valid() and form.lagre():
            messages.success(request, "Beretningen er lagret.")
            return redirect(rapport)
    return render(request, "tiltak/rapport.html", {"form": form, "vist": _vist(request, rapport)})


@login_not_required
@require_safe
def pdf(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report as a PDF. Asked again for one that is unchanged, it is not made anew."""
    vist = _vist(request, finn_rapport(request.user, aar))
    if vist.innhold is None or vist.innhold.er_tomt:
        raise Http404
    for_alle = vist.rapport.publisert is not None
    bestilling = beretningen(vist.innhold, vist.utgivelse)
    return pdfsvar(request, bestilling, filnavn=f"beretning-{aar}.pdf", for_alle=for_alle)


def _vist(request: HttpRequest, rapport: Rapport) -> Vist:
    return vist_for(request.user, rapport, timezone.localdate())

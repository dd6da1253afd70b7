"""Links and documents of a measure: keep one, fetch one, take one away and back."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ..models import Tiltak, Vedlegg
from ..vedleggform import VedleggForm
from .filsvar import filsvar


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.sett_status", raise_exception=True)
def nytt(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a link or a document with a measure."""
    alle = Tiltak.objects.lesbare_for(request.user).i_vedtatte_planer().select_related("maal__plan")
    tiltak = get_object_or_404(alle, pk=pk)
    sendt = request.method == "POST"
    form = VedleggForm(request.POST if sendt else None, request.FILES if sendt else None, tiltak=tiltak)
    if form.is_valid():
        lagret = form.lagre(request.user)  # type: ignore[arg-type]
        messages.success(request, f"«{lagret.navn}» er lagt til.")
        return redirect(_paa_siden(lagret))
    return render(request, "tiltak/nytt_vedlegg.html", {"tiltak": tiltak, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_status", raise_exception=True)
def vedlegg(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Fetch a document, to be saved and never shown as a page of ours; or, by POST, take it away or back."""
    alle = Vedlegg.objects.lesbare_for(request.user).uten_innhold().select_related("tiltak")
    ett = get_object_or_404(alle, pk=pk)
    if request.method == "POST":
        if not request.user.has_perm("tiltak.sett_status"):
            raise PermissionDenied
        return _fjern_eller_ta_tilbake(request, ett)
    if ett.fjernet or not ett.er_fil:
        raise Http404
    svar = filsvar(
        request,
        lambda: bytes(ett.innhold or b""),
        merke=f"vedlegg-{ett.pk}-{ett.tid:%Y%m%d%H%M%S%f}",  # a document is never changed
        slag=ett.innholdstype,
        disposisjon=f'attachment; filename="{ett.filnavn}"',
        for_alle=False,
        hva=f"Dokument {ett.pk} på tiltak {ett.tiltak_id}",
    )
    svar.headers["X-Content-Type-Options"] = "nosniff"
    return svar


def _fjern_eller_ta_tilbake(request: HttpRequest, ett: Vedlegg) -> HttpResponse:
    if request.POST.get("handling") == "ta_tilbake":
        ett.ta_tilbake()
        messages.success(request, f"«{ett.navn}» er tatt tilbake.")
    else:
        ett.fjern(request.user)  # type: ignore[arg-type]
        messages.success(request, f"«{ett.navn}» er fjernet. Du kan ta det tilbake nederst i listen.")
    return redirect(_paa_siden(ett))


def _paa_siden(ett: Vedlegg) -> str:
    return f"{ett.tiltak.get_absolute_url()}#vedlegg"

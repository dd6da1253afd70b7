"""The draft as the document that it will be: its pages as pictures, beside the writing and on a page of their own."""

import re

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...models import Dokumentfil, Rapport
from ...pdf.bestilling import Bestilling
from ...pdf.bilder import sidebilde
from ...rapport.dokument import bestill
from ...rapport.forhaandsvisning import forhaandsvis, lages_ennaa, proev_igjen, utkastene
from ...rapport.visning import utkastet
from ..filsvar import filsvar
from .hvilken import finn_rapport

MERKE = re.compile(r"[0-9a-f]{64}")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_rapportutkast", raise_exception=True)
def forhaandsvisning(request: HttpRequest, aar: int) -> HttpResponse:
    """The draft's pages. A POST tries again to make what could not be made.

    A page that waits for a document names it in `venter`: while it is still being made, the answer is 204 and cheap.
    """
    venter = request.GET.get("venter", "")
    if MERKE.fullmatch(venter) and lages_ennaa(venter):
        return HttpResponse(status=204)
    rapport = finn_rapport(request.user, aar)
    bestilling = _bestilling(rapport)
    if request.method == "POST":
        if bestilling:
            proev_igjen(bestilling)
        return redirect("tiltak:forhaandsvisning", aar)
    visning = forhaandsvis(aar, bestilling) if bestilling else None
    return render(request, "tiltak/rapport_forhaandsvisning.html", {"rapport": rapport, "visning": visning})


@require_safe
@permission_required("tiltak.se_rapportutkast", raise_exception=True)
def side(request: HttpRequest, aar: int, merke: str, side: int) -> HttpResponseBase:
    """One page of a draft that has been made, as a picture. No other stored document is there."""
    fil = get_object_or_404(utkastene(aar).uten_innhold(), merke=merke)
    return filsvar(
        request,
        lambda: _tegn(fil, side),
        merke=f"{merke}-{side}",  # of all that is drawn
        slag="image/png",
        disposisjon=f'inline; filename="beretning-{aar}-side-{side}.png"',
        for_alle=False,
        hva="",
    )


def _tegn(fil: Dokumentfil, side: int) -> bytes:
    try:
        return sidebilde(fil.data, side)
    except (IndexError, ValueError):
        raise Http404 from None


def _bestilling(rapport: Rapport) -> Bestilling | None:
    """What the draft's document is made of; None when it is no draft, or has nothing to tell."""
    return bestill(utkastet(rapport, timezone.localdate())) if rapport.er_utkast else None

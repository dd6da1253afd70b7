"""The calendar for a frame on the party's own website, and the code to paste there."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Aktivitet
from ..oppsett import maanedslister
from ..ut.innbygging import Rammeutvalg, de_neste, rammekode
from .uendret import P, Visning, standen, uendret


def kan_rammes(visning: Visning[P]) -> Visning[P]:
    """Let the configured websites show the page in a frame, by Django's own mark, which the policy reads too.

    Goes around `uendret`: the headers of a 304 take the place of those that the browser has kept.
    """

    @wraps(visning)
    def med_merke(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        svar = visning(request, *args, **kwargs)
        svar.xframe_options_exempt = bool(settings.INNBYGGING)
        return svar

    return med_merke


@login_not_required
@require_safe
@kan_rammes
@uendret
def innbygging(request: HttpRequest) -> HttpResponse:
    """What comes, on a page with nothing around it: for a frame. The same for everyone, also for the logged-in."""
    return render(request, "aktivitet/ramme.html", _det_som_kommer(Rammeutvalg(request.GET, stand=standen(request))))


@require_safe
@permission_required("aktivitet.rediger_alle", raise_exception=True)
def kode(request: HttpRequest) -> HttpResponse:
    """Choose what the frame shows, see it, and copy the code."""
    utvalg = Rammeutvalg(request.GET, stand=standen(request))
    adresse = request.build_absolute_uri(reverse("aktivitet:innbygging") + utvalg.rammens_adresse)
    kontekst = _det_som_kommer(utvalg) | {
        "adresse": adresse,
        "koden": rammekode(adresse, f"Hva skjer i {settings.ORGANISASJON}"),
        "nettstedene": settings.INNBYGGING,
    }
    return render(request, "aktivitet/innbygging.html", kontekst)


def _det_som_kommer(utvalg: Rammeutvalg) -> dict[str, Any]:
    i_dag = timezone.localdate()
    viste = de_neste(utvalg.av(Aktivitet.objects.offentlige()), i_dag, utvalg.hvor_mange)
    return {"utvalg": utvalg, "lister": maanedslister(viste, i_dag)}

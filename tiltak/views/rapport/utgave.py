"""An issued version of a report: to read, and as the very data that its checksum is of."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ...models import Rapportutgave
from ...rapport.visning import vis_utgaven
from ..filord import beretningen_i_ord
from ..filsvar import filsvar


@login_not_required
@require_safe
def utgave(request: HttpRequest, aar: int, nr: int) -> HttpResponse:
    """Read it: any of them for the board, and for all others the one in force; the rest are not there."""
    en = _utgaven(request, aar, nr)
    return render(request, "tiltak/rapportutgave.html", {"vist": vis_utgaven(en), "utgave": en})


@login_not_required
@require_safe
def data_json(request: HttpRequest, aar: int, nr: int) -> HttpResponseBase:
    """Give the frozen text byte for byte: its SHA-256 is the edition's checksum."""
    en = _utgaven(request, aar, nr)
    return filsvar(
        request,
        en.innhold.encode,
        merke=en.sjekksum,
        slag="application/json",
        disposisjon=f'inline; filename="beretning-{aar}-utgave-{nr}.json"',
        for_alle=en.er_for_alle(),
        hva=beretningen_i_ord(aar, "JSON", nr),
    )


def _utgaven(request: HttpRequest, aar: int, nr: int) -> Rapportutgave:
    lesbare = Rapportutgave.objects.lesbare_for(request.user).select_related("rapport", "av")
    return get_object_or_404(lesbare, rapport__aar=aar, nr=nr)

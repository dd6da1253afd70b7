"""What one person has to look after in the calendar: their branches' and their own, by how far it has come."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models import Aktivitet, Lag

FLEST = 200


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Their drafts, what waits for the secretary, what was sent back, and what is to come."""
    lagene = list(Lag.objects.valgbare_for(request.user))
    if not lagene:
        raise PermissionDenied
    i_dag = timezone.localdate()
    deres = Aktivitet.objects.til(request.user).select_related("lag").i_rekkefoelge()
    # Drafts whatever their day: one whose day has passed is still to be dealt with.
    utkast = list(deres.utkast()[: FLEST + 1])
    kommende = list(deres.publiserte().fra_og_med(i_dag)[: FLEST + 1])
    grupper = [
        ("tilbake", "Sendt tilbake", [en for en in utkast if en.er_sendt_tilbake]),
        ("venter", "Venter på sekretæren", [en for en in utkast if en.venter]),
        ("utkast", "Utkast", [en for en in utkast if not (en.venter or en.er_sendt_tilbake)]),
        ("kommende", "I kalenderen", kommende),
    ]
    kontekst = {
        "grupper": [(navn, tittel, alle[:FLEST]) for navn, tittel, alle in grupper if alle],
        "flere": max(len(utkast), len(kommende)) > FLEST,
        "sees_foerst": [lag for lag in lagene if lag.godkjennes],
        "i_dag": i_dag,
    }
    return render(request, "aktivitet/mine.html", kontekst)

"""What stood in a text of a report before: who wrote it and when, to read and to take back."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from aktivitet.heltall import heltall
from aktivitet.models import EndretAvAndre

from ...models import Rapporttekst
from ...models.rapport import FeilTilstand
from .hvilken import finn_rapport

LAGT_FRAM = "Ikke tatt tilbake: beretningen er lagt fram, og kan ikke endres."
SKREVET_HER = "Ikke tatt tilbake: noen har skrevet her i mellomtiden. Se hva som står nå."


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.skriv_rapport", raise_exception=True)
def tidligere_tekster(request: HttpRequest, aar: int, pk: int) -> HttpResponse:
    """The earlier texts of one place. A POST lets one of them stand again, and keeps the one that stood."""
    rapport = finn_rapport(request.user, aar)
    tekst = get_object_or_404(Rapporttekst.objects.select_related("maal", "av"), pk=pk, rapport__aar=rapport.aar)
    if request.method == "POST":
        hvorfor = _ta_tilbake(request, tekst)
        if hvorfor:
            messages.warning(request, hvorfor)
            return redirect(request.path)
        messages.success(request, f"Teksten er tatt tilbake: {tekst}.")
        return redirect(f"{rapport.get_absolute_url()}#sted-{tekst.felt}")
    kontekst = {"rapport": rapport, "tekst": tekst, "tidligere": tekst.tidligere.select_related("av")}
    return render(request, "tiltak/rapport_skriv_tidligere.html", kontekst)


def _ta_tilbake(request: HttpRequest, tekst: Rapporttekst) -> str:
    """Let the chosen text stand again. Gives why it could not be done, "" when it was."""
    valgt = tekst.tidligere.filter(pk=heltall(request.POST.get("tidligere", "")) or 0).first()
    if valgt is None:
        return "Ingen tekst er valgt. Velg en av dem som står her."
    try:
        tekst.ta_tilbake(valgt, av=request.user, versjon=heltall(request.POST.get("versjon", "")) or 0)  # type: ignore[arg-type]
    except EndretAvAndre:
        return SKREVET_HER
    except FeilTilstand:
        return LAGT_FRAM
    return ""

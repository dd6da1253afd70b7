"""One termin: its status, set in its row on whatever page it stands, and undone within the minute."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from aktivitet.models import EndretAvAndre

from ..forms import StatusForm
from ..models import Termin
from ..models.termin import ForSentAaAngre
from .fra import Sted
from .rundt import rundt
from .valgt import heltall


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_status", raise_exception=True)
def termin(request: HttpRequest, pk: int) -> HttpResponse:
    """One termin: show it, or set its status. What it is sent from (see `Sted`) is where it goes back, and fits in."""
    alle = Termin.objects.lesbare_for(request.user).select_related("tiltak__maal__plan", "endret_av")
    termin = get_object_or_404(alle, pk=pk)
    kan_sette = request.user.has_perm("tiltak.sett_status")
    sted = Sted.av(request)
    form = StatusForm(request.POST if request.method == "POST" else None, termin=termin)
    if request.method == "POST":
        if not kan_sette:
            raise PermissionDenied
        if "slaa_sammen" in request.POST:
            form.slaa_sammen(termin)
        elif form.is_valid() and form.lagre(av=request.user):  # type: ignore[arg-type]
            return _lagret(request, form.termin, sted)
    vis_skjema = kan_sette and request.GET.get("vis") != "rad"
    kontekst: dict[str, Any] = {
        "termin": termin,
        "form": form if vis_skjema else None,
        "i_dag": timezone.localdate(),
        "fra": sted.fra,
        "utvalg": sted.utvalg,
        "tilbake": sted.tilbake(termin),
        "lukket": request.GET.get("vis") == "rad",
    }
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "tiltak/_termin.html", kontekst)
    kontekst["logg"] = list(statuslinjer(termin.logg.select_related("termin", "av")))
    return render(request, "tiltak/termin.html", kontekst)


@require_POST
@permission_required("tiltak.sett_status", raise_exception=True)
def angre(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the status that this person set within the last minute."""
    alle = Termin.objects.lesbare_for(request.user).select_related("tiltak__maal__plan", "endret_av")
    termin = get_object_or_404(alle, pk=pk)
    sted = Sted.av(request)
    try:
        termin.angre(av=request.user, versjon=heltall(request.POST.get("versjon", "")) or 0)  # type: ignore[arg-type]
    except ForSentAaAngre:
        return _ikke_angret(request, termin, sted, "For sent å angre. Sett statusen på nytt.")
    except EndretAvAndre as unntak:
        hvem = unntak.naa.endret_av or "en tidligere bruker"  # type: ignore[attr-defined]
        return _ikke_angret(request, termin, sted, f"Ikke angret: {hvem} har lagret i mellomtiden.")
    return _lagret(request, termin, sted, gjort="Angret")


def _ikke_angret(request: HttpRequest, termin: Termin, sted: Sted, hvorfor: str) -> HttpResponse:
    if not request.htmx:  # type: ignore[attr-defined]
        messages.warning(request, hvorfor)
        return redirect(sted.tilbake(termin))
    kontekst = _raden(termin, sted, timezone.localdate()) | {"ikke_angret": hvorfor}
    return render(request, "tiltak/_termin.html", kontekst)


def _lagret(request: HttpRequest, termin: Termin, sted: Sted, *, gjort: str = "Lagret") -> HttpResponse:
    """Say that it is saved: back on the page it was set from, or as the row itself and what it changed around it."""
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, f"{gjort}: {termin.tiltak.kode}, {termin.etikett}, {termin.get_status_display()}.")
        return redirect(sted.tilbake(termin))
    i_dag = timezone.localdate()
    kontekst = rundt([termin], termin.tiltak.maal.plan, sted, i_dag, termin.siste.year)
    kontekst |= _raden(termin, sted, i_dag) | {"lagret": gjort}
    return render(request, "tiltak/_lagret.html", kontekst)


def _raden(termin: Termin, sted: Sted, i_dag: date) -> dict[str, Any]:
    """The context of the row that the person worked in."""
    return {"termin": termin, "i_dag": i_dag, "fra": sted.fra, "utvalg": sted.utvalg, "lukket": True}

"""One termin: its status, set in its row on whatever page it stands, and undone within the minute."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from aktivitet.heltall import heltall
from aktivitet.hvem import hvem
from aktivitet.models import EndretAvAndre
from aktivitet.tekst import rens_tekst

from ..forms import STAAENDE, VIL_HA_MER, Hurtigform, StatusForm
from ..models import Status, Termin
from ..models.termin import ForSentAaAngre
from ..tidslinje import statuslinjer
from .fra import Sted
from .rundt import rundt


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_status", raise_exception=True)
def termin(request: HttpRequest, pk: int) -> HttpResponse:
    """One termin: show it, or set its status. What it is sent from (see `Sted`) is where it goes back, and fits in."""
    kan_sette = request.user.has_perm("tiltak.sett_status")
    if request.method == "POST" and not kan_sette:
        raise PermissionDenied
    alle = Termin.objects.lesbare_for(request.user).select_related("tiltak__maal__plan", "endret_av")
    termin = alle.filter(pk=pk).first()
    if termin is None:
        return _borte(request)
    sted = Sted.av(request)
    form = _skjemaet(request, termin)
    if "slaa_sammen" in request.POST:
        form.slaa_sammen(termin)
    elif form.is_valid() and form.lagre(av=request.user):  # type: ignore[arg-type]
        return _lagret(request, form.termin, sted)
    vis_skjema = kan_sette and request.GET.get("vis") != "rad"
    egen_side = _paa_egen_side(request)
    kontekst: dict[str, Any] = {
        "termin": termin,
        "form": form if vis_skjema else None,
        "i_dag": timezone.localdate(),
        "fra": sted.fra,
        "utvalg": str(sted.utvalg),
        "tilbake": sted.tilbake(termin),
        "lukket": request.GET.get("vis") == "rad",
        "egen_side": egen_side,
    }
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "tiltak/_termin.html", kontekst)
    kontekst["logg"] = list(statuslinjer(termin.logg.select_related("termin", "av")))
    return render(request, "tiltak/termin.html", kontekst)


def _skjemaet(request: HttpRequest, termin: Termin) -> StatusForm:
    """The form as it is asked for, or filled in as it was sent: whole, or the status alone from the menu."""
    if request.method != "POST":
        return StatusForm(termin=termin, valgt=request.GET.get("status", ""), til_ordene="ord" in request.GET)
    if "hurtig" not in request.POST:
        return StatusForm(request.POST, termin=termin)
    valgt = request.POST.get("status", "")
    if valgt in VIL_HA_MER:
        return StatusForm(termin=termin, valgt=valgt)
    return Hurtigform(request.POST, termin=termin)


def _paa_egen_side(request: HttpRequest) -> bool:
    """Whether the form stands on the termin's own page, and not in a row of another."""
    return not request.htmx or "egen_side" in request.POST  # type: ignore[attr-defined]


def _borte(request: HttpRequest) -> HttpResponse:
    """Say that there is no such termin, and give back what somebody was about to save in it."""
    if request.method != "POST":
        raise Http404
    skrevet = {felt: rens_tekst(request.POST.get(felt, "")) for felt in STAAENDE}
    status = dict(Status.choices).get(request.POST.get("status", ""))
    return render(request, "tiltak/termin_borte.html", {**skrevet, "status": status}, status=404)


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
        av = hvem(unntak.naa.endret_av, "en")  # type: ignore[attr-defined]
        return _ikke_angret(request, termin, sted, f"Ikke angret: {av} har lagret i mellomtiden.")
    return _lagret(request, termin, sted, gjort="Angret")


def _ikke_angret(request: HttpRequest, termin: Termin, sted: Sted, hvorfor: str) -> HttpResponse:
    if not request.htmx:  # type: ignore[attr-defined]
        messages.warning(request, hvorfor)
        return redirect(sted.tilbake(termin))
    kontekst = _raden(termin, sted, timezone.localdate()) | {"ikke_angret": hvorfor}
    return render(request, "tiltak/_termin.html", kontekst)


def _lagret(request: HttpRequest, termin: Termin, sted: Sted, *, gjort: str = "Lagret") -> HttpResponse:
    """Say that it is saved: back on the page it was set from, or as the row itself and what it changed around it."""
    if _paa_egen_side(request):
        messages.success(request, f"{gjort}: {termin.tiltak.kode}, {termin.etikett}, {termin.get_status_display()}.")
        tilbake = sted.satt(termin)
        return HttpResponseClientRedirect(tilbake) if request.htmx else redirect(tilbake)  # type: ignore[attr-defined]
    i_dag = timezone.localdate()
    kontekst = rundt([termin], termin.tiltak.maal.plan, sted, i_dag, termin.siste.year)
    kontekst |= _raden(termin, sted, i_dag) | {"lagret": gjort, "hurtig": "hurtig" in request.POST}
    return render(request, "tiltak/_lagret.html", kontekst)


def _raden(termin: Termin, sted: Sted, i_dag: date) -> dict[str, Any]:
    """The context of the row that the person worked in."""
    return {"termin": termin, "i_dag": i_dag, "fra": sted.fra, "utvalg": str(sted.utvalg), "lukket": True}

"""One measure: its wording, its terminer, what carries it out, its whole history, and who follows it up."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aktivitet.heltall import heltall
from aktivitet.models import EndretAvAndre

from ..holdt import utfoeringer
from ..models import Tiltak
from ..slekt import slektninger, vedtaket_bak
from ..tidslinje import tidslinje
from .fra import FRA_TILTAKET


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_status", raise_exception=True)
def ett_tiltak(request: HttpRequest, pk: int) -> HttpResponse:
    """One measure with all that belongs to it; or take on following it up, or let go of it."""
    alle = Tiltak.objects.lesbare_for(request.user).select_related(
        "maal__plan", "frist", "foelges_opp_av", "gaatt_inn_i", "delt_fra"
    )
    tiltak = get_object_or_404(alle, pk=pk)
    if request.method == "POST":
        return _foelg_opp(request, tiltak)
    i_dag = timezone.localdate()
    terminer = list(tiltak.terminer.select_related("endret_av"))
    tilknytninger = list(
        tiltak.tilknytninger.synlige_for(request.user).select_related("aktivitet", "av").i_rekkefoelge()
    )
    alle_vedlegg = list(tiltak.vedlegg.uten_innhold().select_related("termin", "av", "fjernet_av"))
    kontekst = {
        "tiltak": tiltak,
        "regel": tiltak.frist.les_regel() if hasattr(tiltak, "frist") else None,
        "terminer": terminer,
        "utfoeringer": utfoeringer(tilknytninger, terminer, i_dag),
        "vedlegg": [ett for ett in alle_vedlegg if not ett.fjernet],
        "fjernet": [ett for ett in alle_vedlegg if ett.fjernet],
        "logg": tidslinje(tiltak, tilknytninger, alle_vedlegg, i_dag),
        "slektninger": slektninger(tiltak),
        "vedtaket": vedtaket_bak(tiltak),
        "i_dag": i_dag,
        "fra": FRA_TILTAKET,
    }
    return render(request, "tiltak/tiltak.html", kontekst)


def _foelg_opp(request: HttpRequest, tiltak: Tiltak) -> HttpResponse:
    """Follow the measure up, or let go of it. Whoever has it meanwhile is told of, and keeps it."""
    if not request.user.has_perm("tiltak.foelge_opp"):
        raise PermissionDenied
    try:
        if request.POST.get("handling") == "slipp":
            tiltak.slipp(request.user)  # type: ignore[arg-type]
            messages.success(request, "Du følger ikke lenger opp dette tiltaket.")
        else:
            tiltak.foelg_opp(request.user, fra=heltall(request.POST.get("fra", "")))  # type: ignore[arg-type]
            messages.success(request, "Nå følger du opp dette tiltaket.")
    except EndretAvAndre as unntak:
        hvem = unntak.naa.foelges_opp_av or "ingen"  # type: ignore[attr-defined]
        messages.warning(request, f"Ikke lagret: noen endret dette i mellomtiden. Nå er det {hvem} som følger opp.")
    return redirect(tiltak)

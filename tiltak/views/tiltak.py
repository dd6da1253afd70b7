"""The measures: the list with the year's terminer, one measure with its log, and one termin's status."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aktivitet.models import EndretAvAndre

from ..forms import StatusForm
from ..models import Plan, Statusendring, Termin, Tiltak
from ..models.termin import ForSentAaAngre
from ..oversikt import hva_haster, oversikt, tall_etter_lagring
from ..slekt import slektninger, vedtaket_bak

FRA_LISTEN, FRA_TILTAKET, FRA_FORSIDEN, FRA_PLANEN = "liste", "tiltak", "forside", "plan"


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def liste(request: HttpRequest) -> HttpResponse:
    """The measures of the plan in force, by goal, with the terminer of one year."""
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    if plan is None:
        return render(request, "tiltak/uten_plan.html")
    aar = valgt_aar(request, plan, i_dag)
    kontekst = {
        "plan": plan,
        "aar": aar,
        "oversikt": oversikt(plan, aar, i_dag),
        "i_dag": i_dag,
        "fra": FRA_LISTEN,
        "vis": request.GET.get("vis"),
    }
    return render(request, "tiltak/liste.html", kontekst)


def valgt_aar(request: HttpRequest, plan: Plan, i_dag: date) -> int:
    """The year asked for, or this year, moved into the plan's period."""
    return min(max(_heltall(request.GET.get("aar", "")) or i_dag.year, plan.fra.year), plan.til.year)


def _heltall(tekst: str) -> int | None:
    """The number that the text is, or None: what stands in an address or a form may be anything, and a database asked
    for more than it can hold fails."""
    try:
        tall = int(tekst)
    except ValueError:
        return None
    return tall if abs(tall) < 2**63 else None


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_status", raise_exception=True)
def ett_tiltak(request: HttpRequest, pk: int) -> HttpResponse:
    """One measure with its terminer and its whole log; or take on following it up, or let go of it."""
    alle = Tiltak.objects.lesbare_for(request.user).select_related(
        "maal__plan", "frist", "foelges_opp_av", "gaatt_inn_i", "delt_fra"
    )
    tiltak = get_object_or_404(alle, pk=pk)
    if request.method == "POST":
        return _foelg_opp(request, tiltak)
    terminer = list(tiltak.terminer.select_related("endret_av"))
    kontekst = {
        "tiltak": tiltak,
        "regel": tiltak.frist.les_regel() if hasattr(tiltak, "frist") else None,
        "terminer": terminer,
        "logg": _logg(tiltak),
        "slektninger": slektninger(tiltak),
        "vedtaket": vedtaket_bak(tiltak),
        "i_dag": timezone.localdate(),
        "fra": FRA_TILTAKET,
    }
    return render(request, "tiltak/tiltak.html", kontekst)


def _logg(tiltak: Tiltak) -> Any:
    return Statusendring.objects.filter(termin__tiltak=tiltak).select_related("termin", "av")


def _foelg_opp(request: HttpRequest, tiltak: Tiltak) -> HttpResponse:
    """Follow the measure up, or let go of it. Whoever has it meanwhile is told of, and keeps it."""
    if not request.user.has_perm("tiltak.foelge_opp"):
        raise PermissionDenied
    try:
        if request.POST.get("handling") == "slipp":
            tiltak.slipp(request.user)  # type: ignore[arg-type]
            messages.success(request, "Du følger ikke lenger opp dette tiltaket.")
        else:
            tiltak.foelg_opp(request.user, fra=_heltall(request.POST.get("fra", "")))  # type: ignore[arg-type]
            messages.success(request, "Nå følger du opp dette tiltaket.")
    except EndretAvAndre as unntak:
        hvem = unntak.naa.foelges_opp_av or "ingen"  # type: ignore[attr-defined]
        messages.warning(request, f"Ikke lagret: noen endret dette i mellomtiden. Nå er det {hvem} som følger opp.")
    return redirect(tiltak)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_status", raise_exception=True)
def termin(request: HttpRequest, pk: int) -> HttpResponse:
    """One termin: show it, or set its status. `fra` says from which page: there it goes back, and there it fits in."""
    alle = Termin.objects.lesbare_for(request.user).select_related("tiltak__maal__plan", "endret_av")
    termin = get_object_or_404(alle, pk=pk)
    kan_sette = request.user.has_perm("tiltak.sett_status")
    fra = request.POST.get("fra") or request.GET.get("fra", "")
    form = StatusForm(request.POST if request.method == "POST" else None, termin=termin)
    if request.method == "POST":
        if not kan_sette:
            raise PermissionDenied
        if "slaa_sammen" in request.POST:
            form.slaa_sammen(termin)
        elif form.is_valid() and form.lagre(av=request.user):  # type: ignore[arg-type]
            return _lagret(request, form.termin, fra)
    vis_skjema = kan_sette and request.GET.get("vis") != "rad"
    kontekst: dict[str, Any] = {
        "termin": termin,
        "form": form if vis_skjema else None,
        "i_dag": timezone.localdate(),
        "fra": fra,
        "tilbake": _tilbake(termin, fra),
        "lukket": request.GET.get("vis") == "rad",
    }
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "tiltak/_termin.html", kontekst)
    kontekst["logg"] = termin.logg.select_related("av")
    return render(request, "tiltak/termin.html", kontekst)


@require_POST
@permission_required("tiltak.sett_status", raise_exception=True)
def angre(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the status that this person set within the last minute."""
    alle = Termin.objects.lesbare_for(request.user).select_related("tiltak__maal__plan", "endret_av")
    termin = get_object_or_404(alle, pk=pk)
    fra = request.POST.get("fra", "")
    try:
        termin.angre(av=request.user, versjon=_heltall(request.POST.get("versjon", "")) or 0)  # type: ignore[arg-type]
    except ForSentAaAngre:
        return _ikke_angret(request, termin, fra, "For sent å angre. Sett statusen på nytt.")
    except EndretAvAndre as unntak:
        hvem = unntak.naa.endret_av or "en tidligere bruker"  # type: ignore[attr-defined]
        return _ikke_angret(request, termin, fra, f"Ikke angret: {hvem} har lagret i mellomtiden.")
    return _lagret(request, termin, fra, gjort="Angret")


def _ikke_angret(request: HttpRequest, termin: Termin, fra: str, hvorfor: str) -> HttpResponse:
    if not request.htmx:  # type: ignore[attr-defined]
        messages.warning(request, hvorfor)
        return redirect(_tilbake(termin, fra))
    kontekst = {"termin": termin, "i_dag": timezone.localdate(), "fra": fra, "lukket": True, "ikke_angret": hvorfor}
    return render(request, "tiltak/_termin.html", kontekst)


def _lagret(request: HttpRequest, termin: Termin, fra: str, *, gjort: str = "Lagret") -> HttpResponse:
    """Say that it is saved: back on the page it was set from, or as the row itself and what it changed around it."""
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, f"{gjort}: {termin.tiltak.kode}, {termin.etikett}, {termin.get_status_display()}.")
        return redirect(_tilbake(termin, fra))
    i_dag = timezone.localdate()
    kontekst: dict[str, Any] = {"termin": termin, "i_dag": i_dag, "fra": fra, "lagret": gjort, "lukket": True}
    if fra == FRA_LISTEN:
        koder = Tiltak.objects.i_planen(termin.tiltak.maal.plan).siterte_koder()
        termin.tiltak.sitert_kode = koder[termin.tiltak_id]
        kontekst["maalets_tall"], kontekst["tall"], kontekst["haster"] = tall_etter_lagring(termin, i_dag, koder)
    elif fra == FRA_FORSIDEN:
        koder = Tiltak.objects.i_planen(termin.tiltak.maal.plan).siterte_koder()
        termin.tiltak.sitert_kode = koder[termin.tiltak_id]
        kontekst["ventende"] = hva_haster(termin.tiltak.maal.plan, i_dag, koder)
    elif fra == FRA_TILTAKET:
        kontekst["logg"] = _logg(termin.tiltak)
    return render(request, "tiltak/_lagret.html", kontekst)


def _tilbake(termin: Termin, fra: str) -> str:
    if fra == FRA_FORSIDEN:
        return reverse("forside")
    if fra == FRA_PLANEN:
        return f"{termin.tiltak.maal.plan.get_absolute_url()}?aar={termin.siste.year}#termin-{termin.pk}"
    if fra == FRA_TILTAKET or termin.tiltak.maal.plan.status != Plan.Status.VEDTATT:
        return f"{termin.tiltak.get_absolute_url()}#termin-{termin.pk}"
    return termin.adresse_i_listen

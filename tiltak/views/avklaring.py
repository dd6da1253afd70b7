"""What needs the secretary: the one page of it for a plan, and the deadline of a measure, chosen by hand."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aktivitet.felt import versjonfelt
from aktivitet.models import EndretAvAndre

from ..avklaring.funn import funn
from ..avklaring.handlinger import HANDLINGER, utfoer
from ..avklaring.saker import avklaringer
from ..fristform import FristForm
from ..fristforslag import forslag
from ..innlesing import kan_forkastes, sett_utgave
from ..models import Plan, Tiltak
from .innlesing import videre_med

NY_UTGAVE, EGEN_PLAN = "ny_utgave", "egen_plan"
ENDRET = "Noen andre har endret dette i mellomtiden. Nå står det slik."


class SakForm(forms.Form):
    """Which thing to settle, by which act, and the version of it that the person saw."""

    sak = forms.RegexField("^[a-z]+-[0-9]{1,18}$")
    handling = forms.ChoiceField(choices=[(navn, navn) for navn in HANDLINGER])
    versjon = versjonfelt(minst=0)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def avklar(request: HttpRequest, slug: str) -> HttpResponse:
    """All that needs the secretary in one plan; for a draft also what was found in it, and the way on."""
    alle = Plan.objects.lesbare_for(request.user).select_related("revisjon_av")
    plan = get_object_or_404(alle, slug=slug)
    if request.method == "POST":
        if request.POST.get("handling") in (NY_UTGAVE, EGEN_PLAN):
            return _velg_utgave(request, plan)
        return _avklar(request, plan)
    kontekst: dict[str, Any] = {"plan": plan, "avklaringer": avklaringer(plan)}
    if not plan.er_vedtatt:
        kontekst |= {
            "funn": funn(plan),
            "lik_periode": None if plan.revisjon_av_id else Plan.objects.med_samme_periode(plan),
            "kan_forkastes": kan_forkastes(plan),
        }
    return render(request, "tiltak/avklar.html", kontekst)


def _velg_utgave(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Say that the draft is a new version of the plan that has the same period, or that it is not."""
    gjelder = Plan.objects.med_samme_periode(plan) if request.POST["handling"] == NY_UTGAVE else None
    if not plan.er_vedtatt and plan.revisjon_av != gjelder:
        try:
            sett_utgave(plan, gjelder)
        except EndretAvAndre:
            messages.warning(request, ENDRET)
            return redirect(reverse("tiltak:avklar", args=[plan.slug]))
    return redirect(videre_med(plan))


def _avklar(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Settle one thing, or take it back: the thing as it stands now, or the page at the next one."""
    form = SakForm(request.POST)
    alle = avklaringer(plan)
    sak = alle.finn(form.cleaned_data["sak"]) if form.is_valid() else None
    feil = gjort = ""
    if sak:
        try:
            handling, versjon = form.cleaned_data["handling"], form.cleaned_data["versjon"]
            gjort = utfoer(handling, sak, alle, av=request.user, versjon=versjon)  # type: ignore[arg-type]
        except EndretAvAndre:
            feil = ENDRET
    if request.htmx and form.is_valid():  # type: ignore[attr-defined]
        return _saken(request, plan, form.cleaned_data["sak"], gjort, feil)
    if feil:
        messages.warning(request, feil)
    elif gjort:
        messages.success(request, gjort)
    sted = (sak.navn if feil else sak.neste or "avklarte") if sak else "saker"
    return redirect(f"{reverse('tiltak:avklar', args=[plan.slug])}#{sted}")


def _saken(request: HttpRequest, plan: Plan, navn: str, gjort: str, feil: str) -> HttpResponse:
    """The thing in its own place as it stands now, or that it needs nobody any more; and the numbers around it."""
    alle = avklaringer(plan)
    kontekst = {"plan": plan, "avklaringer": alle, "sak": alle.finn(navn), "navn": navn, "gjort": gjort, "feil": feil}
    return render(request, "tiltak/_avklart_sak.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def frist(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what a measure's phrase is read as, and see the terminer that it gives before anything is saved.

    `fra` is the thing on the page above that the person came from: saved, they go on to the next one there.
    """
    alle = Tiltak.objects.lesbare_for(request.user).select_related("maal__plan", "frist")
    tiltak = get_object_or_404(alle, pk=pk)
    fra = request.POST.get("fra") or request.GET.get("fra", "")
    form = FristForm(request.POST if request.method == "POST" else None, tiltak=tiltak)
    if form.is_valid() and "lagre" in request.POST:
        videre = _tilbake(tiltak, fra)  # asked before: the thing may be gone from the page when it is settled
        if form.lagre():
            messages.success(request, f"Lagret: Fristen for {tiltak.sitert_kode} leses på en ny måte.")
            return redirect(videre)
    kontekst = {
        "tiltak": tiltak,
        "plan": tiltak.maal.plan,
        "form": form,
        "fra": fra,
        "avbryt": _tilbake(tiltak, fra, settes=False),
        "naa": tiltak.terminer.all(),
        "forslag": forslag(tiltak, form.regel) if form.regel else None,
    }
    return render(request, "tiltak/frist.html", kontekst)


def _tilbake(tiltak: Tiltak, fra: str, *, settes: bool = True) -> str:
    sak = avklaringer(tiltak.maal.plan).finn(fra) if fra else None
    if sak is None:
        return tiltak.get_absolute_url()
    sted = sak.neste if settes and sak.neste else sak.navn
    return f"{reverse('tiltak:avklar', args=[tiltak.maal.plan.slug])}#{sted}"

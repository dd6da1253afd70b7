"""Many terminer set at once, with a look before: what the table's filter gives until a day."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ..i_ord import antall_frister, ramse
from ..models import Plan, Termin
from ..tabell.flere import Gruppe, angre_alle, grupper, naermeste_dag, nye, sett_alle
from ..tabell.flereform import HOEYST, FlereForm, TilForm, ValgteForm
from ..tabell.lesing import Tabell, les_tabell
from ..tabell.utsnitt import Utsnitt
from .valgt import valgt_periode


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.sett_status", raise_exception=True)
def flere(request: HttpRequest) -> HttpResponse:
    """Choose which, look it over, save. `handling` in what is sent says how far one has come."""
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    if plan is None:
        return render(request, "tiltak/uten_plan.html")
    tabell = les_tabell(plan, valgt_periode(request, plan, i_dag))
    utsnitt = Utsnitt(request.GET, tabell, request.user)
    form = FlereForm(request.POST if request.method == "POST" else None)
    kontekst: dict[str, Any] = {"utsnitt": utsnitt, "tabell": tabell, "form": form, "i_dag": i_dag}
    handling = request.POST.get("handling")
    if handling == "endre" or not form.is_valid():
        return render(request, "tiltak/flere.html", kontekst | _valgene(request, tabell, utsnitt, form, i_dag))
    alle, borte = nye(tabell, form.cleaned_data, i_dag)
    if handling == "lagre":
        kontekst["utfall"] = sett_alle(alle, borte, av=request.user)  # type: ignore[arg-type]
        return render(request, "tiltak/flere_lagret.html", kontekst)
    andre = [ny for ny in alle if not ny.staar_alt]
    kontekst |= {"nye": andre, "staar_alt": len(alle) - len(andre), "borte": borte}
    return render(request, "tiltak/flere_se.html", kontekst)


@require_POST
@permission_required("tiltak.sett_status", raise_exception=True)
def angre_flere(request: HttpRequest) -> HttpResponse:
    """Undo what was just saved, and go back to the table."""
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    form = ValgteForm(request.POST)
    if plan and form.is_valid():
        tabell = les_tabell(plan, valgt_periode(request, plan, i_dag))
        angret, ikke = angre_alle(tabell, form.cleaned_data["valgt"], av=request.user)  # type: ignore[arg-type]
        if angret:
            messages.success(request, f"Angret: {antall_frister(angret)} står som før.")
        if ikke:
            messages.warning(request, f"Ikke angret, siden det er for sent, eller noen har lagret der: {_navn(ikke)}.")
        return redirect(f"{reverse('tiltak:liste')}{Utsnitt(request.GET, tabell, request.user).adresse}")
    messages.warning(request, "Ingenting er angret. Skjemaet er ikke helt.")
    return redirect("tiltak:liste")


def _valgene(request: HttpRequest, tabell: Tabell, utsnitt: Utsnitt, form: FlereForm, i_dag: date) -> dict[str, Any]:
    """What there is to choose from: those that are due by the day that is asked for, marked as they were sent."""
    foreslaatt = naermeste_dag(tabell, utsnitt.valg, i_dag)
    tilform = TilForm({"til": request.GET.get("til") or foreslaatt.isoformat()})
    gruppene: list[Gruppe] = []
    if tilform.is_valid():
        gruppene = grupper(tabell, utsnitt.valg, tilform.cleaned_data["til"], i_dag)
    antall = sum(len(gruppe.terminer) for gruppe in gruppene)
    merket = {ett.partition(":")[0] for ett in request.POST.getlist("valgt")} if form.is_bound else None
    if merket is not None or request.GET.get("velg") in ("alle", "ingen"):
        alle = request.GET.get("velg") == "alle"
        gruppene = [
            Gruppe(gruppe.tiltak, [(t, alle if merket is None else str(t.pk) in merket) for t, _ in gruppe.terminer])
            for gruppe in gruppene
        ]
    return {
        "tilform": tilform,
        "til": tilform.cleaned_data.get("til"),
        "grupper": gruppene if antall <= HOEYST else [],
        "antall": antall,
        "hoeyst": HOEYST,
    }


def _navn(terminer: list[Termin]) -> str:
    return ramse(f"{termin.tiltak.sitert_kode} {termin.etikett}" for termin in terminer)

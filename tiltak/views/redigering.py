"""The plan's own pages to write: the outline, the plan's head, and each part's form."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from aktivitet.felt import RensetLinje, RensetTekst
from aktivitet.models import EndretAvAndre

from ..models import Plan
from ..ordlyd import navnet_paa
from ..redigering.beskjed import beskjeder
from ..redigering.disposisjon import Del, disposisjon
from ..redigering.former import HodeForm
from ..redigering.forslag import NyPlanForm, VersjonForm, legg_ut, trekk_tilbake
from ..redigering.slag import SLAG, Slag, finn_sted

Visning = Callable[..., HttpResponse]


def redigering(visning: Visning) -> Visning:
    """Let the secretary in, with the plan in place of its address: locked while something is saved, so that one change
    at a time is made in it."""

    @wraps(visning)
    @require_http_methods(["GET", "HEAD", "POST"])
    @permission_required("tiltak.rediger_plan", raise_exception=True)
    def _visning(request: HttpRequest, slug: str, **hva: Any) -> HttpResponse:
        planer = Plan.objects.lesbare_for(request.user)
        if request.method != "POST":
            return visning(request, get_object_or_404(planer, slug=slug), **hva)
        with transaction.atomic():
            plan = get_object_or_404(planer.select_for_update(no_key=True), slug=slug)
            return visning(request, plan, **hva)

    return _visning


@require_safe
@permission_required("tiltak.rediger_plan", raise_exception=True)
def hele_planen(request: HttpRequest, slug: str) -> HttpResponse:
    """The plan as it is read, each part with what can be done with it."""
    plan = get_object_or_404(Plan.objects.lesbare_for(request.user), slug=slug)
    return render(request, "tiltak/rediger/plan.html", {"plan": plan, "disposisjon": disposisjon(plan)})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def ny_plan(request: HttpRequest) -> HttpResponse:
    """Make an empty plan by hand, as a draft."""
    form = NyPlanForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        plan = form.lagre()
        messages.success(request, f"Utkastet «{plan.tittel}» er laget. Legg til det som skal stå i det.")
        return redirect("tiltak:rediger_plan", plan.slug)
    return render(request, "tiltak/rediger/ny_plan.html", {"form": form})


@redigering
def hode(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan's title and period."""
    form = HodeForm(data_i(request), ting=copy(plan), plan=plan, bruker=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        form.lagre()
        messages.success(request, "Lagret.")
        return redirect("tiltak:rediger_plan", plan.slug)
    kontekst = {"plan": plan, "form": form, "tittel": "Tittel og periode", "tilbake": tilbake_til(plan)}
    return render(request, "tiltak/rediger/skjema.html", kontekst)


@redigering
def forslag(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Put a draft out as a proposal that anyone may read, or take it back."""
    form = VersjonForm(request.POST)
    ut = "trekk_tilbake" not in request.POST
    if request.method == "POST" and not plan.er_vedtatt and form.is_valid():
        try:
            (legg_ut if ut else trekk_tilbake)(plan, form.cleaned_data["versjon"])
        except EndretAvAndre:
            messages.warning(request, "Ikke lagret: noen andre endret planen i mellomtiden. Se over og prøv igjen.")
        else:
            sagt = "Planen er lagt ut. Alle kan lese den nå." if ut else "Planen er trukket tilbake. Den er et utkast."
            messages.success(request, sagt)
    return redirect("tiltak:rediger_plan", plan.slug)


@redigering
def ny_del(request: HttpRequest, plan: Plan, hva: str) -> HttpResponse:
    """Add a part, at the place that the address says."""
    slag = SLAG[hva]
    sted = finn_sted(slag, plan, request.GET.get("i", ""), request.GET.get("etter", ""))
    if sted is None:
        return borte(request, plan, slag)
    form = slag.form(data_i(request), ting=slag.ny(plan), plan=plan, bruker=request.user, sted=sted)  # type: ignore[arg-type]
    if form.is_valid():
        if finnes := form.finnes:
            return lagret(request, plan, finnes, ["Det står her allerede, og er ikke lagt til en gang til."])
        ny = form.lagre()
        return lagret(request, plan, ny, beskjeder(plan, ny, set(form.cleaned_data)))
    kontekst = {
        "plan": plan,
        "form": form,
        "tittel": slag.nytt,
        "sted": sted,
        "tilbake": tilbake_til(plan, sted.etter),
    }
    return render(request, "tiltak/rediger/skjema.html", kontekst)


@redigering
def endre_del(request: HttpRequest, plan: Plan, hva: str, pk: int) -> HttpResponse:
    """One part: its form, or with htmx the part itself again where it was opened."""
    slag = SLAG[hva]
    ting = slag.staaende(plan).filter(pk=pk).first()
    if ting is None:
        return borte(request, plan, slag)
    del_ = Del(plan, ting)
    htmx = request.htmx  # type: ignore[attr-defined]
    if htmx and request.GET.get("vis") == "del":
        return render(request, "tiltak/rediger/_del.html", {"plan": plan, "del": del_, "fokus": True})
    # On a copy: what was typed and refused stands in the form, and not in the heading above it.
    form = slag.form(data_i(request), ting=copy(ting), plan=plan, bruker=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        endret = form.lagre()
        return lagret(request, plan, endret, beskjeder(plan, endret, set(form.changed_data)))
    kontekst = {
        "plan": plan,
        "form": form,
        "del": del_,
        "tittel": navnet_paa(ting),
        "tilbake": tilbake_til(plan, ting),
    }
    return render(request, f"tiltak/rediger/{'_skjema' if htmx else 'skjema'}.html", kontekst)


def lagret(request: HttpRequest, plan: Plan, ting: Any, sagt: list[str]) -> HttpResponse:
    """Say that it is saved: at the part's place on the page, or as the part itself."""
    if request.htmx:  # type: ignore[attr-defined]
        ting = SLAG[Del(plan, ting).slag.navn].i_planen(plan).get(pk=ting.pk)
        kontekst = {"plan": plan, "del": Del(plan, ting), "sagt": sagt, "fokus": True}
        return render(request, "tiltak/rediger/_del.html", kontekst)
    messages.success(request, " ".join(sagt))
    return redirect(tilbake_til(plan, ting))


def borte(request: HttpRequest, plan: Plan, slag: Slag) -> HttpResponse:
    """The part is gone, or what it was to stand in. What was typed for it is shown, so that it can be copied."""
    form = slag.form(None, ting=slag.ny(plan), plan=plan, bruker=request.user)  # type: ignore[arg-type]
    skrevet = [
        (felt.label, verdi)
        for navn, verdi in request.POST.items()
        # Each part of a measure that was to be split has its own: "ny0-tekst".
        if verdi and isinstance(felt := form.fields.get(navn.rpartition("-")[2]), (RensetLinje, RensetTekst))
    ]
    kontekst = {"plan": plan, "slag": slag, "skrevet": skrevet, "tilbake": tilbake_til(plan)}
    return render(request, "tiltak/rediger/borte.html", kontekst, status=404)


def data_i(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def tilbake_til(plan: Plan, ting: Any = None) -> str:
    """The outline, where this part stands."""
    return reverse("tiltak:rediger_plan", args=[plan.slug]) + (f"#{Del(plan, ting).id}" if ting else "")

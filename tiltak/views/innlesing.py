"""A plan document on its way in: uploaded as a draft, and the draft confirmed or thrown away."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aktivitet.felt import dagfelt, versjonfelt
from aktivitet.models import EndretAvAndre

from .. import innlesing
from ..avklaring.telling import venter_i_planen
from ..dokument import UlesbartDokument
from ..importering import bekreft_plan
from ..models import Plan
from ..opplasting import OpplastingForm

ENDRET = "Noen andre har endret planen i mellomtiden. Se gjennom den, og bekreft en gang til."


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def les_inn(request: HttpRequest) -> HttpResponse:
    """Take in a plan document. What cannot be read is told by the field, and nothing is stored."""
    form = OpplastingForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        try:
            plan = innlesing.les_inn(
                form.innhold, form.cleaned_data["fil"].name, revisjon_av=form.cleaned_data["revisjon_av"]
            )
            messages.success(request, f"«{plan.tittel}» er lest inn som et utkast.")
            return redirect(videre_med(plan))
        except UlesbartDokument as feil:
            form.add_error("fil", feil.setning)
    return render(request, "tiltak/les_inn.html", {"form": form})


def videre_med(plan: Plan) -> str:
    """Where a draft goes from here: a new version of a plan is compared with it first."""
    return reverse("tiltak:sammenlikn" if plan.revisjon_av_id else "tiltak:avklar", args=[plan.slug])


class BekreftForm(forms.Form):
    """The day on which the plan was adopted."""

    dag = dagfelt("Dagen planen ble vedtatt", required=True)
    versjon = versjonfelt()


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def bekreft(request: HttpRequest, slug: str) -> HttpResponse:
    """Make the draft the plan in force. What is not settled is told, and does not stop it."""
    plan = _plan(request, slug)
    if plan.er_vedtatt:
        messages.warning(request, f"«{plan.tittel}» er vedtatt fra før.")
        return redirect(plan)
    if plan.revisjon_av_id:  # it is worked into the plan that it revises, and never one of its own
        messages.warning(request, "Dette er en ny utgave av en plan. Si fra nedenfor om den likevel er en egen plan.")
        return redirect(reverse("tiltak:avklar", args=[plan.slug]))
    initial = {"dag": timezone.localdate(), "versjon": plan.versjon}
    form = BekreftForm(request.POST if request.method == "POST" else None, initial=initial, label_suffix="")
    if form.is_valid():
        plan.versjon = form.cleaned_data["versjon"]  # the one that was read, so that a newer one is not adopted unseen
        try:
            bekreft_plan(plan, form.cleaned_data["dag"], av=request.user)  # type: ignore[arg-type]
            messages.success(request, f"«{plan.tittel}» er vedtatt.")
            return redirect(plan)
        except EndretAvAndre as unntak:
            form.add_error(None, ENDRET)
            form.data = {**form.data.dict(), "versjon": str(unntak.naa.versjon)}  # type: ignore[attr-defined]
            plan = _plan(request, slug)
    kontekst: dict[str, Any] = {
        "plan": plan,
        "form": form,
        "venter": venter_i_planen(plan),
        "avloeses": Plan.objects.avloeses_av(plan),
        "i_dag": timezone.localdate(),
    }
    return render(request, "tiltak/bekreft.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def forkast(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw a draft away, after asking once more."""
    plan = _plan(request, slug)
    if request.method == "POST":
        try:
            innlesing.forkast(plan)
            messages.success(request, f"Utkastet «{plan.tittel}» er borte.")
            return redirect("forside")
        except innlesing.KanIkkeForkastes:
            messages.error(request, "Utkastet er ikke forkastet: planen er vedtatt, eller noe er rapportert i den.")
            return redirect(reverse("tiltak:avklar", args=[plan.slug]))
    kontekst = {"plan": plan, "kan_forkastes": innlesing.kan_forkastes(plan)}
    return render(request, "tiltak/forkast.html", kontekst)


def _plan(request: HttpRequest, slug: str) -> Plan:
    return get_object_or_404(Plan.objects.lesbare_for(request.user).select_related("revisjon_av"), slug=slug)

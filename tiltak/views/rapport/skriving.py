"""The secretary's page while a report is a draft: what is missing, the texts, and its title, days and meeting."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ...models import Rapport
from ...models.rapport import FeilTilstand
from ...rapport.form import RapportForm
from ...rapport.skrivesteder import Skrivebord, skrivebordet
from ...rapport.tekstform import TekstForm
from ..fra import FRA_RAPPORTEN
from .hvilken import finn_rapport

MENS_DU_SKREV = "Beretningen er lagt fram mens du skrev, og kan ikke endres. Kopier teksten, eller åpne den igjen."
LAGRET = "beretning:lagret"  # what the preview and the list of what is missing listen to


def skriv(request: HttpRequest, rapport: Rapport) -> HttpResponse:
    """The page, and what is sent from its form for title, days and meeting. Asked by `lesing` for who may write."""
    # On a copy: what was typed and refused stands in the form, and in nothing else on the page.
    form = RapportForm(request.POST if request.method == "POST" else None, instance=copy(rapport))
    if form.is_bound and not rapport.er_utkast:
        form.add_error(None, MENS_DU_SKREV)
    elif form.is_valid() and form.lagre():
        messages.success(request, "Beretningen er lagret.")
        return redirect(rapport)
    return _siden(request, skrivebordet(rapport), form)


@require_POST
@permission_required("tiltak.skriv_rapport", raise_exception=True)
def tekster(request: HttpRequest, aar: int) -> HttpResponse:
    """Save the texts that are sent: one of them as it is written, or all from the page's button."""
    bordet = skrivebordet(finn_rapport(request.user, aar))
    alle = [TekstForm(request.POST, sted=sted) for sted in bordet.steder]
    sendt = [form for form in alle if form.er_sendt()]
    # Each for itself: one that is refused stops no other.
    ulagret = {form.sted.felt: form for form in sendt if not _lagre(form, request)}
    if request.headers.get("Accept") == "application/json":
        return _som_data(request, sendt)
    if not ulagret:
        messages.success(request, "Tekstene er lagret." if sendt else "Ingen tekst er sendt.")
        return redirect(bordet.rapport)
    rapport = finn_rapport(request.user, aar)
    return _siden(request, skrivebordet(rapport), RapportForm(instance=rapport), ulagret)


@require_safe
@permission_required("tiltak.skriv_rapport", raise_exception=True)
def mangler(request: HttpRequest, aar: int) -> HttpResponse:
    """The list of what is missing alone, to be put into the page when something was settled."""
    bordet = skrivebordet(finn_rapport(request.user, aar))
    return render(request, "tiltak/_rapport_mangler.html", _mangler(request, bordet))


def _lagre(form: TekstForm, request: HttpRequest) -> bool:
    if not form.is_valid():
        return False
    try:
        return form.lagre(av=request.user)  # type: ignore[arg-type]
    except FeilTilstand:
        form.add_error("tekst", MENS_DU_SKREV)
        return False


def _som_data(request: HttpRequest, forms: list[TekstForm]) -> JsonResponse:
    """How it went with each text, by its place, for the page that saves by itself."""
    svar = {}
    for form in forms:
        ett: dict[str, Any] = {}
        if form.errors:
            ett["feil"] = " ".join(str(feil) for alle in form.errors.values() for feil in alle)
            ett["laast"] = MENS_DU_SKREV in ett["feil"]
        else:
            ett |= form.neste()
        if form.konflikt:
            ett["konflikt"] = render_to_string("tiltak/_rapport_tekstkonflikt.html", {"form": form}, request)
        svar[form.sted.felt] = ett
    return JsonResponse({"kl": f"{timezone.localtime():%H.%M}", "tekster": svar}, headers={"HX-Trigger": LAGRET})


def _siden(
    request: HttpRequest, bordet: Skrivebord, form: RapportForm, ulagret: Mapping[str, TekstForm] | None = None
) -> HttpResponse:
    """The whole page. `ulagret` are the texts that could not be saved, by their places, as they were typed."""
    ulagret = ulagret or {}
    kontekst = _mangler(request, bordet) | {
        "form": form,
        "skjemaene": [ulagret.get(sted.felt) or TekstForm(sted=sted) for sted in bordet.steder],
        "ulagret": bool(ulagret),
    }
    return render(request, "tiltak/rapport_skriv.html", kontekst)


def _mangler(request: HttpRequest, bordet: Skrivebord) -> dict[str, Any]:
    i_dag = timezone.localdate()
    return {
        "rapport": bordet.rapport,
        "plan": bordet.plan,
        "mangler": bordet.mangler(request.user, i_dag),
        "har_frister": bool(bordet.terminer),
        "i_dag": i_dag,
        "fra": FRA_RAPPORTEN,
        "utvalg": f"aar={bordet.rapport.aar}",
    }

"""The calendar's pages to write: make an activity, change, publish and cancel it, take away a draft.

Where dates in the plan move along, they are shown first, and nothing is saved before somebody has said yes.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ..flytting import AVBRYT, BEKREFTET, MaaBekreftes, vis_foerst
from ..forms import AktivitetForm, VersjonForm
from ..models import Aktivitet, EndretAvAndre, Lag

PUBLISER, AVLYS, ANGRE_AVLYSNING, SLETT = "publiser", "avlys", "angre_avlysning", "slett"
SEND_INN = "send_inn"

GJOER_OG_FLYTT = {
    PUBLISER: "Publiser møtet og flytt",
    AVLYS: "Avlys møtet og flytt",
    ANGRE_AVLYSNING: "Angre avlysningen og flytt",
}


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest) -> HttpResponse:
    """Make an activity, as a draft or published at once."""
    return lag_ny(request)


def lag_ny(
    request: HttpRequest,
    *,
    side: str = "aktivitet/ny.html",
    kontekst: Mapping[str, Any] | None = None,
    forslag: Mapping[str, Any] | None = None,
    med: Callable[[Aktivitet], None] | None = None,
    tilbake: str = "",
) -> HttpResponse:
    """Make an activity from whichever page: `side` shows the form, which begins with `forslag`.

    `med` is done in the same transaction as the save. Then it goes to the address `tilbake`, else to the activity.
    Raises PermissionDenied for whoever may arrange for nobody.
    """
    if not Lag.objects.valgbare_for(request.user).exists():
        raise PermissionDenied
    data = request.POST if request.method == "POST" else None
    form = AktivitetForm(data, bruker=request.user, forslag=forslag)  # type: ignore[arg-type]
    publiser = request.POST.get("handling") == PUBLISER
    try:
        with transaction.atomic():
            if (lagret := _lagret(request, form, publiser)) and med:
                med(form.instance)
    except MaaBekreftes as foerst:
        return _vis_flytting(request, form.instance, foerst, GJOER_OG_FLYTT[PUBLISER])
    if lagret:
        return _sagt(request, _ble(form.instance), form.instance, tilbake)
    return render(request, side, {"form": form, **(kontekst or {})})


@require_http_methods(["GET", "HEAD", "POST"])
def rediger(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an activity; by its own buttons publish, cancel, take the cancelling back, or take away a draft."""
    synlige = Aktivitet.objects.synlige_for(request.user)  # what one may not see is not there, here either
    aktivitet = get_object_or_404(synlige.select_related("lag"), pk=pk)
    if not aktivitet.kan_redigeres_av(request.user):
        raise PermissionDenied
    handling = request.POST.get("handling", "")
    if handling in (AVLYS, ANGRE_AVLYSNING, SLETT):
        return _utfoer(request, aktivitet, handling)
    tittel = aktivitet.tittel  # the form writes what was typed on the activity, also when it is refused
    data = request.POST if request.method == "POST" else None
    form = AktivitetForm(data, bruker=request.user, instance=aktivitet)  # type: ignore[arg-type]
    publiser = handling == PUBLISER and aktivitet.er_utkast
    try:
        if _lagret(request, form, publiser):
            ferdig = publiser or handling == SEND_INN
            return _sagt(request, _ble(aktivitet) if ferdig else "Endringene er lagret.", aktivitet)
    except MaaBekreftes as foerst:
        lagre = "Flytt møtet og" if form.flytter_dager else "Lagre møtet og flytt"
        return _vis_flytting(request, aktivitet, foerst, GJOER_OG_FLYTT[PUBLISER] if publiser else lagre)
    kontekst = {"form": form, "aktivitet": form.naa or aktivitet, "tittel": tittel}
    return render(request, "aktivitet/rediger.html", kontekst)


def _lagret(request: HttpRequest, form: AktivitetForm, publiser: bool) -> bool:
    """Save what was sent, if it can be and was not called off."""
    if AVBRYT in request.POST:
        messages.warning(request, "Ikke lagret. Det du skrev, står i skjemaet.")
        return False
    send_inn = request.POST.get("handling") == SEND_INN
    bekreftet = request.POST.get(BEKREFTET, "")
    return form.is_valid() and form.lagre(publiser=publiser, send_inn=send_inn, bekreftet=bekreftet)


def _ble(aktivitet: Aktivitet) -> str:
    """Say what became of it."""
    if aktivitet.venter:
        return "Sendt til sekretæren, som ser på aktiviteten før den blir publisert."
    return "Utkastet er lagret." if aktivitet.er_utkast else "Aktiviteten er publisert."


def _utfoer(request: HttpRequest, aktivitet: Aktivitet, handling: str) -> HttpResponse:
    """Do what the button says, for the version that the person had before them."""
    if AVBRYT in request.POST:
        messages.warning(request, "Ingenting er endret.")
        return redirect("aktivitet:rediger", aktivitet.pk)
    form = VersjonForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["versjon"][0]))
        return redirect("aktivitet:rediger", aktivitet.pk)
    versjon = form.cleaned_data["versjon"]
    try:
        if handling == SLETT:
            aktivitet.slett_utkast(versjon)  # a draft is no meeting to count on: nothing moves
            messages.success(request, f"Utkastet «{aktivitet.tittel}» er slettet.")
            return redirect("aktivitet:hva_skjer")
        with vis_foerst(aktivitet, request.POST.get(BEKREFTET, "")):
            aktivitet.avlys(versjon, avlyst=handling == AVLYS)
    except MaaBekreftes as foerst:
        return _vis_flytting(request, aktivitet, foerst, GJOER_OG_FLYTT[handling])
    except EndretAvAndre:
        messages.error(request, "Noen andre lagret i mellomtiden. Se over aktiviteten, og prøv igjen.")
        return redirect("aktivitet:rediger", aktivitet.pk)
    return _sagt(request, "Aktiviteten er avlyst." if handling == AVLYS else "Avlysningen er angret.", aktivitet)


def _sagt(request: HttpRequest, gjort: str, aktivitet: Aktivitet, tilbake: str = "") -> HttpResponse:
    """Say what was done and how many dates moved along, on the activity's own page or on the one to go back to."""
    messages.success(request, aktivitet.flyttinger.etter(gjort))
    return redirect(tilbake or aktivitet)


def _vis_flytting(request: HttpRequest, aktivitet: Aktivitet, foerst: MaaBekreftes, knapp: str) -> HttpResponse:
    """Show what would move along, with what was sent kept on the page: nothing is saved yet."""
    kontekst = {"aktivitet": aktivitet, **foerst.kontekst(request.POST, knapp)}
    return render(request, "aktivitet/flytting.html", kontekst)

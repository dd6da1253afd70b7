"""The calendar's pages to write: make an activity, change, publish and cancel it, take away a draft."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ..forms import AktivitetForm, VersjonForm
from ..models import Aktivitet, EndretAvAndre, Lag

PUBLISER, AVLYS, ANGRE_AVLYSNING, SLETT = "publiser", "avlys", "angre_avlysning", "slett"


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest) -> HttpResponse:
    """Make an activity, as a draft or published at once."""
    if not Lag.objects.valgbare_for(request.user).exists():
        raise PermissionDenied
    data = request.POST if request.method == "POST" else None
    form = AktivitetForm(data, bruker=request.user)  # type: ignore[arg-type]
    publiser = request.POST.get("handling") == PUBLISER
    if form.is_valid() and form.lagre(publiser=publiser):
        messages.success(request, "Aktiviteten er publisert." if publiser else "Utkastet er lagret.")
        return redirect(form.instance)
    return render(request, "aktivitet/ny.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def rediger(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an activity; by its own buttons publish, cancel, take the cancelling back, or take away a draft."""
    synlige = Aktivitet.objects.synlige_for(request.user)  # what one may not see is not there, here either
    aktivitet = get_object_or_404(synlige.select_related("lag"), pk=pk)
    if not aktivitet.kan_redigeres_av(request.user):
        raise PermissionDenied
    handling = request.POST.get("handling")
    if handling in (AVLYS, ANGRE_AVLYSNING, SLETT):
        return _utfoer(request, aktivitet, handling)
    tittel = aktivitet.tittel  # the form writes what was typed on the activity, also when it is refused
    data = request.POST if request.method == "POST" else None
    form = AktivitetForm(data, bruker=request.user, instance=aktivitet)  # type: ignore[arg-type]
    publiser = handling == PUBLISER and aktivitet.er_utkast
    if form.is_valid() and form.lagre(publiser=publiser):
        messages.success(request, "Aktiviteten er publisert." if publiser else "Endringene er lagret.")
        return redirect(aktivitet)
    kontekst = {"form": form, "aktivitet": form.naa or aktivitet, "tittel": tittel}
    return render(request, "aktivitet/rediger.html", kontekst)


def _utfoer(request: HttpRequest, aktivitet: Aktivitet, handling: str) -> HttpResponse:
    """Do what the button says, for the version that the person had before them."""
    form = VersjonForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["versjon"][0]))
        return redirect("aktivitet:rediger", aktivitet.pk)
    versjon = form.cleaned_data["versjon"]
    try:
        if handling == SLETT:
            aktivitet.slett_utkast(versjon)
            messages.success(request, f"Utkastet «{aktivitet.tittel}» er slettet.")
            return redirect("aktivitet:hva_skjer")
        aktivitet.avlys(versjon, avlyst=handling == AVLYS)
    except EndretAvAndre:
        messages.error(request, "Noen andre lagret i mellomtiden. Se over aktiviteten, og prøv igjen.")
        return redirect("aktivitet:rediger", aktivitet.pk)
    messages.success(request, "Aktiviteten er avlyst." if handling == AVLYS else "Avlysningen er angret.")
    return redirect(aktivitet)

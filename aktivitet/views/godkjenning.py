"""What a branch made and the secretary sees first: published or sent back by the one, taken back by the other."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ..felt import RensetLinje, hoeyst, versjonfelt
from ..flytting import MaaBekreftes, vis_foerst
from ..models import Aktivitet, EndretAvAndre

PUBLISER, SEND_TILBAKE, HENT_TILBAKE = "publiser", "send_tilbake", "hent_tilbake"
GJORT = {
    PUBLISER: "er publisert.",
    SEND_TILBAKE: "er sendt tilbake til laget.",
    HENT_TILBAKE: "er hentet tilbake. Send den igjen når den er klar.",
}


class SvarForm(forms.Form):
    """What is to be mended, for the version that the secretary had before them."""

    versjon = versjonfelt()
    svar = RensetLinje(
        label="Hva må endres?",
        validators=[hoeyst(500)],
        help_text="Laget ser dette på aktiviteten.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv hva som må endres."},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def godkjenning(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish what was sent in or send it back with an answer, for the secretary; take it back, for the branch."""
    synlige = Aktivitet.objects.synlige_for(request.user)  # what one may not see is not there, here either
    aktivitet = get_object_or_404(synlige.select_related("lag"), pk=pk)
    if not aktivitet.kan_redigeres_av(request.user):
        raise PermissionDenied
    er_sekretaer = request.user.has_perm("aktivitet.rediger_alle")
    handling = request.POST.get("handling", "")
    if handling in (PUBLISER, SEND_TILBAKE) and not er_sekretaer:
        raise PermissionDenied
    if not aktivitet.venter:
        messages.info(request, "Aktiviteten venter ikke på sekretæren.")
        return redirect(aktivitet)
    form = SvarForm(request.POST if request.method == "POST" else None, label_suffix="")
    form.fields["svar"].required = handling == SEND_TILBAKE
    form.initial = {"versjon": aktivitet.versjon}
    if request.method == "POST" and form.is_valid() and handling in GJORT:
        return _gjoer(request, aktivitet, handling, form)
    kontekst = {"aktivitet": aktivitet, "form": form, "er_sekretaer": er_sekretaer}
    return render(request, "aktivitet/godkjenning.html", kontekst)


def _gjoer(request: HttpRequest, aktivitet: Aktivitet, handling: str, form: SvarForm) -> HttpResponse:
    versjon = form.cleaned_data["versjon"]
    try:
        with vis_foerst(aktivitet, bekreftet=""):
            if handling == PUBLISER:
                aktivitet.publiser(versjon)
            elif handling == SEND_TILBAKE:
                aktivitet.send_tilbake(versjon, form.cleaned_data["svar"])
            else:
                aktivitet.hent_tilbake(versjon)
    except MaaBekreftes as foerst:
        messages.warning(request, f"Den flytter {foerst.flyttinger.antall} i planen. Se dem og publiser herfra.")
        return redirect("aktivitet:rediger", aktivitet.pk)
    except EndretAvAndre:
        messages.error(request, "Noen andre lagret i mellomtiden. Se over aktiviteten, og prøv igjen.")
        return redirect("aktivitet:aktivitet", aktivitet.pk)
    messages.success(request, f"«{aktivitet}» {GJORT[handling]}")
    return redirect("aktivitet:stell" if request.user.has_perm("aktivitet.rediger_alle") else aktivitet)

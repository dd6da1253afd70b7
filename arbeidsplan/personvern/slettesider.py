"""The pages where a person is erased: somebody else, by whoever has the right, or oneself."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ..models import Bruker, Invitasjon
from ..roller import SISTE_ADMINISTRATOR
from .forms import BekreftSletting
from .innsyn import det_som_er_lagret
from .navnesteder import navnesteder
from .sletting import SisteAdministrator, slett


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("arbeidsplan.slett_person", raise_exception=True)
def slett_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase somebody else: what goes and what stays is shown first."""
    bruker = get_object_or_404(Bruker, pk=pk)
    if bruker == request.user:
        return redirect("slett_meg")
    if not request.user.kan_roere(bruker.roller):  # type: ignore[union-attr]
        raise PermissionDenied
    form = _form(request, f"Ja, slett {bruker} for godt")
    if form.is_valid() and _ble_slettet(form, bruker, request.user):
        messages.success(request, "Personen er slettet.")
        return redirect("personer")
    return render(request, "personvern/slett_person.html", _om(bruker, request) | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)
def slett_meg(request: HttpRequest) -> HttpResponse:
    """Erase oneself, after proof that it is oneself: a browser that was left open is not enough. The answer is the
    last page one sees here: it is shown, and not led to, since nothing may be kept to show it by."""
    bruker = get_object_or_404(Bruker, pk=request.user.pk)
    form = _form(request, "Ja, slett meg for godt")
    if form.is_valid() and _ble_slettet(form, bruker, bruker):
        request.session.flush()
        request.user = AnonymousUser()
        return render(request, "personvern/slettet.html")
    return render(request, "personvern/slett_meg.html", _om(bruker, request) | {"form": form})


def _form(request: HttpRequest, sporsmaal: str) -> BekreftSletting:
    return BekreftSletting(request.POST if request.method == "POST" else None, sporsmaal=sporsmaal)


def _ble_slettet(form: BekreftSletting, bruker: Bruker, av: Any) -> bool:
    try:
        slett(bruker, av=av)
    except SisteAdministrator:
        form.add_error(None, SISTE_ADMINISTRATOR)
        return False
    return True


def _om(bruker: Bruker, request: HttpRequest) -> dict[str, Any]:
    """What is stored about the person, as what stays and what goes, and where their name stands in words."""
    alle = [lagret for innhold in det_som_er_lagret(bruker, 1) for lagret in innhold.fylte]
    return {
        "person": bruker,
        "blir": [lagret for lagret in alle if lagret.post.blir_staaende],
        "gaar": [lagret for lagret in alle if not lagret.post.blir_staaende],
        "foelger": bruker.foelger_opp.i_planens_rekkefoelge(),
        # The key that says whose measures they were to have is emptied with the rest.
        "venter_paa_svar": Invitasjon.objects.ubesvarte().filter(tar_over_fra=bruker).exists(),
        "steder": navnesteder(bruker, request.user),  # type: ignore[arg-type]
    }

"""The link in the letter: what somebody is invited to, and the button that lets them in.

Opening the page uses nothing: programs that look through mail follow links by themselves.
"""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..models import BruktOpp, Invitasjon
from .forms import TaImotForm


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitasjon(request: HttpRequest, noekkel: str) -> HttpResponse:
    """Show the invitation that the key belongs to, or take it."""
    svar = _svar(request, Invitasjon.objects.select_related("av").med_noekkel(noekkel))
    # The address is a key: nobody is told it, not even this app's own next page. Not `no-referrer`: by that the
    # browser hides where a form comes from too, and the guard against forgery refuses it
    # (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
    svar.headers["Referrer-Policy"] = "strict-origin"
    svar.headers["X-Robots-Tag"] = "noindex"
    return svar


def _svar(request: HttpRequest, funnet: Invitasjon | None) -> HttpResponse:
    if funnet is None or not funnet.er_gyldig:
        return _virker_ikke(request, 404 if funnet is None else 410)
    poster = request.method == "POST"
    if request.user.is_authenticated and request.user.email != funnet.email:
        return render(request, "personer/en_annen.html", status=409 if poster else 200)
    form = TaImotForm(request.POST if poster else None, initial={"navn": funnet.navn})
    if form.is_valid():
        return _ta_imot(request, funnet, form.cleaned_data["navn"])
    return render(request, "personer/invitasjon.html", {"invitasjon": funnet, "form": form})


def _ta_imot(request: HttpRequest, funnet: Invitasjon, navn: str) -> HttpResponse:
    """Let them in as at any login: whoever is here already and has a second factor, is asked for it."""
    try:
        bruker = funnet.svar(navn)
    except BruktOpp:
        return _virker_ikke(request, 410)
    if request.user.is_authenticated:
        svar: HttpResponse = redirect("forside")
    else:
        # The letter has shown that the address is theirs, as a code by e-mail does.
        record_authentication(request, bruker, method="code", email=bruker.email)
        svar = perform_login(request, bruker, redirect_url=resolve_url("forside"), email=bruker.email)
    if request.user.is_authenticated:
        messages.success(request, render_to_string("personer/_velkommen.html"))
    return svar


def _virker_ikke(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "personer/virker_ikke.html", status=status)

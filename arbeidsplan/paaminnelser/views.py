"""Where a person chooses which reminders to get, and where a letter's own link turns one kind off."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..models import Avmelding
from .forms import Valg
from .lenker import les_token
from .takt import SLAG


@require_http_methods(["GET", "HEAD", "POST"])
def velg(request: HttpRequest) -> HttpResponse:
    """The person's own choice, each kind on or off."""
    form = Valg(request.POST if request.method == "POST" else None, bruker=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        form.lagre()
        messages.success(request, "Lagret.")
        return redirect("paaminnelser")
    return render(request, "paaminnelser/velg.html", {"form": form})


# Without the guard against forgery: mail services send this without a cookie or a form (RFC 8058), and what proves
# that it is meant is the signed address, which only the letter has.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def slaa_av(request: HttpRequest, token: str) -> HttpResponse:
    """Turn one kind of reminder off for whoever the letter was to. Only a POST does it: programs follow links by
    themselves. It answers the same whoever the person is, and whether they are here any more."""
    lest = les_token(token)
    if lest is None:
        return render(request, "paaminnelser/ugyldig.html", status=404)
    bruker, slag = lest
    if request.method == "POST":
        Avmelding.objects.slaa_av(bruker, slag)
    kontekst = {"hva": SLAG[slag], "avslaatt": request.method == "POST"}
    return render(request, "paaminnelser/slaa_av.html", kontekst)

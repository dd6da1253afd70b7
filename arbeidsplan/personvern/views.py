"""The open page about privacy, and what each may see, correct and take with them of their own data."""

import json
from email.utils import parseaddr

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..models import Bruker, Hendelse, Spor
from .forms import NavnForm
from .grupper import GRUPPER, dagene
from .innsyn import VIST, det_som_er_lagret, som_fil
from .navnesteder import navnesteder


@login_not_required
@require_safe
def personvern(request: HttpRequest) -> HttpResponse:
    """What is stored about whom, why and for how long: for anybody, with the figures that the app is set to."""
    kontekst = {
        "grupper": GRUPPER,
        "dager": dagene(),
        "kontakt": settings.PERSONVERN_KONTAKT or parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        "oektens_navn": settings.SESSION_COOKIE_NAME,
        "vernets_navn": settings.CSRF_COOKIE_NAME,
    }
    return render(request, "personvern/personvern.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def mine_data(request: HttpRequest) -> HttpResponse:
    """All that is stored about me, and my name to correct. The person is read anew: a form that is refused must not
    change what the rest of the page calls them."""
    bruker = get_object_or_404(Bruker, pk=request.user.pk)
    form = NavnForm(request.POST if request.method == "POST" else None, instance=bruker)
    if form.is_valid():
        form.lagre()
        messages.success(request, "Lagret.")
        return redirect("mine_data")
    kontekst = {
        "form": form,
        "slettes_dag": bruker.slettes_dag,
        "gruppene": det_som_er_lagret(request.user, VIST),  # type: ignore[arg-type]
        "steder": navnesteder(request.user, request.user),  # type: ignore[arg-type]
    }
    return render(request, "personvern/mine_data.html", kontekst)


@require_POST
@never_cache
@transaction.atomic
def last_ned(request: HttpRequest) -> HttpResponse:
    """The same, all of it, as one file. By POST: it leaves a trail, and no page elsewhere can have it made."""
    bruker: Bruker = request.user  # type: ignore[assignment]
    innhold = json.dumps(som_fil(bruker, timezone.now()), ensure_ascii=False, indent=2)
    Spor.objects.sett(Hendelse.EKSPORT, av=bruker, om=bruker, hva="Egne data")
    hoder = {"Content-Disposition": 'attachment; filename="mine-data.json"'}
    return HttpResponse(innhold, content_type="application/json; charset=utf-8", headers=hoder)

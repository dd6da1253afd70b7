"""How to get the calendar into one's own: a button for each program, in plain words."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..ut.abonnementslenker import abonnement
from ..ut.omtale import kalenderens_navn
from ..utvalg import Utvalg
from .uendret import standen, uendret


@login_not_required
@require_safe
@uendret
def abonner(request: HttpRequest) -> HttpResponse:
    """The buttons, for all of the calendar or for what is chosen of it."""
    utvalg = Utvalg(request.GET, stand=standen(request))
    feed = request.build_absolute_uri(reverse("aktivitet:kalender_ics") + utvalg.i_adressen)
    kontekst = {"utvalg": utvalg, "abonnement": abonnement(feed, kalenderens_navn(utvalg.i_ord))}
    return render(request, "aktivitet/abonner.html", kontekst)

"""What the page of a year's meeting plan shows: the plan with its forms, or what an act would move along."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ..flytting import MaaBekreftes
from ..moeteplan.aaret import Moeteaar
from ..moeteplan.skjemaer import DagerForm, OppsettForm, RadForm
from ..moeteplan.vedtak import Vedtak
from .aarene import FOERSTE_AAR, aarene_ved

FOERSTE_MOETEAAR = FOERSTE_AAR + 1  # what is ahead of January stands in December before


def vis_siden(request: HttpRequest, aaret: Moeteaar, **skjemaer: Any) -> HttpResponse:
    """Show the page; to the secretary with its forms, of which those in `skjemaer` have been filled in."""
    kan_skrive = request.user.has_perm("aktivitet.rediger_alle")
    forrige, neste = aarene_ved(aaret.aar, fra=FOERSTE_MOETEAAR)
    kontekst: dict[str, Any] = {
        "aaret": aaret,
        "kan_skrive": kan_skrive,
        "forrige": forrige,
        "neste": neste,
        "har_feil": bool(skjemaer),
    }
    if kan_skrive:
        kontekst |= {
            "vedtak": Vedtak(aaret.utkast),
            "dagerform": DagerForm(aar=aaret.aar),
            "oppsettform": OppsettForm(instance=aaret.oppsett),
            "radforms": [RadForm(rad=rad) for rad in aaret.forslag],
            "fristforms": [RadForm(rad=rad) for rad in aaret.fristforslag],
        } | skjemaer
        kontekst["nye"] = [form for form in kontekst["radforms"] if form.rad.dekkes_av is None]
        kontekst["dekket"] = [form for form in kontekst["radforms"] if form.rad.dekkes_av]
    return render(request, "aktivitet/moteplan.html", kontekst)


def vis_flytting(request: HttpRequest, foerst: MaaBekreftes, knapp: str, hva: str) -> HttpResponse:
    """Show what would move along, with what was sent kept on the page: nothing is saved yet."""
    kontekst = {"hva": hva, **foerst.kontekst(request.POST, knapp)}
    return render(request, "aktivitet/moteplan_flytting.html", kontekst)


def tilbake(aaret: Moeteaar, del_: str = "") -> HttpResponse:
    """Back to the page, at the part that changed."""
    return redirect(reverse("aktivitet:moteplan", args=[aaret.aar]) + (f"#{del_}" if del_ else ""))

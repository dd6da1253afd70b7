"""A revised draft beside its plan: what is new, changed, moved and gone, and the step that works it in."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aktivitet.felt import FOR_GAMMELT
from aktivitet.models import EndretAvAndre

from ..models import Plan
from ..revisjon.fletting import flett
from ..revisjon.form import AlleForm, FlettForm, ParForm
from ..revisjon.kobling import AvtrykketErGammelt, UtkastetErBorte, avgjoer, avgjoer_alle, koble, sammenlikningen
from ..revisjon.oversikt import oversikt

FLETT, PAA_NYTT, ALLE = "flett", "paa_nytt", "alle"
SKILL, KOBLE = "skill", "koble"
# What is said afterwards, by the word for it in the address.
SAGT = {
    SKILL: "Skilt: det nye regnes som nytt, og det gamle som tatt ut.",
    KOBLE: "Koblet: det nye fører det gamle videre.",
    ALLE: "Alt som var usikkert, regnes som det samme som før.",
    PAA_NYTT: "Sammenliknet på nytt. Det du har avgjort selv, står.",
}
BORTE = "Utkastet finnes ikke lenger: det er tatt inn i planen eller forkastet. Planen står slik nå."
IKKE_LAGRET = {
    "velg": "Ikke lagret: velg hva det fører videre, og prøv igjen.",
    "andre": "Ikke lagret: noen andre har koblet om noe i mellomtiden. Nå står det slik.",
    "borte": "Ikke lagret: det finnes ikke lenger i planen. Sammenlikn på nytt.",
    "gammelt": f"Ikke lagret. {FOR_GAMMELT}",
}


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.rediger_plan", raise_exception=True)
def sammenlikn(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every difference; say what goes on from what; work the draft in."""
    utkast = get_object_or_404(Plan.objects.revisjoner().select_related("revisjon_av", "kilde"), slug=slug)
    handling = request.POST.get("handling", FLETT)
    try:
        if request.method == "POST" and handling != FLETT:
            return redirect(_avgjoer(request, utkast, handling))
        return _side(request, utkast)
    except UtkastetErBorte:
        messages.warning(request, BORTE)
        return redirect(cast(Plan, utkast.revisjon_av))


def _side(request: HttpRequest, utkast: Plan) -> HttpResponse:
    """The page; or the draft worked in, when that is asked for and nothing stands in the way."""
    alt = oversikt(utkast)
    form = FlettForm(request.POST if request.method == "POST" else None, oversikt=alt, bruker=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        try:
            plan = flett(utkast, form.beslutning, form.cleaned_data["sett"])
        except AvtrykketErGammelt:
            alt = form.oversikt = oversikt(utkast)
            form.se_en_gang_til()
        else:
            messages.success(request, f"«{plan.tittel}» er oppdatert. Status og logg har fulgt med tiltakene.")
            return redirect(plan)
    valgt, sagt = request.GET.get("valgt", ""), request.GET.get("sagt", "")
    kontekst = {
        "utkast": utkast,
        "plan": alt.plan,
        "alt": alt,
        "form": form,
        "valgt": valgt if alt.har(valgt) else "",
        "lagret": SAGT.get(sagt, ""),
        "ikke_lagret": IKKE_LAGRET.get(sagt, ""),
    }
    return render(request, "tiltak/sammenlikn.html", kontekst)


def _avgjoer(request: HttpRequest, utkast: Plan, handling: str) -> str:
    """Do what was asked for with a pair, or with all of them, and give the address that says so."""
    if handling == PAA_NYTT:
        koble(utkast)
        return _adressen(utkast, PAA_NYTT)
    svar = sammenlikningen(utkast)
    form = AlleForm(request.POST) if handling == ALLE else ParForm(request.POST)
    if not form.is_valid() or handling not in (ALLE, SKILL, KOBLE):
        return _adressen(utkast, "gammelt")
    par = form.cleaned_data
    svar.versjon = par["versjon"]
    anker = "" if handling == ALLE else f"{par['slag']}-{par['ny']}"
    if handling == KOBLE and par["gammel"] is None:
        return _adressen(utkast, "velg", anker)
    try:
        if handling == ALLE:
            avgjoer_alle(svar)
        else:
            avgjoer(svar, par["slag"], par["ny"], par["gammel"] if handling == KOBLE else None)
    except EndretAvAndre:
        return _adressen(utkast, "andre", anker)
    except ObjectDoesNotExist:
        return _adressen(utkast, "borte", anker)
    return _adressen(utkast, handling, anker)


def _adressen(utkast: Plan, sagt: str, anker: str = "") -> str:
    side = f"{reverse('tiltak:sammenlikn', args=[utkast.slug])}?sagt={sagt}"
    return f"{side}&valgt={anker}#{anker}" if anker else side

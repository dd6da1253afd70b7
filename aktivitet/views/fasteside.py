"""What the secretary's page of one year shows: the year, what was done with a row, or what an act would move along."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..flytting import MaaBekreftes
from ..moenster.aarsplan import IKKE_LAGET, MANGLER_DATO, UTKAST, Aarsplan, les_aarsplan
from ..moenster.datoform import DatoForm
from .aarene import aarene_ved

UTVALG = {"": "Hele året", MANGLER_DATO: "Mangler dato", IKKE_LAGET: "Ikke laget", UTKAST: "Ikke publisert"}
MERK_ALLE = "alle"


def vis_siden(request: HttpRequest, plan: Aarsplan, skjema: DatoForm | None = None) -> HttpResponse:
    """The whole page. `skjema` is a form that was sent and has something to say: it stands in its own row."""
    for rad in plan.rader:
        if skjema and rad.aktivitet and rad.aktivitet.pk == skjema.instance.pk:
            rad.skjema = skjema
        elif rad.aktivitet and not rad.aktivitet.avlyst:
            rad.skjema = DatoForm(aktivitet=rad.aktivitet, aar=plan.aar, forslag=rad.forslag)
    utvalg = request.GET.get("vis", "")
    utvalg = utvalg if utvalg in UTVALG else ""
    forrige, neste = aarene_ved(plan.aar)
    kontekst = {
        "plan": plan,
        "utvalg": utvalg,
        "merk_alle": request.GET.get("merk") == MERK_ALLE,
        "maaneder": plan.viste(utvalg),
        "valgene": [(navn, tekst, plan.antall(navn) if navn else None) for navn, tekst in UTVALG.items()],
        "forrige": forrige,
        "neste": neste,
    }
    return render(request, "aktivitet/faste/aaret.html", kontekst)


def vis_gjort(request: HttpRequest, aar: int, merke: str, tekst: str) -> HttpResponse:
    """Say what was done with a row: in the row itself where it is swapped on the page, else on the page anew."""
    if request.htmx:  # type: ignore[attr-defined]
        plan = les_aarsplan(aar)
        if rad := plan.raden(merke):
            rad.sagt = tekst
            return vis_siden(request, plan)
    messages.success(request, tekst)
    return tilbake(request, merke)


def vis_flytting(request: HttpRequest, foerst: MaaBekreftes, knapp: str, hva: str) -> HttpResponse:
    """Show what would move along, with what was sent kept on the page: nothing is saved yet."""
    kontekst = {"hva": hva, **foerst.kontekst(request.POST, knapp)}
    return render(request, "aktivitet/faste/flytting.html", kontekst)


def tilbake(request: HttpRequest, merke: str = "") -> HttpResponse:
    """Back to the page, at the row whose mark it is."""
    return redirect(f"{request.get_full_path()}#{merke}" if merke else request.get_full_path())

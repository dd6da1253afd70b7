"""The board's meeting: what it goes through, on the big screen, as a PDF and as text for the minutes."""

from hashlib import sha256

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aktivitet.heltall import heltall

from ..models import Plan
from ..pdf.bestilling import STYREARK, Bestilling
from ..styremoete.ark import ark_html, ark_tekst
from ..styremoete.deler import Innhold
from ..styremoete.innhold import styremoete
from .filsvar import filsvar, pdfsvar
from .fra import FRA_STYREMOETET, Utvalg


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def styremoetet(request: HttpRequest) -> HttpResponse:
    """What the board goes through in the plan in force, at today's meeting or the one asked for."""
    innhold = _innhold(request)
    if innhold is None:
        return render(request, "tiltak/uten_plan.html")
    kontekst = {
        "innhold": innhold,
        "tekst": ark_tekst(innhold),
        "i_dag": innhold.per,
        "fra": FRA_STYREMOETET,
        "utvalg": str(Utvalg.av(request.GET.urlencode())),
    }
    return render(request, "tiltak/styremote.html", kontekst)


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def ark_pdf(request: HttpRequest) -> HttpResponseBase:
    """The meeting's sheet as a PDF. Asked again for one that is unchanged, it is not made anew."""
    innhold = _innholdet(request)
    bestilling = Bestilling(ark_html(innhold), STYREARK)
    return pdfsvar(request, bestilling, filnavn=f"{_filnavn(innhold)}.pdf", for_alle=False, hva="Styremøtets ark, PDF")


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def ark_txt(request: HttpRequest) -> HttpResponseBase:
    """The meeting's sheet as text, to paste into the minutes."""
    innhold = _innholdet(request)
    data = ark_tekst(innhold).encode()
    return filsvar(
        request,
        lambda: data,
        merke=sha256(data).hexdigest(),
        slag="text/plain; charset=utf-8",
        disposisjon=f'inline; filename="{_filnavn(innhold)}.txt"',
        for_alle=False,
        hva="Styremøtets ark, tekst",
    )


def _innhold(request: HttpRequest) -> Innhold | None:
    """What the meeting asked for goes through, or None when no plan is in force."""
    i_dag = timezone.localdate()
    plan = Plan.objects.gjeldende(i_dag)
    return styremoete(plan, i_dag, heltall(request.GET.get("moete", ""))) if plan else None


def _innholdet(request: HttpRequest) -> Innhold:
    innhold = _innhold(request)
    if innhold is None:
        raise Http404
    return innhold


def _filnavn(innhold: Innhold) -> str:
    return f"styremote-{innhold.tid.moetet.foerste if innhold.tid.moetet else innhold.per}"

"""One activity, to those who may see it, and the address without the year that leads to the current one."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import sammenheng
from ..deltakelse import deltakelse
from ..models import Aktivitet, Aktivitetstype
from ..papirer import papirene
from ..ut import kalenderlenker, schema
from .uendret import uendret


@login_not_required
@require_safe
@uendret
def aktivitet(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one activity. What one may not see is not there.

    To those who are not logged in it shows what is public in the calendar and nothing else, so `uendret` may speak
    for it: the measures behind it are told to those alone who may see how the plan stands.
    """
    bruker, i_dag = request.user, timezone.localdate()
    synlige = Aktivitet.objects.synlige_for(bruker).select_related("lag")
    en = get_object_or_404(synlige, pk=pk)
    lenke = request.build_absolute_uri(en.get_absolute_url())
    regnede = sammenheng.regnet_fra(en, bruker)
    kontekst = {
        "aktivitet": en,
        "kan_redigere": en.kan_redigeres_av(bruker),
        "deltakelse": deltakelse(en, innlogget=bruker.is_authenticated, dag=i_dag),
        "papirene": papirene(en.papirer),
        "frister": [frist for frist in regnede if frist.type == Aktivitetstype.FRIST],
        "passer_ikke": sammenheng.passer_ikke_lenger(en, regnede, i_dag),
        "det_hoerer_til": sammenheng.det_hoerer_til(en, bruker),
        "neste_i_serien": sammenheng.neste_i_serien(en, bruker, i_dag),
        "andre_aar": sammenheng.andre_aar(en, bruker),
        "lenke": lenke,
    }
    if sammenheng.er_fylkeslagets_aarlige(en):
        kontekst["fast_lenke"] = request.build_absolute_uri(reverse("aktivitet:gjeldende", args=[en.type]))
    if en.er_offentlig:
        kontekst |= _til_andre(request, en, lenke)
    return render(request, "aktivitet/aktivitet.html", kontekst)


@login_not_required
@require_safe
def gjeldende(request: HttpRequest, type: str) -> HttpResponse:  # noqa: A002 (the address names it so)
    """Lead to the county branch's current one of a type: a link to the annual meeting holds year after year."""
    if type not in Aktivitetstype.values:
        raise Http404
    en = sammenheng.gjeldende(type, timezone.localdate())
    if en is None:
        kontekst = {"type": type, "navn": Aktivitetstype(type).label}
        return render(request, "aktivitet/ingen_gjeldende.html", kontekst, status=404)
    svar = HttpResponseRedirect(en.get_absolute_url())
    svar.headers["Cache-Control"] = "no-cache"  # tomorrow it may be another one
    return svar


def _til_andre(request: HttpRequest, en: Aktivitet, lenke: str) -> dict[str, Any]:
    """What takes a public activity out of here: into calendars, and to whoever reads pages by program."""
    ut: dict[str, Any] = {}
    if not en.avlyst:
        ut |= {"google": kalenderlenker.google(en, lenke), "outlook": kalenderlenker.outlook(en, lenke)}
    if en.dag_er_kjent:
        arrangoerens = request.build_absolute_uri(f"{reverse('aktivitet:hva_skjer')}?lag={en.lag.slug}")
        ut["schema"] = schema.som_json(schema.hendelsen(en, lenke, arrangoerens))
    return ut

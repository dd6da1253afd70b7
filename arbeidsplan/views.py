"""The front page, the health check and the pages for when something went wrong."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseFeil
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aktivitet.models import Aktivitet
from tiltak.avklaring.telling import venter_paa_sekretaeren
from tiltak.models import Plan, Rapport, Rapportutgave, Termin, Tiltak
from tiltak.oppfoelging import ellers_foelges, mine_foerst
from tiltak.oversikt import hva_haster
from tiltak.planstatus import utfallene
from tiltak.plantekst import foerste_setning
from tiltak.rapport.utgivelse import Utgivelse
from tiltak.rapport.visning import vis_utgaven
from tiltak.sitering import siterte_koder

from .personer.overlevering.moetene import venter_paa_overlevering

KOMMENDE = 5  # activities on the front page
VIST = ":5"  # of what waits, before the link to the rest


@login_not_required
@require_safe
def forside(request: HttpRequest) -> HttpResponse:
    """What happens next, the plan and the latest report; for the board and the secretary, what waits for them."""
    i_dag = timezone.localdate()
    plan = Plan.objects.med_visjon().gjeldende(i_dag)
    kommende = Aktivitet.objects.synlige_for(request.user).publiserte().fra_og_med(i_dag)
    rapport = Rapport.objects.publiserte().first()
    utgave = _siste_utgave(rapport) if rapport else None
    kontekst: dict[str, Any] = {
        "i_dag": i_dag,
        "plan": plan,
        "visjon": foerste_setning(plan.visjon or "") if plan else "",  # type: ignore[attr-defined]
        "aktiviteter": kommende.select_related("lag").i_rekkefoelge()[:KOMMENDE],
        "rapport": rapport,
        "rapporttittel": vis_utgaven(utgave).tittel if rapport and utgave and rapport.er_utkast else rapport,
        "utgivelse": Utgivelse.av(utgave) if utgave else None,
        "vis": VIST,
    }
    if plan:
        maalene = list(plan.periodemaal.all())
        utfall = zip(maalene, utfallene(maalene, i_dag), strict=True)
        kontekst["valgmaal"] = [(maal, utfallet) for maal, utfallet in utfall if utfallet]
    if plan and request.user.has_perm("tiltak.se_status"):
        kontekst |= _det_som_venter(request, plan, i_dag)
    if request.user.has_perm("tiltak.se_rapportutkast"):
        kontekst["rapportutkast"] = Rapport.objects.utkast().first()
    if request.user.has_perm("tiltak.rediger_plan"):
        kontekst["avklares"] = venter_paa_sekretaeren()
    if request.user.has_perm("arbeidsplan.inviter"):
        kontekst["overlever_etter"] = venter_paa_overlevering(i_dag)
    if request.user.has_perm("aktivitet.rediger_alle"):
        kontekst["til_publisering"] = Aktivitet.objects.venter().count()
    elif request.user.has_perm("aktivitet.rediger_eget_lag"):
        kontekst["sendt_tilbake"] = Aktivitet.objects.til(request.user).sendt_tilbake().count()
    return render(request, "forside.html", kontekst)


def _siste_utgave(rapport: Rapport) -> Rapportutgave | None:
    """What anyone reads of the report. Only one that is opened again may be called something else by now: then the
    edition is read whole, for its title."""
    utgaver = rapport.utgaver.all() if rapport.er_utkast else rapport.utgaver.uten_innhold()
    siste: Rapportutgave | None = utgaver.first()
    return siste


def _det_som_venter(request: HttpRequest, plan: Plan, i_dag: date) -> dict[str, Any]:
    """What waits in the plan, what this person follows up first, and what they set a moment ago."""
    tiltakene = list(Tiltak.objects.i_planen(plan).i_planens_rekkefoelge())
    koder = siterte_koder(tiltakene)
    for tiltak in tiltakene:
        tiltak.sitert_kode = koder[tiltak.pk]
    haster = mine_foerst(hva_haster(plan, i_dag, koder), request.user)
    gjeldende = [tiltak for tiltak in tiltakene if tiltak.utgaatt is None]
    venter = {termin.pk for termin in haster.alle}
    angres = Termin.objects.i_planen(plan).kan_angres_av(request.user, timezone.now()).select_related("tiltak__maal")
    nettopp = [termin for termin in angres if termin.pk not in venter]
    for termin in nettopp:
        termin.tiltak.sitert_kode = koder[termin.tiltak_id]
    return {
        "haster": haster,
        "ellers": ellers_foelges(gjeldende, haster, request.user, i_dag),
        "foelger": sum(tiltak.foelges_av(request.user) for tiltak in gjeldende),
        # What they set within the last minute and that waits no longer: from here it can still be undone.
        "nettopp": nettopp,
    }


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 `ok` when the app and its database answer, else 503."""
    try:
        Plan.objects.exists()  # not just "SELECT 1": SQLite answers that from an empty file too
    except DatabaseFeil:
        return HttpResponse("databasen svarer ikke", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


def feil_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be read: too large, or not made by our own pages."""
    return render(request, "400.html", status=400)


def feil_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The person has no right to this."""
    return render(request, "403.html", status=403)


def feil_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is nothing at this address, or not any more: whoever sent something there had it before them."""
    return render(request, "404.html", status=404)


def feil_500(request: HttpRequest) -> HttpResponse:
    """We made a mistake. The page is rendered without the request: it asks nothing of a database that may be down."""
    return HttpResponse(render_to_string("500.html"), status=500)

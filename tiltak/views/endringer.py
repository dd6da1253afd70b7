"""What others have saved since a page was read: asked every few seconds by a page that is left open."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from aktivitet.heltall import heltall

from ..endringer import med_merke, merke, siste_linjer
from ..models import Plan, Statusendring
from .fra import Sted
from .rundt import rundt
from .valgt import valgt_aar

PLANEN_ER_ENDRET = "Planen er endret."
MYE_ER_ENDRET = "Mye er endret siden siden ble lest."
NY_DAG = "Det er blitt en ny dag."


@require_safe
@permission_required("tiltak.se_status", raise_exception=True)
def endringer(request: HttpRequest) -> HttpResponse:
    """The rows that were set since, and what changes around them on the page. 304 when nothing has happened.

    `etter` is the log's last line that the page knows, from the answer before; `siden` is when the page was made, in
    seconds. The plan is the one in force, or that of `plan` or `tiltak`.
    """
    i_dag = timezone.localdate()
    plan: Any = _planen(request, i_dag)
    etag = merke(plan, i_dag)
    if uendret := get_conditional_response(request, etag=etag):
        return uendret
    siden = _siden(request)
    etter = heltall(request.GET.get("etter", ""))
    loggen = Statusendring.objects.i_planen(plan)
    if tiltak := heltall(request.GET.get("tiltak", "")):
        loggen = loggen.filter(termin__tiltak=tiltak)
    linjer = siste_linjer(loggen, etter, siden)
    sted = Sted.av(request)
    kontekst: dict[str, Any] = {
        "etter": plan.siste_linje or 0,
        "linjer": linjer or [],
        "last_paa_nytt": _last_paa_nytt(plan, siden, i_dag, linjer is None),
        "i_dag": i_dag,
        "fra": sted.fra,
        "utvalg": str(sted.utvalg),
    }
    if linjer:
        kontekst |= rundt([linje.termin for linje in linjer], plan, sted, i_dag, valgt_aar(request, plan, i_dag))
    svar = render(request, "tiltak/endringer.html", kontekst)
    svar.headers["ETag"] = etag
    return svar


def _planen(request: HttpRequest, i_dag: date) -> Plan:
    """The plan that the page shows, with its mark. One query."""
    planer = med_merke(Plan.objects.lesbare_for(request.user))
    plan, tiltak = (heltall(request.GET.get(navn, "")) for navn in ("plan", "tiltak"))
    if tiltak is not None:
        funnet = planer.filter(maal__tiltak=tiltak).first()
    elif plan is not None:
        funnet = planer.filter(pk=plan).first()
    else:
        funnet = planer.gjeldende(i_dag)
    if funnet is None:
        raise Http404
    return funnet


def _siden(request: HttpRequest) -> datetime:
    """When the page was made; now where it does not say, or says something that cannot be."""
    naa = timezone.now()
    sekunder = heltall(request.GET.get("siden", ""))
    if sekunder is None or not 0 <= sekunder <= naa.timestamp():
        return naa
    return datetime.fromtimestamp(sekunder, UTC)


def _last_paa_nytt(plan: Any, siden: datetime, i_dag: date, for_mye: bool) -> str:
    """Why the page is to be read again, which is more than rows can tell; "" when it is not."""
    if plan.siste_utgave_tid and plan.siste_utgave_tid > siden + timedelta(seconds=1):
        return PLANEN_ER_ENDRET
    if for_mye:
        return MYE_ER_ENDRET
    return NY_DAG if timezone.localdate(siden) != i_dag else ""

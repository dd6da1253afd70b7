"""The calendar for other calendars: all of it, or one activity.

The same for everyone, also for those who are logged in: it is fetched by programs and shown on shared screens.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from ..heltall import heltall
from ..kalender import maanedens_dager, maaneder_fra
from ..models import Aktivitet
from ..ut import ics
from ..ut.mellomlager import bevart
from ..ut.omtale import kalenderens_navn
from ..utvalg import Utvalg
from .aarene import FOERSTE_AAR, SISTE_AAR
from .uendret import merke, standen

MAANEDER_TILBAKE, MAANEDER_FREM = 13, 24
UKJENT_AAR = f"Vi kjenner ikke året i adressen. Skriv et år fra {FOERSTE_AAR} til {SISTE_AAR}."
# Two changes in one second have the same Last-Modified: it is told only when the second is over.
ET_SEKUND = timedelta(seconds=1)


@dataclass(frozen=True)
class Vindu:
    """The days that the feed covers, the year where one was asked for, and when it began to cover them."""

    fra: date
    til: date
    aar: int | None = None
    siden: datetime | None = None


@login_not_required
@require_safe
def kalender_ics(request: HttpRequest) -> HttpResponse:
    """The public calendar by the page's own filter, from 13 months back to 24 months ahead, or one year (`?aar=2019`).

    "Unchanged" is answered before anything but the calendar's stand is read.
    """
    vindu = _vindu(request.GET.get("aar", ""), timezone.localdate())
    if vindu is None:
        return _avvist(UKJENT_AAR)
    stand = standen(request)
    etag = merke(request, vindu)
    endret = max(stand.endret, vindu.siden or stand.endret)
    if svar := _uendret(request, etag, endret):
        return svar
    utvalg = Utvalg(request.GET, stand=stand)
    if utvalg.errors:
        return _avvist(" ".join(utvalg.feilene))

    def innhold() -> bytes:
        aktiviteter = utvalg.av(Aktivitet.objects.offentlige()).i_perioden(vindu.fra, vindu.til).defer("soek")
        return ics.kalender(aktiviteter, _lenke(request), kalenderens_navn(utvalg.i_ord, vindu.aar))

    noekkel = (settings.ORGANISASJON, request.build_absolute_uri(request.path), vindu, utvalg.i_adressen)
    return _fil("kalender", bevart(stand, noekkel, innhold) if _bevares(utvalg, vindu) else innhold(), etag, endret)


@login_not_required
@require_safe
def aktivitet_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """One public activity, to put into one's own calendar."""
    etag, endret = merke(request), standen(request).endret
    if svar := _uendret(request, etag, endret):
        return svar
    aktivitet = get_object_or_404(Aktivitet.objects.offentlige().select_related("lag"), pk=pk)
    return _fil(f"aktivitet-{pk}", ics.kalender([aktivitet], _lenke(request), aktivitet.tittel), etag, endret)


def _vindu(aar: str, i_dag: date) -> Vindu | None:
    """The days to cover; None when `aar` is asked for and is no year of ours."""
    if aar:
        tall = heltall(aar)
        if tall is None or not FOERSTE_AAR <= tall <= SISTE_AAR:
            return None
        return Vindu(date(tall, 1, 1), date(tall, 12, 31), tall)
    siste_maaned = maaneder_fra(i_dag, MAANEDER_FREM)
    return Vindu(
        maaneder_fra(i_dag, -MAANEDER_TILBAKE),
        maanedens_dager(siste_maaned.year, siste_maaned.month)[1],
        siden=timezone.make_aware(datetime.combine(i_dag.replace(day=1), time(0))),
    )


def _bevares(utvalg: Utvalg, vindu: Vindu) -> bool:
    """Whether the file is kept: all of it, or one choice among those that there are. Of words to search for and of
    choices put together there is no end, and whoever tried them all would push out what everybody fetches."""
    valg = utvalg.valg
    valgt = [*valg["lag"], *filter(None, (valg["type"], valg["kommune"], vindu.aar))]
    return not valg["q"] and len(valgt) <= 1


def _lenke(request: HttpRequest) -> Callable[[Aktivitet], str]:
    return lambda aktivitet: request.build_absolute_uri(aktivitet.get_absolute_url())


def _fil(navn: str, innhold: bytes, etag: str, endret: datetime) -> HttpResponse:
    svar = HttpResponse(innhold, content_type="text/calendar; charset=utf-8")
    svar.headers["Content-Disposition"] = f'inline; filename="{navn}.ics"'
    return _merket(svar, etag, endret)


def _uendret(request: HttpRequest, etag: str, endret: datetime) -> HttpResponse | None:
    """The short answer to whoever has the file already; None to everybody else."""
    svar = get_conditional_response(request, etag=etag, last_modified=int(endret.timestamp()))
    return _merket(svar, etag, endret) if svar else None


def _merket(svar: HttpResponse, etag: str, endret: datetime) -> HttpResponse:
    svar.headers["ETag"] = etag
    svar.headers["Cache-Control"] = "no-cache"  # ask every time: an unchanged answer is a 304
    if timezone.now() - endret >= ET_SEKUND:
        svar.headers["Last-Modified"] = http_date(endret.timestamp())
    return svar


def _avvist(grunn: str) -> HttpResponse:
    """Refuse in words. Not an empty calendar: one that suddenly empties looks as if all were cancelled."""
    return HttpResponse(grunn, status=404, content_type="text/plain; charset=utf-8")

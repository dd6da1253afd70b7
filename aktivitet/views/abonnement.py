"""The calendar for other calendars: all of it, or one activity.

The same for everyone, also for those who are logged in: it is fetched by programs and shown on shared screens.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import condition, require_safe

from .. import ics
from ..kalender import maanedens_dager, maaneder_fra
from ..models import Aktivitet
from ..utvalg import Utvalg

MAANEDER_TILBAKE, MAANEDER_FREM = 13, 24
OPPSETT = 1  # grows when the entries are written in another way: then everybody must fetch them again


@dataclass(frozen=True)
class Utgave:
    """The file as it is now: what tells it from earlier ones, and how to write it if anybody needs it."""

    merke: str
    endret: datetime
    filnavn: str
    innhold: Callable[[], bytes]


@login_not_required
@require_safe
def kalender_ics(request: HttpRequest) -> HttpResponse:
    """The public calendar by the page's own filter, from 13 months back to 24 months ahead."""
    utvalg = Utvalg(request.GET)
    if utvalg.errors:
        # Not an empty calendar: a subscription that suddenly empties looks as if all were cancelled.
        grunner = " ".join(str(feil) for liste in utvalg.errors.values() for feil in liste)
        return HttpResponse(grunner, status=404, content_type="text/plain; charset=utf-8")
    i_dag = timezone.localdate()
    fra, siste_maaned = maaneder_fra(i_dag, -MAANEDER_TILBAKE), maaneder_fra(i_dag, MAANEDER_FREM)
    til = maanedens_dager(siste_maaned.year, siste_maaned.month)[1]
    aktiviteter = utvalg.av(Aktivitet.objects.offentlige()).i_perioden(fra, til)
    tall = aktiviteter.order_by().aggregate(Count("pk"), Sum("versjon"), Max("endret"))
    lagene = [(lag.pk, lag.navn) for lag in utvalg.alle_lag]
    navn = ": ".join(del_ for del_ in (f"{settings.ORGANISASJON} – hva skjer", utvalg.i_ord) if del_)
    # Those that are published but internal count too: one that was hidden has changed the calendar.
    sist_endret = Aktivitet.objects.publiserte().aggregate(sist=Max("endret"))["sist"]
    maaneden_begynte = timezone.make_aware(datetime.combine(i_dag.replace(day=1), time(0)))
    utgave = Utgave(
        merke=_merke(request, navn, fra, sorted(tall.items()), lagene),
        endret=max(sist_endret or maaneden_begynte, maaneden_begynte),
        filnavn="kalender.ics",
        innhold=lambda: ics.kalender(aktiviteter, _lenke(request), navn),
    )
    return _svar(request, utgave)


@login_not_required
@require_safe
def aktivitet_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """One public activity, to put into one's own calendar."""
    aktivitet = get_object_or_404(Aktivitet.objects.offentlige().select_related("lag"), pk=pk)
    utgave = Utgave(
        merke=_merke(request, aktivitet.uid, aktivitet.versjon, aktivitet.endret, aktivitet.lag.navn),
        endret=aktivitet.endret,
        filnavn=f"aktivitet-{pk}.ics",
        innhold=lambda: ics.kalender([aktivitet], _lenke(request), aktivitet.tittel),
    )
    return _svar(request, utgave)


@condition(
    etag_func=lambda request, utgave: utgave.merke,
    last_modified_func=lambda request, utgave: utgave.endret,
)
def _svar(request: HttpRequest, utgave: Utgave) -> HttpResponse:
    return HttpResponse(
        utgave.innhold(),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": f'inline; filename="{utgave.filnavn}"',
            "Cache-Control": "no-cache",  # ask every time: an unchanged answer is a 304
        },
    )


def _merke(request: HttpRequest, *deler: object) -> str:
    """The ETag: a digest of everything that the file follows from, without reading the activities themselves."""
    grunnlag = repr((OPPSETT, settings.ORGANISASJON, request.build_absolute_uri(), deler))
    return f'"{sha256(grunnlag.encode()).hexdigest()[:32]}"'


def _lenke(request: HttpRequest) -> Callable[[Aktivitet], str]:
    return lambda aktivitet: request.build_absolute_uri(aktivitet.get_absolute_url())

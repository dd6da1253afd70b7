"""What is new and changed in the calendar, for whoever follows it in a feed reader (Atom, RFC 4287).

The same for everyone, also for those who are logged in: only what anyone may see is ever in it.
"""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from ..models import Aktivitet
from ..tekst import rens_linje
from ..ut.omtale import kalenderens_navn, mer_i_ord, naar_i_ord, setning, tittel_i_ord
from ..utvalg import Utvalg
from .uendret import standen, uendret

FLEST = 50
SISTE_DAGER = timedelta(days=366)  # what nobody has touched for longer is no news, and is not looked through
NAVNEROM = UUID("33840de4-8684-4132-a629-90084654bb81")  # of the feeds' own ids: never changed


class Nytt(Atom1Feed):
    """Django's own Atom, but for the time of a feed without entries: there Django says now, which is never the same
    twice, and this says when the calendar was last changed."""

    def latest_post_date(self) -> datetime:
        return max((post["updateddate"] for post in self.items), default=self.feed["kalenderen_endret"])


@login_not_required
@require_safe
@uendret
def atom(request: HttpRequest) -> HttpResponse:
    """The last fifty public activities that were made or changed within a year, by the page's own filter."""
    utvalg = Utvalg(request.GET, stand=standen(request))
    if utvalg.errors:
        return HttpResponse(" ".join(utvalg.feilene), status=404, content_type="text/plain; charset=utf-8")
    fra = timezone.make_aware(datetime.combine(timezone.localdate() - SISTE_DAGER, time(0)))
    nytt = Nytt(
        title=f"{kalenderens_navn(utvalg.i_ord)} – nytt og endret",
        link=request.build_absolute_uri(reverse("aktivitet:hva_skjer") + utvalg.i_adressen),
        description=None,
        language=settings.LANGUAGE_CODE,
        author_name=rens_linje(settings.ORGANISASJON),
        feed_url=request.build_absolute_uri(reverse("aktivitet:atom") + utvalg.i_adressen),
        feed_guid=_id_for(utvalg),
        kalenderen_endret=standen(request).endret,
    )
    for aktivitet in utvalg.av(Aktivitet.objects.offentlige()).sist_endret(fra)[:FLEST]:
        nytt.add_item(**_post(request, aktivitet))
    return HttpResponse(nytt.writeString("utf-8"), content_type=nytt.content_type)


def _id_for(utvalg: Utvalg) -> str:
    """Give the feed's id, the same for ever: it follows from whose calendar it is and what is chosen, not from where
    the app happens to be."""
    valgene = sorted(utvalg.i_adressen.removeprefix("?").split("&"))
    return uuid5(NAVNEROM, repr((settings.ORGANISASJON, valgene))).urn


def _post(request: HttpRequest, aktivitet: Aktivitet) -> dict[str, Any]:
    return {
        "title": tittel_i_ord(aktivitet),
        "link": request.build_absolute_uri(aktivitet.get_absolute_url()),
        # Django writes the summary as HTML.
        "description": escape(f"{setning(naar_i_ord(aktivitet))} {mer_i_ord(aktivitet)}"),
        "unique_id": aktivitet.uid.urn,
        "pubdate": aktivitet.publisert,
        "updateddate": aktivitet.endret,
        "categories": [rens_linje(aktivitet.get_type_display())],
    }

"""A month of the public calendar to paste into the newsletter, for whoever may arrange for somebody."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..kalender import maanedens_dager, maaneder_fra
from ..models import Aktivitet, Lag
from ..ut.nyhetsbrev import skriv_brev, som_html, som_tekst
from ..utvalg import Utvalg
from .aarene import krev_maaneden, maanedene_ved
from .uendret import standen

FLEST = 200
UT_I_MAANEDEN = 15  # from this day on it is the next month that people write about


@require_safe
def nyhetsbrev(request: HttpRequest, aar: int | None = None, maaned: int | None = None) -> HttpResponse:
    """One month as text and as HTML: the one asked for, else the one that comes. Of this month what is still to come.

    Raises PermissionDenied for whoever may arrange for nobody.
    """
    if not Lag.objects.valgbare_for(request.user).exists():
        raise PermissionDenied
    i_dag = timezone.localdate()
    maaneden = _maaneden(i_dag, aar, maaned)
    siste = maanedens_dager(maaneden.year, maaneden.month)[1]
    foerste = i_dag if maaneden <= i_dag <= siste else maaneden
    utvalg = Utvalg(request.GET, stand=standen(request))
    viste = list(utvalg.av(Aktivitet.objects.offentlige()).vist_i_perioden(foerste, siste)[: FLEST + 1])
    brev = skriv_brev(
        viste[:FLEST],
        foerste,
        siste,
        lambda aktivitet: request.build_absolute_uri(aktivitet.get_absolute_url()),
        request.build_absolute_uri(reverse("aktivitet:hva_skjer") + utvalg.i_adressen),
    )
    forrige, neste = maanedene_ved(maaneden)
    kontekst = {
        "utvalg": utvalg,
        "antall": len(viste[:FLEST]),
        "flest": FLEST if len(viste) > FLEST else None,
        "fra_i_dag": foerste == i_dag,
        "maaneden": maaneden,
        "forrige": forrige,
        "neste": neste,
        "brev": brev,
        "tekst": som_tekst(brev),
        "html": som_html(brev),
    }
    return render(request, "aktivitet/nyhetsbrev.html", kontekst)


def _maaneden(i_dag: date, aar: int | None, maaned: int | None) -> date:
    if aar is None or maaned is None:
        return maaneder_fra(i_dag, 1) if i_dag.day >= UT_I_MAANEDEN else i_dag.replace(day=1)
    return krev_maaneden(aar, maaned)

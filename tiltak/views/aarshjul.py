"""The year as a wheel, as a PDF: here, since the calendar's own floor knows no PDF."""

from datetime import datetime, time
from typing import cast

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from aktivitet.views.hjul import Hjulside, hjulside, med_noe_i
from aktivitet.views.uendret import uendret

from ..pdf.bestilling import AARSHJULET, Bestilling
from .filsvar import pdfsvar


@login_not_required
@require_safe
@uendret
def pdf(request: HttpRequest, aar: int) -> HttpResponse:
    """The wheel on one page of A4 across, and the table on the next: what the person who asks may see."""
    side = med_noe_i(hjulside(request, aar))
    for_alle = not request.user.is_authenticated
    bestilling = Bestilling(arshjul_html(side), AARSHJULET)
    svar = pdfsvar(
        request, bestilling, filnavn=f"arshjul-{aar}.pdf", for_alle=for_alle, hva=f"Årshjulet for {aar}, PDF"
    )
    return cast(HttpResponse, svar)


def arshjul_html(side: Hjulside) -> str:
    """Give the document as HTML. Its date is the day that it marks: the same day, the same bytes."""
    dato = timezone.make_aware(datetime.combine(side.i_dag, time()))
    kontekst = {
        "side": side,
        "organisasjon": settings.ORGANISASJON,
        "dato": dato.isoformat(timespec="seconds"),
    }
    return render_to_string("tiltak/arshjul_pdf.html", kontekst)

"""The year as a wheel and as a table: as a page, and the wheel as a picture to put into something else."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..hjul.aaret import Aaret, lag_aaret
from ..models import Aktivitet
from ..nedlasting import si_fra_om_nedlasting
from ..tid import dag_i_ord
from ..utvalg import Utvalg
from .aarene import aarene_ved, krev_aaret
from .uendret import standen, uendret

FLEST = 1000  # activities in one year: more than can be read, and a page must have an end


@dataclass(frozen=True)
class Hjulside:
    """A year, as this person may see it and has chosen to. `aaret` is None where there are too many to show."""

    aar: int
    i_dag: date
    utvalg: Utvalg
    aaret: Aaret | None

    @property
    def er_tom(self) -> bool:
        return self.aaret is not None and not self.aaret.rader

    @property
    def under(self) -> str:
        """What a picture or a document that stands alone says under its title: whose year, what is chosen, and when
        it was so."""
        rader = self.aaret.rader if self.aaret else ()
        hvem = [settings.ORGANISASJON, self.utvalg.i_ord, f"slik det sto {dag_i_ord(self.i_dag)}"]
        if any(rad.utkast or rad.intern for rad in rader):
            hvem.append("med utkast og interne")
        return ", ".join(filter(None, hvem))


@login_not_required
@require_safe
def i_aar(request: HttpRequest) -> HttpResponse:
    """Lead to this year's wheel."""
    return redirect("aktivitet:arshjul", timezone.localdate().year)


@login_not_required
@require_safe
@uendret
def arshjul(request: HttpRequest, aar: int) -> HttpResponse:
    """One year as a wheel, with the same as a table."""
    side = hjulside(request, aar)
    forrige, neste = aarene_ved(aar)
    kontekst = {
        "side": side,
        "utvalg": side.utvalg,
        "flest": FLEST,
        "forrige": forrige,
        "neste": neste,
    }
    return render(request, "aktivitet/arshjul.html", kontekst)


@login_not_required
@require_safe
@uendret
def svg(request: HttpRequest, aar: int) -> HttpResponse:
    """The wheel alone, as a file that carries its own colours."""
    side = med_noe_i(hjulside(request, aar))
    bildet = render_to_string("aktivitet/_hjul.html", {"bilde": side.aaret and side.aaret.alene(side.under)})
    svar = HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>\n{bildet}', content_type="image/svg+xml")
    svar.headers["Content-Disposition"] = f'attachment; filename="arshjul-{aar}.svg"'
    if request.user.is_authenticated:
        si_fra_om_nedlasting(request, f"Årshjulet for {aar}, SVG")
    return svar


def hjulside(request: HttpRequest, aar: int) -> Hjulside:
    """Give the year as the person who asks may see it, and has chosen to. Raises Http404 for a year outside our time.

    Costs one query beside those of the filter.
    """
    krev_aaret(aar)
    fra, til, i_dag = date(aar, 1, 1), date(aar, 12, 31), timezone.localdate()
    utvalg = Utvalg(request.GET, stand=standen(request))
    aktiviteter = list(utvalg.av(Aktivitet.objects.synlige_for(request.user)).i_perioden(fra, til)[: FLEST + 1])
    return Hjulside(aar, i_dag, utvalg, None if len(aktiviteter) > FLEST else lag_aaret(aktiviteter, fra, til, i_dag))


def med_noe_i(side: Hjulside) -> Hjulside:
    """Give the year back, if there is something to draw: else the page says why, and there is no file."""
    if side.aaret is None or side.er_tom:
        raise Http404
    return side

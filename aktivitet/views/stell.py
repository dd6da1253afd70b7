"""The secretary's care of the calendar: what lacks something in the time that comes, what collides, what waits."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..kalender import maanedens_dager, maaneder_fra
from ..models import Aktivitet, Kalenderstand
from ..stell import SNART, MedMangler, kollisjoner, med_mangler

MAANEDER = 3
FLEST = 50  # of each kind on the page; the first ones are the most pressing
LEST = 1000  # activities in three months, more than any county has


@require_safe
@permission_required("aktivitet.rediger_alle", raise_exception=True)
def stell(request: HttpRequest) -> HttpResponse:
    """What to put right in the coming three months, each with the way to the field where it is done."""
    i_dag = timezone.localdate()
    sist = maaneder_fra(i_dag, MAANEDER)
    til = maanedens_dager(sist.year, sist.month)[1]
    aktiviteter = Aktivitet.objects.select_related("lag").i_rekkefoelge()
    kommende = list(aktiviteter.i_perioden(i_dag, til).filter(avlyst=False)[:LEST])
    glemte = aktiviteter.utkast().filter(siste_dag__lt=i_dag, sendt_inn=None, avlyst=False)
    passert = list(glemte.order_by("-siste_dag", "pk")[:FLEST])
    venter = list(aktiviteter.venter()[:FLEST])
    stand = Kalenderstand.naa()
    oppdatert = timezone.localtime(stand.endret)
    mangler = med_mangler(kommende, i_dag)
    kolliderer = kollisjoner(kommende, i_dag, til)
    snart = [en for en in kommende if en.er_utkast and not en.venter and en.foerste_dag - i_dag <= SNART]
    kontekst = {
        "i_dag": i_dag,
        "til": til,
        "venter": venter,
        "mangelgrupper": _grupper(mangler),
        "kollisjoner": kolliderer[:FLEST],
        "antall_kollisjoner": len(kolliderer),
        "snart": snart[:FLEST],
        "passert": passert,
        "oppdatert": oppdatert if stand.pk else None,
        "oppdatert_i_maaneden": (oppdatert.year, oppdatert.month) == (i_dag.year, i_dag.month),
        "i_orden": not (venter or mangler or kolliderer or snart or passert),
    }
    return render(request, "aktivitet/stell.html", kontekst)


def _grupper(mangler: list[MedMangler]) -> list[tuple[str, str, int, list[MedMangler]]]:
    """What nobody can find their way to, apart from what lacks only its words: name, heading, number, the first."""
    grupper = [
        ("mangler", "Mangler dag, sted eller annet", [en for en in mangler if not en.bare_tekst]),
        ("uten-tekst", "Mangler tekst", [en for en in mangler if en.bare_tekst]),
    ]
    return [(navn, tittel, len(alle), alle[:FLEST]) for navn, tittel, alle in grupper if alle]

"""Writes what the demo's board has done with each measure: who follows it up, and the log of its terminer."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from tiltak.models import Plan, Termin, Tiltak

from ..models import Bruker
from . import kilde
from .fortelling import Fortelling, Linje


def gi_hver_sitt(plan: Plan, folk: dict[str, Bruker]) -> None:
    """Say who follows each measure up."""
    for tiltak, fortelling in _fortalte(plan):
        if fortelling.foelges_opp_av:
            Tiltak.objects.filter(pk=tiltak.pk).update(foelges_opp_av=folk[fortelling.foelges_opp_av])


def sett_statuser(plan: Plan, folk: dict[str, Bruker], fra: date, til: date) -> None:
    """Tell of every measure what was written from the one day up to the other, through the same verb as the board
    uses."""
    for tiltak, fortelling in _fortalte(plan):
        for termin in tiltak.terminer.all():
            if not termin.utenfor:
                linjer = fortelling.linjer(termin.foerste, termin.siste, til)
                _skriv_logg(termin, [linje for linje in linjer if linje.tid.date() >= fra], folk)


def _fortalte(plan: Plan) -> Iterator[tuple[Tiltak, Fortelling]]:
    """The measures that something is told of, with their stories."""
    fortellinger = {(ett.kode, ett.plass): ett for ett in kilde.fortellinger()}
    plass: Counter[str] = Counter()
    for tiltak in Tiltak.objects.filter(maal__plan=plan).i_planens_rekkefoelge().prefetch_related("terminer"):
        plass[tiltak.kode] += 1
        if fortelling := fortellinger.get((tiltak.kode, plass[tiltak.kode])):
            yield tiltak, fortelling


def _skriv_logg(termin: Termin, linjer: Iterable[Linje], folk: dict[str, Bruker]) -> None:
    for linje in linjer:
        termin.sett_status(
            linje.status,
            av=folk[linje.av],
            versjon=termin.versjon,
            utfoert=linje.utfoert,
            utsatt_til=linje.utsatt_til,
            merknad=linje.merknad,
            tid=linje.tid,
        )

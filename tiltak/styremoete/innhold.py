"""Gathers what a board meeting goes through: what changed, what is overdue, what comes, what is ongoing to judge."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, groupby

from ..fremdrift import fremdrift
from ..historikk import foert_mellom
from ..models import Plan, Termin, Tiltak
from .deler import ENDRET, FORFALT, KOMMER, LOEPENDE, Del, Innhold, Linje, Maaldel, Punkt, innslag_i_ord
from .endringer import endringene
from .tid import Moetetid, moetetid, styremoetene

IKKE_SETT_PAA = "Løpende tiltak som ingen har sett på dette halvåret."


def styremoete(plan: Plan, i_dag: date, valgt: int | None = None) -> Innhold:
    """Give what the board goes through in the plan at the meeting `valgt` (see `tid.moetetid`), as it stands today.

    What is overdue and what is ongoing to judge are those that every other page shows. What comes is what the front
    page would show with the meetings' own horizon in place of its eight weeks. Seven queries for any size.
    """
    moetene = styremoetene()
    tid = moetetid(moetene, plan, i_dag, valgt)
    koder = Tiltak.objects.i_planen(plan).siterte_koder()
    venter = _det_som_venter(plan, tid)
    under = {linje.termin.pk: navn for navn, linjene in venter.items() for linje in linjene}
    endret = [
        Linje(endring.termin, endring, staar_under=under.get(endring.termin.pk, ""))
        for endring in endringene(plan, tid.fra, tid.til, i_dag)
    ]
    ordlyd = tuple(innslag_i_ord(ett) for ett in foert_mellom(plan, tid.fra, tid.til))
    nr = count(1)
    aar = plan.naermeste_aar(i_dag.year)
    return Innhold(
        plan=plan,
        per=i_dag,
        tid=tid,
        moetene=tuple(moetene),
        aar=aar,
        tall=fremdrift(plan, i_dag).tall(aar=aar),
        deler=(
            Del(ENDRET, tid.bakover, _etter_maal(endret, koder, nr), ordlyd),
            Del(FORFALT, "I hele planen.", _etter_maal(venter[FORFALT], koder, nr)),
            Del(KOMMER, tid.framover, _etter_maal(venter[KOMMER], koder, nr)),
            Del(LOEPENDE, IKKE_SETT_PAA, _etter_maal(venter[LOEPENDE], koder, nr)),
        ),
    )


def _det_som_venter(plan: Plan, tid: Moetetid) -> dict[str, list[Linje]]:
    terminer = Termin.objects.i_planen(plan).som_venter(tid.i_dag, tid.siste)
    terminer = terminer.select_related("tiltak__maal", "tiltak__foelges_opp_av", "endret_av").i_planens_rekkefoelge()
    venter: dict[str, list[Linje]] = {FORFALT: [], KOMMER: [], LOEPENDE: []}
    for termin in terminer:
        navn = LOEPENDE if termin.loepende else FORFALT if termin.er_forfalt(tid.i_dag) else KOMMER
        venter[navn].append(Linje(termin))
    return venter


def _etter_maal(linjene: Iterable[Linje], koder: dict[int, str], nr: Iterator[int]) -> tuple[Maaldel, ...]:
    """The lines as points under their goals. They come in the plan's order; `nr` numbers the points of the page."""
    deler = []
    for _, i_maalet in groupby(linjene, key=lambda linje: linje.termin.tiltak.maal_id):
        punkter = []
        for pk, i_tiltaket in groupby(i_maalet, key=lambda linje: linje.termin.tiltak_id):
            alle = tuple(i_tiltaket)
            for linje in alle:
                linje.termin.tiltak.sitert_kode = koder[pk]
            punkter.append(Punkt(next(nr), alle[0].termin.tiltak, alle))
        deler.append(Maaldel(punkter[0].tiltak.maal, tuple(punkter)))
    return tuple(deler)

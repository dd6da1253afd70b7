"""What an activity has to do with others in the calendar, as one viewer may see it, and what is the current one of
those that recur yearly. Each answer is one query, and bounded."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from .models import Aktivitet, Aktivitetstype
from .moeteplan.regning import passer

# What is held about once a year, so that "the one in 2025" names one.
AARLIGE = (
    Aktivitetstype.AARSMOETE,
    Aktivitetstype.REPRESENTANTSKAP,
    Aktivitetstype.LANDSMOETE,
    Aktivitetstype.NOMINASJON,
    Aktivitetstype.AARSMOETER_LOKALT,
    Aktivitetstype.VALG,
)
FLEST_FRISTER, FLEST_I_SERIEN, FLEST_AAR = 20, 3, 8


def regnet_fra(aktivitet: Aktivitet, bruker: Any) -> list[Aktivitet]:
    """What is counted back from it, by time: its deadlines, and the meetings ahead of it."""
    egne = Aktivitet.objects.synlige_for(bruker).filter(hoerer_til=aktivitet)
    return list(egne.i_rekkefoelge()[:FLEST_FRISTER])


def passer_ikke_lenger(aktivitet: Aktivitet, regnede: Iterable[Aktivitet], dag: date) -> list[Aktivitet]:
    """Those of the meeting plan, not past on `dag`, that do not stand where the meeting wants them any more."""
    i_planen = (en for en in regnede if en.moeteplan_aar and en.dager_foer is not None)
    staar = [en for en in i_planen if not en.avlyst and en.siste_dag >= dag]
    if aktivitet.avlyst or not aktivitet.dag_er_kjent:
        return staar
    moetet = aktivitet.foerste_dag
    return [en for en in staar if en.dag_er_kjent and not passer(en.foerste_dag, moetet, en.dager_foer or 0)]


def det_hoerer_til(aktivitet: Aktivitet, bruker: Any) -> Aktivitet | None:
    """What it is counted from itself; None when it stands alone, or the viewer may not see the other."""
    if aktivitet.hoerer_til_id is None:
        return None
    return Aktivitet.objects.synlige_for(bruker).filter(pk=aktivitet.hoerer_til_id).first()


def neste_i_serien(aktivitet: Aktivitet, bruker: Any, dag: date) -> list[Aktivitet]:
    """The next ones of its series, after itself and not before `dag`. Those that are cancelled are not next."""
    if aktivitet.serie is None:
        return []
    serien = Aktivitet.objects.synlige_for(bruker).filter(serie=aktivitet.serie, avlyst=False).exclude(pk=aktivitet.pk)
    senere = serien.filter(foerste_dag__gte=max(dag, aktivitet.foerste_dag))
    return list(senere.i_rekkefoelge()[:FLEST_I_SERIEN])


def andre_aar(aktivitet: Aktivitet, bruker: Any) -> list[Aktivitet]:
    """The same in other years, the latest first: one for each year, of the same type and organiser."""
    if aktivitet.type not in AARLIGE:
        return []
    samme = Aktivitet.objects.synlige_for(bruker).filter(type=aktivitet.type, lag=aktivitet.lag_id, avlyst=False)
    rader = samme.exclude(foerste_dag__year=aktivitet.foerste_dag.year).order_by("-foerste_dag", "pk")
    ett_i_aaret: dict[int, Aktivitet] = {}
    for en in rader[: 2 * FLEST_AAR]:
        ett_i_aaret.setdefault(en.foerste_dag.year, en)
    return list(ett_i_aaret.values())[:FLEST_AAR]


def er_fylkeslagets_aarlige(aktivitet: Aktivitet) -> bool:
    """Whether the address without the year, `/hva-skjer/arsmote/`, leads to it, when it is its turn."""
    return aktivitet.type in AARLIGE and aktivitet.lag.er_fylkeslag


def gjeldende(type_: str, dag: date) -> Aktivitet | None:
    """The county branch's current one of this type: the next that has not ended on `dag`, else the latest that has.

    A cancelled one only where there is no other: whoever follows an old link looks for the meeting that is held.
    """
    alle = Aktivitet.objects.offentlige().fylkeslagets().filter(type=type_)
    kommende = alle.fra_og_med(dag).order_by("avlyst", "foerste_dag", "pk").first()
    return kommende or alle.order_by("avlyst", "-siste_dag", "-pk").first()  # with none ahead, all of them have ended

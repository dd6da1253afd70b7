"""Who gets which reminder: by role, by what they have said no to, and by what they have been sent already."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone

from ..epost.brev import Brev
from ..models import Avmelding, Bruker, Utsending
from ..roller import Rolle
from .maanedsbrev import maanedsbrev
from .takt import MAANEDSBREV, SLAG, UKELISTE, kan_sendes
from .ukeliste import ukelister


def slag_for(bruker: Bruker) -> list[str]:
    """Give the kinds of reminder that concern this person: the weekly list whoever may set a status today, the monthly
    letter the secretary. Costs no query."""
    gjelder = {UKELISTE: bruker.has_perm("tiltak.sett_status"), MAANEDSBREV: bruker.har_rolle(Rolle.SEKRETAER)}
    return [slag for slag in SLAG if gjelder[slag]]


def som_skal_ut(naa: datetime) -> Iterator[tuple[Bruker, str, Brev]]:
    """Give each who is to be sent something now: the person, the kind and the letter.

    The letters are written when their kind has anybody to go to. A constant number of queries.
    """
    i_dag = timezone.localdate(naa)
    folk = list(Bruker.objects.filter(is_active=True).order_by("pk"))
    nei = set(Avmelding.objects.values_list("bruker_id", "slag"))
    sendt: dict[tuple[int, str], list[Utsending]] = {}
    for utsending in Utsending.objects.som_teller(i_dag):
        sendt.setdefault((utsending.bruker_id, utsending.slag), []).append(utsending)

    def mottakere(slag: str) -> list[Bruker]:
        def skal_ha(bruker: Bruker) -> bool:
            noekkel = bruker.pk, slag
            return slag in slag_for(bruker) and noekkel not in nei and kan_sendes(slag, i_dag, sendt.get(noekkel, []))

        return [bruker for bruker in folk if skal_ha(bruker)]

    yield from _med_slag(UKELISTE, ukelister(mottakere(UKELISTE), i_dag))
    if sekretaerer := mottakere(MAANEDSBREV):
        brevet = maanedsbrev(i_dag)
        yield from ((sekretaer, MAANEDSBREV, brevet) for sekretaer in sekretaerer)


def _med_slag(slag: str, brevene: Iterable[tuple[Bruker, Brev]]) -> Iterator[tuple[Bruker, str, Brev]]:
    return ((bruker, slag, brev) for bruker, brev in brevene)

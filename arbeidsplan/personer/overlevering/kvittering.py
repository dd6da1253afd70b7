"""What came of a handover, for the page that is shown afterwards: the stored keys as people and measures of today."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from aktivitet.hvem import hvem
from tiltak.models import Tiltak

from ...models import Bruker, Invitasjon, Overlevering
from ...roller import Rolle, som_dag


@dataclass(frozen=True)
class Rad:
    """Somebody's role, and its last day."""

    hvem: str
    rolle: str
    dag: date | None


@dataclass(frozen=True)
class Kvittering:
    """The handover as it is told. `venter` are measures that wait for somebody to accept an invitation."""

    fortsetter: list[Rad]
    gaar_av: list[Rad]
    invitert: list[Invitasjon]
    usendt: list[Invitasjon]
    fikk_ny: list[tuple[Tiltak, str]]
    venter: list[tuple[Tiltak, str]]
    uten: list[Tiltak]
    andres: list[Tiltak]

    @property
    def er_tom(self) -> bool:
        return not any(vars(self).values())


def les_kvittering(overlevering: Overlevering) -> Kvittering:
    """Read it in a few queries, however much it is. Whoever has been erased since has no name here, and a measure that
    is gone is left out."""
    hendte = overlevering.hendte
    folk = Bruker.objects.in_bulk(list(_folk(hendte)))
    invitasjoner = Invitasjon.objects.in_bulk(hendte.get("invitert", []))
    tiltakene = _med_koder([rad[0] for rad in hendte.get("tiltak", [])] + hendte.get("andres", []))
    flyttet = [(tiltakene[pk], til, inv) for pk, _, til, inv in hendte.get("tiltak", []) if pk in tiltakene]

    def navn(pk: int) -> str:
        return hvem(folk.get(pk))

    def rader(hva: str) -> list[Rad]:
        return [Rad(navn(pk), str(Rolle(rolle).label), som_dag(dag)) for pk, rolle, dag in hendte.get(hva, [])]

    return Kvittering(
        fortsetter=rader("fortsetter"),
        gaar_av=rader("gaar_av"),
        invitert=[invitasjoner[pk] for pk in hendte.get("invitert", []) if pk in invitasjoner],
        usendt=[invitasjoner[pk] for pk in hendte.get("usendt", []) if pk in invitasjoner],
        fikk_ny=[(tiltak, navn(til)) for tiltak, til, _ in flyttet if til],
        venter=[(tiltak, str(invitasjoner.get(inv, "den inviterte"))) for tiltak, _, inv in flyttet if inv],
        uten=[tiltak for tiltak, til, inv in flyttet if not til and not inv],
        andres=[tiltakene[pk] for pk in hendte.get("andres", []) if pk in tiltakene],
    )


def _med_koder(noekler: list[int]) -> dict[int, Tiltak]:
    """The measures by their keys, each with the code to cite it by; a query for each plan."""
    tiltakene = Tiltak.objects.select_related("maal").in_bulk(noekler)
    for plan in {tiltak.maal.plan_id for tiltak in tiltakene.values()}:
        koder = Tiltak.objects.filter(maal__plan=plan).siterte_koder()
        for pk in koder.keys() & tiltakene.keys():
            tiltakene[pk].sitert_kode = koder[pk]
    return tiltakene


def _folk(hendte: dict[str, Any]) -> set[int]:
    i_rollene = {rad[0] for hva in ("fortsetter", "gaar_av") for rad in hendte.get(hva, [])}
    return i_rollene | {rad[2] for rad in hendte.get("tiltak", []) if rad[2]}

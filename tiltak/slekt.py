"""What a measure came from and what became of it: where else something was reported that belongs to it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from .models import Ordlydsendring, Planutgave, Statusendring, Termin, Tiltak


@dataclass(frozen=True)
class Slektning:
    """Another measure, how this one is related to it, and its terminer that somebody has reported on."""

    tiltak: Tiltak
    delt_fra: bool
    terminer: list[Termin]


def slektninger(tiltak: Tiltak) -> list[Slektning]:
    """Those that this measure was split from, and those that went into it, however many steps back. Two queries."""
    alle = Tiltak.objects.i_planen(tiltak.maal.plan).filter(Q(gaatt_inn_i__isnull=False) | Q(delt_fra__isnull=False))
    nabo = {ett.pk: ett for ett in alle.select_related("gaatt_inn_i", "delt_fra").i_planens_rekkefoelge()}
    inn_i: dict[int, list[Tiltak]] = defaultdict(list)
    for ett in nabo.values():
        if ett.gaatt_inn_i_id:
            inn_i[ett.gaatt_inn_i_id].append(ett)
    funnet: dict[int, tuple[Tiltak, bool]] = {}
    ko = [nabo.get(tiltak.pk, tiltak)]
    while ko:
        denne = ko.pop(0)
        opphav = [(nabo.get(denne.delt_fra_id, denne.delt_fra), True)] if denne.delt_fra_id and denne.delt_fra else []
        for ett, delt in (*opphav, *((ett, False) for ett in inn_i[denne.pk])):
            if ett.pk != tiltak.pk and ett.pk not in funnet:
                funnet[ett.pk] = ett, delt
                ko.append(ett)
    if not funnet:
        return []
    terminer = _foert(list(funnet))
    return [Slektning(ett, delt, terminer[pk]) for pk, (ett, delt) in funnet.items()]


def vedtaket_bak(tiltak: Tiltak) -> Planutgave | None:
    """The decision by which a measure went out of the plan; None while it stands there."""
    if tiltak.utgaatt is None:
        return None
    endring = Ordlydsendring.objects.filter(tiltak=tiltak, felt="tatt ut", utgave__isnull=False)
    siste = endring.select_related("utgave").defer("utgave__innhold").order_by("pk").last()
    return siste.utgave if siste else None


def _foert(tiltak: list[int]) -> dict[int, list[Termin]]:
    har_logg = Exists(Statusendring.objects.filter(termin=OuterRef("pk")))
    terminer: dict[int, list[Termin]] = defaultdict(list)
    for termin in Termin.objects.filter(har_logg, tiltak__in=tiltak).select_related("endret_av"):
        terminer[termin.tiltak_id].append(termin)
    return terminer

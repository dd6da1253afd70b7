"""Several drafts published in one act; where due dates in the plan move along, all of them are shown first."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .flytting import Flyttinger, samlet, vis_foerst
from .heltall import heltall
from .models import Aktivitet, EndretAvAndre, SlettetAvAndre

Valgt = tuple[int, int]  # the key of something, and the version that somebody had before them


@dataclass
class Publisering:
    """What became of it: those that were published, those that somebody changed or deleted meanwhile, and what moved
    along."""

    publisert: list[Aktivitet] = field(default_factory=list)
    imens: list[Aktivitet] = field(default_factory=list)
    flyttinger: Flyttinger = field(default_factory=Flyttinger)


def lest_valgte(verdier: Iterable[str]) -> list[Valgt]:
    """Read what the boxes of a page send, "7:2" for version 2 of number 7. What is none of that is left out."""
    parene = [(heltall(pk), heltall(versjon)) for pk, _, versjon in (verdi.partition(":") for verdi in verdier)]
    return list(dict.fromkeys((pk, versjon) for pk, versjon in parene if pk is not None and versjon is not None))


def publiser_alle(valgte: Iterable[Valgt], bekreftet: str = "") -> Publisering:
    """Publish the chosen drafts, each in the version that was seen.

    Raises MaaBekreftes with nothing published when due dates move along that are not those `bekreftet` is the mark of.
    """
    versjoner = dict(valgte)
    gjort = Publisering()
    with vis_foerst(gjort, bekreftet):
        valgte_utkast = list(Aktivitet.objects.utkast().filter(pk__in=versjoner).select_related("lag"))
        Aktivitet.objects.laas(valgte_utkast)
        for utkast in valgte_utkast:
            try:
                utkast.publiser(versjoner[utkast.pk])
            except (EndretAvAndre, SlettetAvAndre):
                gjort.imens.append(utkast)
            else:
                gjort.publisert.append(utkast)
                gjort.flyttinger = samlet([gjort.flyttinger, utkast.flyttinger])
    return gjort

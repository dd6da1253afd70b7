"""What a deadline phrase is taken to mean: read anew, chosen by the secretary, or confirmed. The terminer follow."""

from collections.abc import Iterable

from django.db import transaction

from .frist import Regel, les
from .models import Frist, Tiltak
from .terminplan import oppdater


@transaction.atomic
def les_paa_nytt(tiltak: Tiltak) -> Frist:
    """Read the measure's own phrase. Whatever was chosen or confirmed before was about other words."""
    return _sett(tiltak, les(tiltak.gjennomfoering), bekreftet=False)


@transaction.atomic
def velg(tiltak: Tiltak, regel: Regel) -> Frist:
    """Let the secretary's own rule stand, whatever the phrase says. The phrase is kept as it is written."""
    return _sett(tiltak, regel, bekreftet=True)


@transaction.atomic
def bekreft(tiltakene: Iterable[Tiltak]) -> list[Tiltak]:
    """Confirm the reading of these measures' phrases, and give those that had something to confirm."""
    bekreftet = []
    for tiltak in tiltakene:
        frist: Frist | None = getattr(tiltak, "frist", None)
        regel = frist.les_regel() if frist else None
        if frist and regel and regel.til_bekreftelse and not frist.bekreftet:
            frist.ta_versjon(frist.versjon)
            Frist.objects.filter(pk=frist.pk).update(bekreftet=True)
            bekreftet.append(tiltak)
    for plan in {tiltak.maal.plan for tiltak in bekreftet}:
        oppdater([tiltak for tiltak in bekreftet if tiltak.maal.plan_id == plan.pk], plan)
    return bekreftet


def _sett(tiltak: Tiltak, regel: Regel | None, *, bekreftet: bool) -> Frist:
    frist, _ = Frist.objects.get_or_create(tiltak=tiltak)
    frist.ta_versjon(frist.versjon)
    frist.regel, frist.bekreftet = regel.to_dict() if regel else None, bekreftet
    frist.save(update_fields=["regel", "bekreftet"])
    oppdater([tiltak], tiltak.maal.plan)
    return frist

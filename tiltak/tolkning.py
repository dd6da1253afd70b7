"""What a deadline phrase is taken to mean: read anew, chosen by the secretary, or confirmed. The terminer follow.

`versjon` is the version of the reading that somebody had before them, 0 where there was none: EndretAvAndre is raised
when another one is stored by now. Without it the act builds on whatever is stored.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from aktivitet.models import EndretAvAndre

from .frist import Regel, les
from .models import Frist, Tiltak
from .terminplan import oppdater


@transaction.atomic
def les_paa_nytt(tiltak: Tiltak, *, versjon: int | None = None, gjelder_fra: date | None = None) -> Frist:
    """Read the measure's own phrase. Whatever was chosen or confirmed before was about other words.

    `gjelder_fra` is the day on which the words were adopted, where they came into the plan later than the rest.
    """
    regel = les(tiltak.gjennomfoering)
    return _sett(tiltak, regel, bekreftet=False, versjon=versjon, gjelder_fra=gjelder_fra)


@transaction.atomic
def les_ny_ordlyd(tiltak: Tiltak, gammel: str, *, gjelder_fra: date | None, er_retting: bool) -> None:
    """The measure's phrase was `gammel` before: read the new one, unless it says the same.

    Words that are read alike keep what was chosen or confirmed, and so does a mended slip in words that are not
    understood either way. `gjelder_fra` is the day on which other words were adopted: what was due before stays.
    """
    frist, _ = Frist.objects.get_or_create(tiltak=tiltak)
    foer, naa = les(gammel), les(tiltak.gjennomfoering)
    if frist.regel is not None and foer == naa and (naa is not None or er_retting):
        return
    les_paa_nytt(tiltak, gjelder_fra=gjelder_fra if foer != naa or naa is None else None)


@transaction.atomic
def velg(tiltak: Tiltak, regel: Regel, *, versjon: int | None = None) -> Frist:
    """Let the secretary's own rule stand, whatever the phrase says. The phrase is kept as it is written."""
    return _sett(tiltak, regel, bekreftet=True, versjon=versjon)


@transaction.atomic
def bekreft(tiltakene: Iterable[Tiltak]) -> list[Tiltak]:
    """Confirm the reading of these measures' phrases, and give those that had something to confirm: an interpretation,
    or a deadline that gives no termin in the plan."""
    bekreftet = []
    for tiltak in tiltakene:
        frist: Frist | None = getattr(tiltak, "frist", None)
        regel = frist.les_regel() if frist else None
        if not frist or not regel or frist.bekreftet:
            continue
        if regel.til_bekreftelse or not tiltak.terminer.exists():
            frist.ta_versjon(frist.versjon)
            Frist.objects.filter(pk=frist.pk).update(bekreftet=True)
            bekreftet.append(tiltak)
    for plan in {tiltak.maal.plan for tiltak in bekreftet}:
        oppdater([tiltak for tiltak in bekreftet if tiltak.maal.plan_id == plan.pk], plan)
    return bekreftet


@transaction.atomic
def angre_bekreftelse(tiltak: Tiltak) -> None:
    """Let the reading stand as it did before anybody said yes to it."""
    tiltak.frist.ta_versjon(tiltak.frist.versjon)
    Frist.objects.filter(pk=tiltak.frist.pk).update(bekreftet=False)
    oppdater([tiltak], tiltak.maal.plan)


def _sett(
    tiltak: Tiltak, regel: Regel | None, *, bekreftet: bool, versjon: int | None, gjelder_fra: date | None = None
) -> Frist:
    frist, er_ny = Frist.objects.get_or_create(tiltak=tiltak)
    if versjon is not None and not er_ny and versjon != frist.versjon:
        raise EndretAvAndre(frist)
    frist.ta_versjon(frist.versjon)
    frist.regel, frist.bekreftet = regel.to_dict() if regel else None, bekreftet
    frist.gjelder_fra = gjelder_fra or frist.gjelder_fra
    frist.save(update_fields=["regel", "bekreftet", "gjelder_fra"])
    oppdater([tiltak], tiltak.maal.plan)
    return frist

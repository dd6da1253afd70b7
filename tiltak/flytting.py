"""Tells the calendar, in plain values, which due dates moved when a meeting did."""

from typing import Any

from django.utils.text import Truncator

from aktivitet.flytting import Dager, Flytting

from .models import Plan, Termin, Tiltak
from .sitering import siterte_koder
from .terminplan import Endringer

DAGENE = ("foerste", "siste", "anslag", "utenfor")


def flyttinger(gjort: Endringer) -> list[Flytting]:
    """Give a Flytting for each termin that came, went or got other days, those of the adopted plan first,
    the soonest first, and then as in the plan.

    `gjort` is about all the measures of the plans that it is about: codes that stand twice are told apart.
    """
    flyttet: list[tuple[Termin, Dager | None, Dager | None]] = []
    flyttet += [(termin, None, _dager(termin)) for termin in gjort.nye]
    flyttet += [(termin, _dager(termin), _dager(termin, nytt)) for termin, nytt in gjort.endrede]
    flyttet += [(termin, _dager(termin), None) for termin in gjort.borte]
    flyttet = [(termin, foer, etter) for termin, foer, etter in flyttet if foer != etter]
    if not flyttet:
        return []
    plass = {tiltak.pk: nr for nr, tiltak in enumerate(gjort.tiltak)}

    def rekkefoelge(en: tuple[Termin, Dager | None, Dager | None]) -> tuple[object, ...]:
        termin, plan = en[0], en[0].tiltak.maal.plan
        return plan.status != Plan.Status.VEDTATT, plan.pk, termin.foerste, termin.etikett, plass[termin.tiltak_id]

    flyttet.sort(key=rekkefoelge)
    koder = _koder(gjort.tiltak)
    return [_flytting(termin, koder[termin.tiltak_id], foer, etter) for termin, foer, etter in flyttet]


def _flytting(termin: Termin, kode: str, foer: Dager | None, etter: Dager | None) -> Flytting:
    tiltak = termin.tiltak
    status = str(termin.get_status_display()) if termin.endret else ""
    return Flytting(
        str(tiltak.maal.plan), kode, Truncator(tiltak.tekst).chars(90), termin.etikett, foer, etter, status
    )


def _dager(termin: Termin, nytt: dict[str, Any] | None = None) -> Dager:
    """The days that it has, or would have with other values in place of some."""
    return Dager(**{felt: (nytt or {}).get(felt, getattr(termin, felt)) for felt in DAGENE})


def _koder(tiltakene: list[Tiltak]) -> dict[int, str]:
    per_plan: dict[int, list[Tiltak]] = {}
    for tiltak in tiltakene:
        per_plan.setdefault(tiltak.maal.plan_id, []).append(tiltak)
    return {pk: kode for alle in per_plan.values() for pk, kode in siterte_koder(alle).items()}

"""What the secretary is told when a part has been saved: how a phrase was read, and what stands twice."""

from typing import Any

from ..models import Maal, Plan, Tiltak


def beskjeder(plan: Plan, ting: Any, endret: set[str]) -> list[str]:
    """Give the sentences, the first one that it is saved. `endret` is which fields got another value."""
    svar = ["Lagret."]
    if isinstance(ting, Tiltak):
        if "gjennomfoering" in endret:
            svar.append(om_fristen(ting))
        like = Tiltak.objects.i_planen(plan).gjeldende().filter(kode=ting.kode)
        if "kode" in endret and ting.kode and like.count() > 1:
            svar.append(f"Koden {ting.kode} står nå {_ganger(like.count())} i planen.")
    if isinstance(ting, Maal) and "nummer" in endret:
        antall = plan.maal.gjeldende().filter(nummer=ting.nummer).count()
        if antall > 1:
            svar.append(f"Nummeret {ting.nummer} står nå {_ganger(antall)} i planen.")
    return svar


def om_fristen(tiltak: Tiltak) -> str:
    """Say how the measure's phrase is read, and when that gives nothing to do."""
    frist = Tiltak.objects.select_related("frist").get(pk=tiltak.pk).frist
    regel = frist.les_regel()
    if regel is None:
        return f"Fristen «{tiltak.gjennomfoering}» er ikke forstått. Den står i listen over det som må avklares."
    if not tiltak.terminer.exists():
        return f"Fristen leses slik: {regel.beskrivelse} Den gir ingen terminer i planens periode."
    return f"Fristen leses slik: {regel.beskrivelse}"


def _ganger(antall: int) -> str:
    return "to ganger" if antall == 2 else f"{antall} ganger"

"""What somebody wrote about a time, made into the days and clock times that are stored, or refused by field.

No clock and no database; of the models it knows the words for how exactly a time is known, and the bounds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from .kalender import maanedens_dager, ukens_dager
from .models import FOERSTE_DAG, LENGSTE_TID, SISTE_DAG, Presisjon

OSLO = ZoneInfo("Europe/Oslo")

# The fields that count beside the first day. What stands in the others is left from before, or meant for another
# choice: it is taken away, not held against anybody.
FELTER_SOM_TELLER: dict[str, frozenset[str]] = {
    Presisjon.KLOKKESLETT: frozenset({"siste_dag", "fra_kl", "til_kl"}),
    Presisjon.DAG: frozenset(),
    Presisjon.DAGER: frozenset({"siste_dag"}),
    Presisjon.UKE: frozenset(),
    Presisjon.MAANED: frozenset(),
    Presisjon.MAANEDER: frozenset({"siste_dag"}),
}


@dataclass(frozen=True)
class Tidsrom:
    """The time as it is stored: the first and the last day that it may touch, and the clock times where known."""

    foerste_dag: date
    siste_dag: date
    fra_kl: time | None = None
    til_kl: time | None = None


class UgyldigTid(Exception):
    """What was written is no time. `feil` has a sentence for each field that must be mended."""

    def __init__(self, **feil: str):
        super().__init__("; ".join(feil.values()))
        self.feil = feil


def tidsrom(
    presisjon: str, foerste: date, siste: date | None = None, fra_kl: time | None = None, til_kl: time | None = None
) -> Tidsrom:
    """Make the stored time of what was written. Raises UgyldigTid."""
    if presisjon not in _REGLER:
        raise UgyldigTid(presisjon="Velg hvor nøyaktig tiden er kjent.")
    rom = _REGLER[presisjon](foerste, siste, fra_kl, til_kl)
    if not FOERSTE_DAG <= rom.foerste_dag <= rom.siste_dag <= SISTE_DAG:
        raise UgyldigTid(foerste_dag=f"Skriv en dag mellom {FOERSTE_DAG.year} og {SISTE_DAG.year}.")
    if (rom.siste_dag - rom.foerste_dag).days >= LENGSTE_TID:
        raise UgyldigTid(siste_dag="Det varer lenger enn et år. Legg det inn som flere aktiviteter.")
    return rom


def finnes(dag: date, kl: time) -> bool:
    """Whether the clock shows `kl` on that day: not between 02.00 and 03.00 on the night when it goes forward."""
    paa_klokken = datetime.combine(dag, kl, OSLO)
    return paa_klokken.astimezone(UTC).astimezone(OSLO).replace(tzinfo=None) == paa_klokken.replace(tzinfo=None)


def _klokkeslett(foerste: date, siste: date | None, fra_kl: time | None, til_kl: time | None) -> Tidsrom:
    siste = siste or foerste
    feil = {}
    if siste < foerste:
        feil["siste_dag"] = "Siste dag er før første dag."
    if fra_kl is None:
        feil["fra_kl"] = "Skriv når det begynner, for eksempel 18.00."
    elif not finnes(foerste, fra_kl):
        feil["fra_kl"] = _FINNES_IKKE
    if til_kl is not None:
        if not finnes(siste, til_kl):
            feil["til_kl"] = _FINNES_IKKE
        elif fra_kl is not None and siste == foerste and til_kl <= fra_kl:
            feil["til_kl"] = "Slutten er ikke etter starten. Varer det over midnatt, skriv dagen etter som siste dag."
    if feil:
        raise UgyldigTid(**feil)
    return Tidsrom(foerste, siste, fra_kl, til_kl)


def _dag(foerste: date, siste: date | None, *_: time | None) -> Tidsrom:
    return Tidsrom(foerste, foerste)


def _dager(foerste: date, siste: date | None, *_: time | None) -> Tidsrom:
    return Tidsrom(foerste, _senere(siste, foerste, "Er det bare én dag, velg «Dag»."))


def _uke(foerste: date, siste: date | None, *_: time | None) -> Tidsrom:
    return Tidsrom(*ukens_dager(foerste))


def _maaned(foerste: date, siste: date | None, *_: time | None) -> Tidsrom:
    return Tidsrom(*maanedens_dager(foerste.year, foerste.month))


def _maaneder(foerste: date, siste: date | None, *_: time | None) -> Tidsrom:
    foerste_maaneds_slutt = maanedens_dager(foerste.year, foerste.month)[1]
    siste = _senere(siste, foerste, "Skriv en dag i den siste måneden.")
    if siste <= foerste_maaneds_slutt:
        raise UgyldigTid(siste_dag="Dagene er i samme måned. Velg «Måned», eller en siste dag i en senere måned.")
    return Tidsrom(foerste.replace(day=1), maanedens_dager(siste.year, siste.month)[1])


def _senere(siste: date | None, foerste: date, raad: str) -> date:
    if siste is None:
        raise UgyldigTid(siste_dag=f"Skriv siste dag. {raad}")
    if siste < foerste:
        raise UgyldigTid(siste_dag="Siste dag er før første dag.")
    if siste == foerste:
        raise UgyldigTid(siste_dag=f"Siste dag er den samme som den første. {raad}")
    return siste


_FINNES_IKKE = "Dette klokkeslettet finnes ikke: natten klokken stilles frem, går den rett fra 02.00 til 03.00."
_REGLER: dict[str, Callable[[date, date | None, time | None, time | None], Tidsrom]] = {
    Presisjon.KLOKKESLETT: _klokkeslett,
    Presisjon.DAG: _dag,
    Presisjon.DAGER: _dager,
    Presisjon.UKE: _uke,
    Presisjon.MAANED: _maaned,
    Presisjon.MAANEDER: _maaneder,
}

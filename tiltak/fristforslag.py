"""What another reading of a deadline would do to a measure's terminer, told before anything is saved."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aktivitet.milepaeler import moeter_i_kalenderen

from .frist import Regel, Vindu, vinduer
from .models import Termin, Tiltak


class Hva(StrEnum):
    """What becomes of a termin."""

    NY = "Ny"
    SOM_FOER = "Som før"
    FLYTTES = "Får andre datoer"
    BORTE = "Blir borte"
    TIDLIGERE = "Beholdes, fra tidligere frist: noe er rapportert"


@dataclass(frozen=True)
class Forslagsrad:
    """One termin as it would be (`foerste`, `siste`), and the one that is stored, if any."""

    hva: Hva
    etikett: str
    foerste: date
    siste: date
    utenfor: bool = False
    anslag: bool = False
    termin: Termin | None = None

    @property
    def staar_igjen(self) -> bool:
        return self.hva != Hva.BORTE


def forslag(tiltak: Tiltak, regel: Regel) -> list[Forslagsrad]:
    """Give every termin that the measure has or would have with `regel`, in order of time."""
    lagret = {termin.noekkel: termin for termin in tiltak.terminer.all()}
    rader = [_ny_eller_som_foer(vindu, lagret.pop(vindu.noekkel, None)) for vindu in vinduene(tiltak, regel)]
    for termin in lagret.values():
        hva = Hva.BORTE if termin.endret is None else Hva.TIDLIGERE  # a status that was set has a line in the log
        rader.append(Forslagsrad(hva, termin.etikett, termin.foerste, termin.siste, termin.utenfor, termin=termin))
    return sorted(rader, key=lambda rad: (rad.foerste, rad.siste, rad.etikett))


def vinduene(tiltak: Tiltak, regel: Regel) -> list[Vindu]:
    """The windows that `regel` gives in the measure's plan, with the meetings as the calendar has them."""
    plan = tiltak.maal.plan
    return vinduer(regel, plan.fra, plan.til, moeter_i_kalenderen())


def _ny_eller_som_foer(vindu: Vindu, termin: Termin | None) -> Forslagsrad:
    if termin is None:
        hva = Hva.NY
    elif (termin.foerste, termin.siste) == (vindu.foerste, vindu.siste):
        hva = Hva.SOM_FOER
    else:
        hva = Hva.FLYTTES
    return Forslagsrad(hva, vindu.etikett, vindu.foerste, vindu.siste, vindu.utenfor, vindu.anslag, termin)

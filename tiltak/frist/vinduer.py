"""From a rule and a period to the windows in which its measure is to be carried out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .aarsdel import FOERSTE_AAR, SISTE_AAR, MoeterIAar, Ramme
from .regel import Ledd, Regel


@dataclass(frozen=True)
class Vindu:
    """One occurrence of a measure: when it may be done, and by when it is due.

    noekkel: its identity within the measure (the year, half-year, month, or the meeting it hangs from), which stays
    when its dates move. siste: the due day. presisjon: how exact the rule is, one of the words in `aarsdel`.
    utenfor: due outside the period. anslag: rests on an estimated meeting.
    """

    noekkel: str
    etikett: str
    foerste: date
    siste: date
    presisjon: str
    utenfor: bool = False
    anslag: bool = False
    til_bekreftelse: bool = False
    kan_forfalle: bool = True
    loepende: bool = False


def vinduer(regel: Regel, fra: date, til: date, moeter: MoeterIAar) -> list[Vindu]:
    """The windows of `regel` in the period from `fra` to `til`, in order of time, no two with the same key.

    A window belongs where it is due: it is outside the period when its due day is, wherever it begins. So
    "desember 2024–januar 2025" is inside a plan for 2025–2028, and "desember 2028–januar 2029" is not.

    A year that the phrase names is always given, also outside the period, so that nothing the plan says is lost. What
    repeats is given when it is due in the period. Where the period is too short for even one such due day, the windows
    that touch it are given, as outside. What is ongoing lasts no longer than the period does, year by year.

    `moeter` is asked only for years that a meeting-bound rule needs, all within 1900–2199.
    """
    funnet: dict[str, Vindu] = {}
    ramme = Ramme(fra, til, moeter)
    for ledd in regel.ledd:
        kandidater = list(_leddets(ledd, regel, ramme))
        if ledd.aar.gjentas:
            kandidater = (
                [vindu for vindu in kandidater if not vindu.utenfor]
                or [vindu for vindu in kandidater if vindu.foerste <= til and fra <= vindu.siste]
                or (kandidater if ledd.aar.har_grense else [])  # "årlig fra 2030" in a plan to 2028
            )
        for vindu in kandidater:
            funnet.setdefault(vindu.noekkel, vindu)
    return sorted(funnet.values(), key=lambda vindu: (vindu.foerste, vindu.siste, vindu.noekkel))


def _leddets(ledd: Ledd, regel: Regel, ramme: Ramme) -> Iterator[Vindu]:
    """Every window of one clause that may concern the period, in no particular order."""
    fra, til = ramme.fra, ramme.til
    # from the year before to the year after: what begins in December may be due in January, and what is due two months
    # before the annual meeting may be so in December
    aarene = range(max(fra.year - 1, FOERSTE_AAR), min(til.year + 1, SISTE_AAR) + 1)
    # "annethvert år, på landsmøtet" is counted from a year that has one
    har_delene = (aar for aar in range(fra.year, til.year + 1) if any(del_.finnes_i(aar) for del_ in ledd.deler))
    foerste_aar = next(har_delene, fra.year) if ledd.aar.telles else fra.year
    for aar in ledd.aar.velg(foerste_aar, til.year, aarene):
        for del_ in ledd.deler:
            if not del_.finnes_i(aar):
                continue
            foerste, siste = del_.dager(aar, ramme)
            if regel.loepende and max(foerste, fra) <= min(siste, til):
                foerste, siste = max(foerste, fra), min(siste, til)
            yield Vindu(
                noekkel=del_.noekkel(aar),
                etikett=del_.etikett(aar),
                foerste=foerste,
                siste=siste,
                presisjon=del_.presisjon,
                utenfor=not fra <= siste <= til,
                anslag=del_.anslag(aar, ramme),
                til_bekreftelse=regel.til_bekreftelse,
                kan_forfalle=regel.kan_forfalle,
                loepende=regel.loepende,
            )

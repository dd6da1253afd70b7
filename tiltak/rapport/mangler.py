"""Pure: what an annual report lacks before it is whole, told from its due dates and what stands on its cover.

The two groups of what nobody has judged are together the report's own figure "mangler vurdering".
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from ..models.termin import Status, Stilling, Termin
from .innhold.linjer import stilling

VIL_HA_ORD = (Status.DELVIS, Status.PAAGAAR, Status.UTSATT)  # the reader asks what is left, and why


@dataclass(frozen=True)
class Gruppe:
    """Due dates that lack the same. `valgfri`: the report is whole without it."""

    navn: str
    overskrift: str
    hjelp: str
    terminer: tuple[Termin, ...]
    valgfri: bool = False


@dataclass(frozen=True)
class Mangler:
    """All that is missing. `nettopp` is what this person has just settled, and may still undo.

    `anslag` are the due dates that rest on a meeting without a day: they are settled in the calendar.
    """

    grupper: tuple[Gruppe, ...] = ()
    innledning: bool = False
    moetedag: bool = False
    moetested: bool = False
    anslag: tuple[Termin, ...] = ()
    nettopp: tuple[Termin, ...] = ()

    @property
    def antall(self) -> int:
        """How many things are missing: what is optional is not among them."""
        frister = sum(len(gruppe.terminer) for gruppe in self.grupper if not gruppe.valgfri)
        return frister + sum((self.innledning, self.moetedag, self.moetested)) + len(self.anslag)

    @property
    def anslagsaar(self) -> list[int]:
        """The years whose meetings have no day."""
        return sorted({termin.siste.year for termin in self.anslag})


def finn_grupper(terminer: Iterable[Termin], i_dag: date) -> tuple[Gruppe, ...]:
    """Give the groups that hold anything, in the order to settle them. Each termin is in one of them at most.

    `terminer` are those due in the report's period, in the plan's order, as `med_stilling` has annotated them.
    """
    alle = list(terminer)
    hva = {termin.pk: _hva(termin, i_dag) for termin in alle}

    def de_som(navn: str) -> tuple[Termin, ...]:
        return tuple(termin for termin in alle if hva[termin.pk] == navn)

    grupper = (
        Gruppe("lopende", "Løpende tiltak uten vurdering for året", "Hvordan gikk det i år?", de_som("lopende")),
        Gruppe("vurdering", "Ikke vurdert", "Ble det gjort, eller ikke?", de_som("vurdering")),
        Gruppe("forfalt", "Forfalt uten grunn", "Skriv hvorfor det ikke ble gjort i tide.", de_som("forfalt")),
        Gruppe("ord", "Vurdert uten et ord", "Skriv hva som er gjort, og hva som gjenstår.", de_som("ord")),
        Gruppe(
            "gjort",
            "Gjennomført uten et ord",
            "Må ikke ha ord. Men den som leser, vil gjerne vite hva dere gjorde.",
            tuple(_gjort_uten_ord(alle)),
            valgfri=True,
        ),
    )
    return tuple(gruppe for gruppe in grupper if gruppe.terminer)


def uten(grupper: Iterable[Gruppe], terminer: Collection[Termin]) -> tuple[Gruppe, ...]:
    """Give the groups without these in the optional ones: they are shown somewhere else."""
    return tuple(
        replace(gruppe, terminer=igjen)
        for gruppe in grupper
        if (igjen := tuple(termin for termin in gruppe.terminer if not gruppe.valgfri or termin not in terminer))
    )


def _hva(termin: Termin, i_dag: date) -> str:
    """The group that it belongs to; "" for what lacks nothing."""
    if stilling(termin) == Stilling.MANGLER_VURDERING:
        return "lopende" if termin.loepende else "vurdering"
    if termin.merknad:
        return ""
    if termin.er_forfalt(i_dag):
        return "forfalt"
    return "ord" if termin.status in VIL_HA_ORD and not termin.loepende else ""


def _gjort_uten_ord(terminer: Iterable[Termin]) -> Iterable[Termin]:
    """The last time that each measure was done, where nobody has said a word of any of its times."""
    for _, gruppe in groupby(terminer, lambda termin: termin.tiltak_id):
        ens = list(gruppe)
        gjort = [termin for termin in ens if termin.status == Status.GJENNOMFOERT]
        if gjort and not any(termin.merknad for termin in ens):
            yield gjort[-1]

"""What somebody has chosen to see of the table, and whether a measure and a termin are of it. Asks no database."""

from dataclasses import dataclass
from datetime import date, timedelta

from ..frist import Regel
from ..frist.takt import TAKTER, takt
from ..models import Status, Termin, Tiltak
from ..models.termin import AAPNE, Stilling
from ..plansoek import har_alle

FORFALT = "forfalt"
SNART, MOETE = "atte-uker", "mote"
OM_AATTE_UKER = timedelta(weeks=8)

# By these the figures count, so that as many are shown as a figure says; and the two that rows say beside them.
STATUSER = {FORFALT: "Forfalt"} | {
    str(en.value): str(en.label)
    for en in (
        *(Stilling.MANGLER_VURDERING, Status.IKKE_STARTET, Stilling.PAAGAAR, Stilling.UTSATT, Stilling.GJENNOMFOERT),
        *(Stilling.DELVIS, Stilling.IKKE_GJENNOMFOERT, Stilling.UTGAAR),
    )
}
NAAR = {SNART: "Neste åtte uker", MOETE: "Henger på et møte"}
FRISTER = NAAR | TAKTER


@dataclass(frozen=True)
class Valg:
    """What is chosen. What is left out is not asked about.

    `foelger` None is anybody, and a set with None in it is nobody; `organ` "" is those that the plan names none for.
    `ordene` are folded, as `plansoek.brett` does it.
    """

    maal: frozenset[int] | None = None
    status: frozenset[str] = frozenset()
    frist: str = ""
    organ: str | None = None
    foelger: frozenset[int | None] | None = None
    ordene: tuple[str, ...] = ()

    @property
    def gjelder_terminer(self) -> bool:
        """Whether it asks how a termin stands: then a measure that has none in the year is not shown."""
        return bool(self.status) or self.frist in NAAR

    def av_tiltaket(self, tiltak: Tiltak) -> bool:
        """Whether the measure is of it, as far as a measure can tell. Its words are asked for by the others."""
        return (
            (self.maal is None or tiltak.maal_id in self.maal)
            and (self.organ is None or tiltak.ansvarlig == self.organ)
            and (self.foelger is None or tiltak.foelges_opp_av_id in self.foelger)
            and (self.frist not in TAKTER or takt(_regel(tiltak)) == self.frist)
        )

    def uten_termin(self, tiltak: Tiltak) -> bool:
        """Whether a measure that has no termin to show is of it all the same."""
        return not self.gjelder_terminer and self.av_tiltaket(tiltak) and har_alle(_ord_i(tiltak), self.ordene)

    def terminene(self, tiltak: Tiltak, terminer: list[Termin], i_dag: date) -> list[Termin]:
        """Those of a measure's terminer that are of it. Each has its `stilling`."""
        if not self.av_tiltaket(tiltak):
            return []
        return [termin for termin in terminer if self._av_terminen(tiltak, termin, i_dag)]

    def _av_terminen(self, tiltak: Tiltak, termin: Termin, i_dag: date) -> bool:
        if self.status and not self.status & _stillinger(termin, i_dag):
            return False
        if self.frist == SNART and not _kommer(termin, i_dag):
            return False
        if self.frist == MOETE and termin.presisjon != Termin.Presisjon.MOETE:
            return False
        return not self.ordene or har_alle((*_ord_i(tiltak), termin.etikett, termin.merknad), self.ordene)


ALT = Valg()
INGENTING = Valg(maal=frozenset())


def _stillinger(termin: Termin, i_dag: date) -> set[str]:
    """What a termin can be asked for by: its figure, what it says, and that it is overdue."""
    navn = {termin.stilling}  # type: ignore[attr-defined]
    if termin.status == Status.IKKE_STARTET:
        navn.add(termin.status)
    if termin.er_forfalt(i_dag):
        navn.add(FORFALT)
    return navn


def _kommer(termin: Termin, i_dag: date) -> bool:
    return (
        termin.status in AAPNE
        and termin.kan_forfalle
        and not termin.utenfor
        and i_dag <= termin.forfall <= i_dag + OM_AATTE_UKER
    )


def _ord_i(tiltak: Tiltak) -> tuple[str, ...]:
    return (tiltak.sitert_kode, tiltak.tekst, tiltak.gjennomfoering, tiltak.ansvarlig)


def _regel(tiltak: Tiltak) -> Regel | None:
    frist = getattr(tiltak, "frist", None)
    return frist.les_regel() if frist else None

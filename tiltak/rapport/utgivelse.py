"""Pure: how far a report has come, as it stands on its cover and in the margin of its pages."""

from dataclasses import dataclass
from datetime import date

from aktivitet.tid import dag_i_ord

from ..models.rapport import Rapport
from ..models.rapportutgave import Rapportutgave


@dataclass(frozen=True)
class Utgivelse:
    """Which version of a report this is. A draft has no number and no day; `dag` is the day of the decision."""

    tilstand: str = Rapport.Tilstand.UTKAST.value
    nr: int | None = None
    dag: date | None = None

    @classmethod
    def av(cls, utgave: Rapportutgave) -> "Utgivelse":
        """Give that of an issued edition."""
        return cls(utgave.tilstand, utgave.nr, utgave.dag)

    @property
    def er_utkast(self) -> bool:
        return self.nr is None

    @property
    def i_ord(self) -> str:
        """Say it: "Utkast", "Lagt fram av fylkesstyret 3. februar 2026"."""
        hva = str(Rapport.Tilstand(self.tilstand).label)
        return f"{hva} {dag_i_ord(self.dag)}" if self.dag else hva


UTKAST = Utgivelse()

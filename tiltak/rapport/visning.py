"""Which version of a report a person gets to see, and what it says: one answer for the page and for every file."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..models import Rapport, Rapportutgave
from .deler import Rapportinnhold
from .frys import tin
from .innhold import rapportinnhold
from .utgivelse import UTKAST, Utgivelse


@dataclass(frozen=True)
class Vist:
    """What is shown of a report. `innhold` is None when no adopted plan has a day in its period."""

    rapport: Rapport
    innhold: Rapportinnhold | None
    utgivelse: Utgivelse

    @property
    def tittel(self) -> str:
        """Its title as this version has it: a report that is opened again may have got another."""
        return self.innhold.tittel if self.innhold else self.rapport.overskrift

    @property
    def dagene(self) -> str:
        """Say the days it is about, as this version has them."""
        return self.innhold.periode if self.innhold else self.rapport.dagene


def vist_for(bruker: Any, rapport: Rapport, i_dag: date) -> Vist:
    """Give what this person sees, who may see the report: the draft as it stands now for those who may see drafts,
    and for all others the edition that was issued last."""
    if rapport.er_utkast and bruker.has_perm("tiltak.se_rapportutkast"):
        return utkastet(rapport, i_dag)
    utgave = rapport.utgaver.first() if rapport.pk else None
    return vis_utgaven(utgave) if utgave else utkastet(rapport, i_dag)


def vis_utgaven(utgave: Rapportutgave) -> Vist:
    """Give what an issued edition says."""
    return Vist(utgave.rapport, tin(utgave.innhold), Utgivelse.av(utgave))


def utkastet(rapport: Rapport, i_dag: date) -> Vist:
    """Give what the report says as things stand now."""
    plan = rapport.finn_plan()
    return Vist(rapport, rapportinnhold(rapport, plan, i_dag) if plan else None, UTKAST)

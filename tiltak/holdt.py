"""Which termin of a measure an activity that has been held carried out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .models.termin import AAPNE

if TYPE_CHECKING:
    from aktivitet.models import Aktivitet

    from .models import Termin, Tilknytning


@dataclass(frozen=True)
class Utfoering:
    """An activity that carries out a measure, and the termin that it offers to set to Gjennomført, if any."""

    tilknytning: "Tilknytning"
    kan_settes: "Termin | None"


def utfoeringer(tilknytninger: Iterable["Tilknytning"], terminer: Iterable["Termin"], i_dag: date) -> list[Utfoering]:
    """Give each activity with what it offers. `terminer` are those of all the measures that are told of."""
    alle = list(terminer)
    return [
        Utfoering(ett, kan_settes(ett, [termin for termin in alle if termin.tiltak_id == ett.tiltak_id], i_dag))
        for ett in tilknytninger
    ]


def kan_settes(tilknytning: "Tilknytning", terminer: Iterable["Termin"], i_dag: date) -> "Termin | None":
    """Give the open termin that the activity carried out; None as long as it has not been held.

    What is ongoing is carried out by no single happening, and is judged by people at the end.
    """
    aktivitet = tilknytning.aktivitet
    if aktivitet.er_utkast or aktivitet.avlyst or aktivitet.siste_dag >= i_dag:
        return None
    termin = terminen_for(terminer, aktivitet.siste_dag)
    return termin if termin and termin.status in AAPNE and not termin.loepende else None


def med_tittelen(merknad: str, aktivitet: "Aktivitet") -> str:
    """Give what is written of a termin with the activity's title after it. The title of one that is not for everybody
    stays where it is: what is written of a termin goes on into the report."""
    offentlig = aktivitet.synlighet == aktivitet.Synlighet.OFFENTLIG
    return "\n\n".join(filter(None, [merknad, aktivitet.tittel if offentlig else ""]))


def terminen_for(terminer: Iterable["Termin"], dag: date) -> "Termin | None":
    """Give the termin that something done on `dag` belongs to, open or not: the one whose days hold it, else the next
    due after it, else the last one before. What is in no figure, or from an earlier deadline, is left alone."""
    aktuelle = [ett for ett in terminer if not (ett.utenfor or ett.fra_tidligere_frist)]
    kommer = [ett for ett in aktuelle if ett.siste >= dag]
    if kommer:
        return min(kommer, key=lambda ett: (ett.foerste > dag, ett.siste, ett.pk))
    return max(aktuelle, key=lambda ett: (ett.siste, ett.pk), default=None)

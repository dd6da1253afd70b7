"""What no longer stands where its meeting wants it, and why: the meeting was moved, called off or deleted."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.text import capfirst

from ..models import Aktivitet
from ..tid import dag_i_ord, tid_i_ord
from .rader import kilden
from .regning import foreslaa, passer

ET_AAR = timedelta(days=366)


@dataclass(frozen=True)
class PasserIkke:
    """Something that does not stand where its meeting wants it any more. `ny_dag` is None where only somebody who
    looks at it can tell what to do; `kan_bli` where the day that it has is ahead of the meeting all the same."""

    aktivitet: Aktivitet
    hva: str
    ny_dag: date | None = None
    kan_bli: bool = False


def sjekk(en: Aktivitet, i_dag: date) -> PasserIkke | None:
    """Hold `en` up against the meeting that its day is counted back from. None where it stands as it should."""
    kilde = en.hoerer_til
    if kilde is None:
        return PasserIkke(en, "Møtet som dagen er regnet fra, er slettet.")
    navnet = capfirst(kilden(kilde))
    if kilde.avlyst:
        return PasserIkke(en, f"{navnet} er avlyst.")
    if not kilde.dag_er_kjent:
        return PasserIkke(en, f"{navnet} har ingen kjent dag lenger.")
    dager = en.dager_foer or 0
    if not en.dag_er_kjent or passer(en.foerste_dag, kilde.foerste_dag, dager):
        return None
    ny_dag = foreslaa(kilde.foerste_dag, dager).dag
    foer = timedelta(0) < kilde.foerste_dag - en.foerste_dag <= ET_AAR
    flyttet = f"flyttet fra {dag_i_ord(kilde.flyttet_fra)} til " if kilde.flyttet_fra else ""
    hva = f"{navnet} er {flyttet}{tid_i_ord(kilde)}."
    if en.foerste_dag >= kilde.foerste_dag:
        hva += " Slik det står, er det for sent."
    return PasserIkke(en, hva, ny_dag if ny_dag >= i_dag else None, kan_bli=foer)

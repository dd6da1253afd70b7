"""The calendar's tables: who arranges, what happens, and the fixed pattern of a year."""

from .aktivitet import Aktivitet
from .fast import FastAktivitet
from .lag import Lag, LagQuerySet
from .spoersmaal import AktivitetQuerySet
from .tid import FOERSTE_DAG, KJENT_DAG, SISTE_DAG, TIDSFELTER, Presisjon, dag_i_vaar_tid
from .typer import MOETETYPER, Aktivitetstype, Synlighet
from .versjon import EndretAvAndre, Versjonert

__all__ = [
    "FOERSTE_DAG",
    "KJENT_DAG",
    "MOETETYPER",
    "SISTE_DAG",
    "TIDSFELTER",
    "Aktivitet",
    "AktivitetQuerySet",
    "Aktivitetstype",
    "EndretAvAndre",
    "FastAktivitet",
    "Lag",
    "LagQuerySet",
    "Presisjon",
    "Synlighet",
    "Versjonert",
    "dag_i_vaar_tid",
]

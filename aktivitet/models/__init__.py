"""The calendar's tables: who arranges, what happens, and the fixed pattern of a year."""

from .aktivitet import Aktivitet
from .fast import Aarstype, FastAktivitet, Utelatt
from .lag import UTEN_FYLKESLAG, Lag, LagQuerySet
from .moeteoppsett import Moeteoppsett
from .spoersmaal import AktivitetQuerySet
from .stand import Kalenderstand
from .tid import FOERSTE_DAG, LENGSTE_TID, SISTE_DAG, TIDSFELTER, Presisjon, dag_i_vaar_tid
from .typer import MOETETYPER, Aktivitetstype, Lenkesynlighet, Synlighet
from .versjon import EndretAvAndre, SlettetAvAndre, Versjonert

__all__ = [
    "FOERSTE_DAG",
    "LENGSTE_TID",
    "MOETETYPER",
    "SISTE_DAG",
    "TIDSFELTER",
    "UTEN_FYLKESLAG",
    "Aarstype",
    "Aktivitet",
    "AktivitetQuerySet",
    "Aktivitetstype",
    "EndretAvAndre",
    "FastAktivitet",
    "Kalenderstand",
    "Lag",
    "LagQuerySet",
    "Lenkesynlighet",
    "Moeteoppsett",
    "Presisjon",
    "SlettetAvAndre",
    "Synlighet",
    "Utelatt",
    "Versjonert",
    "dag_i_vaar_tid",
]

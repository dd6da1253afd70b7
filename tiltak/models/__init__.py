"""The plan's tables, a room for each part: the plan itself, its terminer, its wording's history, the report."""

from .plan import (
    Aktivitetsrad,
    Avsnitt,
    Frist,
    Kapittel,
    Maal,
    Merknad,
    Periodemaal,
    Plan,
    Tiltak,
)
from .rapport import Rapport
from .revisjon import Ordlydsendring
from .termin import Status, Statusendring, Termin

__all__ = [
    "Aktivitetsrad",
    "Avsnitt",
    "Frist",
    "Kapittel",
    "Maal",
    "Merknad",
    "Ordlydsendring",
    "Periodemaal",
    "Plan",
    "Rapport",
    "Status",
    "Statusendring",
    "Termin",
    "Tiltak",
]

"""The plan's tables, a room for each part: the plan itself, its measures, its terminer, what carries them out and
what is kept with them, its history, its source, the elections, the report."""

from .kilde import Kildedokument, Merknad
from .plan import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan
from .rapport import Rapport
from .revisjon import Ordlydsendring, Organ, Planutgave
from .sammenlikning import Sammenlikning
from .termin import Status, Statusendring, Termin
from .tilknytning import Tilknytning
from .tiltak import Frist, Tiltak
from .valg import Resultatfoering, Valgresultat
from .vedlegg import Vedlegg

__all__ = [
    "Aktivitetsrad",
    "Avsnitt",
    "Frist",
    "Kapittel",
    "Kildedokument",
    "Maal",
    "Merknad",
    "Ordlydsendring",
    "Organ",
    "Periodemaal",
    "Plan",
    "Planutgave",
    "Rapport",
    "Resultatfoering",
    "Sammenlikning",
    "Status",
    "Statusendring",
    "Termin",
    "Tilknytning",
    "Tiltak",
    "Valgresultat",
    "Vedlegg",
]

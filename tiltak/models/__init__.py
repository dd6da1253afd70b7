"""The plan's tables, a room for each part: the plan itself, its measures, its terminer, what carries them out and
what is kept with them, its history, its source, the elections, the report."""

from .dokumentfil import Dokumentfil
from .kilde import Kildedokument, Merknad
from .plan import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan
from .rapport import FeilTilstand, Rapport
from .rapporttekst import Rapporttekst, Tidligeretekst
from .rapportutgave import Gjenaapning, Rapportutgave
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
    "Dokumentfil",
    "FeilTilstand",
    "Frist",
    "Gjenaapning",
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
    "Rapporttekst",
    "Rapportutgave",
    "Resultatfoering",
    "Sammenlikning",
    "Status",
    "Statusendring",
    "Termin",
    "Tidligeretekst",
    "Tilknytning",
    "Tiltak",
    "Valgresultat",
    "Vedlegg",
]

"""The house's own tables: people, how they come in and go, what was sent to them, and the trail."""

from .bruker import Bruker, BrukerManager, gyldige_roller
from .invitasjon import BruktOpp, Invitasjon, SendtPaaNytt
from .overlevering import Overlevering
from .paaminnelse import Avmelding, Utsending
from .sletting import Sletting
from .spor import Hendelse, Spor

__all__ = [
    "Avmelding",
    "Bruker",
    "BrukerManager",
    "BruktOpp",
    "Hendelse",
    "Invitasjon",
    "Overlevering",
    "SendtPaaNytt",
    "Sletting",
    "Spor",
    "Utsending",
    "gyldige_roller",
]

"""The house's own tables: people, and what was sent to each of them."""

from .bruker import Bruker, BrukerManager, gyldige_roller
from .paaminnelse import Avmelding, Utsending

__all__ = ["Avmelding", "Bruker", "BrukerManager", "Utsending", "gyldige_roller"]

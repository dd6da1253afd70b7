"""The parts that an annual report is made of: plain values that the page and every kind of file render."""

from .perioden import Periodedel, Periodefigurer, Periodemaaldel
from .rapportinnhold import Rapportinnhold
from .tiltak import Linje, Maaldel, Sak, Tiltaksdel

__all__ = [
    "Linje",
    "Maaldel",
    "Periodedel",
    "Periodefigurer",
    "Periodemaaldel",
    "Rapportinnhold",
    "Sak",
    "Tiltaksdel",
]

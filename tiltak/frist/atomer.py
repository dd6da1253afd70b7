"""The smallest pieces of a phrase that mean something, and what each is to the grammar in `lesing`."""

from dataclasses import dataclass

from .aarene import Aar
from .aarsdel import Del

# What a piece is to the grammar, one letter each
TID, FULLT, AARSTALL, SPENN, GRENSE, HVERT_AAR, HVER, UTVALG = "T", "F", "A", "R", "Q", "H", "E", "V"
LOEPENDE, PERIODEN, I_PERIODEN, PERIODEDEL, BEHOV, OG, STREK, FYLL = "L", "P", "O", "D", "B", "&", "-", "i"

# What parts of a year may demand of the years: that the phrase says which, or that it names none
SAGT, GJENTATT = "sagt", "gjentatt"


@dataclass(frozen=True)
class Atom:
    """One piece: parts of a year, or years, or both, or only what its letter says.

    For parts of a year: `aar` is the years they mean when the phrase says none; None: every year, to be confirmed.
    `krever` is what they demand of the years. `innledet`: a word before them says how they are meant ("innen", "før"),
    so that a later part without one ("innen 1. juni og 1. oktober") would be open to guessing.
    """

    slag: str
    deler: tuple[Del, ...] = ()
    aar: Aar | None = None
    bekreftes: bool = False
    krever: str = ""
    innledet: bool = False

"""A phrase in its normal form, taken apart into pieces that each mean something."""

import re
from collections.abc import Callable
from functools import lru_cache

from .atomer import Atom
from .moenstre import aarene, dagene, moetene, tidene

# Tried from the top at each place in the phrase: what is longer stands before what it begins with.
MOENSTRE: dict[str, Callable[..., Atom]] = {
    **moetene.MOENSTRE,
    **dagene.MOENSTRE,
    **aarene.MOENSTRE,
    **tidene.MOENSTRE,
}


def _tabell() -> tuple[re.Pattern[str], dict[int, tuple[Callable[..., Atom], range]]]:
    """All the patterns as one, and for each what makes its piece, from which of the groups.

    One expression is tried many times faster than a hundred after one another. The empty group that ends each pattern
    tells which one it was; in front, it would keep `re` from passing over patterns by their first letter.
    """
    lagere: dict[int, tuple[Callable[..., Atom], range]] = {}
    brukt = 0
    for moenster, lag in MOENSTRE.items():
        egne = range(brukt + 1, brukt + 1 + re.compile(moenster).groups)
        lagere[egne.stop] = lag, egne
        brukt = egne.stop
    return re.compile(f"(?:{'|'.join(f'(?:{moenster})()' for moenster in MOENSTRE)})(?: |$)"), lagere


TABELL, LAGERE = _tabell()


def del_opp(normalform: str) -> list[Atom] | None:
    """The pieces of a phrase in its normal form; None when some of it is in no piece, or names an impossible day."""
    atomer: list[Atom] = []
    sted = 0
    while sted < len(normalform):
        treff = TABELL.match(normalform, sted)
        if treff is None:
            return None
        lag, grupper = LAGERE[treff.lastindex or 0]
        atom = _lag(lag, *[treff[gruppe] for gruppe in grupper])
        if atom is None:
            return None
        atomer.append(atom)
        sted = treff.end()
    return atomer


# The same few pieces come again in most phrases.
@lru_cache(maxsize=4096)
def _lag(lag: Callable[..., Atom], *ord_: str | None) -> Atom | None:
    """The piece that these words of a pattern make; None when they name something impossible."""
    try:
        return lag(*ord_)
    except ValueError:
        return None

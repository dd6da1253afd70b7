"""What was changed in a text, word by word: pure, so that a page can show it in whatever way it likes."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

LIKT, UT, INN = "likt", "ut", "inn"
MEST = 2_000_000  # pairs of words to compare; two texts that are longer are shown whole, the one after the other

_ORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


class Bit(NamedTuple):
    """A piece of the text: what stayed, what went out, or what came in."""

    slag: str
    tekst: str


def forskjell(foer: str, etter: str) -> list[Bit]:
    """Give the pieces in reading order. What stayed and what came in are together `etter`; what stayed and what went
    out are `foer`, but for white space."""
    gamle, nye = _ORD.findall(foer), _ORD.findall(etter)
    if len(gamle) * len(nye) > MEST:
        return [Bit(UT, foer), Bit(INN, etter)]
    bitene: list[Bit] = []
    like = SequenceMatcher(None, [ord_.rstrip() for ord_ in gamle], [ord_.rstrip() for ord_ in nye], autojunk=False)
    for hva, i1, i2, j1, j2 in like.get_opcodes():
        if hva == "equal":
            bitene.append(Bit(LIKT, "".join(nye[j1:j2])))
            continue
        bitene += [Bit(UT, "".join(gamle[i1:i2]))] if i2 > i1 else []
        bitene += [Bit(INN, "".join(nye[j1:j2]))] if j2 > j1 else []
    return bitene

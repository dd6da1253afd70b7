"""The key under the wheel: what its shapes mean, those that are in use and no others. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..tekstbredde import bredden
from ..tid import dag_i_ord
from .bilde import Merke, Ord
from .rader import Slag
from .sirkel import tall
from .spor import BREDDE

SKRIFT = 13
TIL_ORDET, MELLOM = 30, 18  # from where a mark begins to its word, and from the word to the next mark


def tegnforklaring(
    merker: Sequence[Merke], i_dag: date | None, venstre: float, bredde: float, y: float
) -> tuple[tuple[tuple[Merke, Ord], ...], tuple[str, Ord] | None, float]:
    """The key, of what is in use alone, on as many lines as it needs; the key of today; and where it ends."""
    i_bruk: list[tuple[Merke, str]] = [
        (Merke(0, 0, slag), slag.ord) for slag in Slag if any(not en.samlet and en.slag is slag for en in merker)
    ]
    buene = [en for en in merker if en.bue and not en.samlet]
    if any(en.dag_er_kjent for en in buene):
        i_bruk.append((Merke(0, 0, bare_bue=True), "flere dager"))
    if any(not en.dag_er_kjent for en in buene):
        i_bruk.append((Merke(0, 0, bare_bue=True, dag_er_kjent=False), "dagen er ikke satt"))
    if any(en.avlyst for en in merker):
        i_bruk.append((Merke(0, 0, avlyst=True), "avlyst"))
    if any(en.utkast for en in merker):
        i_bruk.append((Merke(0, 0, utkast=True), "utkast"))
    if any(en.samlet for en in merker):
        i_bruk.append((Merke(0, 0, bare_bue=True, samlet=True), "flere samlet"))
    dagen = [f"i dag, {dag_i_ord(i_dag)}"] if i_dag else []
    ordene = [*(ord_ for _, ord_ in i_bruk), *dagen]
    steder, bunn = _paa_linjer([TIL_ORDET + bredden(ord_, SKRIFT) + MELLOM for ord_ in ordene], venstre, bredde, y)
    tegnene = []
    for (merke, ord_), (x, midt) in zip(i_bruk, steder, strict=False):
        tegnene.append((_paa_plass(merke, x, midt), _ordet(ord_, x, midt)))
    if not dagen:
        return tuple(tegnene), None, bunn
    x, midt = steder[-1]
    i_dag_tegn = f"M{tall(x)} {tall(midt)}h24", _ordet(ordene[-1], x, midt)
    return tuple(tegnene), i_dag_tegn, bunn


def _paa_plass(merke: Merke, x: float, y: float) -> Merke:
    """The mark where it begins at `x`; an arc laid out straight, as broad as on the wheel."""
    halv = 10 if merke.samlet else 4 if merke.dag_er_kjent else 9
    bue = f"M{tall(x)} {tall(y - halv)}h24v{2 * halv}h-24z" if merke.bare_bue else ""
    return replace(merke, x=x + 12, y=y, bue=bue)


def _ordet(ord_: str, x: float, y: float) -> Ord:
    return Ord(ord_, x + TIL_ORDET, y + 4.5, SKRIFT)


def _paa_linjer(
    lengder: Iterable[float], venstre: float, bredde: float, y: float
) -> tuple[list[tuple[float, float]], float]:
    """Set things of these lengths beside each other, on as many lines as they need, each line in the middle. Gives
    where each begins and the middle of its line, and where the last line ends."""
    linjer: list[list[float]] = []
    for lengde in lengder:
        if not linjer or sum(linjer[-1]) + lengde > bredde:
            linjer.append([])
        linjer[-1].append(lengde)
    hoeyde = BREDDE + 3
    steder = []
    for nr, linje in enumerate(linjer):
        x = venstre + (bredde - sum(linje) + MELLOM) / 2
        for lengde in linje:
            steder.append((x, y + hoeyde * nr + BREDDE / 2))
            x += lengde
    return steder, y + hoeyde * len(linjer)

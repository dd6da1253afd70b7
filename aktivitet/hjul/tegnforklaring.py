"""The key under the wheel: what its shapes mean, those that are in use and no others. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from ..tekstbredde import bredden
from ..tid import dag_i_ord
from .bilde import Merke, Ord
from .rader import Slag
from .sirkel import tall
from .spor import BREDDE

SKRIFT = 13


def tegnforklaring(
    merker: Sequence[Merke], i_dag: date | None, venstre: float, bredde: float, y: float
) -> tuple[tuple[tuple[Merke, Ord], ...], tuple[str, Ord] | None, float]:
    """The key, of what is in use alone, on as many lines as it needs; the key of today; and where it ends."""
    i_bruk: list[tuple[Merke, str]] = [
        (Merke(0, 0, slag), slag.ord) for slag in Slag if any(not en.samlet and en.slag is slag for en in merker)
    ]
    buene = [en for en in merker if en.bue and not en.samlet]
    if any(en.dag_er_kjent for en in buene):
        i_bruk.append((Merke(0, 0, bue="kjent"), "flere dager"))
    if any(not en.dag_er_kjent for en in buene):
        i_bruk.append((Merke(0, 0, bue="ukjent", dag_er_kjent=False), "dagen er ikke satt"))
    if any(en.avlyst for en in merker):
        i_bruk.append((Merke(0, 0, avlyst=True), "avlyst"))
    if any(en.utkast for en in merker):
        i_bruk.append((Merke(0, 0, utkast=True), "utkast"))
    if any(en.samlet for en in merker):
        i_bruk.append((Merke(0, 0, bue="samlet", samlet=True), "flere samlet"))
    dagen = [f"i dag, {dag_i_ord(i_dag)}"] if i_dag else []
    ordene = [*(ord_ for _, ord_ in i_bruk), *dagen]
    steder, bunn = _paa_linjer([30 + bredden(ord_, SKRIFT) + 18 for ord_ in ordene], venstre, bredde, y)
    tegnene = []
    for (merke, ord_), (x, midt) in zip(i_bruk, steder, strict=False):
        tegnene.append((_i_tegnforklaringen(merke, x, midt), Ord(ord_, x + 30, midt + 4.5, SKRIFT)))
    if not dagen:
        return tuple(tegnene), None, bunn
    x, midt = steder[-1]
    i_dag_tegn = f"M{tall(x)} {tall(midt)}h24", Ord(ordene[-1], x + 30, midt + 4.5, SKRIFT)
    return tuple(tegnene), i_dag_tegn, bunn


def _i_tegnforklaringen(merke: Merke, x: float, y: float) -> Merke:
    halv = {"kjent": 4, "ukjent": 9, "samlet": 10}.get(merke.bue, 0)
    bue = f"M{tall(x)} {tall(y - halv)}h24v{2 * halv}h-24z" if halv else ""
    return Merke(
        x + 12,
        y,
        merke.slag,
        bue=bue,
        dag_er_kjent=merke.dag_er_kjent,
        avlyst=merke.avlyst,
        utkast=merke.utkast,
        samlet=merke.samlet,
        bare_bue=bool(bue),
    )


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
        x = venstre + (bredde - sum(linje) + 18) / 2
        for lengde in linje:
            steder.append((x, y + hoeyde * nr + BREDDE / 2))
            x += lengde
    return steder, y + hoeyde * len(linjer)

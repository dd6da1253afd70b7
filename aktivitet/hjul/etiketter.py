"""The words beside the wheel: in a column on each side, each as near its mark as the others let it. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from ..tekstbredde import avkortet
from .bilde import Merke, Ord
from .sirkel import RUNDT, punkt, sti_til, tall
from .spor import BREDDE, Plassert

SKRIFT, LITEN = 13, 12
TO_LINJER, EN_LINJE = 34.0, 17.0  # the height of words on two lines and on one
AVSTAND = 26  # from the wheel to the words


def med_etiketter(
    merker: Sequence[Merke], plassert: Sequence[Plassert], ytterst: float, bredde: float
) -> tuple[Merke, ...] | None:
    """Give the marks words in columns that are `bredde` wide and as high as the wheel; None where they have no room.

    Where a column is full, each has one line and none leads to its mark: the number tells which it is.
    """
    hoeyde = 2 * (ytterst + BREDDE / 2)
    vinkler = [en.del_.midt % RUNDT for en in plassert]
    hoeyre = sorted((nr for nr, vinkel in enumerate(vinkler) if vinkel < RUNDT / 2), key=lambda nr: vinkler[nr])
    venstre = sorted((nr for nr, vinkel in enumerate(vinkler) if vinkel >= RUNDT / 2), key=lambda nr: -vinkler[nr])
    ferdige = list(merker)
    for side, til_hoeyre in ((hoeyre, True), (venstre, False)):
        linje = TO_LINJER if len(side) * TO_LINJER <= hoeyde else EN_LINJE
        if len(side) * linje > hoeyde:
            return None
        oensket = [punkt(vinkler[nr], ytterst)[1] for nr in side]
        for nr, y in zip(side, fordelt(oensket, linje, hoeyde), strict=True):
            ferdige[nr] = _med_ord(merker[nr], plassert[nr], y, linje, til_hoeyre, ytterst, bredde)
    return tuple(ferdige)


def fordelt(oensket: Sequence[float], linje: float, hoeyde: float) -> list[float]:
    """Move heights, in order, as little as they must to stand `linje` apart and within `hoeyde` around 0.

    Those that press on each other share the way: each group stands around the middle of where its members would be.
    """
    grupper: list[tuple[float, int]] = []  # the sum of where they would begin, and how many they are
    for nr, y in enumerate(oensket):
        sum_, antall = y - nr * linje, 1
        while grupper and grupper[-1][0] / grupper[-1][1] >= sum_ / antall:
            foer, flere = grupper.pop()
            sum_, antall = sum_ + foer, antall + flere
        grupper.append((sum_, antall))
    oeverst, nederst = (linje - hoeyde) / 2, (hoeyde + linje) / 2 - linje * len(oensket)
    begynner = [max(oeverst, min(sum_ / antall, nederst)) for sum_, antall in grupper for _ in range(antall)]
    return [y + nr * linje for nr, y in enumerate(begynner)]


def _med_ord(
    merke: Merke, plassert: Plassert, y: float, linje: float, til_hoeyre: bool, ytterst: float, bredde: float
) -> Merke:
    retning = 1 if til_hoeyre else -1
    x = retning * (ytterst + AVSTAND)
    anker = "start" if til_hoeyre else "end"
    if linje == EN_LINJE:
        tekst = avkortet(_paa_en_linje(merke), LITEN, bredde)
        return replace(merke, etikett=(Ord(tekst, x, y + 4.5, LITEN, anker=anker),))
    tittel, under = _paa_to_linjer(merke)
    ordene = (
        Ord(avkortet(tittel, SKRIFT, bredde, fet=True), x, y - 3, SKRIFT, fet=True, anker=anker),
        Ord(avkortet(under, LITEN, bredde), x, y + 12, LITEN, anker=anker),
    )
    knekk = sti_til(plassert.del_.midt, ytterst + 7)
    strek = f"M{sti_til(plassert.del_.midt, plassert.radius)}L{knekk}L{tall(x - retning * 5)} {tall(y)}"
    return replace(merke, etikett=ordene, strek=strek)


def _paa_to_linjer(merke: Merke) -> tuple[str, str]:
    if merke.samlet:
        foerste, siste = merke.rader[0].nr, merke.rader[-1].nr
        return f"{foerste}–{siste} {len(merke.rader)} aktiviteter", merke.navn
    rad = merke.rader[0]
    return f"{rad.nr} {rad.tittel}", " · ".join([*rad.merker, rad.naar])


def _paa_en_linje(merke: Merke) -> str:
    if merke.samlet:
        return _paa_to_linjer(merke)[0]
    rad = merke.rader[0]
    return " ".join([str(rad.nr), *(f"{ord_}:" for ord_ in rad.merker), rad.tittel])

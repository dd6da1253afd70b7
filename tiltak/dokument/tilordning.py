"""Which of two rows belong together, all in all: the pairing whose weights add up to the most.

Pairing the best first would now and then leave two apart that belong together. Here each of the one row is given a
place in turn, and those before it move where that costs the least (the method of shortest augmenting paths).
"""

from collections.abc import Mapping
from heapq import heappop, heappush

Plass = tuple[int, int]  # a place in the other row, or one that is the row's own: there it stays without a pair

_I_RADEN, _ALENE = 0, -1


def beste_par(vekter: Mapping[int, Mapping[int, int]]) -> dict[int, int]:
    """Give from each one to its pair, for weights above 0; whoever is better left alone is not in it.

    The same every time, whatever order the weights are given in.
    """
    tilordning = _Tilordning(vekter)
    for rad in sorted(vekter):
        tilordning.gi_plass(rad)
    return {rad: nr for rad, (slag, nr) in sorted(tilordning.plass.items()) if slag == _I_RADEN}


class _Tilordning:
    """The places given so far, and the prices that keep them the cheapest: no place is cheaper than its row thinks."""

    def __init__(self, vekter: Mapping[int, Mapping[int, int]]) -> None:
        hoeyest = max((vekt for egne in vekter.values() for vekt in egne.values()), default=0)
        self.koster: dict[int, dict[Plass, int]] = {
            rad: {(_I_RADEN, nr): hoeyest - vekt for nr, vekt in egne.items()} | {(_ALENE, rad): hoeyest}
            for rad, egne in vekter.items()
        }
        self.pris: dict[Plass, int] = {plass: 0 for egne in self.koster.values() for plass in egne}
        self.tak = {rad: min(egne.values()) for rad, egne in self.koster.items()}
        self.eier: dict[Plass, int] = {}
        self.plass: dict[int, Plass] = {}

    def gi_plass(self, ny: int) -> None:
        """Give `ny` the cheapest place there is, by way of those that must move for it."""
        avstand: dict[Plass, int] = {}
        fra: dict[Plass, int] = {}
        koe: list[tuple[int, Plass]] = []
        forbi: list[Plass] = []
        rad, naadd = ny, 0
        while True:
            for plass, koster in self.koster[rad].items():
                lengde = naadd + koster - self.tak[rad] - self.pris[plass]
                if lengde < avstand.get(plass, lengde + 1):
                    avstand[plass], fra[plass] = lengde, rad
                    heappush(koe, (lengde, plass))
            naadd, plass = heappop(koe)
            while naadd > avstand[plass]:  # a shorter way to it was found later
                naadd, plass = heappop(koe)
            if plass not in self.eier:
                break
            forbi.append(plass)
            rad = self.eier[plass]
        self.tak[ny] += naadd
        for passert in forbi:
            self.tak[self.eier[passert]] += naadd - avstand[passert]
            self.pris[passert] -= naadd - avstand[passert]
        self._flytt(plass, fra, ny)

    def _flytt(self, plass: Plass, fra: Mapping[Plass, int], ny: int) -> None:
        """Give the free place to whoever found it, that one's old place to whoever found that, and so back to `ny`."""
        while True:
            rad = fra[plass]
            forrige = self.plass.get(rad)
            self.eier[plass], self.plass[rad] = rad, plass
            if rad == ny or forrige is None:
                return
            plass = forrige

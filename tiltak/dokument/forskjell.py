"""What became of each part of a row when it was revised, once it is known which are the same."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from tiltak.dokument.kobling import Kobling

Del = TypeVar("Del")


class Slag(StrEnum):
    """What became of a part."""

    NY = "ny"
    ENDRET = "endret"
    FLYTTET = "flyttet"
    ENDRET_OG_FLYTTET = "endret og flyttet"
    BORTE = "borte"
    UENDRET = "uendret"


@dataclass(frozen=True)
class Forskjell(Generic[Del]):
    """One part in both versions, or in one of them. The indexes count the parts of its kind through the document.

    `endret` are the fields whose words differ; `flyttet` says what of its place does: its code or number, whom it
    stands under, or its place among its neighbours ("plass").
    """

    gammel: Del | None
    ny: Del | None
    gammel_nr: int | None
    ny_nr: int | None
    endret: tuple[str, ...] = ()
    flyttet: tuple[str, ...] = ()
    sikker: bool = True

    @property
    def slag(self) -> Slag:
        if self.gammel is None:
            return Slag.NY
        if self.ny is None:
            return Slag.BORTE
        if self.endret:
            return Slag.ENDRET_OG_FLYTTET if self.flyttet else Slag.ENDRET
        return Slag.FLYTTET if self.flyttet else Slag.UENDRET


@dataclass(frozen=True)
class Under:
    """Whom each part stands under in either version, and which of those are the same, from new to old."""

    navn: str
    gamle: Sequence[Hashable]
    nye: Sequence[Hashable]
    like: Mapping[Any, Any]

    def er_samme(self, gammel: int, ny: int) -> bool:
        over = self.nye[ny]
        return self.gamle[gammel] == (None if over is None else self.like.get(over, -1))


def forskjeller(
    gamle: Sequence[Del],
    nye: Sequence[Del],
    koblinger: Iterable[Kobling],
    felter: tuple[str, ...],
    *,
    kode: str = "",
    under: Under | None = None,
) -> tuple[Forskjell[Del], ...]:
    """Give every part of both, in the new order, with what is gone after it.

    `felter` are the words that are compared, `kode` the field that a part is called by in its place.
    """
    par = {ett.ny: ett for ett in koblinger}
    blir = [(ett.gammel, ny) for ny, ett in sorted(par.items()) if under is None or under.er_samme(ett.gammel, ny)]
    omplassert = _omplassert(blir, lambda gammel: under.gamle[gammel] if under else None)
    svar: list[Forskjell[Del]] = []
    for nr, ny in enumerate(nye):
        if nr not in par:
            svar.append(Forskjell(None, ny, None, nr))
            continue
        ett = par[nr]
        gammel = gamle[ett.gammel]
        flyttet = [navn for navn in (kode,) if navn and getattr(gammel, navn) != getattr(ny, navn)]
        if under and not under.er_samme(ett.gammel, nr):
            flyttet.append(under.navn)
        if nr in omplassert:
            flyttet.append("plass")
        endret = ulike(gammel, ny, felter)
        svar.append(Forskjell(gammel, ny, ett.gammel, nr, endret, tuple(flyttet), ett.sikker))
    blir_igjen = {ett.gammel for ett in par.values()}
    svar += [Forskjell(gammel, None, nr, None) for nr, gammel in enumerate(gamle) if nr not in blir_igjen]
    return tuple(svar)


def ulike(en: Any, annen: Any, felter: Iterable[str]) -> tuple[str, ...]:
    """Give the names of the fields in which the two differ."""
    return tuple(felt for felt in felter if getattr(en, felt) != getattr(annen, felt))


def _omplassert(par: Iterable[tuple[int, int]], over: Callable[[int], Hashable]) -> set[int]:
    """Of pairs in the new order: the new ones that have changed places with their neighbours, as few as explain it."""
    rekker: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
    for gammel, ny in par:
        rekker[over(gammel)].append((gammel, ny))
    return {ny for rekke in rekker.values() for ny in _utenfor_lengste_stigende(rekke)}


def _utenfor_lengste_stigende(rekke: Sequence[tuple[int, int]]) -> set[int]:
    """The second of those pairs that are not in the longest row whose firsts rise."""
    slutter: list[int] = []  # the lowest first that a row of each length ends with
    steder: list[int] = []  # where in `rekke` that one is
    forrige: list[int | None] = []
    for nr, (gammel, _) in enumerate(rekke):
        plass = bisect_left(slutter, gammel)
        forrige.append(steder[plass - 1] if plass else None)
        slutter[plass : plass + 1], steder[plass : plass + 1] = [gammel], [nr]
    staar: set[int] = set()
    nr_: int | None = steder[-1] if steder else None
    while nr_ is not None:
        staar.add(rekke[nr_][1])
        nr_ = forrige[nr_]
    return {ny for _, ny in rekke} - staar

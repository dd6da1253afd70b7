"""Pure: finds the rows of one version of a report again in another. Frozen, they have no keys: a row is told by its
words, and by its code, which may stand twice."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from ...dokument.kobling import Merke, koble
from ..deler import Maaldel, Tiltaksdel

T = TypeVar("T")
Par = tuple[T | None, T | None]  # as it was and as it is: None where it was not there

LIK = 0.5  # so much of two wordings must be the same where it is not sure that they are of one measure

Plassert = tuple[Maaldel, Tiltaksdel]


def par_av_maal(foer: Sequence[Maaldel], etter: Sequence[Maaldel]) -> list[Par[Maaldel]]:
    """Give the goals two and two: those of `etter` in their order, and after them those that are gone."""
    return _koblet(foer, etter, lambda maal: Merke(maal.overskrift, maal.nummer, navn=maal.overskrift))


def par_av_tiltak(foer: Iterable[Maaldel], etter: Iterable[Maaldel]) -> list[Par[Plassert]]:
    """Give the measures two and two, each with the goal it stands under, in the same order as the goals are given."""

    def merke(plassert: Plassert) -> Merke:
        maal, tiltak = plassert
        return Merke(tiltak.tekst, uten_nummer(tiltak.kode), maal.nummer)

    alle = [[(maal, tiltak) for maal in deler for tiltak in maal.tiltak] for deler in (foer, etter)]
    return _koblet(alle[0], alle[1], merke)


def par_paa(foer: Iterable[T], etter: Iterable[T], *noekler: Callable[[T], Hashable]) -> list[Par[T]]:
    """Give those two and two that have the first key alike, of the rest those that have the second, and so on: in the
    order of `etter`, and after them those that are gone. Where several have the same key, they go in order."""
    rest, nye = list(foer), list(etter)
    funnet: dict[int, T] = {}
    for noekkel in noekler:
        med: dict[Hashable, list[T]] = defaultdict(list)
        for en in rest:
            med[noekkel(en)].append(en)
        for nr, ny in enumerate(nye):
            if nr not in funnet and noekkel(ny) and med[noekkel(ny)]:
                funnet[nr] = med[noekkel(ny)].pop(0)
        rest = [en for en in rest if not any(en is annen for annen in funnet.values())]
    return [*((funnet.get(nr), ny) for nr, ny in enumerate(nye)), *((en, None) for en in rest)]


def uten_nummer(kode: str) -> str:
    """Give the code as it stands in the plan: "2.3d (1)" is one of two that are 2.3d."""
    return kode.partition(" (")[0]


def _koblet(foer: Sequence[T], etter: Sequence[T], merke: Callable[[T], Merke]) -> list[Par[T]]:
    gamle, nye = [merke(en) for en in foer], [merke(en) for en in etter]
    til = {
        kobling.ny: foer[kobling.gammel]
        for kobling in koble(gamle, nye)
        if kobling.sikker or _ligner(gamle[kobling.gammel].tekst, nye[kobling.ny].tekst)
    }
    borte = [en for en in foer if not any(en is annen for annen in til.values())]
    return [*((til.get(nr), ny) for nr, ny in enumerate(etter)), *((en, None) for en in borte)]


def _ligner(en: str, annen: str) -> bool:
    return SequenceMatcher(None, en, annen, autojunk=False).ratio() >= LIK

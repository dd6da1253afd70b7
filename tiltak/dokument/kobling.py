"""Finds the parts of one version of a text again in the next: by the same words, nearly the same, or the same place.

The wording decides; code and place only support it, since they are what a revision moves about.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from tiltak.dokument.tilordning import beste_par

LIK = 0.7  # so alike that nobody needs to be asked
LIK_PAA_SAMME_STED = 0.5  # the same, for what also keeps its place and its code
ULIK = 0.45  # below this they are two different things, unless one stands exactly where the other stood
RIVAL = 0.2  # another that is left over and is this near in likeness makes the pair a question
_SAMME_KODE, _SAMME_STED = 0.06, 0.06  # how much that supports a likeness
_KANDIDATER = 8  # of each, the ones with most in common are looked at closely
_SJELDNE = 16  # told by so many of its rarest bits

_ORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Merke:
    """What one part is told by. `sted` is where it stands, in the terms of the old version for both; `kode` what it is
    called there. `navn` is a heading that is enough by itself, where no other part has the same."""

    tekst: str
    kode: str = ""
    sted: Hashable = None
    navn: str = ""


@dataclass(frozen=True)
class Kobling:
    """One that goes on: its index in the old version and in the new, and whether that is sure. What is not sure is for
    a person to decide."""

    gammel: int
    ny: int
    sikker: bool = True


def koble(gamle: Sequence[Merke], nye: Sequence[Merke], faste: Iterable[tuple[int | None, int]] = ()) -> list[Kobling]:
    """Give the pairs, in the new version's order. None is in two of them.

    `faste` are those that a person has decided, as indexes, old and new; (None, 3) is new, whatever it is like.
    """
    return _Kobler(gamle, nye).koble(faste)


def likeste(gamle: Sequence[str], nye: Sequence[str], hoeyst: int) -> list[list[int]]:
    """Give for each new wording the old ones to choose from, at most so many: the likest first, the rest in order."""
    biter_gamle, biter_nye = [_biter(ett) for ett in gamle], [_biter(ett) for ett in nye]
    svar = []
    for ny, naere in zip(biter_nye, _mest_felles(biter_gamle, biter_nye, hoeyst), strict=True):
        naere.sort(key=lambda nr: (-_likhet(biter_gamle[nr], ny), nr))
        svar.append(list(dict.fromkeys([*naere, *range(min(hoeyst, len(gamle)))]))[:hoeyst])
    return svar


class _Kobler:
    """The two versions, and what of each is still without a pair."""

    def __init__(self, gamle: Sequence[Merke], nye: Sequence[Merke]) -> None:
        self.gamle, self.nye = gamle, nye
        # Only of what has no exact match, by index.
        self.biter_gamle: dict[int, frozenset[str]] = {}
        self.biter_nye: dict[int, frozenset[str]] = {}
        self.rest_gamle = dict.fromkeys(range(len(gamle)))
        self.rest_nye = dict.fromkeys(range(len(nye)))
        self.par: dict[int, tuple[int, bool]] = {}

    def koble(self, faste: Iterable[tuple[int | None, int]]) -> list[Kobling]:
        for gammel, ny in faste:
            if gammel is None:
                del self.rest_nye[ny]
            else:
                self._sett(gammel, ny, True)
        for noekkel in (_alt, _tekst_og_sted, _tekst_og_kode, _tekst):
            self._like(noekkel)
        self._like(_navn, bare_entydige=True)
        self._nesten_like()
        self._paa_samme_sted()
        koblinger = [Kobling(gammel, ny, sikker) for ny, (gammel, sikker) in self.par.items()]
        return sorted(koblinger, key=lambda ett: ett.ny)

    def _sett(self, gammel: int, ny: int, sikker: bool) -> None:
        del self.rest_gamle[gammel], self.rest_nye[ny]
        self.par[ny] = gammel, sikker

    def _like(self, noekkel: Callable[[Merke], Hashable], *, bare_entydige: bool = False) -> None:
        """Pair those that have the same key: in order, or only where one has it on either side."""
        med: dict[Hashable, list[int]] = defaultdict(list)
        for gammel in self.rest_gamle:
            med[noekkel(self.gamle[gammel])].append(gammel)
        antall = Counter(noekkel(self.nye[ny]) for ny in self.rest_nye)
        for ny in list(self.rest_nye):
            verdi = noekkel(self.nye[ny])
            har = med[verdi]
            if verdi and har and not (bare_entydige and (len(har) > 1 or antall[verdi] > 1)):
                self._sett(har.pop(0), ny, True)

    def _nesten_like(self) -> None:
        self.biter_gamle = {nr: _biter(self.gamle[nr].tekst) for nr in self.rest_gamle}
        self.biter_nye = {nr: _biter(self.nye[nr].tekst) for nr in self.rest_nye}
        likheter = {ny: self._naere(ny, kandidater) for ny, kandidater in self._kandidater()}
        vekter = {
            ny: {gammel: round((vekt - ULIK) * 1_000_000) for gammel, vekt in naere.items() if vekt > ULIK}
            for ny, naere in likheter.items()
        }
        par = beste_par({ny: egne for ny, egne in vekter.items() if egne})
        for ny, gammel in par.items():
            self._sett(gammel, ny, True)
        rivaler: dict[int, float] = defaultdict(float)  # of each old one: the nearest new one that is left over
        for ny in self.rest_nye:
            for gammel, naer in likheter[ny].items():
                rivaler[gammel] = max(rivaler[gammel], naer)
        for ny, gammel in par.items():
            naere = likheter[ny]
            nest = max([rivaler[gammel], *(naer for annen, naer in naere.items() if annen in self.rest_gamle)])
            self.par[ny] = gammel, naere[gammel] - nest >= RIVAL and self._er_lik_nok(gammel, ny)

    def _kandidater(self) -> Iterator[tuple[int, list[int]]]:
        """For each new one the old ones that it has most in common with, told by the bits that few others have."""
        gamle = list(self.rest_gamle)
        paa_plass: dict[Hashable, list[int]] = defaultdict(list)
        for gammel in gamle:
            if plass := _plass(self.gamle[gammel]):
                paa_plass[plass].append(gammel)
        felles = _mest_felles(
            [self.biter_gamle[gammel] for gammel in gamle], [self.biter_nye[ny] for ny in self.rest_nye], _KANDIDATER
        )
        for ny, naere in zip(self.rest_nye, felles, strict=True):
            paa_samme = paa_plass[_plass(self.nye[ny])][:_KANDIDATER]
            yield ny, list(dict.fromkeys([*(gamle[nr] for nr in naere), *paa_samme]))

    def _naere(self, ny: int, kandidater: Iterable[int]) -> dict[int, float]:
        """How near each old one is: its likeness, with what supports it."""
        naere = {}
        for gammel in kandidater:
            er_lik = self._likhet(gammel, ny)
            stoette = self._samme_kode(gammel, ny) * _SAMME_KODE + self._samme_sted(gammel, ny) * _SAMME_STED
            if er_lik:
                naere[gammel] = er_lik + stoette
        return naere

    def _er_lik_nok(self, gammel: int, ny: int) -> bool:
        blir_staaende = self._samme_kode(gammel, ny) and self._samme_sted(gammel, ny)
        return self._likhet(gammel, ny) >= (LIK_PAA_SAMME_STED if blir_staaende else LIK)

    def _paa_samme_sted(self) -> None:
        """Wholly other words under the same code in the same place: perhaps the same, for a person to say."""
        foer = set(self.par)
        self._like(_plass, bare_entydige=True)
        for ny in set(self.par) - foer:
            self.par[ny] = self.par[ny][0], False

    def _likhet(self, gammel: int, ny: int) -> float:
        return _likhet(self.biter_gamle[gammel], self.biter_nye[ny])

    def _samme_kode(self, gammel: int, ny: int) -> bool:
        return self.gamle[gammel].kode == self.nye[ny].kode != ""

    def _samme_sted(self, gammel: int, ny: int) -> bool:
        return self.gamle[gammel].sted == self.nye[ny].sted


def _alt(merke: Merke) -> Hashable:
    return merke.tekst and (_rent(merke.tekst), merke.sted, merke.kode)


def _tekst_og_sted(merke: Merke) -> Hashable:
    return merke.tekst and (_rent(merke.tekst), merke.sted)


def _tekst_og_kode(merke: Merke) -> Hashable:
    return merke.tekst and (_rent(merke.tekst), merke.kode)


def _tekst(merke: Merke) -> Hashable:
    return _rent(merke.tekst)


def _navn(merke: Merke) -> Hashable:
    return _rent(merke.navn)


def _plass(merke: Merke) -> Hashable:
    return merke.kode and (merke.sted, merke.kode)


def _rent(tekst: str) -> str:
    return " ".join(tekst.casefold().split())


def _biter(tekst: str) -> frozenset[str]:
    """Every three signs in a row, word for word: a slip of the pen changes few of them."""
    rad = f" {' '.join(_ORD.findall(tekst.casefold()))} "
    return frozenset(rad[nr : nr + 3] for nr in range(len(rad) - 2))


def _mest_felles(gamle: Sequence[frozenset[str]], nye: Iterable[frozenset[str]], hoeyst: int) -> Iterator[list[int]]:
    """For each new one, which old ones share the most with it, told by the bits that few others have."""
    med: dict[str, list[int]] = defaultdict(list)
    for nr, biter in enumerate(gamle):
        for bit in biter:
            med[bit].append(nr)
    for biter in nye:
        felles: Counter[int] = Counter()
        for _, bit in nsmallest(_SJELDNE, [(len(med[bit]), bit) for bit in biter & med.keys()]):
            felles.update(med[bit])
        yield [nr for nr, _ in felles.most_common(hoeyst)]


def _likhet(en: frozenset[str], annen: frozenset[str]) -> float:
    if not en or not annen:
        return 0.0
    return 2 * len(en & annen) / (len(en) + len(annen))

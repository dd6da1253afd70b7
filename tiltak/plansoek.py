"""Pure: search in a plan that is laid out. In Python, since the databases disagree on whether å is Å."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from aktivitet.tekst import rens_linje
from tiltak.plantekst import Kapitteltekst, Maaltekst, Plantekst

LENGST = 100  # of what is searched for, in signs
UTEN_OVERSKRIFT = "Uten overskrift"

# What one looks for without thinking of it: any dash is a hyphen, a space is a space, a soft hyphen is nothing.
_LIKT = str.maketrans({"\u00ad": None, "\u00a0": " ", "\u202f": " ", "\n": " "} | dict.fromkeys("‐‑‒–—−", "-"))


@dataclass(frozen=True)
class Bit:
    """A piece of a text, marked where it is what was looked for."""

    tekst: str
    merket: bool


Biter = tuple[Bit, ...]


@dataclass(frozen=True)
class Treff:
    """One paragraph, goal for the period, month or measure that has all the words.

    A measure's `kode` leads to its own place, `anker`; the others stand under the heading of their group. `om` is what
    the plan says beside it: the phrase and the body of a measure, the cells of a month.
    """

    tekst: Biter
    om: tuple[Biter, ...] = ()
    kode: Biter = ()
    anker: str = ""


@dataclass(frozen=True)
class Gruppe:
    """What was found in one chapter or under one goal; its heading, marked where the heading itself was found."""

    overskrift: Biter
    anker: str
    treff: tuple[Treff, ...]

    @property
    def antall(self) -> int:
        return len(self.treff) + any(bit.merket for bit in self.overskrift)


@dataclass(frozen=True)
class Funn:
    """Everything that was found, in the plan's order."""

    grupper: tuple[Gruppe, ...]

    @property
    def antall(self) -> int:
        return sum(gruppe.antall for gruppe in self.grupper)


def rens_soek(q: str) -> str:
    """Give what was asked for as it is searched for: cleaned, and cut where it is longer than anybody means."""
    return rens_linje(rens_linje(q[: 10 * LENGST])[:LENGST])


def ordene_i(q: str) -> tuple[str, ...]:
    """Give the words of a cleaned search, folded, each of them once."""
    return tuple(filter(None, dict.fromkeys(brett(ordet) for ordet in q.split())))


def soek(tekst: Plantekst, q: str) -> Funn:
    """Find what has all the words of `q`, in any order and as parts of words, whatever their case."""
    ordene = ordene_i(rens_soek(q))
    if not ordene:
        return Funn(())
    grupper = (gruppe for kapittel in tekst.kapitler for gruppe in _i_kapittelet(kapittel, ordene))
    return Funn(tuple(gruppe for gruppe in grupper if gruppe.antall))


def _i_kapittelet(kapittel: Kapitteltekst, ordene: tuple[str, ...]) -> Iterable[Gruppe]:
    tekster = [ett.tekst for ett in kapittel.avsnitt] + [ett.periodemaal.tekst for ett in kapittel.periodemaal]
    treff = [*_treff(ordene, ((tekst,) for tekst in tekster))]
    treff += _treff(ordene, ((rad.maaned, rad.valgaar, rad.mellomaar) for rad in kapittel.aktivitetsrader))
    yield _gruppe(kapittel.kapittel.overskrift or UTEN_OVERSKRIFT, kapittel.anker, treff, ordene)
    for maal in kapittel.maal:
        yield _gruppe(maal.navn, maal.anker, _i_maalet(maal, ordene), ordene)


def _i_maalet(maal: Maaltekst, ordene: tuple[str, ...]) -> Iterable[Treff]:
    yield from _treff(ordene, ((tekst,) for tekst in (maal.maal.motto, *(ett.tekst for ett in maal.maal.avsnitt))))
    for ett in maal.tiltak:
        tiltak = ett.tiltak
        felter = (tiltak.tekst, tiltak.gjennomfoering, tiltak.ansvarlig)
        if har_alle((tiltak.kode, *felter), ordene):
            tekst, *om = (_merk(felt, ordene) for felt in felter)
            yield Treff(
                tekst, tuple(filter(None, om)), _merk(tiltak.kode, ordene) or (Bit("Tiltak", False),), ett.anker
            )


def _treff(ordene: tuple[str, ...], stedene: Iterable[tuple[str, ...]]) -> Iterable[Treff]:
    for felter in stedene:
        if har_alle(felter, ordene):
            tekst, *om = (_merk(felt, ordene) for felt in felter)
            yield Treff(tekst, tuple(filter(None, om)))


def _gruppe(overskrift: str, anker: str, treff: Iterable[Treff], ordene: tuple[str, ...]) -> Gruppe:
    funnet = overskrift != UTEN_OVERSKRIFT and har_alle((overskrift,), ordene)
    return Gruppe(_merk(overskrift, ordene if funnet else ()), anker, tuple(treff))


def har_alle(felter: tuple[str, ...], ordene: tuple[str, ...]) -> bool:
    """Whether the fields together have all the words. No word goes from one field into the next."""
    brettet = brett("\0".join(felter))
    return all(ordet in brettet for ordet in ordene)


def brett(tekst: str) -> str:
    """Fold a text to what it is looked for by: no case, one kind of hyphen and of space."""
    return unicodedata.normalize("NFC", tekst).translate(_LIKT).casefold()


def _merk(tekst: str, ordene: tuple[str, ...]) -> Biter:
    """Part the text where the words stand in it. Folded, a sign may be two or none: each remembers where it was."""
    tekst = unicodedata.normalize("NFC", tekst)
    brettede = [(brettet, plass) for plass, tegn in enumerate(tekst) for brettet in tegn.translate(_LIKT).casefold()]
    brettet = "".join(tegn for tegn, _ in brettede)
    merket = [False] * len(tekst)
    for ordet in ordene:
        sted = brettet.find(ordet)
        while sted >= 0:
            fra, til = brettede[sted][1], brettede[sted + len(ordet) - 1][1] + 1
            merket[fra:til] = [True] * (til - fra)
            sted = brettet.find(ordet, sted + len(ordet))
    grupper = groupby(zip(tekst, merket, strict=True), key=itemgetter(1))
    return tuple(Bit("".join(tegn for tegn, _ in gruppe), er_merket) for er_merket, gruppe in grupper)

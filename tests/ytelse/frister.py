"""How fast 10,000 different "Gjennomføring" phrases are read.

The yardstick is a fixed loop of plain Python over the same phrases, in the same process. The two take turns, so that
what else the machine does hits both alike, and the best of each is compared: what is kept of
earlier readings is thrown away before each.
"""

import sys
from collections.abc import Callable
from itertools import islice, product
from time import process_time

from tiltak.frist import les
from tiltak.frist.lesing import _les
from tiltak.frist.normalform import normaliser
from tiltak.frist.oppdeling import _lag

ANTALL = 10_000
GANGER = 5
HOEYST_SEKUNDER = 1.0
HOEYST_FORHOLD = 160.0

TIDER = (
    *("Mars", "oktober–november", "1. kvartal", "Andre halvår", "Haust", "Våren", "uke 34", "veke 34–36", "1. mai"),
    *("Innen 15. september", "innan utgangen av juni", "1.–15. mai", "28. mai–2. juni", "2. tertial", "Medio mars"),
    *("Kvartalsvis", "Månadleg", "To ganger i året", "Før årsmøtet", "Etter landsmøtet", "To uker før valget"),
    *("Første styremøte etter årsmøtet", "Februar/mars", "Mars og oktober", "hver 1. mars", "Første FS-møte"),
)
AARENE = (
    *("årlig", "kvart år", "i valgår", "mellomår", "annakvart år", "2025–2027", "fra 2026", "hele perioden"),
    *(f"{aar}" for aar in range(2000, 2100)),
    *(f"{aar} og {aar + 2}" for aar in range(2000, 2100)),
    *(f"i {aar}, {aar + 1} og {aar + 4}" for aar in range(2000, 2100)),
    *(f"fra og med {aar}" for aar in range(2000, 2100)),
    *(f"årlig {aar}–{aar + 3}" for aar in range(2000, 2100)),
)


def main() -> int:
    """Measure and print. Gives 1 when a bound is broken, else 0."""
    frasene = fraser()
    tider: dict[Callable[[list[str]], int], list[float]] = {maalestokk: [], les_alle: []}
    for nr in range(GANGER):
        for maal in (maalestokk, les_alle) if nr % 2 else (les_alle, maalestokk):
            _les.cache_clear(), _lag.cache_clear()
            begynt = process_time()
            maal(frasene)
            tider[maal].append(process_time() - begynt)
    vaar, stokk = min(tider[les_alle]), min(tider[maalestokk])
    print(f"{len(frasene)} ulike fraser, {les_alle(frasene)} av dem forstått: {vaar:.2f} s ", end="")  # noqa: T201
    print(f"(best av {GANGER}, høyst {HOEYST_SEKUNDER:.0f} s)")  # noqa: T201
    print(f"Forhold til en fast løkke på {stokk:.3f} s: {vaar / stokk:.1f} (høyst {HOEYST_FORHOLD:.0f})")  # noqa: T201
    return int(vaar > HOEYST_SEKUNDER or vaar / stokk > HOEYST_FORHOLD)


def fraser() -> list[str]:
    """Phrases that differ also in their normal form, most of them ones that a plan could hold."""
    frasene = [f"{tid}, {aar}" for aar, tid in islice(product(AARENE, TIDER), ANTALL)]
    if len({normaliser(frase) for frase in frasene}) != ANTALL:
        raise SystemExit("Frasene er ikke ulike.")
    return frasene


def les_alle(frasene: list[str]) -> int:
    """How many of them are understood."""
    return sum(les(frase) is not None for frase in frasene)


def maalestokk(frasene: list[str]) -> int:
    """A fixed amount of plain Python for each phrase: its characters counted one by one."""
    funnet = 0
    for frase in frasene:
        for tegn in frase:
            if tegn.isalnum() or tegn in ",.–":
                funnet += 1
    return funnet


if __name__ == "__main__":
    sys.exit(main())

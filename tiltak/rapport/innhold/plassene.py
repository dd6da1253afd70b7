"""Where goals and measures stood in an edition of the plan, which has no keys: they are known again by their words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ...dokument import Plandokument
from ...models import Maal, Tiltak
from .tilbake import Ordlyd

Rad = TypeVar("Rad", Maal, Tiltak)
Ordene = tuple[str, ...]  # all that a part says, field by field


@dataclass
class Plassert:
    """What stood where: the places of goals and measures by key, and the key of each measure's goal."""

    maal: dict[int, int] = field(default_factory=dict)
    tiltak: dict[int, int] = field(default_factory=dict)
    maalet: dict[int, int] = field(default_factory=dict)


def plassene(
    utgave: Plandokument,
    maal: Iterable[Maal],
    tiltak: Iterable[Tiltak],
    maalord: Mapping[int, Ordlyd],
    tiltaksord: Mapping[int, Ordlyd],
) -> Plassert:
    """Find these goals and measures, which stood in the plan, in the edition.

    Where the same words stand twice, a measure is first looked for under the goal that it has today.
    """
    plassert = Plassert()
    ledige_maal = _etter_ord(maal, maalord)
    rest: list[tuple[int, int | None, Ordene]] = []
    for nr, ett in enumerate(utgave.maal):
        like = ledige_maal[ett.nummer, ett.overskrift, ett.motto]
        maalet = like.pop(0).pk if like else None
        if maalet:
            plassert.maal[maalet] = nr
        for t in ett.tiltak:
            rest.append((len(rest), maalet, (t.kode, t.tekst, t.gjennomfoering, t.ansvarlig)))
    ledige = _etter_ord(tiltak, tiltaksord)
    for samme_maal in (True, False):
        ikke_funnet = []
        for linje in rest:
            nr, maalet, ordene = linje
            valgt = next((t for t in ledige[ordene] if t.maal_id == maalet or not samme_maal), None)
            if valgt is None:
                ikke_funnet.append(linje)
                continue
            ledige[ordene].remove(valgt)
            plassert.tiltak[valgt.pk] = nr
            plassert.maalet[valgt.pk] = maalet or valgt.maal_id
        rest = ikke_funnet
    return plassert


def i_rekkefoelge(rader: Sequence[Rad], plass: Mapping[int, int]) -> list[Rad]:
    """Give those that have a place in its order. Any other stays right after the one that it stands after today."""
    noekler, foran = [], -1
    for nr, rad in enumerate(rader):
        foran = plass.get(rad.pk, foran)
        noekler.append((foran, rad.pk not in plass, nr))
    return [rader[nr] for *_, nr in sorted(noekler)]


def _etter_ord(rader: Iterable[Any], ordlyd: Mapping[int, Ordlyd]) -> defaultdict[Ordene, list[Any]]:
    svar: defaultdict[Ordene, list[Any]] = defaultdict(list)
    for rad in rader:
        svar[tuple(ordlyd[rad.pk].bokstavelig.values())].append(rad)
    return svar

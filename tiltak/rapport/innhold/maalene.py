"""Lays the report's measures out by goal, each goal with its figures and what the secretary says of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...figurer import Figurer
from ...models import Maal, Rapporttekst, Tiltak
from ...sitering import ankere
from ..deler import Linje, Maaldel, Tiltaksdel
from ..tekst import les_tekst
from .linjer import linjer


def lag_maaldeler(
    maalene: Sequence[Maal],
    tiltakene: Iterable[Tiltak],
    koder: Mapping[int, str],
    linjene: Mapping[int, tuple[Linje, ...]],
    tekster: Iterable[Rapporttekst],
) -> tuple[Maaldel, ...]:
    """Give a part for each goal, in the order given, with those of the measures that stand under it.

    `koder` and `linjene` are by the measures' keys: what each is cited by, and a line for each of its due dates.
    """
    skrevet = {ett.maal_id: ett.tekst for ett in tekster if ett.sted == Rapporttekst.Sted.MAAL}
    under: dict[int, list[Tiltak]] = defaultdict(list)
    for ett in tiltakene:
        under[ett.maal_id].append(ett)
    deler: list[Maaldel] = []
    for maal, anker in zip(maalene, ankere(maal.nummer for maal in maalene), strict=True):
        alle = [linje for ett in under[maal.pk] for linje in linjene.get(ett.pk, ())]
        deler.append(
            Maaldel(
                nummer=maal.nummer,
                overskrift=maal.overskrift,
                motto=maal.motto,
                nivaa=min(maal.nivaa, deler[-1].nivaa + 1 if deler else 1),
                anker=f"mal-{anker}",
                figurer=Figurer.av(Counter(linje.stilling for linje in alle)),
                tiltak=tuple(_tiltaksdel(ett, koder[ett.pk], linjene.get(ett.pk, ())) for ett in under[maal.pk]),
                tekst=les_tekst(skrevet.get(maal.pk, "")),
            )
        )
    return tuple(deler)


def _tiltaksdel(tiltak: Tiltak, kode: str, alle: tuple[Linje, ...]) -> Tiltaksdel:
    return Tiltaksdel(kode, tiltak.tekst, tiltak.gjennomfoering, tiltak.ansvarlig, *linjer(alle), alle)

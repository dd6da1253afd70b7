"""From a section to what is stored of it: a chapter, overall goals, or a numbered goal with its measures."""

from collections.abc import Collection, Iterator

from tiltak.dokument.blokker import PUNKT, TABELL, Blokk
from tiltak.dokument.maaltall import les_maaltall
from tiltak.dokument.plandokument import Avsnitt, Kapittel, Maal, Merknad, Periodemaal
from tiltak.dokument.seksjoner import Seksjon, kan_vaere_overskrift
from tiltak.dokument.tabeller import Tabellinnhold

_MERKELAPPER = frozenset({"tiltak", "delmål", "bakgrunn", "status", "mål"})  # above a table, they say what it holds


def les_kapittel(seksjon: Seksjon) -> Kapittel:
    """The chapter of a section. Bullets under the heading "periodemaal" are no paragraphs: see `les_periodemaal`."""
    hode = seksjon.overskrift
    blokker = [blokk for blokk in seksjon.blokker if not _er_periodemaal(seksjon, blokk)]
    return Kapittel(
        slag=seksjon.slag,
        overskrift=hode.tekst if hode else "",
        margin=hode.margin_fra if hode else None,
        margin_til=hode.margin_til if hode else None,
        linje=hode.linje if hode else blokker[0].linje,
        avsnitt=_avsnitt(blokker),
    )


def les_periodemaal(seksjon: Seksjon) -> Iterator[Periodemaal]:
    """The overall goals: the bullets under the heading "Mål for perioden"."""
    for blokk in seksjon.blokker:
        if _er_periodemaal(seksjon, blokk):
            antall, per_valgkrets, valg, valgaar = les_maaltall(blokk.tekst)
            yield Periodemaal(
                tekst=blokk.tekst,
                margin=blokk.margin_fra,
                margin_til=blokk.margin_til,
                linje=blokk.linje,
                antall=antall,
                per_valgkrets=per_valgkrets,
                valg=valg,
                valgaar=valgaar,
            )


def les_maal(seksjon: Seksjon, tabeller: Tabellinnhold, numre: Collection[str]) -> Maal:
    """The goal of a section, under the nearest of the goals in `numre` that its number begins with.

    Its motto is an un-numbered heading (a short line by itself that does not end as a sentence) that stands right
    under the numbered one, before any text.
    """
    hode = seksjon.overskrift
    assert hode  # noqa: S101 a goal is opened by its heading
    blokker = seksjon.blokker
    motto = blokker[0] if blokker and _kan_vaere_motto(blokker[0]) else None
    return Maal(
        nummer=seksjon.nummer,
        forelder=forelder_til(seksjon.nummer, numre),
        overskrift=_uten_nummer(hode),
        margin=hode.margin_fra,
        margin_til=hode.margin_til,
        linje=hode.linje,
        motto=motto.tekst if motto else "",
        motto_margin=motto.margin_fra if motto else None,
        avsnitt=_avsnitt(blokker[1:] if motto else blokker),
        tiltak=tuple(tabeller.tiltak),
    )


def overskrifter_uten_nummer(seksjon: Seksjon) -> Iterator[Merknad]:
    """Headings by style that stay with the goal as text; a motto is none, unless it outranks the goal's heading."""
    hode = seksjon.overskrift
    for plass, blokk in enumerate(seksjon.blokker):
        if blokk.nivaa and hode and (plass or blokk.nivaa < hode.nivaa):
            tekst = (
                f"Overskriften «{blokk.tekst}» har ikke noe nummer, og er lest som tekst under mål {seksjon.nummer}."
            )
            yield Merknad(blokk.linje, "uten-nummer", tekst)


def _avsnitt(blokker: list[Blokk]) -> tuple[Avsnitt, ...]:
    return tuple(
        Avsnitt(blokk.tekst, blokk.slag == PUNKT, blokk.margin_fra, blokk.margin_til, blokk.linje)
        for blokk in blokker
        if blokk.slag != TABELL
    )


def _er_periodemaal(seksjon: Seksjon, blokk: Blokk) -> bool:
    return seksjon.slag == "periodemaal" and blokk.slag == PUNKT


def forelder_til(nummer: str, numre: Collection[str]) -> str | None:
    """The nearest of `numre` above `nummer`, or None."""
    while "." in nummer:
        nummer = nummer.rpartition(".")[0]
        if nummer in numre:
            return nummer
    return None


def _uten_nummer(hode: Blokk) -> str:
    assert hode.maal  # noqa: S101 it is told by its number
    foran = len(hode.linjer[0].tekst) - len(hode.maal[1])
    return hode.tekst[foran:]


def _kan_vaere_motto(blokk: Blokk) -> bool:
    return kan_vaere_overskrift(blokk) and blokk.tekst.lower() not in _MERKELAPPER

"""From blocks to sections: which heading opens a chapter, which a goal, and what stands under each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tiltak.dokument.blokker import KAPITTEL, MAAL, TABELL, TEKST, Blokk
from tiltak.dokument.overskrift import er_overskrift, kapittelslag, uten_punktum
from tiltak.dokument.tabeller import er_tiltakstabell

_NAERMESTE = 100  # how many chapters up we look for the one that a heading of a lower level belongs to


@dataclass
class Seksjon:
    """A heading, and the blocks up to the next one. `nummer` is filled for a goal, `slag` for a chapter."""

    overskrift: Blokk | None
    slag: str = ""
    nummer: str = ""
    blokker: list[Blokk] = field(default_factory=list)


def kan_vaere_overskrift(blokk: Blokk) -> bool:
    """An un-numbered heading: a short line by itself that does not end as a sentence."""
    if blokk.slag == KAPITTEL or (blokk.slag == TEKST and blokk.nivaa):  # Word says so
        return True
    if blokk.slag != TEKST or len(blokk.linjer) > 2 or not er_overskrift(blokk.tekst) or blokk.maal:
        return False
    # Right under a table row it is rather a broken row than a heading, unless everybody knows it as one.
    return not blokk.inntil_tabell or bool(kapittelslag(blokk.tekst))


def del_i_seksjoner(blokker: list[Blokk], innhold: frozenset[str]) -> list[Seksjon]:
    """Divide `blokker` into sections. `innhold`: what the contents page names, in small letters.

    - A numbered heading opens a goal.
    - Before the first goal, an un-numbered heading opens a chapter when it is well known, named by the contents
      page, or nothing is open yet. Right above the first goal, it is the heading of the goals.
    - After the last goal and the last table of measures, every un-numbered heading opens a closing chapter.
    - Between the two an un-numbered heading stays with its goal, and so does one right under the last goal's
      heading (its motto) unless it is well known or named by the contents page.

    Where Word's styles tell the headings, a line without such a style opens a chapter only if it is well known or
    named by the contents page, and one with it always does outside the goals. A well-known heading before the first
    goal or after the last may have a number of its own ("1. Innledning").
    """
    _forkast_loese_tall(blokker)
    stiler = any(blokk.nivaa for blokk in blokker if blokk.slag == MAAL)
    if stiler:
        _forkast_uten_stil(blokker)
    _finn_kapitler_med_nummer(blokker)
    maal = [plass for plass, blokk in enumerate(blokker) if blokk.slag == MAAL]
    foerste = maal[0] if maal else len(blokker)
    tabeller = [plass for plass, blokk in enumerate(blokker) if blokk.slag == TABELL and er_tiltakstabell(blokk)]
    siste = max(maal[-1:] + tabeller[-1:], default=len(blokker))
    seksjoner: list[Seksjon] = []
    for plass, blokk in enumerate(blokker):
        if blokk.slag == MAAL:
            nummer, _ = blokk.maal or ("", "")
            seksjoner.append(Seksjon(blokk, nummer=nummer))
        elif (
            not kan_vaere_overskrift(blokk)
            or foerste < plass < siste
            or (stiler and not (blokk.nivaa or _kjent(blokk) or blokk.tekst.lower() in innhold))
        ):
            _legg_til(blokk, seksjoner)
        elif plass < foerste:
            slag = _kjent(blokk)
            if plass + 1 == foerste:
                seksjoner.append(Seksjon(blokk, slag="maal"))
            elif slag or not seksjoner or blokk.nivaa or blokk.tekst.lower() in innhold:
                seksjoner.append(Seksjon(blokk, slag=slag or _slaget_over(seksjoner, blokk)))
            else:
                _legg_til(blokk, seksjoner)
        elif _er_motto(seksjoner, blokk, innhold):
            _legg_til(blokk, seksjoner)
        else:
            seksjoner.append(Seksjon(blokk, slag="avslutning"))
    return seksjoner


def _kjent(blokk: Blokk) -> str | None:
    """Which kind of chapter the heading is well known for, with or without a number in front."""
    return kapittelslag(blokk.maal[1] if blokk.maal else blokk.tekst)


def _slaget_over(seksjoner: list[Seksjon], blokk: Blokk) -> str:
    """The kind of the chapter that a heading of a lower level stands in; "innledning" where it stands in none."""
    for seksjon in seksjoner[: -_NAERMESTE - 1 : -1]:
        if seksjon.overskrift and seksjon.overskrift.nivaa < blokk.nivaa:
            return seksjon.slag if seksjon.overskrift.nivaa else "innledning"
    return "innledning"


def _legg_til(blokk: Blokk, seksjoner: list[Seksjon]) -> None:
    if not seksjoner:  # text before any heading
        seksjoner.append(Seksjon(None, slag="innledning"))
    seksjoner[-1].blokker.append(blokk)


def _er_motto(seksjoner: list[Seksjon], blokk: Blokk, innhold: frozenset[str]) -> bool:
    rett_under = bool(seksjoner) and bool(seksjoner[-1].nummer) and not seksjoner[-1].blokker
    return rett_under and not _kjent(blokk) and blokk.tekst.lower() not in innhold


def _forkast_loese_tall(blokker: list[Blokk]) -> None:
    """Turn "5 Nye medlemmer" back into text: a number without a dot is a goal's only when it is next in order."""
    neste = 1
    for blokk in blokker:
        if blokk.slag != MAAL:
            continue
        nummer, _ = blokk.maal or ("", "")
        topp = int(nummer.partition(".")[0] or 0)
        foerste = blokk.linjer[0]
        if uten_punktum(foerste.tekst) and topp != neste and not (foerste.nivaa and foerste.liste):
            blokk.slag = TEKST
        else:
            neste = topp + 1


def _forkast_uten_stil(blokker: list[Blokk]) -> None:
    """Turn a numbered line without a heading's style back into text where the other goals' headings have one.

    Where no heading by style has its number, it stays a goal if the number has several steps, or goals under it: then
    the style was forgotten. "1. Klima" is rather one of a numbered list.
    """
    med_stil = {blokk.maal[0] for blokk in blokker if blokk.slag == MAAL and blokk.nivaa and blokk.maal}
    foreldre = _foreldre(med_stil)
    for blokk in blokker:
        if blokk.slag == MAAL and not blokk.nivaa:
            nummer, _ = blokk.maal or ("", "")
            if nummer in med_stil or not ("." in nummer or nummer in foreldre):
                blokk.slag = TEKST


def _finn_kapitler_med_nummer(blokker: list[Blokk]) -> None:
    """Mark "1. Innledning" before the first goal and "5. Avslutning" after the last as chapters.

    Only where nothing says that it is a goal: no measures right under it, and no goal under its number.
    """
    maal = [plass for plass, blokk in enumerate(blokker) if blokk.slag == MAAL]
    ender = [*maal[1:], len(blokker)]
    deler = [(blokker[fra], blokker[fra + 1 : til]) for fra, til in zip(maal, ender, strict=False)]
    foreldre = _foreldre(hode.maal[0] for hode, _ in deler if hode.maal)
    for rekke, slagene in ((deler, ("innledning", "visjon", "periodemaal")), (deler[::-1], ("avslutning",))):
        for hode, under in rekke:
            if hode.slag == KAPITTEL or _kjent(hode) not in slagene or _er_maal(hode, under, foreldre):
                break
            hode.slag = KAPITTEL


def _foreldre(numre: Iterable[str]) -> set[str]:
    """All the numbers above these: "1" and "1.2" for "1.2.3"."""
    return {nummer[:plass] for nummer in numre for plass, tegn in enumerate(nummer) if tegn == "."}


def _er_maal(hode: Blokk, under: list[Blokk], foreldre: set[str]) -> bool:
    nummer, _ = hode.maal or ("", "")
    return nummer in foreldre or any(blokk.slag == TABELL and er_tiltakstabell(blokk) for blokk in under)

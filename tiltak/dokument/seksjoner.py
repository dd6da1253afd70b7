"""From blocks to sections: which heading opens a chapter, which a goal, and what stands under each."""

from dataclasses import dataclass, field

from tiltak.dokument.blokker import MAAL, TABELL, TEKST, Blokk
from tiltak.dokument.overskrift import er_overskrift, kapittelslag, maaloverskrift, uten_punktum
from tiltak.dokument.tabeller import er_tiltakstabell


@dataclass
class Seksjon:
    """A heading, and the blocks up to the next one. `nummer` is filled for a goal, `slag` for a chapter."""

    overskrift: Blokk | None
    slag: str = ""
    nummer: str = ""
    blokker: list[Blokk] = field(default_factory=list)


def kan_vaere_overskrift(blokk: Blokk) -> bool:
    """An un-numbered heading: a short line by itself that does not end as a sentence."""
    if blokk.slag != TEKST or len(blokk.linjer) > 2 or not er_overskrift(blokk.tekst) or maaloverskrift(blokk.tekst):
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
    """
    _forkast_loese_tall(blokker)
    maal = [plass for plass, blokk in enumerate(blokker) if blokk.slag == MAAL]
    foerste = maal[0] if maal else len(blokker)
    tabeller = [plass for plass, blokk in enumerate(blokker) if blokk.slag == TABELL and er_tiltakstabell(blokk)]
    siste = max(maal[-1:] + tabeller[-1:], default=len(blokker))
    seksjoner: list[Seksjon] = []
    for plass, blokk in enumerate(blokker):
        if blokk.slag == MAAL:
            nummer, _ = maaloverskrift(blokk.linjer[0].tekst) or ("", "")
            seksjoner.append(Seksjon(blokk, nummer=nummer))
        elif not kan_vaere_overskrift(blokk) or foerste < plass < siste:
            _legg_til(blokk, seksjoner)
        elif plass < foerste:
            slag = kapittelslag(blokk.tekst)
            if plass + 1 == foerste:
                seksjoner.append(Seksjon(blokk, slag="maal"))
            elif slag or not seksjoner or blokk.tekst.lower() in innhold:
                seksjoner.append(Seksjon(blokk, slag=slag or "innledning"))
            else:
                _legg_til(blokk, seksjoner)
        elif _er_motto(seksjoner, blokk, innhold):
            _legg_til(blokk, seksjoner)
        else:
            seksjoner.append(Seksjon(blokk, slag="avslutning"))
    return seksjoner


def _legg_til(blokk: Blokk, seksjoner: list[Seksjon]) -> None:
    if not seksjoner:  # text before any heading
        seksjoner.append(Seksjon(None, slag="innledning"))
    seksjoner[-1].blokker.append(blokk)


def _er_motto(seksjoner: list[Seksjon], blokk: Blokk, innhold: frozenset[str]) -> bool:
    rett_under = bool(seksjoner) and bool(seksjoner[-1].nummer) and not seksjoner[-1].blokker
    return rett_under and not kapittelslag(blokk.tekst) and blokk.tekst.lower() not in innhold


def _forkast_loese_tall(blokker: list[Blokk]) -> None:
    """Turn "5 Nye medlemmer" back into text: a number without a dot is a goal's only when it is next in order."""
    neste = 1
    for blokk in blokker:
        if blokk.slag != MAAL:
            continue
        nummer, _ = maaloverskrift(blokk.linjer[0].tekst) or ("", "")
        topp = int(nummer.partition(".")[0] or 0)
        if uten_punktum(blokk.linjer[0].tekst) and topp != neste:
            blokk.slag = TEKST
        else:
            neste = topp + 1

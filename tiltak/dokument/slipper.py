"""The document's own slips, found by rule and pointed out by line: never mended, and no spelling is hunted."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from difflib import get_close_matches

from tiltak.dokument.ordlyd import tall_uten_dekning
from tiltak.dokument.plandokument import Merknad, Plandokument, Tiltak
from tiltak.dokument.tabeller import KODE, er_kode

_SPOERSMAAL = re.compile(r"\([^()]*\?\s*\)|\?\?+")
_AAR = re.compile(r"(?<![0-9])(?:19|20)[0-9][0-9](?![0-9])")
_MAKS_NAVN = 60  # characters of its wording that a measure without a code is known by
_NOEN_FAA = 3  # so many measures are pointed out one by one
_ANDRE_PLAN = 20  # contents lines without a heading, beyond which we do not look for what each may have meant


def finn_slipper(
    dok: Plandokument, forstaatt: Callable[[str], bool] | None, kapittelnumre: Collection[str] = ()
) -> Iterator[Merknad]:
    """Every slip of `dok`; `forstaatt` as for `les_dokument`, `kapittelnumre` the numbers that chapters have."""
    yield from _koder(dok)
    yield from _nummer(dok, kapittelnumre)
    for maal in dok.maal:
        for tiltak in maal.tiltak:
            yield from _tiltak(tiltak, maal.nummer, dok, forstaatt)
    yield from _tomme_felt(dok)
    yield from _aapne_spoersmaal(dok)
    yield from _overskrifter_to_ganger(dok)
    yield from _innholdsfortegnelsen(dok)


def _koder(dok: Plandokument) -> Iterator[Merknad]:
    """Codes that stand twice. One without its goal's number ("3") may begin anew under each goal."""
    foerste: dict[tuple[str, str], int] = {}
    for maal in dok.maal:
        for tiltak in maal.tiltak:
            noekkel = (tiltak.kode.lower(), "" if er_kode(tiltak.kode, maal.nummer) else maal.nummer)
            if tiltak.kode and noekkel in foerste:
                tekst = f"Koden {tiltak.kode} står to ganger: først {dok.filslag.sted(foerste[noekkel])}, så her."
                yield Merknad(tiltak.linje, "kode-to-ganger", tekst)
            foerste.setdefault(noekkel, tiltak.linje)


def _tomme_felt(dok: Plandokument) -> Iterator[Merknad]:
    """Measures without a code as we know it, or without "Gjennomføring".

    Where that goes for most of the measures, it is how the plan is written, and is said once.
    """
    par = [(maal, tiltak) for maal in dok.maal for tiltak in maal.tiltak]
    uten_kode = [(maal, tiltak) for maal, tiltak in par if not er_kode(tiltak.kode, maal.nummer)]
    uten_frist = [tiltak for _, tiltak in par if not tiltak.gjennomfoering]
    if _er_regelen(uten_kode, par):
        hva = "kode" if not any(tiltak.kode for _, tiltak in uten_kode) else "kode med nummer og bokstav («1.1a»)"
        tekst = f"{len(uten_kode)} av {len(par)} tiltak har ikke {hva}. Det første står her."
        yield Merknad(uten_kode[0][1].linje, "uten-kode", tekst)
        uten_kode = []
    if _er_regelen(uten_frist, par):
        tekst = f"{len(uten_frist)} av {len(par)} tiltak har tom «Gjennomføring». Det første står her."
        yield Merknad(uten_frist[0].linje, "uten-gjennomfoering", tekst)
        uten_frist = []
    for maal, tiltak in uten_kode:
        hva = f"har koden «{tiltak.kode}», som ikke er et nummer og en bokstav" if tiltak.kode else "mangler kode"
        yield Merknad(tiltak.linje, "uten-kode", f"Tiltaket under mål {maal.nummer} {hva}.")
    for tiltak in uten_frist:
        yield Merknad(tiltak.linje, "uten-gjennomfoering", f"{_navn(tiltak)} har tom «Gjennomføring».")


def _er_regelen(noen: Collection[object], alle: Collection[object]) -> bool:
    return len(noen) > _NOEN_FAA and len(noen) * 2 > len(alle)


def _nummer(dok: Plandokument, kapittelnumre: Collection[str]) -> Iterator[Merknad]:
    """Goals whose number stands twice, comes after a higher one, or has no goal or no sibling before it."""
    foerste: dict[str, int] = dict.fromkeys(kapittelnumre, 0)
    foran = ""
    for maal in dok.maal:
        over, _, siste = maal.nummer.rpartition(".")
        forrige = ".".join(filter(None, [over, str(int(siste) - 1) if _er_tall(siste) else ""]))
        if foerste.get(maal.nummer):
            sted = dok.filslag.sted(foerste[maal.nummer])
            tekst = f"Målnummeret {maal.nummer} står to ganger: først {sted}, så her."
            yield Merknad(maal.linje, "nummer-to-ganger", tekst)
        elif over and over not in foerste:
            yield Merknad(maal.linje, "nummer-hopper", f"Mål {maal.nummer} kommer uten at mål {over} står foran.")
        elif _er_tall(siste) and siste != "1" and forrige not in foerste:
            yield Merknad(maal.linje, "nummer-hopper", f"Mål {maal.nummer} kommer uten at mål {forrige} står foran.")
        elif _trinn(maal.nummer) < _trinn(foran):
            yield Merknad(maal.linje, "nummer-hopper", f"Mål {maal.nummer} står etter mål {foran}.")
        foerste.setdefault(maal.nummer, maal.linje)
        foran = maal.nummer


def _trinn(nummer: str) -> list[int]:
    return [int(trinn) for trinn in nummer.split(".") if _er_tall(trinn)]


def _er_tall(trinn: str) -> bool:
    return trinn.isdecimal() and len(trinn) < 10  # in JSON a goal may have any number


def _tiltak(
    tiltak: Tiltak, nummer: str, dok: Plandokument, forstaatt: Callable[[str], bool] | None
) -> Iterator[Merknad]:
    navn = _navn(tiltak)
    frist = tiltak.gjennomfoering
    treff = KODE.match(tiltak.kode)
    if treff and treff["nummer"] != nummer:
        yield Merknad(tiltak.linje, "kode-under-annet-maal", f"Tiltaket {tiltak.kode} står under mål {nummer}.")
    if not tiltak.tekst:
        yield Merknad(tiltak.linje, "uten-ordlyd", f"{navn} har ingen ordlyd.")
    elif tiltak.tekst.endswith((",", ";", ":", " -", " –")):
        yield Merknad(tiltak.linje, "slutter-midt-i", f"{navn} slutter med «{tiltak.tekst[-1]}». Mangler det noe?")
    if not frist:
        return
    foer = [aar for aar in _AAR.findall(frist) if int(aar) < dok.fra.year]
    etter = [aar for aar in _AAR.findall(frist) if int(aar) > dok.til.year]
    if foer:
        tekst = f"{navn} nevner {' og '.join(foer)}, før perioden {dok.fra.year}–{dok.til.year} begynner: «{frist}»."
        yield Merknad(tiltak.linje, "foer-perioden", tekst)
    if etter:
        tekst = (
            f"{navn} nevner {' og '.join(etter)}, etter at perioden {dok.fra.year}–{dok.til.year} er slutt: «{frist}»."
        )
        yield Merknad(tiltak.linje, "etter-perioden", tekst)
    if tall := tall_uten_dekning(tiltak.tekst, frist):
        tekst = f"{navn} nevner «{tall}» i ordlyden, men gjennomføringen er «{frist}»."
        yield Merknad(tiltak.linje, "tall-i-ordlyden", tekst)
    if forstaatt and not forstaatt(frist):
        tekst = f"Appen forstår ikke «{frist}», som er gjennomføringen av {navn}. Sett datoene for hånd."
        yield Merknad(tiltak.linje, "ikke-forstaatt", tekst)


def _navn(tiltak: Tiltak) -> str:
    """What to call a measure in a sentence: its code, or how its wording begins."""
    tekst = tiltak.tekst
    if tiltak.kode or not tekst:
        return tiltak.kode or "Tiltaket"
    return f"«{tekst}»" if len(tekst) <= _MAKS_NAVN else f"«{tekst[:_MAKS_NAVN].rstrip()} …»"


def _aapne_spoersmaal(dok: Plandokument) -> Iterator[Merknad]:
    """A question in brackets, or several question marks: somebody meant to come back to it."""
    steder = [(t.linje, t.kode or "Tiltaket", f"{t.tekst} {t.gjennomfoering} {t.ansvarlig}") for t in dok.tiltak]
    steder += [(p.linje, "Målet for perioden", p.tekst) for p in dok.periodemaal]
    steder += [(linje, "Overskriften", overskrift) for linje, overskrift in dok.overskrifter()]
    steder += [(maal.linje, f"Mottoet til mål {maal.nummer}", maal.motto) for maal in dok.maal]
    avsnitt = [avsnitt for del_ in dok.kapitler for avsnitt in del_.avsnitt]
    avsnitt += [avsnitt for del_ in dok.maal for avsnitt in del_.avsnitt]
    steder += [(a.linje, "Avsnittet", a.tekst) for a in avsnitt]
    steder += [(r.linje, r.maaned, f"{r.valgaar} {r.mellomaar}") for r in dok.aktivitetsplan]
    for linje, navn, tekst in steder:
        if spoersmaal := _SPOERSMAAL.findall(tekst):
            tekst = f"{navn} har et åpent spørsmål: «{'», «'.join(spoersmaal)}»."
            yield Merknad(linje, "aapent-spoersmaal", tekst)


def _overskrifter_to_ganger(dok: Plandokument) -> Iterator[Merknad]:
    foerste: dict[str, int] = {}
    for linje, overskrift in dok.overskrifter():
        if overskrift.lower() in foerste:
            sted = dok.filslag.sted(foerste[overskrift.lower()])
            tekst = f"«{overskrift}» er overskrift to ganger: først {sted}, så her."
            yield Merknad(linje, "overskrift-to-ganger", tekst)
        foerste.setdefault(overskrift.lower(), linje)


def _innholdsfortegnelsen(dok: Plandokument) -> Iterator[Merknad]:
    """Lines of the contents page that name no heading.

    A line names a heading by its beginning ("Visjon": "Visjon 2025–2028"), with or without the goal's number, and
    may name two at once ("Innledning og visjon").
    """
    linjer = {overskrift.lower(): linje for linje, overskrift in dok.overskrifter()}
    linjer |= {f"{maal.nummer} {maal.overskrift}".lower(): maal.linje for maal in dok.maal}
    linjer |= {f"{maal.nummer}. {maal.overskrift}".lower(): maal.linje for maal in dok.maal}
    navn = sorted(linjer)

    def finnes(tekst: str) -> bool:
        plass = bisect_left(navn, tekst)
        return plass < len(navn) and navn[plass].startswith(tekst)

    savnet = [
        linje
        for linje in dok.innhold
        if not finnes(linje.tekst.lower()) and not all(map(finnes, linje.tekst.lower().split(" og ")))
    ]
    skrevet = dict(dok.overskrifter())
    for linje in savnet:
        mulige = get_close_matches(linje.tekst.lower(), navn[:500], n=1) if len(savnet) <= _ANDRE_PLAN else []
        if mulige:
            treff = linjer[mulige[0]]
            tekst = f"men overskriften {dok.filslag.sted(treff)} er «{skrevet[treff]}»."
        else:
            tekst = "men det finnes ingen slik overskrift."
        yield Merknad(linje.linje, "innhold-avviker", f"Innholdsfortegnelsen sier «{linje.tekst}», {tekst}")

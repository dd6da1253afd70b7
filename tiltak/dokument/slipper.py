"""The document's own slips, found by rule and pointed out by line: never mended, and no spelling is hunted."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from tiltak.dokument.ordlyd import tall_uten_dekning
from tiltak.dokument.plandokument import Merknad, Plandokument, Tiltak
from tiltak.dokument.tabeller import KODE

_SPOERSMAAL = re.compile(r"\([^()]*\?\s*\)|\?\?+")
_AAR = re.compile(r"(?<![0-9])(?:19|20)[0-9][0-9](?![0-9])")
_ANDRE_PLAN = 20  # contents lines without a heading, beyond which we do not look for what each may have meant


def finn_slipper(dok: Plandokument, forstaatt: Callable[[str], bool] | None) -> Iterator[Merknad]:
    """Every slip of `dok`; `forstaatt` as for `les_dokument`."""
    yield from _koder(dok)
    yield from _nummer(dok)
    for maal in dok.maal:
        for tiltak in maal.tiltak:
            yield from _tiltak(tiltak, maal.nummer, dok, forstaatt)
    yield from _aapne_spoersmaal(dok)
    yield from _overskrifter_to_ganger(dok)
    yield from _innholdsfortegnelsen(dok)


def _koder(dok: Plandokument) -> Iterator[Merknad]:
    foerste: dict[str, int] = {}
    for tiltak in dok.tiltak:
        kode = tiltak.kode.lower()
        if kode and kode in foerste:
            tekst = f"Koden {tiltak.kode} står to ganger: først på linje {foerste[kode]}, så her."
            yield Merknad(tiltak.linje, "kode-to-ganger", tekst)
        foerste.setdefault(kode, tiltak.linje)


def _nummer(dok: Plandokument) -> Iterator[Merknad]:
    """Goals whose number stands twice, comes after a higher one, or has no goal or no sibling before it."""
    foerste: dict[str, int] = {}
    foran = ""
    for maal in dok.maal:
        over, _, siste = maal.nummer.rpartition(".")
        forrige = ".".join(filter(None, [over, str(int(siste) - 1)]))
        if maal.nummer in foerste:
            tekst = f"Målnummeret {maal.nummer} står to ganger: først på linje {foerste[maal.nummer]}, så her."
            yield Merknad(maal.linje, "nummer-to-ganger", tekst)
        elif over and over not in foerste:
            yield Merknad(maal.linje, "nummer-hopper", f"Mål {maal.nummer} kommer uten at mål {over} står foran.")
        elif siste != "1" and forrige not in foerste:
            yield Merknad(maal.linje, "nummer-hopper", f"Mål {maal.nummer} kommer uten at mål {forrige} står foran.")
        elif _trinn(maal.nummer) < _trinn(foran):
            yield Merknad(maal.linje, "nummer-hopper", f"Mål {maal.nummer} står etter mål {foran}.")
        foerste.setdefault(maal.nummer, maal.linje)
        foran = maal.nummer


def _trinn(nummer: str) -> list[int]:
    return [int(trinn) for trinn in nummer.split(".") if trinn]


def _tiltak(
    tiltak: Tiltak, nummer: str, dok: Plandokument, forstaatt: Callable[[str], bool] | None
) -> Iterator[Merknad]:
    navn = tiltak.kode or "Tiltaket"
    frist = tiltak.gjennomfoering
    treff = KODE.match(tiltak.kode)
    if not treff:
        hva = f"har koden «{tiltak.kode}», som ikke er et nummer og en bokstav" if tiltak.kode else "mangler kode"
        yield Merknad(tiltak.linje, "uten-kode", f"Tiltaket under mål {nummer} {hva}.")
    elif treff["nummer"] != nummer:
        yield Merknad(tiltak.linje, "kode-under-annet-maal", f"Tiltaket {tiltak.kode} står under mål {nummer}.")
    if not tiltak.tekst:
        yield Merknad(tiltak.linje, "uten-ordlyd", f"{navn} har ingen ordlyd.")
    elif tiltak.tekst.endswith((",", ";", ":", " -", " –")):
        yield Merknad(tiltak.linje, "slutter-midt-i", f"{navn} slutter med «{tiltak.tekst[-1]}». Mangler det noe?")
    if not frist:
        yield Merknad(tiltak.linje, "uten-gjennomfoering", f"{navn} har tom «Gjennomføring».")
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
            tekst = f"«{overskrift}» er overskrift to ganger: først på linje {foerste[overskrift.lower()]}, så her."
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
            tekst = f"men overskriften på linje {treff} er «{skrevet[treff]}»."
        else:
            tekst = "men det finnes ingen slik overskrift."
        yield Merknad(linje.linje, "innhold-avviker", f"Innholdsfortegnelsen sier «{linje.tekst}», {tekst}")

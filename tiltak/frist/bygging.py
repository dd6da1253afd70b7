"""A rule built from plain choices, as a form has them: which part of the year, which years, how serious; or days."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from aktivitet.kalender import MAANEDSNAVN

from .aarsdel import Del, er_aar
from .ankere import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from .dager import Dag, Dagspenn, Innen, Uker
from .perioder import Aarstid, Halvaar, Heleaar, Kvartal, Maaned, Maaneder
from .regel import AARSTEKST, ANNETHVERT, BESTEMTE, FOERSTE, HVERT, MELLOMAAR, VALGAAR, Aar, Ledd, Regel

MED_FRIST, LOEPENDE, VED_BEHOV = "frist", "loepende", "ved_behov"
FLEST_DAGER = 200  # lines of dates set by hand

AARVALG = {slag: f"{AARSTEKST[slag][0].upper()}{AARSTEKST[slag][1:]}" for slag in (HVERT, VALGAAR, MELLOMAAR)}
AARVALG |= {ANNETHVERT: "Annethvert år fra det første i perioden", FOERSTE: "Det første året i perioden"}
AARVALG |= {BESTEMTE: "Bestemte år"}


class Byggefeil(Exception):
    """The choices make no rule. `feil` is one sentence for each field that is to be mended."""

    def __init__(self, **feil: str) -> None:
        super().__init__(str(feil))
        self.feil = feil


@dataclass(frozen=True)
class Delvalg:
    """One part of the year to choose: as it is called, the part itself, and the fields that it needs and may use."""

    navn: str
    lag: Callable[[Mapping[str, Any]], tuple[Del, ...]]
    felter: tuple[str, ...] = ()
    frivillige: tuple[str, ...] = ()

    @property
    def alle_felter(self) -> tuple[str, ...]:
        return self.felter + self.frivillige


def _faste(navn: str, *deler: Del) -> Delvalg:
    return Delvalg(navn, lambda valg: deler)


def _maaneder(valg: Mapping[str, Any]) -> tuple[Del, ...]:
    fra, til = valg["maaned"], valg.get("til_maaned") or valg["maaned"]
    return (Maaned(fra),) if fra == til else (Maaneder(fra, til, 0 if fra < til else 1),)


def _uker(valg: Mapping[str, Any]) -> tuple[Del, ...]:
    fra, til = valg["uke"], valg.get("til_uke") or valg["uke"]
    if til < fra:
        raise Byggefeil(til_uke=f"Uke {til} er før uke {fra}. Skriv den siste uka her.")
    return (Uker(fra, til),)


def _dag(slag: type[Dag]) -> Callable[[Mapping[str, Any]], tuple[Del, ...]]:
    def lag(valg: Mapping[str, Any]) -> tuple[Del, ...]:
        try:
            return (slag(valg["maaned"], valg["dag"]),)
        except ValueError:
            raise Byggefeil(dag=f"Det finnes ingen {valg['dag']}. {MAANEDSNAVN[valg['maaned'] - 1]}.") from None

    return lag


DELVALG: dict[str, Delvalg] = {
    "aar": _faste("Hele året", Heleaar()),
    "halvaar": _faste("Hvert halvår", Halvaar(1), Halvaar(2)),
    "halvaar1": _faste("Første halvår", Halvaar(1)),
    "halvaar2": _faste("Andre halvår", Halvaar(2)),
    "kvartal": _faste("Hvert kvartal", *map(Kvartal, range(1, 5))),
    **{f"kvartal{nr}": _faste(f"{nr}. kvartal", Kvartal(nr)) for nr in range(1, 5)},
    "hver_maaned": _faste("Hver måned", *map(Maaned, range(1, 13))),
    "maaneder": Delvalg("En måned, eller flere måneder på rad", _maaneder, ("maaned",), ("til_maaned",)),
    "vaar": _faste("Våren (mars–mai)", Aarstid("vaar")),
    "sommer": _faste("Sommeren (juni–august)", Aarstid("sommer")),
    "hoest": _faste("Høsten (september–november)", Aarstid("hoest")),
    "uker": Delvalg("En uke, eller flere uker på rad", _uker, ("uke",), ("til_uke",)),
    "dag": Delvalg("På en dag", _dag(Dag), ("dag", "maaned")),
    "innen": Delvalg("Innen en dag", _dag(Innen), ("dag", "maaned")),
    "foerste_fs": _faste("Innen første FS-møte etter årsmøtet", FoersteFs()),
    "etter_aarsmoetet3": _faste("Innen tre måneder etter årsmøtet", EtterAarsmoeteperioden()),
    "etter_aarsmoetet6": _faste("Innen seks måneder etter årsmøtet", HalvaarEtterAarsmoetet()),
}
MANGLER = {
    "maaned": "Velg en måned.",
    "dag": "Skriv hvilken dag i måneden.",
    "uke": "Skriv nummeret på uka.",
}


def bygg(valg: Mapping[str, Any]) -> Regel:
    """Make the rule that the choices say. Raises Byggefeil with a sentence for each field that is to be mended.

    `valg` has del_av_aaret, hvilke_aar and slags, and where those need them aarstall (a text), maaned, til_maaned,
    dag, uke and til_uke (numbers).
    """
    delvalg = DELVALG[valg["del_av_aaret"]]
    if mangler := {felt: MANGLER[felt] for felt in delvalg.felter if not valg.get(felt)}:
        raise Byggefeil(**mangler)
    deler = delvalg.lag(valg)
    aar = Aar(BESTEMTE, les_aarstall(valg.get("aarstall", ""))) if valg["hvilke_aar"] == BESTEMTE else None
    for ett in aar.aar if aar else ():
        if savnet := [del_ for del_ in deler if not del_.finnes_i(ett)]:
            raise Byggefeil(aarstall=f"Finnes ikke i {ett}: {savnet[0].tekst.removeprefix('i ')}.")
    slags = valg["slags"]
    if slags == LOEPENDE and deler != (Heleaar(),):
        raise Byggefeil(slags="Det som er løpende, gjelder hele året. Velg «Hele året», eller at det har en frist.")
    ledd = Ledd(deler, aar or Aar(valg["hvilke_aar"]))
    return Regel((ledd,), loepende=slags == LOEPENDE, ved_behov=slags == VED_BEHOV)


_SPENN = re.compile("([0-9]{4}) ?[-–—] ?([0-9]{4}|[0-9]{2})")


def les_aarstall(tekst: str) -> tuple[int, ...]:
    """ "2026, 2028" and "2025–2027": the years, in order. Raises Byggefeil."""
    aarene: set[int] = set()
    for bit in filter(None, re.split(r"[,;\n]|\bog\b", _SPENN.sub(r"\1-\2", tekst))):
        spenn = re.fullmatch(r"\s*([0-9]{4})(?:-([0-9]{2,4}))?\s*", bit)
        fra = int(spenn[1]) if spenn else 0
        til = int(spenn[2] if len(spenn[2]) == 4 else spenn[1][:2] + spenn[2]) if spenn and spenn[2] else fra
        if not (er_aar(fra) and er_aar(til) and fra <= til):
            raise Byggefeil(aarstall="Skriv årene slik: 2026, 2028 eller 2025–2027.")
        aarene |= set(range(fra, til + 1))
    if not aarene:
        raise Byggefeil(aarstall="Skriv hvilke år, for eksempel 2026, 2028 eller 2025–2027.")
    return tuple(sorted(aarene))


_MAANED = "|".join(MAANEDSNAVN)
_ISO = "([0-9]{4})-([0-9]{2})-([0-9]{2})"
_DATO = re.compile(rf"{_ISO}|([0-9]{{1,2}})\. ?([0-9]{{1,2}}\.|{_MAANED}) ?([0-9]{{4}})")
_MELLOM = re.compile(r"(?:\s|[-–—,.:]|fra|til|og|med|innen|frist)*", re.IGNORECASE)


def bygg_dager(tekst: str) -> Regel:
    """Make the rule of dates set by hand, one occurrence a line: "1.3.2026–15.4.2026", or the due day alone.

    Raises Byggefeil with the line that cannot be read.
    """
    linjer = [(nr, linje.strip()) for nr, linje in enumerate(tekst.splitlines(), start=1) if linje.strip()]
    if not linjer:
        raise Byggefeil(datoer="Skriv minst én dato, for eksempel 1.3.2026–15.4.2026.")
    if len(linjer) > FLEST_DAGER:
        raise Byggefeil(datoer=f"Det er {len(linjer)} linjer. Skriv høyst {FLEST_DAGER}.")
    return Regel(tuple(_ledd_av_dager(*linje) for linje in linjer))


def _ledd_av_dager(nr: int, linje: str) -> Ledd:
    dager = [_dato(treff) for treff in _DATO.finditer(linje.lower())]
    if not 1 <= len(dager) <= 2 or None in dager or not _MELLOM.fullmatch(_DATO.sub("", linje.lower())):
        raise Byggefeil(datoer=f"Linje {nr}, «{linje[:60]}», er ikke forstått. Skriv slik: 1.3.2026–15.4.2026.")
    foerste, siste = (dager[0] if len(dager) == 2 else None), dager[-1]
    if siste is None or (foerste and siste < foerste):
        raise Byggefeil(datoer=f"Linje {nr}, «{linje[:60]}», slutter før den begynner. Skriv den første dagen først.")
    if foerste is None:
        return Ledd((Innen(siste.month, siste.day),), Aar(BESTEMTE, (siste.year,)))
    if foerste == siste:
        return Ledd((Dag(siste.month, siste.day),), Aar(BESTEMTE, (siste.year,)))
    spenn = Dagspenn(foerste.month, foerste.day, siste.month, siste.day, siste.year - foerste.year)
    return Ledd((spenn,), Aar(BESTEMTE, (foerste.year,)))


def _dato(treff: re.Match[str]) -> date | None:
    iso_aar, iso_maaned, iso_dag, dag, maaned, aar = treff.groups()
    try:
        if iso_aar:
            dagen = date(int(iso_aar), int(iso_maaned), int(iso_dag))
        else:
            nr = MAANEDSNAVN.index(maaned) + 1 if maaned in MAANEDSNAVN else int(maaned.rstrip("."))
            dagen = date(int(aar), nr, int(dag))
    except ValueError:
        return None
    return dagen if er_aar(dagen.year) else None

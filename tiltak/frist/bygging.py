"""A rule built from plain choices, as a form has them: which part of the year, which years, and how serious it is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aktivitet.kalender import MAANEDSNAVN

from .aarene import AARSTEKST, BESTEMTE, HVERT, PERIODEN, Aar
from .aarsdel import Del, er_aar
from .aarsmoetet import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from .aarstider import AARSTIDER, Aarstid
from .ankere import ENHETER, MILEPAELER, Anker, Etter, Foer, Paa, TidEtter, TidFoer, Til
from .dager import Dag, Innen, InnenUke, InnenUtgangen, Uker
from .perioden import Periodedel
from .perioder import Halvaar, Heleaar, Kvartal, Maaned, Maaneder, Tertial
from .regel import GANGER_I_AARET, Ledd, Regel

MED_FRIST, LOEPENDE, VED_BEHOV = "frist", "loepende", "ved_behov"

AARVALG = {slag: f"{tekst[0].upper()}{tekst[1:]}" for slag, tekst in AARSTEKST.items() if slag != PERIODEN}
AARVALG |= {BESTEMTE: "Bestemte år"}
MOETEVALG = {slag: f"{navn[0].upper()}{navn[1:]}" for slag, (navn, _) in MILEPAELER.items()}
PLASSVALG: dict[str, tuple[str, type[Anker]]] = {
    "foer": ("Før det begynner", Foer),
    "til": ("Innen det begynner", Til),
    "paa": ("De dagene det varer", Paa),
    "etter": ("Innen tre måneder etter", Etter),
    "tid_foer": ("Så lenge før", TidFoer),
    "tid_etter": ("Innen så lenge etter", TidEtter),
}
ENHETSVALG = {enhet: flere for enhet, (_, flere, _) in ENHETER.items()}


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


def _moete(valg: Mapping[str, Any]) -> tuple[Del, ...]:
    _, slag = PLASSVALG[valg["plass"]]
    if slag not in (TidFoer, TidEtter):
        return (slag(valg["moete"]),)
    antall, enhet = valg.get("antall"), valg.get("enhet") or "u"
    _, flere, hoeyst = ENHETER[enhet]
    if not antall or antall > hoeyst:
        raise Byggefeil(antall=f"Skriv hvor mange {flere}: fra 1 til {hoeyst}.")
    return (slag(valg["moete"], antall, enhet),)


# By the headings that they stand under in the list.
DELGRUPPER: dict[str, dict[str, Delvalg]] = {
    "Hele året eller perioden": {
        "aar": _faste("Hele året", Heleaar()),
        "perioden": _faste("Én gang i løpet av perioden", Periodedel(1, 1)),
    },
    "Flere ganger i året": {
        "hvert_halvaar": _faste("Hvert halvår", *GANGER_I_AARET[2]),
        "hvert_tertial": _faste("Hvert tertial", *GANGER_I_AARET[3]),
        "hvert_kvartal": _faste("Hvert kvartal", *GANGER_I_AARET[4]),
        "annenhver_maaned": _faste("Annenhver måned", *GANGER_I_AARET[6]),
        "hver_maaned": _faste("Hver måned", *GANGER_I_AARET[12]),
    },
    "En del av året": {
        "maaneder": Delvalg("En måned, eller flere måneder på rad", _maaneder, ("maaned",), ("til_maaned",)),
        **{f"halvaar{nr}": _faste(f"{nr}. halvår", Halvaar(nr)) for nr in range(1, 3)},
        **{f"tertial{nr}": _faste(f"{nr}. tertial", Tertial(nr)) for nr in range(1, 4)},
        **{f"kvartal{nr}": _faste(f"{nr}. kvartal", Kvartal(nr)) for nr in range(1, 5)},
        **{
            slag: _faste(f"{navn.capitalize()} ({MAANEDSNAVN[fra - 1]}–{MAANEDSNAVN[til - 1]})", Aarstid(slag))
            for slag, (navn, fra, til) in AARSTIDER.items()
        },
    },
    "Uker og dager": {
        "uker": Delvalg("En uke, eller flere uker på rad", _uker, ("uke",), ("til_uke",)),
        "innen_uke": Delvalg("Innen en uke", lambda valg: (InnenUke(valg["uke"]),), ("uke",)),
        "dag": Delvalg("På en dag", _dag(Dag), ("dag", "maaned")),
        "innen": Delvalg("Innen en dag", _dag(Innen), ("dag", "maaned")),
        "utgangen": Delvalg("Innen utgangen av en måned", lambda v: (InnenUtgangen(v["maaned"]),), ("maaned",)),
    },
    "Rundt et møte eller et valg": {
        "moete": Delvalg("Før, på eller etter et møte eller valg", _moete, ("moete", "plass"), ("antall", "enhet")),
        "foerste_fs": _faste("Innen første FS-møte etter årsmøtet", FoersteFs()),
        "etter_aarsmoetet3": _faste("Etter årsmøteperioden: innen tre måneder", EtterAarsmoeteperioden()),
        "etter_aarsmoetet6": _faste("Første halvår etter årsmøtet", HalvaarEtterAarsmoetet()),
    },
}
DELVALG: dict[str, Delvalg] = {navn: valg for gruppe in DELGRUPPER.values() for navn, valg in gruppe.items()}
MANGLER = {
    "maaned": "Velg en måned.",
    "dag": "Skriv hvilken dag i måneden.",
    "uke": "Skriv nummeret på uka.",
    "moete": "Velg et møte eller et valg.",
    "plass": "Velg når i forhold til møtet eller valget.",
}


def bygg(valg: Mapping[str, Any]) -> Regel:
    """Make the rule that the choices say. Raises Byggefeil with a sentence for each field that is to be mended.

    `valg` has del_av_aaret, hvilke_aar and slags, and where those need them aarstall (a text), moete, plass and enhet
    (names), and maaned, til_maaned, dag, uke, til_uke and antall (numbers).
    """
    delvalg = DELVALG[valg["del_av_aaret"]]
    if mangler := {felt: MANGLER[felt] for felt in delvalg.felter if not valg.get(felt)}:
        raise Byggefeil(**mangler)
    deler = delvalg.lag(valg)
    slags = valg["slags"]
    if slags == LOEPENDE and deler != (Heleaar(),):
        raise Byggefeil(slags="Det som er løpende, gjelder hele året. Velg «Hele året», eller at det har en frist.")
    ledd = Ledd(deler, _aar(valg, deler))
    return Regel((ledd,), loepende=slags == LOEPENDE, ved_behov=slags == VED_BEHOV)


def _aar(valg: Mapping[str, Any], deler: tuple[Del, ...]) -> Aar:
    if isinstance(deler[0], Periodedel):
        return Aar(PERIODEN)
    if valg["hvilke_aar"] != BESTEMTE:
        return Aar(valg["hvilke_aar"] or HVERT)
    aar = les_aarstall(valg.get("aarstall") or "")
    for ett in aar:
        if savnet := next((del_ for del_ in deler if not del_.finnes_i(ett)), None):
            raise Byggefeil(aarstall=f"Finnes ikke i {ett}: «{savnet.etikett(ett)}». Velg et annet år.")
    return Aar(BESTEMTE, aar)


_STREK = re.compile(r"\s*[-–—]\s*")
_ETT_ELLER_FLERE = re.compile("([0-9]{4})(?:-([0-9]{4}|[0-9]{2}))?")


def les_aarstall(tekst: str) -> tuple[int, ...]:
    """ "2026, 2028" and "2025–2027": the years, in order. Raises Byggefeil."""
    aarene: set[int] = set()
    for bit in re.split(r"[,;\s]+|\bog\b", _STREK.sub("-", tekst)):
        treff = _ETT_ELLER_FLERE.fullmatch(bit)
        if bit and not treff:
            raise Byggefeil(aarstall="Skriv årene slik: 2026, 2028 eller 2025–2027.")
        if treff:
            fra = int(treff[1])
            til = int(treff[1][: 4 - len(treff[2])] + treff[2]) if treff[2] else fra
            if not (er_aar(fra) and er_aar(til) and fra <= til):
                raise Byggefeil(aarstall="Årene må stå i rekkefølge, og være år en plan kan gjelde for.")
            aarene |= set(range(fra, til + 1))
    if not aarene:
        raise Byggefeil(aarstall="Skriv hvilke år, for eksempel 2026, 2028 eller 2025–2027.")
    return tuple(sorted(aarene))

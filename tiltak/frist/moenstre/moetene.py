"""Before, after and at the meetings and elections that have a name."""

from collections.abc import Callable

from ..aarene import FOERSTE, HVERT, Aar
from ..aarsmoetet import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from ..ankere import Anker, Etter, Foer, Paa, TidEtter, TidFoer, Til, Valgkamp
from ..atomer import TID, Atom
from .biter import ANTALL, INNEN, antallet

# Each as the normal form has it: "kommune- og fylkestingsvalget" is "kommune - og lokalvalget".
NAVN = {
    "stortings - og lokalvalget": "valg",
    "kommune - og stortingsvalget": "valg",
    "kommune - og lokalvalget": "lokalvalg",
    "kommunestyre - og lokalvalget": "lokalvalg",
    "årsmøtet": "aarsmoete",
    "landsmøtet": "landsmoete",
    "representantskapet": "representantskap",
    "nominasjonsmøtet": "nominasjonsmoete",
    "valget": "valg",
    "stortingsvalget": "stortingsvalg",
    "lokalvalget": "lokalvalg",
    "påsken": "paaske",
}
MOETET = f"({'|'.join(NAVN)})"
FOER = "(?:før|i forkant av|(?:fram |opp |inn )?mot)"
ETTER = "(?:etter|i etterkant av)"
STRAKS_ETTER = "(?:rett|like|umiddelbart|straks) (?:etter|i etterkant av)"
PAA = "(?:på|under|ved)"
RUNDT = "(?:i forbindelse med|i tilknytning til|i samband med|i tilknyting til)"
KLAR_TIL = f"(?:{INNEN}(?: på| ved| til)?|(?:ferdig |klar |klart |fram )?til)"
ENHETEN = "(dag|dager|uke|uker|måned|måneder|mnd|halvt år|år)"
ENHETER = {"dag": (1, "d"), "uke": (1, "u"), "måned": (1, "m"), "halvt år": (6, "m"), "år": (12, "m")}
FLERE = {"dager": "dag", "uker": "uke", "måneder": "måned", "mnd": "måned"}
MOETE_I_FYLKESSTYRET = "(?:fs - møte|fs møte|fs|styremøte|møte i fylkesstyret)"


def _anker(slag: type[Anker], moete: str, hver: str | None = None, bekreftes: bool = False) -> Atom:
    return Atom(TID, (slag(NAVN[moete]),), Aar(HVERT) if hver else None, bekreftes, innledet=True)


def _bare_navnet(hver: str | None, moete: str) -> Atom:
    """ "årsmøtet 2026" is on it. "Valg 2027" and "2027 (lokalvalg)" may as well be about the year or the campaign."""
    bekreftes = NAVN[moete].endswith("valg")
    return Atom(TID, (Paa(NAVN[moete]),), Aar(HVERT) if hver else None, bekreftes)


def _avstand(slag: type[TidFoer] | type[TidEtter], antall: str, enhet: str, hver: str | None, moete: str) -> Atom:
    """ "to uker før årsmøtet". One takes the singular, so that "andre uke etter" is not taken for two weeks."""
    en = FLERE.get(enhet, enhet)
    if enhet != "mnd" and (antallet(antall) == 1) != (en == enhet):
        raise ValueError(enhet)
    ganger, kort = ENHETER[en]
    return Atom(
        TID, (slag(NAVN[moete], antallet(antall) * ganger, kort),), Aar(HVERT) if hver else None, innledet=True
    )


def _maaneder_etter(maaneder: int, moete: str) -> Atom:
    """Up to so many months after it: an interpretation."""
    return Atom(TID, (TidEtter(NAVN[moete], maaneder, "m"),), bekreftes=True, innledet=True)


def _foerste_fs(hver: str | None) -> Atom:
    return Atom(TID, (FoersteFs(),), Aar(HVERT if hver else FOERSTE), bekreftes=not hver, innledet=True)


def _foer_og_etter(hver: str | None, moete: str) -> Atom:
    deler = (Foer(NAVN[moete]), Etter(NAVN[moete]))
    return Atom(TID, deler, Aar(HVERT) if hver else None, bekreftes=True, innledet=True)


def _valgkamp(hvilken: str | None) -> Atom:
    return Atom(TID, (Valgkamp(f"{hvilken or ''}valg"),), bekreftes=True, innledet=True)


MOENSTRE: dict[str, Callable[..., Atom]] = {
    f"(?:{INNEN} |på )?(?:det )?1 {MOETE_I_FYLKESSTYRET} etter (hver )?årsmøtet": _foerste_fs,
    "1 halvår etter årsmøtet": lambda: Atom(TID, (HalvaarEtterAarsmoetet(),), Aar(FOERSTE), True, innledet=True),
    "etter årsmøteperioden": lambda: Atom(TID, (EtterAarsmoeteperioden(),), Aar(HVERT), True, innledet=True),
    f"1 halvår etter {MOETET}": lambda moete: _maaneder_etter(6, moete),
    f"(?:{INNEN} |minst )?{ANTALL} {ENHETEN} (?:før|i forkant av) (hver )?{MOETET}": lambda *a: _avstand(TidFoer, *a),
    f"(?:{INNEN} )?{ANTALL} {ENHETEN} (?:etter|i etterkant av) (hver )?{MOETET}": lambda *a: _avstand(TidEtter, *a),
    f"før og etter (hver )?{MOETET}": _foer_og_etter,
    f"{FOER} (hver )?{MOETET}": lambda hver, moete: _anker(Foer, moete, hver, bekreftes=moete == "påsken"),
    f"{STRAKS_ETTER} {MOETET}": lambda moete: _maaneder_etter(1, moete),
    f"{ETTER} (hver )?{MOETET}": lambda hver, moete: _anker(Etter, moete, hver, bekreftes=True),
    f"{PAA} (hver )?{MOETET}": lambda hver, moete: _anker(Paa, moete, hver),
    f"{RUNDT} (hver )?{MOETET}": lambda hver, moete: _anker(Paa, moete, hver, bekreftes=True),
    f"{KLAR_TIL} (hver )?{MOETET}": lambda hver, moete: _anker(Til, moete, hver),
    f"(hver )?{MOETET}": _bare_navnet,
    "(?:i |under |gjennom )?(stortings|lokal)?valgkampen": _valgkamp,
}

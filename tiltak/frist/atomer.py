"""The smallest pieces of a phrase that mean something: the table of them, and a phrase taken apart by it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from aktivitet.kalender import MAANEDSNAVN

from .aarsdel import Del
from .ankere import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from .dager import Dag, Innen, InnenUtgangen, Uker
from .perioder import Aarstid, Halvaar, Heleaar, Kvartal, Maaned, Maaneder
from .regel import ANNETHVERT, BESTEMTE, FOERSTE, HVERT, MELLOMAAR, VALGAAR, Aar

# What a piece is to the grammar in `lesing`, one letter each
TID, FULLT, AARSTALL, SPENN, HVERT_AAR, HVER, UTVALG = "T", "F", "A", "R", "H", "E", "V"
LOEPENDE, PERIODEN, BEHOV, OG, STREK, FYLL = "L", "P", "B", "&", "-", "i"


@dataclass(frozen=True)
class Atom:
    """One piece: parts of a year, or years, or both, or only what its letter says.

    For parts of a year, `aar` is the years they mean when the phrase names none; None: it has to.
    """

    slag: str
    deler: tuple[Del, ...] = ()
    aar: Aar | None = None
    bekreftes: bool = False


def del_opp(normalform: str) -> list[Atom] | None:
    """The pieces of a phrase in its normal form; None when some of it is in no piece, or names an impossible day."""
    atomer: list[Atom] = []
    sted = 0
    while sted < len(normalform):
        treff = next((funn for moenster in TABELL if (funn := moenster.match(normalform, sted))), None)
        if treff is None:
            return None
        try:
            atomer.append(TABELL[treff.re](*treff.groups()))
        except ValueError:
            return None
        sted = treff.end()
    return atomer


def _rytme(*deler: Del) -> Atom:
    return Atom(TID, deler, Aar(HVERT))


def _numre(slag: Callable[[int], Del], tekst: str) -> Atom:
    """ "1 og 3" of half-years, quarters or weeks."""
    return Atom(TID, tuple(slag(int(nr)) for nr in re.findall("[0-9]+", tekst)))


def _uker(tekst: str) -> Atom:
    return _numre(lambda nr: Uker(nr, nr), tekst)


def _aarstall(aar: str) -> Atom:
    return Atom(AARSTALL, aar=_bestemt(aar))


def _spenn(fra: str, til: str) -> Atom:
    """ "2025–2027"; the last year may be cut short ("2025–27")."""
    siste = int(til) if len(til) == 4 else int(fra[:2] + til)
    return Atom(SPENN, aar=Aar(BESTEMTE, tuple(range(int(fra), siste + 1))))


def _dag(slag: type[Dag], dag: str, maaned: str) -> Atom:
    return Atom(TID, (slag(_nr(maaned), int(dag)),))


def _dato(slag: type[Dag], dag: str, maaned: str, aar: str) -> Atom:
    """A day in figures."""
    return Atom(FULLT, (slag(int(maaned), int(dag)),), _bestemt(aar))


def _utgangen(maaned: int, bekreftes: bool = False) -> Atom:
    return Atom(TID, (InnenUtgangen(maaned),), bekreftes=bekreftes)


def _skraastrek(maaneder: str) -> Atom:
    """ "februar/mars": months in a row are one window. Others ("mars/oktober") may mean either, and are not read."""
    numre = [_nr(navn) for navn in maaneder.split(" / ")]
    if numre != list(range(numre[0], numre[-1] + 1)):
        raise ValueError(maaneder)
    return Atom(TID, (Maaneder(numre[0], numre[-1]),))


def _over_nyttaar(fra: str, fra_aar: str, til: str, til_aar: str) -> Atom:
    """ "desember 2026–januar 2027"."""
    return Atom(FULLT, (Maaneder(_nr(fra), _nr(til), int(til_aar) - int(fra_aar)),), _bestemt(fra_aar))


def _bestemt(aar: str) -> Aar:
    return Aar(BESTEMTE, (int(aar),))


def _nr(maaned: str) -> int:
    return MAANEDSNAVN.index(maaned) + 1


AARET = "((?:19|2[01])[0-9]{2})"
DAGEN = "([0-9]{1,2})"
DATO = f"{DAGEN}(?: [-/])? {DAGEN}(?: [-/])? {AARET}"
ISO = f"{AARET} - ([0-9]{{2}}) - ([0-9]{{2}})"
EN_MAANED = "|".join(MAANEDSNAVN)
MAANEDEN = f"({EN_MAANED})"
AARSTIDEN = {"vår": "vaar", "sommer": "sommer", "høst": "hoest"}
TIL = "(?:-|til(?: og med)?)"
INNEN = "(?:innen|senest|frist)(?: den)?"
UTGANGEN = "(?:innen|ved|før) utgangen av"
MOETE_I_FYLKESSTYRET = "(?:fs - møte|fs møte|fs|styremøte|møte i fylkesstyret)"

# Tried from the top at each place in the phrase: what is longer stands before what it begins with.
MOENSTRE: dict[str, Callable[..., Atom]] = {
    f"1 {MOETE_I_FYLKESSTYRET} etter årsmøtet": lambda: Atom(TID, (FoersteFs(),), Aar(FOERSTE), True),
    "1 halvår etter årsmøtet": lambda: Atom(TID, (HalvaarEtterAarsmoetet(),), Aar(FOERSTE), True),
    "etter årsmøteperioden": lambda: Atom(TID, (EtterAarsmoeteperioden(),), Aar(HVERT), True),
    "(?:ved|etter) behov": lambda: Atom(BEHOV),
    "kontinuerlig|(?:gjennom )?hele året|gjennom året|året rundt": lambda: Atom(LOEPENDE),
    f"(?:hele )?perioden (?:fra )?{AARET} {TIL} {AARET}": _spenn,
    f"fra(?: og med)? {AARET} {TIL} {AARET}": _spenn,
    "(?:gjennom )?hele perioden|gjennom perioden": lambda: Atom(PERIODEN),
    "årlig|hver år|alle år|1 gang (?:i året|per år|hver år|årlig)": lambda: Atom(HVERT_AAR, aar=Aar(HVERT)),
    "halvårlig|hver halvår|1 gang (?:i|per|hver) halvår": lambda: _rytme(Halvaar(1), Halvaar(2)),
    "kvartalsvis|hver kvartal|1 gang (?:i|per|hver) kvartal": lambda: _rytme(*map(Kvartal, range(1, 5))),
    "månedlig|hver måned|1 gang (?:i|per|hver) måned": lambda: _rytme(*map(Maaned, range(1, 13))),
    "annethvert år|annethvert|2 hver år|hver 2 år": lambda: Atom(UTVALG, aar=Aar(ANNETHVERT), bekreftes=True),
    "(?:hver |alle )?valgår|valgårene": lambda: Atom(UTVALG, aar=Aar(VALGAAR)),
    "(?:hver |alle )?(?:mellomår|ikke - valgår)|mellomårene": lambda: Atom(UTVALG, aar=Aar(MELLOMAAR)),
    f"{INNEN} {DATO}": lambda dag, maaned, aar: _dato(Innen, dag, maaned, aar),
    f"{INNEN} {ISO}": lambda aar, maaned, dag: _dato(Innen, dag, maaned, aar),
    f"{INNEN} {DAGEN} {MAANEDEN}": lambda dag, maaned: _dag(Innen, dag, maaned),
    f"{UTGANGEN} (?:året )?{AARET}": lambda aar: Atom(FULLT, (Heleaar(),), _bestemt(aar)),
    f"{UTGANGEN} året": lambda: Atom(TID, (Heleaar(),)),
    f"{UTGANGEN} {MAANEDEN}": lambda maaned: _utgangen(_nr(maaned)),
    f"{UTGANGEN} ([12]) halvår": lambda nr: _utgangen(6 * int(nr)),
    f"{UTGANGEN} ([1-4]) kvartal": lambda nr: _utgangen(3 * int(nr)),
    # "innen mars 2026" hardly means before March, but that is for the secretary to say
    f"innen {AARET}": lambda aar: Atom(FULLT, (Heleaar(),), _bestemt(aar), True),
    f"innen {MAANEDEN}": lambda maaned: _utgangen(_nr(maaned), bekreftes=True),
    DATO: lambda dag, maaned, aar: _dato(Dag, dag, maaned, aar),
    ISO: lambda aar, maaned, dag: _dato(Dag, dag, maaned, aar),
    f"(?:den )?{DAGEN} {MAANEDEN}": lambda dag, maaned: _dag(Dag, dag, maaned),
    f"(?:fra )?{MAANEDEN} {AARET} {TIL} {MAANEDEN} {AARET}": _over_nyttaar,
    f"(?:fra )?{MAANEDEN} {TIL} {MAANEDEN}": lambda fra, til: Atom(TID, (Maaneder(_nr(fra), _nr(til)),)),
    f"((?:{EN_MAANED})(?: / (?:{EN_MAANED}))+)": _skraastrek,
    MAANEDEN: lambda maaned: Atom(TID, (Maaned(_nr(maaned)),)),
    f"({'|'.join(AARSTIDEN)})": lambda navn: Atom(TID, (Aarstid(AARSTIDEN[navn]),)),
    "([12](?: og [12])?) halvår": lambda tekst: _numre(Halvaar, tekst),
    "([1-4](?:(?: og)? [1-4]){0,3}) kvartal": lambda tekst: _numre(Kvartal, tekst),
    "q ([1-4])": lambda tekst: _numre(Kvartal, tekst),
    f"uke {DAGEN} {TIL} {DAGEN}": lambda fra, til: Atom(TID, (Uker(int(fra), int(til)),)),
    "uke ([0-9]{1,2}(?: og [0-9]{1,2})*)": _uker,
    f"{AARET} {TIL} {AARET}": _spenn,
    f"{AARET} - ([0-9]{{2}})(?! (?:{EN_MAANED}))": _spenn,
    f"hele {AARET}": lambda aar: _spenn(aar, aar),
    AARET: _aarstall,
    "hver": lambda: Atom(HVER, aar=Aar(HVERT)),
    "i løpet av|gjennom|i|på|av|om": lambda: Atom(FYLL),
    "og": lambda: Atom(OG),
    "[-/]": lambda: Atom(STREK),
}
TABELL = {re.compile(f"(?:{moenster})(?: |$)"): lag for moenster, lag in MOENSTRE.items()}

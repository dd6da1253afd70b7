"""Which years, how often, and what has no due day at all: rhythms, ongoing work, the period itself."""

from collections.abc import Callable

from ..aarene import (
    ANNETHVERT,
    BESTEMTE,
    FOERSTE,
    HVERT,
    HVERT_FJERDE,
    HVERT_TREDJE,
    LOKALVALGAAR,
    MELLOMAAR,
    SISTE,
    STORTINGSVALGAAR,
    VALGAAR,
    VALGTYPER,
    Aar,
)
from ..aarene import PERIODEN as I_HELE_PERIODEN
from ..atomer import (
    AARSTALL,
    BEHOV,
    FULLT,
    GRENSE,
    HVER,
    HVERT_AAR,
    I_PERIODEN,
    LOEPENDE,
    PERIODEDEL,
    PERIODEN,
    SAGT,
    SPENN,
    TID,
    UTVALG,
    Atom,
)
from ..dager import Dagspenn
from ..perioden import Periodedel
from ..perioder import Halvaar, Heleaar
from ..regel import GANGER_I_AARET, GANGER_I_PERIODEN
from .biter import AARET, ANTALL, EN_MAANED, TIL, UTGANGEN, antallet, bestemt, ganger_i_aaret, sluttaar

I_AARET = "(?:i året|per år|hver år|årlig)"
GANG, GANGER, MAANED = "(?:gang|g|x)", "(?:ganger|g|x)", "(?:måned|mnd)"
HVER_ENESTE = f"(?:{UTGANGEN} )?hver"
EN_GANG_I = f"(?:minst )?1 {GANG} (?:i|per|hver)"
I_LOEPET_AV_PERIODEN = "(?:i løpet av|i|gjennom|per) perioden"
UT_PERIODEN = "(?:og )?(?:ut|gjennom|til utgangen av) perioden"
FRAMOVER = "(?:og )?(?:framover|utover)"
SJELDNERE = "(?:landsmøtet|nominasjonsmøtet|valget|stortingsvalget|lokalvalget)"
KOMMUNE = "(?:kommune(?:styre)? - og )?"
AARET_ER = {"valg": VALGAAR, "mellom": MELLOMAAR, "stortingsvalg": STORTINGSVALGAAR, "lokalvalg": LOKALVALGAAR}


def _rytme(ganger: int, bekreftes: bool = False) -> Atom:
    return Atom(TID, GANGER_I_AARET[ganger], Aar(HVERT), bekreftes)


def _ganger_i_aaret(antall: str) -> Atom:
    """So many times a year, one in each of as many parts: an interpretation, since they may all be in spring."""
    return Atom(TID, GANGER_I_AARET[ganger_i_aaret(antall)], Aar(HVERT), bekreftes=True)


def _ganger(antall: str) -> Atom:
    """So many times, in a year that the phrase has to name."""
    return Atom(TID, GANGER_I_AARET[ganger_i_aaret(antall)], bekreftes=True, krever=SAGT)


def _ganger_i_perioden(antall: str) -> Atom:
    deler = GANGER_I_PERIODEN.get(antallet(antall))
    if deler is None:
        raise ValueError(antall)
    return Atom(PERIODEDEL, deler, Aar(I_HELE_PERIODEN), bekreftes=True)


def _i_perioden(slag: str = PERIODEDEL) -> Atom:
    return Atom(slag, (Periodedel(1, 1),), Aar(I_HELE_PERIODEN))


def _spenn(fra: str, til: str) -> Atom:
    """ "2025–2027"; the last year may be cut short ("2025–27")."""
    return Atom(SPENN, aar=Aar(BESTEMTE, tuple(range(int(fra), sluttaar(fra, til) + 1))))


def _en_gang_fra_til(fra: str, til: str) -> Atom:
    """ "i løpet av 2025–2026": due by the end of it, as "i løpet av perioden" is; it may be meant as ongoing."""
    spenn = Dagspenn(1, 1, 12, 31, int(til) - int(fra))
    return Atom(FULLT, (spenn,), bestemt(fra), bekreftes=True)


def _aaret(slag: str, aar: str) -> Atom:
    """ "valgåret 2027": a named year, when it is one of the kind."""
    if not VALGTYPER[AARET_ER[slag]](int(aar)):
        raise ValueError(aar)
    return Atom(AARSTALL, aar=bestemt(aar))


def _utvalg(slag: str, bekreftes: bool = False) -> Atom:
    return Atom(UTVALG, aar=Aar(slag), bekreftes=bekreftes)


MOENSTRE: dict[str, Callable[..., Atom]] = {
    "(?:ved|etter) behov": lambda: Atom(BEHOV),
    "kontinuerlig|(?:gjennom )?hele året|gjennom året|året rundt|hele tiden": lambda: Atom(LOEPENDE),
    "jevnlig": lambda: Atom(LOEPENDE, bekreftes=True),
    # the period
    f"i løpet av (?:perioden |årene )?(?:fra )?{AARET} {TIL} {AARET}": _en_gang_fra_til,
    f"(?:hele )?perioden (?:fra )?{AARET} {TIL} {AARET}": _spenn,
    f"(?:minst )?1 gang {I_LOEPET_AV_PERIODEN}": _i_perioden,
    f"(?:minst )?{ANTALL} ganger {I_LOEPET_AV_PERIODEN}": _ganger_i_perioden,
    f"{UTGANGEN} perioden": _i_perioden,
    "(?:det )?1 (?:året|år) (?:i|av) perioden": lambda: _utvalg(FOERSTE),
    "(?:det )?siste (?:året|år) (?:i|av) perioden": lambda: _utvalg(SISTE),
    "([12]|siste) halvdel av perioden": lambda nr: Atom(
        PERIODEDEL, (Periodedel(1 if nr == "1" else 2, 2),), Aar(I_HELE_PERIODEN)
    ),
    "(?:i løpet av|i) perioden": lambda: _i_perioden(I_PERIODEN),
    "(?:gjennom )?hele perioden|(?:gjennom|ut|resten av) perioden": lambda: Atom(PERIODEN),
    "perioden$": lambda: Atom(PERIODEN, bekreftes=True),
    # from a year, to a year
    f"fra(?: og med)? {AARET} {TIL} {AARET}": _spenn,
    f"fra(?: og med)? {AARET} (?:{UT_PERIODEN}|{FRAMOVER})": lambda aar: Atom(GRENSE, aar=Aar(HVERT, fra=int(aar))),
    f"fra(?: og med)? {AARET}(?! (?:-|til))": lambda aar: Atom(GRENSE, aar=Aar(HVERT, fra=int(aar))),
    f"{AARET} {FRAMOVER}": lambda aar: Atom(GRENSE, aar=Aar(HVERT, fra=int(aar))),
    f"{AARET} -$": lambda aar: Atom(GRENSE, aar=Aar(HVERT, fra=int(aar)), bekreftes=True),
    f"(?:(?:fram )?til og med|ut(?: året)?) {AARET}": lambda aar: Atom(GRENSE, aar=Aar(HVERT, til=int(aar))),
    # every year, and every part of it
    f"(?:minst )?årlig|hver år|alle (?:år|årene)|(?:minst )?1 (?:{GANG} {I_AARET}|per år)": lambda: Atom(
        HVERT_AAR, aar=Aar(HVERT)
    ),
    f"{UTGANGEN} hver år": lambda: Atom(TID, (Heleaar(),), Aar(HVERT)),
    f"(?:minst )?halvårlig|{HVER_ENESTE} halvår|{EN_GANG_I} halvår|hver 6 {MAANED}": lambda: _rytme(2),
    f"(?:minst )?tertialvis|{HVER_ENESTE} tertial|{EN_GANG_I} tertial|hver 4 {MAANED}": lambda: _rytme(3),
    f"(?:minst )?kvartalsvis|{HVER_ENESTE} kvartal|{EN_GANG_I} kvartal|hver 3 {MAANED}": lambda: _rytme(4),
    f"(?:annethvert|hver 2) {MAANED}": lambda: _rytme(6),
    "2 hver måned": lambda: _rytme(6, bekreftes=True),  # "annen hver", but may be two each month
    f"(?:minst )?månedlig|{HVER_ENESTE} {MAANED}|{EN_GANG_I} {MAANED}": lambda: _rytme(12),
    f"(?:minst )?{ANTALL} (?:{GANGER} {I_AARET}|per år)": _ganger_i_aaret,
    f"(?:minst )?{ANTALL} ganger": _ganger,
    "(?:minst )?1 gang": lambda: Atom(TID, (Heleaar(),), krever=SAGT),
    # years of a kind
    # every second of what is held every second year is not read
    f"annethvert år|annethvert(?! {SJELDNERE})|2 hver år|hver 2 år": lambda: _utvalg(ANNETHVERT, bekreftes=True),
    "hver 3 år|3 hver år": lambda: _utvalg(HVERT_TREDJE, bekreftes=True),
    "hver 4 år|4 hver år": lambda: _utvalg(HVERT_FJERDE, bekreftes=True),
    f"(stortingsvalg|lokalvalg|valg|mellom)året {AARET}": _aaret,
    f"{AARET} (stortingsvalg|lokalvalg|valg|mellom)år(?:et)?": lambda aar, slag: _aaret(slag, aar),
    "valgåret": lambda: _utvalg(VALGAAR, bekreftes=True),
    "(?:hver |alle )?(?:valgår|oddetallsår)|valgårene": lambda: _utvalg(VALGAAR),
    "(?:hver |alle )?(?:mellomår|partallsår|ikke - valgår)|mellomårene": lambda: _utvalg(MELLOMAAR),
    "(?:hver |alle )?(?:stortingsvalgår|år med stortingsvalget)": lambda: _utvalg(STORTINGSVALGAAR),
    "(?:hver |alle )?(?:(?:kommune - og )?lokalvalgår|år med (?:kommune - og )?lokalvalget)": lambda: _utvalg(
        LOKALVALGAAR
    ),
    # years
    f"{AARET} {TIL} {AARET}": _spenn,
    f"{AARET} - ([0-9]{{2}})(?! (?:{EN_MAANED}|-))": _spenn,
    f"hele {AARET}": lambda aar: _spenn(aar, aar),
    f"(?:(?:kalenderåret|året|år) )?{AARET}": lambda aar: Atom(AARSTALL, aar=bestemt(aar)),
    f"([12]|siste) halvdel av {AARET}": lambda nr, aar: Atom(FULLT, (Halvaar(1 if nr == "1" else 2),), bestemt(aar)),
    "hver": lambda: Atom(HVER, aar=Aar(HVERT)),
}

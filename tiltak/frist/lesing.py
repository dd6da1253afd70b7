"""A "Gjennomføring" phrase in, a rule out: understood whole or not at all."""

import re
from functools import lru_cache
from itertools import pairwise

from .ankere import FoersteFs
from .atomer import BEHOV, PERIODEN, SPENN, TID, Atom, del_opp
from .normalform import normaliser
from .perioder import Heleaar
from .regel import BESTEMTE, HVERT, Aar, Ledd, Regel

# The grammar, over the letters that `atomer` gives the pieces of a phrase. "og" stands only between two of a kind:
# "mars og oktober 2025", but not "mars og 2025".
TIDENE = "i?T(?:&i?T|T)*"
AARENE = "(?:H-?i?R|i?R-?H|H|i?V|i?[AR](?:&?i?[AR])*)"
LEDD = f"(?:i?F|E{TIDENE}|{TIDENE}-?{AARENE})"

LOEPENDE = re.compile("i?[LP](?:[-&]?i?[LP])*")
LOEPENDE_I_AARENE = re.compile(f"i?R|L-?{AARENE}|{AARENE}-?L")
RAMSE_AV_LEDD = re.compile(f"{LEDD}(?:&?{LEDD})*")
ETT_LEDD = re.compile(LEDD)
AARENE_FOERST = re.compile(f"{AARENE}-?{TIDENE}|{AARENE}")
UTEN_AAR = re.compile("i?T")

HVERT_AAR = Ledd((Heleaar(),), Aar(HVERT))


def les(frase: str) -> Regel | None:
    """The rule that `frase` says, or None when any of it is left over, impossible or open to guessing.

    Takes any text and never raises. Case, punctuation, spacing and kinds of dash make no difference.

    >>> les("Mars, årlig").beskrivelse
    'I mars, hvert år.'
    """
    return _les(normaliser(frase))


# A plan says the same few things many times. What is kept is short: a normal form has an upper length.
@lru_cache(maxsize=1024)
def _les(normalform: str) -> Regel | None:
    atomer = del_opp(normalform)
    if not atomer:
        return None
    if _form(atomer) == BEHOV:
        return Regel((HVERT_AAR,), ved_behov=True)
    atomer, ved_behov = _uten(atomer, BEHOV, "[-&]?")
    regel = _loepende(atomer) or _med_frist(atomer) or _gjennom_perioden(atomer)
    if regel is None or not ved_behov:
        return regel
    return Regel(regel.ledd, regel.loepende, ved_behov, regel.til_bekreftelse)


def _loepende(atomer: list[Atom]) -> Regel | None:
    """Ongoing work: all the period, or the years it names."""
    if LOEPENDE.fullmatch(_form(atomer)):
        return Regel((HVERT_AAR,), loepende=True)
    if LOEPENDE_I_AARENE.fullmatch(_form(atomer)):
        ledd = Ledd((Heleaar(),), _aarene(atomer))
        return Regel((ledd,), loepende=True, til_bekreftelse=_bekreftes(atomer))
    return None


def _med_frist(atomer: list[Atom]) -> Regel | None:
    """What is due at some time: clauses in a row, or the years first, or parts of a year that need no year said."""
    form = _form(atomer)
    if UTEN_AAR.fullmatch(form) and atomer[-1].aar:
        ledd = [Ledd(atomer[-1].deler, atomer[-1].aar)]
    elif AARENE_FOERST.fullmatch(form):
        ledd = [_ett_ledd(atomer)]
    elif RAMSE_AV_LEDD.fullmatch(form):
        ledd = [_ett_ledd(atomer[treff.start() : treff.end()]) for treff in ETT_LEDD.finditer(form)]
    else:
        return None
    if not all(_kan_staa_sammen(*par) for par in pairwise(atomer)) or not all(map(_finnes, ledd)):
        return None
    return Regel(tuple(ledd), til_bekreftelse=_bekreftes(atomer))


def _gjennom_perioden(atomer: list[Atom]) -> Regel | None:
    """ "Månedlig, hele perioden": what repeats anyway, with the period said as well."""
    atomer, har_perioden = _uten(atomer, PERIODEN, "-?", "i?")
    regel = _med_frist(atomer) if har_perioden else None
    return regel if regel and all(ledd.aar.slag == HVERT for ledd in regel.ledd) else None


def _ett_ledd(atomer: list[Atom]) -> Ledd:
    deler = dict.fromkeys(del_ for atom in atomer for del_ in atom.deler)  # each of them once
    return Ledd(tuple(deler) or HVERT_AAR.deler, _aarene(atomer))


def _aarene(atomer: list[Atom]) -> Aar:
    """The years of one clause. "Årlig 2025–2027" means the three it names."""
    utvalg = [atom.aar for atom in atomer if atom.aar and atom.slag != TID]
    navngitte = {aar for utvalget in utvalg if utvalget.slag == BESTEMTE for aar in utvalget.aar}
    return Aar(BESTEMTE, tuple(sorted(navngitte))) if navngitte else utvalg[0]


def _bekreftes(atomer: list[Atom]) -> bool:
    """Whether the reading is an interpretation that the secretary has to confirm.

    The first board meeting is one only as long as the phrase says no years. "Mars 2025–2027" is read as each March,
    but may be meant as all the time from that March on.
    """
    sagt = any(atom.aar and atom.slag != TID for atom in atomer)
    tolket = any(atom.bekreftes and not (sagt and atom.deler == (FoersteFs(),)) for atom in atomer)
    return tolket or any(foran.slag == TID and not foran.aar and bak.slag == SPENN for foran, bak in pairwise(atomer))


def _kan_staa_sammen(foran: Atom, bak: Atom) -> bool:
    """Whether one piece may follow the other with no word between: "mars, april", not "mars, uke 12"."""
    return not (foran.slag == bak.slag == TID) or type(foran.deler[-1]) is type(bak.deler[0])


def _finnes(ledd: Ledd) -> bool:
    """Whether all the years that the clause names have such parts: not all have 29 February or week 53."""
    return ledd.aar.slag != BESTEMTE or all(del_.finnes_i(aar) for del_ in ledd.deler for aar in ledd.aar.aar)


def _uten(atomer: list[Atom], slag: str, etter: str, foran: str = "") -> tuple[list[Atom], bool]:
    """The pieces without the one of that kind that begins or ends the phrase, and whether there was one."""
    form = _form(atomer)
    if treff := re.match(f"{foran}{slag}{etter}", form):
        return atomer[treff.end() :], True
    if treff := re.search(f"{etter}{foran}{slag}$", form):
        return atomer[: treff.start()], True
    return atomer, False


def _form(atomer: list[Atom]) -> str:
    return "".join(atom.slag for atom in atomer)

"""A "Gjennomføring" phrase in, a rule out: understood whole or not at all."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from .aarene import BESTEMTE, HVERT, VALGTYPER, Aar
from .aarsdel import FOERSTE_AAR, SISTE_AAR, Del
from .aarsmoetet import FoersteFs
from .atomer import (
    AARSTALL,
    BEHOV,
    FULLT,
    FYLL,
    GJENTATT,
    GRENSE,
    HVER,
    HVERT_AAR,
    I_PERIODEN,
    LOEPENDE,
    OG,
    PERIODEN,
    SAGT,
    SPENN,
    TID,
    UTVALG,
    Atom,
)
from .normalform import normaliser
from .oppdeling import del_opp
from .perioder import Heleaar
from .regel import RYTMER, Ledd, Regel

# The grammar, over the letters that `atomer` gives the pieces of a phrase. "og" stands only between two of a kind:
# "mars og oktober 2025", but not "mars og 2025".
TIDENE = "i?T(?:&i?T|T)*"
AARENE = "(?:(?:H|i?V)-?Q|Q-?(?:H|i?V)|Q|H-?i?R|i?R-?H|H|i?V|i?[AR](?:&?i?[AR])*)"
LEDD = f"(?:i?F|E{TIDENE}(?:-?(?:i?V|Q|H))?|{TIDENE}-?{AARENE})"

BARE_LOEPENDE = re.compile("i?[LP](?:[-&]?i?[LP])*")
LOEPENDE_I_AARENE = re.compile(f"i?R|Q|L-?{AARENE}|{AARENE}-?L|i?P-?(?:Q|i?R)|(?:Q|i?R)-?i?P")
DEL_AV_PERIODEN = re.compile("i?D|O")  # always alone: "en gang i perioden, våren 2026" is not two things to do
RAMSE_AV_LEDD = re.compile(f"{LEDD}(?:&?{LEDD})*")
ETT_LEDD = re.compile(LEDD)
AARENE_FOERST = re.compile(f"{AARENE}-?{TIDENE}|H-?{TIDENE}-?Q|H-?i?V|{AARENE}")
UTEN_AAR = re.compile(TIDENE)

HVERT_HELE_AAR = Ledd((Heleaar(),), Aar(HVERT))


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
        return Regel((HVERT_HELE_AAR,), ved_behov=True)
    atomer, ved_behov = _uten(atomer, BEHOV, "[-&]?")
    regel = _loepende(atomer) or _med_frist(atomer) or _gjennom_perioden(atomer)
    if regel is None or not ved_behov:
        return regel
    return replace(regel, ved_behov=True)


def _loepende(atomer: list[Atom]) -> Regel | None:
    """Ongoing work: all the period, or the years it names."""
    if BARE_LOEPENDE.fullmatch(_form(atomer)):
        return Regel((HVERT_HELE_AAR,), loepende=True, til_bekreftelse=_bekreftes(atomer))
    if LOEPENDE_I_AARENE.fullmatch(_form(atomer)) and _sier_ett(atomer):
        ledd = Ledd((Heleaar(),), _aarene(atomer))
        return Regel((ledd,), loepende=True, til_bekreftelse=_bekreftes(atomer))
    return None


def _med_frist(atomer: list[Atom]) -> Regel | None:
    """What is due at some time: clauses in a row, or the years first, or parts of a year with no year said."""
    atomer = _uten_rytme(atomer)
    form = _form(atomer)
    usagt = bool(UTEN_AAR.fullmatch(form))
    if usagt or AARENE_FOERST.fullmatch(form) or DEL_AV_PERIODEN.fullmatch(form):
        grupper = [atomer]
    elif RAMSE_AV_LEDD.fullmatch(form) and not ETT_LEDD.sub("", form).strip(OG):
        grupper = [atomer[treff.start() : treff.end()] for treff in ETT_LEDD.finditer(form)]
    else:
        return None  # also where a clause, taken as long as it can be, leaves years over: "hver vår og høst 2026"
    if not (_kan_staa_sammen(atomer) and all(map(_sier_ett, grupper)) and all(map(_faar_det_de_krever, grupper))):
        return None
    aar = _usagte_aar(atomer) if usagt else None
    if usagt and aar is None:
        return None
    ledd = tuple(Ledd(_delene(gruppe), aar or _aarene(gruppe)) for gruppe in grupper)
    if not all(map(_finnes, ledd)):
        return None
    return Regel(ledd, til_bekreftelse=_bekreftes(atomer))


def _gjennom_perioden(atomer: list[Atom]) -> Regel | None:
    """ "Månedlig, hele perioden": what repeats anyway, with the period said as well. What is "i perioden" may say its
    own time too."""
    uten, i_perioden = _uten(atomer, I_PERIODEN, "-?")
    if i_perioden:
        return _loepende(uten) or _med_frist(uten)
    atomer, har_perioden = _uten(atomer, PERIODEN, "-?", "i?")
    if not har_perioden:
        return None
    if UTEN_AAR.fullmatch(_form(atomer)) and not any(atom.aar for atom in atomer):
        atomer = [*atomer, Atom(HVERT_AAR, aar=Aar(HVERT))]  # "mars, hele perioden" has said which
    regel = _med_frist(atomer)
    return regel if regel and all(ledd.aar.gjentas for ledd in regel.ledd) else None


def _uten_rytme(atomer: list[Atom]) -> list[Atom]:
    """ "Halvårlig (mars og oktober)": just so many parts as the rhythm has are what it is about, every year."""
    if not atomer or atomer[0].deler not in RYTMER:
        return atomer
    foran, *bak = atomer
    if not UTEN_AAR.fullmatch(_form(bak)) or len(_delene(bak)) != len(foran.deler) or any(atom.aar for atom in bak):
        return atomer
    return [Atom(HVERT_AAR, aar=Aar(HVERT)), *bak]


def _delene(atomer: list[Atom]) -> tuple[Del, ...]:
    deler = dict.fromkeys(del_ for atom in atomer for del_ in atom.deler)  # each of them once
    return tuple(deler) or HVERT_HELE_AAR.deler


def _aarene(atomer: list[Atom]) -> Aar:
    """The years of one clause. "Årlig 2025–2027" means the three it names."""
    utvalg = [atom.aar for atom in atomer if atom.aar and atom.slag not in (TID, HVER, GRENSE)]
    if any(atom.slag == UTVALG for atom in atomer):
        utvalg = [atom.aar for atom in atomer if atom.aar and atom.slag == UTVALG]  # "årlig, i valgår"
    grense = next((atom.aar for atom in atomer if atom.slag == GRENSE), None)
    if grense:
        return replace(utvalg[0] if utvalg else grense, fra=grense.fra, til=grense.til)
    navngitte = {aar for utvalget in utvalg if utvalget.slag == BESTEMTE for aar in utvalget.aar}
    if navngitte:
        return Aar(BESTEMTE, tuple(sorted(navngitte)))
    return utvalg[0] if utvalg else Aar(HVERT)


def _usagte_aar(atomer: list[Atom]) -> Aar | None:
    """The years of parts that the phrase says no years for: their own, or every year."""
    egne = [atom.aar for atom in atomer if atom.slag == TID]
    return egne[0] or Aar(HVERT) if len(egne) == 1 or not any(egne) else None


def _bekreftes(atomer: list[Atom]) -> bool:
    """Whether the reading is an interpretation that the secretary has to confirm.

    A part of the year without a year is each year's; it may have meant the next one. The first board meeting is one
    only as long as the phrase says no years. Every other year is counted from the first, unless a year is said.
    "Mars 2025–2027" is read as each March, but may be meant as all the time from that March on. Years in a row are
    ongoing, years in a list are not: "2025–2026 og 2028" may be either.
    """
    slagene = {atom.slag for atom in atomer}
    if {SPENN, AARSTALL} <= slagene and slagene.isdisjoint((TID, HVERT_AAR, LOEPENDE)):
        return True
    sagt = any(atom.aar and atom.slag != TID for atom in atomer)
    talt_fra = any(atom.aar and atom.aar.fra for atom in atomer)

    def tolket(atom: Atom) -> bool:
        if atom.slag == TID and not atom.aar and not sagt:
            return True
        if (sagt and atom.deler == (FoersteFs(),)) or (talt_fra and atom.slag == UTVALG):
            return False
        return atom.bekreftes

    return any(map(tolket, atomer)) or any(
        foran.slag == TID and not foran.aar and bak.slag in (SPENN, GRENSE) for foran, bak in pairwise(atomer)
    )


def _kan_staa_sammen(atomer: list[Atom]) -> bool:
    """Whether each part may follow the one before: with no word between only one of the same kind ("mars, april", not
    "mars, uke 12"), and none without a word of its own after one that has one ("innen mars og oktober")."""
    if not all(
        type(foran.deler[-1]) is type(bak.deler[0]) for foran, bak in pairwise(atomer) if foran.slag == bak.slag == TID
    ):
        return False
    innledet = False
    for foran, atom in pairwise([None, *atomer]):
        if atom and atom.slag in (TID, FULLT):
            if innledet and not atom.innledet and not (foran and foran.slag == FYLL):
                return False
            innledet = innledet or atom.innledet
    return True


def _sier_ett(atomer: list[Atom]) -> bool:
    """Whether no clause says two things at once: how often and when ("kvartalsvis, 1. kvartal 2026" may be either), or
    one year and from which year on ("det første året i perioden, fra 2026")."""
    tidene = [atom for atom in atomer if atom.slag == TID]
    if any(atom.slag == GRENSE for atom in atomer) and any(
        atom.aar and not atom.aar.gjentas for atom in atomer if atom.slag == UTVALG
    ):
        return False
    return len(tidene) <= 1 or all(atom.deler not in RYTMER for atom in tidene)


def _faar_det_de_krever(atomer: list[Atom]) -> bool:
    """Whether the years of one clause are said, or not named, where its parts demand it."""
    slag = {atom.slag for atom in atomer}
    navngitt = not slag.isdisjoint((AARSTALL, SPENN))
    sagt = navngitt or not slag.isdisjoint((HVERT_AAR, HVER, UTVALG, GRENSE))
    return all(
        not (atom.krever == SAGT and not sagt) and not (atom.krever == GJENTATT and navngitt) for atom in atomer
    )


def _finnes(ledd: Ledd) -> bool:
    """Whether all the years that the clause names have its parts: not all have 29 February, week 53 or an election.
    Years of a kind have to have each part some time: there is no national congress in mid-years."""
    if ledd.aar.slag == BESTEMTE:
        return all(del_.finnes_i(aar) for del_ in ledd.deler for aar in ledd.aar.aar)
    if ledd.aar.slag in VALGTYPER:
        aarene = list(ledd.aar.velg(FOERSTE_AAR, SISTE_AAR, range(FOERSTE_AAR, SISTE_AAR + 1)))
        return all(any(map(del_.finnes_i, aarene)) for del_ in ledd.deler)
    return True


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

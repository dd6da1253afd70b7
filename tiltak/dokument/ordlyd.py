"""Numbers that a measure's wording names and its "Gjennomføring" does not: the two should tell the same."""

import re

from tiltak.dokument.maaltall import TALLORD

# A number of things: a number word from two up, or a figure that is no year, date, age, clock time, share or sum.
_ANTALL = re.compile(
    r"(?<![\w.,:/§–-])(?<!§ )(?<!kl )(?<!kl\. )(?<!uke )(?<!veke )(?<!nr )(?<!nr\. )"
    rf"(?P<tall>(?:{'|'.join(TALLORD)})(?!\w)|[0-9]{{1,3}}(?![\w.]))"
    r"(?![,:/–\s-]?[0-9]|\s?%|\s(?:års?|åring|prosent|kr|kroner|timer?|minutt|januar|februar|mars|april|mai|juni"
    r"|juli|august|september|oktober|november|desember)\b)",
    re.IGNORECASE,
)
# A rate: "årlig", "hvert år", "en gang i året", "to ganger i måneden", "en nyhetssak hver i løpet av året".
_RYTMER = {
    "år": re.compile(
        r"\b(?:år(?:lige?|leg[ea]?)|(?:hvert|kvart) år"
        r"|(?:ganger|gonger|gang|gong|hver|hvert|kvar|kvart)\s(?:i løpet av|i|per|pr\.?|om)\s(?:år|året))\b",
        re.IGNORECASE,
    ),
    "halvår": re.compile(r"\b(?:halvår(?:lige?|leg[ea]?)|(?:hvert|kvart) halvår)\b", re.IGNORECASE),
    "kvartal": re.compile(r"\b(?:kvartal(?:svise?|svis)|(?:hvert|kvart) kvartal)\b", re.IGNORECASE),
    "måned": re.compile(
        r"\b(?:mån(?:edlige?|adleg[ea]?)|(?:hver|kvar) mån(?:ed|ad)"
        r"|(?:ganger|gonger|gang|gong)\s(?:i|per|pr\.?)\smån(?:ed|ad)(?:en)?)\b",
        re.IGNORECASE,
    ),
    "uke": re.compile(r"\b(?:uk(?:entlige?)|vekentleg[ea]?|(?:hver|kvar) (?:uke|veke))\b", re.IGNORECASE),
}
_PER_AAR = {"halvår": 2, "kvartal": 4, "måned": 12}
_TALL = re.compile(r"[0-9]{1,3}")
_AAR = re.compile(r"(?<![0-9])(?:19|20)[0-9][0-9](?![0-9])")


def tall_uten_dekning(ordlyd: str, frist: str) -> str:
    """Give the words of `ordlyd` that say how many or how often while `frist` does not, or "".

    - How often: a rate in the wording that the phrase does not have ("årlige" where the phrase is "Hele perioden").
    - How many: a number from two up ("tre særlig viktige saker") that the phrase neither names, nor gives by its rate
      (two a year is "Halvårlig"), nor by listing as many years ("2024 og 2026").

    "En" and "ett" alone are articles more often than numbers, and count only in a rate.
    """
    dekket = _antall_i(frist)
    antall = next((treff for treff in _ANTALL.finditer(ordlyd) if _verdi(treff["tall"]) not in dekket), None)
    rytme = next(
        (treff for moenster in _RYTMER.values() if (treff := moenster.search(ordlyd)) and not moenster.search(frist)),
        None,
    )
    funn = sorted(treff.span() for treff in (antall, rytme) if treff)
    if len(funn) == 2 and funn[1][0] - funn[0][1] <= 1:  # "tre årlige"
        return ordlyd[funn[0][0] : funn[1][1]]
    return " … ".join(ordlyd[fra:til] for fra, til in funn)


def _verdi(tall: str) -> int:
    return TALLORD.get(tall.lower()) or int(tall)


def _antall_i(frist: str) -> set[int]:
    """The numbers that a phrase stands for; 0 and 1 are always among them, since they say nothing of how many."""
    ord_ = re.findall(r"[^\W_]+", frist.lower())
    tall = {TALLORD[ett] for ett in ord_ if ett in TALLORD} | {int(ett) for ett in ord_ if _TALL.fullmatch(ett)}
    rytmer = {_PER_AAR[navn] for navn in _PER_AAR if _RYTMER[navn].search(frist)}
    return {0, 1, len(_AAR.findall(frist))} | tall | rytmer

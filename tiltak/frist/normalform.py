"""One way to write every phrase: bokmål and nynorsk, any case, punctuation, spacing and dash come out alike."""

import re
import unicodedata

LENGSTE = 300  # characters; the plan's longest phrase has 36

STREKER = dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-")
USYNLIGE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))

# Words, numbers, and signs one by one. The signs left out here carry no meaning in a phrase; any other ("?", "%")
# stays, and makes it not understood.
TEGN = re.compile(r"[0-9]+|[^\W\d_]+|[^\s.,;:!()\[\]{}\"'«»“”„‘’‚•·*_`´]")

LIKE_ORD = {
    "1": "første fyrste en én ei ein éin én",
    "2": "andre annen annet anna annan",
    "3": "tredje",
    "4": "fjerde",
    "januar": "jan",
    "februar": "feb febr",
    "mars": "mar",
    "april": "apr",
    "juni": "jun",
    "juli": "jul",
    "august": "aug",
    "september": "sep sept",
    "oktober": "okt",
    "november": "nov",
    "desember": "des",
    "vår": "våren",
    "sommer": "sommeren sommar sommaren",
    "høst": "høsten haust hausten",
    "uke": "uken uka veke veka",
    "måned": "måneden månad månaden mnd",
    "kvartal": "kvartalet",
    "halvår": "halvåret",
    "årlig": "årleg",
    "halvårlig": "halvårleg",
    "månedlig": "månadleg månadlig månedsvis månadsvis",
    "kvartalsvis": "kvartalsvist kvartalleg kvartalsmessig",
    "kontinuerlig": "kontinuerleg løpende løpande fortløpende fortløpande",
    "hver": "hvert kvar kvart",
    "annethvert": "annenhver annenhvert annahvert annakvart annankvar annankvart annakvar",
    "hele": "heile",
    "perioden": "planperioden perioda arbeidsplanperioden",
    "valgår": "valår",
    "valgårene": "valåra",
    "innen": "innan",
    "senest": "seinast seinest",
    "utgangen": "utløpet slutten",
    "fra": "frå",
    "per": "pr",
    "gang": "gong",
    "og": "samt & +",
    "styremøte": "styremøtet fylkesstyremøte fylkesstyremøtet",
    "møte": "møtet",
    "ikke": "ikkje",
    "løpet": "laupet",
    "årsmøtet": "årsmøte fylkesårsmøte fylkesårsmøtet",
    "årsmøteperioden": "årsmøteperioda",
}
ORD = {skrevet: ord_ for ord_, like in LIKE_ORD.items() for skrevet in like.split()}


def normaliser(frase: str) -> str:
    """The phrase in its normal form; empty for one with nothing in it, or too long to be a deadline.

    Words are lower case, in bokmål and in one inflection, ordinals are digits, dashes are hyphens, all set apart by
    single spaces. Unknown words and signs stay. Normalising twice changes nothing.
    """
    frase = " ".join(frase.split())
    if len(frase) > LENGSTE:
        return ""
    # letters put together from two signs, and signs that only look different, first; lower() may take some apart again
    frase = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", frase.translate(USYNLIGE)).lower())
    tegn = [ORD.get(ord_, ord_) for ord_ in TEGN.findall(frase.translate(STREKER))]
    normalform = " ".join(tegn).strip("-/ ")
    return normalform if len(normalform) <= LENGSTE else ""

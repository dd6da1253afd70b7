"""One way to write every phrase: bokmål and nynorsk, any case, punctuation, spacing and dash come out alike."""

import re
import unicodedata

LENGSTE = 300  # characters; the plan's longest phrase has 36

STREKER = dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-")
USYNLIGE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))

# Words, numbers, and signs one by one. The signs left out here carry no meaning in a phrase; any other ("?", "%")
# stays, and makes it not understood. So do the dots of "2025, 2027 ...", and "første gang", which is not once.
TEGN = re.compile(r"\.{3,}|(?:første|fyrste) g[ao]ng(?!\w)|[0-9]+|[^\W\d_]+|[^\s.,;:!()\[\]{}\"'«»“”„‘’‚•·*_`´]")

# The dash of "2026–" and "–2027" says something; any other at either end does not.
AAPEN_BAK, AAPEN_FORAN = re.compile("[0-9]{4} -$"), re.compile("- [0-9]{4}( |$)")
FLERE_STREKER = re.compile("-(?: -)+")  # typed for one
FORKORTET = re.compile(r"\b([ft])\. ?o\. ?m\b")  # "f.o.m.", "t.o.m."

LIKE_ORD = {
    # numbers
    "1": "første fyrste en én ei et ett ein éin eit eitt",
    "2": "andre annen annet anna annan",
    "3": "tredje",
    "4": "fjerde",
    "6": "sjette",
    # months, seasons, weeks and days
    "januar": "jan",
    "februar": "feb febr",
    "mars": "mar",
    "april": "apr",
    "juni": "jun",
    "august": "aug",
    "september": "sep sept",
    "oktober": "okt",
    "november": "nov",
    "desember": "des",
    "vinter": "vinteren",
    "vår": "våren",
    "sommer": "sommeren sommar sommaren",
    "høst": "høsten haust hausten",
    "vårhalvåret": "vårhalvår vårsemester vårsemesteret",
    "høsthalvåret": "høsthalvår høstsemester høstsemesteret hausthalvår hausthalvåret haustsemester haustsemesteret",
    "jul": "jula julen",
    "påsken": "påske påska",
    "skoleåret": "skoleår skuleår skuleåret",
    "årsskiftet": "årsskifte nyttår",
    "årsslutt": "årsslutten",
    "dag": "dagen",
    "dager": "dagene dagar dagane",
    "uke": "uken uka veke veka",
    "uker": "ukene veker vekene vekor",
    "måned": "måneden månad månaden",
    "måneder": "månedene månader månadene",
    "kvartal": "kvartalet kv",
    "tertial": "tertialet",
    "halvår": "halvåret",
    "halvdel": "halvdelen halvpart halvparten",
    "begynnelsen": "starten byrjinga",
    "midten": "midt",
    "utgangen": "utløpet slutten",
    # how often
    "årlig": "årleg",
    "halvårlig": "halvårleg halvårsvis",
    "månedlig": "månadleg månadlig månedsvis månadsvis",
    "kvartalsvis": "kvartalsvist kvartalleg kvartalsmessig",
    "tertialvis": "tertialsvis tertialleg",
    "kontinuerlig": "kontinuerleg løpende løpande fortløpende fortløpande pågående pågåande",
    "jevnlig": "jevnleg jamleg jamnleg regelmessig",
    "tiden": "tida",
    "hver": "hvert kvar kvart",
    "annethvert": "annenhver annenhvert annahvert annakvart annankvar annankvart annakvar",
    "hele": "heile",
    "minst": "minimum",
    "gang": "gong",
    "ganger": "gonger gongar",
    # meetings, elections and the period
    "perioden": "planperioden perioda periode arbeidsplanperioden",
    "årene": "åra",
    "mellomårene": "mellomåra",
    "valgår": "valår",
    "valgårene": "valåra valgåra",
    "oddetallsår": "oddetalsår",
    "partallsår": "partalsår",
    "valgåret": "valåret",
    "stortingsvalgår": "stortingsvalår",
    "stortingsvalgåret": "stortingsvalåret",
    "lokalvalgår": "lokalvalår kommunevalgår kommunevalår fylkestingsvalgår fylkestingsvalår",
    "lokalvalgåret": "lokalvalåret kommunevalgåret kommunevalåret",
    "valget": "valg val valet valgene vala valgdagen valdagen",
    "stortingsvalget": "stortingsvalg stortingsval stortingsvalet",
    "lokalvalget": "lokalvalg lokalval lokalvalet kommunevalg kommuneval kommunevalget kommunevalet "
    "fylkestingsvalg fylkestingsval fylkestingsvalget fylkestingsvalet fylkesvalget fylkesvalet",
    "valgkampen": "valgkamp valkamp valkampen",
    "stortingsvalgkampen": "stortingsvalkampen",
    "lokalvalgkampen": "lokalvalkampen kommunevalgkampen kommunevalkampen",
    "styremøte": "styremøtet fylkesstyremøte fylkesstyremøtet",
    "møte": "møtet",
    "årsmøtet": "årsmøte fylkesårsmøte fylkesårsmøtet",
    "årsmøteperioden": "årsmøteperioda",
    "landsmøtet": "landsmøte",
    "nominasjonsmøtet": "nominasjonsmøte",
    "representantskapet": "representantskap representantskapsmøte representantskapsmøtet repskap repskapet",
    # small words
    "innen": "innan",
    "senest": "seinast seinest",
    "før": "føre foran framfor",
    "fram": "frem",
    "framover": "fremover videre vidare",
    "fra": "frå",
    "fra og med": "fom",
    "til og med": "tom",
    "per": "pr",
    "og": "samt & +",
    "ikke": "ikkje",
    "løpet": "laupet",
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
    frase = FORKORTET.sub(r"\1om", frase.translate(STREKER))
    normalform = FLERE_STREKER.sub("-", " ".join([ORD.get(ord_, ord_) for ord_ in TEGN.findall(frase)]))
    if not AAPEN_FORAN.match(normalform):
        normalform = normalform.lstrip("-/ ")
    if not AAPEN_BAK.search(normalform):
        normalform = normalform.rstrip("-/ ")
    return normalform if len(normalform) <= LENGSTE else ""

"""Plans to send out and take in again: some by hand, and any number that hypothesis makes."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import strategies as st

from aktivitet.kalender import MAANEDSNAVN
from aktivitet.tekst import rens_linje, rens_tekst
from tiltak.dokument import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plandokument, Tiltak
from tiltak.dokument.deler import forelder_til
from tiltak.dokument.maaltall import les_maaltall

STYGGE = [
    *("=1+1", "+47", "-5 %", "@SUM(A1)", "{=1}", "'=1", "\\=1+1", "TRUE", "#N/A", "1.1", "2025", "1. mai"),
    *("<b>&amp;</b>", "_x0041_ og _x005F_", "A;B\"C'D", "• Ikke et punkt", "– En strek", "25\u00a0000 kr"),
    *("\U0001f469\u200d\U0001f467 ÆØÅ", "שלום עולם", "x" * 10_000, "linje en\nlinje to", "side\u00adskift"),
    *("Mål for perioden", "1.2 Ser ut som et mål"),
]
STYGGE_LINJER = [tekst for tekst in STYGGE if "\n" not in tekst]


def avsnitt(tekst, punkt=False):
    return Avsnitt(tekst, punkt, None, None, 0)


def kapittel(slag, overskrift, *avsnittene):
    return Kapittel(slag, overskrift, None, None, 0, tuple(avsnittene))


def periodemaal(tekst):
    antall, per_valgkrets, valg, valgaar = les_maaltall(tekst)
    return Periodemaal(tekst, None, None, 0, antall, per_valgkrets, valg, valgaar)


def tiltak(kode, tekst="Gjøre noe sammen", gjennomfoering="Årlig", ansvarlig=""):
    return Tiltak(kode, tekst, gjennomfoering, ansvarlig, 0)


def maal(nummer, overskrift, *tiltakene, motto="", avsnittene=()):
    return Maal(nummer, None, overskrift, None, None, 0, motto, None, tuple(avsnittene), tuple(tiltakene))


def plan(*maalene, **felter):
    numre = set()
    med_forelder = []
    for ett in maalene:
        med_forelder.append(replace(ett, forelder=forelder_til(ett.nummer, numre)))
        numre.add(ett.nummer)
    verdier = {
        "organisasjon": "Innlandet SV",
        "tittel": "Arbeidsplan 2025-2028",
        "undertittel": "",
        "fra": date(2025, 1, 1),
        "til": date(2028, 12, 31),
        "innhold": (),
        "kapitler": (),
        "periodemaal": (),
        "maal": tuple(med_forelder),
        "aktivitetsplan": (),
        "tomme_linjer": (),
        "merknader": (),
    }
    return Plandokument(**verdier | felter)


NYNORSK = plan(
    maal("1", "Politisk mål", tiltak("1a", "Halde kurs", "Kvart år", "fylkesstyret"), motto="Samling på venstresida"),
    maal("1.1", "Ei tydeleg røyst", tiltak("1.1a", "Skrive lesarbrev", "heile perioden", "AU")),
    tittel="Arbeidsplan 2026–2029",
    fra=date(2026, 1, 1),
    til=date(2029, 12, 31),
    kapitler=(
        kapittel(
            "innledning", "Innleiing", avsnitt("Planen gjeld for heile fylket."), avsnitt("Han kan endrast", True)
        ),
        kapittel("visjon", "Visjon", avsnitt("Eit sterkt fylkeslag.")),
        kapittel("avslutning", "Aktivitetar", avsnitt("Kalenderen ligg på nettsida.")),
    ),
    aktivitetsplan=(Aktivitetsrad("Januar", "Årsmøte", "", 0), Aktivitetsrad("Februar", "", "Skulering", 0)),
)
SEKS_TRINN = plan(
    *(maal(".".join("123456"[:nr]), f"Trinn {nr}", tiltak(f"{'.'.join('123456'[:nr])}a")) for nr in range(1, 7))
)
UTEN_KODER = plan(maal("1", "Mål", tiltak("", "Gjøre det ene"), tiltak("", "Gjøre det andre", "")))
DOBLE_KODER = plan(
    maal("1", "Mål", tiltak("1a", "Det ene"), tiltak("1a", "Det andre"), tiltak("1b", "Uten frist", "")),
    maal("1.1", "Samme nummer", tiltak("1.1a", "Under det første")),
    maal("1.1", "Samme nummer", tiltak("1.1a", "Under det andre")),
    maal("2", "Uten tiltak", avsnittene=[avsnitt("Bare tekst.")]),
)
LINJESKIFT = plan(
    maal(
        "1",
        "Mål",
        tiltak("1a", "Første linje\nAndre linje -\nTredje"),
        motto="Et motto som slutter med punktum.",
        avsnittene=[avsnitt("Kort linje"), avsnitt("En\nto\n\nfire"), avsnitt("Punkt\nmed skift", punkt=True)],
    ),
)
BAKVENDT = plan(
    maal("1", "Mål", tiltak("1a")),
    tittel="Plan for resten av året",
    fra=date(2026, 3, 7),
    til=date(2026, 12, 30),
    organisasjon="",
    undertittel="Vedtatt på årsmøtet",
    kapitler=(
        kapittel("innledning", "", avsnitt("Uten overskrift."), avsnitt("1.2 Ser ut som et mål")),
        kapittel("avslutning", "Visjon", avsnitt("Står bakerst, og heter noe annet.")),
        kapittel("visjon", "", avsnitt("En visjon uten overskrift.")),
        kapittel("innledning", "1. Innledning"),
    ),
    periodemaal=(
        periodemaal("Få valgt inn minst fire representanter ved fylkestingsvalget 2027"),
        periodemaal("Vokse"),
    ),
)


def stygg(tekster):
    """A plan that says each of these everywhere."""
    return plan(
        *(
            maal(f"{nr}", rens_linje(tekst)[:300], tiltak(f"{nr}a", tekst, "=2025", "@AU"))
            for nr, tekst in enumerate(tekster, start=1)
        ),
        kapitler=(kapittel("innledning", "=1+1", *map(avsnitt, tekster)),),
    )


STYGG = stygg(STYGGE)

tekster = st.one_of(st.sampled_from(STYGGE), st.text(max_size=60)).map(rens_tekst).filter(bool)
linjer = st.one_of(st.sampled_from(STYGGE_LINJER), st.text(max_size=40)).map(rens_linje).filter(bool)
kanskje = st.one_of(st.just(""), linjer)
_avsnitt = st.lists(st.builds(avsnitt, tekster, st.booleans()), max_size=3)
_tiltak = st.builds(
    tiltak,
    st.one_of(st.just(""), st.from_regex(r"[1-9]\.[1-9][a-z]", fullmatch=True), linjer),
    tekster,
    kanskje,
    kanskje,
)
_maal = st.builds(
    lambda nummer, overskrift, tiltakene, motto, avsnittene: maal(
        nummer, overskrift, *tiltakene, motto=motto, avsnittene=avsnittene
    ),
    st.from_regex(r"[1-9][0-9]?(\.[1-9][0-9]?){0,5}", fullmatch=True),
    linjer,
    st.lists(_tiltak, min_size=1, max_size=3),
    kanskje,
    _avsnitt,
)


def _har_vegger(kapitlene):
    """Whether each chapter can be told from the one before: two of a kind, the second without a heading, are one."""
    return all(etter.overskrift or etter.slag != foer.slag for foer, etter in pairwise(kapitlene))


_kapitler = st.lists(
    st.builds(
        lambda slag, overskrift, avsnittene: kapittel(slag, overskrift, *avsnittene),
        st.sampled_from(["innledning", "visjon", "periodemaal", "maal", "avslutning"]),
        kanskje,
        _avsnitt,
    ),
    max_size=4,
).filter(_har_vegger)
_rader = st.builds(
    Aktivitetsrad, st.sampled_from([navn.title() for navn in MAANEDSNAVN]), kanskje, kanskje, st.just(0)
)
planer = st.builds(
    lambda maalene, **felter: plan(*maalene, **felter),
    st.lists(_maal, min_size=1, max_size=4),
    tittel=linjer,
    organisasjon=kanskje,
    undertittel=kanskje,
    fra=st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    til=st.dates(date(2050, 1, 1), date(2060, 1, 1)),
    kapitler=_kapitler.map(tuple),
    periodemaal=st.lists(tekster.map(periodemaal), max_size=2).map(tuple),
    aktivitetsplan=st.lists(_rader, max_size=3).map(tuple),
)


def innholdet(dok):
    """What a plan says: without the places in one file, and without what is found anew in it."""

    def uten(ting):
        borte = {"linje": 0} | dict.fromkeys(["margin", "margin_til", "margin_fra", "motto_margin"])
        felter = {navn: borte[navn] for navn in ting.__dataclass_fields__ if navn in borte}
        for navn in ("avsnitt", "tiltak"):
            if navn in ting.__dataclass_fields__:
                felter[navn] = tuple(map(uten, getattr(ting, navn)))
        return replace(ting, **felter)

    deler = {
        navn: tuple(map(uten, getattr(dok, navn))) for navn in ("kapitler", "periodemaal", "maal", "aktivitetsplan")
    }
    return replace(dok, innhold=(), tomme_linjer=(), merknader=(), filslag="", **deler)

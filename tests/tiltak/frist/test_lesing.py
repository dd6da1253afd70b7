"""Phrases are understood whole or not at all, in bokmål and nynorsk, however they are written."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiltak.frist import Regel, les
from tiltak.frist.normalform import normaliser

# Each line: phrases that mean exactly the same
LIKE = [
    ["2025", " 2025. ", "i 2025", "I løpet av 2025", "innen utgangen av 2025", "i laupet av 2025"],
    ["2024 og 2026", "2024, 2026", "2026 og 2024", "2024 & 2026", "2024 samt 2026", "i 2024 og i 2026"],
    ["Årlig", "årleg", "Hvert år", "kvart år", "ÅRLIG!", "En gang i året", "Éin gong i året", "A\u030arlig"],
    ["Halvårlig", "halvårleg", "Hvert halvår", "kvart halvår", "første og andre halvår, årlig"],
    ["Kvartalsvis", "hvert kvartal", "Kvart kvartal", "1., 2., 3. og 4. kvartal, hvert år"],
    ["Månedlig", "Månadleg", "månadsvis", "kvar månad", "hver måned", "Månedlig, hele perioden"],
    ["Månedlig / ved behov", "månedlig/ved behov", "Ved behov, månedlig", "Månadleg og ved behov"],
    ["Kontinuerlig", "Hele perioden", "heile perioden", "løpende", "Løpande", "Kontinuerlig, hele perioden"],
    ["2025–2027", "2025-2027", "2025-27", "2025 til 2027", "fra 2025 til og med 2027", "Løpende 2025−2027"],
    ["Årlig 2025–2027", "2025, 2026 og 2027", "2025–2027, årlig", "kvart år 2025–2027"],
    ["Mars, årlig", "mars årlig", "Årlig i mars", "Hver mars", "mars - årlig", "Mars (årlig)", "kvart år i mars"],
    ["Mars 2024", "2024, mars", "MARS  2024", "i mars 2024", "mars2024", "2024: mars", "i løpet av mars 2024"],
    ["Februar/mars 2024", "februar–mars 2024", "februar / mars 2024", "fra februar til mars 2024", "feb.-mars 2024"],
    ["April/mai årlig", "April/mai, kvart år", "april - mai, årlig", "årlig, april–mai"],
    ["juli 2028 og 2030", "2028 og 2030: juli"],
    ["mars og oktober 2025", "mars, mars og oktober 2025", "mars, oktober 2025", "2025: i mars og i oktober"],
    ["Første halvår 2025", "fyrste halvår 2025", "1. halvår 2025", "1.halvår 2025", "1. halvåret 2025"],
    ["4. kvartal 2026", "fjerde kvartal 2026", "Q4 2026", "4.kvartal 2026"],
    ["Høst 2026", "høsten 2026", "haust 2026", "Hausten 2026", "i løpet av høsten 2026"],
    ["Vår, årlig", "hver vår", "kvar vår", "våren, kvart år", "om våren, årlig"],
    ["uke 34 2026", "veke 34 2026", "Uke 34, 2026", "uke 34/2026", "i uke 34 i 2026"],
    ["1. mai, hvert år", "1 mai årlig", "hver 1. mai", "første mai, kvart år", "den 1. mai hvert år"],
    ["Innen 15.09.2026", "innan 15. september 2026", "senest 15.9.2026", "innen 15. sept. 2026", "innen 2026-09-15"],
    ["1.6.2026", "1. juni 2026", "01.06.2026", "1/6-2026", "2026-06-01"],
    ["Annethvert år", "annakvart år", "annenhvert år", "hvert annet år", "annet hvert år", "Hvert 2. år"],
    ["valgår", "valår", "i valgår", "hvert valgår", "valgårene"],
    ["mellomår", "ikke-valgår", "ikkje-valår", "Mellomårene"],
    ["Høst i valgår", "valgår, høst", "haust, valår", "høsten i hvert valgår"],
    ["Ved behov", "etter behov", "VED BEHOV."],
    ["Første FS-møte etter årsmøtet", "1. fs møte etter årsmøtet", "Første styremøte etter årsmøte"],
    ["Første FS-møte etter årsmøtet, årlig", "hvert år på første fylkesstyremøte etter årsmøte"],
    ["Første halvår etter årsmøtet", "fyrste halvår etter årsmøtet", "1. halvår etter årsmøtet"],
    ["Etter årsmøteperioden", "etter årsmøteperioda", "Etter årsmøteperioden, årlig"],
    ["Før valget 2027", "før valet 2027", "FØR VALGET I 2027", "i forkant av valget 2027", "fram mot valget 2027"],
    ["Etter landsmøtet", "i etterkant av landsmøtet", "etter landsmøte"],
    ["Før årsmøtet, årlig", "årlig, før årsmøtet", "før hvert årsmøte", "kvart år, føre fylkesårsmøtet"],
    ["To uker før årsmøtet 2027", "2 uker før årsmøtet 2027", "seinast to veker før årsmøtet i 2027"],
    ["Etter kommune- og fylkestingsvalget", "etter kommunevalet", "etter lokalvalget", "Etter fylkestingsvalget"],
    ["1.–15. mai 2026", "1. - 15. mai 2026", "fra 1. til 15. mai 2026", "1.5.–15.5.2026", "1.5.2026–15.5.2026"],
    ["2. tertial 2026", "andre tertial 2026", "T2 2026", "tertial 2, 2026"],
    ["To ganger i året", "to gonger årleg", "2 ganger per år", "to pr. år"],
    ["En gang i perioden", "ein gong i perioda", "i løpet av perioden", "innan utgangen av planperioden"],
    ["Fra 2026", "frå og med 2026", "2026 og framover", "fra 2026 og ut perioden", "2026 og fremover"],
    ["Stortingsvalgår", "stortingsvalår", "år med stortingsvalg"],
]  # fmt: skip


@pytest.mark.parametrize("fraser", LIKE, ids=lambda fraser: fraser[0])
def test_the_same_thing_said_in_other_words_is_the_same_rule(fraser):
    ventet = les(fraser[0])

    assert ventet is not None
    assert {frase: les(frase) for frase in fraser} == dict.fromkeys(fraser, ventet)


def test_no_two_of_these_are_the_same_rule():
    assert len({les(fraser[0]) for fraser in LIKE}) == len(LIKE)


@pytest.mark.parametrize(
    "frase",
    [
        *("", " ", ".", "-", "?", "Snarest", "Etter avtale", "og", "i", "i løpet av", "hver", "innen", "etter"),
        # left-over words, and open questions
        *("Mars 2025 hvis mulig", "2025?", "ca. 2025", "Mars eller april 2025", "2025 og", "og 2025", "og ved behov"),
        *("Månedlig / ved behov / årlig", "2025 i", "50 % i 2025", "Mars 2024¹", "tidlig i mars 2025", "15.09."),
        # may mean several things
        *("2024/2026", "2025/26", "mars/oktober 2025", "desember–januar 2026", "innen sommeren 2026"),
        *("uke 34/40 2026", "vinteren 2026–våren 2027"),
        *("mars og 2025", "2025 og mars", "2025 og årlig", "mars 2024 og april", "uke 12 i mars 2026"),
        *("uke 12 mars 2026", "Løpende, mars", "To ganger", "Fem ganger i året", "årsskiftet 2026", "årlig til 2027"),
        *("første uke i mars 2026", "Første halvår av mars 2026", "Valgår 2027", "Månedlig, løpende", "høst/vår 2026"),
        *("Det første året i perioden, fra 2026", "t.o.m. 2027, siste år i perioden"),
        "Løpende fra 2027, det første året i perioden",
        # a word that says how the first is meant may be about the second too
        *("innen 1. juni 2026 og 1. oktober 2027", "innen mars og oktober 2026", "primo mars og oktober 2026"),
        *("før stortingsvalget 2025 og kommunevalget 2027", "etter årsmøtet og landsmøtet 2027"),
        # no such day, week, year, meeting or election
        *("30. februar 2026", "29. februar 2026", "31.4.2026", "1.13.2026", "uke 54 2026", "uke 53 2025"),
        *("1899", "2200", "20250", "2027–2025", "mars 2027–mars 2026", "5. kvartal 2026", "fra 2027 til 2026"),
        *("tredje halvår 2026", "0. mai 2026", "før 0. mai 2026", "15.–1. mai 2026", "4. tertial 2026"),
        *("før valget 2026", "landsmøtet 2026", "stortingsvalget 2027", "etter kommunevalget 2025", "valgåret 2026"),
        *("nominasjonsmøtet 2027", "andre uke etter valget 2027", "400 dager før valget 2027", "vinteren 2026/28"),
        # meetings that the calendar does not know apart
        *("Første FS-møte etter landsmøtet", "Andre FS-møte etter årsmøtet", "Første FS-møte"),
        *("mellom årsmøtet og sommeren", "etter ekstraordinært årsmøte", "siste styremøte før jul"),
        *("etter landsstyremøtet", "etter generalforsamlingen"),
    ],
)  # fmt: skip
def test_what_is_not_understood_whole_is_not_understood(frase):
    assert les(frase) is None


@pytest.mark.parametrize(
    ("frase", "til_bekreftelse"),
    [
        ("Første FS-møte etter årsmøtet", True),
        ("Første FS-møte etter årsmøtet, årlig", False),
        ("Første FS-møte etter årsmøtet 2026", False),
        ("Første halvår etter årsmøtet", True),
        ("Første halvår etter årsmøtet, årlig", True),
        ("Etter årsmøteperioden", True),
        ("Annethvert år", True),
        ("Annethvert år fra 2026", False),
        ("Mars", True),
        ("Mars, hele perioden", False),
        ("Hver mars", False),
        ("Før valget", True),
        ("Før valget 2027", False),
        ("Før hvert årsmøte", False),
        ("Etter landsmøtet 2027", True),
        ("En måned etter landsmøtet 2027", False),
        ("Vinteren 2026", True),
        ("Vinteren 2026/27", False),
        ("To ganger i året", True),
        ("En gang i året", False),
        ("Jevnlig", True),
        ("Mars fra 2026", True),
        ("Mars hvert år fra 2026", False),
        ("Innen mars 2026", True),
        ("Innen utgangen av mars 2026", False),
        ("Mars 2025–2027", True),
        ("Mars, årlig 2025–2027", False),
        ("Månedlig 2025–2027", False),
        ("Valgår", False),
        ("2025–2027", False),
    ],
)
def test_an_interpretation_waits_for_the_secretary(frase, til_bekreftelse):
    assert les(frase).til_bekreftelse is til_bekreftelse


@pytest.mark.parametrize("tegn", ["a", "1 ", "-", "mars og ", "2025, ", "\u0301\u0316", "\ufdfa", "\u200b", "9", "\0"])
def test_a_very_long_text_is_put_aside_at_once(tegn):
    foer = time.perf_counter()

    assert les(tegn * 100_000) is None
    assert time.perf_counter() - foer < 2


def test_much_space_around_a_phrase_makes_no_difference():
    assert les(" " * 50_000 + "Mars,\n\t årlig" + "\u00a0" * 50_000) == les("Mars, årlig")


BITER = [
    *("mars", "Årlig", "2025", "2026", "og", "/", "–", "-", ",", ".", "1.", "andre", "halvår", "kvartal", "uke", "34"),
    *("ved behov", "løpende", "hele perioden", "innen", "utgangen av", "høst", "i", "valgår", "annakvart", "FS-møte"),
    *(
        "etter",
        "før",
        "årsmøtet",
        "valget",
        "to",
        "uker",
        "ganger",
        "perioden",
        "fra",
        "vinter",
        "primo",
        "1.–15. mai",
    ),
    *("etter årsmøtet", "første", "hver", "månad", "29", "februar", "desember", "til", "fra", "perioden", "53", "?"),
]
# Any text at all, and texts that are nearly phrases
TEKSTER = st.text() | st.lists(st.sampled_from(BITER), max_size=7).map(" ".join)


@settings(max_examples=500)
@given(TEKSTER)
def test_no_text_of_any_kind_raises_and_the_normal_form_reads_the_same(tekst):
    regel = les(tekst)

    assert regel is None or isinstance(regel, Regel)
    assert les(normaliser(tekst)) == regel
    assert normaliser(normaliser(tekst)) == normaliser(tekst)


@settings(max_examples=200)
@given(TEKSTER)
def test_case_and_space_and_a_full_stop_make_no_difference(tekst):
    assert les(f"  {tekst}.  ") == les(tekst)
    assert les(tekst.replace(" ", "\u00a0\t")) == les(tekst)
    assert les(tekst.replace("-", "–")) == les(tekst)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(BITER), max_size=7).map(" ".join))
def test_capitals_make_no_difference(tekst):
    assert les(tekst.upper()) == les(tekst) == les(tekst.title())

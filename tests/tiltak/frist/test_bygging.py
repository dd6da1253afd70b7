"""Rules built from choices: what each choice gives, and what is said when the choices make no rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.frist import Regel, les
from tiltak.frist.bygging import AARVALG, DELVALG, MOETEVALG, PLASSVALG, Byggefeil, bygg, les_aarstall

ALT = {"maaned": 3, "dag": 1, "uke": 12, "moete": "valg", "plass": "foer", "antall": 2, "enhet": "u"}


def valgt(del_av_aaret="aar", **andre):
    return {"del_av_aaret": del_av_aaret, "hvilke_aar": "hvert", "slags": "frist"} | andre


@pytest.mark.parametrize(
    ("valg", "frase"),
    [
        (valgt(), "Årlig"),
        (valgt(hvilke_aar="bestemte", aarstall="2025–2026"), "2025 og 2026"),
        (valgt(slags="loepende"), "Kontinuerlig"),
        (valgt("hver_maaned", slags="ved_behov"), "Månedlig / ved behov"),
        (valgt("hvert_halvaar"), "Halvårlig"),
        (valgt("hvert_kvartal", hvilke_aar="valgaar"), "Kvartalsvis i valgår"),
        (valgt("maaneder", maaned=3), "Mars, årlig"),
        (valgt("maaneder", maaned=4, til_maaned=5), "April/mai årlig"),
        (
            valgt("maaneder", maaned=12, til_maaned=1, hvilke_aar="bestemte", aarstall="2026"),
            "desember 2026–januar 2027",
        ),
        (valgt("halvaar1", hvilke_aar="bestemte", aarstall="2025"), "Første halvår 2025"),
        (valgt("hoest", hvilke_aar="mellomaar"), "høsten i mellomår"),
        (valgt("uker", uke=34, til_uke=36, hvilke_aar="bestemte", aarstall="2026"), "uke 34–36 2026"),
        (valgt("dag", dag=1, maaned=5), "1. mai, hvert år"),
        (valgt("innen", dag=15, maaned=9, hvilke_aar="bestemte", aarstall="2026"), "innen 15.09.2026"),
        (valgt("utgangen", maaned=6, hvilke_aar="bestemte", aarstall="2026"), "innen utgangen av juni 2026"),
        (valgt("moete", moete="valg", plass="foer", hvilke_aar="bestemte", aarstall="2027"), "før valget 2027"),
        (valgt("moete", moete="aarsmoete", plass="tid_foer", antall=2, enhet="u"), "to uker før årsmøtet, årlig"),
        (valgt("foerste_fs"), "Første FS-møte etter årsmøtet, årlig"),
    ],
)
def test_a_choice_gives_the_rule_that_the_words_give(valg, frase):
    lest = les(frase)

    bygget = bygg(valg)

    assert (bygget.ledd, bygget.loepende, bygget.ved_behov) == (lest.ledd, lest.loepende, lest.ved_behov)


@pytest.mark.parametrize("del_av_aaret", DELVALG)
def test_every_part_of_the_year_can_be_chosen_and_stored(del_av_aaret):
    regel = bygg(valgt(del_av_aaret, **ALT))

    assert Regel.from_dict(regel.to_dict()) == regel
    assert regel.til_bekreftelse is False


@pytest.mark.parametrize("plass", PLASSVALG)
@pytest.mark.parametrize("moete", MOETEVALG)
def test_every_meeting_can_be_hung_from_in_every_way(moete, plass):
    regel = bygg(valgt("moete", **ALT | {"moete": moete, "plass": plass}))

    assert Regel.from_dict(regel.to_dict()) == regel


@pytest.mark.parametrize("aar", [slag for slag in AARVALG if slag != "bestemte"])
def test_every_kind_of_years_can_be_chosen(aar):
    assert bygg(valgt(hvilke_aar=aar)).ledd[0].aar.slag == aar


@pytest.mark.parametrize(
    ("valg", "feil"),
    [
        (valgt("maaneder"), {"maaned": "Velg en måned."}),
        (valgt("dag"), {"dag": "Skriv hvilken dag i måneden.", "maaned": "Velg en måned."}),
        (valgt("dag", dag=31, maaned=4), {"dag": "Det finnes ingen 31. april."}),
        (valgt("uker"), {"uke": "Skriv nummeret på uka."}),
        (valgt("uker", uke=9, til_uke=8), {"til_uke": "Uke 8 er før uke 9. Skriv den siste uka her."}),
        (
            valgt("moete", moete="valg", plass="tid_foer", antall=60, enhet="u"),
            {"antall": "Skriv hvor mange uker: fra 1 til 53."},
        ),
        (
            valgt("dag", dag=29, maaned=2, hvilke_aar="bestemte", aarstall="2026"),
            {"aarstall": "Finnes ikke i 2026: «29. februar 2026». Velg et annet år."},
        ),
        (
            valgt("maaneder", maaned=1, slags="loepende"),
            {"slags": "Det som er løpende, gjelder hele året. Velg «Hele året», eller at det har en frist."},
        ),
        (
            valgt(hvilke_aar="bestemte"),
            {"aarstall": "Skriv hvilke år, for eksempel 2026, 2028 eller 2025–2027."},
        ),
    ],
)
def test_choices_that_make_no_rule_say_what_to_mend(valg, feil):
    with pytest.raises(Byggefeil) as unntak:
        bygg(valg)

    assert unntak.value.feil == feil


@pytest.mark.parametrize(
    ("tekst", "aarene"),
    [
        ("2026", (2026,)),
        ("2028, 2026", (2026, 2028)),
        ("2025–2027", (2025, 2026, 2027)),
        ("2025 - 27 og 2030", (2025, 2026, 2027, 2030)),
        ("2026;2027", (2026, 2027)),
    ],
)
def test_years_are_read_as_people_write_them(tekst, aarene):
    assert les_aarstall(tekst) == aarene


@pytest.mark.parametrize(
    "tekst", ["", "neste år", "26", "2027–2025", "9999", "2026–", "2026.5", "２０２６", "-", "1–9999"]
)
def test_what_is_no_year_is_told(tekst):
    with pytest.raises(Byggefeil) as unntak:
        les_aarstall(tekst)

    assert unntak.value.feil.keys() == {"aarstall"}


@given(st.text())
def test_no_text_for_the_years_raises_anything_else(tekst):
    try:
        aarene = les_aarstall(tekst)
    except Byggefeil:
        return
    assert aarene == tuple(sorted(set(aarene)))

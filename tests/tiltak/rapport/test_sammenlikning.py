"""Tests of what is said to be changed between two versions of a report: everything that is, and nothing else."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest

from aktivitet.hjul.aaret import Aaret
from aktivitet.hjul.rader import Rad
from tiltak.figurer import Figurer
from tiltak.ordforskjell import INN, LIKT, UT, Bit
from tiltak.rapport.deler import Linje, Periodedel, Periodefigurer, Periodemaaldel, Sak, Tiltaksdel
from tiltak.rapport.sammenlikning import sammenlikn
from tiltak.rapport.sammenlikning.ulikheter import (
    BORTE,
    ENDRET,
    NYTT,
    Avdeling,
    Frist,
    Sammenlikning,
    Tall,
    Tekst,
    Ting,
    Verdi,
)
from tiltak.rapport.tekst import les_tekst

from .eksempel import GJORT, INNHOLD

FERDIG = Linje("2025", "gjennomfoert", utfoert=date(2025, 2, 7), merknad="Holdt på Hamar")


def med_tiltak(*tiltak):
    """The report with these measures under its first goal."""
    return replace(INNHOLD, maal=(replace(INNHOLD.maal[0], tiltak=tiltak), INNHOLD.maal[1]))


def ett(kode, tekst, *linjer, **felter):
    return Tiltaksdel(kode, tekst, "2025", "", linjer=linjer, alle=linjer, **felter)


def avdelingen(foer, etter, navn="Tiltak"):
    """The things of one part; the others say nothing."""
    svar = sammenlikn(foer, etter)
    assert [avdeling.navn for avdeling in svar.avdelinger] == [navn]
    return svar.avdelinger[0].ting


def byttet(foer, etter):
    return (Bit(UT, foer), Bit(INN, etter))


# --- Nothing, and everything ----------------------------------------------------------------------------------------


def test_the_same_report_has_nothing_changed_whenever_it_was_made():
    senere = replace(INNHOLD, oppdatert=datetime(2027, 1, 1, tzinfo=UTC))

    assert sammenlikn(INNHOLD, senere) == Sammenlikning()
    assert sammenlikn(INNHOLD, senere).i_ord == "Ingenting er endret"


ANDRE = {
    "tittel": "Årsmelding 2025",
    "organisasjon": "Troms SV",
    "aar": 2026,
    "fra": date(2025, 1, 2),
    "til": date(2025, 12, 30),
    "moetedag": date(2026, 3, 7),
    "moetested": "Gjøvik",
    "innledning": les_tekst("Noe annet."),
    "plan": "Ny plan",
    "antall_tiltak": 3,
    "figurer": Figurer.av({"gjennomfoert": 3}),
    "maal": (),
    "ikke_gjort": (),
    "gjort_senere": (),
    "venter": (),
    "aktivitetene": Aaret(date(2025, 1, 1), date(2025, 12, 31), None, ()),
    "antall_avholdt": 2,
    "er_foreloepig": True,
    "avslutning": les_tekst("Takk."),
    "aaret_foer": Periodefigurer("2024", Figurer.av({"gjennomfoert": 1})),
    "glidd": (Sak("1e", "Rydde", Linje("2024", "mangler_vurdering")),),
    "perioden": Periodedel("2025–2028", maal=(Periodemaaldel("Fire valgt", "2 av 4"),)),
    "planens_dager": (date(2025, 6, 1), date(2028, 12, 31)),
}


def test_there_is_another_value_here_for_all_that_a_report_says():
    assert ANDRE.keys() == {felt.name for felt in fields(INNHOLD)} - {"oppdatert"}


@pytest.mark.parametrize("felt", ANDRE)
def test_no_change_goes_unsaid(felt):
    svar = sammenlikn(INNHOLD, replace(INNHOLD, **{felt: ANDRE[felt]}))

    assert svar.antall >= 1
    assert svar.i_ord.endswith("er endret")


def test_each_kind_of_change_is_told_once():
    etter = replace(
        med_tiltak(replace(GJORT, linjer=(replace(FERDIG, merknad="Holdt på Gjøvik"),))),
        tittel="Årsmelding 2025",
        innledning=les_tekst("Et godt år for Ås og Vågå."),
        figurer=Figurer.av({"gjennomfoert": 1, "utgaar": 1, "ikke_gjennomfoert": 1}),
    )

    assert sammenlikn(INNHOLD, etter) == Sammenlikning(
        hode=(Verdi("Tittel", "Beretning 2025", "Årsmelding 2025"),),
        tall=(Tall("Frister i perioden", (Verdi("Gjennomført", "2", "1"), Verdi("Utgår", "0", "1"))),),
        tekster=(
            Tekst("Innledning", (Bit(LIKT, "Et godt år for Ås "), Bit(UT, ", Østre Toten "), Bit(LIKT, "og Vågå."))),
        ),
        avdelinger=(
            Avdeling(
                "Tiltak",
                (
                    Ting(
                        ENDRET,
                        "1a",
                        GJORT.tekst,
                        frister=(
                            Frist(
                                "2025",
                                "Gjennomført 7. februar 2025",
                                "Gjennomført 7. februar 2025",
                                (Bit(LIKT, "Holdt på "), *byttet("Hamar", "Gjøvik")),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )
    assert sammenlikn(INNHOLD, etter).i_ord == "3 ting er endret"


# --- Figures and texts ----------------------------------------------------------------------------------------------


def test_figures_of_the_year_before_and_of_the_period_are_told_by_name():
    def med(foer, samlet, stand):
        aaret = Periodefigurer("2024", Figurer.av({"gjennomfoert": foer}))
        perioden = Periodedel(
            "2025–2028",
            (Periodefigurer("2025", Figurer.av({"utgaar": samlet})),),
            Figurer.av({"utgaar": samlet}),
            (Periodemaaldel("Fire valgt", stand),),
        )
        return replace(INNHOLD, aaret_foer=aaret, perioden=perioden)

    to_til_tre = (Verdi("Frister i alt", "2", "3"), Verdi("Utgår", "2", "3"))
    assert sammenlikn(med(1, 2, "2 av 4"), med(2, 3, "3 av 4")).tall == (
        Tall("Året før, 2024", (Verdi("Frister i alt", "1", "2"), Verdi("Gjennomført", "1", "2"))),
        Tall("Planens periode så langt", to_til_tre),
        Tall("Planens periode, 2025", to_til_tre),
        Tall("Planens mål for perioden", (Verdi("Fire valgt", "2 av 4", "3 av 4"),)),
    )


def test_a_text_is_compared_as_it_is_written_with_its_stars_links_and_points():
    foer = les_tekst("Et godt år.\n\n- Hamar\n- Se [siden](https://example.org/a)")
    etter = les_tekst("Et **godt** år.\n\n- Hamar\n- Se [siden](https://example.org/b)")

    (tekst,) = sammenlikn(replace(INNHOLD, innledning=foer), replace(INNHOLD, innledning=etter)).tekster

    assert tekst.navn == "Innledning"
    assert "".join(bit.tekst for bit in tekst.biter if bit.slag != UT) == (
        "Et **godt** år.\n\n- Hamar\n- Se [siden](https://example.org/b)"
    )
    assert Bit(UT, "a") in tekst.biter
    assert Bit(INN, "b") in tekst.biter


def test_the_text_of_a_goal_is_told_under_its_name_also_when_the_goal_is_renamed():
    maal = replace(INNHOLD.maal[1], overskrift="Sterke allianser ute", tekst=les_tekst("Nytt."))
    etter = replace(INNHOLD, maal=(INNHOLD.maal[0], maal))

    svar = sammenlikn(INNHOLD, etter)

    assert svar.tekster == (Tekst("1.1 Sterke allianser ute", (Bit(INN, "Nytt."),)),)
    assert svar.avdelinger == (
        Avdeling(
            "Mål",
            (
                Ting(
                    ENDRET,
                    "1.1",
                    "Sterke allianser ute",
                    (Verdi("Overskrift", "Sterke allianser", "Sterke allianser ute"),),
                ),
            ),
        ),
    )


# --- Measures -------------------------------------------------------------------------------------------------------


def test_a_measure_says_how_each_due_date_stood_and_stands():
    foer = ett(
        "1a", "Møte organisasjoner", Linje("1. halvår 2025", "paagaar"), Linje("2. halvår 2025", "mangler_vurdering")
    )
    etter = ett(
        "1a",
        "Møte organisasjoner",
        Linje("1. halvår 2025", "paagaar"),
        Linje("2. halvår 2025", "utsatt", utsatt_til=date(2026, 6, 1), merknad="Ingen kunne"),
        Linje("2025", "gjennomfoert"),
    )

    assert avdelingen(med_tiltak(foer), med_tiltak(etter)) == (
        Ting(
            ENDRET,
            "1a",
            "Møte organisasjoner",
            frister=(
                Frist("2. halvår 2025", "Mangler vurdering", "Utsatt til 1. juni 2026", (Bit(INN, "Ingen kunne"),)),
                Frist("2025", "", "Gjennomført"),
            ),
        ),
    )


def test_a_due_day_that_moved_is_said_on_both_sides():
    foer = Linje("2025", "paagaar", frist=date(2025, 2, 28), anslag=date(2025, 2, 28))
    etter = Linje("2025", "paagaar", frist=date(2025, 3, 1))

    (ting,) = avdelingen(med_tiltak(ett("1a", "Møte", foer)), med_tiltak(ett("1a", "Møte", etter)))

    assert ting.frister == (Frist("2025", "Pågår (frist 28. februar 2025, anslag)", "Pågår (frist 1. mars 2025)"),)


def test_the_words_of_a_measure_are_told_word_by_word():
    foer = ett("1a", "Møte organisasjoner hvert år", FERDIG)
    etter = replace(ett("1a", "Møte fagforeninger hvert år", FERDIG), ansvarlig="AU", gjennomfoering="Årlig")

    assert avdelingen(med_tiltak(foer), med_tiltak(etter)) == (
        Ting(
            ENDRET,
            "1a",
            "Møte fagforeninger hvert år",
            (Verdi("Gjennomføring", "2025", "Årlig"), Verdi("Ansvarlig", "", "AU")),
            (Bit(LIKT, "Møte "), *byttet("organisasjoner ", "fagforeninger "), Bit(LIKT, "hvert år")),
        ),
    )


@pytest.mark.parametrize("snudd", [False, True])
def test_where_a_code_stands_twice_each_is_found_by_its_words(snudd):
    en = ett("2.3d (1)", "Oppnevne en studieleder", Linje("2025", "paagaar"))
    annen = ett("2.3d (2)", "Arrangere en vårkonferanse", Linje("2025", "paagaar"))
    ferdig = replace(annen, alle=(FERDIG,), linjer=(FERDIG,))
    etter = (replace(ferdig, kode="2.3d (1)"), replace(en, kode="2.3d (2)")) if snudd else (en, ferdig)

    ting = avdelingen(med_tiltak(en, annen), med_tiltak(*etter))

    konferansen = next(ett_ for ett_ in ting if ett_.tekst == annen.tekst)
    assert [(frist.foer, frist.etter) for frist in konferansen.frister] == [("Pågår", "Gjennomført 7. februar 2025")]
    studielederen = [ett_.verdier for ett_ in ting if ett_.tekst == en.tekst]
    assert studielederen == ([(Verdi("Nummer", "2.3d (1)", "2.3d (2)"),)] if snudd else [])


def test_when_one_of_two_with_the_same_code_is_gone_the_other_is_not_taken_for_it():
    en, annen = (
        ett("2.3d (1)", "Oppnevne en studieleder", FERDIG),
        ett("2.3d (2)", "Arrangere en vårkonferanse", FERDIG),
    )

    assert avdelingen(med_tiltak(en, annen), med_tiltak(replace(annen, kode="2.3d"))) == (
        Ting(ENDRET, "2.3d", annen.tekst, (Verdi("Nummer", "2.3d (2)", "2.3d"),)),
        Ting(
            BORTE,
            "2.3d (1)",
            en.tekst,
            frister=(Frist("2025", "Gjennomført 7. februar 2025", "", (Bit(UT, FERDIG.merknad),)),),
        ),
    )


def test_other_words_under_the_same_code_are_another_measure():
    foer, etter = ett("1a", "Oppnevne en studieleder", FERDIG), ett("1a", "Bygge nye lokallag i fjellregionen")

    assert [(ting.slag, ting.tekst) for ting in avdelingen(med_tiltak(foer), med_tiltak(etter))] == [
        (NYTT, "Bygge nye lokallag i fjellregionen"),
        (BORTE, "Oppnevne en studieleder"),
    ]


def test_a_measure_that_moved_to_another_goal_says_where():
    flyttet = (replace(INNHOLD.maal[0], tiltak=()), replace(INNHOLD.maal[1], tiltak=(GJORT,)))

    (ting,) = avdelingen(INNHOLD, replace(INNHOLD, maal=flyttet))

    assert ting.verdier == (Verdi("Står under", "1 Politisk mål", "1.1 Sterke allianser"),)


def test_many_with_the_very_same_words_are_found_one_for_one():
    alle = [ett(f"1a ({nr})", "Møte", Linje("2025", "paagaar")) for nr in range(1, 5)]
    etter = [*alle[:2], replace(alle[2], alle=(FERDIG,)), alle[3]]

    assert [ting.kode for ting in avdelingen(med_tiltak(*alle), med_tiltak(*etter))] == ["1a (3)"]


# --- What stands apart, and the calendar ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("felt", "navn"),
    [
        ("gjort_senere", "Gjort i perioden, med frist før den"),
        ("glidd", "Frister fra før perioden som ikke er gjort"),
    ],
)
def test_what_was_due_before_the_period_is_told_apart(felt, navn):
    def med(*saker):
        return replace(INNHOLD, **{felt: saker})

    rydde = Sak("1c", "Rydde", Linje("2024", "paagaar"))
    maale = Sak("1c", "Måle", Linje("2024", "paagaar"))
    ferdig = replace(rydde, linje=replace(FERDIG, etikett="2024", merknad=""))

    assert avdelingen(med(rydde, maale), med(ferdig), navn) == (
        Ting(ENDRET, "1c", "Rydde", frister=(Frist("2024", "Pågår", "Gjennomført 7. februar 2025"),)),
        Ting(BORTE, "1c", "Måle", frister=(Frist("2024", "Pågår", ""),)),
    )


def test_activities_are_found_by_their_address_and_then_by_their_name():
    def med(*rader):
        return replace(INNHOLD, aktivitetene=Aaret(INNHOLD.fra, INNHOLD.til, None, rader))

    dag = date(2025, 5, 10)
    slepp = Rad(1, dag, dag, "lør. 10. mai", "Vårslepp", "Hamar SV", "Torget", adresse="/hva-skjer/aktivitet/1/")
    moete = Rad(2, dag, dag, "lør. 10. mai", "Møte", "Hamar SV", adresse="/hva-skjer/aktivitet/2/")
    tur = replace(moete, tittel="Tur", adresse="/hva-skjer/aktivitet/3/")
    etter = med(replace(moete, nr=1, naar="søn. 11. mai", avlyst=True), replace(slepp, nr=2, tittel="Vårfest"), tur)

    assert avdelingen(med(slepp, moete, replace(tur, tittel="Leir", adresse="")), etter, "Aktiviteter") == (
        Ting(
            ENDRET,
            "søn. 11. mai",
            "Møte",
            (
                Verdi("Tid", "lør. 10. mai", "søn. 11. mai"),
                Verdi("Merket", "", "Avlyst"),
            ),
        ),
        Ting(ENDRET, "lør. 10. mai", "Vårfest", (Verdi("Tittel", "Vårslepp", "Vårfest"),)),
        Ting(NYTT, "lør. 10. mai", "Tur"),
        Ting(BORTE, "lør. 10. mai", "Leir"),
    )

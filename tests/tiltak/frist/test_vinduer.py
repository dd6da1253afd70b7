"""The plan's twenty phrases, laid out over 2025–2028: every window, whole."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aktivitet.kalender import MAANEDSNAVN
from aktivitet.moeter import Moeter, i_sammenheng, moeter_fra_dager
from tiltak.frist import Regel, Vindu, les, vinduer
from tiltak.frist.aarene import BESTEMTE, Aar
from tiltak.frist.perioder import Maaneder
from tiltak.frist.regel import Ledd

from .test_regel import regler

FRA, TIL = date(2025, 1, 1), date(2028, 12, 31)
AARENE = range(2025, 2029)

# Two annual meetings are set, and the board meeting after the first of them; the rest are estimates.
AARSMOETER = i_sammenheng([date(2025, 2, 15), date(2025, 2, 16), date(2026, 2, 14)])
FS_MOETER = i_sammenheng([date(2025, 1, 20), date(2025, 2, 16), date(2025, 3, 3)])


def moeter(aar: int) -> Moeter:
    return moeter_fra_dager(aar, AARSMOETER, FS_MOETER)


def helaar(aar: int, **flagg: bool) -> Vindu:
    return Vindu(f"{aar}", f"{aar}", date(aar, 1, 1), date(aar, 12, 31), "aar", **flagg)


def halvaar(aar: int, nr: int) -> Vindu:
    siste = date(aar, 6, 30) if nr == 1 else date(aar, 12, 31)
    return Vindu(f"{aar}-H{nr}", f"{nr}. halvår {aar}", date(aar, 6 * nr - 5, 1), siste, "halvaar")


def maaned(aar: int, nr: int, **flagg: bool) -> Vindu:
    siste = date(aar, nr, monthrange(aar, nr)[1])
    return Vindu(f"{aar}-{nr:02}", f"{MAANEDSNAVN[nr - 1]} {aar}", date(aar, nr, 1), siste, "maaned", **flagg)


def loepende(aar: int) -> Vindu:
    return helaar(aar, kan_forfalle=False, loepende=True)


def foerste_fs(aar: int, foerste: date, siste: date, **flagg: bool) -> Vindu:
    return Vindu(f"fs-{aar}", f"Første FS-møte etter årsmøtet {aar}", foerste, siste, "moete", **flagg)


PLANENS_FRASER = {
    "2025": [helaar(2025)],
    "2024": [helaar(2024, utenfor=True)],
    "2024 og 2026": [helaar(2024, utenfor=True), helaar(2026)],
    "Årlig": [helaar(aar) for aar in AARENE],
    "Halvårlig": [halvaar(aar, nr) for aar in AARENE for nr in (1, 2)],
    "Månedlig": [maaned(aar, nr) for aar in AARENE for nr in range(1, 13)],
    "Månedlig / ved behov": [maaned(aar, nr, kan_forfalle=False) for aar in AARENE for nr in range(1, 13)],
    "Kontinuerlig": [loepende(aar) for aar in AARENE],
    "Hele perioden": [loepende(aar) for aar in AARENE],
    "Mars, årlig": [maaned(aar, 3) for aar in AARENE],
    "Mars 2024": [maaned(2024, 3, utenfor=True)],
    "April 2024": [maaned(2024, 4, utenfor=True)],
    "April 2025": [maaned(2025, 4)],
    "Februar/mars 2024": [
        Vindu("2024-02/03", "februar–mars 2024", date(2024, 2, 1), date(2024, 3, 31), "maaneder", utenfor=True)
    ],
    "April/mai årlig": [
        Vindu(f"{aar}-04/05", f"april–mai {aar}", date(aar, 4, 1), date(aar, 5, 31), "maaneder") for aar in AARENE
    ],
    "Første halvår 2025": [halvaar(2025, 1)],
    "Første halvår etter årsmøtet": [
        Vindu(
            "aarsmoete-2025",
            "Første halvår etter årsmøtet 2025",
            date(2025, 2, 16),
            date(2025, 8, 16),
            "moete",
            til_bekreftelse=True,
        )
    ],
    "Første FS-møte etter årsmøtet": [
        foerste_fs(2025, date(2025, 2, 16), date(2025, 2, 16), til_bekreftelse=True)  # the same afternoon
    ],
    "Første FS-møte etter årsmøtet, årlig": [
        foerste_fs(2025, date(2025, 2, 16), date(2025, 2, 16)),
        foerste_fs(2026, date(2026, 2, 14), date(2026, 2, 28), anslag=True),
        foerste_fs(2027, date(2027, 2, 27), date(2027, 3, 13), anslag=True),
        foerste_fs(2028, date(2028, 2, 26), date(2028, 3, 11), anslag=True),
    ],
    "Etter årsmøteperioden": [
        Vindu(
            f"aarsmoete-{foerste.year}",
            f"Etter årsmøteperioden {foerste.year}",
            foerste,
            siste,
            "moete",
            anslag=anslag,
            til_bekreftelse=True,
        )
        for foerste, siste, anslag in [
            (date(2025, 2, 16), date(2025, 5, 16), False),
            (date(2026, 2, 14), date(2026, 5, 14), False),
            (date(2027, 2, 27), date(2027, 5, 27), True),
            (date(2028, 2, 26), date(2028, 5, 26), True),
        ]
    ],
}


@pytest.mark.parametrize(("frase", "ventet"), PLANENS_FRASER.items())
def test_each_phrase_of_the_plan_gives_exactly_its_windows(frase, ventet):
    assert vinduer(les(frase), FRA, TIL, moeter) == ventet


def ett(frase: str, fra: date = FRA, til: date = TIL) -> list[tuple[str, str, str, str, bool]]:
    """The windows of a phrase, short: key, label, first day, due day, outside."""
    return [
        (vindu.noekkel, vindu.etikett, vindu.foerste.isoformat(), vindu.siste.isoformat(), vindu.utenfor)
        for vindu in vinduer(les(frase), fra, til, moeter)
    ]


@pytest.mark.parametrize(
    ("frase", "ventet"),
    [
        ("3. kvartal 2026", ("2026-K3", "3. kvartal 2026", "2026-07-01", "2026-09-30", False)),
        ("Våren 2027", ("2027-vaar", "våren 2027", "2027-03-01", "2027-05-31", False)),
        ("Sommeren 2027", ("2027-sommer", "sommeren 2027", "2027-06-01", "2027-08-31", False)),
        ("Høsten 2026", ("2026-hoest", "høsten 2026", "2026-09-01", "2026-11-30", False)),
        ("Uke 34 2026", ("2026-U34", "uke 34 2026", "2026-08-17", "2026-08-23", False)),
        ("Uke 34–35 2026", ("2026-U34/35", "uke 34–35 2026", "2026-08-17", "2026-08-30", False)),
        ("1. mai 2026", ("2026-05-01", "1. mai 2026", "2026-05-01", "2026-05-01", False)),
        ("Innen 15.09.2026", ("innen-2026-09-15", "innen 15. september 2026", "2026-01-01", "2026-09-15", False)),
        (
            "Innen utgangen av februar 2028",
            ("innen-2028-02", "innen utgangen av februar 2028", "2028-01-01", "2028-02-29", False),
        ),
        (
            "Desember 2026–januar 2027",
            ("2026-12/2027-01", "desember 2026–januar 2027", "2026-12-01", "2027-01-31", False),
        ),
        # a window belongs where it is due
        (
            "Desember 2024–januar 2025",
            ("2024-12/2025-01", "desember 2024–januar 2025", "2024-12-01", "2025-01-31", False),
        ),
        (
            "Desember 2028–januar 2029",
            ("2028-12/2029-01", "desember 2028–januar 2029", "2028-12-01", "2029-01-31", True),
        ),
    ],
)
def test_other_parts_of_a_year_have_their_days_label_and_key(frase, ventet):
    assert ett(frase) == [ventet]


@pytest.mark.parametrize(
    ("frase", "noekler"),
    [
        ("Valgår", ["2025", "2027"]),
        ("Mellomår", ["2026", "2028"]),
        ("Annethvert år", ["2025", "2027"]),
        ("Mars, annethvert år", ["2025-03", "2027-03"]),
        ("Ved behov", ["2025", "2026", "2027", "2028"]),
        ("Uke 53, årlig", ["2026-U53"]),  # no other year of the period has one that is due in it
        ("29. februar, årlig", ["2028-02-29"]),
        ("Mars 2026 og april 2025", ["2025-04", "2026-03"]),  # in order of time, not of mention
        ("2025 og 2030", ["2025", "2030"]),
        ("29. februar, hvert fjerde år", ["2028-02-29"]),
    ],
)
def test_years_are_chosen_as_the_phrase_says(frase, noekler):
    assert [vindu.noekkel for vindu in vinduer(les(frase), FRA, TIL, moeter)] == noekler


def test_what_repeats_is_given_where_it_is_due_in_the_period():
    fra, til = date(2025, 3, 1), date(2029, 2, 28)

    assert [rad[0] for rad in ett("Årlig", fra, til)] == ["2025", "2026", "2027", "2028"]
    assert [rad[0] for rad in ett("Januar, årlig", fra, til)] == ["2026-01", "2027-01", "2028-01", "2029-01"]


def test_a_measure_is_not_lost_in_a_period_too_short_for_it():
    assert ett("Årlig", date(2025, 3, 1), date(2025, 10, 31)) == [("2025", "2025", "2025-01-01", "2025-12-31", True)]


def test_what_is_ongoing_lasts_as_long_as_the_period():
    assert ett("Hele perioden", date(2025, 3, 1), date(2026, 2, 28)) == [
        ("2025", "2025", "2025-03-01", "2025-12-31", False),
        ("2026", "2026", "2026-01-01", "2026-02-28", False),
    ]


def test_named_years_of_ongoing_work_are_as_hele_perioden_for_those_years():
    fra, til = date(2025, 3, 1), date(2027, 2, 28)

    assert ett("2025–2027", fra, til) == ett("Hele perioden", fra, til)
    assert ett("Løpende i 2024", fra, til) == [("2024", "2024", "2024-01-01", "2024-12-31", True)]


def test_every_second_year_is_counted_from_the_first_that_has_what_it_is_about():
    fra, til = date(2026, 1, 1), date(2029, 12, 31)

    assert [rad[0] for rad in ett("Annethvert år, på landsmøtet", fra, til)] == [
        "paa-landsmoete-2027",
        "paa-landsmoete-2029",
    ]
    assert [rad[0] for rad in ett("Annethvert år", fra, til)] == ["2026", "2028"]


def test_a_window_keeps_its_key_when_the_meeting_moves():
    regel = les("Første FS-møte etter årsmøtet, årlig")

    foer = vinduer(regel, FRA, TIL, lambda aar: moeter_fra_dager(aar, [], []))
    etter = vinduer(
        regel, FRA, TIL, lambda aar: moeter_fra_dager(aar, [(date(aar, 3, 20),) * 2], [(date(aar, 4, 1),) * 2])
    )

    assert [vindu.noekkel for vindu in foer] == [vindu.noekkel for vindu in etter]
    assert {vindu.anslag for vindu in foer} == {True}
    assert {vindu.anslag for vindu in etter} == {False}
    assert etter[0].foerste == date(2025, 3, 20)
    assert etter[0].siste == date(2025, 4, 1)


@pytest.mark.parametrize(
    ("aarsmoete", "frist"),
    [
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2025, 2, 28), date(2025, 8, 28)),
    ],
)
def test_six_months_later_is_the_last_of_a_shorter_month(aarsmoete, frist):
    regel = les("Første halvår etter årsmøtet")

    [vindu] = vinduer(
        regel, date(aarsmoete.year, 1, 1), TIL, lambda aar: moeter_fra_dager(aar, [(aarsmoete, aarsmoete)])
    )

    assert vindu.siste == frist


def dager(frase: str, fra: date = FRA, til: date = TIL, **moetedager) -> list[tuple[str, str, str, bool]]:
    """The windows of a phrase with these meetings known: key, first day, due day, estimate."""
    return [
        (vindu.noekkel, vindu.foerste.isoformat(), vindu.siste.isoformat(), vindu.anslag)
        for vindu in vinduer(les(frase), fra, til, lambda aar: moeter_fra_dager(aar, **moetedager))
    ]


def test_a_meeting_of_several_days_is_before_its_first_and_after_its_last():
    landsmoete = {"landsmoeter": [(date(2027, 4, 9), date(2027, 4, 11))]}

    assert dager("Før landsmøtet 2027", **landsmoete) == [("foer-landsmoete-2027", "2027-01-01", "2027-04-08", False)]
    assert dager("Til landsmøtet 2027", **landsmoete) == [("til-landsmoete-2027", "2027-01-01", "2027-04-09", False)]
    assert dager("Landsmøtet 2027", **landsmoete) == [("paa-landsmoete-2027", "2027-04-09", "2027-04-11", False)]
    assert dager("Etter landsmøtet 2027", **landsmoete) == [
        ("etter-landsmoete-2027", "2027-04-11", "2027-07-11", False)
    ]
    assert dager("En uke etter landsmøtet 2027", **landsmoete) == [
        ("1u-etter-landsmoete-2027", "2027-04-11", "2027-04-18", False)
    ]
    assert dager("Ti dager før landsmøtet 2027", **landsmoete) == [
        ("10d-foer-landsmoete-2027", "2027-01-01", "2027-03-30", False)
    ]


def test_a_meeting_on_new_years_day_is_due_before_it_in_the_year_before():
    nyttaarsdag = [(date(2027, 1, 1), date(2027, 1, 1))]

    assert dager("Før årsmøtet 2027", aarsmoeter=nyttaarsdag) == [
        ("foer-aarsmoete-2027", "2026-01-01", "2026-12-31", False)
    ]


def test_what_is_due_in_the_period_is_given_also_when_its_meeting_is_after_it():
    assert dager("Tre måneder før årsmøtet, årlig", til=date(2026, 12, 31)) == [
        ("3m-foer-aarsmoete-2026", "2025-01-01", "2025-11-28", True),
        ("3m-foer-aarsmoete-2027", "2026-01-01", "2026-11-27", True),
    ]


def test_an_election_keeps_its_key_when_the_day_is_set():
    foer = dager("Før kommunevalget")
    etter = dager("Før kommunevalget", valg=[(date(2027, 9, 5), date(2027, 9, 6))])

    assert foer == [("foer-lokalvalg-2027", "2027-01-01", "2027-09-12", True)]
    assert etter == [("foer-lokalvalg-2027", "2027-01-01", "2027-09-04", False)]


@pytest.mark.parametrize(
    ("frase", "ventet"),
    [
        ("Årlig fra 2030", [("2030", "2030", "2030-01-01", "2030-12-31", True)]),
        ("Løpende fra 2030", [("2030", "2030", "2030-01-01", "2030-12-31", True)]),
        ("Mars i valgår fra 2030", [("2031-03", "mars 2031", "2031-03-01", "2031-03-31", True)]),
        ("Årlig til og med 2020", [("2020", "2020", "2020-01-01", "2020-12-31", True)]),
        ("Valgår til og med 2024", [("2023", "2023", "2023-01-01", "2023-12-31", True)]),
        ("Årlig fra 2029", [("2029", "2029", "2029-01-01", "2029-12-31", True)]),
    ],
)
def test_a_year_that_the_phrase_begins_or_ends_with_is_not_lost_outside_the_period(frase, ventet):
    assert ett(frase) == ventet


@pytest.mark.parametrize(
    ("frase", "fra", "til", "ventet"),
    [
        ("En gang i perioden", FRA, TIL, [("2025-01-01", "2028-12-31")]),
        ("To ganger i perioden", FRA, TIL, [("2025-01-01", "2026-12-31"), ("2027-01-01", "2028-12-31")]),
        (
            "Tre ganger i perioden",
            FRA,
            TIL,
            [("2025-01-01", "2026-04-30"), ("2026-05-01", "2027-08-31"), ("2027-09-01", "2028-12-31")],
        ),
        (
            "To ganger i perioden",
            date(2025, 3, 15),
            date(2029, 3, 14),
            [("2025-03-15", "2027-03-14"), ("2027-03-15", "2029-03-14")],
        ),
        ("To ganger i perioden", FRA, FRA, [("2025-01-01", "2025-01-01"), ("2025-01-01", "2025-01-01")]),
        ("Siste år i perioden", FRA, TIL, [("2028-01-01", "2028-12-31")]),
    ],
)
def test_what_is_of_the_whole_period_follows_it(frase, fra, til, ventet):
    vinduene = vinduer(les(frase), fra, til, moeter)

    assert [(vindu.foerste.isoformat(), vindu.siste.isoformat()) for vindu in vinduene] == ventet
    assert {vindu.utenfor for vindu in vinduene} == {False}


def test_meetings_are_asked_for_only_when_the_rule_hangs_from_them():
    def ingen(aar: int) -> Moeter:
        raise AssertionError(aar)

    assert vinduer(les("Årlig"), FRA, TIL, ingen)


OVER_NYTTAAR = Regel((Ledd((Maaneder(1, 1, 1),), Aar(BESTEMTE, (1999,))),), loepende=True)


@settings(max_examples=200)
@example(OVER_NYTTAAR, date(2000, 1, 1), -1, [], [])  # a period that ends before it begins clips nothing
@given(
    regel=regler(),
    fra=st.dates(),
    lengde=st.integers(-400, 12 * 366),
    dager=st.lists(st.dates(), max_size=4).map(i_sammenheng),
    fs_dager=st.lists(st.dates(), max_size=4).map(i_sammenheng),
)
def test_windows_are_in_order_end_after_they_begin_and_have_keys_of_their_own(regel, fra, lengde, dager, fs_dager):
    til = min(max(fra.toordinal() + lengde, 1), date.max.toordinal())

    funnet = vinduer(regel, fra, date.fromordinal(til), lambda aar: moeter_fra_dager(aar, dager, fs_dager))

    assert [(vindu.foerste, vindu.siste) for vindu in funnet] == sorted((v.foerste, v.siste) for v in funnet)
    assert all(vindu.foerste <= vindu.siste for vindu in funnet)
    assert len({vindu.noekkel for vindu in funnet}) == len(funnet)
    assert all(
        vindu.utenfor == (not fra <= vindu.siste <= fra + timedelta(days=til - fra.toordinal())) for vindu in funnet
    )

"""Parts found again in the next version: by their words first, and by where they stand when the words are gone."""

import pytest

from tiltak.dokument.kobling import Merke, koble

KURS, MOETE, BREV, AVIS = (
    "Arrangere kurs i regnskap for alle lokallag",
    "Møte fagbevegelsen i fylket hvert halvår",
    "Sende nyhetsbrev til medlemmene",
    "Skrive leserinnlegg om jernbanen",
)


def koblet(gamle, nye, faste=()):
    """The pairs of texts in the new order: as (old, new, sure). The texts are told from each other by themselves."""
    gamle, nye = [[Merke(*ett) if isinstance(ett, tuple) else Merke(ett) for ett in alle] for alle in (gamle, nye)]
    return [(gamle[ett.gammel].tekst, nye[ett.ny].tekst, ett.sikker) for ett in koble(gamle, nye, faste)]


def test_the_same_words_are_found_wherever_they_stand():
    gamle = [(KURS, "a", 1), (MOETE, "b", 1), (BREV, "a", 2)]
    nye = [(BREV, "a", 1), (KURS, "b", 2), (MOETE, "c", 2)]

    assert koblet(gamle, nye) == [(BREV, BREV, True), (KURS, KURS, True), (MOETE, MOETE, True)]


def test_swapped_codes_follow_the_words():
    assert koblet([(KURS, "a", 1), (MOETE, "b", 1)], [(MOETE, "a", 1), (KURS, "b", 1)]) == [
        (MOETE, MOETE, True),
        (KURS, KURS, True),
    ]


def test_words_that_stand_twice_are_told_apart_by_their_place():
    koblinger = koble(
        [Merke(KURS, "a", 1), Merke(KURS, "a", 2), Merke(KURS, "b", 2)],
        [Merke(KURS, "b", 2), Merke(KURS, "c", 1), Merke(KURS, "a", 2)],
    )

    assert [(ett.gammel, ett.ny) for ett in koblinger] == [(2, 0), (0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("foer", "etter"),
    [
        (KURS, "Arrangere kurs i rekneskap for alle lokallag."),
        (BREV, "Sende faste nyhetsbrev til alle medlemmene"),
        ("Revidere kommunikasjonsstrategi", "Revidere kommunikasjonstrategien"),
        (MOETE, MOETE.upper()),
    ],
    ids=["stavemåte", "noen ord til", "skrivefeil", "store bokstaver"],
)
def test_a_few_other_words_are_no_question(foer, etter):
    assert koblet([(AVIS, "a", 1), (foer, "b", 1)], [(etter, "c", 9), (AVIS, "a", 1)]) == [
        (foer, etter, True),
        (AVIS, AVIS, True),
    ]


def test_half_the_words_are_a_question_unless_it_stays_where_it_was():
    foer, etter = "Holde kurs i regnskap for lokallag", "Holde kurs i regnskap og ledelse for kasserere"

    assert koblet([(foer, "a", 1)], [(etter, "d", 2)]) == [(foer, etter, False)]
    assert koblet([(foer, "a", 1)], [(etter, "a", 1)]) == [(foer, etter, True)]


def test_wholly_other_words_under_the_same_code_in_the_same_place_are_a_question():
    assert koblet([(KURS, "a", 1)], [(AVIS, "a", 1)]) == [(KURS, AVIS, False)]
    assert koblet([(KURS, "a", 1)], [(AVIS, "a", 2)]) == []
    assert koblet([(KURS, "", 1)], [(AVIS, "", 1)]) == []
    assert koblet([(KURS, "a", 1), (MOETE, "a", 1)], [(AVIS, "a", 1)]) == []


def test_one_that_is_split_in_two_goes_on_in_the_nearer_and_is_a_question():
    foer = "Arrangere kurs i regnskap og kurs i aksjonsteknikk"
    nye = ["Arrangere kurs i regnskap", "Arrangere kurs i aksjonsteknikk"]

    assert koblet([foer], nye) == [(foer, nye[1], False)]


def test_the_pairs_are_the_best_all_in_all_and_not_the_best_first():
    a, b = "skolering om klima i alle lokallag", "skolering om klima i alle lokallag og nettverk"
    ny_a, ny_b = "skolering om klima i alle lokallag og", "skolering om klima i lokallag"

    assert [(foer, etter) for foer, etter, _ in koblet([a, b], [ny_a, ny_b])] == [(b, ny_a), (a, ny_b)]


def test_a_heading_that_only_one_has_is_enough():
    gamle = [
        Merke("Alle med. Her står noe", navn="Alle med"),
        Merke("Mål Det ene", navn="Mål"),
        Merke("Mål", navn="Mål"),
    ]
    nye = [Merke("Tre", navn="Mål"), Merke("Alle med. Nå er alt annet", navn="Alle med")]

    assert [(ett.gammel, ett.ny, ett.sikker) for ett in koble(gamle, nye)] == [(0, 1, True)]


def test_what_a_person_has_decided_stands():
    gamle, nye = [Merke(KURS, "a", 1), Merke(MOETE, "b", 1)], [Merke(KURS, "a", 1), Merke(AVIS, "c", 1)]

    assert [(ett.gammel, ett.ny) for ett in koble(gamle, nye, [(1, 1)])] == [(0, 0), (1, 1)]
    assert [(ett.gammel, ett.ny) for ett in koble(gamle, nye, [(None, 0)])] == []
    assert [(ett.gammel, ett.ny, ett.sikker) for ett in koble(gamle, nye, [(0, 1)])] == [(0, 1, True)]


def test_parts_without_words_or_code_are_nothing_to_find_again():
    assert koble([Merke("")], [Merke("")]) == []
    assert koble([], [Merke("x")]) == koble([Merke("x")], []) == []

"""Codes of other plans: letters, numbers, none; what goes for a whole plan is said once."""

from tiltak.dokument import les_dokument

HODE = "Kode\tTiltak\tFrist"


def les(*rader):
    linjer = ["Arbeidsplan 2025-2028", "", "1. Politikk", "", HODE, *rader, ""]
    return les_dokument("\n".join(linjer).encode())


def koder(dok):
    return [[tiltak.kode for tiltak in maal.tiltak] for maal in dok.maal]


def merknader(dok):
    return [(m.linje, m.hva, m.tekst) for m in dok.merknader]


def test_letters_alone_get_the_goals_number_and_that_is_said_once():
    dok = les("a)\tGjøre noe\t2025", "b)\tGjøre mer\t2026", "", "1.1 Stemme", "", HODE, "\ta) Rope\t2025")

    assert koder(dok) == [["1a", "1b"], ["1.1a"]]
    assert merknader(dok) == [
        (
            6,
            "kode-bare-bokstav",
            "Kodene er bare en bokstav i dokumentet. Appen setter målets nummer foran: «a» er «1a».",
        )
    ]


def test_a_letter_among_whole_codes_stays_as_it_is():
    dok = les("1a\tGjøre noe\t2025", "b\tGjøre mer\t2026")

    assert koder(dok) == [["1a", "b"]]
    assert merknader(dok) == [
        (7, "uten-kode", "Tiltaket under mål 1 har koden «b», som ikke er et nummer og en bokstav.")
    ]


def test_a_number_one_step_below_the_goals_is_a_code():
    dok = les("1.1\tGjøre noe\t2025", "1.2\tGjøre mer\t2026", "", "1.1 Stemme", "", HODE, "1.1.1\tRope\t2025")

    assert koder(dok) == [["1.1", "1.2"], ["1.1.1"]]
    assert dok.merknader == ()


def test_running_numbers_may_begin_anew_under_each_goal_and_that_they_are_no_codes_is_said_once():
    dok = les("1\tA\t2025", "2\tB\t2025", "", "1.1 Stemme", "", HODE, "1\tC\t2025", "2\tD\t2025", "2\tE\t2025")

    assert koder(dok) == [["1", "2"], ["1", "2", "2"]]
    assert merknader(dok) == [
        (6, "uten-kode", "5 av 5 tiltak har ikke kode med nummer og bokstav («1.1a»). Det første står her."),
        (14, "kode-to-ganger", "Koden 2 står to ganger: først på linje 13, så her."),
    ]


def test_a_plan_without_codes_says_so_once():
    dok = les(*("\tGjøre noe\t2025" for _ in range(1000)))

    assert koder(dok) == [[""] * 1000]
    assert merknader(dok) == [(6, "uten-kode", "1000 av 1000 tiltak har ikke kode. Det første står her.")]

"""How measures are cited and linked to."""

from collections import namedtuple
from datetime import date

from tiltak.sitering import ankere, siterte_koder

Ett = namedtuple("Ett", ["pk", "kode", "utgaatt"], defaults=[None])


def test_a_code_that_stands_once_is_cited_as_it_is_and_a_repeated_one_by_its_number():
    assert siterte_koder([Ett(7, "2.3c"), Ett(8, "2.3d"), Ett(9, "2.3d"), Ett(3, "2.3e")]) == {
        7: "2.3c",
        8: "2.3d (1)",
        9: "2.3d (2)",
        3: "2.3e",
    }


def test_missing_codes_are_not_numbered():
    assert siterte_koder([Ett(1, ""), Ett(2, "")]) == {1: "", 2: ""}


def test_a_measure_taken_out_of_the_plan_says_so_and_leaves_its_code_to_others():
    assert siterte_koder([Ett(1, "1a", date(2026, 2, 28)), Ett(2, "1a"), Ett(3, "", date(2026, 2, 28))]) == {
        1: "1a (ute av planen)",
        2: "1a",
        3: "(ute av planen)",
    }


def test_on_an_earlier_day_it_is_cited_as_it_was_then():
    tiltakene = [Ett(1, "1a", date(2026, 2, 28)), Ett(2, "1b", date(2025, 2, 28))]

    assert siterte_koder(tiltakene, date(2025, 12, 31)) == {1: "1a", 2: "1b (ute av planen)"}


def test_anchors_are_unique_and_hold_no_space():
    assert ankere(["2.3d", "2.3d", "2.3d-2", "", "Ny a", ""]) == [
        "2.3d",
        "2.3d-2",
        "2.3d-2-2",
        "tiltak",
        "Ny-a",
        "tiltak-2",
    ]


def test_anchors_hold_no_sign_that_would_end_them_in_a_style_sheet():
    assert ankere(['1"', "1\\", '"']) == ["1", "1-2", "tiltak"]

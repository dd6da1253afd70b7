"""How measures are cited and linked to."""

from tiltak.sitering import ankere, siterte_koder


def test_a_code_that_stands_once_is_cited_as_it_is_and_a_repeated_one_by_its_number():
    assert siterte_koder([(7, "2.3c"), (8, "2.3d"), (9, "2.3d"), (3, "2.3e")]) == {
        7: "2.3c",
        8: "2.3d (1)",
        9: "2.3d (2)",
        3: "2.3e",
    }


def test_missing_codes_are_not_numbered():
    assert siterte_koder([(1, ""), (2, "")]) == {1: "", 2: ""}


def test_anchors_are_unique_and_hold_no_space():
    assert ankere(["2.3d", "2.3d", "2.3d-2", "", "Ny a", ""]) == [
        "2.3d",
        "2.3d-2",
        "2.3d-2-2",
        "tiltak",
        "Ny-a",
        "tiltak-2",
    ]

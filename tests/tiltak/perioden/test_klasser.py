"""The five classes: each due date is in one of them."""

import pytest

from tiltak.models.termin import AAPNE, Stilling
from tiltak.perioden.klasser import Celle, Klasse, klassen


@pytest.mark.parametrize(
    ("stilling", "sen", "klasse"),
    [
        (Stilling.GJENNOMFOERT, False, Klasse.GJORT),
        (Stilling.DELVIS, False, Klasse.DELVIS),
        (Stilling.PAAGAAR, False, Klasse.GJENSTAAR),
        (Stilling.PAAGAAR, True, Klasse.FORFALT),
        (Stilling.UTSATT, False, Klasse.GJENSTAAR),
        (Stilling.UTSATT, True, Klasse.FORFALT),
        (Stilling.MANGLER_VURDERING, False, Klasse.GJENSTAAR),
        (Stilling.MANGLER_VURDERING, True, Klasse.FORFALT),
        (Stilling.IKKE_GJENNOMFOERT, False, Klasse.IKKE_GJORT),
        (Stilling.UTGAAR, False, Klasse.IKKE_GJORT),
    ],
)
def test_each_figure_has_its_class(stilling, sen, klasse):
    assert klassen(str(stilling), sen) == klasse


def test_every_status_that_can_be_overdue_is_still_open_before_that():
    assert {klassen(str(status), sen=False) for status in AAPNE} == {Klasse.GJENSTAAR}


@pytest.mark.parametrize(
    ("antall", "sagt"),
    [
        ((0, 0, 0, 0, 0), "0"),
        ((3, 0, 0, 1, 0), "3\u00a0gjort, 1\u00a0forfalt"),
        ((1, 2, 3, 4, 5), "1\u00a0gjort, 2\u00a0delvis, 3\u00a0gjenstår, 4\u00a0forfalt, 5\u00a0ikke gjort"),
    ],
)
def test_a_cell_says_what_it_holds(antall, sagt):
    assert Celle(antall).i_ord == sagt

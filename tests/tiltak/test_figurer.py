"""Tests of the figures: what they count, and how they are said. Pure: no database is asked."""

from tiltak.figurer import Figur, Figurer
from tiltak.models.termin import Stilling


def test_figures_have_every_stilling_in_order_and_add_up():
    figurer = Figurer.av({"gjennomfoert": 2, "utsatt": 1})

    assert figurer == Figurer(
        (
            Figur("gjennomfoert", "Gjennomført", 2, 67),
            Figur("delvis", "Delvis gjennomført", 0, 0),
            Figur("paagaar", "Pågår", 0, 0),
            Figur("utsatt", "Utsatt", 1, 33),
            Figur("ikke_gjennomfoert", "Ikke gjennomført", 0, 0),
            Figur("utgaar", "Utgår", 0, 0),
            Figur("mangler_vurdering", "Mangler vurdering", 0, 0),
        )
    )
    assert (figurer.frist, figurer.i_ord) == (3, "3 frister: 2 gjennomført og 1 utsatt")


def test_figures_of_nothing_say_so():
    tomme = Figurer.av({})

    assert (tomme.frist, tomme.i_ord) == (0, "Ingen frister i perioden")
    assert {tall.prosent for tall in tomme.tall} == {0}


def test_every_stilling_has_a_place_in_the_figures():
    assert [tall.stilling for tall in Figurer.av({}).tall] == Stilling.values

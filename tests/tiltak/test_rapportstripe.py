"""Tests of the report's stripe: its parts fill the whole, each begins where the one before it ends."""

from tiltak.figurer import Figurer
from tiltak.templatetags.rapportstripe import Del, stripe


def test_each_figure_that_counts_anything_is_a_part_in_its_order():
    figurer = Figurer.av({"mangler_vurdering": 2, "gjennomfoert": 5, "utsatt": 1})

    assert stripe(figurer) == [
        Del("gjennomfoert", "Gjennomført", 5, 0),
        Del("utsatt", "Utsatt", 1, 5),
        Del("mangler_vurdering", "Mangler vurdering", 2, 6),
    ]


def test_nothing_due_has_no_parts():
    assert stripe(Figurer.av({})) == []

"""The report's chart: bars with words and numbers beside them, so that nothing rests on a colour."""

from dataclasses import dataclass

from django import template

from tiltak.figurer import Figurer

register = template.Library()

HOEYDE = 30  # from one bar to the next
VENSTRE = 170  # where the bars begin: the words stand before it
LENGST = 380


@dataclass(frozen=True)
class Soeyle:
    """One bar, in the drawing's own units."""

    navn: str
    stilling: str
    antall: int
    y: int
    bredde: float

    @property
    def grunnlinje(self) -> int:
        """Where the words beside the bar stand."""
        return self.y + 15

    @property
    def slutt(self) -> float:
        """Where the number after the bar stands."""
        return VENSTRE + self.bredde + 8


@register.filter
def soeyler(figurer: Figurer) -> list[Soeyle]:
    """Give a bar for each figure; the longest fills the width."""
    stoerst = max(tall.antall for tall in figurer.tall) or 1
    return [
        Soeyle(tall.navn, tall.stilling, tall.antall, nr * HOEYDE, round(LENGST * tall.antall / stoerst, 1))
        for nr, tall in enumerate(figurer.tall)
    ]


@register.filter
def i_ett(figurer: Figurer) -> str:
    """Say the chart in one sentence, for those who do not see it."""
    return f"Søylediagram. {figurer.i_ord}."

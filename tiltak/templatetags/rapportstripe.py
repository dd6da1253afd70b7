"""The figures of a report as one stripe: how much of the whole each of them is, seen at a glance on a phone."""

from dataclasses import dataclass

from django import template

from tiltak.figurer import Figurer

register = template.Library()


@dataclass(frozen=True)
class Del:
    """One part of the stripe: what it counts, how many, and how many stand before it."""

    stilling: str
    navn: str
    antall: int
    foer: int


@register.filter
def stripe(figurer: Figurer) -> list[Del]:
    """Give a part for each figure that counts anything, in their order."""
    deler, foer = [], 0
    for tall in figurer.tall:
        if tall.antall:
            deler.append(Del(tall.stilling, tall.navn, tall.antall, foer))
            foer += tall.antall
    return deler

"""The report's figures against those of the year before, in words: a sign alone is easily read the wrong way."""

from dataclasses import dataclass

from django import template

from tiltak.figurer import Figur
from tiltak.rapport.deler import Rapportinnhold

register = template.Library()


@dataclass(frozen=True)
class Rad:
    """One figure of the two years."""

    naa: Figur
    foer: Figur

    @property
    def endring(self) -> str:
        return i_ord(self.naa.antall - self.foer.antall)


@dataclass(frozen=True)
class Sammenlikning:
    """The figures of two years side by side, and what the change comes to."""

    rader: tuple[Rad, ...]
    i_alt: str
    i_ord: str


@register.filter
def mot_aaret_foer(innhold: Rapportinnhold) -> Sammenlikning:
    """Give the figures against those of the year before, which the content must have."""
    foer = innhold.aaret_foer
    assert foer is not None  # noqa: S101 the template asks only where there is one
    rader = tuple(Rad(*par) for par in zip(innhold.figurer.tall, foer.figurer.tall, strict=True))
    setning = (
        f"{innhold.figurer.gjennomfoert} av {innhold.figurer.frist} frister er gjennomført. "
        f"I {foer.navn} var det {foer.figurer.gjennomfoert} av {foer.figurer.frist}."
    )
    return Sammenlikning(rader, i_ord(innhold.figurer.frist - foer.figurer.frist), setning)


def i_ord(endring: int) -> str:
    """Say a change: "3 flere", "1 færre", "Like mange"."""
    if not endring:
        return "Like mange"
    return f"{abs(endring)} {'flere' if endring > 0 else 'færre'}"

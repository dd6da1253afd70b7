"""The report's figures against those of the year before, in words: a sign alone is easily read the wrong way."""

from dataclasses import dataclass

from django import template
from django.utils.text import capfirst

from tiltak.figurer import Figur
from tiltak.i_ord import antall_frister
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
    naa = innhold.figurer
    if naa.frist:
        setning = f"{naa.gjennomfoert} av {antall_frister(naa.frist)} er gjennomført."
        da = f"var det {foer.figurer.gjennomfoert} av {foer.figurer.frist}."
    else:
        setning = "Ingen tiltak hadde frist i perioden."
        da = f"ble {foer.figurer.gjennomfoert} av {antall_frister(foer.figurer.frist)} gjennomført."
    return Sammenlikning(rader, i_ord(naa.frist - foer.figurer.frist), f"{setning} {capfirst(foer.i_dem)} {da}")


def i_ord(endring: int) -> str:
    """Say a change: "3 flere", "1 færre", "Like mange"."""
    if not endring:
        return "Like mange"
    return f"{abs(endring)} {'flere' if endring > 0 else 'færre'}"

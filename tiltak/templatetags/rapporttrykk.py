"""How the report's words are laid out: days kept whole; on paper, addresses that can be typed in, headings lower."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

from tiltak.rapport.tekst import Bit

register = template.Library()

_OVERSKRIFT = re.compile(r"(?<=<h)[1-6](?=[ >])|(?<=</h)[1-6](?=>)")  # in markup alone: a text's own < is escaped
_DAG = re.compile(r"(?<=\d\.) (?=[a-zæøå])|(?<=[a-zæøå]) (?=\d{4}\b)")


@register.filter
def paa_en_linje(dager: str) -> str:
    """Give words about days where no day is parted from its month and year by the end of a line."""
    return _DAG.sub("\u00a0", dager)


@register.filter
def paa_papir(bit: Bit) -> str:
    """Give the address of a link to be printed after its words; empty where the words are the address."""
    adresse = _uten_https(bit.lenke)
    return "" if _uten_https(bit.tekst) == adresse else adresse


@register.filter
def overskrifter_ned(html: SafeString) -> SafeString:
    """Give markup with each heading one level down; there are six levels and no more."""
    return mark_safe(_OVERSKRIFT.sub(lambda treff: str(min(int(treff[0]) + 1, 6)), html))  # noqa: S308 it is safe already


def _uten_https(adresse: str) -> str:
    return adresse.removeprefix("https://").removeprefix("http://")

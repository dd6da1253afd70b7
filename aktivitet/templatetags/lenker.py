"""Addresses as links, safely: `{{ linje.merknad|med_lenker }}`, `{{ vedlegg.lenke|lenken_til:vedlegg.navn }}`."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from aktivitet.lenker import Lenke, biter, trygg

register = template.Library()

_A = '<a href="{}" rel="noopener noreferrer">{}</a>'


@register.filter
def med_lenker(tekst: str) -> SafeString:
    """What somebody wrote, with its line ends and with the addresses in it as links."""
    return format_html_join("", "{}", ((_bit(bit),) for bit in biter(tekst)))


@register.filter
def avsnitt_med_lenker(tekst: str) -> SafeString:
    """What somebody wrote, in paragraphs, with the addresses in it as links."""
    return format_html_join("\n", "<p>{}</p>", ((med_lenker(del_),) for del_ in re.split(r"\n{2,}", tekst)))


@register.filter
def lenken_til(adresse: str, navn: str) -> SafeString:
    """A stored link under its name, with the place it leads to; the name alone when it may not be followed."""
    lenke = trygg(adresse)
    if lenke is None:
        return format_html("{}", navn)
    return format_html(f'{_A} <span class="dempet">{{}}</span>', lenke.adresse, navn, lenke.vist)


def _bit(bit: str | Lenke) -> SafeString:
    if isinstance(bit, Lenke):
        return format_html(_A, bit.adresse, bit.vist)
    return format_html_join(mark_safe("<br>"), "{}", ((linje,) for linje in bit.split("\n")))

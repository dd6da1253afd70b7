"""What was searched for in the plan, marked: `{{ treff.tekst|merket }}`."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tiltak.plansoek import Bit

register = template.Library()


@register.filter
def merket(biter: Iterable[Bit]) -> SafeString:
    """Give the text with <mark> around what was searched for."""
    deler = (format_html("<mark>{}</mark>", bit.tekst) if bit.merket else bit.tekst for bit in biter)
    return format_html_join("", "{}", ((del_,) for del_ in deler))

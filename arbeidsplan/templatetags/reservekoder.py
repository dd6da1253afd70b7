"""The recovery codes as they are read, and as a file: an address that holds all of the text."""

from urllib.parse import quote

from django import template

register = template.Library()


@register.filter
def i_to(kode: str) -> str:
    """Give "1234 5678", which is easier to write off. The login takes it with and without the space."""
    halve = len(kode) // 2
    return f"{kode[:halve]} {kode[halve:]}"


@register.filter
def som_fil(koder: list[str]) -> str:
    """Give the codes as a text file in an address of its own."""
    return "data:text/plain;charset=utf-8," + quote("".join(f"{i_to(kode)}\r\n" for kode in koder))

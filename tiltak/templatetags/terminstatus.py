"""How a termin stands on a day, in words: `{{ termin|staar:i_dag }}`, `{% if termin|forfalt:i_dag %}`."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tiltak.models import Statusendring, Termin

register = template.Library()


@register.filter
def forfalt(termin: Termin, i_dag: date) -> bool:
    """Whether it is overdue on the day."""
    return termin.er_forfalt(i_dag)


@register.filter
def staar(termin: Termin, i_dag: date) -> SafeString:
    """Give the status as a mark with its word. "Forfalt" stands in place of what is overdue."""
    return _merke("forfalt", "Forfalt") if termin.er_forfalt(i_dag) else merke(termin)


@register.filter
def merke(endring: Statusendring | Termin) -> SafeString:
    """Give a stored status as a mark with its word."""
    return _merke(endring.status, endring.get_status_display())


def _merke(status: str, ord_: str) -> SafeString:
    return format_html('<span class="status" data-status="{}">{}</span>', status, ord_)

"""How a termin stands on a day and when it is due, in words: `{{ termin|staar:i_dag }}`, `{{ termin|fristen }}`."""

from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from aktivitet.tid import dag_i_ord
from tiltak.models import Statusendring, Termin

register = template.Library()


@register.filter
def forfalt(termin: Termin, i_dag: date) -> bool:
    """Whether it is overdue on the day."""
    return termin.er_forfalt(i_dag)


@register.filter
def kan_angres(termin: Termin, bruker: Any) -> bool:
    """Whether this person set it within the last minute, and may still undo it."""
    return termin.kan_angres_av(bruker)


@register.filter
def staar(termin: Termin, i_dag: date) -> SafeString:
    """Give the status as a mark with its word. "Forfalt" stands in place of what is overdue."""
    return _merke("forfalt", "Forfalt") if termin.er_forfalt(i_dag) else merke(termin)


@register.filter
def merke(endring: Statusendring | Termin) -> SafeString:
    """Give a stored status as a mark with its word."""
    return _merke(endring.status, endring.get_status_display())


@register.filter
def fristen(termin: Termin) -> str:
    """Say its due day: "14. mars 2026 (anslag)"."""
    return _dag(termin.siste, termin.anslag)


@register.filter
def forfallsdagen(termin: Termin) -> str:
    """Say the day after which it is overdue, which is the one that it was put off to where that is later."""
    return _dag(termin.forfall, termin.forfall_er_anslag)


@register.filter
def sagt(linje: Statusendring) -> str:
    """Say what a line of the log did: "Kari satte 2.1a, mars 2026 til Gjennomført."."""
    hvem, hva = linje.av or "En tidligere bruker", f"{linje.termin.tiltak.sitert_kode}, {linje.termin.etikett}"
    if linje.angrer_id:
        return f"{hvem} angret: {hva} er {linje.get_status_display()} igjen."
    return f"{hvem} satte {hva} til {linje.get_status_display()}."


def _dag(dag: date, anslag: bool) -> str:
    return f"{dag_i_ord(dag)} (anslag)" if anslag else dag_i_ord(dag)


def _merke(status: str, ord_: str) -> SafeString:
    return format_html('<span class="status" data-status="{}">{}</span>', status, ord_)

"""A termin in words: how it stands on a day, when it is due, and what leads to it. `{{ termin|staar:i_dag }}`."""

from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from aktivitet.hvem import hvem
from aktivitet.tid import dag_i_ord
from tiltak.forms import VIL_HA_MER
from tiltak.models import Status, Statusendring, Termin
from tiltak.views.fra import Utvalg

register = template.Library()

# As the Language Council shortens them, without the full stop.
KORTE_MAANEDER = ("jan", "feb", "mars", "april", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des")


@register.simple_tag
def terminlenke(termin: Termin, fra: str = "", utvalg: str = "", **mer: Any) -> str:
    """Give the address of the termin as seen from where its row stands (see `Sted`), with `mer` to ask it."""
    sted = {"fra": fra} | ({"utvalg": str(utvalg)} if utvalg else {})
    return f"{termin.get_absolute_url()}?{urlencode(sted | mer)}"


@register.simple_tag
def statusvalg() -> list[tuple[str, str, bool]]:
    """Give every status: its value, its word, and whether it wants a day or a reason too."""
    return [(status.value, status.label, status in VIL_HA_MER) for status in Status]


@register.simple_tag
def kort(termin: Termin, utvalg: str = "") -> str:
    """Say a month, a quarter or a half-year in brief: "jan", "1. halvår"; with its year where the list shows several.
    "" for what has no shorter name."""
    aaret = f" {termin.siste.year}"
    match termin.presisjon:
        case Termin.Presisjon.MAANED:
            navn = KORTE_MAANEDER[termin.foerste.month - 1]
        case Termin.Presisjon.HALVAAR | Termin.Presisjon.KVARTAL:
            navn = termin.etikett.removesuffix(aaret)
        case _:
            return ""
    return navn + aaret if utvalg and Utvalg.av(str(utvalg)).aar(0) is None else navn


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
    """Give the status as a mark with its word. "Forfalt" stands in place of what is overdue, beside what is stored."""
    if not termin.er_forfalt(i_dag):
        return merke(termin)
    return format_html('<span class="status" data-status="forfalt" data-lagret="{}">Forfalt</span>', termin.status)


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
    av, hva = hvem(linje.av, "En"), f"{linje.termin.tiltak.sitert_kode}, {linje.termin.etikett}"
    if linje.angrer_id:
        return f"{av} angret: {hva} er {linje.get_status_display()} igjen."
    return f"{av} satte {hva} til {linje.get_status_display()}."


def _dag(dag: date, anslag: bool) -> str:
    return f"{dag_i_ord(dag)} (anslag)" if anslag else dag_i_ord(dag)


def _merke(status: str, ord_: str) -> SafeString:
    return format_html('<span class="status" data-status="{}">{}</span>', status, ord_)

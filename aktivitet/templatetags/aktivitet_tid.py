"""Times in words for the templates: `{{ aktivitet|tid }}`, `{{ dag|dag }}`."""

from datetime import date

from django import template

from aktivitet.models import Aktivitet
from aktivitet.tid import dag_i_ord, for_maskiner, klokken, tid_i_ord

register = template.Library()

register.filter("maskintid", for_maskiner)
register.filter("klokken", klokken)


@register.filter
def tid(aktivitet: Aktivitet) -> str:
    """Say when it is, in full: "tirsdag 5. juni 2026 kl. 18.00–20.00"."""
    return tid_i_ord(aktivitet)


@register.filter
def kort_tid(aktivitet: Aktivitet) -> str:
    """Say when it is, without the year: "tirs. 5. juni kl. 18.00–20.00"."""
    return tid_i_ord(aktivitet, kort=True)


@register.filter
def dag(dagen: date) -> str:
    """Say a day: "5. juni 2026"."""
    return dag_i_ord(dagen)

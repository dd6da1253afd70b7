"""Times in words for the templates: `{{ aktivitet|tid }}`, `{{ dagen|dag }}`."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from aktivitet.models import Aktivitet
from aktivitet.tid import (
    UKEDAGER,
    dag_i_ord,
    dagene_i_ord,
    dager_i_ord,
    flyttet_til_i_ord,
    for_maskiner,
    klokken,
    maaneder_i_ord,
    oeyeblikk_i_ord,
    tid_i_ord,
)

register = template.Library()

register.filter("maskintid", for_maskiner)
register.filter("klokken", klokken)
register.filter("dagene", dager_i_ord)
register.filter("flyttet_til", flyttet_til_i_ord)


@register.filter
def tid(aktivitet: Aktivitet) -> str:
    """Say when it is, in full: "tirsdag 5. juni 2026 kl. 18.00–20.00"."""
    return tid_i_ord(aktivitet)


@register.filter
def kl_paa_linja(tiden: str) -> str:
    """Keep "kl." on the line of its hour, where a time is written large on a narrow screen."""
    return tiden.replace("kl. ", "kl.\N{NO-BREAK SPACE}")


@register.filter
def kort_tid(aktivitet: Aktivitet) -> str:
    """Say when it is, without the year: "tirs. 5. juni kl. 18.00–20.00"."""
    return tid_i_ord(aktivitet, kort=True)


@register.filter
def bare_dagene(aktivitet: Aktivitet) -> str:
    """Say the days alone, without the year: "5. juni", "3.–6. juni", "uke 42"."""
    return dagene_i_ord(aktivitet, aar=False)


@register.filter
def dag(dagen: date) -> str:
    """Say a day: "5. juni 2026"."""
    return dag_i_ord(dagen)


@register.filter
def dag_naer(dagen: date, annen: date) -> str:
    """Say a day beside another one: the year is told only where it is not the same, "3. mai"."""
    return dag_i_ord(dagen, aar=dagen.year != annen.year)


@register.filter
def kort_dag(dagen: date) -> str:
    """Say a day in a list under a heading that tells the year: "tirs. 5. juni"."""
    return dag_i_ord(dagen, ukedag=True, aar=False, kort=True)


@register.filter
def maaned(dagen: date) -> str:
    """Say the month that a day is in: "juni 2026"."""
    return maaneder_i_ord(dagen, dagen)


@register.filter
def maanedsnavn(dagen: date) -> str:
    """Say the month without the year: "juni"."""
    return maaneder_i_ord(dagen, dagen, aar=False)


@register.filter
def ukedag(dagen: date) -> str:
    """Say the day of the week: "tirsdag"."""
    return UKEDAGER[dagen.weekday()]


@register.filter
def oeyeblikk(tiden: datetime) -> str:
    """Say a moment in Norwegian time: "5. juni 2026 kl. 14.05"."""
    return oeyeblikk_i_ord(timezone.localtime(tiden))

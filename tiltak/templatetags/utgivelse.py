"""How an issued version of a report is told in a page: "Godkjent av årsmøtet 28. februar 2026"."""

from django import template

from ..models import Rapportutgave
from ..rapport.utgivelse import Utgivelse

register = template.Library()


@register.filter
def i_ord(utgave: Rapportutgave) -> str:
    """Say what was decided, and when."""
    return Utgivelse.av(utgave).i_ord

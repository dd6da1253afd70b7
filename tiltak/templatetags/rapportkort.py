"""What stands on the short version's two pages, for its template."""

from django import template

from tiltak.rapport.deler import Rapportinnhold
from tiltak.rapport.kort import Kortversjon, kortversjon

from .rapportdiagram import statusdiagram

register = template.Library()


@register.filter
def som_kort(innhold: Rapportinnhold) -> Kortversjon:
    """Give the short version of what a report says."""
    return kortversjon(innhold, statusdiagram(innhold).hoeyde)

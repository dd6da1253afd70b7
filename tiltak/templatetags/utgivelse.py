"""How an issued version of a report is told in a page, and to the board what has changed since."""

from typing import Any

from django import template
from django.utils import timezone

from ..models import Rapportutgave
from ..rapport.sammenlikning.endret import endret_siden
from ..rapport.utgivelse import Utgivelse
from ..rapport.visning import Vist

register = template.Library()


@register.filter
def i_ord(utgave: Rapportutgave) -> str:
    """Say what was decided, and when: "Godkjent av årsmøtet 28. februar 2026"."""
    return Utgivelse.av(utgave).i_ord


@register.inclusion_tag("tiltak/_rapport_endret.html", takes_context=True)
def endret_siden_utgaven(context: dict[str, Any], vist: Vist) -> dict[str, Any]:
    """For the board, under the head of a report that is laid before the meeting: one line on what has changed since. A
    draft and an earlier edition have none."""
    if vist.utgivelse.er_utkast or not context["perms"]["tiltak"]["se_rapportutkast"]:
        return {"endret": None}
    siste = vist.rapport.siste_utgave()
    if siste.nr != vist.utgivelse.nr:
        return {"endret": None}
    return {"siste": siste, "endret": endret_siden(siste, timezone.localdate())}

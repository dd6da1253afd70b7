"""What the calendar's page says of the plan to those who may see how it stands: `{% tiltakene_bak aktivitet %}`."""

from typing import Any

from django import template
from django.template import RequestContext
from django.utils import timezone

from aktivitet.models import Aktivitet
from tiltak.holdt import utfoeringer
from tiltak.models import Termin, Tilknytning

register = template.Library()


@register.inclusion_tag("tiltak/_tiltakene_bak.html", takes_context=True)
def tiltakene_bak(context: RequestContext, aktivitet: Aktivitet) -> dict[str, Any]:
    """The measures that an activity carries out. For the public there is nothing, and nothing is asked for."""
    bruker = context["user"]
    if not (bruker.is_authenticated and bruker.has_perm("tiltak.se_status")):
        return {}
    alle = Tilknytning.objects.synlige_for(bruker).filter(aktivitet=aktivitet)
    tilknytninger = list(alle.select_related("aktivitet", "tiltak").order_by("tiltak__maal__nr", "tiltak__nr", "pk"))
    terminer = Termin.objects.filter(tiltak__in=[ett.tiltak_id for ett in tilknytninger])
    return {
        "utfoeringer": utfoeringer(tilknytninger, terminer if tilknytninger else [], timezone.localdate()),
        "perms": context["perms"],
        "csrf_token": context.get("csrf_token"),
    }

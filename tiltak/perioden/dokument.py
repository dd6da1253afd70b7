"""The period to take along: as the HTML of a PDF, and as a picture alone."""

from datetime import datetime, time

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from .side import Periodeside


def perioden_html(side: Periodeside) -> str:
    """Give the document as HTML. Its date is the day that it tells of: the same numbers, the same bytes."""
    dato = timezone.localtime(timezone.make_aware(datetime.combine(side.i_dag, time())))
    kontekst = {
        "side": side,
        "organisasjon": side.plan.organisasjon or settings.ORGANISASJON,
        "dato": dato.isoformat(timespec="seconds"),
        "trykk": True,
    }
    return render_to_string("tiltak/perioden_pdf.html", kontekst)


def perioden_svg(side: Periodeside) -> str:
    """Give the whole period as one picture: an SVG file with its own colours, that stands alone."""
    bildet = render_to_string("tiltak/_periodebilde.html", {"bilde": side.alene()})
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{bildet}'

"""The report as a PDF: its content laid into the document's template, and that written as a file."""

from datetime import datetime, time

from django.template.loader import render_to_string
from django.utils import timezone

from ..pdf.skriving import lag_pdf
from .deler import Rapportinnhold


def rapport_html(innhold: Rapportinnhold) -> str:
    """Give the document as HTML. Its date is when its content was last changed: the same content, the same bytes."""
    dato = innhold.oppdatert or timezone.make_aware(datetime.combine(innhold.til, time()))
    kontekst = {"innhold": innhold, "dato": timezone.localtime(dato).isoformat(timespec="seconds"), "trykk": True}
    return render_to_string("tiltak/rapport_pdf.html", kontekst)


def rapport_pdf(innhold: Rapportinnhold) -> bytes:
    """Give the document as a PDF."""
    return lag_pdf(rapport_html(innhold))

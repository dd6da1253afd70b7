"""The report as a PDF: its content laid into the document's template, and that asked for as a file."""

from datetime import datetime, time
from enum import Enum

from django.template.loader import render_to_string
from django.utils import timezone

from ..pdf.bestilling import KORT, RAPPORT, Bestilling
from .deler import Rapportinnhold
from .utgivelse import Utgivelse


class Form(Enum):
    """The documents that one report is handed out as: by the name that they are kept under."""

    HEL = "hel"
    KAPITTEL = "kapittel"  # without cover and contents, headings one level down: to be put into a larger report
    KORT = "kort"  # two pages for the meeting's papers


def beretningen(innhold: Rapportinnhold, utgivelse: Utgivelse, form: Form = Form.HEL) -> Bestilling:
    """Give what is to be laid out as the report's document. The same content and version, the same bytes."""
    return Bestilling(rapport_html(innhold, utgivelse, form), KORT if form == Form.KORT else RAPPORT)


def rapport_html(innhold: Rapportinnhold, utgivelse: Utgivelse, form: Form = Form.HEL) -> str:
    """Give the document as HTML. Its date is when its content was last changed."""
    dato = innhold.oppdatert or timezone.make_aware(datetime.combine(innhold.til, time()))
    kontekst = {
        "innhold": innhold,
        "utgivelse": utgivelse,
        "dato": timezone.localtime(dato).isoformat(timespec="seconds"),
        "trykk": True,
    }
    mal = "tiltak/rapport_kort_pdf.html" if form == Form.KORT else "tiltak/rapport_pdf.html"
    return render_to_string(mal, kontekst)

"""The report as a PDF: its content laid into the document's template, and that asked for as a file."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum

from django.template.loader import render_to_string
from django.utils import timezone

from ..pdf.bestilling import KAPITTEL, KORT, RAPPORT, UTKASTMERKE, Bestilling, Filvedlegg
from .csvdata import rapport_csv
from .deler import Rapportinnhold
from .utgivelse import Utgivelse
from .visning import Vist

_HALVT_TEGN = re.compile("[\ud800-\udfff]")


class Form(Enum):
    """The documents that one report is handed out as: by the name that they are kept under."""

    HEL = "hel"
    KAPITTEL = "kapittel"  # without cover and contents, headings one level down: to be put into a larger report
    KORT = "kort"  # two pages for the meeting's papers


@dataclass(frozen=True)
class Oppsett:
    """How a form is laid out: its template and its style sheets; and whether the report's data lie inside it."""

    mal: str
    ark: tuple[str, ...]
    med_data: bool = True


OPPSETT = {
    Form.HEL: Oppsett("tiltak/rapport_pdf.html", RAPPORT),
    Form.KAPITTEL: Oppsett("tiltak/rapport_kapittel_pdf.html", KAPITTEL),
    Form.KORT: Oppsett("tiltak/rapport_kort_pdf.html", KORT, med_data=False),
}


def beretningen(innhold: Rapportinnhold, utgivelse: Utgivelse, form: Form = Form.HEL) -> Bestilling:
    """Give what is to be laid out as the report's document. The same content and version, the same bytes."""
    oppsett = OPPSETT[form]
    return Bestilling(
        html=rapport_html(innhold, utgivelse, form),
        ark=(*oppsett.ark, *UTKASTMERKE) if utgivelse.er_utkast else oppsett.ark,
        vedlegg=(_dataene(innhold),) if oppsett.med_data else (),
    )


def bestill(vist: Vist, form: Form = Form.HEL) -> Bestilling | None:
    """Give the document of what is shown of a report; None when that tells of nothing."""
    if vist.innhold is None or vist.innhold.er_tomt:
        return None
    return beretningen(vist.innhold, vist.utgivelse, form)


def rapport_html(innhold: Rapportinnhold, utgivelse: Utgivelse, form: Form = Form.HEL) -> str:
    """Give the document as HTML. Its date is when its content was last changed."""
    dato = innhold.oppdatert or timezone.make_aware(datetime.combine(innhold.til, time()))
    kontekst = {
        "innhold": innhold,
        "utgivelse": utgivelse,
        "dato": timezone.localtime(dato).isoformat(timespec="seconds"),
        "trykk": True,
    }
    return _HALVT_TEGN.sub("\ufffd", render_to_string(OPPSETT[form].mal, kontekst))


def _dataene(innhold: Rapportinnhold) -> Filvedlegg:
    return Filvedlegg(
        navn=f"beretning-{innhold.aar}-tiltak.csv",
        beskrivelse=f"Tiltakene i beretningen for {innhold.aar}: en rad for hver frist, med status, dag og ord",
        innhold=rapport_csv(innhold),
    )

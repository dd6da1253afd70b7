"""The plan as a booklet: laid into the document's template, ready to be written as a PDF."""

from datetime import date

from django.conf import settings
from django.db.models import Max
from django.template.loader import render_to_string
from django.utils import timezone

from .models import Plan
from .planstatus import legg_paa_utfall
from .plantekst import plantekst
from .utgave import planrader


def hefte_html(plan: Plan, i_dag: date) -> str:
    """Give the booklet as HTML. Its dates are those of the plan: the same plan, the same bytes. `i_dag` tells which of
    the elections that it names have been held."""
    endret = plan.utgaver.aggregate(sist=Max("tid"))["sist"] or plan.opprettet
    rader = planrader(plan)
    tekst = plantekst(rader.dokument)
    legg_paa_utfall(tekst, rader, i_dag)
    kontekst = {
        "plantekst": tekst,
        "tilstand": plan.tilstand_i_ord(),
        "organisasjon": tekst.organisasjon or settings.ORGANISASJON,
        "er_vedtatt": plan.er_vedtatt,
        "laget": timezone.localtime(plan.opprettet).isoformat(timespec="seconds"),
        "endret": timezone.localtime(endret).isoformat(timespec="seconds"),
        "trykk": True,
    }
    return render_to_string("tiltak/plan_pdf.html", kontekst)

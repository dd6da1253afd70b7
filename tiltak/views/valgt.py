"""The year that an address asks for, or the whole period."""

from datetime import date

from django.http import HttpRequest

from aktivitet.heltall import heltall

from ..models import Plan
from ..tabell.utsnitt import HELE_PERIODEN


def valgt_aar(request: HttpRequest, plan: Plan, i_dag: date) -> int:
    """The year asked for, or this year, moved into the plan's period."""
    return plan.naermeste_aar(heltall(request.GET.get("aar", "")) or i_dag.year)


def valgt_periode(request: HttpRequest, plan: Plan, i_dag: date) -> int | None:
    """The year asked for as `valgt_aar` has it, or None for the whole period."""
    hele = request.GET.get("aar", "").strip().casefold() == HELE_PERIODEN
    return None if hele else valgt_aar(request, plan, i_dag)

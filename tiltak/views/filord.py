"""What a file is called when it is told that somebody was given it: kind, years and numbers, no words of people."""

from ..i_ord import aarene_i_ord
from ..models import Plan


def planen_i_ord(plan: Plan, form: str) -> str:
    """ "Planen for 2025–2028 (utkast), Word". Its title is the secretary's own words, and left out."""
    return f"Planen for {aarene_i_ord(plan.fra.year, plan.til.year)} ({plan.get_status_display().lower()}), {form}"


def beretningen_i_ord(aar: int, form: str, nr: int | None = None) -> str:
    """ "Beretningen for 2025, PDF", and with the number of an edition "Beretningen for 2025, utgave 1, PDF"."""
    return f"Beretningen for {aar}, {f'utgave {nr}, ' if nr else ''}{form}"

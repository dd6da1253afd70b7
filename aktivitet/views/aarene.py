"""The years that our calendar is about, for the pages of one year or one month: what is within them, and what is next
to it."""

from datetime import date

from django.http import Http404

from ..kalender import maaneder_fra
from ..models import FOERSTE_DAG, SISTE_DAG

FOERSTE_AAR, SISTE_AAR = FOERSTE_DAG.year, SISTE_DAG.year


def krev_aaret(aar: int, *, fra: int = FOERSTE_AAR) -> None:
    """Raise Http404 for a year outside our time, or before `fra`."""
    if not fra <= aar <= SISTE_AAR:
        raise Http404


def krev_maaneden(aar: int, maaned: int) -> date:
    """Give the first day of the month. Raises Http404 for one that is no month, or outside our time."""
    krev_aaret(aar)
    if not 1 <= maaned <= 12:
        raise Http404
    return date(aar, maaned, 1)


def aarene_ved(aar: int, *, fra: int = FOERSTE_AAR) -> tuple[int | None, int | None]:
    """Give the year before and the year after; None where our time, or what is there from `fra` on, ends."""
    return aar - 1 if aar > fra else None, aar + 1 if aar < SISTE_AAR else None


def maanedene_ved(foerste: date) -> tuple[date | None, date | None]:
    """Give the first day of the month before and of the month after, likewise. `foerste` is the first of its month."""
    etter = maaneder_fra(foerste, 1)
    return maaneder_fra(foerste, -1) if foerste > FOERSTE_DAG else None, etter if etter <= SISTE_DAG else None

"""Pure: the addresses that open a new entry in Google's and Outlook's calendars, filled in with one public activity.

Neither maker has written down what its address takes; it is gathered at
https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs. Whoever follows one tells that calendar what
the public page tells, and nothing else: the title, when, where, and the way back.
"""

from datetime import UTC, date, datetime
from typing import Protocol
from urllib.parse import quote, urlencode

from ..tid import HarTid, foreloepig_i_ord
from ..tidsrom import OSLO
from .spenn import Spenn, spennet

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/action/compose"


class KanLeggesInn(HarTid, Protocol):
    """What is read of an activity."""

    tittel: str

    @property
    def hvor(self) -> str: ...
    @property
    def dag_er_kjent(self) -> bool: ...


def google(aktivitet: KanLeggesInn, lenke: str) -> str:
    """Give the address for Google's calendar. `lenke` is the full address of the activity's page."""
    fra, til = (_tett(ende) for ende in _endene(spennet(aktivitet)))
    valg = {
        "action": "TEMPLATE",
        "text": aktivitet.tittel,
        "dates": f"{fra}/{til}",
        "ctz": OSLO.key,
        "details": _tekst(aktivitet, lenke),
        "location": aktivitet.hvor,
        # What lies over a whole week or month makes nobody busy.
        "crm": "BUSY" if aktivitet.dag_er_kjent else "AVAILABLE",
    }
    return _adresse(GOOGLE, valg)


def outlook(aktivitet: KanLeggesInn, lenke: str) -> str:
    """Give the address for Outlook's calendar on the net. `lenke` is the full address of the activity's page."""
    spenn = spennet(aktivitet)
    fra, til = (_langt(ende) for ende in _endene(spenn))
    valg = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": aktivitet.tittel,
        "startdt": fra,
        "enddt": til,
        "allday": "" if spenn.med_klokke else "true",
        "body": _tekst(aktivitet, lenke),
        "location": aktivitet.hvor,
        "freebusy": "busy" if aktivitet.dag_er_kjent else "free",
    }
    return _adresse(OUTLOOK, valg)


def _endene(spenn: Spenn) -> tuple[date, date]:
    """Both ends: these calendars take no entry without. Where the end is not known, the entry ends as it begins."""
    return spenn.start, spenn.slutter or spenn.start


def _tett(ende: date) -> str:
    """As Google reads it. Moments in UTC, so that the hour that comes twice in autumn is told apart."""
    return f"{ende.astimezone(UTC):%Y%m%dT%H%M%SZ}" if isinstance(ende, datetime) else f"{ende:%Y%m%d}"


def _langt(ende: date) -> str:
    """As Outlook reads it."""
    return f"{ende.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if isinstance(ende, datetime) else ende.isoformat()


def _tekst(aktivitet: KanLeggesInn, lenke: str) -> str:
    return lenke if aktivitet.dag_er_kjent else f"{foreloepig_i_ord(aktivitet)}\n\n{lenke}"


def _adresse(hvor: str, valg: dict[str, str]) -> str:
    # %20 and not "+" for a space: Outlook shows the plus sign.
    return f"{hvor}?{urlencode({navn: verdi for navn, verdi in valg.items() if verdi}, quote_via=quote)}"

"""Pure: an activity as schema.org/Event, for search engines and whoever else reads pages by program.

After https://schema.org/Event and Google's own rules for events
(https://developers.google.com/search/docs/appearance/structured-data/event): a time with its offset, or the day alone
where no time is known; a cancelled or moved one keeps its page and says so; the old day only with "rescheduled".
"""

import json
from typing import TYPE_CHECKING, Any

from ..lenker import trygg
from .spenn import spennet

if TYPE_CHECKING:
    from ..models import Aktivitet  # the type alone: a pure room asks no database

SCHEMA = "https://schema.org"
# In a page these would end the block or begin a comment; as escapes they are the same text to whoever reads JSON.
_I_EN_SIDE = str.maketrans({tegn: f"\\u{ord(tegn):04x}" for tegn in "<>&\u2028\u2029"})


def hendelsen(aktivitet: "Aktivitet", lenke: str, arrangoerens: str) -> dict[str, Any]:
    """Give a public activity, whose day is known, as schema.org/Event.

    `lenke` is the full address of its page, `arrangoerens` that of what its organiser arranges.
    """
    spenn = spennet(aktivitet)
    hendelse: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": aktivitet.tittel,
        "startDate": spenn.start.isoformat(),
        **_status(aktivitet),
        "organizer": {"@type": "Organization", "name": aktivitet.lag.navn, "url": arrangoerens},
        "url": lenke,
        "inLanguage": "nb",
    }
    if spenn.slutt or spenn.siste > spenn.foerste:
        hendelse["endDate"] = (spenn.slutt or spenn.siste).isoformat()
    if aktivitet.beskrivelse:
        hendelse["description"] = aktivitet.beskrivelse
    return hendelse | _hvor(aktivitet)


def som_json(hendelse: dict[str, Any]) -> str:
    """Write it for a `<script type="application/ld+json">`: nothing that anybody wrote can end the block."""
    return json.dumps(hendelse, ensure_ascii=False).translate(_I_EN_SIDE)


def _status(aktivitet: "Aktivitet") -> dict[str, str]:
    if aktivitet.avlyst:
        return {"eventStatus": f"{SCHEMA}/EventCancelled"}
    if aktivitet.flyttet_fra:
        return {
            "eventStatus": f"{SCHEMA}/EventRescheduled",
            "previousStartDate": aktivitet.flyttet_fra.isoformat(),
        }
    return {"eventStatus": f"{SCHEMA}/EventScheduled"}


def _hvor(aktivitet: "Aktivitet") -> dict[str, Any]:
    """Where it is held: a place, a link that anyone may follow, or both. Nothing where nobody has said so."""
    paa_nett = trygg(aktivitet.nettlenke)
    steder: list[dict[str, Any]] = []
    if aktivitet.hvor:
        steder.append({"@type": "Place", "name": aktivitet.hvor, "address": _adresse(aktivitet)})
    maate = ("Mixed" if steder else "Online") if paa_nett else "Offline"
    if paa_nett and aktivitet.lenken_er_for_alle:
        steder.append({"@type": "VirtualLocation", "url": paa_nett.adresse})
    if not (steder or paa_nett):
        return {}
    hvor: dict[str, Any] = {"eventAttendanceMode": f"{SCHEMA}/{maate}EventAttendanceMode"}
    if steder:
        hvor["location"] = steder if len(steder) > 1 else steder[0]
    return hvor


def _adresse(aktivitet: "Aktivitet") -> dict[str, str] | str:
    """The municipality where it is held; without one the place in words, for an address there must be."""
    kommune = aktivitet.kommune or aktivitet.lag.kommune  # as in the form: empty means the organiser's own
    if not kommune:
        return aktivitet.hvor
    return {"@type": "PostalAddress", "addressLocality": kommune, "addressCountry": "NO"}

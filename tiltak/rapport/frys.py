"""Freezes what a report says: to the text that is kept and summed, and back to the very same values.

The text is JSON with sorted names and times in UTC, so that the same content is the same bytes on any machine and any
database. `format` names how it is written: a reader of a later day knows by it what it has before it.

Frozen are the values: every word that the plan, the board and the secretary wrote, every day, every number and share,
the names of the figures, the sums in words, the codes, and the order. Wording of the frame are headings, how a day is
written, and the words that tell a value ("Utsatt" of a line, "til 1. juni 2026"): these may be put otherwise one day,
but never say something else. The rules for whoever changes `deler`: a field keeps its name and its meaning for good; a
new one has a default that an older report can stand with; a change beyond that is a new format, and the old one is
still read.
"""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from cattrs import BaseValidationError
from cattrs.preconf.json import make_converter

from aktivitet.hjul.rader import Slag

from ..figurer import Figurer
from .deler import Rapportinnhold

T = TypeVar("T")
FORMAT = 1
UKJENT = "Det som er frosset, er ikke en hel beretning."

_omformer = make_converter()
_omformer.register_unstructure_hook(datetime, lambda tid: tid.astimezone(UTC).isoformat())
# A kind of activity is kept by its mark: its word may be written otherwise one day.
_omformer.register_unstructure_hook(Slag, lambda slag: slag.merke)
_omformer.register_structure_hook(Slag, lambda merke, _: next((s for s in Slag if s.merke == merke), Slag.ANNET))


def frys(innhold: Rapportinnhold) -> str:
    """Give all that the report says as text to keep."""
    data: dict[str, Any] = {"format": FORMAT, "beretning": _omformer.unstructure(innhold)}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def tin(tekst: str) -> Rapportinnhold:
    """Give what a frozen report says. A field that it was written without has its default, and one that is not known
    here is passed over. Raises ValueError for what is no frozen report, or written in a way that is not known here."""
    return _bygg(_les(tekst), Rapportinnhold)


def frosne_figurer(tekst: str) -> tuple[date, date, Figurer]:
    """Give the first and the last day of a frozen report, and its figures, without reading the rest of it. Raises
    ValueError as `tin` does."""
    hodet = _bygg(_les(tekst), _Hodet)
    return hodet.fra, hodet.til, hodet.figurer


@dataclass(frozen=True)
class _Hodet:
    fra: date
    til: date
    figurer: Figurer


def _les(tekst: str) -> dict[str, Any]:
    data = json.loads(tekst)
    format_ = data.get("format") if isinstance(data, dict) else None
    if format_ != FORMAT:
        raise ValueError(f"Beretningen er skrevet i et format som ikke er kjent: {format_!r}.")
    beretning = data.get("beretning")
    if not isinstance(beretning, dict):
        raise ValueError(UKJENT)
    return beretning


def _bygg(data: Any, klasse: type[T]) -> T:
    try:
        return _omformer.structure(data, klasse)
    except BaseValidationError as feil:
        raise ValueError(UKJENT) from feil

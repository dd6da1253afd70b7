"""Freezes what a report says: to the text that is kept and summed, and back to the very same values.

The text is JSON with sorted names, so that the same content is the same bytes. `format` names how it is written: a
reader of a later day knows by it what it has before it.
"""

import json
from datetime import date
from typing import Any

from cattrs.preconf.json import make_converter

from aktivitet.hjul.rader import Slag

from ..figurer import Figurer
from .deler import Rapportinnhold

FORMAT = 1

_omformer = make_converter()
# A kind of activity is kept by its mark: its word may be written otherwise one day.
_omformer.register_unstructure_hook(Slag, lambda slag: slag.merke)
_omformer.register_structure_hook(Slag, lambda merke, _: next(slag for slag in Slag if slag.merke == merke))


def frys(innhold: Rapportinnhold) -> str:
    """Give all that the report says as text to keep."""
    data: dict[str, Any] = {"format": FORMAT, "beretning": _omformer.unstructure(innhold)}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def tin(tekst: str) -> Rapportinnhold:
    """Give what a frozen report says. Raises ValueError for what is written in a way that is not known here."""
    return _omformer.structure(_les(tekst), Rapportinnhold)


def frosne_figurer(tekst: str) -> tuple[date, date, Figurer]:
    """Give the first and the last day of a frozen report, and its figures, without reading the rest of it."""
    beretning = _les(tekst)
    fra, til = (date.fromisoformat(beretning[felt]) for felt in ("fra", "til"))
    return fra, til, _omformer.structure(beretning["figurer"], Figurer)


def _les(tekst: str) -> dict[str, Any]:
    data = json.loads(tekst)
    if data.get("format") != FORMAT:
        raise ValueError(f"Beretningen er skrevet i et format som ikke er kjent: {data.get('format')!r}.")
    beretning: dict[str, Any] = data["beretning"]
    return beretning

"""Freezes what a report says: to the text that is kept and summed, and back to the very same values.

The text is JSON with sorted names, so that the same content is the same bytes. `format` names how it is written: a
reader of a later day knows by it what it has before it.
"""

import json
from typing import Any

from cattrs.preconf.json import make_converter

from aktivitet.hjul.rader import Slag

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
    data = json.loads(tekst)
    if data.get("format") != FORMAT:
        raise ValueError(f"Beretningen er skrevet i et format som ikke er kjent: {data.get('format')!r}.")
    return _omformer.structure(data["beretning"], Rapportinnhold)

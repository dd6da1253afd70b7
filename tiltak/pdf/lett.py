"""WeasyPrint's HTML, without what our documents have no use for: a third of the memory, for the same bytes.

WeasyPrint's own style sheet has rules for the notes of every element (`::footnote-call`, `::note-marker`, …) and for
its list marker. Each such rule gives each element in the document one more style of its own, which is never shared: in
a report on a thousand measures they are 70 000, and 80 MB. Our documents have no notes, and only list items have
markers. A page is packed as it is drawn, for the same reason.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any

import pydyf
from weasyprint import CSS, HTML

_NOTER = re.compile(r"^::(?:foot)?note-[a-z-]+ \{[^}]*\}\n", re.MULTILINE)
_PUNKTMERKE = re.compile(r"^::marker \{", re.MULTILINE)


class LettHTML(HTML):
    """An HTML document where only list items have a marker, and nothing has notes."""

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        """The style that elements have by themselves: WeasyPrint's own, less what costs and is not used."""
        return [_lett_stil()]


@lru_cache(maxsize=1)
def _lett_stil() -> Any:
    tekst = files("weasyprint.css").joinpath("html5_ua.css").read_text("utf-8")
    return CSS(string=_PUNKTMERKE.sub("li::marker {", _NOTER.sub("", tekst)))


def pakk_sidene(dokument: Any) -> None:
    """Keep each page as one text once it is drawn, and not as a list of all its strokes. The bytes are the same."""
    for side in dokument.pages:
        side.paint = partial(_tegn_pakket, side.paint)


def _tegn_pakket(tegn: Callable[..., None], stroem: Any, *valg: Any) -> None:
    tegn(stroem, *valg)
    stroem.stream = [b"\n".join(map(_som_bytes, stroem.stream))]


def _som_bytes(ord_: Any) -> bytes:
    if isinstance(ord_, bytes):
        return ord_
    data: bytes = ord_.data if isinstance(ord_, pydyf.Object) else str(ord_).encode()
    return data

"""WeasyPrint's documents, without what ours have no use for: two thirds of the memory, for the same bytes.

WeasyPrint's own style sheet has rules for the notes of every element (`::footnote-call`, `::note-marker`, …) and for
its list marker. Each such rule gives each element in the document one more style of its own, which is never shared: in
a report on a thousand measures they are 70 000, and 80 MB. Our documents have no notes, and only list items have
markers.

What is drawn on a page is kept as a list with an object for each word of it, until the whole document is written: here
it is joined as soon as its page is drawn, but for the marks that the finishing changes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
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


def tegn_lett(dokument: Any) -> None:
    """Let each page of the document be joined when it is drawn."""
    for side in dokument.pages:
        side.paint = partial(_tegn, side.paint)


class Innholdsmerke(dict[str, int]):
    """The number of a piece of marked content, written as PDF has it, and as small as it can be."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"<</MCID {self['MCID']}>>"


def _tegn(tegn: Callable[..., None], stroem: pydyf.Stream, *valg: Any, **flere: Any) -> None:
    tegn(stroem, *valg, **flere)
    stroem.stream = list(_samlet(stroem.stream))


def _samlet(ordene: Iterable[Any]) -> Iterator[Any]:
    """What is drawn, joined between the marks; each mark has its tag before it, as an item of its own."""
    bunke: list[Any] = []
    for ord_ in ordene:
        if isinstance(ord_, dict) and list(ord_) == ["MCID"]:
            tagg = bunke.pop()
            if bunke:
                yield _som_bytes(bunke)
            yield from (tagg, Innholdsmerke(ord_))
            bunke = []
        else:
            bunke.append(ord_)
    if bunke:
        yield _som_bytes(bunke)


def _som_bytes(ordene: Iterable[Any]) -> bytes:
    return b"\n".join(ord_ if isinstance(ord_, bytes) else str(ord_).encode() for ord_ in ordene)

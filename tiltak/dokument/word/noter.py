"""Footnotes, endnotes and comments: text beside the plan's own, looked up by id where the text points to them."""

from aktivitet.tekst import rens_linje
from tiltak.dokument.word.pakke import Pakke
from tiltak.dokument.word.xml import Element, P, T, W

_SLAG = ("footnotes", "endnotes", "comments")


class Noter:
    """The notes of a document, each part opened at the first mark that points into it."""

    def __init__(self, pakke: Pakke) -> None:
        self._pakke = pakke
        self._deler: dict[str, dict[str, Element]] = {}

    def tekst(self, slag: str, id_: str) -> str:
        """The text of one note of this kind, "" where there is none."""
        if slag not in self._deler:
            rot = self._pakke.del_(slag)
            self._deler[slag] = {} if rot is None else {note.get(f"{W}id", ""): note for note in rot}
        note = self._deler[slag].pop(id_, None)  # said once
        return "" if note is None else samlet_tekst(note)


def samlet_tekst(element: Element) -> str:
    """All the text below `element` on one line."""
    return rens_linje("".join(" " if ett.tag == P else ett.text or "" for ett in element.iter(P, T)))

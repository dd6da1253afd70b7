"""Pure: rolls changes of adopted wording back, so that the parts of a plan say what they said before them.

The log names a measure by its key, and every other part by what it was called. A part is therefore known by what the
change made of it and by the name that it had: going backwards, each change has just one part that it can be about.

Mending a slip counts from the beginning, as it does for the deadlines: the words were adopted so, and written down
wrong. Hence two answers for each part: how it stood to the letter, and what was adopted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Endring:
    """One change of one field, as the log has it. `tiltak` is the key of the measure that it is about, if it is."""

    hva: str
    felt: str
    foer: str
    etter: str
    tiltak: int | None = None
    er_retting: bool = False


@dataclass
class Ordlyd:
    """One part of the plan and its words by field: to the letter, and without the slips that were mended later."""

    pk: int
    bokstavelig: dict[str, str]
    vedtatt: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.vedtatt = self.vedtatt or dict(self.bokstavelig)

    def rull_tilbake(self, endring: Endring) -> None:
        """Undo one change of a field that it has."""
        self.bokstavelig[endring.felt] = endring.foer
        if not endring.er_retting:
            self.vedtatt[endring.felt] = endring.foer


def rull_tilbake(deler: Sequence[Ordlyd], endringer: Iterable[Endring], navn: Sequence[str]) -> None:
    """Undo these changes, in the order they were made, in parts of one kind that have no key in the log.

    `navn` are the fields that a part is called by there: "1.1 Tydelig stemme" by number and heading. Where they are
    none, what it was called is not asked for. What is about none of these parts is left.
    """
    felter = set(deler[0].bokstavelig) if deler else set()
    for samlet in reversed(list(_handlinger(ett for ett in endringer if ett.felt in felter and ett.tiltak is None))):
        for en_del in deler:
            if _gjelder(samlet, en_del, navn):
                for endring in samlet:
                    en_del.rull_tilbake(endring)
                break


def _gjelder(samlet: Sequence[Endring], en_del: Ordlyd, navn: Sequence[str]) -> bool:
    """Whether these changes of one part made it what it is, and it was called so before them."""
    if any(en_del.bokstavelig[endring.felt] != endring.etter for endring in samlet):
        return False
    foer = en_del.bokstavelig | {endring.felt: endring.foer for endring in samlet}
    kalt, het = samlet[0].hva, " ".join(foer[felt] for felt in navn)
    return not navn or het == kalt or (kalt.endswith("…") and het.startswith(kalt[:-1]))  # a long name is cut


def _handlinger(endringer: Iterable[Endring]) -> Iterator[list[Endring]]:
    """The changes that one act made of one part: they stand together, and each field is changed once."""
    samlet: list[Endring] = []
    for endring in endringer:
        if samlet and (samlet[0].hva != endring.hva or endring.felt in {ett.felt for ett in samlet}):
            yield samlet
            samlet = []
        samlet.append(endring)
    if samlet:
        yield samlet

"""Pure: a letter as plain values, and as plain text with lines that fit a narrow window."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from aktivitet.tekst import rens_linje

BREDDE = 76  # RFC 5322 wants at most 78
LENGSTE_ORDLYD = 200


@dataclass(frozen=True)
class Punkt:
    """One thing in the letter. `navn` is what the link is called; `sti` is the path that it leads to, if any."""

    navn: str
    sti: str = ""
    tekst: str = ""
    detalj: str = ""


@dataclass(frozen=True)
class Del:
    """One part of the letter under a heading of its own."""

    overskrift: str
    tekst: str = ""
    punkter: tuple[Punkt, ...] = ()


@dataclass(frozen=True)
class Brev:
    """What a letter says, apart from who it is to."""

    emne: str
    innledning: str
    deler: tuple[Del, ...]
    hvorfor: str  # why the person gets it, and how often


def kort(tekst: str) -> str:
    """Give somebody's words on one line without what cannot be seen, and cut where they are very long.

    They were cleaned when they came in, but a letter with one half character in it is never sent at all.
    """
    tekst = rens_linje(tekst)
    return tekst if len(tekst) <= LENGSTE_ORDLYD else f"{tekst[: LENGSTE_ORDLYD - 1].rstrip()}…"


def som_tekst(brev: Brev, lenke: Callable[[str], str], bunn: Iterable[tuple[str, str]], hilsen: str) -> str:
    """Write the letter as plain text. `lenke` makes a path a whole address, `bunn` are words and paths at the end.

    No line is longer than 76 characters, but for addresses, which must not be broken.
    """
    linjer = ["Hei!", "", *_brettet(brev.innledning)]
    for del_ in brev.deler:
        linjer += ["", *_brettet(del_.overskrift.upper())]
        if del_.tekst:
            linjer += ["", *_brettet(del_.tekst)]
        for punkt in del_.punkter:
            linjer += ["", *_punkt(punkt, lenke)]
    linjer += ["", *_brettet(hilsen), "", "-" * 20, *_brettet(brev.hvorfor)]
    for ord_, sti in bunn:
        linjer += ["", *_brettet(f"{ord_}:"), lenke(sti)]
    return "\n".join(linjer) + "\n"


def _punkt(punkt: Punkt, lenke: Callable[[str], str]) -> Iterator[str]:
    yield from _brettet(f"{punkt.navn}: {punkt.tekst}" if punkt.tekst else punkt.navn, foerst="* ")
    yield from _brettet(punkt.detalj, foerst="  ")
    if punkt.sti:
        yield f"  {lenke(punkt.sti)}"


def _brettet(tekst: str, foerst: str = "") -> list[str]:
    """Break the text between words, and only a word that is wider than the line within it."""
    return wrap(tekst, BREDDE, initial_indent=foerst, subsequent_indent=" " * len(foerst), break_on_hyphens=False)

"""A comparison in words, for the command that reads a revised plan: what is new, changed, moved and gone."""

from collections import defaultdict

from ..dokument import Plandokument, Tiltak
from ..dokument.forskjell import Forskjell, Slag
from ..dokument.sammenlikning import sammenlikn

TITLER = {
    Slag.NY: "Nye tiltak",
    Slag.BORTE: "Borte",
    Slag.ENDRET: "Endret",
    Slag.ENDRET_OG_FLYTTET: "Endret og flyttet",
    Slag.FLYTTET: "Flyttet",
}


def oppsummer(gammel: Plandokument, ny: Plandokument) -> str:
    """Give the measures that differ, by what became of them, and how many do not."""
    grupper: dict[Slag, list[Forskjell[Tiltak]]] = defaultdict(list)
    for ett in sammenlikn(gammel, ny).tiltak:
        grupper[ett.slag].append(ett)
    deler = [f"Sammenliknet med «{gammel.tittel}»:"]
    deler += [
        "\n".join([f"{tittel} ({len(grupper[slag])}):", *map(_linjen, grupper[slag])])
        for slag, tittel in TITLER.items()
        if grupper[slag]
    ]
    return "\n\n".join([*deler, f"Uendret: {len(grupper[Slag.UENDRET])} tiltak."])


def _linjen(ett: Forskjell[Tiltak]) -> str:
    koder = dict.fromkeys(tiltak.kode or "uten kode" for tiltak in (ett.gammel, ett.ny) if tiltak)
    tekst = (ett.ny or ett.gammel).tekst  # type: ignore[union-attr]
    return f"  {' → '.join(koder)}: {tekst}{'' if ett.sikker else ' (usikkert: er det det samme?)'}"
